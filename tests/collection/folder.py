"""What a folder holds, and adding a file to a repository of its own."""

from __future__ import annotations

import hashlib
from pathlib import Path

from juesuan import collection


def bytes_of(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def added(tmp_path: Path, text: str, name: str = "made-up-2024.txt") -> str:
    file = tmp_path / "in" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return collection.add(tmp_path / "repo", file).disclosure_id
