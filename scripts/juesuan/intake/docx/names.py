"""Names of elements and attributes, whatever the edition of the format calls their space."""

from __future__ import annotations

from functools import lru_cache
from xml.etree.ElementTree import Element  # nosec B405


@lru_cache(maxsize=4096)
def local(name: str) -> str:
    """A name without its space.

    >>> local("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p")
    'p'
    """
    return name.rpartition("}")[2]


def child(node: Element | None, *path: str) -> Element | None:
    """The first element below another one along a path of names."""
    for name in path:
        if node is None:
            return None
        node = next((one for one in node if local(one.tag) == name), None)
    return node


def value(node: Element | None, name: str = "val", otherwise: str = "") -> str:
    """An attribute of an element, whatever its space."""
    for key, given in node.attrib.items() if node is not None else ():
        if local(key) == name:
            return given
    return otherwise


def whole(given: str, otherwise: int = 0) -> int:
    """A number as an attribute holds it."""
    text = given.strip()
    is_number = text.removeprefix("-").isascii() and text.removeprefix("-").isdecimal()
    return int(text) if is_number and len(text) < 8 else otherwise


def is_on(node: Element | None) -> bool:
    """Whether a switch is there and not turned off."""
    return node is not None and value(node, otherwise="1") not in ("0", "false", "off", "none")
