"""Intake: a file becomes a Document. One module a format; exactly one of them recognises a file."""

from juesuan.intake.pdf import pictures
from juesuan.intake.read import MAX_BYTES, read

__all__ = ["MAX_BYTES", "pictures", "read"]
