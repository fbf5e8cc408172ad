"""Home, the list of all disclosures, and a page a region."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from juesuan.pages.across.table import Measures
from juesuan.pages.markup import environment
from juesuan.pages.store import Store
from juesuan.pages.words import ORDER
from juesuan.rows import Row

CARDS = 24
"""Disclosures on the first page, the newest years first."""

LISTED = 300
"""Disclosures in one list; regions have lists of their own."""

_NAMES = {"revenue_total": "revenue.total", "expenditure_current": "expenditure.current",
          "three_public_total": "three_public.total", "headcount_total": "headcount.total"}  # fmt: skip


_FOLDERS = (
    ("departments", "各部门历年决算", "../../disclosures/", "公开部门"),
    ("regions", "各地区的公开", "../../disclosures/", "公开部门"),
    ("rules", "勾稽核对的规则", "../../checks/#rules", "勾稽核对"),
    ("all", "全部数据", "../../data/", "数据"),
)
"""Folders whose own address leads to the page that lists what is in them."""


def pages(store: Store) -> Iterator[tuple[str, str]]:
    """The parts of the first page and of the list, and a page a region."""
    env = environment()
    abouts = store.disclosures()
    counts = _counts(store)
    newest = sorted(
        abouts, key=lambda row: (-int(row["fiscal_year"]), row["region_code"], row["disclosure_id"])
    )
    cards = [_card(store, about, counts, "") for about in newest[:CARDS]]
    years = sorted({card["about"]["fiscal_year"] for card in cards}, reverse=True)
    totals = {state: sum(one.get(state, 0) for one in counts.values()) for state in ORDER}
    shared = {"number": len(abouts), "figures": store.one("SELECT count(*) FROM figures"), "totals": totals,
              "departments": len({about["department_id"] for about in abouts})}  # fmt: skip
    yield (
        "d/parts/home.html",
        env.get_template("home.html.j2").render(
            cards=cards, years=years, more=len(abouts) - len(cards), **shared
        ),
    )
    regions: dict[str, list[Row]] = {}
    for about in abouts:
        regions.setdefault(about["region_code"] or "none", []).append(about)
    listed = [_card(store, about, counts, "../") for about in abouts[:LISTED]]
    groups = [
        (code, rows[0]["region"] or "地区未标明", len(rows)) for code, rows in regions.items()
    ]
    template = env.get_template("list.html.j2")
    yield (
        "d/parts/list.html",
        template.render(cards=listed, regions=groups, more=len(abouts) - len(listed), up="../"),
    )
    for folder, title, address, words in _FOLDERS:
        index = env.get_template("folder.md.j2")
        yield f"d/{folder}/index.md", index.render(title=title, address=address, words=words)
    for code, rows in regions.items():
        part = [_card(store, about, counts, "../../../") for about in rows[:LISTED]]
        page = env.get_template("region.md.j2")
        yield (
            f"d/regions/{code}.md",
            page.render(
                region=rows[0]["region"] or "地区未标明",
                cards=part,
                regions=[],
                more=len(rows) - len(part),
                up="../../../",
            ),
        )


def _counts(store: Store) -> dict[str, dict[str, int]]:
    """Checks by disclosure and state, and figures without a place."""
    found: dict[str, dict[str, int]] = {}
    for row in store.ask("SELECT disclosure_id, state, count(*) AS n FROM checks GROUP BY ALL"):
        found.setdefault(row["disclosure_id"], {})[row["state"]] = int(row["n"])
    lost = "SELECT disclosure_id, resource IS NULL AS free, count(*) AS n FROM figures WHERE status = 'unread' GROUP BY ALL"
    for row in store.ask(lost):
        found.setdefault(row["disclosure_id"], {})[
            "unread" if row["free"] == "True" else "lost"
        ] = int(row["n"])
    return found


def _card(store: Store, about: Row, counts: dict[str, dict[str, int]], up: str) -> dict[str, Any]:
    measures = Measures(store, about, up)
    if "revenue.total" not in measures.rows and "overall" in measures.rows:
        measures.rows["revenue.total"] = measures.rows["overall"]
    own = counts.get(about["disclosure_id"], {})
    return {
        "about": about,
        "unread": own.get("unread", 0),
        "lost": own.get("lost", 0),
        "counts": {state: own.get(state, 0) for state in ORDER},
        "cells": {name: measures.number(measure) for name, measure in _NAMES.items()},
        "has_people": measures.value("headcount.total") is not None,
        "forms": store.one(
            "SELECT count(*) FROM projects WHERE kind = 'project' AND disclosure_id = ?",
            about["disclosure_id"],
        ),
    }
