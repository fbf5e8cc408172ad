"""What pages over all need of a disclosure: kept when it is drawn, removed with it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from juesuan.package import Notes
from juesuan.pages import digest
from juesuan.pages.digest import Digests
from tests.pages.made_facts import facts_with, measure

NOTES = Notes(added="2025-02-03", corrections=({"on": "2025-03-04", "what": "更正示例。"},))
TEXT = "收入1.00万元。\n支出2.00万元，另称“本单位没有下属单位”。"


def test_it_holds_sums_and_what_is_printed_at_both_places(tmp_path: Path) -> None:
    fails = [
        {"rule": "N03", "subject": "all", "state": "fail", "figures": "f00001 f00099"},
        {"rule": "N54", "subject": "all", "state": "fail", "statement": "称“本单位没有下属单位”"},
        {"rule": "N01", "subject": "all", "state": "pass", "figures": "f00001"},
    ]
    facts = facts_with(measures=[measure("overall", "1.00")], checks=fails)
    figure = {**facts.rows("figures")[0], "line": "1", "start": "2", "end": "6"}
    facts.tables["figures"] = (figure,)
    for kind in ("zip", "xlsx"):
        (tmp_path / f"made-up-2024.{kind}").write_bytes(kind.encode())
    path = digest.path_of(tmp_path, "made-up-2024")
    path.parent.mkdir(parents=True)
    path.write_text(digest.text_of(facts, TEXT, tmp_path, NOTES), encoding="utf-8")
    found = Digests(tmp_path).of("made-up-2024")
    assert found.files["xlsx"] == {
        "url": "d/made-up-2024/made-up-2024.xlsx",
        "bytes": 4,
        "sha256": hashlib.sha256(b"xlsx").hexdigest(),
    }
    assert set(found.quotes) == {("N03", "all"), ("N54", "all")}
    (number,), (words,) = found.quotes.values()
    assert (number["before"], number["text"]) == ("收入", "1.00")
    assert words["line"] == "2" and "没有下属单位" in words["text"]
    assert found.notes == NOTES
    digest.remove_old(tmp_path, ["another-2024"])
    assert not path.exists()
