"""What a release brings, for people: which disclosures came and went, and which values changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from juesuan import terms
from juesuan.pages import Edition
from juesuan.release.delta import KINDS, Delta, Difference, Kind
from juesuan.release.issue import Issue
from juesuan.release.layout import Layout

FILE = "CHANGES.md"

MOST = 200
"""Disclosures, and changed values, that are told one by one; all of them stand in the delta."""

_APART = {"figures", "checks", "places", "facts"}
"""Tables that repeat or judge the others: their rows are counted, not told one by one."""

_LABELS = ("label", "name", "term", "item", "subclass", "class", "level3")
_LONGEST = 60
_ABOUT, _LOG = "disclosure", "log"

Counts = Mapping[str, Counter[Kind]]


def changes(delta: Delta, edition: Edition, counts: Counts) -> str:
    """What differs from the release before, as Markdown.

    Args:
        delta: of the two releases.
        edition: the later one.
        counts: how many rows of each resource differ.
    """
    title = f"{edition.version} 与 {delta.before.version} 的差别"
    about = (
        f"数据 {edition.version}（{edition.day}），上一版 {delta.before.version}"
        f"（{delta.before.created[:10]}）。逐行的差别在 juesuan-delta.zip 里。"
    )
    parts = [f"# {title}", about, *summary(delta, counts), *_values(delta, counts)]
    return "\n\n".join(parts) + "\n"


def first(now: Issue, edition: Edition) -> str:
    """What the first release of all says instead."""
    number = sum(1 for _ in now.rows(_ABOUT))
    return f"# {edition.version}\n\n数据的第一版（{edition.day}）：{number} 份决算公开。\n"


def summary(delta: Delta, counts: Counts) -> Iterator[str]:
    """The disclosures that came and went, and how many rows of which table differ."""
    if not counts and not any(one.gained or one.gone for one in delta.layouts.values()):
        yield "数据没有变化。"
        return
    yield from _disclosures(delta)
    if counts:
        yield _table(delta, counts)
    yield from _columns(delta)


def _disclosures(delta: Delta) -> Iterator[str]:
    """Which disclosures are new, which have another id, and which are gone."""
    own = delta.layouts.get(_ABOUT)
    found: dict[Kind, dict[str, str]] = {"added": {}, "removed": {}}
    for one in delta.of(_ABOUT) if own else ():
        if one.kind in found and own:
            found[one.kind][_row(one, own)["disclosure_id"]] = _title(one, own)
    came, went = found["added"], found["removed"]
    ends = _ends(delta.now)
    renamed = {old: new for old in went if (new := _now_called(old, ends)) in came}
    yield from _listed("新收录", [came[one] for one in came if one not in renamed.values()])
    yield from _listed("改编号", [f"{went[old]} → {plain(new)}" for old, new in renamed.items()])
    gone = [one for one in went if one not in renamed]
    yield from _listed("撤下", [f"{went[one]}{_why(ends.get(one))}" for one in gone])


_End = Mapping[str, str]
"""The row of the log by which an id ended."""


def _ends(now: Issue) -> Mapping[str, _End]:
    """How each id that is not used any more ended, by it."""
    columns = now.columns(_LOG)
    rows = (dict(zip(columns, cells, strict=True)) for cells in now.rows(_LOG))
    return {row["disclosure_id"]: row for row in rows if row["action"] != "replaced"}


def _now_called(name: str, ends: Mapping[str, _End]) -> str:
    """The id that a disclosure has now."""
    left = dict(ends)
    while name in left and left[name]["new_id"]:
        name = left.pop(name)["new_id"]
    return name


def _why(end: _End | None) -> str:
    return plain(f"：{end['reason']}") if end else ""


def _listed(said: str, told: Sequence[str]) -> Iterator[str]:
    """So many disclosures with what is said of them; nothing where there is none."""
    if told:
        more = [f"- 另有 {len(told) - MOST} 份"] if len(told) > MOST else []
        lines = (f"- {one}" for one in told[:MOST])
        yield "\n".join([f"{said} {len(told)} 份：", "", *lines, *more])


def _title(one: Difference, own: Layout) -> str:
    row = _row(one, own)
    return plain(f"{row['department']}{row['fiscal_year']}年度（{row['disclosure_id']}）")


def _row(one: Difference, own: Layout) -> Mapping[str, str]:
    found = one.now or one.before
    return dict(zip(own.columns, found.cells, strict=True)) if found else {}


def _table(delta: Delta, counts: Counts) -> str:
    head = "| 数据表 | 新增 | 去掉 | 改动 | 只换了编号或位置 |\n|---|---:|---:|---:|---:|"
    lines = (
        f"| {title(delta, name)} | {' | '.join(str(own[kind]) for kind in KINDS)} |"
        for name, own in counts.items()
    )
    return "\n".join([head, *lines])


def title(delta: Delta, name: str) -> str:
    """A resource by its Chinese title and its name."""
    told = delta.now.title(name) or delta.before.title(name)
    return f"{plain(told)}（`{name}`）" if told else f"`{name}`"


def _columns(delta: Delta) -> Iterator[str]:
    """Which tables and columns are new, and which are gone."""
    for name, own in delta.layouts.items():
        is_new, is_gone = name not in delta.before.names, name not in delta.now.names
        if is_new or is_gone:
            yield f"{title(delta, name)}：{'新的' if is_new else '去掉的'}数据表"
            continue
        for columns, said in ((own.gained, "增加"), (own.gone, "去掉")):
            if columns:
                yield f"{title(delta, name)}：{said}字段 {'、'.join(f'`{one}`' for one in columns)}"


def _values(delta: Delta, counts: Counts) -> Iterator[str]:
    """The values that changed, one by one as far as they are not too many."""
    lines: list[str] = []
    total = 0
    for name in counts:
        for line in () if name in _APART else _changed(delta, name):
            total += 1
            if total <= MOST:
                lines.append(line)
    if lines:
        more = [f"- 另有 {total - MOST} 处，见 juesuan-delta.zip"] if total > MOST else []
        yield "## 改动的值"
        yield "\n".join([*lines, *more])


def _changed(delta: Delta, name: str) -> Iterator[str]:
    own = delta.layouts[name]
    titles = {one.name: one.title for one in _fields(name)}
    for one in delta.of(name):
        if one.kind == "changed" and one.before and one.now:
            for at, column in enumerate(own.columns):
                old, new = one.before.cells[at], one.now.cells[at]
                if old != new and at not in own.counts:
                    said = f"{titles.get(column, column)} {_shown(old)} → {_shown(new)}"
                    yield f"- {_where(one, own, name)}：{plain(said)}"


def _where(one: Difference, own: Layout, name: str) -> str:
    row = _row(one, own)
    label = next((row[column] for column in _LABELS if row.get(column)), "")
    where = row.get("disclosure_id", "")
    schemas = terms.resource_schemas() | terms.whole_schemas()
    called = schemas[name].title if name in schemas else name
    return plain(" ".join(part for part in (where, called, _shown(label) if label else "") if part))


def _fields(name: str) -> Sequence[terms.Field]:
    schemas = terms.resource_schemas() | terms.whole_schemas()
    return schemas[name].fields if name in schemas else ()


def _shown(text: str) -> str:
    if not text:
        return "（没有印）"
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def plain(text: str) -> str:
    """Text from a disclosure as harmless Markdown in one line."""
    for char in "\\`*_{}[]<>#|!@":
        text = text.replace(char, f"\\{char}")
    return " ".join(text.split())
