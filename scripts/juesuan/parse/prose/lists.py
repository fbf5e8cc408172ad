"""Lists and definitions of the prose: duties, offices, units, named categories, glossary, statutory tables."""

from __future__ import annotations

import re

from juesuan import terms
from juesuan.amount import NUMERAL
from juesuan.model import Document, Table
from juesuan.parse import passage
from juesuan.parse.claims import Draft
from juesuan.parse.passage import published
from juesuan.parse.prose.narrative import note
from juesuan.parse.prose.outline import Outline, Part
from juesuan.parse.view import Reader, View

_COUNT = "一二三四五六七八九十"
_ENUMERATIONS = (
    rf"\(([{_COUNT}]{{1,3}})\)",
    r"(?<!\d)(\d{1,2})[.、](?!\d)",
    rf"([{_COUNT}]{{1,3}})、",
)
_GROUPS = {
    "人员经费": "personnel", "公用经费": "public", "工资福利支出": "personnel", "对个人和家庭": "personnel",
    "商品和服务支出": "public", "资本性支出": "public",
}  # fmt: skip
_CATEGORIES = re.compile(
    rf"(?P<group>{'|'.join(_GROUPS)})[^。]{{0,30}}?[,:]?(?:主要)?包括:?(?P<names>[^。;]+)"
)
_OFFICES = re.compile(
    r"[下内]设(?:机构)?\d+个[^。:]{0,12}?(?:分别是|分别为|包括|为):(?P<names>[^。]+)"
)
_UNITS = re.compile(
    r"(?:下属(?:预算)?单位|范围的(?:二级预算)?单位)包括:?|[所下]属(?:二级)?(?:预算)?单位\d+个[^。:]{0,12}?(?:分别是|分别为|包括|为):"
)
_TERM = re.compile(r"(?P<term>[^:。]{2,40}):")


def read_lists(outline: Outline, draft: Draft, document: Document, reader: Reader) -> None:
    """Read all lists of the disclosure."""
    _unit_table(document, reader, draft)
    readers = {
        "duties": _duties, "organisation": _organisation, "basic": _categories, "glossary": _glossary,
        "statutory": _statutory,
    }  # fmt: skip
    for part in outline.parts:
        if part.id in readers:
            readers[part.id](part, draft)


def _duties(part: Part, draft: Draft) -> None:
    pieces = next(
        (
            found
            for pattern in _ENUMERATIONS
            if len(found := passage.enumerated(part.body, pattern)) > 1
        ),
        [],
    )
    for piece in pieces or [part.body]:
        note("duties", "duty", piece, draft)


def _organisation(part: Part, draft: Draft) -> None:
    offices = _OFFICES.search(part.body.text)
    if offices:
        _names(part.body[offices.start("names") : offices.end("names")], "office", draft)
    units = _UNITS.search(part.body.text)
    tabled = any(row["kind"] == "unit" for row in draft.tables.get("organisation", []))
    if units and not tabled:
        rest = part.body[units.end() :]
        for piece in passage.enumerated(rest, _ENUMERATIONS[1]) or _split(_sentence(rest), "、"):
            _organisation_row(passage.strip_marks(piece), "unit", draft)


def _unit_table(document: Document, reader: Reader, draft: Draft) -> None:
    """The units that a ruled table with the heading 单位名称 lists; it may go on behind a page."""
    last: Table | None = None
    column: int | None = None
    for table in document.tables:
        if any(first <= table.start < last for first, last in reader.aside):
            continue
        heads = [cell for cell in table.cells if cell.row == 0]
        named = next(
            (one.column for one in heads if reader.view(one.start, one.end).text == "单位名称"),
            None,
        )
        goes_on = (
            last is not None
            and table.width == last.width
            and not len(reader.prose(last.end, table.start))
        )
        if named is None and not (goes_on and column is not None):
            last = None
            continue
        last, column = table, named if named is not None else column
        for cell in table.cells:
            view = reader.view(cell.start, cell.end)
            if cell.column == column and (cell.row or named is None):
                _organisation_row(view, "unit", draft)
            elif re.fullmatch(r"\d{1,3}", view.text):
                draft.refer(view)


def _names(names: View, kind: str, draft: Draft) -> None:
    for piece in _split(names, "、"):
        _organisation_row(passage.strip_marks(piece), kind, draft)


def _organisation_row(name: View, kind: str, draft: Draft) -> None:
    if (
        not len(name)
        or len(name) > 80
        or re.match(r"(?:我|本)?(?:单位|部门)?(?:无|没有)", name.text)
    ):
        return
    rows = [row for row in draft.tables.get("organisation", []) if row["kind"] == kind]
    row = draft.add(
        "organisation", kind=kind, position=str(len(rows) + 1), name=passage.publish(name)
    )
    draft.quote("organisation", row, "name", name)


def _sentence(view: View) -> View:
    """The view up to the end of its first sentence."""
    return view[: view.text.find("。")] if "。" in view.text else view


def _split(view: View, mark: str) -> list[View]:
    """The parts between marks that stand outside brackets."""
    parts, start, depth = [], 0, 0
    for i, char in enumerate(view.text):
        depth += (char == "(") - (char == ")")
        if char == mark and depth <= 0:
            parts.append(view[start:i])
            start = i + 1
    return [*parts, view[start:]]


def _categories(part: Part, draft: Draft) -> None:
    for match in _CATEGORIES.finditer(part.body.text):
        names = part.body[match.start("names") : match.end("names")]
        for name in _split(names, "、"):
            rows = [
                row
                for row in draft.tables.get("economic", [])
                if row["group"] == _GROUPS[match["group"]]
            ]
            _category(passage.strip_marks(name), _GROUPS[match["group"]], len(rows) + 1, draft)


def _category(name: View, group: str, position: int, draft: Draft) -> None:
    """One category of basic expenditure, with its amount where the prose prints one."""
    amount = re.search(rf"({NUMERAL})万元等?$", name.text)
    label = name[: amount.start()] if amount else name
    if not len(label):
        return
    row = draft.add(
        "economic",
        group=group,
        position=str(position),
        name=re.sub(r"等$", "", passage.publish(label)),
    )
    draft.quote("economic", row, "name", label)
    if amount:
        row["actual"] = published(amount[1], "万元")
        draft.bind(
            "economic", row, "actual", row["actual"], name[amount.start(1) : amount.end(1)], "万元"
        )


def _glossary(part: Part, draft: Draft) -> None:
    seen: set[str] = set()
    for entry in _entries(part.body):
        match = _TERM.match(entry.text)
        if not match:
            continue
        term = entry[: match.end("term")]
        definition = entry[match.end() :]
        name = passage.publish(term)
        if name in seen:
            continue
        seen.add(name)
        row = draft.add("glossary", term=name, definition=passage.publish(definition))
        draft.quote("glossary", row, "term", term)
        draft.quote("glossary", row, "definition", definition)


def _entries(body: View) -> list[View]:
    """The entries of a glossary: numbered ones, or each that begins with a term and its colon."""
    numbered = passage.enumerated(body, _ENUMERATIONS[2]) or passage.enumerated(
        body, _ENUMERATIONS[1]
    )
    if numbered:
        return numbered
    starts = [
        match.start(1)
        for match in re.finditer(r"(?:^|(?<=。))([^:。,;]{2,30}:(?=是?指|反映))", body.text)
    ]
    return [body[a:b] for a, b in zip(starts, [*starts[1:], len(body)], strict=False)]


def _statutory(part: Part, draft: Draft) -> None:
    for entry in passage.enumerated(part.body, _ENUMERATIONS[2]):
        match = re.match(r"《([^》]{2,40})》", entry.text)
        if match:
            note("statutory", "statutory_table", entry[match.start(1) : match.end(1)], draft)


def codes(draft: Draft, year: int) -> None:
    """Fill codes by name: from the statutory tables that print them, else from the classifications in force.

    A name that neither has is remarked, and so is a printed code that the classification does not know.
    """
    functional, printed = _by_names(year), _printed_codes(draft)
    for row in draft.tables.get("functions", []):
        names = tuple(_plain(row[name]) for name in ("class", "subclass", "item"))
        present = (
            _plain(
                terms.classification("functional", 2024).get(
                    terms.class_code(row["class"]), names[0]
                )
            ),
            *names[1:],
        )
        own = printed.get((row["fund"], names), "")
        code = (
            own
            or printed.get((row["fund"], present), "")
            or functional.get(names, "")
            or functional.get(present, "")
        )
        row["code"], row["code_derived"] = code, "true" if code and not own else ""
        if not code:
            draft.remarks.append(
                f"functional classification {year}: no code for {' / '.join(n for n in names if n)}"
            )
    for resource in ("table1", "table4"):
        for row in draft.tables.get(resource, []):
            if row["side"] == "expenditure" and row["kind"] == "line":
                name = terms.words("statutory").pattern("ordinal").sub("", _plain(row["label"]))
                row["code"] = functional.get((name, "", ""), "")
                row["code_derived"] = "true" if row["code"] else ""
    _unknown_codes(draft, year)
    economic = {
        _plain(name): code
        for code, name in terms.classification("economic", year).items()
        if len(code) == 5
    }
    for row in draft.tables.get("economic", []):
        row["code"] = economic.get(_plain(row["name"]), "")
        if not row["code"]:
            draft.remarks.append(f"economic classification {year}: no code for {row['name']}")


_TABLE_FUNDS = {
    "table5": "general_public_budget",
    "table8": "government_fund",
    "table9": "state_capital",
}


def _printed_codes(draft: Draft) -> dict[tuple[str, tuple[str, ...]], str]:
    """Fund and names of class, subclass and item to the code that a statutory table prints."""
    found = {}
    for resource, fund in _TABLE_FUNDS.items():
        names = {
            row["code"]: _plain(row["name"])
            for row in draft.tables.get(resource, [])
            if row["code"]
        }
        for code in names:
            above = [names.get(code[:length], "") for length in (3, 5) if length < len(code)]
            found[fund, (*above, names[code], "", "")[:3]] = code
    return found


def _unknown_codes(draft: Draft, year: int) -> None:
    """Remark printed codes that the classification lacks: it grows by them."""
    for kind, resources in (
        ("functional", ("table2", "table3", "table5", "table8", "table9")),
        ("economic", ("table6",)),
    ):
        known = terms.classification(kind, year)
        rows = {
            row["code"]: row["name"]
            for one in resources
            for row in draft.tables.get(one, [])
            if row["code"]
        }
        lacking = [f"{code} {name}" for code, name in sorted(rows.items()) if code not in known]
        if lacking:
            draft.remarks.append(
                f"{kind} classification {year}: {len(lacking)} printed codes are not in terms/data/{kind}.csv "
                f"({', '.join(lacking)}); add those that the Ministry's classification has"
            )


def _by_names(year: int) -> dict[tuple[str, ...], str]:
    names = terms.classification("functional", year)
    if year > 2023:
        names = terms.classification("functional", year - 1) | names
    found = {}
    for code, name in names.items():
        above = [_plain(names[code[:length]]) for length in (3, 5) if length < len(code)]
        found[(*above, _plain(name), "", "")[:3]] = code
    return found


def _plain(name: str) -> str:
    return name.replace("（", "(").replace("）", ")")
