"""The words of performance forms, as their reading asks for them."""

from __future__ import annotations

from juesuan import terms
from juesuan.amount import NUMERAL
from juesuan.parse.view import View

WORDS = terms.words("forms")
"""Titles, labels, headings and levels."""

VALUES = terms.words("forms_values", numeral=NUMERAL)
"""Bounds, units, dates and points in the cells."""

LEVEL1 = WORDS.words("level1")
LEVEL2 = WORDS.words("level2")
LEVELS = frozenset((*LEVEL1, *LEVEL2))
SIDE_LABELS = WORDS.words("side_labels")
"""Labels that stand beside the rows, in cells merged over many of them."""

PARENTS = WORDS.means("parents")
"""Second level to its first level."""

NOT_POINTS = "".join(VALUES.words("lost_number"))
"""The signs behind a number."""

_VERTICAL = WORDS.words("vertical_labels")
_BORDER = "0123456789"
"""What a scan may make of the border of a cell."""


def is_side_label(text: str) -> bool:
    """Whether a cell is the label at the side of the table, or a piece of one set downwards."""
    return is_whole_side_label(text) or _is_piece_of_label(text)


def is_whole_side_label(text: str) -> bool:
    """Whether a cell is the whole label at the side of the table."""
    return text in SIDE_LABELS


def _is_piece_of_label(text: str) -> bool:
    return len(text) >= 2 and text not in LEVELS and any(text in label for label in _VERTICAL)


def is_name_label(text: str) -> bool:
    """Whether a cell in the row of a name is a label: whole, in pieces, or misread by a scan.

    >>> is_name_label("项目名称"), is_name_label("1番目"), is_name_label("项目经费")
    (True, True, False)
    """
    return (
        WORDS.pattern("field_label").search(text) is not None
        or text in WORDS.words("name_pieces")
        or any(is_misread(text, label) for label in WORDS.words("name_labels"))
    )


def is_misread(text: str, label: str) -> bool:
    """Whether a text is a label of which a scan read one character as another.

    Digits before it are what the scan made of the cell's border.

    >>> is_misread("番目", "项目"), is_misread("1项日名称", "项目名称"), is_misread("项目", "项目")
    (True, True, False)
    """
    bare = text.lstrip(_BORDER)
    if len(bare) != len(label):
        return False
    return sum(read != meant for read, meant in zip(bare, label, strict=True)) == 1


def without_sign(view: View, signs: str = VALUES.source("point_sign")) -> View:
    """A number without the sign behind it ("8.00分")."""
    return view[: len(view.text.rstrip(signs))]


contains = WORDS.find
"""Where an entry of these words is found in a text."""
