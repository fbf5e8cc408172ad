"""What a task takes elsewhere and what comes back: nothing else, and nothing that belongs elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan.collection.work.carried import Made, as_task, made, moved, places, put, receive, taken
from juesuan.errors import PackageError
from tests.collection.made_cluster import Text, texts, turned

PLACE = "datapackages/a-2024"


@pytest.fixture
def task(tmp_path: Path) -> Text:
    """A task whose folder holds `given` and `old`."""
    (task,) = texts(tmp_path / "here", "a-2024")
    (task.folder / "old").write_text("old", encoding="utf-8")
    return task


def test_a_task_takes_its_own_files_alone(task: Text) -> None:
    texts(task.root, "b-2024")
    assert taken(task) == {f"{PLACE}/given": b"a-2024", f"{PLACE}/old": b"old"}


def test_what_was_sent_comes_back_only_where_it_changed(task: Text, tmp_path: Path) -> None:
    sent, before = taken(task), places(task, task.root)
    there = moved(task, tmp_path / "there")
    put(sent, there.root)
    turned(there)
    came = made(there, there.root, sent)
    assert came == Made({f"{PLACE}/turned": b"4202-a"}, frozenset({f"{PLACE}/given"}))
    receive(task, task.root, before, came)
    assert taken(task) == {f"{PLACE}/given": b"a-2024", f"{PLACE}/turned": b"4202-a"}
    assert [one.name for one in (task.root / "datapackages").iterdir()] == ["a-2024"]


def test_what_somebody_put_there_meanwhile_stays(task: Text) -> None:
    before = places(task, task.root)
    (task.folder / "new").write_text("new", encoding="utf-8")
    receive(task, task.root, before, Made({f"{PLACE}/given": b"2"}, frozenset()))
    assert taken(task) == {f"{PLACE}/given": b"2", f"{PLACE}/new": b"new"}


def test_a_link_is_not_followed(task: Text, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    (task.folder / "link").symlink_to(tmp_path / "secret")
    with pytest.raises(PackageError, match="a-2024/link: found a symbolic link"):
        taken(task)


@pytest.mark.parametrize(
    "place",
    ["datapackages/b-2024/given", "datapackages/a-2024/../b-2024/x", "/etc/x", f"{PLACE}//x", "x"],
)
def test_nothing_comes_back_that_belongs_elsewhere(task: Text, place: str) -> None:
    before = taken(task)
    with pytest.raises(PackageError, match="expected files below datapackages/a-2024"):
        receive(task, task.root, frozenset(), Made({place: b"x"}, frozenset()))
    assert taken(task) == before


def test_what_says_that_all_is_whole_comes_last(
    task: Text, monkeypatch: pytest.MonkeyPatch
) -> None:
    came = Made({f"{PLACE}/{name}": b"1" for name in (".done", "a", "z")}, frozenset())
    order: list[str] = []
    replace = Path.replace
    monkeypatch.setattr(Path, "replace", lambda a, b: (order.append(b.name), replace(a, b))[1])
    receive(task, task.root, frozenset(), came)
    assert order == ["a", "z", ".done"]


def test_only_tasks_are_carried() -> None:
    with pytest.raises(TypeError, match="found a job of int; expected a Task"):
        as_task(1)
    with pytest.raises(TypeError, match="found a job of str; expected a Task"):
        moved("x", Path())
