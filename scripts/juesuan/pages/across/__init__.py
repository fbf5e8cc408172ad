"""Pages over all disclosures, asked from a columnar store; none lists all without a limit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup

from juesuan.pages.across import (
    data,
    departments,
    dictionary,
    english,
    lists,
    matrix,
    news,
    projects,
)
from juesuan.pages.across.board import between
from juesuan.pages.across.board.board import pages as board_pages
from juesuan.pages.across.gone import departments as gone_departments
from juesuan.pages.across.gone import pages as gone_pages
from juesuan.pages.across.news import Happened
from juesuan.pages.across.topics import cards
from juesuan.pages.across.topics.topics import pages as topic_pages
from juesuan.pages.store.store import Store
from juesuan.pages.writer import Shown


def pages(
    store: Store, archives: Mapping[str, str], happened: Sequence[Happened], linked: Markup
) -> Iterator[tuple[str, str | Shown]]:
    """All pages and parts of pages over all disclosures.

    Args:
        store: the packages.
        archives: names of the files over all disclosures, with what they are.
        happened: to the data: day, id, sentence, summary; the newest first.
        linked: linked data of the catalogue, for the page of data.

    Yields:
        File below the drawn folder, and content.
    """
    yield from topic_pages(store)
    yield from board_pages(store)
    for part in (lists, english, cards, projects, departments, matrix, dictionary, between):
        yield from part.pages(store)
    yield from data.pages(store, archives, linked)
    yield from news.pages(happened)


__all__ = ["gone_departments", "gone_pages", "pages"]
