"""Attributes in our own HTML, whether there are quotes around their values or none.

What is escaped as it must be is read without a parser: a tag ends with the first ``>``. Attributes
are read one after the other, so that a value which tells of another one (``title="a href=b"``) is
one value.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
_ATTRIBUTE = re.compile(r"""(\s)([^\s"'<>/=]+)=("[^"]*"|'[^']*'|[^\s"'<>]+)""")


class Attribute(NamedTuple):
    """An attribute as it is written.

    Attributes:
        name: its name.
        value: its value without quotes, still escaped.
        quote: what stands around it; nothing where there are no quotes.
        touched: whether something else than space or the end of its tag follows at once, such as a
            slash.
    """

    name: str
    value: str
    quote: str
    touched: bool

    def written(self, value: str | None = None, quote: str | None = None) -> str:
        """The attribute with another value or other quotes."""
        around = self.quote if quote is None else quote
        return f"{self.name}={around}{self.value if value is None else value}{around}"


def values(html: str, names: Collection[str]) -> Iterator[tuple[str, str]]:
    """The values of some attributes, each with its name; what tags that are alike say comes once.

    Args:
        html: a page, or a part of one.
        names: of the attributes.

    >>> list(values('<a title="x href=y" href=z>id="q"</a><a title="x href=y" href=z>', ["href"]))
    [('href', 'z')]
    """
    for tag in dict.fromkeys(_TAG.findall(html)):
        for _, name, value in _ATTRIBUTE.findall(tag):
            if name in names:
                yield name, value[1:-1] if value[0] in "\"'" else value


def rewritten(html: str, change: Callable[[Attribute], str]) -> str:
    """The same HTML with each attribute as it is written anew.

    Args:
        html: a page, or a part of one.
        change: gives the text of an attribute.
    """

    def one(found: re.Match[str]) -> str:
        return found[1] + change(_attribute(found))

    return _TAG.sub(lambda tag: _ATTRIBUTE.sub(one, tag[0]), html)


def _attribute(found: re.Match[str]) -> Attribute:
    quote = found[3][0] if found[3][0] in "\"'" else ""
    value = found[3][1:-1] if quote else found[3]
    return Attribute(found[2], value, quote, found.string[found.end()] not in " \t\n>")
