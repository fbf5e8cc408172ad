"""Why an amount changed, beside the change: a summary never shows one without the other."""

from __future__ import annotations

from markupsafe import Markup

from juesuan import terms

SEAM = "口径变了"
"""What stands beside a change of which the reason says that the department is another one."""


def is_seam(reason: str) -> bool:
    """Whether a reason says that the department itself changed: split, joined or new.

    Args:
        reason: as it is printed.

    >>> is_seam("下属两家单位从本部门分离，经费减少"), is_seam("本年压减会议费")
    (True, False)
    """
    return bool(terms.words("seams").find(reason, "scope_changed"))


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
