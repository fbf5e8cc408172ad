"""juesuan: open data from the final accounts (部门决算) of Chinese government departments.

The flow is one-way: :mod:`juesuan.intake` reads a file into a Document, :mod:`juesuan.parse` turns
it into Facts, :mod:`juesuan.package` writes and loads data packages, :mod:`juesuan.check` applies
rules to a loaded package and :mod:`juesuan.pages` renders the website. Definitions are data, in
:mod:`juesuan.terms`. What the numbers of versions mean is written in ``docs/versions.md``.

For those who work with the data in Python: :func:`juesuan.read` gives a package as typed pandas
frames, :func:`juesuan.read_all` several, :func:`juesuan.read_collection` all of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from juesuan.version import API, DATA_MODEL, __version__

if TYPE_CHECKING:
    from juesuan.frames import Collection, Package, read, read_all, read_collection

_OVER = ("Collection", "read_collection")
_OF_FRAMES = ("Collection", "Package", "read", "read_all", "read_collection")


def __getattr__(name: str) -> object:
    """What needs pandas is imported when it is asked for: the command line never does."""
    if name in _OF_FRAMES:
        from juesuan.frames import over, package

        return getattr(over if name in _OVER else package, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = [
    "API",
    "DATA_MODEL",
    "Collection",
    "Package",
    "__version__",
    "read",
    "read_all",
    "read_collection",
]
