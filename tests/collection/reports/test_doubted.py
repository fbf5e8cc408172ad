"""Tables that were perhaps misread are told by name, and the file where all of it is suspected."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from juesuan import collection, package
from tests.made_pdf import Made
from tests.made_shapes import SHAPES, draw

OTHERS = str.maketrans("356789", "563978")
"""What a font names in place of the digits that it draws."""


class Lying(Made):
    """The made-up disclosure as a font that lies about digits gives it."""

    def html(self) -> str:
        return re.sub(r">[^<]+", lambda text: text[0].translate(OTHERS), super().html())


@pytest.mark.slow
def test_a_font_that_lies_makes_the_file_suspected_and_no_contradictions(tmp_path: Path) -> None:
    file = draw(Lying(43), SHAPES["full"], tmp_path / "a.pdf")
    report = collection.add(tmp_path, file, "made-up-2024")
    assert [one for one in report.remarks if "the file is suspected, not the department" in one]
    facts = package.load(tmp_path / "datapackages" / "made-up-2024")
    checks = facts.rows("checks")
    assert not [row for row in checks if row["state"] == "fail"]
    said = {
        row["subject"] for row in checks if row["rule"] == "T31" and row["state"] == "unreadable"
    }
    assert said and all(any(one.startswith(name) for one in report.remarks) for name in said)


@pytest.mark.slow
def test_a_font_that_tells_the_truth_is_not_suspected(tmp_path: Path) -> None:
    report = collection.add(
        tmp_path, draw(Made(43), SHAPES["full"], tmp_path / "a.pdf"), "made-up-2024"
    )
    assert not [one for one in report.remarks if "suspected" in one or one.startswith("table")]
