"""Rules are found because they are there; an id belongs to one function."""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path

import pytest

from juesuan import check
from juesuan.check import Passed, catalogue, rules
from juesuan.check import rule as rules_of
from juesuan.check.catalogue import all_rules, modules
from juesuan.errors import TermsError
from juesuan.model import Facts

MODULE = '''"""A rule in a new module."""

from juesuan.check.book.book import Book
from juesuan.check.comparing.compare import PASS, Outcome
from juesuan.check.rule import rule


@rule("{id}")
def made(book: Book) -> Outcome:
    """一条新规则

    它说的话
    写在两行。
    """
    return Outcome(PASS, f"{{book.year}} 年度")
'''


@pytest.fixture
def add_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Puts a module with a rule into a folder of the package of rules, for one test."""
    all_rules()
    monkeypatch.setattr(rules, "__path__", [*rules.__path__, str(tmp_path)])
    monkeypatch.setattr(rules_of, "_declared", dict(rules_of._declared))
    made = []

    def add(module: str, rule_id: str) -> None:
        (tmp_path / f"{module}.py").write_text(MODULE.format(id=rule_id), encoding="utf-8")
        catalogue._import_all.cache_clear()
        made.append(f"{rules.__name__}.{module}")

    yield add
    for name in made:
        sys.modules.pop(name, None)


def test_a_rule_in_a_new_module_is_found_and_applied(add_rule, base: Facts) -> None:
    before = [one.id for one in all_rules()]
    add_rule("brand_new", "N06-new")
    after = {one.id: one for one in all_rules()}
    assert sorted(after) == list(after) == sorted([*before, "N06-new"])
    assert (after["N06-new"].title, after["N06-new"].explanation) == (
        "一条新规则",
        "它说的话写在两行。",
    )
    (row,) = [row for row in check.run(base) if row["rule"] == "N06-new"]
    assert (row["subject"], row["state"]) == ("all", "pass")
    assert Passed(base).sentence(row) == "2024 年度"


def test_an_id_that_is_declared_twice_is_refused_with_both_places(add_rule) -> None:
    add_rule("twin", "N03")
    with pytest.raises(TermsError) as caught:
        all_rules()
    message = str(caught.value)
    assert "N03" in message
    assert "juesuan.check.rules.prose.totals.totals_equal" in message
    assert "juesuan.check.rules.twin.made" in message


def test_every_module_of_rules_declares_one() -> None:
    declaring = {one.where.rpartition(".")[0] for one in all_rules()}
    assert set(modules()) == declaring


def test_every_rule_has_a_public_sentence() -> None:
    for one in all_rules():
        assert re.fullmatch(r"[NPTX]\d\d(?:-\w+)?", one.id), one.id
        assert one.title and "\n" not in one.title + one.explanation, one.id


def test_an_id_that_a_docstring_names_is_a_rule_of_the_catalogue() -> None:
    """What a module's docstring says of ids must be true of this module."""
    own: dict[str, set[str]] = {}
    for one in all_rules():
        own.setdefault(one.where.rpartition(".")[0], set()).add(one.id)
    place = Path(rules.__path__[0])
    for path in place.rglob("*.py"):
        named = re.findall(r"\b[NPTX]\d\d(?:-\w+)?\b", _docstring(path))
        module = ".".join((rules.__name__, *path.relative_to(place).with_suffix("").parts))
        assert set(named) <= own.get(module, set()), path.name


def _docstring(path: Path) -> str:
    return ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""


@pytest.mark.parametrize("one", all_rules(), ids=lambda one: one.id)
def test_every_rule_says_in_plain_words_what_it_asks(one: rules_of.Rule) -> None:
    """Who does not know the terms reads the explanation first: it repeats no formula."""
    assert len(one.explanation) >= 10 and one.explanation.endswith("。"), one.id
    assert one.explanation != one.title
