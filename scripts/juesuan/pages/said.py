"""How pages tell a contradiction: in one sentence, in a few words."""

from __future__ import annotations

from collections.abc import Mapping

from juesuan.rows import ChecksRow

_TITLE = 56
"""Characters of a sentence that is a heading."""

_BRIEF = 90
"""Characters of a sentence that a page shows first."""


def plain_sentence(row: ChecksRow) -> str:
    """What contradicts what, in one sentence; empty where that would be long.

    Args:
        row: its row of ``checks``.
    """
    return row["brief"] if len(row["brief"]) <= _BRIEF else ""


def heading(plain: str, name: str, kind: str) -> str:
    """A contradiction in a few words: what contradicts what, where that is short.

    Args:
        plain: its plain sentence, if it has one.
        name: of the project that it is about, if any.
        kind: of what kind it is, in plain words.

    >>> heading("甲是 1 万元，乙是 2 万元", "示例项目", "应当一致的数字不一致")
    '甲是 1 万元，乙是 2 万元'
    >>> heading("", "示例项目", "应当一致的数字不一致")
    '示例项目：应当一致的数字不一致'
    """
    if plain and len(plain) <= _TITLE:
        return plain
    return f"{name}：{kind}" if name else kind


def name_of(row: ChecksRow, names: Mapping[str, str]) -> str:
    """The name of the project that a check is about; empty if it is about none.

    Args:
        row: its row of ``checks``.
        names: ids of projects to their names.
    """
    return next((names[part] for part in row["subject"].split("/") if names.get(part)), "")
