"""Earlier versions of a disclosure: whole ones, each called after a day."""

from __future__ import annotations

from pathlib import Path

from juesuan.collection.disk.versions import CHANGES, VERSIONS, earlier


def version(folder: Path, name: str) -> Path:
    made = folder / VERSIONS / name
    for part in ("data", "source"):
        (made / part).mkdir(parents=True)
    for part in (CHANGES, "datapackage.json"):
        (made / part).write_text("", encoding="utf-8")
    return made


def test_whole_versions_are_found_by_their_day(tmp_path: Path) -> None:
    assert earlier(tmp_path) == []
    second, first = version(tmp_path, "2025-03-02"), version(tmp_path, "2024-11-30-2")
    version(tmp_path, "half")
    (version(tmp_path, "2025-04-01") / CHANGES).unlink()
    (tmp_path / VERSIONS / "2025-05-01").write_text("no folder", encoding="utf-8")
    assert earlier(tmp_path) == [first, second]
