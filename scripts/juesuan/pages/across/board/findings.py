"""Contradictions, each with what is printed, what is in doubt, and a page of its own."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup, escape

from juesuan import terms
from juesuan.check import Rule, all_rules
from juesuan.pages import addresses
from juesuan.pages.across.board.elsewhere import Elsewhere, elsewhere
from juesuan.pages.across.board.letters import application, is_party, question
from juesuan.pages.evidence.figures import NONE, Evidence, grouped
from juesuan.pages.evidence.lines import Lines
from juesuan.pages.evidence.printed import FORMS, Quote
from juesuan.pages.evidence.works import work_of
from juesuan.pages.markup import anchor, rendered
from juesuan.pages.store.store import Store
from juesuan.pages.telling.doubt import Doubt, Weight
from juesuan.pages.telling.said import heading, plain_sentence
from juesuan.pages.writer import Shown
from juesuan.rows import AnyRow, ChecksRow, DisclosureRow, FiguresRow, cell
from juesuan.terms import Field

_LONG = 80
"""Characters of a statement that a title shows."""

_ROWS = 12
"""Rows of a form or table that a page shows."""

_HIDDEN = {"disclosure_id", "project_id", "position", "kind", "source"}
_TECHNICAL = ("_operator", "_value", "_unit")
"""Columns that say again what another one says, or nothing to a reader."""

HERE = "（本页网址）"
"""What stands in letters for the address of the page; a script writes it there."""


@dataclass(frozen=True)
class Finding:
    """A contradiction.

    Attributes:
        about: the row of ``disclosure``.
        row: its row of ``checks``.
        quotes: what is printed around its figures.
        lines: the printed lines, with links for the board.
        doubt: what it puts in doubt.
        name: of the project that it is about, if any.
        printed: the title of the disclosure as it is printed; empty where it is not known.
    """

    about: DisclosureRow
    row: ChecksRow
    quotes: Sequence[Quote]
    lines: Lines
    doubt: Doubt
    name: str = ""
    printed: str = ""

    @property
    def work(self) -> str:
        """What the disclosure is called."""
        return work_of(self.about, self.printed)

    @property
    def plain(self) -> str:
        """What contradicts what, in one sentence; empty where that would be long."""
        return plain_sentence(self.row)

    @property
    def heading(self) -> str:
        """What contradicts what, where it is short; else of what kind, behind a project's name."""
        return heading(self.row["brief"], self.name, self.doubt.heading)

    @property
    def rest(self) -> str:
        """What the sentence says beyond the heading; empty where the heading says it all."""
        if self.plain.startswith(self.heading):
            return self.plain.removeprefix(self.heading).lstrip("；")
        return self.plain

    @property
    def calculation(self) -> str:
        """The sentence with its arithmetic, where it has any beside what is said already."""
        brief, statement = self.row["brief"], self.row["statement"]
        said = brief and statement.startswith(brief) and (self.rest or brief == self.heading)
        return "" if said else statement

    @property
    def title(self) -> str:
        """Whose it is and what contradicts what; no other one of the disclosure has it."""
        said = self.plain or self.row["statement"][:_LONG]
        return f"{self.about['department']} {self.about['fiscal_year']}：{said}"

    @property
    def page(self) -> str:
        """The address of its page."""
        return addresses.finding(self.row["disclosure_id"], anchor(self.row))


@dataclass(frozen=True)
class Told:
    """A contradiction as pages over all know it.

    Attributes:
        about: the row of ``disclosure``.
        rule: the id of its rule.
        page: the address of its page.
        listed: what the page of its rule shows of it.
        heading: what contradicts what.
        words: how much it puts in doubt; empty where it is not about an amount.
        weight: what contradictions are ordered by.
        whole: gives all of it.
    """

    about: DisclosureRow
    rule: str
    page: str
    listed: Markup
    heading: str
    words: str
    weight: Weight
    whole: Callable[[], Finding]


@dataclass(frozen=True)
class Table:
    """Rows of one form or table in which a contradiction's figures stand, with their heads.

    ``more`` are those of which the contradiction cites nothing but 0.
    """

    title: str
    heads: list[str]
    rows: list[list[Markup]]
    more: list[list[Markup]]


def pages(store: Store, found: Iterable[Told]) -> Iterator[tuple[str, Shown]]:
    """A page a contradiction; it shows nothing but what its disclosure holds.

    Args:
        store: the packages.
        found: the contradictions.
    """
    rules = {rule.id: rule for rule in all_rules()}
    for one in found:
        told = store.told_of(one.about["disclosure_id"])
        draw = partial(_page, store, one.whole, rules.get(one.rule))
        yield addresses.body(one.page), Shown(told, draw)


def _page(store: Store, whole: Callable[[], Finding], rule: Rule | None) -> str:
    """The page of a contradiction."""
    one = whole()
    up = addresses.way(one.page, addresses.disclosure(one.row["disclosure_id"]))
    return rendered(
        "finding.html",
        here=one.page,
        one=one,
        rule=rule,
        lines=one.lines.seen_from(up),
        tables=list(_tables(store, one, up)),
        elsewhere=_elsewhere(store, one, up),
        question=_with_place(
            question(one.about, one.work, one.row, one.lines, rule, HERE, one.doubt.zero)
        ),
        application=_with_place(application(one.about, one.work, one.row, one.lines, HERE)),
        place=_with_place(HERE),
        party=is_party(one.about),
    )


def _elsewhere(store: Store, one: Finding, up: str) -> list[Elsewhere]:
    """Under which other names its amounts are printed."""
    rows = store.of(one.row["disclosure_id"]).rows("measures")
    return elsewhere(one.row, one.doubt, rows, store.evidence(one.about, up, "measures"))


def _with_place(letter: str) -> Markup:
    """A letter whose place for the address a script can fill."""
    before, place, after = letter.partition(HERE)
    return Markup('{}<span class="here">{}</span>{}').format(before, place, after)


def _tables(store: Store, one: Finding, up: str) -> Iterator[Table]:
    """The rows of forms and tables in which its figures stand."""
    ids = one.row["figures"].split()
    evidence = store.cited(one.about, up, ids)
    cited = [evidence.by_id[figure] for figure in ids if figure in evidence.by_id]
    for resource in dict.fromkeys(row["resource"] for row in cited):
        if resource in FORMS or resource.startswith("table"):
            yield _table(
                store, one, resource, [row for row in cited if row["resource"] == resource]
            )


def _table(store: Store, one: Finding, resource: str, cited: Sequence[FiguresRow]) -> Table:
    schema = terms.resource_schemas()[resource]
    keys = [*dict.fromkeys(figure["row"] for figure in cited)][:_ROWS]
    own = {schema.row_key(row): row for row in store.of(one.row["disclosure_id"]).table(resource)}
    rows = {key: own[key] for key in keys if key in own}
    fields = _fields(resource, [*rows.values()])
    up = addresses.way(one.page, addresses.disclosure(one.row["disclosure_id"]))
    evidence = store.evidence(one.about, up, resource)
    heads = [field.title for field in fields]
    cells = _cells(evidence, resource, rows, fields, cited)
    if resource in FORMS and resource != "projects":
        heads.insert(0, "自评表")
        names = form_names(store, one.row["disclosure_id"])
        for row, own_cells in zip(rows.values(), cells, strict=True):
            own_cells.insert(0, escape(names.get(cell(row, "project_id"), "")))
    shown, more = _parted(dict(zip(rows, cells, strict=True)), _without_amount(cited))
    return Table(schema.title, heads, shown or more, more if shown else [])


def _parted(
    cells: Mapping[str, list[Markup]], empty: Container[str]
) -> tuple[list[list[Markup]], list[list[Markup]]]:
    """Rows that say something, and those that are empty."""
    shown = [own for key, own in cells.items() if key not in empty]
    return shown, [own for key, own in cells.items() if key in empty]


def _cells(
    evidence: Evidence,
    resource: str,
    rows: Mapping[str, AnyRow],
    fields: Sequence[Field],
    cited: Sequence[FiguresRow],
) -> list[list[Markup]]:
    """The cells of some rows; those that are cited are marked."""
    marked = {(figure["row"], figure["field"].removesuffix("_value")) for figure in cited}
    return [
        [_cell(evidence, resource, row, field, (key, field.name) in marked) for field in fields]
        for key, row in rows.items()
    ]


def _without_amount(cited: Sequence[FiguresRow]) -> set[str]:
    """The rows of which nothing but 0 is cited."""
    told = {figure["row"] for figure in cited if not _is_nothing(figure["value"])}
    return {figure["row"] for figure in cited} - told


def _is_nothing(value: str) -> bool:
    return not value.strip("0.-") and bool(value)


def _fields(resource: str, rows: Sequence[AnyRow]) -> list[Field]:
    """The columns in which some of the rows say something to a reader."""
    every = terms.resource_schemas()[resource].fields
    shown = [field for field in every if _is_shown(field.name)]
    return [field for field in shown if any(cell(row, field.name) for row in rows)]


def _is_shown(name: str) -> bool:
    told = {"realigned", "restored", "unreadable", "read_by_person", "dashes"}
    return name not in _HIDDEN | told and not name.endswith(_TECHNICAL)


def _cell(evidence: Evidence, resource: str, row: AnyRow, field: Field, marked: bool) -> Markup:
    """A cell with its evidence; marked where it is what the contradiction is about."""
    column = f"{field.name}_value" if f"{field.name}_value" in row else field.name
    figure = evidence.figure(resource, row, column)
    text = cell(row, field.name)
    said = grouped(text) if text and field.type == "number" else text
    shown = evidence.link(figure, said) if text else NONE
    return Markup("<mark>{}</mark>").format(shown) if marked and text else shown


def project_names(store: Store, disclosure_id: str) -> Mapping[str, str]:
    """Id to name of the projects of a disclosure."""
    own = store.of(disclosure_id).rows("projects")
    return {row["project_id"]: row["name"] for row in own if row["kind"] != "overall"}


def form_names(store: Store, disclosure_id: str) -> Mapping[str, str]:
    """Id to name of all forms of a disclosure: of its projects, and the one of the whole."""
    own = store.of(disclosure_id).rows("projects")
    return {
        row["project_id"]: "整体支出" if row["kind"] == "overall" else row["name"] for row in own
    }
