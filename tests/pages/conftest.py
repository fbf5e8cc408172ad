"""What machines get of the five disclosures, written without any page."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from juesuan import collection, package
from juesuan.model import Facts
from juesuan.pages import addresses, digest, machines
from juesuan.pages.addresses import Address
from juesuan.pages.machines.downloads import of_disclosure
from juesuan.pages.store.between import judge
from juesuan.pages.store.store import Store
from juesuan.pages.writer import Writer
from tests.conftest import IDS, ROOT

SITE = "https://a.example/"


@pytest.fixture(scope="session")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of the five; beside it, in ``site``, what is for machines."""
    root = tmp_path_factory.mktemp("machines")
    for one in IDS:
        shutil.copytree(ROOT / "datapackages" / one, root / "datapackages" / one)
    shutil.copy(ROOT / "datapackages" / collection.REGISTRY, root / "datapackages")
    write_all(root, root / "site")
    return root


@pytest.fixture(scope="session")
def given(collected: Path) -> Path:
    """The folder of what is for machines of the five."""
    return collected / "site"


@pytest.fixture(scope="session")
def five_facts() -> dict[str, Facts]:
    return {one: package.load(ROOT / "datapackages" / one) for one in IDS}


def write_all(root: Path, site: Path) -> list[str]:
    """Write what machines get of a repository; returns the addresses in their order."""
    writer, written, where = Writer(), [], Address(SITE)
    for one in collection.ids(root):
        folder, home = root / "datapackages" / one, addresses.disclosure(one)
        facts = package.load(folder)
        for name, content in of_disclosure(facts, folder, where):
            writer.write(site / home / name, content)
            written.append(home + name)
        kept = digest.text_of(
            facts, collection.text_of(folder), site / home, package.read_notes(folder)
        )
        writer.write(digest.path_of(root, one), kept)
    store = Store(root, collection.ids(root))
    judge(store)
    for name, content in machines.over_all(store, [], where):
        writer.write(site / name, content)
        written.append(name)
    return written
