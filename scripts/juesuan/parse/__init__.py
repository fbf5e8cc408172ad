"""Parse: a Document becomes Facts."""

from juesuan.parse.disclosure import parse

__all__ = ["parse"]
