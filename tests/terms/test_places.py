"""Regions and their templates."""

from __future__ import annotations

import re

import pytest

from juesuan import terms
from juesuan.errors import TermsError
from tests.terms.conftest import Changed, text_of


def test_regions() -> None:
    regions = terms.regions()
    assert regions["650100"] == ("乌鲁木齐市", "650000")
    assert all(re.fullmatch(r"\d{6}", code) for code in regions)


def test_every_region_lies_in_a_province() -> None:
    regions = terms.regions()
    for code in regions:
        above = [code]
        while parent := regions[above[-1]][1]:
            above.append(parent)
            assert len(above) <= 4, code
        assert above[-1].endswith("0000"), code


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("110000,甲,\n110000,乙,\n", r"csv:3: found row 2 \(乙\).code = .*expected what no other"),
        ("110000,甲,120000\n", "csv:2: .*parent = '120000'; expected the code of a region"),
        ("110000,甲,110000\n", "csv:2: .*parent = '110000'; expected the code of another region"),
        ("1100,甲,\n", "code = '1100'; expected six digits"),
    ],
)
def test_a_wrong_region(changed: Changed, rows: str, message: str) -> None:
    with pytest.raises(TermsError, match=message):
        terms.regions(changed("regions.csv", "code,name,parent\n" + rows))


def test_templates_by_year() -> None:
    old, new = terms.template("652300", 2023), terms.template("650100", 2025)
    assert old and new
    assert old.section_order.index("three_public") == 6
    assert new.section_order.index("three_public") == 8
    assert terms.template("650100", 2019) == old
    shanghai = terms.template("310107", 2024)
    assert shanghai and not shanghai.operating_is_public
    assert terms.template("110101", 2024) is None


@pytest.mark.slow
@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('region_prefix = "31"', 'region_prefix = "99"', "expected the first digits of a code"),
        ('region_prefix = "31"', 'region_prefix = "3"', "expected two, four or six digits"),
        ("years = [2024]", 'years = ["2024"]', "years 1 = '2024'; expected a whole number"),
        (
            '"overview", "revenue"',
            '"overveiw", "revenue"',
            "section_order 1 = 'overveiw'; expected",
        ),
        (
            '"overview", "revenue"',
            '"revenue", "revenue"',
            "section_order 2 = 'revenue'; expected w",
        ),
        ('zero_base_pct = "100.00"', "zero_base_pct = 100.0", "100.0; expected a rate such as"),
        ("overview = [", "overveiw = [", "required.overveiw = .*expected a section, or items"),
        (
            '"overall/change"',
            '"overall/chance"',
            "required.overview 2 = 'overall/chance'; .*behind",
        ),
        ('"overall/change"', '"total/change"', "'total/change'; expected a measure of overview"),
        ('"overall/change"', '"basic.total"', "'basic.total'; expected a measure of overview"),
        ('items = ["actual"', 'items = ["actaul"', "required.items 1 = 'actaul'; .*of functions"),
    ],
)
def test_a_wrong_template(changed: Changed, old: str, new: str, message: str) -> None:
    name = "regions/shanghai-2024.toml"
    text = text_of(name)
    assert old in text
    with pytest.raises(TermsError, match=rf"^{name}:\d+: found .*{message}"):
        terms.templates(changed(name, text.replace(old, new, 1)))


def test_two_templates_of_one_region_and_year(changed: Changed) -> None:
    again = text_of("regions/xinjiang-2024.toml")
    with pytest.raises(
        TermsError, match=r"regions/xinjiang-2024.toml: found the region 65 and the"
    ):
        terms.templates(changed("regions/xinjiang-2023.toml", again))
