"""In which unit a table is printed: stated, proved by amounts printed elsewhere, or not known.

A unit is read or asked, never assumed. It may be stated above a table, behind its title, inside of
its first rows, in the head of a column, in the label of a row, in the cell of an amount, between
its pieces, in its notes, below it or in the name of its sheet. Where it is not, it is proved by the
total of the table: the text, or amounts whose unit is known, print it too. Where a unit is stated
and the total stands elsewhere ten, a hundred, … times as large or as small, the unit is doubted.
Where two are stated of the same amounts neither wins: the one that is proved holds, and that is
told. Amounts without a unit that is known are not published.
"""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache

from juesuan import amount, terms
from juesuan.errors import NoteError
from juesuan.parse.view import View

_CORRECT = "What to do: correct or remove the note."

_FEWEST_DIGITS = 4
"""Significant digits with which one amount alone proves a unit."""

_FEWEST_HITS = 2
"""Amounts that prove it otherwise."""

_MOST = 40
"""Amounts of a table that are looked for elsewhere, the largest ones."""

_CLOSE = 1000
"""How often the rounding of two amounts that are not equal must go into them."""


@cache
def factors() -> dict[str, Decimal]:
    """The units of yuan to what converts an amount to 万元."""
    return {unit: factor for unit, factor in terms.money_factors().items() if unit.endswith("元")}


@dataclass(frozen=True, slots=True, order=True)
class Printed:
    """An amount in 万元, and half of its last printed digit."""

    value: Decimal
    half: Decimal

    @classmethod
    def of(cls, plain: str, unit: str) -> Printed:
        """An amount as printed, in a unit of yuan."""
        printed = amount.Amount.of(plain)
        factor = factors()[unit]
        return cls(abs(printed.value) * factor, printed.half_digit * factor)


@dataclass(frozen=True)
class Elsewhere:
    """Amounts that are printed elsewhere with a unit, in order."""

    amounts: Sequence[Printed] = ()

    @classmethod
    def of(cls, amounts: Iterable[Printed]) -> Elsewhere:
        """From amounts in any order; nothing is told by a zero."""
        return cls(sorted({one for one in amounts if one.value}))

    def has(self, wanted: Printed) -> bool:
        """Whether an amount is printed that is this one but for rounding."""
        reach = wanted.value / _CLOSE
        at = bisect.bisect_left(self.amounts, Printed(wanted.value - reach, Decimal(0)))
        for one in self.amounts[at:]:
            if one.value > wanted.value + reach:
                return False
            apart, slack = abs(one.value - wanted.value), max(one.half, wanted.half)
            if not apart or apart <= slack <= reach:
                return True
        return False

    def unit_of(self, amounts: Sequence[str], stated: Sequence[str] = ()) -> Proof:
        """In which unit the total of some amounts is printed here.

        Args:
            amounts: as printed.
            stated: the units that are stated of them; of several one must be the only one.

        Returns:
            The proof; an empty one where the total is not printed here, or in two units.
        """
        whole = _largest(amounts)
        if not whole or not self.amounts:
            return Proof()
        hits = {unit: sum(self.has(Printed.of(one, unit)) for one in whole) for unit in factors()}
        told = [unit for unit in hits if self._proves(whole[0], unit, hits[unit])]
        one = stated[0] if len(stated) == 1 else ""
        if one in told:
            return Proof(one, whole[0], hits[one])
        if len(told) != 1 or hits[told[0]] <= 2 * hits.get(one, 0):
            return Proof()
        return Proof(told[0], whole[0], hits[told[0]])

    def _proves(self, total: str, unit: str, hits: int) -> bool:
        """Whether the total is printed here in a unit, and that is no accident."""
        enough = hits >= _FEWEST_HITS or _digits(total) >= _FEWEST_DIGITS
        return enough and self.has(Printed.of(total, unit))


@dataclass(frozen=True, slots=True)
class Proof:
    """A unit that amounts prove, the largest of them as printed, and how many they are."""

    unit: str = ""
    total: str = ""
    hits: int = 0


def _largest(amounts: Sequence[str]) -> list[str]:
    """The largest amounts of a table, each once, without their signs and without zeros."""
    plain = {one.lstrip("-") for one in amounts}
    return sorted((one for one in plain if _value(one)), key=_value, reverse=True)[:_MOST]


def _value(plain: str) -> Decimal:
    return amount.Amount.of(plain).value


def _digits(plain: str) -> int:
    """Significant digits of an amount, without zeros at its ends."""
    return len(plain.replace(",", "").replace(".", "").strip("0"))


@dataclass
class Measured:
    """Amounts of a table of which it states the same, and what is known of their unit.

    Attributes:
        stated: the units that are stated of them, each once: several contradict one another.
        amounts: as printed.
        first: the first of them.
        is_part: whether a column, a row or a cell states its own unit, and the table none.
        note: what a maintainer says.
        place: of the first one, for messages.
        proof: what amounts that are printed elsewhere prove.
        denied: the unit that is proved of other amounts of the table, which states this one, too.
    """

    stated: Sequence[str]
    amounts: list[str]
    first: View | None = None
    is_part: bool = False
    note: str = ""
    place: str = ""
    proof: Proof = Proof()
    denied: str = ""

    @property
    def claimed(self) -> str:
        """The one unit of yuan that is stated; empty where there is none."""
        one = self.stated[0] if len(self.stated) == 1 else ""
        return one if one in factors() else ""

    @property
    def is_disputed(self) -> bool:
        """Whether several units are stated of the same amounts."""
        return len(self.stated) > 1

    @property
    def is_doubted(self) -> bool:
        """Whether amounts printed elsewhere prove another unit than is stated."""
        wrong = self.proof.unit not in ("", self.claimed) or (self.denied and not self.proof.unit)
        return bool(self.claimed and wrong)

    @property
    def is_said(self) -> bool:
        """Whether the word of a maintainer on the table is one on these amounts."""
        return bool(self.note) and (not self.is_part or self.is_doubted)

    @property
    def unit(self) -> str:
        """The unit in which they are published; empty where none may be."""
        if self.is_said:
            return self.note
        if self.is_disputed:
            return self.proof.unit if self.proof.unit in self.stated else ""
        if self.is_doubted:
            return ""
        return self.claimed or ("" if self.stated else self.proof.unit)

    def printed(self) -> list[Printed]:
        """The amounts, where their unit is known."""
        return [Printed.of(one, self.unit) for one in self.amounts] if self.unit else []

    def remark(self, table: str, printed: str = "") -> str:
        """What a maintainer must know; empty where the unit is plain.

        Args:
            table: id of the table.
            printed: what the whole table prints of its unit.
        """
        number = sum(1 for one in self.amounts if _value(one))
        if not number or self.is_said:
            return ""
        if self.is_disputed:
            return f"{'' if self.unit else 'unit? '}{_told_dispute(self, number, table, printed)}"
        if self.unit:
            return "" if self.stated else _told_proved(self.proof)
        lost = f"its {number} amounts are not published: {_advice(table, printed)}"
        if self.is_doubted:
            return f"unit? {_told_doubt(self)}; {lost}"
        if self.stated:
            return (
                f"amounts in {self.stated[0]} are no 万元; its {number} amounts are not published"
            )
        return f"unit? none is printed, and its total stands nowhere else with one; {lost}"


@dataclass
class Units:
    """What a table states of its units, and its amounts by that.

    Attributes:
        stated: what it states of all its amounts, each once.
        parts: its amounts by the units that are stated of them.
        said: where its cells state units, once for each.
    """

    stated: tuple[str, ...] = ()
    parts: dict[tuple[str, ...], Measured] = field(default_factory=dict)
    said: tuple[View, ...] = ()

    @property
    def printed(self) -> str:
        """What it prints of its unit, as a note of a maintainer repeats it."""
        own = (one.stated for one in self.parts.values() if one.is_disputed)
        return "/".join(dict.fromkeys([*self.stated, *itertools.chain.from_iterable(own)]))

    def deny(self) -> None:
        """Doubt what the table states where it is not so of amounts of which it states it, too.

        Other amounts are read by it only where they prove it themselves.
        """
        known = [(one, one.proof.unit) for one in self.parts.values() if one.proof.unit]
        for part in self.parts.values():
            wrong = (unit for one, unit in known if part.claimed in one.stated)
            part.denied = next((unit for unit in wrong if unit != part.claimed), "")

    def remarks(self, table: str) -> list[str]:
        """What a maintainer must know of its units."""
        told = (one.remark(table, self.printed) for one in self.parts.values())
        return [*filter(None, told)]


def _told_proved(proof: Proof) -> str:
    return (
        f"no unit is printed; {proof.unit} is proved by {proof.total}, which is printed elsewhere "
        f"with its unit, and {proof.hits - 1} more amounts"
    )


def _told_dispute(one: Measured, number: int, table: str, printed: str) -> str:
    """What contradicts, where it begins, and what came of it."""
    begins = f" ({one.place}: {one.first.text})" if one.first is not None else ""
    told = f"{' and '.join(one.stated)} are both stated of {number} of its amounts{begins}; "
    if not one.unit:
        return f"{told}nothing proves which holds; they are not published: " + _advice(
            table, printed
        )
    return (
        f"{told}{one.unit} is proved by {one.proof.total}, which is printed elsewhere with its "
        f"unit: they are read in {one.unit}; compare with the original"
    )


def _told_doubt(one: Measured) -> str:
    if not one.proof.unit:
        return (
            f"{one.claimed} is printed, but other amounts of which that is stated are proved to be "
            f"in {one.denied}"
        )
    times = max(
        factors()[one.claimed] / factors()[one.proof.unit],
        factors()[one.proof.unit] / factors()[one.claimed],
    )
    return (
        f"{one.claimed} is printed, but {one.proof.total} and {one.proof.hits - 1} more of its "
        f"amounts stand elsewhere as if they were {one.proof.unit}, a factor of {times:,f}"
    )


def _advice(table: str, printed: str) -> str:
    return (
        "look into the original, and write the unit into disclosure.toml "
        f'([[unit]] table = "{table}", printed = "{printed}", unit = "…")'
    )


Says = Mapping[tuple[str, str], str]
"""What a maintainer says: table and what it prints of its unit, to the unit."""


def hear(tables: Mapping[str, Units], says: Says) -> None:
    """Take the units that a maintainer says.

    Args:
        tables: by id; take the units.
        says: what is said.

    Raises:
        NoteError: if there is no such table, or it prints another unit than the note says.
    """
    for (name, printed), unit in says.items():
        if name not in tables:
            raise NoteError(f"unit of {name}: there is no such table. {_CORRECT}")
        if printed != tables[name].printed:
            raise NoteError(
                f"unit of {name}: it prints {tables[name].printed or 'no unit'}; the note expects "
                f"{printed or 'none'}. {_CORRECT}"
            )
        for one in tables[name].parts.values():
            one.note = unit


def measure(every: Sequence[Measured], text: Elsewhere, known: Elsewhere | None = None) -> None:
    """Prove or doubt the units of amounts: by the text, else by one another.

    Args:
        every: amounts of a document by what is stated of them; what is proved is written into them.
        text: the amounts of its prose.
        known: amounts that take the place of one another's.
    """
    for one in every:
        one.proof = text.unit_of(one.amounts, one.stated)
    for one in every:
        if not one.proof.unit:
            others = known or Elsewhere.of(
                amount for other in every if other is not one for amount in other.printed()
            )
            one.proof = others.unit_of(one.amounts, one.stated)
