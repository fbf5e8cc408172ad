"""Files are written beside, put in place, and only where their content changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan.pages.writer import Content, Writer


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
