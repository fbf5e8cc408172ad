"""N57, N60-r, X01, X14, P15: what the region's template asks for, and what stands where."""

from __future__ import annotations

from decimal import Decimal

from juesuan import terms
from juesuan.check.book import Book, Subject, items, measures_with, told
from juesuan.check.compare import INFORMATION, PASS, Outcome, adds_up, plus
from juesuan.check.rule import rule
from juesuan.check.rules.totals import printed
from juesuan.errors import AbsentFactError
from juesuan.rows import Row


def _asked(book: Book) -> list[Subject]:
    """The sections for which the template prescribes something; those told to be empty need only say so."""
    if book.template is None:
        return []
    names = {
        **{one.id: one.label for one in terms.sections().values()},
        "items": "支出功能分类各项",
    }
    head = book.facts.disclosure
    return [
        Subject("measures", head, section, names[section]) for section in book.template.required
    ]


def _lacks(row: Row | None, column: str) -> bool:
    """Whether a column is not there; a change or deviation of nothing needs but the word that says so."""
    if row is None:
        return True
    word = "change_word" if column in ("change", "change_pct", "reason") else "variance_word"
    even = column not in ("actual", "share_pct") and row.get(word, "") in _EVEN_WORDS
    return not (even or told(row, column))


_EVEN_WORDS = ("持平", "等于", "一致", "相同")


@rule("N57", over=_asked)
def prescribed(book: Book, subject: Subject) -> Outcome:
    """当年样张要求列示的内容，各节都已列示

    样张规定了每一节要写哪些金额、比例和数量。没有读到的在这里列出；它可能没有印，也可能写法特别而未能辨认。
    """
    assert book.template is not None
    if book.total_zero(subject.key):
        return Outcome(PASS, f"{subject.name}已说明为空表")
    wanted = [name for name in book.template.required[subject.key] if not name.endswith("reason")]
    missing = (
        _missing_items(book, wanted)
        if subject.key == "items"
        else _missing(book, subject.key, wanted)
    )
    if missing:
        return Outcome(INFORMATION, f"{subject.name}一节没有读到样张要求的{'、'.join(missing)}")
    return Outcome(PASS, f"{subject.name}一节列示了样张要求的 {len(wanted)} 项内容")


def _missing(book: Book, section: str, wanted: list[str]) -> list[str]:
    rows = {row["measure"]: row for row in book.facts.rows("measures") if row["section"] == section}
    parts = [name.partition("/") for name in wanted]
    lacking = [
        (measure, column or "actual")
        for measure, _, column in parts
        if _lacks(rows.get(measure), column or "actual")
    ]
    return [
        f"“{terms.measures()[measure].label}”的{_title('measures', column)}"
        for measure, column in lacking
    ]


def _missing_items(book: Book, wanted: list[str]) -> list[str]:
    rows = book.functions("item")
    return [
        f"“{row['item']}”的{_title('functions', column)}"
        for row in rows
        for column in wanted
        if _lacks(row, column)
    ]


def _title(resource: str, column: str) -> str:
    return next(
        field.title for field in terms.resource_schemas()[resource].fields if field.name == column
    )


def _explained(book: Book) -> list[Subject]:
    """Changes and deviations for which the template asks a reason."""
    if book.template is None:
        return []
    asked = {name for names in book.template.required.values() for name in names}
    pairs = (("change", "reason"), ("variance_pct", "variance_reason"))
    found = [
        Subject("measures", one.row, f"{one.key}/{reason}", one.name)
        for column, reason in pairs
        for one in measures_with(column)(book)
        if (not one.row[column] or Decimal(one.row[column]))
        and f"{one.row['measure']}/{reason}" in asked
    ]
    every = items(book) if "reason" in book.template.required.get("items", ()) else ()
    lines = [one for one in every if Decimal(one.row["change"] or 0)]
    return found + [Subject("functions", one.row, f"{one.key}/reason", one.name) for one in lines]


@rule("N60-r", over=_explained)
def reason_given(book: Book, subject: Subject) -> Outcome:
    """有增减或预决算差异的，按样张写明原因"""
    field = subject.key.rpartition("/")[2]
    column = "change" if field == "reason" else "variance_pct"
    changed = book.cell(subject.resource, subject.row, column, subject.name)
    said = f"{changed.label} {changed.text}"
    given = bool(subject.row[field])
    words = "，已写明原因" if given else "，没有读到样张要求的原因"
    return Outcome(
        PASS if given else INFORMATION,
        said + words,
        changed.value,
        None,
        Decimal(0),
        changed.figures,
    )


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


def _order(book: Book) -> list[str]:
    """The sections of the template in the order in which their first figures are printed."""
    assert book.template is not None
    sections = terms.sections()
    found: dict[str, int] = {}
    for figure in book.facts.rows("figures"):
        name = figure["row"].partition("/")[0].partition(".")[0]
        if figure["status"] == "bound" and figure["resource"] == "measures" and name in sections:
            found.setdefault(sections[name].within or name, int(figure["start"]))
    wanted = [name for name in book.template.section_order if name in found]
    return sorted(wanted, key=lambda name: found[name])


@rule("X14")
def sections_in_order(book: Book) -> Outcome:
    """各节的先后与当地当年的样张相同

    样张规定各节的次序，各年可能不同；次序不同只作说明。目录和标题不在数据包中，这里按各节第一个数字的位置判断。
    """
    if book.template is None:
        raise AbsentFactError("没有当地样张")
    order = _order(book)
    if len(order) < 2:
        raise AbsentFactError("正文列示的章节不足两节")
    wanted = sorted(order, key=book.template.section_order.index)
    labels = [terms.sections()[name].label for name in order]
    if order == wanted:
        return Outcome(PASS, f"{len(order)} 节的先后与{book.template.name}相同")
    first = next(
        label for label, name, other in zip(labels, order, wanted, strict=True) if name != other
    )
    return Outcome(INFORMATION, f"各节的先后与{book.template.name}不同，自“{first}”起")


def _forms_with_weights(book: Book) -> list[Subject]:
    every = {
        row["project_id"]
        for row in book.facts.rows("indicators")
        if row["weight"] and row["actual_value"]
    }
    forms = [row for row in book.facts.rows("projects") if row["project_id"] in every]
    return [
        Subject("projects", row, row["project_id"], book.form_name(row["project_id"]))
        for row in forms
    ]


@rule("P15", over=_forms_with_weights)
def under_their_headings(book: Book, subject: Subject) -> Outcome:
    """分值与完成值没有对调，都印在各自的表头之下

    有的表中，某些行的分值印到了“实际完成值”栏。读取时已按内容归位，不影响数据，这里只作说明。
    """
    swapped = [
        row for row in book.indicators(subject.key) if row["realigned"] and _weight_first(book, row)
    ]
    if not swapped:
        return Outcome(PASS, "没有发现分值与完成值对调")
    names = "、".join(f"第{row['position']}项" for row in swapped[:8]) + (
        "等" if len(swapped) > 8 else ""
    )
    figures = tuple(book.cell("indicators", row, "weight", "").figures[0] for row in swapped)
    said = f"{names}共 {len(swapped)} 行的列位与表头不一致，分值印在完成值之前，疑与完成值对调"
    return Outcome(INFORMATION, said, figures=figures)


def _weight_first(book: Book, row: Row) -> bool:
    if not row["weight"] or not row["actual_value"]:
        return False
    weight, actual = (
        book.cell("indicators", row, name, "").figures for name in ("weight", "actual_value")
    )
    return bool(weight and actual) and weight[0] < actual[0]
