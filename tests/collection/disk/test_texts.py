"""The text of a published disclosure, in which its figures are printed."""

from __future__ import annotations

from pathlib import Path

from juesuan import collection
from juesuan.collection.disk.texts import in_its_line


def test_the_text_is_the_source_or_what_the_package_holds_beside_it(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "a.txt").write_bytes("甲\r\n".encode())
    about = tmp_path / "datapackage.json"
    about.write_text('{"resources": [{"name": "disclosure"}]}', encoding="utf-8")
    assert collection.text_of(tmp_path) == "甲\r\n"
    (tmp_path / "made.txt").write_bytes("乙\r\n".encode())
    about.write_text('{"resources": [{"name": "text", "path": "made.txt"}]}', encoding="utf-8")
    assert collection.text_of(tmp_path) == "乙\r\n"


def test_a_figure_is_shown_in_its_line_alone() -> None:
    text = "上一行1.00\n截至年底，完成年初预算执行进度124.00%。本年没有其他需要说明的事项，下面是附表。\n下一行2.00"
    at = text.index("124.00")
    shown = "…底，完成年初预算执行进度⟦124.00⟧%。本年没有其他需要说明…"
    assert in_its_line(text, at, at + 6) == shown
    assert in_its_line(text, 3, 7) == "上一行⟦1.00⟧"
    assert in_its_line("款\t项\t12.50\t\r\n", 4, 9) == "款 项⟦12.50⟧"
