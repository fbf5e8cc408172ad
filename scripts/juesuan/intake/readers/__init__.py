"""The readers, one module a format: a module that is put here is found by itself."""

from __future__ import annotations

import importlib
import pkgutil

from juesuan.intake.reader import Reader


def readers() -> tuple[Reader, ...]:
    """All readers, in the order of their modules' names.

    Raises:
        TypeError: if a module of this folder has no ``READER``: it would never be asked.
    """
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(_reader(f"{__name__}.{name}") for name in names)


def _reader(module: str) -> Reader:
    found = getattr(importlib.import_module(module), "READER", None)
    if not isinstance(found, Reader):
        raise TypeError(f"{module}: found no READER; expected a juesuan.intake.reader.Reader")
    return found
