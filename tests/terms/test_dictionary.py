"""Each published resource and field is described in Chinese; what is not published is refused."""

from __future__ import annotations

import re

import pytest

from juesuan import terms
from juesuan.errors import TermsError
from tests.terms.conftest import Changed, text_of

FIELDS = [
    (name, field.name)
    for name, resource in terms.resource_schemas().items()
    for field in resource.fields
]
_CHINESE = re.compile(r"[一-鿿]")


def test_each_resource_and_field_is_described_in_chinese() -> None:
    lacking = [one for one in FIELDS if not _CHINESE.search(terms.about_field(*one))]
    lacking += [
        (name, "")
        for name in terms.resource_schemas()
        if not _CHINESE.search(terms.about_resource(name))
    ]
    assert lacking == []


def test_each_sentence_ends() -> None:
    assert [one for one in FIELDS if not terms.about_field(*one).endswith(("。", "……"))] == []


def test_a_field_of_its_own_comes_before_that_of_its_name() -> None:
    assert terms.about_field("indicators", "reason").startswith("偏差的原因")
    assert terms.about_field("measures", "reason").startswith("部门说明")
    assert terms.about_field("measures", "no_such") == ""


def test_units_are_those_of_the_english_description() -> None:
    for name, resource in terms.resource_schemas().items():
        for field in resource.fields:
            in_money = field.type == "number" and "CNY 10 000" in field.description
            about = terms.about_field(name, field.name)
            assert not in_money or "万元" in about, (name, field.name)
            points = "percent points" in field.description
            assert not points or "百分点" in about, (name, field.name)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("measures = ", "measure = ", "expected a resource"),
        ("share_pct = ", "share = ", "expected a field of a resource"),
        ("[of.texts]", "[of.text]", "expected a resource"),
    ],
)
def test_what_is_not_published_is_refused(changed: Changed, old: str, new: str, told: str) -> None:
    text = text_of("dictionary.toml")
    assert text.count(f"\n{old}") == 1
    folder = changed("dictionary.toml", text.replace(f"\n{old}", f"\n{new}"))
    with pytest.raises(TermsError, match=rf"^dictionary.toml:\d+: .*{told}"):
        terms.about_resource("measures", folder)
