"""Templates, and text from disclosures as harmless Markdown and HTML."""

from __future__ import annotations

import json
import re
from html import escape
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from juesuan.pages.words import FUNDS, ORDER, SCOPES, STATES, STATUSES, term_id
from juesuan.rows import Row


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
    )
    return found


def markdown_text(text: str) -> Markup:
    """Text from a disclosure as harmless Markdown and HTML.

    >>> markdown_text("<b>*a*</b>")
    Markup('&lt;b&gt;&#42;a&#42;&lt;/b&gt;')
    """
    safe = escape(" ".join(text.split()))
    for char in "\\`*_{}[]|!":
        safe = safe.replace(char, f"&#{ord(char)};")
    return Markup(safe)


def front(**values: Any) -> Markup:
    """Front matter of a page; values are written as JSON, which YAML reads."""
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()]
    return Markup("---\n" + "\n".join(lines) + "\n---")


def anchor(row: Row) -> str:
    """The id of a finding on its disclosure's page of checks.

    >>> anchor({"rule": "P21", "subject": "p05/1/3"})
    'P21-p05-1-3'
    """
    return re.sub(r"[^A-Za-z0-9_-]+", "-", f"{row['rule']}-{row['subject']}")
