"""Many made disclosures in one run: each is one of its own, and the second run adds nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan import intake
from juesuan.collection.adding.alike import sample
from juesuan.parse import identify
from tests.many import measured, texts


def test_each_text_is_a_disclosure_of_a_department_of_its_own(tmp_path: Path) -> None:
    texts(tmp_path / "given", 12)
    read = [intake.read(path) for path in sorted((tmp_path / "given").iterdir())]
    assert len({identify(one).department for one in read}) == 12
    first, second = (set(sample(one.text)) for one in read[:2])
    assert len(first & second) < len(first) * 0.8


@pytest.mark.slow
def test_the_second_run_adds_nothing() -> None:
    first, again = measured(4)
    assert first.said == "4 disclosures: 4 added, 0 there already, 0 failed"
    assert again.said == "4 disclosures: 0 added, 4 there already, 0 failed"
