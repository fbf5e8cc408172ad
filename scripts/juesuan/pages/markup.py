"""Templates, and text from disclosures as harmless Markdown and HTML."""

from __future__ import annotations

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
    found.filters["md"] = markdown_text
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
    safe = escape(" ".join(text.split()))
    for char in "\\`*_{}[]|!":
        safe = safe.replace(char, f"&#{ord(char)};")
    return Markup(safe)  # nosec B704


def front(**values: Any) -> Markup:
    """Front matter of a page; values are written as JSON, which YAML reads."""
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()]
    return Markup("---\n" + "\n".join(lines) + "\n---")  # nosec B704


def anchor(row: ChecksRow) -> str:
    """The id of a finding on its disclosure's page of checks.

    >>> anchor({"rule": "P21", "subject": "p05/1/3"})
    'P21-p05-1-3'
    """
    return re.sub(r"[^A-Za-z0-9_-]+", "-", f"{row['rule']}-{row['subject']}")
