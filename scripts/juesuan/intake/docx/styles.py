"""What paragraphs and runs inherit from their styles: numbering; being hidden, raised, struck."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element  # nosec B405

from juesuan.intake.docx.names import child, is_on, local, value

_DEEPEST = 20
"""Styles that are based upon one another."""


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says.

    Attributes:
        base: id of the style on which it is based.
        number, level: of its numbering; empty where it says nothing.
        is_hidden: whether it hides its text; None where it says nothing.
        is_raised: whether it raises its text above the line; None where it says nothing.
        is_struck: whether it strikes its text out; None where it says nothing.
        colour: of its text; empty where it says nothing.
    """

    base: str
    number: str
    level: str
    is_hidden: bool | None
    is_raised: bool | None
    is_struck: bool | None = None
    colour: str = ""


class Styles:
    """The styles of a document.

    Args:
        tree: of the part that holds them; None where there is none.
    """

    def __init__(self, tree: Element | None) -> None:
        nodes = [one for one in tree if local(one.tag) == "style"] if tree is not None else []
        self._styles = {value(one, "styleId"): _style(one) for one in nodes}
        self._default = next(
            (
                value(one, "styleId")
                for one in nodes
                if value(one, "type") == "paragraph" and value(one, "default") in ("1", "true")
            ),
            "",
        )

    def numbering(self, style: str) -> tuple[str, str]:
        """Number of the list and level that a style gives its paragraphs; empty for none."""
        chain = self._chain(style or self._default)
        number = next((one.number for one in chain if one.number), "")
        return number, next((one.level for one in chain if one.level), "")

    def is_hidden(self, style: str) -> bool:
        """Whether a style hides its text."""
        said = (one.is_hidden for one in self._chain(style))
        return next((one for one in said if one is not None), False)

    def is_raised(self, style: str) -> bool:
        """Whether a style raises its text above the line."""
        said = (one.is_raised for one in self._chain(style))
        return next((one for one in said if one is not None), False)

    def is_struck(self, style: str) -> bool:
        """Whether a style strikes its text out."""
        said = (one.is_struck for one in self._chain(style))
        return next((one for one in said if one is not None), False)

    def colour(self, style: str) -> str:
        """The colour that a style gives its text; empty for none."""
        return next((one.colour for one in self._chain(style) if one.colour), "")

    def _chain(self, style: str) -> list[Style]:
        chain: list[Style] = []
        while style in self._styles and len(chain) < _DEEPEST:
            chain.append(self._styles[style])
            style = chain[-1].base
        return chain


def _style(node: Element) -> Style:
    numbers, hides = child(node, "pPr", "numPr"), child(node, "rPr", "vanish")
    return Style(
        value(child(node, "basedOn")),
        value(child(numbers, "numId")),
        value(child(numbers, "ilvl")),
        None if hides is None else is_on(hides),
        is_raised(child(node, "rPr")),
        is_struck(child(node, "rPr")),
        value(child(node, "rPr", "color")),
    )


def is_struck(about: Element | None) -> bool | None:
    """Whether properties of a run strike its text out; None where they say nothing."""
    said = [one for name in ("strike", "dstrike") if (one := child(about, name)) is not None]
    return any(map(is_on, said)) if said else None


def is_raised(about: Element | None) -> bool | None:
    """Whether properties of a run raise its text above the line; None where they say nothing."""
    aligned, position = value(child(about, "vertAlign")), value(child(about, "position"))
    if not aligned and not position:
        return None
    return aligned == "superscript" or (position.isdecimal() and int(position) > 0)


def is_lowered(about: Element | None) -> bool:
    """Whether properties of a run set its text below the line."""
    aligned, position = value(child(about, "vertAlign")), value(child(about, "position"))
    return aligned == "subscript" or (position[:1] == "-" and position[1:].isdecimal())
