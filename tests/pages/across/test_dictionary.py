"""The dictionary of columns, and the terms that disclosures explain."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from juesuan import terms
from juesuan.check import all_rules
from juesuan.model import Facts
from juesuan.pages.across import dictionary
from tests.pages.made_facts import Given, measure
from tests.pages.made_store import disclosure_of, store_of

HOSTILE = "<script>alert(1)</script>"


def parts(root: Path, *every: Facts) -> tuple[str, str]:
    """The part of the page of data, and that of the glossary."""
    found = dict(dictionary.pages(store_of(root, *every)))
    assert list(found) == ["d/parts/dictionary.html", "d/parts/glossary.html"]
    return found["d/parts/dictionary.html"], found["d/parts/glossary.html"]


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The dictionary of a collection in which nothing is."""
    return parts(tmp_path_factory.mktemp("empty"))[0]


def row_of(content: str, resource: str, column: str) -> list[str]:
    """The cells of a column's row: name, title, type, unit, example, rules, description."""
    table = content[content.index(f'id="dict-{resource}"') :].partition("</details>")[0]
    row = next(row for row in table.split("<tr>") if f"<code>{column}</code></th>" in row)
    cells = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)
    return [unescape(re.sub(r"<[^>]*>", "", cell)).strip() for cell in cells]


def check(rule: str, figures: str) -> Given:
    """A result of a rule that looked at these figures."""
    return {"rule": rule, "subject": "all", "state": "pass", "figures": figures}


def test_every_column_of_every_resource_is_described(empty: str) -> None:
    for name, resource in terms.resource_schemas().items():
        for field in resource.fields:
            cells = row_of(empty, name, field.name)
            assert cells[:3] == [field.name, field.title, field.type]
            assert cells[6] == terms.about_field(name, field.name) != "", (name, field.name)


@pytest.mark.parametrize(
    ("resource", "column", "unit"),
    [
        ("disclosure", "headcount_total", "人"),
        ("measures", "share_pct", "百分点"),
        ("functions", "actual", "万元"),
        ("indicators", "weight", "分"),
        ("measures", "label", ""),
        ("measures", "unit", ""),
    ],
)
def test_numbers_have_a_unit_and_texts_none(
    empty: str, resource: str, column: str, unit: str
) -> None:
    assert row_of(empty, resource, column)[3] == unit


@pytest.mark.slow
def test_an_example_shows_the_value_and_how_it_is_printed(tmp_path: Path) -> None:
    facts = disclosure_of("a-2024", measures=[measure("overall", "1234.5")])
    ledger = [{**row, "text": "1，234.50"} for row in facts.tables["figures"]]
    facts.tables["figures"] = tuple(ledger)
    content, _ = parts(tmp_path, facts)
    assert row_of(content, "measures", "actual")[4] == "1234.5（印作“1，234.50”）"
    assert row_of(content, "measures", "change")[4] == "", "it is printed nowhere"


@pytest.mark.slow
def test_a_column_without_figures_shows_its_first_text_shortened(tmp_path: Path) -> None:
    whole, long = "一" * 24, "二" * 25
    rows = [measure("overall", "1.00", reason=long, variance_reason=whole)]
    later = [measure("overall", "1.00", reason="后来的")]
    content, _ = parts(
        tmp_path,
        disclosure_of("b-2024", measures=later),
        disclosure_of("a-2024", measures=rows),
    )
    assert row_of(content, "measures", "reason")[4] == "二" * 24 + "…"
    assert row_of(content, "measures", "variance_reason")[4] == whole


@pytest.mark.slow
def test_a_column_names_the_rules_that_look_at_its_figures(tmp_path: Path) -> None:
    """Figures are of their own disclosure: f00002 of the second one is an annual budget."""
    first, last = all_rules()[0].id, all_rules()[-1].id
    one = [measure("overall", "1.00", change="2.00")]
    two = [measure("overall", "1.00", annual_budget="2.00")]
    content, _ = parts(
        tmp_path,
        disclosure_of("a-2024", measures=one, checks=[check(last, "f00001"), check(first, "")]),
        disclosure_of("b-2024", measures=two, checks=[check(first, "f00001 f00002")]),
    )
    assert row_of(content, "measures", "actual")[5].split() == [first, last], "in their order"
    assert row_of(content, "measures", "annual_budget")[5].split() == [first]
    assert row_of(content, "measures", "change")[5] == ""


@pytest.mark.slow
def test_many_rules_are_counted(tmp_path: Path) -> None:
    rules = [rule.id for rule in all_rules()][:9]
    checks = [check(rule, "f00001") for rule in rules]
    facts = disclosure_of("a-2024", measures=[measure("overall", "1.00")], checks=checks)
    content, _ = parts(tmp_path, facts)
    shown = row_of(content, "measures", "actual")[5].split()
    assert shown == [*rules[:8], "等", "9", "条"]


def said(*pairs: tuple[str, str]) -> list[Given]:
    """A glossary."""
    return [{"term": term, "definition": text} for term, text in pairs]


@pytest.mark.slow
def test_the_same_words_are_told_once_with_who_used_them_first(tmp_path: Path) -> None:
    _, content = parts(
        tmp_path,
        disclosure_of(
            "b-2024", {"department": "乙局"}, glossary=said(("经费", "同"), ("经费", "异"))
        ),
        disclosure_of("a-2024", {"department": "甲局"}, glossary=said(("经费", "同"))),
    )
    found = re.findall(r'<dd>(\S+) <small>——<a href="(.*?)">(.*?)</a>', content)
    assert found == [
        ("同", "../d/a-2024/#glossary", "甲局 2024"),
        ("异", "../d/b-2024/#glossary", "乙局 2024"),
    ]
    assert content.count('<dt id="t-') == 1 and '<dt id="t-经费">经费</dt>' in content


@pytest.mark.slow
def test_a_term_has_at_most_five_definitions(tmp_path: Path) -> None:
    every = [disclosure_of(f"{name}-2024", glossary=said(("词", f"义{name}"))) for name in "abcdef"]
    _, content = parts(tmp_path, *every)
    assert re.findall("义.", content) == ["义a", "义b", "义c", "义d", "义e"]


@pytest.mark.slow
def test_texts_of_disclosures_are_text(tmp_path: Path) -> None:
    glossary = said((f'词"{HOSTILE}', HOSTILE))
    rows = [measure("overall", "1.00", reason=HOSTILE)]
    facts = disclosure_of("a-2024", {"department": HOSTILE}, measures=rows, glossary=glossary)
    for content in parts(tmp_path, facts):
        assert "<script" not in content and "&lt;script&gt;" in content
