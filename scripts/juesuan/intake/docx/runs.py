"""The characters of a paragraph, as they are shown when all changes to it are accepted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element  # nosec B405

from juesuan.errors import UnreadableSourceError
from juesuan.intake.docx.names import child, is_on, local, value
from juesuan.intake.docx.styles import Styles, is_lowered, is_raised, is_struck
from juesuan.intake.text.doubted import DRAWN, RED, is_red, plain
from juesuan.intake.text.raised import is_glued, raised, superscript
from juesuan.intake.text.struck_out import settled, struck_out

DEEPEST = 150
"""Elements within one another; those of a real document are some thirty."""

_PLAIN = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_DROPPED = frozenset((
    "pPr", "rPr", "del", "moveFrom", "instrText", "delText", "delInstrText", "rt", "rubyPr",
    "commentReference", "annotationRef", "tblPr", "trPr", "tcPr", "sectPr", "Fallback",
))  # fmt: skip
_SYMBOLS = {
    "symbol": {0xA3: "≤", 0xB3: "≥", 0xB4: "×", 0xB1: "±", 0xB0: "°", 0xB7: "•", 0x2D: "-"},
    "wingdings": {0xFC: "✓", 0xFE: "☑", 0xA8: "□", 0x6F: "□", 0x6C: "●", 0x6E: "■", 0x52: "☑"},
    "wingdings 2": {0x52: "☑", 0x50: "✓", 0xA3: "□"},
}
_UNKNOWN = "\ufffd"
_FEW = 8
"""Pieces of text among which the last character before a mark stands."""

_TINY = 5
"""Half points up to which nobody sees a character."""

STRUCK_RUNS = "pieces of text that are struck out"
"""How runs that are struck out are counted."""


@dataclass
class Seen:
    """What was met in a document beside its text.

    Attributes:
        counts: how often, by the words of a message.
        hidden: the hidden text.
        notes: kind and id of the notes to which the text refers, in order.
        boxes: the contents of text boxes, in order.
    """

    counts: Counter[str] = field(default_factory=Counter)
    hidden: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)


_COUNTED = {
    "del": "deletions",
    "moveFrom": "deletions",
    "ins": "insertions",
    "moveTo": "insertions",
    "blip": "pictures",
    "imagedata": "pictures",
    "chart": "charts",
    "OLEObject": "embedded objects",
    "altChunk": "embedded files",
}


_DRAWN = frozenset(("blip", "imagedata", "chart", "wsp", "line", "rect"))
"""What draws something that may be a sign."""


@dataclass
class Runs:
    """Reads the characters of paragraphs.

    Attributes:
        name: of the file, for messages.
        styles: of the document.
        seen: takes what is met beside the text.
        in_cell: whether what is read stands in a table.
    """

    name: str
    styles: Styles
    seen: Seen
    in_cell: bool = False
    _parts: list[str] = field(default_factory=list)
    _fields: list[bool] = field(default_factory=list)
    _whites: list[int] = field(default_factory=list)
    _style: str = ""

    def text(self, paragraph: Element) -> str:
        """The characters of a paragraph, with tabs and line breaks."""
        self._parts = []
        self._whites = []
        self._style = value(child(paragraph, "pPr", "pStyle"))
        self._all(paragraph, 0)
        return settled("".join(self._without_whites()))

    def _without_whites(self) -> list[str]:
        """The parts without those in white, or tiny, where others are not: these alone are seen.

        A paragraph that is all white stands upon a dark ground.
        """
        whites = {*self._whites}
        others = (one for at, one in enumerate(self._parts) if at not in whites)
        if not self._whites or not any(one.strip() for one in others):
            return self._parts
        self.seen.hidden += [self._parts[at] for at in self._whites]
        return [one for at, one in enumerate(self._parts) if at not in whites]

    def _all(self, node: Element, depth: int) -> None:
        if depth > DEEPEST:
            raise too_deep(self.name)
        for one in node:
            self._take(one, local(one.tag), depth)

    def _take(self, node: Element, name: str, depth: int) -> None:
        if name == "r":
            self._run(node, depth)
        elif name == "fldChar":
            self._field(value(node, "fldCharType"))
        elif name == "txbxContent":
            self.seen.boxes.append(node)
        elif name == "AlternateContent":
            self._all(_chosen(node), depth + 1)
        elif name not in _DROPPED:
            if name in _COUNTED:
                self.seen.counts[_COUNTED[name]] += 1
            if name in _DRAWN and self.in_cell:
                self._parts.append(DRAWN)
            self._all(node, depth + 1)
        elif name in _COUNTED:
            self.seen.counts[_COUNTED[name]] += 1

    def _run(self, run: Element, depth: int) -> None:
        about = child(run, "rPr")
        hidden, is_high = self._is_hidden(about), self._is_raised(about)
        for node in run:
            name = local(node.tag)
            said = self._said(node, name)
            if said is None:
                self._take(node, name, depth + 1)
            elif hidden:
                self.seen.hidden.append(said)
            elif all(self._fields):
                self._say(raised(said) if self._is_mark(said, is_high, about) else said, about)

    def _say(self, said: str, about: Element | None) -> None:
        """Take what a run prints: struck out, in white upon white, or as it is."""
        if self._is_struck(about) and not said.isspace():
            self.seen.counts[STRUCK_RUNS] += 1
            said = struck_out(said)
        if self._is_red(about) and any(map(str.isdecimal, said)):
            said += RED
        if _is_blank(about):
            self._whites.append(len(self._parts))
        self._parts.append(said)

    def _is_struck(self, about: Element | None) -> bool:
        own = is_struck(about)
        return any(map(self.styles.is_struck, self._named(about))) if own is None else own

    def _named(self, about: Element | None) -> tuple[str, str]:
        """The ids of the styles of a run and of its paragraph."""
        return value(child(about, "rStyle")), self._style

    def _is_red(self, about: Element | None) -> bool:
        given = (value(child(about, "color")), *map(self.styles.colour, self._named(about)))
        return is_red(next(filter(None, given), ""))

    def _is_mark(self, said: str, is_high: bool, about: Element | None) -> bool:
        """Whether a run is the mark of a note at what stands before it."""
        if is_high:
            return True
        if is_lowered(about):
            return plain("".join(self._parts[-_FEW:]))[-1:].isdigit()
        return self.in_cell and is_glued(self._parts, said)

    def _said(self, node: Element, name: str) -> str | None:
        """What an element of a run prints; None where it is something else than a character."""
        if name == "t":
            return node.text or ""
        if name in _PLAIN:
            return _PLAIN[name]
        if name == "softHyphen":
            return ""
        if name == "sym":
            return self._symbol(node)
        if name in ("footnoteReference", "endnoteReference"):
            self.seen.notes.append((name.removesuffix("Reference"), value(node, "id")))
            return superscript(len(self.seen.notes))
        return None

    def _symbol(self, node: Element) -> str:
        font, code = value(node, "font").lower(), value(node, "char")
        number = int(code, 16) if len(code) < 6 and code.isalnum() and _is_hex(code) else 0
        known = _SYMBOLS.get(font, {}).get(number & 0xFF)
        if known is None and 0x20 <= number < 0xD800:
            return chr(number)
        if known is None:
            self.seen.counts["symbols that are not known"] += 1
        return known or _UNKNOWN

    def _field(self, kind: str) -> None:
        """A field is told by its result, which stands between its separator and its end.

        One without a result draws what its instruction says.
        """
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields and not self._fields.pop() and self.in_cell:
            self._parts.append(DRAWN)

    def _is_hidden(self, about: Element | None) -> bool:
        own = child(about, "vanish")
        if own is not None:
            return is_on(own)
        return any(map(self.styles.is_hidden, self._named(about)))

    def _is_raised(self, about: Element | None) -> bool:
        own = is_raised(about)
        return self.styles.is_raised(value(child(about, "rStyle"))) if own is None else own


def _is_blank(about: Element | None) -> bool:
    """Whether a run is white and has no ground of its own, or is too small to be seen."""
    size = value(child(about, "sz"))
    if size.isdecimal() and int(size) <= _TINY:
        return True
    if value(child(about, "color")).upper() != "FFFFFF":
        return False
    ground = child(about, "shd")
    is_white = ground is None or value(ground, "fill").upper() in ("", "AUTO", "FFFFFF")
    return is_white and child(about, "highlight") is None


def _is_hex(code: str) -> bool:
    return all(char in "0123456789abcdefABCDEF" for char in code)


def _chosen(node: Element) -> Element:
    """Of the same thing written for newer and for older programs, that for newer ones."""
    choices = [one for one in node if local(one.tag) in ("Choice", "Fallback")]
    return choices[0] if choices else node


def too_deep(name: str) -> UnreadableSourceError:
    """The message for a document that is nested without end."""
    found, expected = f"elements nested deeper than {DEEPEST}", "a document"
    return UnreadableSourceError(name, found, expected, "save the document again")
