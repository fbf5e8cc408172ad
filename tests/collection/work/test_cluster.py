"""A cluster gives the bytes that this machine gives; what is lost there is told, and stops nothing."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import distributed
import pytest
from typer.testing import CliRunner

from juesuan import collection
from juesuan.cli import app
from juesuan.collection.work.cluster import Cluster
from juesuan.collection.work.spread import spread
from juesuan.errors import ClusterError, PackageError
from juesuan.pages import render
from tests.collection.folder import bytes_of
from tests.collection.made_cluster import Local, local, lost, texts, turned, until
from tests.conftest import ROOT
from tests.made import disclosure

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

_REAL = ("changji-government-office-2023",)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder; what lies below ``orders`` no worker may open."""
    return tmp_path_factory.mktemp("cluster")


@pytest.fixture(scope="module")
def two(base: Path) -> Iterator[Local]:
    """A cluster of two workers."""
    with local(base / "two", base / "orders") as made:
        yield made


@pytest.fixture
def orders(base: Path, request: pytest.FixtureRequest) -> Path:
    """An empty repository that orders."""
    root = base / "orders" / request.node.name
    (root / "datapackages").mkdir(parents=True)
    return root


def _never(line: str) -> None:
    pytest.fail(line)


def test_a_cluster_gives_the_bytes_that_this_machine_gives(
    two: Local, orders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a real one, one that masks its source, one that cannot be read and one that is a link."""
    monkeypatch.setenv("JUESUAN_SECONDS", "200")  # more machines than cores
    for one in _REAL:
        shutil.copytree(ROOT / "datapackages" / one, orders / "datapackages" / one)
    for name, text in (
        ("masked-office-2024", disclosure(tail="联系人电话：13812345678。")),
        ("broken-office-2024", "no disclosure"),
    ):
        (orders / "datapackages" / name / "source").mkdir(parents=True)
        (orders / "datapackages" / name / "source" / "made.txt").write_text(text, encoding="utf-8")
    link = orders / "datapackages" / "linked-office-2024" / "source"
    link.mkdir(parents=True)
    (link / "made.txt").symlink_to(ROOT / "README.md")
    here = orders.parent / "here"
    shutil.copytree(orders, here, symlinks=True)

    told, faults = _all(here, 0)
    with Cluster(two.address, _never) as cluster:
        assert _all(orders, cluster) == (told, faults)
    assert [one.disclosure_id for one in told if one.state == "failed"] == [
        "broken-office-2024",
        "linked-office-2024",
    ]
    masked = (orders / "datapackages" / "masked-office-2024" / "source" / "made.txt").read_text(
        "utf-8"
    )
    assert "13812345678" not in masked
    assert bytes_of(orders / "datapackages") == bytes_of(here / "datapackages")
    drawn = bytes_of(orders / ".cache" / "drawn")
    assert drawn == bytes_of(here / ".cache" / "drawn")
    assert {f"d/{one}/index.body" for one in (*_REAL, "masked-office-2024")} <= drawn.keys()


def _all(root: Path, by: collection.Workers) -> tuple[list[collection.Report], list[str]]:
    """Convert all anew and draw it: what is told of it."""
    reports = list(collection.build(root, everything=True, jobs=by))
    failed = [one.disclosure_id for one in reports if one.state == "failed"]
    faults: list[str] = []
    render(root, jobs=by, failed=faults.append, outdated=failed)
    return sorted(reports, key=lambda one: one.disclosure_id), faults


def test_the_command_compares_with_another_checkout_there_too(
    two: Local, orders: Path, tmp_path: Path
) -> None:
    folder = orders / "datapackages" / "made-up-2024"
    (folder / "source").mkdir(parents=True)
    (folder / "source" / "made.txt").write_text(disclosure(), encoding="utf-8")
    command = ["--root", str(orders), "build", "--only", "packages", "--cluster", two.address]
    done = CliRunner().invoke(app, command)
    assert (done.exit_code, "new contradiction" in done.output) == (0, False)
    shutil.copytree(orders, tmp_path / "before")
    wrong = disclosure().replace("收入总计110.00", "收入总计111.00", 1)
    (folder / "source" / "made.txt").write_text(wrong, encoding="utf-8")
    CliRunner().invoke(app, command)
    done = CliRunner().invoke(app, [*command, "--all", "--compare", str(tmp_path / "before")])
    assert "  new contradiction: N03 " in done.output


def test_files_are_put_in_place_and_old_ones_removed(two: Local, orders: Path) -> None:
    tasks = texts(orders, "a-2024", "b-2024")
    (orders / "datapackages" / "a-2024" / "old").write_text("old", encoding="utf-8")
    with Cluster(two.address, _never) as cluster:
        found = {job.name: result for job, result in spread(turned, tasks, cluster, lost)}
    assert found == {"a-2024": "A-2024", "b-2024": "B-2024"}
    for name in found:
        folder = orders / "datapackages" / name
        assert (folder / "given").read_text("utf-8") == name
        assert (folder / "turned").read_text("utf-8") == name[::-1]
        assert not (folder / "old").exists()
    assert {one.name for one in (orders / "datapackages").iterdir()} == {"a-2024", "b-2024"}


def test_a_process_that_dies_loses_its_own_job_alone(two: Local, orders: Path) -> None:
    tasks = texts(orders, "a-2024", "dies-2024", "b-2024", "c-2024")
    with Cluster(two.address, _never) as cluster:
        found = {job.name: result for job, result in spread(turned, tasks, cluster, lost)}
    assert found == {
        "a-2024": "A-2024",
        "dies-2024": "dies-2024 is lost",
        "b-2024": "B-2024",
        "c-2024": "C-2024",
    }


def test_what_work_raises_is_raised(two: Local, orders: Path) -> None:
    tasks = texts(orders, "fails-2024")
    with (
        Cluster(two.address, _never) as cluster,
        pytest.raises(PackageError, match="failed as ordered"),
    ):
        list(spread(turned, tasks, cluster, lost))


def test_a_job_without_its_files_is_no_task(two: Local) -> None:
    with Cluster(two.address, _never) as cluster, pytest.raises(TypeError, match="expected a Task"):
        list(cluster.spread(str, [1], str))


def test_a_stopped_run_goes_on(two: Local, orders: Path) -> None:
    names = ["a-office-2024", "b-office-2024", "c-office-2024"]
    for name in names:
        (orders / "datapackages" / name / "source").mkdir(parents=True)
        (orders / "datapackages" / name / "source" / "made.txt").write_text(
            disclosure(), encoding="utf-8"
        )
    with Cluster(two.address, _never) as cluster:
        run = collection.build(orders, jobs=cluster)
        first = next(run)
        run.close()
        rest = list(collection.build(orders, jobs=cluster))
    states = {one.disclosure_id: one.state for one in rest}
    assert states.keys() == {*names}
    assert (first.state, states.pop(first.disclosure_id)) == ("built", "unchanged")
    assert "built" in states.values()


def test_few_tasks_are_under_way(two: Local, orders: Path) -> None:
    """Of many, a few for each thread: the scheduler holds no collection."""
    tasks = texts(orders, *(f"n{number}-2024" for number in range(30)))
    with Cluster(two.address, _never) as cluster:
        until(lambda: cluster.threads() == 2)
        held = [
            len(cluster.client.run_on_scheduler(lambda dask_scheduler: list(dask_scheduler.tasks)))
            for _ in spread(turned, tasks, cluster, lost)
        ]
    assert len(held) == 30
    assert max(held) <= 2 * 2 + 1


def test_a_lost_worker_takes_nothing_with_it(base: Path, orders: Path) -> None:
    """What it had under way is done by another one."""
    tasks = texts(orders, *(f"slow{number}-2024" for number in range(8)))
    with local(base / "losing", base / "orders", workers=0) as made:
        first, _ = made.worker(), made.worker()
        with Cluster(made.address, _never) as cluster:
            until(lambda: cluster.threads() == 2)
            run = spread(turned, tasks, cluster, lost)
            found = [next(run)[1]]
            first.kill()
            found += [result for _, result in run]
    assert sorted(found) == [f"SLOW{number}-2024" for number in range(8)]


def test_a_worker_with_another_program_is_refused(base: Path, orders: Path, tmp_path: Path) -> None:
    tasks, told = texts(orders, "a-2024", "b-2024", "c-2024"), []
    other = tmp_path / "scripts"
    shutil.copytree(ROOT / "scripts", other, ignore=shutil.ignore_patterns("__pycache__"))
    with (other / "juesuan" / "amount.py").open("a", encoding="utf-8") as file:
        file.write("# another version\n")
    with local(base / "mixed", base / "orders", workers=0) as made:
        made.worker(other)
        with distributed.Client(made.address, set_as_default=False) as client:
            client.wait_for_workers(1)
        with pytest.raises(ClusterError, match="found 1 workers that run another program"):
            Cluster(made.address, told.append, patience=1)
        assert "refused: it runs juesuan " in told[0]
        made.worker()
        with Cluster(made.address, told.append) as cluster:
            until(lambda: cluster.threads() == 1)
            found = sorted(result for _, result in spread(turned, tasks, cluster, lost))
    assert found == ["A-2024", "B-2024", "C-2024"]
    assert len(told) == 2


def test_a_worker_that_comes_later_is_refused_by_its_answer(two: Local, orders: Path) -> None:
    told: list[str] = []
    with Cluster(two.address, told.append) as cluster:
        cluster.patience, cluster.runs["lxml"] = 1, "0.1"
        with pytest.raises(ClusterError, match="that run another program"):
            list(spread(turned, texts(orders, "a-2024"), cluster, lost))
    assert told
    assert all("lxml" in line and line.endswith("here runs lxml 0.1") for line in told)


def test_no_scheduler_and_no_worker(base: Path) -> None:
    with pytest.raises(ClusterError, match="found no scheduler of Dask"):
        Cluster("tcp://127.0.0.1:9", _never, patience=1)
    empty = local(base / "empty", base / "orders", workers=0)
    with empty as made, pytest.raises(ClusterError, match="found no worker for 1 seconds"):
        Cluster(made.address, _never, patience=1)


def test_without_the_library_the_message_says_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "datapackages").mkdir()
    code = (
        "import sys; sys.modules['distributed'] = None; from juesuan.__main__ import run; "
        f"sys.argv = ['juesuan', '--root', {str(tmp_path)!r}, 'build', '--cluster', 'tcp://h:1']; run()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "`pip install distributed` here and on each worker" in done.stderr


def test_the_library_is_loaded_where_it_is_used_alone() -> None:
    code = "import sys, juesuan.cli, juesuan.pages, juesuan.website; print('distributed' in sys.modules, 'dask' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False False\n"
