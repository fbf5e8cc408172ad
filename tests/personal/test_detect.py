"""All of it together, in the order of the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from juesuan.intake.text.characters import clean
from juesuan.model import Document
from juesuan.personal import detect


def kinds(text: str) -> list[str]:
    return [one.kind for one in detect(clean(text))]


def test_a_sentence_with_all_kinds() -> None:
    text = "干部王建国（身份证号650102196807210331，手机13812345678，邮箱a.b@qq.com），联系人：李明"
    assert kinds(text) == ["name", "id", "mobile", "email", "name"]


def test_addresses_of_offices_are_none() -> None:
    assert kinds("信箱 czj@urumqi.gov.cn，a@GOV.CN") == []
    assert kinds("a@gov.cn.example.com b@163.com") == ["email", "email"]


def test_a_name_stays_told_when_its_number_is_masked() -> None:
    assert kinds("退休干部欧阳明德（身份证号□□□□□□□□□□□□□□□□□□）") == ["name"]


def test_the_five_hold_nothing(sources: dict[str, Document]) -> None:
    assert {name: detect(one.clean) for name, one in sources.items() if detect(one.clean)} == {}


@given(st.text(alphabet="0138 -\n.王@aX号手机", max_size=200))
def test_what_is_found_lies_in_the_text_and_apart(text: str) -> None:
    offsets = [at for one in detect(text) if one.is_masked for at in one.offsets()]
    assert len(offsets) == len({*offsets}) and all(text[at] in "0123456789Xx" for at in offsets)
