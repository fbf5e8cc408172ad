"""The plain summary of a disclosure."""

from __future__ import annotations

import pytest

from juesuan import package
from juesuan.pages.disclosure.sentences import Teller
from juesuan.pages.figures import Evidence
from tests.conftest import IDS, ROOT


@pytest.mark.parametrize("name", IDS)
def test_a_summary_of_eight_to_twelve_sentences(name: str) -> None:
    facts = package.load(ROOT / "datapackages" / name)
    sentences = Teller(facts, Evidence.of(facts, "")).sentences()
    assert 8 <= len(sentences) <= 12
    assert all(one.text.count("data-f=") or one.head == "对得上吗" for one in sentences)
    assert all(one.picture for one in sentences if one.head in ("收入", "支出", "“三公”经费"))
