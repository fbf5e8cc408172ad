"""Templates, and text from disclosures as harmless HTML."""

from __future__ import annotations

import json
import re
import sys
from contextlib import suppress
from functools import cache
from html import escape
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, PackageLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup
from markupsafe import escape as escaped

from juesuan.pages import addresses
from juesuan.pages.addresses import drawn, one, over, ways
from juesuan.pages.telling.plain import plain_id
from juesuan.pages.telling.words import FUNDS, ORDER, SCOPES, STATES, STATUSES, span, term_id
from juesuan.rows import ChecksBetweenRow, ChecksRow
from juesuan.terms.hidden import pieces, without_hidden

_COMPILED = str(Path(__file__).parent / "__pycache__")
"""Where templates are kept compiled, as Python keeps modules: known by the hash of their text."""


class _Compiled(FileSystemBytecodeCache):
    """Compiled templates; where none can be kept they are made anew each time."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


@cache
def environment() -> Environment:
    """The templates, with what all of them may use; what a template is not given is an error."""
    found = Environment(
        loader=PackageLoader("juesuan.pages", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=None if sys.dont_write_bytecode else _Compiled(_COMPILED, "%s.template"),
    )
    found.filters.update(one_line=one_line, signs=signs)
    found.globals.update(
        states=STATES,
        statuses=STATUSES,
        scopes=SCOPES,
        funds=FUNDS,
        order=ORDER,
        front=front,
        span=span,
        term_id=term_id,
        plain_id=plain_id,
        anchor=anchor,
        at=_addresses(),
        way=addresses.way,
    )
    return found


def _addresses() -> SimpleNamespace:
    """The addresses for templates: by module, so that a change of one is a change of the pages."""
    every = {
        name: value for module in (drawn, one, over, ways) for name, value in vars(module).items()
    }
    return SimpleNamespace(**{name: every[name] for name in addresses.__all__ if name in every})


def rendered(template: str, **content: Any) -> str:
    """A template with its content.

    Args:
        template: its file name without ``.j2``.
        content: what it shows.
    """
    return environment().get_template(f"{template}.j2").render(**content)


def head(root: str) -> str:
    """What stands in the head of a page that has not the site's script: what scripts must know.

    Args:
        root: the way from the page to the site's root.
    """
    told = "".join(f' {name}="{escape(value)}"' for name, value in _told().items())
    return f'<meta name="juesuan-addresses" data-root="{escape(root)}"{told}>'


def script() -> str:
    """How the site's script begins: it tells the others what they must know of addresses.

    A page says only how its root is reached, in a ``meta`` of the same name.
    """
    told = json.dumps(_told(), separators=(",", ":"))
    return (
        "(function (at, told) {\n"
        "  Object.keys(told).forEach(function (name) { at.setAttribute(name, told[name]); });\n"
        f"}})(document.querySelector('meta[name=\"juesuan-addresses\"]'), {told});\n"
    )


def _told() -> dict[str, str]:
    return {f"data-{name}": str(value) for name, value in addresses.for_scripts().items()}


def one_line(text: str) -> str:
    r"""Text from a disclosure on one line, without characters that are not seen; not escaped.

    >>> one_line("甲\n 乙\u202e")
    '甲 乙'
    """
    return without_hidden(" ".join(text.split()))


def signs(line: str) -> Markup:
    """A line of a source, with the code point in the place of each character that is not seen.

    >>> signs("<示\u202e例>")
    Markup('&lt;示<code class="sign">U+202E</code>例&gt;')
    """
    told = (f"{escaped(text)}{_sign(name) if name else ''}" for text, name in pieces(line))
    return Markup("".join(told))  # nosec B704 - its parts are escaped


def _sign(name: str) -> str:
    return f'<code class="sign">{name}</code>'


def front(**values: Any) -> Markup:
    """The first line of a body: what the frame says of the page, as JSON.

    >>> print(front(title="<b>一</b>", hide=["toc"]))
    {"title": "<b>一</b>", "hide": ["toc"]}
    """
    told = {key: _on_one_line(value) for key, value in values.items()}
    return Markup(json.dumps(told, ensure_ascii=False))  # nosec B704


def _on_one_line(value: object) -> object:
    """A text, or the texts of a mapping, as :func:`one_line` writes them; else as it is."""
    if isinstance(value, dict):
        return {key: _on_one_line(each) for key, each in value.items()}
    return one_line(value) if isinstance(value, str) else value


def anchor(row: ChecksRow | ChecksBetweenRow) -> str:
    """The id of a finding on its disclosure's page of checks.

    >>> anchor({"rule": "P21", "subject": "p05/1/3"})
    'P21-p05-1-3'
    """
    return re.sub(r"[^A-Za-z0-9_-]+", "-", f"{row['rule']}-{row['subject']}")
