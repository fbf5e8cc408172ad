"""What is made of the five disclosures now against readings by eye, independent of this code, of every figure and form."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal, InvalidOperation

import pytest

from juesuan import package
from juesuan.model import Facts
from tests.conftest import IDS

_SAME = str.maketrans("（）：；，“”＞＜＝？！", '():;,""><=?!')
_FUNDS = ("initial_budget", "annual_budget", "executed", "weight", "execution_rate_pct", "score")
_CELLS = ("level1", "level2", "level3", "basis", "target", "actual", "weight", "score", "reason")


def number(text: str | None) -> str:
    plain = (text or "").replace(",", "").rstrip("%分").strip()
    try:
        return str(Decimal(plain).normalize() + 0)
    except InvalidOperation:
        return plain


def words(text: str | None) -> str:
    flat = (
        re.sub(r"[\s$\\]", "", text or "").replace("geq", "≥").replace("leq", "≤").translate(_SAME)
    )
    return flat.replace(">=", "≥").replace("<=", "≤").replace("'", '"')


def same(name: str, one: str | None, other: str) -> bool:
    return (
        number(one) == number(other)
        if name in (*_FUNDS, "total_score")
        else words(one) == words(other)
    )


@pytest.fixture
def facts(disclosure_id: str, remade) -> Facts:
    """What this code makes of a source now, not the package that was committed."""
    return package.load(remade(disclosure_id))


@pytest.mark.parametrize("disclosure_id", IDS)
def test_every_figure_of_the_prose(disclosure_id: str, facts: Facts, readings) -> None:
    reading = readings[disclosure_id]
    bound = [
        row
        for row in facts.rows("figures")
        if row["status"] == "bound" and row["resource"] in ("measures", "functions")
    ]
    assert Counter(number(row["value"]) for row in bound) == Counter(
        number(entry[3]) for entry in reading["narrative"]
    )


def pairs(facts, reading):
    """Each form that was read by eye, with the published one of the same place."""
    starts = {}
    for figure in facts.rows("figures"):
        if (
            figure["resource"] in ("project_funds", "projects", "indicators")
            and figure["status"] == "bound"
        ):
            starts.setdefault(figure["row"].split("/")[0], int(figure["line"]))
    for form in reading["forms"]:
        line = form["form"]["line"]
        project_id = min((at, one) for one, at in starts.items() if at >= line)[1]
        yield form, next(row for row in facts.rows("projects") if row["project_id"] == project_id)


def differences(facts, reading) -> list[tuple[str, ...]]:
    """Published cells that are not what was read, save those that are marked unreadable."""
    found = []
    for form, project in pairs(facts, reading):
        here = project["project_id"]
        for name in (
            "name",
            "supervisor",
            "implementer",
            "total_score",
            "expected_goal",
            "actual_goal",
        ):
            if name in form["form"] and not agrees(form["form"][name], project, name):
                found.append((here, name))
        for resource, wanted, names in (
            ("project_funds", form["funds"], _FUNDS),
            ("indicators", form["indicators"], _CELLS),
        ):
            rows = [row for row in facts.rows(resource) if row["project_id"] == here]
            printed = [
                one
                for one in wanted
                if resource == "project_funds" or one["target"] != "" or one["weight"] != ""
            ]
            if len(rows) != len(printed):
                found.append((here, resource, "rows", str(len(printed)), str(len(rows))))
            for row, one in zip(rows, printed, strict=False):
                found += [
                    (here, row["position"], n)
                    for n in names
                    if n in one and not agrees(one[n], row, n)
                ]
    return found


def agrees(read: str | None, row, name: str) -> bool:
    if name in row["unreadable"].split() or (read is None and not row[name]):
        return True
    return read is not None and same(name, read, row[name])


ACCEPTED = {
    # A first level printed below its first rows (a page break moved the merged cell) is given to those rows too.
    "urumqi-human-resources-2023": {("p15", "1", "level1"), ("p15", "2", "level1")},
}  # fmt: skip


@pytest.mark.parametrize("disclosure_id", IDS)
def test_every_cell_of_the_forms(disclosure_id: str, facts: Facts, readings) -> None:
    found = differences(facts, readings[disclosure_id])
    assert set(found) <= ACCEPTED.get(disclosure_id, set()), found


def test_what_could_be_named_of_a_poor_scan_is_published(remade, readings) -> None:
    """The program restores it, or a person read it; nothing that was named stays unreadable."""
    facts, reading = (
        package.load(remade("urumqi-government-services-2023")),
        readings["urumqi-government-services-2023"],
    )
    for form, project in pairs(facts, reading):
        lost = project["unreadable"].split()
        assert not [name for name in form["form"] if name in lost and form["form"][name]]
        rows = [r for r in facts.rows("indicators") if r["project_id"] == project["project_id"]]
        for row, one in zip(rows, form["indicators"], strict=True):
            assert not [name for name in row["unreadable"].split() if one[name]]


@pytest.mark.parametrize(
    ("disclosure_id", "forms"),
    [
        ("changji-government-office-2023", 4),
        ("urumqi-government-office-2024", 8),
        ("urumqi-government-services-2023", 6),
        ("urumqi-human-resources-2023", 60),
        ("urumqi-party-committee-2023", 33),
    ],
)
def test_no_form_is_lost(disclosure_id: str, forms: int, facts: Facts) -> None:
    rows = facts.rows("projects")
    assert [row["kind"] for row in rows] == ["overall"] + ["project"] * forms
    assert all(row["name"] or "name" in row["unreadable"].split() for row in rows)
