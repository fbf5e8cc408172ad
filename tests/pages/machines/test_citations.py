"""Citations name the source and are dated by it."""

from __future__ import annotations

from datetime import date

import pytest

from juesuan import package
from juesuan.pages.addresses import Address
from juesuan.pages.machines.citations import citations
from tests.conftest import IDS, ROOT


@pytest.mark.slow
@pytest.mark.parametrize("one", IDS)
def test_citations_name_the_source(one: str) -> None:
    about = package.load(ROOT / "datapackages" / one).disclosure
    found = citations(about, Address("https://a.example/"))
    for text in found.values():
        assert (
            about["department"] in text
            and about["source_sha256"][:12] in text
            and f"https://a.example/d/{one}/" in text
        )
    assert "[DS/OL]" in found["gbt7714"]
    assert found["bibtex"].count("{") == found["bibtex"].count("}")
    assert date.today().isoformat() not in "".join(found.values())


def test_a_title_is_cited_as_it_is_printed_or_not_at_all() -> None:
    about = package.load(ROOT / "datapackages" / IDS[0]).disclosure
    printed = citations(about, Address(""), "2031 年度单位决算公开情况")
    assert "：《2031 年度单位决算公开情况》，" in printed["plain"]
    assert ". 2031 年度单位决算公开情况[DS/OL]." in printed["gbt7714"]
    assert "《" not in citations(about, Address(""))["plain"]


def test_a_year_of_publication_is_not_guessed() -> None:
    about = package.load(ROOT / "datapackages" / IDS[0]).disclosure
    address = Address("https://a.example/")
    unknown = citations({**about, "published": ""}, address)["bibtex"]
    known = citations({**about, "published": "2025-08-29"}, address)["bibtex"]
    assert "year" not in unknown and "  year = {2025}," in known
