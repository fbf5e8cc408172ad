"""What a file holds beside its pages, and which of its layers are switched off.

pdfium tells neither. A file with layers that are off is written anew, in memory, with a mark around
everything that stands in one (ISO 32000-1, 8.11); the mark is read where the page is read. It
imports nothing of the project: ``worker`` loads it in a process of its own.
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING or __package__:
    from juesuan.intake.pdf.raw.bare import Document
    from juesuan.intake.pdf.raw.drawing import LAYER
    from juesuan.intake.pdf.raw.own import is_own
else:
    sys.path.append(str(Path(__file__).parent))
    from bare import Document
    from drawing import LAYER
    from own import is_own

MOST_OBJECTS = 300_000
"""Objects of a file above which it is not looked through."""

MOST_FILES = 20
"""Files in a file that are named."""

DEEPEST = 8
"""Nested conditions of a layer that are followed."""

HIDDEN = 2
"""The flag of an annotation that is not shown."""

_SIGNS = re.compile(rb"/(?:OCProperties|ObjStm|EmbeddedFile|Collection|AF\b|XFA)")
"""What is in the bytes of a file that may have layers or other files; or compressed objects."""

_PORTFOLIO = "it is a portfolio, whose first page is only a cover"
_XFA = "it is a form of a kind (XFA) of which only what its pages show was read"
_UNKNOWN = "it cannot be told whether it holds other files"


class Opened(NamedTuple):
    """A file that is open.

    Attributes:
        document: the file.
        has_layers: whether layers are switched off.
        files: the names of the files in it.
        notes: what else it holds that is not read.
        is_own: whether this program put text under its pages.
    """

    document: Document
    has_layers: bool
    files: list[str]
    notes: list[str]
    is_own: bool = False


def opened(path: str) -> Opened:
    """Open a file, and see what it holds.

    Raises:
        PdfiumError: if it cannot be opened.
    """
    document, data = Document(path), Path(path).read_bytes()
    own = is_own(data)
    if not _SIGNS.search(data):
        return Opened(document, False, [], [], own)
    import pikepdf  # slow to load, and most files do without

    try:
        with pikepdf.open(path) as pdf:
            return _looked_through(document, pdf)._replace(is_own=own)
    except (pikepdf.PdfError, ValueError, TypeError, LookupError, ArithmeticError,
            AttributeError, RecursionError, MemoryError):  # fmt: skip
        return Opened(document, False, [], [_UNKNOWN], own)


def _looked_through(document: Document, pdf: Any) -> Opened:
    notes = [_PORTFOLIO] if "/Collection" in pdf.Root else []
    notes += [_XFA] if "/XFA" in pdf.Root.get("/AcroForm", {}) else []
    if len(pdf.objects) > MOST_OBJECTS:
        return Opened(document, False, [], [*notes, _UNKNOWN])
    items = [one for one in pdf.objects if _is_dictionary(one)]
    files = [*dict.fromkeys(name for one in items for name in _files(one))]
    off = _off(pdf)
    if not off and not any(_is_off(one, off) for one in _conditions(items)):
        return Opened(document, False, files, notes)
    for one in items:
        _mark(one, off)
    fresh = io.BytesIO()
    pdf.save(fresh, encryption=False)
    return Opened(Document(fresh.getvalue()), True, files, notes)


def _is_dictionary(item: Any) -> bool:
    return str(getattr(item, "_type_name", "")) in ("dictionary", "stream")


# -- files in the file ----------------------------------------------------------------------------


def _files(item: Any) -> Iterator[str]:
    """The names of the files that an object holds, its direct parts included."""
    for one in (item, *(part for _, part in item.items() if not _is_indirect(part))):
        parts = [*one] if _is_array(one) else [one]
        for part in parts[:MOST_FILES]:
            if _is_dictionary(part) and "/EF" in part:
                yield str(part.get("/UF", part.get("/F", "?")))


def _is_indirect(item: Any) -> bool:
    return bool(getattr(item, "is_indirect", False))


def _is_array(item: Any) -> bool:
    return str(getattr(item, "_type_name", "")) == "array"


# -- layers ---------------------------------------------------------------------------------------

_Ids = set[tuple[int, int]]


def _off(pdf: Any) -> _Ids:
    """The layers that are switched off when the file is opened."""
    about = pdf.Root.get("/OCProperties", {})
    if not _is_dictionary(about):
        return set()
    usual, groups = about.get("/D", {}), [*about.get("/OCGs", [])]
    is_off_at_first = str(usual.get("/BaseState", "")) == "/OFF"
    off = (_ids(groups) if is_off_at_first else set()) - _ids(usual.get("/ON", []))
    off |= _ids(usual.get("/OFF", []))
    states = {one.objgen: _state_by_usage(one, usual) for one in groups}
    off |= {one for one, state in states.items() if state == "/OFF"}
    return off - {one for one, state in states.items() if state == "/ON"}


def _ids(groups: Any) -> _Ids:
    return {one.objgen for one in groups}


def _state_by_usage(group: Any, usual: Any) -> str:
    """The state that a layer has on a screen, where the file says that it follows its use."""
    for rule in usual.get("/AS", []):
        follows = group.objgen in {one.objgen for one in rule.get("/OCGs", [])}
        if follows and str(rule.get("/Event", "")) == "/View":
            return str(group.get("/Usage", {}).get("/View", {}).get("/ViewState", ""))
    return ""


def _conditions(items: Iterable[Any]) -> Iterator[Any]:
    """The conditions over layers: something may be shown only where a layer is off."""
    for one in items:
        resources = one.get("/Resources", {})
        named = resources.get("/Properties", {}) if _is_dictionary(resources) else {}
        for item in (one, *(item for _, item in named.items())):
            if _is_dictionary(item) and str(item.get("/Type", "")) == "/OCMD":
                yield item


def _is_off(item: Any, off: _Ids) -> bool:
    """Whether what belongs to a layer, or to a condition over layers, is not shown."""
    if str(item.get("/Type", "")) != "/OCMD":
        return item.objgen in off
    if "/VE" in item:
        return not _holds(item["/VE"], off, DEEPEST)
    groups = item.get("/OCGs", [])
    states = [one.objgen not in off for one in ([*groups] if _is_array(groups) else [groups])]
    policy = str(item.get("/P", "/AnyOn"))
    shown = {
        "/AllOn": all(states),
        "/AnyOff": not all(states),
        "/AllOff": not any(states),
    }.get(policy, any(states))
    return bool(states) and not shown


def _holds(condition: Any, off: _Ids, deep: int) -> bool:
    """Whether a condition over layers holds."""
    if not _is_array(condition) or not deep:
        return condition.objgen not in off
    kind, *parts = condition
    states = [_holds(one, off, deep - 1) for one in parts]
    if str(kind) == "/Not":
        return not any(states)
    return any(states) if str(kind) == "/Or" else all(states)


def _mark(item: Any, off: _Ids) -> None:
    """Mark what an object holds that stands in a layer that is off."""
    key = f"/{LAYER.decode()}"
    resources = item.get("/Resources")
    if resources is not None and _is_dictionary(resources):
        for _, one in resources.get("/Properties", {}).items():
            if _is_dictionary(one) and _is_off(one, off):
                one[key] = 1
    layer = item.get("/OC")
    if layer is None or not _is_dictionary(layer) or not _is_off(layer, off):
        return
    if str(item.get("/Subtype", "")) == "/Form":
        item.write(b"/OC <<%s 1>> BDC\n%s\nEMC" % (key.encode(), item.read_bytes()))
    elif "/Rect" in item:
        item["/F"] = int(item.get("/F", 0)) | HIDDEN
