"""Numbers of persons are found however they are broken; figures and codes never."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan.intake.text.characters import clean
from juesuan.model import Document
from juesuan.personal.numbers import numbers
from tests.personal.numbers_of import card, resident

ID = resident("11010519491231002")
PLAIN_ID = resident("65010219680721033")
CARD = card("622848001234567890")
SHORT_CARD = card("456351010088888")


def found(text: str) -> list[tuple[str, str]]:
    """Kind and characters of each number."""
    plain = clean(text)
    return [(one.kind, "".join(plain[at] for at in one.offsets())) for one in numbers(plain)]


def test_the_example_of_the_standard_is_what_we_think() -> None:
    assert ID == "11010519491231002X"


@pytest.mark.parametrize(
    "text",
    [
        f"身份证号：{ID}",
        f"（{ID}）",
        ID,
        f"公民身份号码 {ID[:6]} {ID[6:14]} {ID[14:]}",
        f"{ID[:6]} {ID[6:14]} {ID[14:]}",
        " ".join(ID),
        f"身份证号码\t{ID}\t男",
        f"身份证{ID[:9]}\n{ID[9:]}",
        f"身份证{ID[:9]}\n\n- 12 -\n\n{ID[9:]}",
        f"身份证{ID[:-1]} {ID[-1].lower()}".replace("x", "X"),
        "身份证号" + "".join(chr(ord(char) + 0xFEE0) for char in ID),
    ],
)
def test_a_resident_id_number_is_found(text: str) -> None:
    assert found(text) == [("id", ID)]


def test_a_slip_of_the_pen_hides_no_id_number() -> None:
    wrong = PLAIN_ID[:-1] + ("1" if PLAIN_ID[-1] != "1" else "2")
    assert found(f"职工{wrong}，") == [("id", wrong)]
    assert found(f"身份证号{wrong}") == [("id", wrong)]


def test_an_old_id_number_is_told_and_masked_where_it_is_named() -> None:
    assert found("650102680721033") == [("old_id", "650102680721033")]
    assert found("身份证号：650102680721033") == [("id", "650102680721033")]
    assert found("纳税人识别号650102680721033") == []


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("13812345678", "13812345678"),
        ("手机：１３８１２３４５６７８", "13812345678"),
        ("138 1234 5678", "13812345678"),
        ("138-1234-5678", "13812345678"),
        ("1 3 8 1 2 3 4 5 6 7 8", "13812345678"),
        ("手机1381234\n5678", "13812345678"),
        ("联系方式:138123 45678", "13812345678"),
        ("+86 138 1234 5678", "8613812345678"),
        ("86-13812345678", "8613812345678"),
        ("王某\t13812345678\t办公室", "13812345678"),
        ("电话0991-1234567、13812345678", "13812345678"),
        ("Tel:13812345678", "13812345678"),
    ],
)
def test_a_mobile_number_is_found(text: str, digits: str) -> None:
    assert found(text) == [("mobile", digits)]


@pytest.mark.parametrize(
    "text",
    [
        CARD,
        f"农行卡{CARD}",
        f"{CARD[:4]} {CARD[4:8]} {CARD[8:12]} {CARD[12:16]} {CARD[16:]}",
        f"卡号：{CARD[:10]}\n{CARD[10:]}",
    ],
)
def test_a_bank_card_is_found(text: str) -> None:
    assert found(text) == [("card", CARD)]


def test_a_card_that_is_named_needs_no_check_digit() -> None:
    wrong = SHORT_CARD[:-1] + str((int(SHORT_CARD[-1]) + 1) % 10)
    assert found(f"银行卡号{wrong}") == [("card", wrong)]
    assert found(wrong) == []


@pytest.mark.parametrize(
    "text",
    [
        "电话：0991-4646139", "12345", "400-800-8888", "010-65012345",
        "13812345678.00", "13812345678元", "138,123,456.78", "￥1,381,234,567.80", "13812345678万元",
        "91650100458000000X", "统一社会信用代码126501004580000002", "统一社会信用代码：510100198001011231",
        "项目编码：650102202401011234", "项目编码13812345678", "65010024T000000123456", "编号 20240113812345678",
        "100.00 138 200.00", "138 1234 5678 90", "2080501 1399 2080505", "1399.12\t15000.00\t18.00",
        "2022 2023 2024", "20240101 20241231", "1399\n2080501", "新财教〔2022〕153号",
    ],
)  # fmt: skip
def test_landlines_codes_and_amounts_are_none(text: str) -> None:
    assert found(text) == []


AMOUNTS = st.decimals(0, 10**12, places=2).map(lambda one: f"{Decimal(one):,}")
PLAIN = st.decimals(0, 10**12, places=2).map(str)
COUNTS = st.integers(0, 99_999).map(str)


@pytest.mark.slow
@given(
    st.lists(AMOUNTS | PLAIN | COUNTS, max_size=40), st.sampled_from(["\t", "万元，", "\n", " \n"])
)
def test_no_figures_of_a_table_are_taken_for_a_number(cells: list[str], between: str) -> None:
    assert found(between.join(cells)) == []


def test_the_five_hold_none(sources: dict[str, Document]) -> None:
    assert [one for document in sources.values() for one in numbers(document.clean)] == []


@pytest.mark.slow
@pytest.mark.parametrize("part", ["1 ", "1\n- 1 -\n", "13", "1-", "138 "])
def test_it_takes_no_longer_than_the_text_is_long(part: str) -> None:
    begin = time.process_time()
    assert [*numbers(part * 100_000)] == []
    assert time.process_time() - begin < 5


def test_numbers_in_a_row_are_parted_by_commas_and_amounts_are_none() -> None:
    text = "手机138-1234-5678，１３８１２３４５６７９，138 1234 5670。"
    assert [number for _, number in found(text)] == ["13812345678", "13812345679", "13812345670"]
    assert not found("收入1,381,234.56万元，13,812,345,678元，13812345678.00")
