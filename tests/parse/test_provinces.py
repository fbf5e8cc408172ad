"""Whole disclosures in the wording of provinces, with answers older than any reading of them.

Their departments are made up, their figures are faultless. Beside ``<province>.txt`` stand
``<province>.toml`` (what it is; ``scope`` may have alternatives) and ``<province>.csv``: one row
for every numeral that is an amount, a percentage, a count or the like, in reading order, written
down when the text was written.

``line`` and ``column`` (from 1) say where it is ``printed``. ``measure`` and ``field`` are its
cell: a measure of the taxonomy, ``functions:`` with code or names joined by slashes, ``economic:``
with a name, ``projects:`` with the id of a form; alternatives are joined by ``|``. ``value`` is
what is to be published (amounts in 万元, decreases negative), ``unit`` the unit as printed. Where
there is no cell for it the measure is ``?`` (bound somewhere or unread, but never lost), inside a
quoted passage ``prose``, and ``reference`` where it only belongs to a name (单价100万元以上) or is
only the rounded amount beside the exact one (6.83亿元（68,303.01万元）).

Of six texts (banner_forestry, county_procuratorate, cryosphere, guangxi_town, high_school,
tcm_hospital) an author who did not know the taxonomy wrote down the value and, in words, what each
figure is; the names of their cells were taken from a reading, then compared row by row with these
words and the text by others.

``python -m tests.parse.test_provinces`` prints the table.
"""

from __future__ import annotations

import csv
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from juesuan import check, terms
from juesuan.errors import JuesuanError
from juesuan.model import Facts, Figure
from juesuan.parse import complete, identify
from juesuan.rows import Row
from tests.conftest import document_of
from tests.sensitivity import read

FOLDER = Path(__file__).parent / "provinces"
PROVINCES = sorted(path.stem for path in FOLDER.glob("*.txt"))
QUOTED = {"prose", "reference"}
JUDGED = ("measures", "functions", "economic")
"""Resources that take figures of the prose: each of theirs has to stand among the answers."""


@dataclass(frozen=True)
class Answer:
    """What one printed figure is, as its author says.

    Attributes:
        start: its offset in the text.
        printed: its characters.
        measures, fields: cells that are right.
        value: what is to be published, None where nobody says.
        unit: as printed, or empty.
    """

    start: int
    printed: str
    measures: frozenset[str]
    fields: frozenset[str]
    value: Decimal | None
    unit: str = ""

    @property
    def names_a_cell(self) -> bool:
        """Whether there is a cell for it."""
        return not self.measures <= {"?", *QUOTED}


def text_of(province: str) -> str:
    return (FOLDER / f"{province}.txt").read_text(encoding="utf-8")


def answers_of(province: str) -> tuple[Answer, ...]:
    starts = [0]
    for line in text_of(province).splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    with (FOLDER / f"{province}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Answer(
                starts[int(row["line"]) - 1] + int(row["column"]) - 1,
                row["printed"],
                frozenset(row["measure"].split("|")),
                frozenset(row["field"].split("|")),
                Decimal(row["value"]) if row["value"] else None,
                row["unit"],
            )
            for row in csv.DictReader(file)
        )


@dataclass(frozen=True)
class Cell:
    """Where a figure went: the names of its row, the column and the published value."""

    names: frozenset[str]
    field: str
    value: Decimal | None


def plain(path: str) -> str:
    """Names of a line of spending, however their brackets and 支出 are printed."""
    parts = path.translate(str.maketrans("（）", "()")).split("/")
    return "/".join(part.removesuffix("支出") for part in parts)


def path_names(row: Row) -> frozenset[str]:
    """The code of a line of spending, and its names from the class or from the subclass on."""
    path = [one for one in (row["class"], row["subclass"], row["item"]) if one]
    names = {plain("/".join(path)), plain("/".join(path[1:])) if len(path) > 2 else ""}
    return frozenset(f"functions:{one}" for one in (row["code"], *names) if one)


def names_of(figure: Figure, row: Row) -> frozenset[str]:
    """What an answer may call the row of a figure."""
    if figure.resource == "measures":
        return frozenset({row["measure"]})
    if figure.resource == "functions":
        return path_names(row)
    if figure.resource == "economic":
        return frozenset({f"economic:{row['code']}", f"economic:{row['name']}"})
    return frozenset({f"projects:{figure.row.partition('/')[0]}"})


def cell_of(facts: Facts, figure: Figure) -> Cell:
    """The published cell that a bound figure went into."""
    schema = terms.resource_schemas()[figure.resource]
    row = next(one for one in facts.tables[figure.resource] if schema.row_key(one) == figure.row)
    value = str(row.get(figure.field) or "")
    number = Decimal(value) if value.lstrip("-").replace(".", "", 1).isdigit() else None
    return Cell(names_of(figure, row), figure.field, number)


def wanted(answer: Answer) -> frozenset[str]:
    """The cells of an answer, with names of lines of spending that may lack the class."""
    names = set(answer.measures)
    for one in answer.measures:
        head, _, path = one.partition(":")
        if head == "functions" and "/" in path:
            names |= {f"functions:{plain(path)}", f"functions:{plain(path).partition('/')[2]}"}
    return frozenset(names)


def is_right(answer: Answer, cell: Cell) -> bool:
    return (
        bool(wanted(answer) & cell.names)
        and cell.field in answer.fields
        and cell.value == answer.value
    )


def fate(answer: Answer, figure: Figure | None, facts: Facts, owned: set[tuple[str, str]]) -> str:
    """What became of a printed figure: right, unread, lost or wrong.

    Args:
        answer: what it is.
        figure: what the ledger says of it.
        facts: what was understood.
        owned: cells that belong to figures that have one: another figure there is wrong.
    """
    status = figure.status if figure else "lost"
    if figure and status == "bound":
        cell = cell_of(facts, figure)
        if answer.names_a_cell:
            if is_right(answer, cell):
                return "right"
            if "?" not in answer.measures:
                return "wrong"
        taken = any((name, cell.field) in owned for name in cell.names)
        same = cell.value is not None and cell.value == answer.value
        return "wrong" if answer.measures == {"reference"} or (taken and not same) else "right"
    if status == "unread":
        return "right" if "?" in answer.measures else "unread"
    return "right" if status in QUOTED and answer.measures & QUOTED else "lost"


@dataclass(frozen=True)
class Result:
    """What became of the figures of one disclosure."""

    fates: tuple[tuple[Answer, Figure | None, str], ...]
    invented: tuple[Figure, ...]

    @property
    def named(self) -> Counter[str]:
        """Fates of the figures that have a cell."""
        return Counter(found for answer, _, found in self.fates if answer.names_a_cell)

    def of(self, found: str) -> list[str]:
        """The figures with one fate, told for a person."""
        return [
            f"{answer.printed}{answer.unit}: {'|'.join(sorted(answer.measures))} {figure}"
            for answer, figure, one in self.fates
            if one == found
        ]


def digits(figure: Figure) -> int:
    """Where a figure begins behind its sign."""
    return figure.start + len(figure.text) - len(figure.text.lstrip("-－−"))


def compare(answers: tuple[Answer, ...], facts: Facts) -> Result:
    """Hold the ledger of a disclosure against its answers."""
    figures = {digits(one): one for one in facts.figures}
    owned = {
        (name, column)
        for one in answers
        if one.names_a_cell
        for name in wanted(one)
        for column in one.fields
    }
    fates = tuple(
        (one, figures.get(one.start), fate(one, figures.get(one.start), facts, owned))
        for one in answers
    )
    places = {one.start for one in answers}
    invented = tuple(
        one
        for one in facts.figures
        if one.status == "bound" and one.resource in JUDGED and digits(one) not in places
    )
    return Result(fates, invented)


@cache
def facts_of(province: str) -> Facts:
    return read(text_of(province), f"{province}-made-{about(province)['fiscal_year']}")


@cache
def result_of(province: str) -> Result:
    return compare(answers_of(province), facts_of(province))


def alarms(province: str) -> list[tuple[str, str]]:
    return [
        (row["rule"], row["statement"])
        for row in check.run(facts_of(province))
        if row["state"] in ("fail", "unreadable")
    ]


def about(province: str) -> dict[str, object]:
    """Department, fiscal year, scope and unit of a text."""
    return tomllib.loads((FOLDER / f"{province}.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("province", PROVINCES)
def test_the_answers_stand_in_the_text(province: str) -> None:
    text, known = text_of(province), {"?", *QUOTED, *terms.measures()}
    answers = answers_of(province)
    assert [one.start for one in answers] == sorted({one.start for one in answers})
    for one in answers:
        assert text[one.start : one.start + len(one.printed)] == one.printed
        assert all(name in known or name.partition(":")[1] for name in one.measures), one.measures
        assert one.value is not None or not one.names_a_cell
    assert set(about(province)) == {"department", "fiscal_year", "scope", "unit"}


@pytest.mark.parametrize("province", PROVINCES)
def test_the_right_department(province: str) -> None:
    one, says = identify(document_of(text_of(province))), about(province)
    assert (one.department, one.year) == (says["department"], says["fiscal_year"])
    assert one.scope in str(says["scope"]).split("|")


@pytest.mark.slow
@pytest.mark.parametrize("province", PROVINCES)
def test_accepted(province: str) -> None:
    complete(document_of(text_of(province)), facts_of(province))


@pytest.mark.parametrize("province", PROVINCES)
def test_every_figure_in_its_cell(province: str) -> None:
    result = result_of(province)
    assert result.of("lost") == []
    assert result.of("wrong") == []
    assert result.invented == ()
    assert result.named["right"] >= Decimal("0.97") * result.named.total(), result.of("unread")


@pytest.mark.parametrize("province", PROVINCES)
def test_the_unit_that_is_printed(province: str) -> None:
    money = {one.name for one in terms.units() if one.kind == "money"}
    starts = {one.start for one in answers_of(province) if one.unit in money}
    units = Counter(one.unit for one in facts_of(province).figures if one.start in starts)
    assert units.most_common(1)[0][0] == about(province)["unit"]


@pytest.mark.parametrize("province", PROVINCES)
def test_no_alarm(province: str) -> None:
    assert alarms(province) == []


def made(*figures: Figure) -> Facts:
    row = {"section": "overview", "measure": "overall", "actual": "12.50", "change": "-1.50"}
    return Facts("made-2023", {"measures": (row,)}, figures)


def bound(start: int, column: str) -> Figure:
    return Figure(
        start, start + 5, "12.50", "12.50", "万元", "bound", "measures", "overview/overall", column
    )


def other(status: str) -> Figure:
    return Figure(0, 5, "12.50", "12.50", "万元", status)


def answer(measure: str, value: str = "12.50", column: str = "actual", start: int = 0) -> Answer:
    return Answer(
        start, "12.50", frozenset(measure.split("|")), frozenset({column}), Decimal(value)
    )


@pytest.mark.parametrize(
    ("one", "figure", "expected"),
    [
        (answer("overall"), bound(0, "actual"), "right"),
        (answer("revenue.total|overall"), bound(0, "actual"), "right"),
        (answer("revenue.total"), bound(0, "actual"), "wrong"),
        (answer("overall", "12.51"), bound(0, "actual"), "wrong"),
        (answer("overall", "1.50", "change"), bound(0, "change"), "wrong"),
        (answer("overall", "-1.50", "change"), bound(0, "change"), "right"),
        (answer("overall"), other("prose"), "lost"),
        (answer("overall"), other("reference"), "lost"),
        (answer("overall"), other("unread"), "unread"),
        (answer("?", column=""), other("unread"), "right"),
        (answer("?", column=""), other("prose"), "lost"),
        (answer("prose|?", column=""), other("prose"), "right"),
        (answer("prose|?", column=""), other("unread"), "right"),
        (answer("?", column=""), bound(0, "actual"), "right"),
        (answer("prose", column=""), other("prose"), "right"),
        (answer("prose", column=""), other("unread"), "unread"),
        (answer("reference", column=""), bound(0, "actual"), "wrong"),
    ],
)
def test_the_comparison(one: Answer, figure: Figure, expected: str) -> None:
    assert [found for _, _, found in compare((one,), made(figure)).fates] == [expected]


def test_a_figure_in_the_cell_of_another_one_is_wrong() -> None:
    answers = (answer("overall"), answer("?", "3.00", "", start=9))
    result = compare(answers, made(bound(0, "actual"), bound(9, "actual")))
    assert [found for _, _, found in result.fates] == ["right", "wrong"]


def test_a_figure_that_no_one_printed_is_invented() -> None:
    figure = bound(9, "actual")
    assert compare((answer("overall"),), made(bound(0, "actual"), figure)).invented == (figure,)


def test_a_figure_that_the_ledger_lacks_is_lost() -> None:
    assert compare((answer("overall"),), made()).named == {"lost": 1}


def counted(province: str) -> str:
    """The counts of one disclosure, or that it is refused."""
    try:
        result = result_of(province)
    except JuesuanError as error:
        return f"  refused: {error}"
    named, wrong = result.named, len(result.of("wrong")) + len(result.invented)
    counts = (named.total(), named["right"], named["unread"], len(result.of("lost")), wrong)
    return "".join(f"{number:8}" for number in (*counts, len(alarms(province))))


def lines() -> Iterator[str]:
    """The table: figures that have a cell and what became of them; lost and wrong ones of all."""
    heads = ("figures", "right", "unread", "lost", "wrong", "alarms")
    yield f"{'':16}" + "".join(f"{head:>8}" for head in heads)
    for province in PROVINCES:
        yield f"{province:16}{counted(province)}"


if __name__ == "__main__":
    sys.stdout.write("\n".join(lines()) + "\n")
