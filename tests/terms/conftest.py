from __future__ import annotations

from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from juesuan.terms.load import DATA

Changed = Callable[[str, str], Path]


@pytest.fixture
def changed(tmp_path: Path) -> Changed:
    """The definitions in a folder of their own, in which one file has another text."""

    numbers = count()

    def make(name: str, text: str) -> Path:
        folder = tmp_path / str(next(numbers))
        own = {"", Path(name).parent.as_posix().removeprefix(".")}
        for part in sorted(own):
            (folder / part).mkdir(parents=True, exist_ok=True)
            for path in (DATA / part).glob("*.*"):
                (folder / part / path.name).symlink_to(path)
        for part in {"regions", "words"} - own:
            (folder / part).symlink_to(DATA / part)
        (folder / name).unlink(missing_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
        return folder

    return make


def text_of(name: str) -> str:
    """The text of a definition of the project."""
    return (DATA / name).read_text(encoding="utf-8")
