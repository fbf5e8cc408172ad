"""Letters to a department about a contradiction, for one that has never seen this site.

They name places as the department knows them: the section, form or table, the page where the file
has pages, the column and the words. The address of our page is the last line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from juesuan import terms
from juesuan.check import Rule, is_usual
from juesuan.pages.evidence.lines import Lines, PrintedLine, plain
from juesuan.pages.evidence.printed import FORMS, Quote
from juesuan.rows import ChecksRow, DisclosureRow

_SIGNED = "\n\n此致\n敬礼！\n\n姓名：＿＿＿＿\n联系方式：＿＿＿＿\n日期：＿＿＿＿"

_FORM = re.compile(rf"(?:{terms.words('printed').source('form')})[:：\s]*")
_TABLE = re.compile(r"表\d ")
_LINE = re.compile(r"\s*第 \d+ 行$")
_MUNICIPALITIES = ("11", "12", "31", "50")
"""Provinces that are cities: their finance department is called as that of a city."""

_BETWEEN = re.compile(r"(?<=[^\x00-\x7f]) +(?=[^\x00-\x7f])")
"""Blanks between two characters that are no letters or digits: extraction left them."""


def _places(lines: Lines) -> str:
    """What is printed, place by place, as a numbered list."""
    told = [f"{i}. {_place(line)}" for i, line in enumerate(lines.shown, start=1)]
    more = f"\n（另有 {len(lines.more)} 处用到的数字，从略）" if lines.more else ""
    return "\n".join(told) + more


def _place(line: PrintedLine) -> str:
    """A printed line: where it stands, its columns, its words."""
    quotes = [line.printed, *line.beside]
    columns = "、".join(dict.fromkeys(filter(None, (_column(line, one) for one in quotes))))
    where = "，".join(filter(None, (_page(line), _heading(line.heading), columns)))
    said = "”，“".join(_said(one) for one in _fresh(quotes))
    return f"{where}：“{said}”" if where else f"“{said}”"


def _page(line: PrintedLine) -> str:
    """The page or cell of the department's own file; empty where only our text has lines."""
    row = line.evidence.by_id.get(line.printed["figure_id"])
    if row is not None:
        return _LINE.sub("", line.evidence.place_of(row))
    return f"第 {line.printed['page']} 页" if line.printed["page"] else ""


def _heading(heading: str) -> str:
    """Under what a line stands, as a department calls it."""
    if found := _FORM.match(heading):
        return f"项目“{_joined(heading[found.end() :])}”的绩效自评表"
    if found := _TABLE.match(heading):
        return f"《{heading[found.end() :]}》"
    if heading.endswith("自评表"):
        return heading
    return f"“{_joined(heading)}”一节" if heading else ""


def _column(line: PrintedLine, quote: Quote) -> str:
    """The column of a form or table in which a figure stands, with the figure; empty for prose."""
    row = line.evidence.by_id.get(quote["figure_id"])
    if row is None or not (row["resource"] in FORMS or row["resource"].startswith("table")):
        return ""
    fields = {one.name: one.title for one in terms.resource_schemas()[row["resource"]].fields}
    title = fields.get(row["field"].removesuffix("_value"), "")
    return f"{title} {_said(quote, alone=True)}" if title else ""


def _fresh(quotes: Sequence[Quote]) -> Iterator[Quote]:
    """Those that show a figure which no quotation of the line before has shown."""
    shown = ""
    for quote in quotes:
        if quote["text"] not in shown:
            yield quote
        shown = f"{shown}\0{quote['before']}{quote['text']}{quote['after']}"


def _said(quote: Quote, alone: bool = False) -> str:
    """A figure as printed, with what stands around it or alone."""
    whole = f"{quote['before']}{quote['text']}{quote['after']}"
    text = plain(quote["text"] if alone else whole).replace("｜", "/")
    return _joined(text.strip(" /"))


def _joined(text: str) -> str:
    """Text without the blanks that extraction left in it.

    >>> _joined("差旅,外出 学习费用 /  =5 万元")
    '差旅,外出学习费用 / =5 万元'
    """
    return _BETWEEN.sub("", " ".join(text.split()))


def _doubt(row: ChecksRow) -> str:
    """What contradicts what, and the calculation where it says more."""
    brief, whole = row["brief"] or row["statement"], row["statement"]
    return f"{brief}。" if whole.startswith(brief) else f"{brief}。\n算式：{whole}。"


def question(
    about: DisclosureRow,
    work: str,
    row: ChecksRow,
    lines: Lines,
    rule: Rule | None,
    address: str,
    zero: bool = False,
) -> str:
    """A letter that asks the department.

    Args:
        about: the row of ``disclosure``.
        work: what it is called, as :func:`work_of` tells it.
        row: the row of ``checks``.
        lines: what is printed around its figures.
        rule: the rule, where it is one of ours.
        address: of the page of the contradiction.
        zero: whether an amount stands beside 0, which may be a cell that was not filled in.
    """
    places = _places(lines)
    printed = f"\n\n这些内容印在：\n{places}" if places else ""
    usual = _reason(row, rule) if rule else ""
    usual += "其中一处印的是零，可能只是那一栏没有填。" if zero else ""
    return (
        f"{about['department']}：\n\n您好！我阅读了贵单位公开的{work}，有一处没有看明白，"
        f"想向您请教：\n\n{_doubt(row)}{printed}\n\n{usual}这也可能是口径不同、排版所致，或者是我理解"
        "有误。\n\n请问：\n一、以上内容应以哪一处为准，或者它们的口径有什么不同？\n二、如果需要更正，"
        f"会在哪里公布？\n\n感谢您公开决算，盼复。{_SIGNED}\n\n附：核对的经过（非官方整理）{address}"
    )


def _reason(row: ChecksRow, rule: Rule) -> str:
    """Why two places should agree, as mildly as custom asks it or as plainly as logic."""
    if is_usual(row["rule"], row["statement"]):
        usual = f"我理解的通常口径是：{rule.title}"
        return f"{usual}；我没有找到要求两者一致的规定，不一致也可能另有原因。"
    return f"我的理解是：{rule.title}。"


def is_party(about: DisclosureRow) -> bool:
    """Whether a disclosure is of an organ of the party, which the regulation does not bind.

    Args:
        about: the row of ``disclosure``.
    """
    return bool(terms.words("identity").find(about["department"], "party_organ"))


def _finance(about: DisclosureRow) -> str:
    """The finance department of the level of a disclosure."""
    code, region = about["region_code"], about["region"]
    if not region or region == "中国":
        return "同级财政部门（请填写名称）"
    is_province = code.endswith("0000") and code[:2] not in _MUNICIPALITIES
    return f"{region}财政{'厅' if is_province else '局'}"


def application(about: DisclosureRow, work: str, row: ChecksRow, lines: Lines, address: str) -> str:
    """An application for information by the regulation on open government information.

    One about an organ of the party goes to the finance department of its level, which the
    regulation binds.

    Source: 《中华人民共和国政府信息公开条例》 (2019), articles 27 and 29.

    Args:
        about, work, row, lines, address: as for :func:`question`.
    """
    places = _places(lines)
    printed = f"\n有关内容印在：\n{places}\n" if places else ""
    office, whose = about["department"], "贵机关"
    if is_party(about):
        office, whose = _finance(about), about["department"]
    return (
        f"政府信息公开申请\n\n受理机关：{office}\n\n根据《中华人民共和国政府信息公开条例》"
        f"第二十七条，申请公开下列政府信息：\n能够说明{whose}公开的{work}中下述数字"
        f"构成或口径的明细表或书面说明：\n{_doubt(row)}\n{printed}\n获取方式：电子邮件或者纸质（任选）。\n申请人姓名、"
        f"身份证明、联系方式：（依该条例第二十九条填写）{_SIGNED}\n\n附：核对的经过（非官方整理）{address}"
    )
