"""What is found between disclosures, told to whoever changes the collection or adds to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

from juesuan.collection import Draft, Held, held, read_registry
from juesuan.pages.store.between import judge, judged_anew, wrong_pins
from juesuan.pages.store.database import DATABASE
from juesuan.pages.store.store import Store
from juesuan.rows import ChecksBetweenRow

_FAILS = "state = 'fail'"
_PARTS = ("单位", "本级")
"""Scopes of accounts that may be a part of a department's."""

_Key = tuple[str, str, str]


def between_lines(root: Path, compare: Path | None = None) -> list[str]:
    """The contradictions between disclosures that nobody has looked at, and pins that are wrong.

    Args:
        root: the repository.
        compare: a checkout of it; contradictions that it has as well are left out.

    Returns:
        Pins first, then contradictions, a line each.
    """
    with closing(Store(root, sorted(held(root)), kept=root / DATABASE)) as store:
        judge(store)
        wrong = list(wrong_pins(store))
        rows = store.where(_FAILS).rows("checks_between")
    fresh = [row for row in rows if not row["pinned"]]
    known = _known(compare, fresh) if compare and fresh else {}
    return [*wrong, *(_line(row) for row in fresh if known.get(_key(row)) != row["statement"])]


def _known(root: Path, rows: list[ChecksBetweenRow]) -> Mapping[_Key, str]:
    """What another checkout finds between the same disclosures: the words of what fails."""
    wanted = {one for row in rows for one in (row["disclosure_id"], *row["other_id"].split())}
    there = sorted(wanted & held(root).keys())
    with closing(Store(root, there)) as store:
        return {_key(row): row["statement"] for row in judged_anew(store) if row["state"] == "fail"}


def _key(row: ChecksBetweenRow) -> _Key:
    return (row["disclosure_id"], row["rule"], row["subject"])


def _line(row: ChecksBetweenRow) -> str:
    return f"{row['disclosure_id']} and {row['other_id']}: {row['rule']} {row['statement']}"


def between_draft(root: Path, draft: Draft) -> tuple[ChecksBetweenRow, ...]:
    """What the rules find between a disclosure that is not published and those of a collection.

    Args:
        root: the repository, of which nothing is changed; there may be none.
        draft: the disclosure; its folder must be there still.

    Returns:
        The findings that concern it, its own and those of others with it.
    """
    if draft.state == "alone":
        return ()
    own = draft.facts.disclosure_id
    names = sorted({own, *_near(root, draft, held(root))})
    with closing(Store(root, names, {own: draft.folder})) as store:
        return tuple(
            row
            for row in judged_anew(store)
            if row["other_id"] and own in (row["disclosure_id"], *row["other_id"].split())
        )


def _near(root: Path, draft: Draft, every: Mapping[str, Held]) -> Iterator[str]:
    """The disclosures with which a draft may have to do; only these are opened.

    Those of its department, and of the one that it took over from or that took over from it, a year
    apart or less; and, of its region and year, those that may be a whole of which it is a part, or
    a part of it.
    """
    about = draft.facts.disclosure
    year, is_part = int(about["fiscal_year"] or 0), about["scope"] in _PARTS
    own = _one_after_another(root, draft.facts.disclosure_id[:-5])
    for one, found in every.items():
        is_kin = found.department_id in own and abs(found.year - year) <= 1
        is_beside = (found.year, found.region_code) == (year, about["region_code"])
        if is_kin or (is_beside and (found.scope in _PARTS) != is_part):
            yield one


def _one_after_another(root: Path, department: str) -> set[str]:
    """A department with those that it took over from, and the one that took over from it."""
    links = [(row.department_id, row.successor) for row in read_registry(root) if row.successor]
    return {department, *(one for link in links if department in link for one in link)}


__all__ = ["between_draft", "between_lines"]
