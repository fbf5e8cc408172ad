"""Why an amount changed, beside the change: a summary never shows one without the other."""

from __future__ import annotations

from decimal import Decimal

from markupsafe import Markup

from juesuan import terms
from juesuan.rows import FiguresColumns

SEAM = "口径变了"
"""What stands beside a change of which the reason says that the department is another one."""


NOTHING_BEFORE, ZERO_BEFORE = "无上年数", "上年为 0"
"""What stands beside a change from nothing: of a department that is new, of another one."""

IN_ENGLISH = {
    SEAM: "scope changed",
    NOTHING_BEFORE: "no year to compare with",
    ZERO_BEFORE: "0 the year before",
}
"""What stands beside a change, in English."""

NO_RATE = {
    NOTHING_BEFORE: "没有意义",
    ZERO_BEFORE: "没有意义",
    IN_ENGLISH[NOTHING_BEFORE]: "no meaning",
    IN_ENGLISH[ZERO_BEFORE]: "no meaning",
}
"""What stands beside a change from nothing to what is said of its printed percentage."""


def is_seam(reason: str) -> bool:
    """Whether a reason says that the department itself changed: split, joined or new.

    Args:
        reason: as it is printed.

    >>> is_seam("下属两家单位从本部门分离，经费减少"), is_seam("本年压减会议费")
    (True, False)
    """
    return bool(terms.words("seams").find(reason, "scope_changed"))


def beside_change(row: FiguresColumns, whole: str, is_new: bool) -> str:
    """What must be known of a printed change, in a few words; empty where nothing must.

    A number without a reason of its own changed with the whole: where that is another department
    now, the years do not compare.

    Args:
        row: with the change, last year's number and the reason, as far as they are printed.
        whole: the printed reason of the change of all revenue and expenditure; empty for none.
        is_new: whether there was no such department the year before.
    """
    if not row["change"] or not Decimal(row["change"]):
        return ""
    before = row["prior_year"] or row["prior_year_derived"]
    if before and not Decimal(before):
        return NOTHING_BEFORE if is_new else ZERO_BEFORE
    return SEAM if is_seam(row["reason"] or whole) else ""


def why(reason: str) -> Markup:
    """What follows a change: its reason, and its seam; or that no reason was read.

    Args:
        reason: as it is printed; empty where none was read.

    >>> print(why("压减<会议>费"), why(""))
    部门说明的原因：<q>压减&lt;会议&gt;费</q> 没有读到部门说明的原因
    """
    if not reason:
        return Markup("没有读到部门说明的原因")
    seam = f"{SEAM}，不能直接相比。" if is_seam(reason) else ""
    return Markup("{}部门说明的原因：<q>{}</q>").format(seam, reason)


def why_in_english(reason: str) -> Markup:
    """The same for the English summary; the reason stays as it is printed.

    Args:
        reason: as it is printed; empty where none was read.
    """
    if not reason:
        return Markup("No reason was read.")
    seam = "The scope changed, so the years do not compare. " if is_seam(reason) else ""
    return Markup('{}The reason as printed: <q lang="zh">{}</q>.').format(seam, reason)
