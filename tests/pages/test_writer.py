"""Files are written beside, put in place, and only where their content changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan.pages.writer import Content, Record, Shown, Writer


@pytest.mark.parametrize(
    "content", ["文", "文".encode(), lambda path: path.write_text("文", encoding="utf-8")]
)
def test_what_is_the_same_is_left_alone(tmp_path: Path, content: Content) -> None:
    path, writer = tmp_path / "a" / "b.txt", Writer()
    writer.write(path, content)
    before = path.stat().st_mtime_ns, path.stat().st_ino
    writer.write(path, content)
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == before
    assert writer.written == 1 and writer.paths == {path}
    assert path.read_text(encoding="utf-8") == "文"
    writer.write(path, "别的")
    assert writer.written == 2 and [one.name for one in path.parent.iterdir()] == ["b.txt"]


def test_a_maker_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    path, writer = tmp_path / "b.txt", Writer()
    writer.write(path, "old")

    def fail(fresh: Path) -> None:
        fresh.write_text("half", encoding="utf-8")
        raise ValueError

    with pytest.raises(ValueError):
        writer.write(path, fail)
    assert path.read_text(encoding="utf-8") == "old"


def test_a_file_is_drawn_only_where_what_it_shows_has_changed(tmp_path: Path) -> None:
    path, times = tmp_path / "a" / "b.txt", []

    def run(told: str, text: str, code: str = "1") -> Writer:
        record = Record(tmp_path / "record.json", code, tmp_path)
        writer = Writer(record)
        writer.write(path, Shown(told, lambda: times.append(told) or text))
        record.keep()
        assert writer.paths == {path}
        return writer

    assert run("甲", "文").drawn == 1
    assert run("甲", "不画").drawn == 0 and path.read_text(encoding="utf-8") == "文"
    assert (run("乙", "文").drawn, run("乙", "文").written) == (1, 0)
    path.write_text("动", encoding="utf-8")
    assert run("乙", "文").written == 1 and path.read_text(encoding="utf-8") == "文"
    assert run("乙", "新", code="2").written == 1
    path.unlink()
    assert run("乙", "新", code="2").written == 1
    (tmp_path / "record.json").write_text("[", encoding="utf-8")
    assert run("乙", "新", code="2").drawn == 1
    assert times == ["甲", "乙", "乙", "乙", "乙", "乙"]


def test_without_a_record_all_is_drawn(tmp_path: Path) -> None:
    writer = Writer()
    for _ in range(2):
        writer.write(tmp_path / "b.txt", Shown("甲", lambda: "文"))
    assert (writer.drawn, writer.written) == (2, 1)
