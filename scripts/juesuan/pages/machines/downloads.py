"""What is there to download of one disclosure: the package as one ZIP, a workbook, its source."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from juesuan import terms
from juesuan.collection import CHANGES, earlier
from juesuan.model import Facts
from juesuan.package import extracted_text
from juesuan.pages import addresses
from juesuan.pages.addresses import Address
from juesuan.pages.machines.citations import citations
from juesuan.pages.machines.files.workbook import workbook
from juesuan.pages.machines.files.zipped import package_zip
from juesuan.pages.telling.words import title_of
from juesuan.pages.writer import Content


class Download(NamedTuple):
    """A file for download.

    Attributes:
        path: below the disclosure.
        kind: its format.
        content: what it holds, in Chinese.
    """

    path: str
    kind: addresses.Archive
    content: str


def file_list(disclosure_id: str) -> list[Download]:
    """Files for download of one disclosure, beside its source as received."""
    return [
        Download(addresses.archive(disclosure_id, kind), kind, content)
        for kind, content in _CONTENT.items()
    ]


_CONTENT: dict[addresses.Archive, str] = {
    "zip": "完整数据包：全部数据表（CSV）、字段说明、原文、校验和、引用格式",
    "xlsx": "工作簿：每个数据表一页，适合用表格软件查看；核对只列出对不上的，其余的在数据包里",
}


def of_disclosure(facts: Facts, folder: Path, address: Address) -> Iterator[tuple[str, Content]]:
    """Everything to download of one disclosure: address below it, and content.

    Args:
        facts: its package.
        folder: the package's folder.
        address: of the site, which the citation names.
    """
    name, title = facts.disclosure_id, title_of(facts.disclosure)
    citation = citations(facts.disclosure, address)["bibtex"] + "\n"
    tables = [one for one in terms.resource_schemas() if one in facts.tables]
    yield addresses.archive(name, "zip"), lambda path: package_zip(path, folder, citation)
    yield (
        addresses.archive(name, "xlsx"),
        lambda path: workbook(path, title, tables, facts.table, "disclosure_id"),
    )
    yield from _originals(folder)
    yield from _versions(folder, addresses.archive(name, "zip"), citation)


def _originals(folder: Path) -> Iterator[tuple[str, Content]]:
    """The files as received; a text is shown whole on its pages, and the package holds it."""
    if extracted_text(folder) is None:
        return
    for path in sorted((folder / "source").iterdir()):
        if path.is_file():
            yield addresses.file(path.name), path.read_bytes()


def _versions(folder: Path, archive: str, citation: str) -> Iterator[tuple[str, Content]]:
    """The earlier versions of a disclosure: each as its package, and what changed after it."""
    for one in earlier(folder):
        changes = one / CHANGES
        yield addresses.version(one.name, CHANGES), changes.read_bytes()
        yield addresses.version(one.name, archive), partial(_zip, folder=one, citation=citation)


def _zip(path: Path, folder: Path, citation: str) -> None:
    package_zip(path, folder, citation)
