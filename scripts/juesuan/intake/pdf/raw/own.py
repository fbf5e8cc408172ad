"""By what a page is known under whose picture this program put the text.

It imports nothing of the project: processes of their own load it.
"""

FONT = "JuesuanUnder"
"""How the resources of such a page call the fonts of that text, before a number."""


def is_own(data: bytes) -> bool:
    """Whether a PDF has pages under whose pictures this program put the text.

    Args:
        data: its bytes; dictionaries of pages are not compressed in what we write.
    """
    return f"/{FONT}0".encode() in data
