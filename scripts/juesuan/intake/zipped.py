"""What reading a ZIP archive raises where the archive is damaged, in whatever part of it."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from typing import Final

ZIP_DAMAGE: Final = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, KeyError, ValueError,
    OverflowError, RuntimeError,
)  # fmt: skip
"""An offset before the begin is a ``ValueError``, a short head a ``struct.error``, a password or
an unknown method a ``RuntimeError``. Errors of the disk are none of them."""
