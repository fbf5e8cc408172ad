"""Lines that are cells."""

from __future__ import annotations

import pytest

from juesuan.intake.singly.tokens import (
    Token,
    below_about,
    parted,
    tokens,
    tokens_between_blanks,
)


def of(text: str) -> list[Token]:
    at, lines = 0, []
    for line in text.split("\n"):
        lines.append((at, at + len(line)))
        at += len(line) + 1
    return tokens(text, lines)


def test_cells_up_to_the_first_prose() -> None:
    found = of("  基本 支出 \n\n 1,204.50\n以上各项合计属实。\n7.00")
    assert [(one.text, one.line) for one in found] == [("基本支出", 0), ("1,204.50", 2)]
    assert (found[0].start, found[0].end) == (2, 7)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("1,204.50", "amount"),
        ("-0.30", "amount"),
        ("—", "amount"),
        ("12", "number"),
        ("20805", "code"),
        ("一", "label"),
        ("其他支出", "label"),
        ("1,20.50", "label"),
    ],
)
def test_what_a_cell_is(text: str, kind: str) -> None:
    one = Token(text, 0, len(text))
    said = {
        "amount": one.is_amount,
        "number": one.is_number,
        "code": one.is_code,
        "label": one.is_label,
    }
    assert said[kind] and (kind != "label" or not one.is_amount)


def test_the_row_that_numbers_the_columns_belongs_to_neither() -> None:
    found = below_about(of("单位:万元\n公开03表\n科目名称\n合计\n栏次\n1=2+3\n2\n合计\n4.10"))
    heads, cells = parted(found, lambda some: len(some) - 2)
    assert [one.text for one in heads] == ["科目名称", "合计"]
    assert [one.text for one in cells] == ["合计", "4.10"]


def between(text: str) -> list[str]:
    at, lines = 0, []
    for line in text.split("\n"):
        lines.append((at, at + len(line)))
        at += len(line) + 1
    found = tokens_between_blanks(text, lines)
    assert all("".join(text[one.start : one.end].split()) == one.text for one in found)
    return [one.text for one in found]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("公开03表\n单位:某局 单位:万元\n\n项 目 合计\n合 计 4.10", ["项目", "合计", "合计", "4.10"]),
        ("类 款 项 科目名称\n201 01 01 人大 4.10", [*"类款项", "科目名称", "201", "01", "01", "人大", "4.10"]),
        ("名称 合计\n2080505 养老保险缴费 支出 4.10", ["名称", "合计", "2080505", "养老保险缴费支出", "4.10"]),
        ("名称 合计\n合计 7.00\n20805 养老\n支出 4.10", ["名称", "合计", "合计", "7.00", "20805", "养老支出", "4.10"]),
        ("金额\n合计 2.00\n结转 结余分配 1.00", ["金额", "合计", "2.00", "结转", "结余分配", "1.00"]),
        ("金额\n一、甲 1.00 一、乙 一、丙", ["金额", "一、甲", "1.00", "一、乙", "一、丙"]),
        ("金额\n合计 2.00 —\n以上属实。 3.00", ["金额", "合计", "2.00", "—"]),
    ],
)  # fmt: skip
def test_cells_between_blanks(text: str, cells: list[str]) -> None:
    assert between(text) == cells
