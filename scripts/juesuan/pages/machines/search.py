"""The search index: records cut into pairs of characters, in small pieces; a query loads only what it needs.

A Chinese word has no border, so words are not cut: each pair of neighbouring characters is a token (``社会保险`` holds
社会, 会保, 保险), for records and queries alike, and a query of two characters finds them inside any word. Letters and digits
stay whole; codes are also found by their first three and five digits. The pieces are scripts: search works from disk too.
``search.js`` has the same cutting and hashing; a test compares the two.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from juesuan import terms
from juesuan.check import all_rules
from juesuan.pages.across.projects import form_page
from juesuan.pages.across.topics import function_rows
from juesuan.pages.machines.catalogue import title_of
from juesuan.pages.store import Store
from juesuan.pages.words import term_id
from juesuan.rows import Row

TITLE, BESIDE = 10, 2
"""Weight of a token in a record's title, and in the words beside it."""

_RECORDS = 32
"""Records in one piece."""

_PIECE = 7_000
"""Characters that one piece of the index should have."""

_LONGEST = 3000
"""Records that one token can name; the most important are kept."""

_SECTIONS = (
    ("three-public", "“三公”经费", "three_public"),
    ("procurement", "政府采购", "procurement"),
    ("assets", "国有资产", "assets"),
    ("operating", "机关运行经费", "operating"),
)


@dataclass(frozen=True, slots=True)
class Record:
    """Something to find.

    Attributes:
        title, beside: what is shown; both are searched, and ``also`` unseen.
        url: from the site's root.
        weight: how much it matters among records that match alike.
        titled: weight of the tokens of its title.
    """

    title: str
    beside: str
    url: str
    weight: int
    also: str = ""
    titled: int = TITLE


def plain(text: str) -> str:
    """Text as it is searched: full-width forms as half-width, small letters, no punctuation or spaces."""
    folded = unicodedata.normalize("NFKC", text).lower()
    return "".join(
        char if char.isalnum() else " " if char.isspace() or char in "·/" else "" for char in folded
    )


def tokens(text: str) -> list[str]:
    """The tokens of a text.

    >>> tokens("社会保险 2080505")
    ['社会', '会保', '保险', '2080505', '208', '20805']
    """
    found = []
    for run in re.findall(r"[a-z0-9]+|[^\sa-z0-9]+", plain(text)):
        if run.isascii():
            found.append(run)
            found += [run[:size] for size in (3, 5) if run.isdigit() and len(run) > size]
        else:
            found += [run[i : i + 2] for i in range(len(run) - 1)] or [run]
    return found


def piece_of(token: str, number: int) -> int:
    """In which of so many pieces a token stands: FNV-1a over its UTF-16 units."""
    found = 0x811C9DC5
    units = token.encode("utf-16-le")
    for i in range(0, len(units), 2):
        found = ((found ^ int.from_bytes(units[i : i + 2], "little")) * 0x01000193) & 0xFFFFFFFF
    return found % number


def records(store: Store) -> Iterator[Record]:
    """Everything to find on the site."""
    for page in terms.found_pages():
        yield Record(page["title"], "专题与说明", page["url"], 60, page["also"])
    for rule in all_rules():
        yield Record(
            f"{rule.id} {rule.title}", "勾稽核对的规则", f"d/rules/{rule.id}/", 0, titled=2
        )
    codes: dict[str, str] = {}
    for about in store.disclosures():
        yield from _of_disclosure(store, about)
        for row, *_, name in function_rows(store, about):
            if row["code"]:
                codes.setdefault(row["code"], name)
    for code, name in sorted(codes.items()):
        yield Record(
            f"{code} {name.rpartition(' · ')[2]}",
            f"支出功能分类 · {name}",
            f"functions/#i{code}",
            20,
        )
    for row in store.ask(
        "SELECT term, min(definition) AS definition FROM glossary GROUP BY term ORDER BY term"
    ):
        text = row["definition"]
        yield Record(
            row["term"],
            text[:60] + ("…" if len(text) > 60 else ""),
            f"glossary/#{term_id(row['term'])}",
            8,
        )


def _of_disclosure(store: Store, about: Row) -> Iterator[Record]:
    one, title = about["disclosure_id"], title_of(about)
    base, short = f"d/{one}/", f"{about['department']} {about['fiscal_year']}"
    yield Record(
        title, f"{about['region']} · {about['scope']}", base, 40, f"{one} {about['region']}"
    )
    for anchor, label, section in _SECTIONS:
        if store.one(
            "SELECT count(*) FROM measures WHERE disclosure_id = ? AND starts_with(section, ?)",
            one,
            section,
        ):
            yield Record(f"{label}：{short}", title, f"{base}#{anchor}", 4)
    if store.one("SELECT count(*) FROM table3 WHERE disclosure_id = ?", one):
        yield Record(f"九张决算表：{short}", title, f"{base}tables/", 4)
    for row in store.ask("SELECT kind, name FROM organisation WHERE disclosure_id = ?", one):
        if row["kind"] == "unit":
            yield Record(row["name"], f"所属单位 · {title}", f"{base}#organisation", 6)
        else:
            yield Record(row["name"], f"内设机构 · {title}", f"{base}#organisation", 1)
    forms = store.ask(
        "SELECT * FROM projects WHERE disclosure_id = ? ORDER BY CAST(position AS INTEGER)", one
    )
    for number, form in enumerate(forms, start=1):
        if form["kind"] == "project" and form["name"]:
            beside = " · ".join(
                dict.fromkeys(part for part in (form["implementer"], short) if part)
            )
            yield Record(
                form["name"],
                f"项目 · {beside}",
                f"{base}{form_page(number)}/#{form['project_id']}",
                5,
            )


def files(store: Store) -> Iterator[tuple[str, str]]:
    """The pieces: of records, of tokens, and what the script must know first."""
    postings: dict[str, list[tuple[int, int]]] = {}
    parts: list[str] = []
    pieces = 0
    total = 0
    for number, record in enumerate(records(store)):
        weights: dict[str, int] = {}
        for text, weight in (
            (record.title, record.titled),
            (record.beside, BESIDE),
            (record.also, BESIDE * 2),
        ):
            for token in tokens(text):
                weights[token] = max(weights.get(token, 0), weight)
        for token, weight in weights.items():
            postings.setdefault(token, []).append((number, weight * 100 + record.weight * 5))
        parts.append(
            json.dumps(
                [record.title, record.beside, record.url], ensure_ascii=False, separators=(",", ":")
            )
        )
        total = number + 1
        if len(parts) == _RECORDS:
            yield _piece("r", pieces, f"[{','.join(parts)}]")
            parts, pieces = [], pieces + 1
    if parts:
        yield _piece("r", pieces, f"[{','.join(parts)}]")
    size = sum(len(token) + 8 * len(found) for token, found in postings.items())
    number_of = max(1, round(size / _PIECE))
    cut: list[dict[str, list[int]]] = [{} for _ in range(number_of)]
    for token, found in sorted(postings.items()):
        best = sorted(found, key=lambda one: (-one[1], one[0]))[:_LONGEST]
        cut[piece_of(token, number_of)][token] = [value for pair in best for value in pair]
    for i, content in enumerate(cut):
        yield _piece("t", i, json.dumps(content, ensure_ascii=False, separators=(",", ":")))
    first = {"tokens": number_of, "records": _RECORDS, "total": total, "aliases": terms.aliases()}
    yield (
        "d/search/first.js",
        f"juesuanSearch({json.dumps('first')},{json.dumps(first, ensure_ascii=False, separators=(',', ':'))});\n",
    )


def _piece(kind: str, number: int, content: str) -> tuple[str, str]:
    return f"d/search/{kind}{number}.js", f'juesuanSearch("{kind}{number}",{content});\n'
