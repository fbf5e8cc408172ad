"""Fixtures: five fixed disclosures read once, made disclosures, a built site, a browser; what is slow is marked.

Tests of the program run on the five of ``five.txt`` and on what they make themselves, so adding a disclosure changes none
of them. Tests of the data (``tests/data``) run on whatever is in ``datapackages/``.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from juesuan import collection, intake, package
from juesuan.intake.text.characters import clean
from juesuan.intake.text.marks import unmark
from juesuan.model import Document, Facts
from tests.made import disclosure, understood

ROOT = Path(__file__).resolve().parent.parent
_SAMPLES = (above / "shared" / "samples" for above in ROOT.parents)
SAMPLES = next((one for one in _SAMPLES if one.is_dir()), ROOT / "no samples")
"""Disclosures that may be shown but not handed on, beside the repository; tests do without them."""

IDS = [
    one
    for one in (ROOT / "tests" / "five.txt").read_text(encoding="utf-8").splitlines()
    if not one.startswith("#")
]

THOROUGH = os.environ.get("THOROUGH") == "1"
"""Whether more of what varies is tried than each run can wait for: `make thorough`."""

_SLOW = {"site", "state", "address", "browser", "from_disk", "hostile", "everything", "two"}
"""Fixtures that build a website or start a browser: what uses them is slow."""

_MANY = 500
"""Tests of which hundreds convert a disclosure: so many that preparing for it takes less."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what uses a website or a browser; where processes share the work, what takes longest begins first."""
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        if fixtures & _SLOW:
            item.add_marker("slow")
        if "browser" in fixtures:
            item.add_marker("browser")
    if len(items) > _MANY:
        collection.prepare()
    if "PYTEST_XDIST_WORKER" in os.environ:
        longest = {item.path for item in items if item.get_closest_marker("browser")}
        items.sort(key=lambda item: item.path not in longest)


def document_of(text: str, name: str = "made.txt") -> Document:
    """A document with this text."""
    return Document(name, "0" * 64, len(text.encode()), "utf-8", text, unmark(clean(text)))


def facts_of(text: str) -> Facts:
    """What is understood of a text."""
    return understood(document_of(text))


def shared(factory: pytest.TempPathFactory) -> Path:
    """A folder of this run of the tests that all of its processes see."""
    own = factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Only one process at a time does what it guards."""
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def sources() -> dict[str, Document]:
    """The five sources, by id."""
    return {
        one: intake.read(next((ROOT / "datapackages" / one / "source").iterdir())) for one in IDS
    }


@pytest.fixture(scope="session")
def published() -> dict[str, Facts]:
    """The five packages as committed, by id."""
    return {one: package.load(ROOT / "datapackages" / one) for one in IDS}


@pytest.fixture(scope="session")
def remade(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Makes the package of a disclosure now, from its source with this code, and returns its folder; once for all processes."""
    base = shared(tmp_path_factory) / "remade"
    (base / "new").mkdir(parents=True, exist_ok=True)

    def make(disclosure_id: str) -> Path:
        committed, fresh = ROOT / "datapackages" / disclosure_id, base / disclosure_id
        with alone(base / f"{disclosure_id}.lock"):
            if not fresh.exists():
                new = base / "new" / disclosure_id
                shutil.copytree(committed / "source", new / "source")
                if (committed / package.NOTES).exists():
                    shutil.copy(committed / package.NOTES, new)
                collection.convert(new)
                new.rename(fresh)
        return fresh

    return make


@pytest.fixture(scope="session")
def readings() -> dict[str, dict]:
    """Readings of the five disclosures made independently of this code, by id."""
    return {
        one: json.loads((ROOT / "tests" / "readings" / f"{one}.json").read_text(encoding="utf-8"))
        for one in IDS
    }


@pytest.fixture
def repository(tmp_path: Path) -> Callable[..., Path]:
    """Makes a repository of one made-up disclosure and returns its root."""

    def make(text: str, disclosure_id: str = "made-up-2024", notes: str = "") -> Path:
        folder = tmp_path / "datapackages" / disclosure_id
        (folder / "source").mkdir(parents=True)
        (folder / "source" / "made.txt").write_text(text, encoding="utf-8")
        if notes:
            (folder / "disclosure.toml").write_text(notes, encoding="utf-8")
        return tmp_path

    return make


@pytest.fixture(scope="session")
def once_converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The datapackages of the repository that ``converted`` copies."""
    packages = tmp_path_factory.mktemp("once") / "datapackages"
    (packages / "made-up-2024" / "source").mkdir(parents=True)
    text = packages / "made-up-2024" / "source" / "made.txt"
    text.write_text(disclosure(), encoding="utf-8")
    collection.convert(packages / "made-up-2024")
    return packages


@pytest.fixture
def converted(once_converted: Path, tmp_path: Path) -> Path:
    """The root of a repository of the made-up disclosure, converted; one of its own for each test."""
    shutil.copytree(once_converted, tmp_path / "datapackages")
    return tmp_path


def build_site(root: Path, site: Path, **environment: str) -> None:
    """Generate the pages of a repository and build its website, in processes of their own; and the copy to open from disk."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT / "scripts"),
        "SOURCE_DATE_EPOCH": "0",
        **environment,
    }
    command = [sys.executable, "-m", "juesuan", "-q", "site", "--no-convert"]
    subprocess.run(command, cwd=root, env=environment, check=True)
    if site != root / "site":
        site.parent.mkdir(parents=True, exist_ok=True)
        (root / "site").rename(site)


def _copy_registry(base: Path) -> None:
    """Copy the rows of the registry that are of the five's departments."""
    head, *rows = (ROOT / "datapackages" / collection.REGISTRY).read_text("utf-8").splitlines()
    departments = {one.rpartition("-")[0] for one in IDS}
    kept = [row for row in rows if row.partition(",")[0] in departments]
    text = "".join(f"{row}\n" for row in (head, *kept))
    (base / "datapackages" / collection.REGISTRY).write_text(text, encoding="utf-8")


@pytest.fixture(scope="session")
def five(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of the five disclosures alone, as committed, with what the registry says of them."""
    base = tmp_path_factory.mktemp("five")
    shutil.copytree(ROOT / "docs", base / "docs")
    for one in IDS:
        shutil.copytree(ROOT / "datapackages" / one, base / "datapackages" / one)
    _copy_registry(base)
    shutil.copy(ROOT / "mkdocs.yml", base)
    return base


@pytest.fixture(scope="session")
def site(five: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The website of the five disclosures, built once for all processes that run tests."""
    built = shared(tmp_path_factory) / "site"
    with alone(built.with_suffix(".lock")):
        if not built.exists():
            build_site(five, five / "site")
            (five / ".cache").rename(built.with_name("state"))
            (five / "site").rename(built)
    return built


@pytest.fixture(scope="session")
def state(site: Path) -> Path:
    """What the build of that website left for the next one (``.cache``)."""
    return site.with_name("state")


@contextmanager
def served(site: Path) -> Iterator[str]:
    """A website served on this machine, by its address."""

    class Quiet(SimpleHTTPRequestHandler):
        def __init__(self, *args, **kwargs) -> None:
            super().__init__(*args, directory=str(site), **kwargs)

        def log_message(self, *args) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The website of the five disclosures, served."""
    with served(site) as found:
        yield found


def program(name: str) -> str:
    """Path of a program; a missing one skips on a laptop and fails under CI."""
    found = shutil.which(name)
    if found:
        return found
    if os.environ.get("CI") == "true":
        pytest.fail(f"{name} is missing: .ci/run installs it")
    pytest.skip(f"{name} is not installed")


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """Debian's Chromium."""
    path = program("chromium")
    from playwright.sync_api import sync_playwright

    flags = [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ]
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=path, args=flags)
        yield chromium
        chromium.close()
