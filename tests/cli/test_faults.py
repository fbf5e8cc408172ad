"""Faults of one disclosure among three, and of the machine: the others are whole, no trace, nothing lost."""

from __future__ import annotations

import errno
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from juesuan import collection
from juesuan.cli import app
from juesuan.collection.disk.lock import alone
from juesuan.pages import over
from juesuan.pages.addresses import DRAWN
from tests.collection.folder import bytes_of
from tests.conftest import ROOT
from tests.made import disclosure

BAD = "bb-office-2024"
NAMES = ("aa-office-2024", BAD, "cc-office-2024")
NOTICED, REMADE = "未能重新读取", "由原文重新读取"


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three converted disclosures."""
    root = tmp_path_factory.mktemp("converted")
    (root / "docs").mkdir()
    for name, office in zip(NAMES, ("甲局", "乙局", "丙局"), strict=True):
        (root / "datapackages" / name / "source").mkdir(parents=True)
        text = disclosure().replace("示例局", office)
        (root / "datapackages" / name / "source" / "made.txt").write_text(text, encoding="utf-8")
    assert juesuan(root, "build", "--only", "packages").exit_code == 0
    return root


@pytest.fixture(scope="module")
def whole(converted: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three converted disclosures and their pages."""
    root = shutil.copytree(converted, tmp_path_factory.mktemp("whole") / "repo")
    assert juesuan(root, "build").exit_code == 0
    return root


@pytest.fixture
def root(converted: Path, tmp_path: Path) -> Path:
    """A repository to damage, whose pages are not drawn."""
    return shutil.copytree(converted, tmp_path / "repo")


@pytest.fixture
def drawn(whole: Path, tmp_path: Path) -> Path:
    """A repository to damage, with its pages."""
    return shutil.copytree(whole, tmp_path / "repo")


def juesuan(root: Path, *words: str):
    jobs = ("-j", "1") if words[0] == "build" else ()
    return CliRunner().invoke(app, ["--root", str(root), *words, *jobs])


def started(root: Path, *words: str, **options) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "scripts"), **options.pop("env", {})}
    command = [sys.executable, "-m", "juesuan", "--root", str(root), *words]
    return subprocess.Popen(
        command, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment,
        **options,
    )  # fmt: skip


def pages(root: Path, name: str) -> dict[str, str]:
    place = root / DRAWN / "d" / name
    return {
        path.relative_to(place).as_posix(): path.read_text(encoding="utf-8")
        for path in place.rglob("*.body")
    }


def others(root: Path) -> dict[str, str]:
    """All that is published but the bad one's own, and where its files are told with sum or size."""
    found = bytes_of(root / DRAWN)
    telling = (".over-all", "api/v1/disclosures.json", "d/all/catalog.jsonld", "d/parts/data.html")
    return {
        name: told
        for name, told in found.items()
        if f"/{BAD}/" not in f"/{name}" and name not in telling
    }


def source_gone(folder: Path) -> None:
    shutil.rmtree(folder / "source")


def datetime_in_notes(folder: Path) -> None:
    (folder / "disclosure.toml").write_text("published = 2024-09-20T10:00:00\n", encoding="utf-8")


def nested_notes(folder: Path) -> None:
    notes = "[limits]\nunread = 0\n[limits.more]\na = 1\n"
    (folder / "disclosure.toml").write_text(notes, encoding="utf-8")


def unreadable_pdf(folder: Path) -> None:
    source_gone(folder)
    (folder / "source").mkdir()
    (folder / "source" / "made.pdf").write_bytes(b"%PDF-1.7\nnothing that follows\n")


def unreadable_second_file(folder: Path) -> None:
    (folder / "source" / "b.pdf").write_bytes(b"%PDF-1.7\nnothing that follows\n")


Damage = Callable[[Path], None]


@pytest.mark.slow
@pytest.mark.parametrize(
    "damage",
    [source_gone, datetime_in_notes, nested_notes, unreadable_pdf, unreadable_second_file],
)
def test_the_last_good_package_is_shown_and_says_so(
    whole: Path, drawn: Path, damage: Damage
) -> None:
    damage(drawn / "datapackages" / BAD)
    report = drawn / "report.md"
    found = juesuan(drawn, "build", "--report", str(report))
    assert found.exit_code == 1 and "Traceback" not in found.output
    assert f"juesuan: {BAD}: " in found.output
    assert f"| {BAD} | failed |" in report.read_text(encoding="utf-8")
    assert others(drawn) == others(whole)
    assert pages(drawn, BAD).keys() == pages(whole, BAD).keys()
    assert all(NOTICED in text for text in pages(drawn, BAD).values())
    alone_drawn = juesuan(drawn, "build", "--only", "pages")
    assert alone_drawn.exit_code == 1 and "last good package" in alone_drawn.output


@pytest.mark.slow
def test_a_damaged_table_is_drawn_from_its_source_and_told_each_time(
    whole: Path, drawn: Path
) -> None:
    table = drawn / "datapackages" / BAD / "data" / "measures.csv"
    table.write_bytes(table.read_bytes()[:-30])
    damaged = table.read_bytes()
    for _ in range(2):
        found = juesuan(drawn, "build", "--only", "pages")
        assert found.exit_code == 1 and "Its pages show what its source gives." in found.output
        assert others(drawn) == others(whole)
        assert all(REMADE in text for text in pages(drawn, BAD).values())
    assert table.read_bytes() == damaged
    assert juesuan(drawn, "build").exit_code == 0
    assert bytes_of(drawn / DRAWN) == bytes_of(whole / DRAWN)


@pytest.mark.slow
def test_what_has_neither_is_left_out_and_the_others_are_drawn(drawn: Path) -> None:
    (drawn / "datapackages" / BAD / "data" / "measures.csv").write_text("x", encoding="utf-8")
    source_gone(drawn / "datapackages" / BAD)
    found = juesuan(drawn, "build")
    assert found.exit_code == 1 and "no page of it is published" in found.output
    assert not pages(drawn, BAD) and pages(drawn, NAMES[0]) and pages(drawn, NAMES[2])


@pytest.mark.slow
def test_a_bad_name_is_told_once_and_a_hidden_file_not_at_all(whole: Path, drawn: Path) -> None:
    (drawn / "datapackages" / BAD / "source" / ".DS_Store").write_bytes(b"x")
    assert juesuan(drawn, "build").exit_code == 0
    shutil.copytree(drawn / "datapackages" / BAD, drawn / "datapackages" / "Bad Name")
    found = juesuan(drawn, "build")
    assert found.exit_code == 1 and found.output.count("not a disclosure id") == 1
    assert others(drawn) == others(whole)


@pytest.mark.parametrize(
    "command", ["check", "show", pytest.param("validate", marks=pytest.mark.slow)]
)
def test_who_looks_sees_the_others(root: Path, command: str) -> None:
    (root / "datapackages" / BAD / "datapackage.json").write_text("[" * 9000, encoding="utf-8")
    found = juesuan(root, command)
    assert found.exit_code == 1 and BAD in found.stderr
    assert "Traceback" not in found.output
    if command != "validate":
        assert NAMES[0] in found.stdout and NAMES[2] in found.stdout
    assert juesuan(root, "check", "no-such-2024").exit_code == 2


@pytest.mark.slow
def test_a_fault_over_all_is_one_line_and_leaves_the_report(
    drawn: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("out of luck")

    monkeypatch.setattr(over.across, "pages", broken)
    (drawn / DRAWN / ".over-all").unlink()
    found = juesuan(drawn, "build", "--report", str(drawn / "report.md"))
    assert found.exit_code == 2 and len(found.stderr.splitlines()) == 1
    assert "pages over all: the program broke" in found.stderr
    assert (drawn / "report.md").exists()


@pytest.mark.slow
def test_a_full_disk_leaves_what_was_published(
    converted: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.write_bytes

    def full(path: Path, data: bytes) -> int:
        if root in path.parents:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        return real(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    found = juesuan(root, "build", "--all", "--only", "packages")
    assert found.exit_code == 1 and "No space left" in found.stderr
    assert len(found.stderr.splitlines()) == 3
    assert bytes_of(root / "datapackages") == bytes_of(converted / "datapackages")


@pytest.mark.slow
def test_a_real_limit_of_file_sizes_is_a_line_a_disclosure(converted: Path, root: Path) -> None:
    def limited() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (300, 300))

    running = started(root, "build", "--all", "--only", "packages", "-j", "1", preexec_fn=limited)
    _, told = running.communicate(timeout=120)
    assert running.returncode == 1 and "Traceback" not in told
    assert len(told.splitlines()) == 3
    assert bytes_of(root / "datapackages") == bytes_of(converted / "datapackages")


def test_a_folder_that_cannot_be_written_is_one_line(root: Path) -> None:
    shutil.rmtree(root / ".cache")
    (root / ".cache").write_text("a file where a folder should be", encoding="utf-8")
    found = juesuan(root, "build")
    assert found.exit_code == 2 and len(found.stderr.splitlines()) == 1
    assert "Expected a repository that can be written" in found.stderr


@pytest.mark.slow
def test_a_cache_that_cannot_be_kept_is_made_again(root: Path) -> None:
    (root / ".cache" / "build.json").unlink()
    (root / ".cache" / "build.json").mkdir()
    assert juesuan(root, "build", "--only", "packages").exit_code == 0
    assert {one.state for one in collection.build(root, jobs=1)} == {"built"}


def test_a_second_build_is_refused(root: Path) -> None:
    with alone(root):
        found = juesuan(root, "build")
    assert found.exit_code == 2 and "another command" in found.stderr


@pytest.mark.slow
def test_what_killed_commands_left_is_removed_and_never_published(whole: Path, drawn: Path) -> None:
    folder = drawn / "datapackages" / BAD
    left = drawn / "datapackages" / ".new-abc" / "x-2024" / "source"
    left.mkdir(parents=True)
    (left / "made.txt").write_text(disclosure(), encoding="utf-8")
    (folder / "source" / ".made.txt.new").write_bytes(b"x")
    (folder / "data").rename(folder / ".data.old")
    assert juesuan(drawn, "build").exit_code == 0
    assert bytes_of(drawn / "datapackages") == bytes_of(whole / "datapackages")
    assert bytes_of(drawn / DRAWN) == bytes_of(whole / DRAWN)


@pytest.mark.slow
@pytest.mark.parametrize("after", [0, 3, 7])
def test_an_interrupted_build_ends_with_130_and_one_line(drawn: Path, after: int) -> None:
    begun = drawn / ".cache" / "lock"
    begun.unlink(missing_ok=True)
    running = started(drawn, "build", "--all", start_new_session=True)
    while running.poll() is None and not begun.exists():
        time.sleep(0.05)
    time.sleep(after)
    os.killpg(running.pid, signal.SIGINT)
    _, told = running.communicate(timeout=120)
    is_done = running.returncode in (0, -signal.SIGINT) and not told  # a fast machine was before
    if not is_done:
        ended = running.returncode in (130, -signal.SIGINT)  # a shell calls both of them 130
        assert ended and "Traceback" not in told, told
        assert len(told.splitlines()) == 1


@pytest.mark.slow
def test_python_without_asserts_and_docstrings_gives_the_same_bytes(
    whole: Path, drawn: Path
) -> None:
    shutil.rmtree(drawn / ".cache")
    running = started(drawn, "build", "--all", "-j", "1", env={"PYTHONOPTIMIZE": "2"})
    _, told = running.communicate(timeout=300)
    assert running.returncode == 0, told
    assert bytes_of(drawn / "datapackages") == bytes_of(whole / "datapackages")
    assert bytes_of(drawn / DRAWN) == bytes_of(whole / DRAWN)
