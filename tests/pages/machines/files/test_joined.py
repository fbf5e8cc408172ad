"""Several CSV files of one resource as one."""

from __future__ import annotations

from pathlib import Path

from juesuan.pages.machines.files.joined import bodies, head, size

FILES = {
    "a": "disclosure_id,kind,position,name\na-2024,office,1,甲科\n",
    "b": "disclosure_id,kind,position,name\n",
    "older": 'name,disclosure_id\n"乙,科",b-2024\n',
}


def test_one_head_and_the_columns_that_there_are_now(tmp_path: Path) -> None:
    files = [tmp_path / name for name in FILES]
    for path in files:
        path.write_text(FILES[path.name], encoding="utf-8", newline="\n")
    made = head("organisation") + b"".join(bodies("organisation", files))
    assert made.decode() == (
        'disclosure_id,kind,position,name\na-2024,office,1,甲科\nb-2024,,,"乙,科"\n'
    )
    assert size("organisation", files) == len(made)
