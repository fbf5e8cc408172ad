"""Each rule has a plain sentence of its own, in words that the glossary explains."""

from __future__ import annotations

import tomllib

import pytest

from juesuan import terms
from juesuan.check import Rule, all_rules
from juesuan.check.between import between_rules
from juesuan.pages.telling.plain import PLAIN
from juesuan.terms.load import DATA

RULES = (*all_rules(), *between_rules())

TRADE = (
    *("科目", "勾稽", "口径", "核算", "容差", "重算", "推算", "调剂", "样张", "执行率", "差异率"),
    *("结转", "结余", "保有量", "占比", "自评", "分值", "得分", "指标值", "完成值", "编码", "基金"),
    *("经济分类", "功能分类", "机关运行经费", "公用经费", "人员经费", "年初预算", "全年预算"),
)
"""Words that an accountant uses and a citizen looks up."""

_EVERYDAY = 3
"""Characters up to which a measure is called by an everyday word, such as 车辆 or 房屋."""


def test_each_rule_has_a_sentence_and_nothing_else_has() -> None:
    written = tomllib.loads((DATA / "plain.toml").read_text(encoding="utf-8"))["rule"]
    assert list(written) == [one.id for one in RULES]


def test_no_two_rules_say_the_same() -> None:
    said = [one.plain for one in RULES]
    assert len(set(said)) == len(said)


def test_a_sentence_uses_no_term_that_the_glossary_lacks() -> None:
    known = [one.name for one in PLAIN]
    labels = {one.label for one in terms.measures().values() if len(one.label) > _EVERYDAY}
    for rule in RULES:
        for term in labels.union(TRADE):
            if term in rule.plain:
                assert any(name in term or term in name for name in known), (rule.id, term)


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.id)
def test_what_custom_alone_asks_is_said_so(rule: Rule) -> None:
    is_said = "通常" in rule.title + rule.explanation
    assert "通常" in rule.plain if rule.usual else is_said or "通常" not in rule.plain


def test_a_rule_that_has_none_has_no_words() -> None:
    assert terms.rule_in_plain("Z99") == ""
