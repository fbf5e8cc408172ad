"""Lists of the prose: duties, offices and units, categories of basic expenditure, definitions,
statutory tables.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial

from juesuan import terms
from juesuan.amount import NUMERAL
from juesuan.parse import passage
from juesuan.parse.claims import Draft
from juesuan.parse.passage import published
from juesuan.parse.pieces import has_pieces
from juesuan.parse.prose.sections.notes import paragraphs
from juesuan.parse.prose.sections.outline import Outline, Part
from juesuan.parse.prose.stops import ended, stopped
from juesuan.parse.prose.texts import note
from juesuan.parse.prose.units import add_unit
from juesuan.parse.view import View
from juesuan.terms import Words

_TERM = re.compile(r"(?P<term>[^:。]{2,40}):")
_FEWEST = 3
"""Categories of a list of which all but one have an amount, and that one is expected to have it."""

_TITLE = re.compile(r"《([^》]{2,40})》")


def read_lists(outline: Outline, draft: Draft, source: str) -> None:
    """Read all lists of the disclosure.

    Args:
        outline: the sections.
        draft: takes the rows.
        source: the text as received.
    """
    readers: Mapping[str, Callable[[Part, Draft], None]] = {
        "duties": _duties,
        "work": _work,
        "organisation": partial(_organisation, source=source),
        "basic": partial(_categories, source=source),
        "glossary": _glossary,
        "statutory": _statutory,
    }
    for part in outline.parts:
        if part.id in readers:
            readers[part.id](part, draft)


def _words() -> Words:
    return terms.words("lists", numeral=NUMERAL, money=terms.unit_pattern("money"))


def _enumerated(view: View, *marks: str) -> list[View]:
    """The parts of a passage behind the first of the marks of which it has at least one."""
    for mark in marks:
        if found := passage.enumerated(view, _words().pattern(mark)):
            return found
    return []


def _duties(part: Part, draft: Draft) -> None:
    """Each duty of an enumeration; a passage that is none is one duty."""
    for mark in ("bracketed", "arabic", "chinese"):
        pieces = _enumerated(part.body, mark)
        if len(pieces) > 1:
            break
    else:
        pieces = [part.body]
    for piece in pieces:
        note("duties", "duty", piece, draft)


def _work(part: Part, draft: Draft) -> None:
    """What a department says it has done."""
    note("work", "achievement", part.body, draft)


def _organisation(part: Part, draft: Draft, source: str) -> None:
    """Offices, and units where no table lists them."""
    part, _ = ended(part, paragraphs(part.body, part.begins, source, part.full))
    body = View(stopped(part.body.text, part.begins), part.body.at)
    offices = _words().pattern("offices").search(body.text)
    if offices:
        for name in _split(body[slice(*offices.span("names"))]):
            add_unit(passage.strip_marks(name), "office", draft)
    units = _words().pattern("units").search(body.text)
    if units and not any(row["kind"] == "unit" for row in draft.rows("organisation")):
        rest = body[units.end() :]
        for name in _enumerated(rest, "arabic") or _split(_sentence(rest)):
            add_unit(passage.strip_marks(name), "unit", draft)


def _sentence(view: View) -> View:
    """The view up to the end of its first sentence, or to a clause of it that counts."""
    end = _words().pattern("names_end").search(view.text)
    return view[: end.start()] if end else view


def _split(view: View) -> list[View]:
    """The parts between enumeration commas that stand outside brackets."""
    parts, start, depth = [], 0, 0
    for i, char in enumerate(view.text):
        depth += (char == "(") - (char == ")")
        if char == "、" and depth <= 0:
            parts.append(view[start:i])
            start = i + 1
    return [*parts, view[start:]]


def _listed(view: View) -> list[View]:
    """The categories of a list; behind an amount, or in a list without 、, a comma parts them."""
    parts = _split(view)
    ends = _words().pattern("after_amount")
    if len(parts) == 1 and _words().pattern("by_commas").fullmatch(view.text):
        ends = _words().pattern("comma")
    return [piece for one in parts for piece in _cut(one, ends)]


def _cut(view: View, mark: re.Pattern[str]) -> list[View]:
    """The pieces of a view between marks."""
    spans = [one.span() for one in mark.finditer(view.text)]
    starts, stops = [0, *(end for _, end in spans)], [*(start for start, _ in spans), len(view)]
    return [view[a:b] for a, b in zip(starts, stops, strict=True) if a < b]


def _categories(part: Part, draft: Draft, source: str) -> None:
    """Categories of basic expenditure, as sentences list them by group."""
    groups = _words().means("groups")
    for match in _words().pattern("categories").finditer(part.body.text):
        group = groups[match["group"]]
        for name in _listed(part.body[slice(*match.span("names"))]):
            rows = [row for row in draft.rows("economic") if row["group"] == group]
            _category(passage.strip_marks(name), group, str(len(rows) + 1), draft, source)
    _tell_without_amount(draft)


def _tell_without_amount(draft: Draft) -> None:
    """Remark a category without an amount in a list whose others have theirs."""
    rows = draft.rows("economic")
    for group in sorted(set(_words().means("groups").values())):
        own = [row for row in rows if row["group"] == group]
        lacking = [row["name"] for row in own if not row["actual"]]
        if len(lacking) == 1 and len(own) > _FEWEST:
            draft.remarks.append(
                f"basic: {lacking[0]} has no amount, unlike the {len(own) - 1} others of its list; "
                "where the original has one, it was lost: compare with the original"
            )


def _category(printed: View, group: str, position: str, draft: Draft, source: str) -> None:
    """One category, with its amount where the prose prints one; pieces of one stay unread."""
    amount = _words().pattern("amount").search(printed.text)
    label = printed
    if amount:
        told = _words().pattern("before_amount").search(printed.text, 0, amount.start())
        label = printed[: told.start() if told else amount.start()]
    if not len(label) or _words().pattern("holds_amount").search(label.text):
        return
    name = _words().pattern("and_so_on").sub("", passage.publish(label))
    row = draft.add("economic", group=group, position=position, name=name)
    draft.quote("economic", row, "name", label)
    if amount and not has_pieces(printed[slice(*amount.span(1))], source):
        row["actual"] = published(amount[1], amount["unit"])
        where = printed[slice(*amount.span(1))]
        draft.bind("economic", row, "actual", row["actual"], where, amount["unit"])


def _glossary(part: Part, draft: Draft) -> None:
    """Terms and their definitions; a term that is defined twice counts once."""
    seen: set[str] = set()
    for entry in _entries(part.body):
        match = _TERM.match(entry.text)
        name = passage.publish(entry[: match.end("term")]) if match else ""
        if match is None or name in seen:
            continue
        seen.add(name)
        term, definition = entry[: match.end("term")], entry[match.end() :]
        row = draft.add("glossary", term=name, definition=passage.publish(definition))
        draft.quote("glossary", row, "term", term)
        draft.quote("glossary", row, "definition", definition)


def _entries(body: View) -> list[View]:
    """The entries of a glossary: numbered ones, or each that begins with a term and its colon."""
    numbered = _enumerated(body, "chinese", "arabic")
    if numbered:
        return numbered
    starts = [match.start(1) for match in _words().pattern("definition").finditer(body.text)]
    return [body[a:b] for a, b in zip(starts, [*starts[1:], len(body)], strict=False)]


def _statutory(part: Part, draft: Draft) -> None:
    """The titles of the statutory tables that the last part lists."""
    for entry in _enumerated(part.body, "chinese"):
        match = _TITLE.match(entry.text)
        if match:
            note("statutory", "statutory_table", entry[slice(*match.span(1))], draft)
