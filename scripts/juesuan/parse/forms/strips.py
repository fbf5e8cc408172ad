"""Strips of fragments: printed lines of a form without tabs, taken apart into cells."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher

from juesuan import terms
from juesuan.amount import NUMERAL
from juesuan.parse.forms.values import Kind, kind_of
from juesuan.parse.view import Reader, View

_OPERATED = re.compile(
    rf"(?:[≥≤=><]|大于等于|小于等于|不少于|不低于|不小于|不超过|不高于|不多于|不大于)-?{NUMERAL}%?.*"
)
_SLACK = 1.2
"""Characters by which a full line of a narrow column may fall short of its width."""

_PROSE_SLACK = 2.5
"""The same for the wide columns of the goals, where punctuation is set closer."""


@dataclass(frozen=True, slots=True)
class Token:
    """Characters of a line without a space between them, or a number with its unit."""

    view: View

    @property
    def text(self) -> str:
        """Its characters."""
        return self.view.text

    @property
    def kind(self) -> Kind:
        """Its kind of value."""
        return kind_of(self.view.text)


@dataclass(frozen=True, slots=True)
class Piece:
    """A printed line: its tokens; ``first``: whether it is the first line of a page."""

    tokens: tuple[Token, ...]
    first: bool = False

    @property
    def view(self) -> View:
        """All its characters."""
        return View.join(token.view for token in self.tokens)

    @property
    def width(self) -> float:
        """Its printed width in characters of full width."""
        return sum(
            1.0 if unicodedata.east_asian_width(char) in "WF" else 0.5 for char in self.view.text
        )


def pieces(reader: Reader, start: int, end: int) -> list[Piece]:
    """The printed lines between two source offsets, without lines of the page."""
    skipped = {first for first, _ in reader.furniture(start, end)}
    found, at = [], start
    while at < end:
        stop = reader.text.find("\n", at, end)
        stop = end if stop < 0 else stop
        if at not in skipped:
            tokens = _tokens(reader, at, stop)
            if tokens:
                found.append(Piece(tuple(tokens), reader.document.text[at] in " \f"))
        at = stop + 1
    return found


def _tokens(reader: Reader, start: int, end: int) -> list[Token]:
    parts: list[View] = []
    for match in re.compile(r"\S+").finditer(reader.text, start, end):
        view = reader.view(match.start(), match.end())
        if parts and _belongs(parts[-1].text, view.text):
            parts[-1] = View.join([parts[-1], view])
        else:
            parts.append(view)
    return [Token(part) for part in parts]


def _belongs(before: str, after: str) -> bool:
    """Whether a token carries on the one before: a unit behind its number, a decimal, a date."""
    if re.fullmatch(rf"[≥≤=><]?-?{NUMERAL}(?:[-~—至]{NUMERAL})?", before) and re.match(
        r"[\u4e00-\u9fff%]", after
    ):
        return bool(
            re.match(r"[≥≤=><]", before)
            or re.match(
                r"[万亿元个次人名户家件份篇本册台套辆场期天年月日小分平公吨亩项类种%]", after
            )
        )
    if re.fullmatch(r"[≥≤=><]", before):
        return True
    return _dated(before, after)


def _dated(before: str, after: str) -> bool:
    """Whether two pieces are one date: "2023年" and "5", "5" and "月31日前"."""
    if re.fullmatch(r"[≥≤=><]?(?:(?:19|20)\d\d年)?(?:\d{1,2}月)?\d{1,2}", before) and re.match(
        r"月|日(?!常)", after
    ):
        return True
    return bool(
        re.fullmatch(r"[≥≤=><]?(?:(?:19|20)\d\d年(?:\d{1,2}月)?|\d{1,2}月)", before)
        and re.match(r"\d{1,2}(?:$|月|日)", after)
    )


def split_columns(lines: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """Lines of two cells, one printed behind the other, into left and right, by the widths of their columns.

    A line that is much shorter than its column ends a paragraph; the cut is put where no other line is short.
    """
    if len(lines) < 2:
        return lines, []
    best = min(
        range(1, len(lines)),
        key=lambda cut: (_cost(lines[:cut], True) + _cost(lines[cut:], True), cut),
    )
    return lines[:best], lines[best:]


def _cost(lines: list[Piece], paragraphs: bool = False, known: float = 0.0) -> float:
    """How much the lines of a cell, save the last, fall short of its width."""
    width = max([known, *(line.width for line in lines)]) if lines else 0.0
    short, slack = 0.0, _PROSE_SLACK if paragraphs else _SLACK
    for line in lines[:-1]:
        if paragraphs and line.view.text[-1] in "。;:":
            continue
        short += max(0.0, width - line.width - slack)
    if paragraphs and lines:
        short += 0.3 * (lines[-1].view.text[-1] not in "。;")
        short += 2.0 * bool(
            re.match(
                r"(?:目标|\(|（)?(?:[2-9]|[二三四五六七八九])(?:[.、:：)）])", lines[0].view.text
            )
        )
    return short


def indicator_rows(lines: list[Piece], with_basis: bool) -> list[dict[str, View]]:
    """Rows of indicators, each a field-to-characters mapping, from the printed lines behind the headings."""
    rows: list[dict[str, View]] = []
    gap: list[Piece] = []
    widths = {"level3": 0.0, "reason": 0.0}
    for line in lines:
        found = _points(line, with_basis)
        if found is None:
            gap.append(line)
            continue
        values, points = found
        gap.append(values)
        head, row = _with_basis(gap, points) if with_basis else _target_actual(gap)
        row |= points
        reason = _names(head, row, widths, with_basis, rows)
        if reason and rows:
            _finish(rows[-1], reason, rows, with_basis)
        rows.append(row)
        gap = []
    if gap and rows:
        rest = _without_labels(gap)
        if rest:
            _finish(rows[-1], rest, rows, with_basis)
    return rows


def _points(line: Piece, with_basis: bool) -> tuple[Piece, dict[str, View]] | None:
    """Weight and score at the end of a line, and what stands before them."""
    tokens = list(line.tokens)
    kinds = [token.kind for token in tokens]
    if with_basis:
        if (
            len(tokens) >= 3
            and kinds[-1] is kinds[-3] is Kind.NUMBER
            and kinds[-2] is not Kind.NUMBER
        ):
            points = {
                "weight": tokens[-3].view,
                "actual": tokens[-2].view,
                "score": tokens[-1].view,
            }
            return Piece(tuple(tokens[:-3]), line.first), points
        return None
    last = max(
        (i for i in range(1, len(kinds)) if kinds[i] is kinds[i - 1] is Kind.NUMBER), default=0
    )
    if not last or any(kind is not Kind.TEXT for kind in kinds[last + 1 :]):
        return None
    points = {"weight": tokens[last - 1].view, "score": tokens[last].view}
    if last + 1 < len(tokens):
        if not any(_OPERATED.fullmatch(token.text) for token in tokens[: last - 1]):
            return None
        points["reason"] = View.join(token.view for token in tokens[last + 1 :])
    return Piece(tuple(tokens[: last - 1]), line.first), points


def _flat(lines: list[Piece]) -> list[tuple[Piece, Token]]:
    """All tokens with their lines; from the first target on, a date that was wrapped is one token."""
    found: list[tuple[Piece, Token]] = []
    for line in lines:
        for token in line.tokens:
            valued = any(_OPERATED.fullmatch(other.text) for _, other in found)
            if valued and _dated(found[-1][1].text, token.text):
                found[-1] = (found[-1][0], Token(View.join([found[-1][1].view, token.view])))
            else:
                found.append((line, token))
    return found


def _target_actual(gap: list[Piece]) -> tuple[list[Piece], dict[str, View]]:
    """Target and actual value at the end of a gap."""
    flat = _flat(gap)
    operated = [i for i, (_, token) in enumerate(flat) if _OPERATED.fullmatch(token.text)]
    if len(operated) >= 2:
        first, second = operated[-2], operated[-1]
    elif len(operated) == 1 and operated[0] and flat[operated[0] - 1][1].kind is Kind.MEASURED:
        first, second = operated[0] - 1, operated[0]
    elif len(operated) == 1 and operated[0] + 1 < len(flat):
        first, second = operated[0], operated[0] + 1
    else:
        first, second = _words(flat)
    if first < 0:
        return gap, {}
    row = {
        "target": View.join(token.view for _, token in flat[first:second]),
        "actual": View.join(token.view for _, token in flat[second:]),
    }
    return _before(gap, flat, first), row


def _words(flat: list[tuple[Piece, Token]]) -> tuple[int, int]:
    """Target and actual value in words: the last two tokens of the line, or "完全达到预期" wrapped behind its target."""
    for start in range(max(0, len(flat) - 4), len(flat)):
        joined = "".join(token.text for _, token in flat[start:])
        if start and re.fullmatch(
            r"(?:完全|基本|部分)?(?:达到|达成|实现)预期(?:效果|效益|目标|指标)?", joined
        ):
            return start - 1, start
    if len(flat) >= 2 and flat[-1][0] is flat[-2][0]:
        return len(flat) - 2, len(flat) - 1
    return -1, -1


def _before(gap: list[Piece], flat: list[tuple[Piece, Token]], stop: int) -> list[Piece]:
    """The lines of a gap up to a token."""
    kept: list[Piece] = []
    for line in gap:
        tokens = tuple(token for other, token in flat[:stop] if other is line)
        if tokens:
            kept.append(Piece(tokens, line.first))
    return kept


def _with_basis(gap: list[Piece], points: dict[str, View]) -> tuple[list[Piece], dict[str, View]]:
    """An overall form: the target, and behind it its basis."""
    flat = _flat(gap)
    operated = [
        i for i, (_, token) in enumerate(flat) if token.kind in (Kind.MEASURED, Kind.PERCENT)
    ]
    if not operated:
        return gap, {}
    first = operated[0]
    basis = [token.view for _, token in flat[first + 1 :]]
    row = {"target": flat[first][1].view}
    if basis:
        row["basis"] = View.join(basis)
    return _before(gap, flat, first), row


def _labels(lines: list[Piece]) -> list[tuple[int, int, str]]:
    """Names of levels (and of the table's side) that consecutive lines spell: first line, line behind, name."""
    forms = terms.forms()
    words = {*forms["level1"], *forms["level2"], *forms["side_labels"]}
    found, i = [], 0
    while i < len(lines):
        spelled, stop = "", i
        for j in range(i, min(i + 12, len(lines))):
            spelled += lines[j].view.text
            if spelled in words:
                stop = j + 1
                break
            if not any(word.startswith(spelled) for word in words):
                break
        if stop > i:
            found.append((i, stop, spelled))
            i = stop
        else:
            i += 1
    return found


def _single(lines: list[Piece]) -> list[Piece]:
    """Lines with each token a line of its own where a level's name shares a line with other text."""
    words = {*terms.forms()["level1"], *terms.forms()["level2"]}
    found: list[Piece] = []
    for line in lines:
        if len(line.tokens) > 1 and any(token.text in words for token in line.tokens):
            found.extend(Piece((token,), line.first) for token in line.tokens)
        else:
            found.append(line)
    return found


def _without_labels(lines: list[Piece]) -> list[Piece]:
    single = _single(lines)
    taken = {i for a, b, _ in _labels(single) for i in range(a, b)}
    return [line for i, line in enumerate(single) if i not in taken]


def _names(
    head: list[Piece],
    row: dict[str, View],
    widths: dict[str, float],
    with_basis: bool,
    rows: list[dict[str, View]],
) -> list[Piece]:
    """Levels and third-level name into the row; returns what is left of the row above (its reason)."""
    lines = _single(head)
    labels = _labels(lines)
    if len(labels) > 1 and labels[-1][1] == len(lines) and not labels[-1][2].endswith("指标"):
        labels.pop()  # the name of the indicator, which is called like a level ("服务对象满意度")
    for a, b, name in labels:
        view = View.join(line.view for line in lines[a:b])
        if name in terms.forms()["level2"] and not (
            name in terms.forms()["level1"]
            and "level1" not in row
            and labels[-1][2] == name
            and len(labels) > 1
            and (a, b, name) != labels[-1]
        ):
            row["level2"] = view
        elif name in terms.forms()["level1"]:
            row["level1"] = view
            row.pop("level2", None)
    rest = lines[labels[-1][1] :] if labels else lines
    reason = lines[: labels[0][0]] if labels else []
    if with_basis:
        left = _leftover(rest)
        rest = rest[len(left) :]
        _two_names(rest, row)
        return [*reason, *left]
    if not labels and rows:
        cut = (
            min(
                range(len(rest)),
                key=lambda k: (
                    _cost(rest[:k], known=widths["reason"])
                    + _cost(rest[k:], known=widths["level3"]),
                    k,
                ),
            )
            if rest
            else 0
        )
        reason, rest = rest[:cut], rest[cut:]
    row["level3"] = View.join(line.view for line in rest)
    for name, group in (("level3", rest), ("reason", reason)):
        widths[name] = max([widths[name], *(line.width for line in group)])
    return reason


def _leftover(rest: list[Piece]) -> list[Piece]:
    """Lines on top of a page that end the row above, where the row's own names share the line of its target."""
    if len(rest) > 1 and rest[0].first and len(rest[-1].tokens) >= 2:
        return rest[:-1]
    return []


def _two_names(rest: list[Piece], row: dict[str, View]) -> None:
    """Second- and third-level names, which such forms print with nearly the same words."""
    if len(rest) == 1 and len(rest[0].tokens) == 2:
        row["level2"], row["level3"] = (token.view for token in rest[0].tokens)
        return
    flat = [token for _, token in _flat(rest)]
    if len(flat) < 2:
        row["level3"] = View.join(token.view for token in flat)
        return

    def likeness(cut: int) -> float:
        left, right = ("".join(token.text for token in part) for part in (flat[:cut], flat[cut:]))
        return SequenceMatcher(None, left, right, autojunk=False).ratio()

    cut = max(range(1, len(flat)), key=likeness)
    row["level2"] = View.join(token.view for token in flat[:cut])
    row["level3"] = View.join(token.view for token in flat[cut:])


def _finish(
    row: dict[str, View], rest: list[Piece], rows: list[dict[str, View]], with_basis: bool
) -> None:
    """Text that belongs to a row already read: its reason, or what a page break cut off its cells."""
    if not with_basis:
        parts = [row["reason"]] if "reason" in row else []
        row["reason"] = View.join([*parts, *(line.view for line in rest)])
        return
    known = {other["basis"].text for other in rows if "basis" in other}
    for line in rest:
        whole = row["basis"].text + line.view.text if "basis" in row else ""
        name = "basis" if whole in known else "level3"
        row[name] = View.join([row[name], line.view]) if name in row else line.view
