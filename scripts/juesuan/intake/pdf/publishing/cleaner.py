"""The process that writes a PDF anew: without masked characters, without anything active.

Like ``worker`` it sets limits for itself before it touches the hostile file, and is expected to die
on some. Text is taken out of the content streams, glyph by glyph; a sign of the same advance takes
the place of each. It prints one line of JSON: what it removed, and why it could not, if so.
"""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary

MOST_OBJECTS = 300_000
"""Objects of a file above which it is not written anew."""

DEEPEST = 8
"""Nested form objects that are followed."""

_ACTIONS = {
    "/JavaScript": "JavaScript", "/Launch": "launching a program", "/SubmitForm": "sending a form",
    "/ImportData": "importing data", "/GoToR": "opening another file",
    "/GoToE": "opening an embedded file", "/Rendition": "playing media", "/Movie": "playing media",
    "/Sound": "playing media", "/RichMediaExecute": "playing media", "/GoTo3DView": "3D",
}  # fmt: skip
"""Actions (ISO 32000-1, table 198) that do more than to show a place or a web page."""

_HOLDERS = {
    "/EmbeddedFiles": "embedded files", "/EF": "embedded files", "/AF": "embedded files",
    "/RichMediaContent": "playing media", "/XFA": "an XFA form", "/JS": "JavaScript",
    "/JavaScript": "JavaScript",
}  # fmt: skip
"""Keys that only what is active or attached has."""

_PAGE_KEYS = frozenset((
    "/Type", "/Parent", "/Resources", "/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox",
    "/Contents", "/Rotate", "/Group", "/UserUnit",
))  # fmt: skip
_ROOT_KEYS = frozenset(("/Type", "/Pages", "/OCProperties", "/Lang"))
PROPERTIES = "names or numbers in its properties"
"""What is removed where the properties of a file name a person."""

_NAME = re.compile(r"[\u3400-\u9fff·]{2,6}")
_NAMED = re.compile(r"<dc:creator>(?:\s|<[^<>]*>){0,20}[\u3400-\u9fff·]{2,6}\s*<")
_NUMBER = re.compile(r"(?<!\d)(?:1[3-9]\d[ -]?\d{4}[ -]?\d{4}|[1-8]\d{16}[\dXx])(?!\d)")
"""A mobile number, or one of a resident."""

_HIDING = ("/Metadata", "/PieceInfo", "/AA", "/AF", "/OpenAction", "/LastModified", "/Thumb")
"""Keys that may stand in any object and are no part of what is seen."""


class _Beside(NamedTuple):
    """The programs beside this one."""

    worker: Any
    glyphs: Any
    signs: Any


def main(arguments: list[str]) -> None:
    """Write a file anew.

    Args:
        arguments: the file, the new one, a JSON file with what to hide (``places``: page to boxes
            of characters, in tenths of a point on the upright page; ``texts`` that must be gone),
            seconds and megabytes that may be used.
    """
    path, fresh, orders = arguments[:3]
    beside = _Beside(_beside("worker", "../raw"), _beside("glyphs"), _beside("signs"))
    beside.worker._limit(int(arguments[3]), int(arguments[4]) << 20)
    wanted = json.loads(Path(orders).read_text(encoding="utf-8"))
    try:
        told = _written(path, fresh, wanted, beside)
    except beside.signs.UnprovenError as error:
        told = {"why": str(error)}
    except (pikepdf.PdfError, pypdfium2.PdfiumError, ValueError, TypeError, LookupError,
            ArithmeticError, AttributeError, RecursionError, MemoryError) as error:  # fmt: skip
        told = {"why": f"it cannot be written anew ({type(error).__name__})"}
    sys.stdout.write(json.dumps(told) + "\n")


def _beside(name: str, room: str = "") -> Any:
    """A program beside this one, or in a room beside this: in a process apart from the project
    nothing else finds it.
    """
    file = Path(__file__).parent / room / f"{name}.py"
    found = importlib.util.spec_from_file_location(name, file)
    if found is None or found.loader is None:
        raise FileNotFoundError(name)
    module = importlib.util.module_from_spec(found)
    sys.modules[name] = module
    found.loader.exec_module(module)
    return module


def _written(path: str, fresh: str, wanted: dict[str, Any], beside: _Beside) -> dict[str, Any]:
    with pikepdf.open(path) as pdf:
        if len(pdf.objects) > MOST_OBJECTS:
            raise beside.signs.UnprovenError(f"it has more than {MOST_OBJECTS:,} objects")
        removed = sorted({*_active(pdf), *_named(pdf)})
        if not removed and not wanted["places"]:
            return {"removed": [], "is_clean": True}
        _hide(pdf, path, wanted["places"], beside)
        is_flattened = _strip(pdf)
        pdf.remove_unreferenced_resources()
        pdf.save(
            fresh,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            encryption=False,
        )
    _prove(fresh, wanted["texts"], beside)
    return {"removed": removed, "is_clean": False, "is_flattened": is_flattened}


def _active(pdf: pikepdf.Pdf) -> Iterator[str]:
    """What a file holds that does something, or is another file."""
    for item in pdf.objects:
        if isinstance(item, (Dictionary, pikepdf.Stream)):
            yield from _active_in(item, DEEPEST)


def _named(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Whether the properties of a file name a person: its author, or a number of one."""
    info = pdf.trailer.get("/Info")
    told = {str(key): str(value) for key, value in info.items()} if info is not None else {}
    metadata = pdf.Root.get("/Metadata")
    more = metadata.read_bytes().decode("utf-8", "replace") if metadata is not None else ""
    texts = [value for key, value in told.items() if not key.endswith("Date")]
    is_named = _NAME.fullmatch(told.get("/Author", "").strip()) or _NAMED.search(more)
    if is_named or any(_NUMBER.search(text) for text in (*texts, more)):
        yield PROPERTIES


def _active_in(item: Any, deep: int) -> Iterator[str]:
    """What of an object is active; what it holds directly is looked at too."""
    if isinstance(item, (Dictionary, pikepdf.Stream)):
        for key, value in item.items():
            yield from _active_key(key, value)
        held = [value for _, value in item.items()]
    else:
        held = [*item] if isinstance(item, Array) else []
    for value in held if deep else ():
        if not _is_indirect(value):
            yield from _active_in(value, deep - 1)


def _active_key(key: str, value: Any) -> Iterator[str]:
    if key in _HOLDERS:
        yield _HOLDERS[key]
    elif key in ("/S", "/URI"):
        yield from _action(str(value))


def _is_indirect(value: Any) -> bool:
    return bool(isinstance(value, pikepdf.Object) and value.is_indirect)


def _action(value: str) -> Iterator[str]:
    """What the kind of an action, or the address that it opens, does."""
    if value in _ACTIONS:
        yield _ACTIONS[value]
    elif value.strip().lower().startswith(("javascript:", "vbscript:", "data:", "file:")):
        yield "JavaScript" if "script" in value.lower() else "opening another file"


def _strip(pdf: pikepdf.Pdf) -> bool:
    """Take out all that is no page: actions, attachments, forms, notes, metadata, outlines.

    Returns:
        Whether what forms and annotations show became a part of their pages.
    """
    has_shown = "/AcroForm" in pdf.Root or any("/Annots" in page.obj for page in pdf.pages)
    if has_shown:
        pdf.flatten_annotations("print")
    for page in pdf.pages:
        _keep(page.obj, _PAGE_KEYS)
    _keep(pdf.Root, _ROOT_KEYS)
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]
    for item in pdf.objects:
        if isinstance(item, (Dictionary, pikepdf.Stream)):
            for key in [key for key in _HIDING if key in item]:
                del item[key]
    return has_shown


def _keep(item: Any, keys: frozenset[str]) -> None:
    for key in [str(key) for key in item if key not in keys]:
        del item[key]


def _prove(path: str, texts: list[str], beside: _Beside) -> None:
    """Look for what must be gone in every stream and string of the new file.

    Raises:
        UnprovenError: if some of it, or something active, is still there.
    """
    coded = [one for text in texts for one in (text.encode(), text.encode("utf-16-be"))]
    with pikepdf.open(path) as pdf:
        if [*_active(pdf)]:
            raise beside.signs.UnprovenError("something active is still in it")
        for item in pdf.objects:
            if any(part in data for data in _data(item) for part in coded):
                raise beside.signs.UnprovenError("what is masked is still in it")


def _data(item: Any) -> Iterator[bytes]:
    """The bytes of an object: its decoded stream, and its strings."""
    if isinstance(item, pikepdf.Stream):
        try:
            yield item.read_bytes()
        except pikepdf.PdfError:  # a picture whose coding is none of text
            yield item.read_raw_bytes()
    if not isinstance(item, pikepdf.Stream):
        yield item.unparse(resolved=True)


def _hide(pdf: pikepdf.Pdf, path: str, places: dict[str, list[list[int]]], beside: _Beside) -> None:
    """Take the characters at these places out of the content of their pages."""
    document = pypdfium2.PdfDocument(path)
    hidden = {
        int(number): beside.glyphs.glyphs(
            document[int(number) - 1], {tuple(box) for box in boxes}, beside.worker
        )
        for number, boxes in places.items()
    }
    if hidden:
        beside.signs.hide(pdf, hidden)


if __name__ == "__main__":
    main(sys.argv[1:])
