"""Templates, and text from disclosures as harmless Markdown and HTML."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from functools import cache
from html import escape
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from juesuan.pages import addresses
from juesuan.pages.words import FUNDS, ORDER, SCOPES, STATES, STATUSES, term_id
from juesuan.rows import ChecksRow
from juesuan.terms.hidden import pieces, without_hidden


@cache
def environment() -> Environment:
    """The templates, with what all of them may use; what a template is not given is an error."""
    found = Environment(
        loader=PackageLoader("juesuan.pages", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters.update(md=markdown_text, signs=signs, hash_source=hash_source)
    found.globals.update(
        states=STATES,
        statuses=STATUSES,
        scopes=SCOPES,
        funds=FUNDS,
        order=ORDER,
        front=front,
        term_id=term_id,
        anchor=anchor,
        at=addresses,
        way=addresses.way,
    )
    return found


def rendered(template: str, **content: Any) -> str:
    """A template with its content.

    Args:
        template: its file name without ``.j2``.
        content: what it shows.
    """
    return environment().get_template(f"{template}.j2").render(**content)


def head() -> str:
    """What MkDocs puts into the head of every page: the addresses that scripts must know."""
    told = "".join(
        f' data-{name}="{escape(str(value))}"' for name, value in addresses.for_scripts().items()
    )
    return f'<meta name="juesuan-addresses" data-root="{{{{ \'\' | url }}}}"{told}>\n'


def markdown_text(text: str) -> Markup:
    """Text from a disclosure as harmless Markdown and HTML.

    >>> markdown_text("<b>*a*</b>")
    Markup('&lt;b&gt;&#42;a&#42;&lt;/b&gt;')
    """
    safe = escape(without_hidden(" ".join(text.split())))
    for char in "\\`*_{}[]|!":
        safe = safe.replace(char, f"&#{ord(char)};")
    return Markup(safe)  # nosec B704


def signs(line: str) -> Markup:
    """A line of a source, with the code point in the place of each character that is not seen.

    >>> signs("<示\u202e例>")
    Markup('&lt;示<code class="sign">U+202E</code>例&gt;')
    """
    return Markup("").join(
        Markup("{}{}").format(text, _sign(name) if name else "") for text, name in pieces(line)
    )


def _sign(name: str) -> Markup:
    return Markup('<code class="sign">{}</code>').format(name)


def hash_source(text: str) -> str:
    """How a content security policy names an inline style (Content Security Policy Level 3, 2.3).

    >>> hash_source("")
    'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='
    """
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def front(**values: Any) -> Markup:
    """Front matter of a page; values are written as JSON, which YAML reads.

    Texts are escaped as HTML here, because the theme prints a title as it is.

    >>> print(front(title="<b>一</b>"))
    ---
    title: "&lt;b&gt;一&lt;/b&gt;"
    ---
    """
    lines = [f"{key}: {_json(value)}" for key, value in values.items()]
    return Markup("---\n" + "\n".join(lines) + "\n---")  # nosec B704


def _json(value: object) -> str:
    """A value as JSON on one line, in which a text is HTML without characters that are not seen."""
    safe = escape(without_hidden(" ".join(value.split()))) if isinstance(value, str) else value
    return json.dumps(safe, ensure_ascii=False)


def anchor(row: ChecksRow) -> str:
    """The id of a finding on its disclosure's page of checks.

    >>> anchor({"rule": "P21", "subject": "p05/1/3"})
    'P21-p05-1-3'
    """
    return re.sub(r"[^A-Za-z0-9_-]+", "-", f"{row['rule']}-{row['subject']}")
