"""Figures are joined to the rows of a table by its key, disclosure by disclosure."""

from __future__ import annotations

import pandas as pd

from juesuan.frames.evidence import evidence_of

FIGURES = pd.DataFrame(
    {
        "disclosure_id": ["a", "a", "b"],
        "figure_id": ["f00001", "f00002", "f00001"],
        "row": ["p1/2", "p1/", "p1/2"],
        "field": ["score", "score", "score"],
        "text": ["5", "6", "7"],
    },
    dtype="string",
)
TABLE = pd.DataFrame(
    {"disclosure_id": ["a", "a", "b"], "project": ["p1", "p1", "p1"], "position": [2, pd.NA, 2]}
).astype({"disclosure_id": "string", "project": "string", "position": "Int64"})


def test_rows_are_known_by_all_of_their_key() -> None:
    found = evidence_of(FIGURES, TABLE, ("project", "position"))
    assert [*found["text"]] == ["5", "6", "7"] and [*found["disclosure_id"]] == ["a", "a", "b"]
    assert found["position"].isna().tolist() == [False, True, False]


def test_a_table_that_names_its_figures_is_joined_by_them() -> None:
    table = TABLE.assign(figure_id=pd.array(["f00002", pd.NA, "f00001"], dtype="string"))
    assert [*evidence_of(FIGURES, table, ("project",))["text"]] == ["6", "7"]


def test_a_table_without_a_key_of_its_own() -> None:
    one = pd.DataFrame({"disclosure_id": ["a"]}, dtype="string")
    figures = FIGURES.assign(row="")
    assert [*evidence_of(figures, one, ())["text"]] == ["5", "6"]
