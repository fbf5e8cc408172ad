"""The source text as pages with line anchors, and the evidence behind each figure."""

from __future__ import annotations

import bisect
import json
import re
import unicodedata
from collections.abc import Iterator

from juesuan import terms
from juesuan.model import Facts
from juesuan.pages.figures import LINES_A_PAGE, SHARD, source_page
from juesuan.rows import Row

_AROUND = 45
_EMPTY = re.compile(r"[-—\s]*\d{0,4}[-—\s]*")
_FORMS = ("projects", "project_funds", "indicators")
_LINES = 3
"""Lines before and behind that may belong to a figure's sentence."""

_TAG = re.compile("</?[a-z]{1,6}>")
"""What extraction left of the marks of a paragraph or a line."""

_HEADING = re.compile(
    r"[\s#*|]*((?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]|第[一二三四]部分|项目名称)[^。；;]{2,50})"
)


def source_pages(text: str) -> Iterator[tuple[str, list[tuple[int, str]]]]:
    """Pages of the source: name, and its lines with their numbers."""
    lines = text.split("\n")
    for start in range(0, len(lines), LINES_A_PAGE):
        part = [
            (start + i, line.rstrip("\r"))
            for i, line in enumerate(lines[start : start + LINES_A_PAGE], start=1)
        ]
        yield source_page(start + 1), part


def evidence_files(facts: Facts, text: str) -> Iterator[tuple[str, str]]:
    """Files of evidence: name and JSON, from figure id to line, context, the cell that took the figure, and where the source
    has pages its page and box; under ``source`` the file and its hash.
    """
    rows = facts.rows("figures")
    printed = Printed(text)
    for first in range(0, len(rows), SHARD):
        shard: dict[str, list[int | str]] = {
            "source": [facts.disclosure["source_file"], facts.disclosure["source_sha256"]]
        }
        for row in rows[first : first + SHARD]:
            before, numeral, after = printed.around(row)
            shard[row["figure_id"]] = [
                int(row["line"]), before, numeral, after,
                row["resource"], row["row"], row["field"], row["value"], row["unit"], printed.heading(row),
                *((int(row["page"]), [float(edge) for edge in row["box"].split()]) if row["page"] and row["box"] else ()),
            ]  # fmt: skip
        yield (
            f"{first // SHARD}.json",
            json.dumps(shard, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n",
        )


class Printed:
    """What stands around a figure in the source."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0]
        for line in text.split("\n"):
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._headings = _headings(text)
        self._squeezed: tuple[str, list[int]] | None = None

    def around(self, row: Row) -> tuple[str, str, str]:
        """The text before a figure, the numeral as printed, and the text behind it: of its line, or where a page is set
        narrower than its sentences, of its sentence.
        """
        start, end = int(row["start"]), int(row["end"])
        at = bisect.bisect_right(self._starts, start) - 1
        before, after = (
            self._text[self._starts[at] : start],
            self._text[end : max(end, self._starts[at + 1] - 1)],
        )
        if "\t" not in before + after and row["resource"] not in _FORMS:
            before, after = self._carried(before, at, -1), self._carried(after, at, 1)
        return _end_of(before), _flat(self._text[start:end]), _end_of(after[::-1])[::-1]

    def _line(self, at: int) -> str:
        """A line by its place; empty beyond the text."""
        return (
            self._text[self._starts[at] : self._starts[at + 1] - 1]
            if 0 <= at < len(self._starts) - 1
            else ""
        )

    def _carried(self, text: str, at: int, step: int) -> str:
        """Text with what stands in the lines before it (``step`` -1) or behind it (1), to the end of the sentence."""
        for _ in range(_LINES):
            ended = step > 0 and text.rstrip().endswith(("。", "；", ";"))
            at += step
            for _ in range(
                _LINES
            ):  # every printed line may be followed by an empty one, and by the number of the page
                at += step if _EMPTY.fullmatch(self._line(at)) else 0
            line = self._line(at)
            stops = step < 0 and line.rstrip().endswith(("。", "；", ";", "：", ":"))
            if (
                ended
                or stops
                or not line.strip()
                or "\t" in line
                or _HEADING.fullmatch(line)
                or len(text) > _AROUND
            ):
                break
            text = (
                f"{line.rstrip()}{text.lstrip()}" if step < 0 else f"{text.rstrip()}{line.lstrip()}"
            )
        return text

    def words(self, phrase: str) -> dict[str, str] | None:
        """The first line that prints a phrase, whatever spaces and widths of characters it has there; None if none does."""
        if self._squeezed is None:
            tags = {at for match in _TAG.finditer(self._text) for at in range(*match.span())}
            whole = [
                (char, at)
                for at, one in enumerate(self._text)
                for char in unicodedata.normalize("NFKC", one)
                if at not in tags and not char.isspace()
            ]
            self._squeezed = "".join(char for char, _ in whole), [at for _, at in whole]
        text, places = self._squeezed
        wanted = "".join(unicodedata.normalize("NFKC", phrase).split())
        found = text.find(wanted) if wanted else -1
        if found < 0:
            return None
        start, end = places[found], places[found + len(wanted) - 1] + 1
        at = bisect.bisect_right(self._starts, start) - 1
        before, after = (
            self._text[self._starts[at] : start],
            self._text[end : max(end, self._starts[at + 1] - 1)],
        )
        before, after, printed = (
            _TAG.sub(" ", one) for one in (before, after, self._text[start:end])
        )
        return {
            "line": str(at + 1), "page": "", "heading": _above(self._headings, at + 1),
            "before": _end_of(before), "text": _flat(printed), "after": _end_of(after[::-1])[::-1],
        }  # fmt: skip

    def heading(self, row: Row) -> str:
        """Under what a figure stands: its statutory table, or the heading above its line."""
        if row["row"].startswith("overall") and row["resource"] in _FORMS:
            return "整体支出绩效自评表"
        return _heading_of(row, self._headings)


def _end_of(text: str) -> str:
    """The part next to the figure, never cut inside a number, with an ellipsis where more stands there."""
    if len(text) <= _AROUND:
        return _flat(text, keep=True)
    kept = re.sub(r"^[\d.,%]+", "", text[-_AROUND:])
    return "…" + _flat(kept, keep=True)


def _flat(text: str, keep: bool = False) -> str:
    """Text on one line, cells of a row apart; with ``keep``, a blank at its ends stays one."""
    found = re.sub(r"\s+", " ", re.sub(r"\t+", " ｜ ", text))
    return found if keep else found.strip()


def _headings(text: str) -> list[tuple[int, str]]:
    """Lines that are headings, with their numbers: of sections, and the name of each form."""
    found = (
        (number, _HEADING.fullmatch(line)) for number, line in enumerate(text.split("\n"), start=1)
    )
    return [
        (number, re.sub(r"[\s*|]+", " ", match[1]).strip())
        for number, match in found
        if match and not _in_table(match[0])
    ]


def _in_table(line: str) -> bool:
    """Whether a line is a row of a table and not the name of a form, which stands in a row too."""
    return "\t" in line and "项目名称" not in line


def _heading_of(row: Row, headings: list[tuple[int, str]]) -> str:
    """Under what a figure stands: its statutory table, or the heading above its line."""
    for table in terms.statutory_tables():
        if row["resource"] == table.id:
            return f"表{table.id[-1]} {table.label}"
    return _above(headings, int(row["line"]))


def _above(headings: list[tuple[int, str]], line: int) -> str:
    """The heading under which a line stands."""
    at = bisect.bisect_right(headings, (line, "\uffff"))
    return headings[at - 1][1] if at else ""
