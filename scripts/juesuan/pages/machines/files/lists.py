"""Code lists that belong to the data: the taxonomy, the rules, classifications, regions."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence, Set
from importlib import resources
from typing import Any, NamedTuple

from juesuan import terms
from juesuan.check import all_rules
from juesuan.check.between import between_rules
from juesuan.collection import (
    LOG,
    REGISTRY,
    Department,
    ExpectedYear,
    Logged,
    log_schema,
    log_text,
    registry_schema,
    registry_text,
)
from juesuan.package import SCHEMA_PROFILE, csv_of

_DEPARTMENTS = "departments"
_EXPECTED = "expected"
_LOG = "log"
_BESIDE = {_DEPARTMENTS: REGISTRY, _EXPECTED: f"{_EXPECTED}.csv", _LOG: LOG}
"""Lists of the collection itself; they lie beside the tables, codes in a folder of theirs."""


class CodeList(NamedTuple):
    """A list of codes.

    Attributes:
        name: of the resource and its file; no table has it.
        title: in Chinese.
        description: in English.
        key: the columns that no two rows have alike; none where all of them together say it.
        text: as CSV.
        is_whole: whether every code that the tables use stands in it.
    """

    name: str
    title: str
    description: str
    key: tuple[str, ...]
    text: str
    is_whole: bool = True

    @property
    def path(self) -> str:
        """Where it lies beside the tables."""
        return _BESIDE.get(self.name, f"codes/{self.name}.csv")

    @property
    def columns(self) -> list[str]:
        """The names of its columns."""
        return next(csv.reader(io.StringIO(self.text)))

    @property
    def schema(self) -> dict[str, Any]:
        """Its Table Schema."""
        if self.name == _DEPARTMENTS:
            return registry_schema()
        if self.name == _LOG:
            return log_schema()
        return {
            "$schema": SCHEMA_PROFILE,
            "fields": [self._field(one) for one in self.columns],
            "primaryKey": list(self.key),
            "missingValues": [""],
        }

    def _field(self, name: str) -> dict[str, Any]:
        title, description, kind = _COLUMNS[name]
        needed = {"constraints": {"required": True}} if name in self.key else {}
        return {"name": name, "type": kind, "title": title, "description": description, **needed}


_COLUMNS = {
    "measure": ("指标代码", "Id of the measure.", "string"),
    "label": ("指标名称", "Chinese label.", "string"),
    "english": ("英文名称", "English label.", "string"),
    "unit": ("计量单位", "Unit in which it is printed.", "string"),
    "sections": ("章节", "Sections that print it, separated by spaces.", "string"),
    "parent": ("上级", "The measure or the region above; empty for the highest.", "string"),
    "rule": ("规则", "Id of the rule; never reused.", "string"),
    "plain": ("一句话", "What the rule asks, for a reader who is no accountant.", "string"),
    "title": ("规则内容", "What the rule states.", "string"),
    "explanation": ("说明", "What it means for a layman.", "string"),
    "code": ("编码", "The code.", "string"),
    "level": ("级次", "class, subclass or item.", "string"),
    "name": ("名称", "Name of the code.", "string"),
    "from_year": ("起始年度", "First fiscal year in which it is known to hold.", "year"),
    "to_year": ("终止年度", "Last one; empty where it holds still.", "year"),
    "department_id": ("部门代码", "Id of the department.", "string"),
    "region_code": ("行政区划代码", "Its region, code of GB/T 2260.", "string"),
    "fiscal_year": ("年度", "Fiscal year.", "year"),
    "state": ("收录", "held or missing.", "string"),
    "disclosure_id": ("决算公开编号", "Id of the disclosure that is held.", "string"),
    "published": ("公开日期", "When the department published it, where known.", "date"),
    "mark": ("依据", "How the row is known, see the list of classifications.", "string"),
}
"""Title, description and type of the columns of lists."""

_CLASSIFICATION = (
    "Codes of {} by the Ministry of Finance, with the years in which each holds (no last year: it "
    "still does) and how it is known."
)
_COPIED = (
    ("functional", "支出功能分类科目", _CLASSIFICATION.format("expenditure by function"),
     ("code", "from_year")),
    ("economic", "部门预算支出经济分类科目",
     _CLASSIFICATION.format("expenditure by economic kind, of departments"), ("code", "from_year")),
    ("economic_government", "政府预算支出经济分类科目",
     _CLASSIFICATION.format("expenditure by economic kind, of governments"), ("code", "from_year")),
    ("regions", "行政区划代码", "Regions of GB/T 2260, each with the one above.", ("code",)),
)  # fmt: skip


def code_lists(
    departments: Iterable[Department] = (),
    used: Iterable[str] = (),
    places: Iterable[ExpectedYear] = (),
    log: Sequence[Logged] = (),
) -> Iterator[CodeList]:
    """All lists.

    Args:
        departments: the rows of the registry.
        used: ids of the departments that have disclosures.
        places: the departments and years of which a disclosure is expected.
        log: what was removed, renamed and replaced.
    """
    yield CodeList(
        "taxonomy",
        "指标体系",
        "Measures: Chinese label, English label, unit, the sections that print it, the measure "
        "above.",
        ("measure",),
        csv_of(("measure", "label", "english", "unit", "sections", "parent"), _measures()),
    )
    yield CodeList(
        "rules",
        "勾稽核对规则",
        "Rules: the sentence of each, and what it means for a layman.",
        ("rule",),
        csv_of(
            ("rule", "plain", "title", "explanation"),
            [
                (one.id, one.plain, one.title, one.explanation)
                for one in (*all_rules(), *between_rules())
            ],
        ),
    )
    for file, title, description, key in _COPIED:
        path = resources.files("juesuan.terms") / "data" / f"{file}.csv"
        name = f"{file.replace('_', '-')}-codes"
        yield CodeList(name, title, description, key, path.read_text(encoding="utf-8"))
    yield _registry(list(departments), {*used})
    yield _expected(places)
    yield CodeList(
        _LOG,
        "变更记录",
        "What was done to disclosures that were published here: removed, renamed, or replaced by a "
        "newer file, with the day, the reason and who did it, the oldest first.",
        (),
        log_text(log),
    )


def _registry(rows: Sequence[Department], used: Set[str]) -> CodeList:
    told = "Departments: names with the years in which they hold, region, parent, successor."
    is_whole = used <= {one.department_id for one in rows}
    key = ("department_id", "name")
    return CodeList(_DEPARTMENTS, "部门登记", told, key, registry_text(rows), is_whole)


def _expected(places: Iterable[ExpectedYear]) -> CodeList:
    columns = (
        "department_id", "name", "region_code", "fiscal_year", "state", "disclosure_id",
        "published",
    )  # fmt: skip
    return CodeList(
        _EXPECTED,
        "应有与已收录",
        "Each department of the registry in each year in which a disclosure of it is expected: "
        "state held or missing, the disclosure, the day of publication where known.",
        ("department_id", "fiscal_year"),
        csv_of(columns, map(_place, places)),
    )


def _place(place: ExpectedYear) -> tuple[str, ...]:
    state = "held" if place.disclosure_id else "missing"
    return (
        place.department_id, place.name, place.region_code, str(place.year), state,
        place.disclosure_id, place.published,
    )  # fmt: skip


def _measures() -> list[tuple[str, ...]]:
    return [
        (one.id, one.label, one.english, one.unit, " ".join(one.sections), one.parent)
        for one in terms.measures().values()
    ]
