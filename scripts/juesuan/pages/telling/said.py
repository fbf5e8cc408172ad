"""How pages tell a contradiction: in one sentence, in a few words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from juesuan.rows import ChecksRow

_TITLE = 56
"""Characters of a sentence that is a heading."""

_SUBJECT = re.compile("^(?:[^：“”]|“[^”]*”)*：")
"""What a brief speaks of, before its first colon that stands in no quotation."""

_NAME = 20
"""Characters by which a heading may be longer for saying what it speaks of."""

_BRIEF = 90
"""Characters of a sentence that a page shows first."""


def plain_sentence(row: ChecksRow) -> str:
    """What contradicts what, in one sentence; empty where that would be long.

    Args:
        row: its row of ``checks``.
    """
    return row["brief"] if len(row["brief"]) <= _BRIEF else ""


def heading(brief: str, name: str, kind: str) -> str:
    """A contradiction in a few words: what contradicts what, where that is short.

    Args:
        brief: what is said and what is said otherwise, if the check tells it.
        name: of the project that it is about, if any.
        kind: of what kind it is, in plain words.

    >>> heading("甲是 1 万元，乙是 2 万元", "示例项目", "应当一致的数字不一致")
    '甲是 1 万元，乙是 2 万元'
    >>> heading("", "示例项目", "应当一致的数字不一致")
    '示例项目：应当一致的数字不一致'
    """
    if brief and len(brief) <= _TITLE:
        return brief
    found = _SUBJECT.match(brief)
    spoken = found[0] if found else ""
    rest = brief.removeprefix(spoken)
    said = [one for one in (rest, rest.partition("；")[0]) if one and len(one) <= _TITLE]
    if name:
        return f"{name}：{[*said, kind][0]}"
    whole = [spoken + one for one in said if len(spoken + one) <= _TITLE + _NAME]
    return [*whole, *said, kind][0]


def name_of(row: ChecksRow, names: Mapping[str, str]) -> str:
    """The name of the project that a check is about; empty if it is about none.

    Args:
        row: its row of ``checks``.
        names: ids of projects to their names.
    """
    return next((names[part] for part in row["subject"].split("/") if names.get(part)), "")
