"""What a rule is applied to: a row, and what of it the rule speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from juesuan.check.comparing.cell import Numeral
from juesuan.rows import AnyRow

RowT_co = TypeVar("RowT_co", bound=AnyRow, covariant=True)


@dataclass(frozen=True, slots=True)
class Subject(Generic[RowT_co]):
    """A row to which a rule is applied.

    A rule that speaks of one part of a row (a column, a numeral, a clause) has a subject of its
    own that carries this part; nothing is read back from the key.

    Attributes:
        resource: of the row.
        row: as published.
        key: in ``checks``; published, so it never changes.
        name: in sentences.
    """

    resource: str
    row: RowT_co
    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Mention(Subject[RowT_co]):
    """A numeral inside a text of a row.

    Attributes:
        numeral: the numeral.
        before: the words before it, as far as the rule reads them.
    """

    numeral: Numeral
    before: str
