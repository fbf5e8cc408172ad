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
