"""The families of rules with their examples, and the ledger in numbers."""

from __future__ import annotations

import re

import pytest

from juesuan.check import all_rules
from juesuan.check.between import between_rules
from juesuan.pages.across.board import families
from juesuan.pages.store.store import Store
from juesuan.pages.telling.words import FAMILIES
from tests.conftest import IDS, ROOT


def test_each_rule_belongs_to_one_family() -> None:
    letters = {one.id[0] for one in (*all_rules(), *between_rules())}
    assert letters == FAMILIES.keys()


@pytest.mark.slow
def test_each_example_leads_to_its_print_and_the_ledger_is_whole() -> None:
    store = Store(ROOT, IDS)
    parts = dict(families.pages(store, []))
    told = parts["d/parts/families.html"]
    held = store.one("SELECT count(*) FROM checks WHERE state = 'pass'")
    shown = [int(one.replace(",", "")) for one in re.findall(r"<b>([\d,]+)</b> 处相符", told)]
    assert sum(shown) == held and told.count("<h3") == len(FAMILIES)
    examples = re.findall(r"对得上的一处：.*", told)
    assert len(examples) == 3, "of the five none has tables, or years to compare"
    assert all("/source/#f" in one and "＝" in one for one in examples)
    counts = re.findall(r"<b>([\d,]+)</b> 个", parts["d/parts/ledger.html"])
    figures = store.one("SELECT count(*) FROM figures")
    assert sum(int(one.replace(",", "")) for one in counts) == figures
