"""Letters to a department about a contradiction: courteous, with quotes and lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from juesuan.check import Rule
from juesuan.pages.across.lines import plain
from juesuan.pages.printed import Quote
from juesuan.rows import ChecksRow, DisclosureRow

_QUOTED = 8
"""Printed lines that a letter quotes."""

_SIGNED = "\n\n此致\n敬礼！\n\n姓名：＿＿＿＿\n联系方式：＿＿＿＿\n日期：＿＿＿＿"


def _title(about: DisclosureRow) -> str:
    return f"《{about['department']} {about['fiscal_year']} 年度部门决算公开说明》"


def _places(quotes: Sequence[Quote]) -> str:
    """What is printed, line by line, as a numbered list; nothing is quoted twice."""
    lines = list(dict.fromkeys(map(_place, _fresh(quotes))))
    more = f"\n（另有 {len(lines) - _QUOTED} 处用到的数字，从略）" if len(lines) > _QUOTED else ""
    return "\n".join(f"{i}. {one}" for i, one in enumerate(lines[:_QUOTED], start=1)) + more


def _fresh(quotes: Sequence[Quote]) -> Iterator[Quote]:
    """Those that show a figure which no quotation of the same line before has shown."""
    shown: dict[tuple[str, str], str] = {}
    for quote in quotes:
        where = quote["page"], quote["line"]
        if quote["text"] not in shown.get(where, ""):
            yield quote
        shown[where] = f"{shown.get(where, '')}\0{quote['before']}{quote['text']}{quote['after']}"


def _place(quote: Quote) -> str:
    where = f"第 {quote['page']} 页" if quote["page"] else f"整理文本第 {quote['line']} 行"
    heading = f"“{plain(quote['heading'])}”之下，" if quote["heading"] else ""
    said = plain(f"{quote['before']}{quote['text']}{quote['after']}").replace("｜", "/").strip(" /")
    return f"{where}，{heading}印的是：“{' '.join(said.split())}”"


def question(
    about: DisclosureRow, row: ChecksRow, quotes: Sequence[Quote], rule: Rule | None, address: str
) -> str:
    """A letter that asks the department.

    Args:
        about: the row of ``disclosure``.
        row: the row of ``checks``.
        quotes: what is printed around its figures.
        rule: the rule, where it is one of ours.
        address: of the page of the contradiction.
    """
    places = _places(quotes)
    printed = f"原文中有关的几处：\n{places}\n\n" if places else ""
    usual = f"通常的口径是：{rule.title}。" if rule else ""
    return (
        f"{about['department']}：\n\n您好！我阅读了贵单位公开的{_title(about)}，有一处没有看明白，"
        f"想向您请教。\n\n{printed}我的疑问是：{row['statement']}。{usual}这也可能是口径不同、排版或者我"
        "理解有误。\n\n请问：\n一、上述几处应以哪一处为准，或者它们的口径有什么不同？\n二、如果需要更正，"
        f"会在哪里公布？\n\n（核对的经过见：{address}）\n感谢您公开决算，盼复。{_SIGNED}"
    )


def application(about: DisclosureRow, row: ChecksRow, quotes: Sequence[Quote], address: str) -> str:
    """An application for information by the regulation on open government information.

    Source: 《中华人民共和国政府信息公开条例》 (2019), articles 27 and 29.

    Args:
        about, row, quotes, address: as for :func:`question`.
    """
    places = _places(quotes)
    printed = f"\n有关内容在原文中的位置：\n{places}\n" if places else ""
    return (
        f"政府信息公开申请\n\n受理机关：{about['department']}\n\n根据《中华人民共和国政府信息公开条例》"
        f"第二十七条，申请公开下列政府信息：\n能够说明{_title(about)}中下述数字构成或口径的明细表或书面说明：\n"
        f"{row['statement']}。\n{printed}\n获取方式：电子邮件或者纸质（任选）。\n申请人姓名、身份证明、联系"
        f"方式：（依该条例第二十九条填写）\n核对的经过：{address}{_SIGNED}"
    )
