"""What the region's template asks for, and in which order."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from juesuan import terms
from juesuan.check.book.book import Book
from juesuan.check.book.legible import is_told
from juesuan.check.book.subject import Subject
from juesuan.check.comparing.compare import INFORMATION, PASS, Outcome, adds_up, compared, plus
from juesuan.check.rule import rule
from juesuan.check.views.measures import printed
from juesuan.check.views.over import items, measures_with
from juesuan.check.views.words import WORDS
from juesuan.errors import AbsentFactError
from juesuan.rows import AnyRow, DisclosureRow, FiguresBlockColumn, FiguresColumns, FiguresRow, cell

_ITEMS = "items"
"""The template's name for the items of the functional classification."""


@dataclass(frozen=True, slots=True)
class _Section(Subject[DisclosureRow]):
    """A section and what the template asks of it: measures, or of items their columns."""

    wanted: Sequence[str]


def _asked(book: Book) -> list[_Section]:
    """The sections for which the template prescribes something."""
    if book.template is None:
        return []
    names = {one.id: one.label for one in terms.sections().values()}
    names[_ITEMS] = "支出功能分类各项"
    head = book.facts.disclosure
    return [
        _Section("measures", head, section, names[section], _but_reasons(wanted))
        for section, wanted in book.template.required.items()
    ]


def _but_reasons(wanted: Sequence[str]) -> list[str]:
    """What is asked of figures; reasons have a rule of their own."""
    return [name for name in wanted if not name.endswith("reason")]


@rule("N57", over=_asked)
def prescribed(book: Book, subject: _Section) -> Outcome:
    """当年样张要求列示的内容，各节都已列示

    样张规定了每一节要写哪些金额、比例和数量。
    没有读到的在这里列出；它可能没有印，也可能写法特别而未能辨认。
    """
    section = subject.key
    if book.total_zero(section):
        return Outcome(PASS, f"{subject.name}已说明为空表")
    if section == _ITEMS:
        missing = list(_missing_of_items(book, subject.wanted))
    else:
        missing = list(_missing(book, section, subject.wanted))
    if missing:
        said = f"{subject.name}一节没有读到样张要求的{'、'.join(missing)}"
        return Outcome(INFORMATION, said)
    return Outcome(PASS, f"{subject.name}一节列示了样张要求的 {len(subject.wanted)} 项内容")


def _missing(book: Book, section: str, wanted: Sequence[str]) -> Iterator[str]:
    """Names of what a section lacks of measures, given as ``measure`` or ``measure/column``."""
    rows = {row["measure"]: row for row in book.facts.rows("measures") if row["section"] == section}
    for name in wanted:
        measure, _, told = name.partition("/")
        column = told or "actual"
        if measure not in rows or _lacks(rows[measure], column):
            yield f"“{terms.measures()[measure].label}”的{_title('measures', column)}"


def _missing_of_items(book: Book, columns: Sequence[str]) -> Iterator[str]:
    for row in book.functions("item"):
        for column in columns:
            if _lacks(row, column):
                yield f"“{row['item']}”的{_title('functions', column)}"


def _lacks(row: AnyRow, column: str) -> bool:
    """Whether a column is not there.

    A change or deviation of nothing needs but the word that says so.
    """
    if is_told(row, column):
        return False
    if column in ("actual", "share_pct"):
        return True
    word = "change_word" if column in ("change", "change_pct") else "variance_word"
    return cell(row, word) not in WORDS.words("same")


def _title(resource: str, column: str) -> str:
    fields = terms.resource_schemas()[resource].fields
    return next(field.title for field in fields if field.name == column)


@dataclass(frozen=True, slots=True)
class _Explained(Subject[FiguresColumns]):
    """A change or a deviation of which the template asks a reason, and the reason."""

    column: FiguresBlockColumn
    reason: str


def _to_explain(book: Book) -> Iterator[_Explained]:
    """Changes and deviations for which the template asks a reason."""
    if book.template is None:
        return
    required = book.template.required
    asked = {name for names in required.values() for name in names}
    yield from _of_measures(book, asked)
    if "reason" in required.get(_ITEMS, ()):
        for item in items(book):
            if Decimal(item.row["change"] or 0):
                yield _of(item, "change", "reason", item.row["reason"])


def _of_measures(book: Book, asked: Collection[str]) -> Iterator[_Explained]:
    for one in measures_with("change")(book):
        if f"{one.row['measure']}/reason" in asked and _moved(one.row["change"]):
            yield _of(one, "change", "reason", one.row["reason"])
    for one in measures_with("variance_pct")(book):
        if f"{one.row['measure']}/variance_reason" in asked and _moved(one.row["variance_pct"]):
            yield _of(one, "variance_pct", "variance_reason", one.row["variance_reason"])


def _moved(change: str) -> bool:
    """Whether a figure changed, or is illegible."""
    return not change or bool(Decimal(change))


def _of(
    one: Subject[FiguresColumns], column: FiguresBlockColumn, field: str, reason: str
) -> _Explained:
    return _Explained(one.resource, one.row, f"{one.key}/{field}", one.name, column, reason)


@rule("N60-r", over=_to_explain)
def reason_given(book: Book, subject: _Explained) -> Outcome:
    """有增减或预决算差异的，按样张写明原因

    当地样张要求写明增减的原因；没有写的在这里列出，只作说明。
    """
    changed = book.figure(subject, subject.column)
    said = f"{changed.label} {changed.text}，"
    if subject.reason:
        return compared(PASS, f"{said}已写明原因", changed)
    return compared(INFORMATION, f"{said}没有读到样张要求的原因", changed)


@rule("X01")
def public_twice(book: Book) -> Outcome:
    """机关运行经费 ＋ 事业单位公用经费 ＝ 一般公共预算基本支出中的公用经费

    只在当地样张把这两项规定为公用经费的全部时核对。
    """
    if book.template is None or not book.template.operating_is_public:
        raise AbsentFactError("当地样张没有这一规定")
    cells = printed(book, ["operating.agency", "operating.institution"])
    public = book["basic.public"]
    if len(cells) == 1 and cells[0].value < public.value:
        raise AbsentFactError("只列示了机关运行经费或事业单位公用经费之一")
    return adds_up(public, cells if len(cells) == 1 else [plus(cells)])


@rule("X14")
def sections_in_order(book: Book) -> Outcome:
    """各节的先后与当地当年的样张相同

    样张规定各节的次序，各年可能不同；次序不同只作说明。
    目录和标题不在数据包中，这里按各节第一个数字的位置判断。
    """
    if book.template is None:
        raise AbsentFactError("没有当地样张")
    order = _order(book, book.template.section_order)
    if len(order) < 2:
        raise AbsentFactError("正文列示的章节不足两节")
    wanted = sorted(order, key=book.template.section_order.index)
    if order == wanted:
        return Outcome(PASS, f"{len(order)} 节的先后与{book.template.name}相同")
    first = next(one for one, other in zip(order, wanted, strict=True) if one != other)
    said = f"各节的先后与{book.template.name}不同，自“{terms.sections()[first].label}”起"
    return Outcome(INFORMATION, said)


def _order(book: Book, known: Sequence[str]) -> list[str]:
    """Sections of a template in the order in which their first figures are printed."""
    found: dict[str, int] = {}
    for figure in book.facts.rows("figures"):
        if section := _section(figure):
            found.setdefault(section, int(figure["start"]))
    return sorted((name for name in known if name in found), key=lambda name: found[name])


def _section(figure: FiguresRow) -> str:
    """The section of the template in which a figure of a measure stands, or none."""
    name = figure["row"].partition("/")[0].partition(".")[0]
    section = terms.sections().get(name)
    if section is None or (figure["status"], figure["resource"]) != ("bound", "measures"):
        return ""
    return section.within or name
