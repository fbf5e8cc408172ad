"""Collections made of a few rows, for tests of what pages make of several disclosures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from juesuan.model import Facts
from juesuan.package.tables import csv_text
from juesuan.pages.store.store import Store
from juesuan.pages.writer import Shown
from tests.pages.made_facts import Given, facts_with


def disclosure_of(disclosure_id: str, about: Given | None = None, **tables: list[Given]) -> Facts:
    """A package of this id, as :func:`facts_with`; ``about`` are cells of its ``disclosure``."""
    facts = facts_with(**tables)
    own = {name: [dict(row) for row in rows] for name, rows in facts.tables.items()}
    own["disclosure"][0] |= about or {}
    for rows in own.values():
        for row in rows:
            row["disclosure_id"] = disclosure_id
    return replace(
        facts,
        disclosure_id=disclosure_id,
        tables={name: tuple(rows) for name, rows in own.items()},
    )


def drawn(pages: Iterable[tuple[str, str | Shown]]) -> dict[str, str]:
    """Pages over all by their files, each drawn."""
    found = {}
    for path, content in pages:
        text = content.draw() if isinstance(content, Shown) else content
        assert isinstance(text, str)
        found[path] = text
    return found


def store_of(root: Path, *every: Facts) -> Store:
    """The tables of these packages, written as a collection has them, to ask."""
    for facts in every:
        folder = root / "datapackages" / facts.disclosure_id / "data"
        folder.mkdir(parents=True)
        for name, rows in facts.tables.items():
            (folder / f"{name}.csv").write_text(csv_text(name, rows), encoding="utf-8")
    return Store(root, [facts.disclosure_id for facts in every])
