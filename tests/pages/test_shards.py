"""Files of evidence hold as many figures as the scripts of the site count with."""

from __future__ import annotations

import json
from pathlib import PurePosixPath

from juesuan.pages.disclosure.source import evidence_files
from tests.conftest import IDS

PUBLISHED = 400
"""Figures a file, as published: who has the number of a figure asks for the file with this."""


def test_a_figure_is_in_the_file_that_is_asked_for(published, sources) -> None:
    facts = published[IDS[0]]
    files = {
        int(PurePosixPath(name).stem): json.loads(text)
        for name, text in evidence_files(facts, sources[IDS[0]].text)
    }
    assert len(files) > 1
    for number, row in enumerate(facts.rows("figures")):
        assert row["figure_id"] in files[number // PUBLISHED]
