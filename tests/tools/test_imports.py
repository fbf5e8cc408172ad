"""Imports are read from the code as they are, and ways round in them are found."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.imports import circles, count, essential, imported, rooms


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A small package: an entrance, two floors, a ground."""
    made = {
        "entrance.py": "from juesuan.upper.hall import greet\nfrom juesuan import ground\n",
        "upper/__init__.py": "from juesuan.upper.hall import greet\n",
        "upper/hall.py": "from juesuan.ground import floor\nfrom juesuan.upper.stairs import climb\n",
        "upper/stairs.py": "import juesuan.ground\nimport os\n",
        "ground.py": "from pathlib import Path\n",
    }
    for name, text in made.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_every_way_of_importing_is_read(house: Path) -> None:
    assert list(imported(house / "entrance.py")) == ["upper.hall.greet", "ground"]
    assert list(imported(house / "upper" / "stairs.py")) == ["ground"]


def test_a_folder_is_one_room_until_one_looks_into_it(house: Path) -> None:
    assert rooms("", house) == {"entrance": {"upper", "ground"}, "upper": {"ground"}, "ground": set()}
    assert rooms("upper", house) == {"hall": {"stairs"}, "stairs": set()}
    assert count(rooms("", house)) == 3


def test_what_a_longer_way_implies_is_not_essential(house: Path) -> None:
    drawn = essential(rooms("", house))
    assert drawn == {"entrance": {"upper"}, "upper": {"ground"}, "ground": set()}


def test_a_way_round_is_found(house: Path) -> None:
    assert circles(rooms("", house)) == []
    (house / "ground.py").write_text("from juesuan.entrance import door\n", encoding="utf-8")
    assert circles(rooms("", house)) == ["entrance", "ground", "upper"]
