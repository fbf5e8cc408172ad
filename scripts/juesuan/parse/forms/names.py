"""Names in a damaged head of a form, restored where exactly one name printed elsewhere fits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from juesuan.parse import passage
from juesuan.parse.claims import Draft, Restored
from juesuan.parse.forms.grid import GridCell
from juesuan.parse.forms.indicators.aligned import text_of
from juesuan.parse.forms.vocabulary import WORDS
from juesuan.parse.view import Reader

_NOT_CHINESE = re.compile(r"[^\u4e00-\u9fff]")
_SHORTEST = 8
"""Characters of a name that says of which project it is."""

_JUNK = 1
"""Characters at an end of a piece that the cut of its cell may have made."""


class Elsewhere:
    """The names that a document prints outside of its forms.

    Args:
        reader: of the document.
        draft: has the department and its agencies.
        end: where the forms begin.
    """

    def __init__(self, reader: Reader, draft: Draft, end: int) -> None:
        self._reader, self._end = reader, end
        units = [row["name"] for row in draft.rows("organisation") if row["kind"] == "unit"]
        self._bodies = list(dict.fromkeys([draft.rows("disclosure")[0]["department"], *units]))

    @cached_property
    def _prose(self) -> str:
        return self._reader.prose(0, self._end).text

    def body(self, column: str, cells: Sequence[GridCell]) -> Restored | None:
        """The only department or agency of the document that the pieces of a name fit.

        Every character of it must be in one of the pieces: nothing is guessed.

        Args:
            column: of the project.
            cells: the pieces.
        """
        pieces = [piece for cell in cells if (piece := _NOT_CHINESE.sub("", cell.text))]
        fitting = [name for name in self._bodies if name in self._prose and covers(name, pieces)]
        if len(fitting) != 1:
            return None
        reason = f"残存各段合起来只合于文中另处所印的“{fitting[0]}”"
        return Restored(column, fitting[0], text_of(cells), "document", reason)

    def project(self, cells: Sequence[GridCell]) -> Restored | None:
        """The name of a project whose pieces, put together, the prose prints as a whole name."""
        view = text_of(cells)
        if len(view) < _SHORTEST or not WORDS.pattern("project_name").fullmatch(view.text):
            return None
        before, behind = WORDS.source("before_project"), WORDS.source("behind_project")
        if not re.search(f"{before}{re.escape(view.text)}{behind}", self._prose):
            return None
        reason = "各段合起来与文中另处所印的名称逐字相同"
        return Restored("name", passage.publish(view), view, "document", reason)


def covers(name: str, pieces: Sequence[str]) -> bool:
    """Whether pieces, in their order, are parts of a name that together hold all of it.

    Where a cell was cut, the cut may have doubled characters or made one that is none.

    >>> covers("某市服务管理局", ["某市服", "管理局"])
    False
    >>> covers("某市服务管理局", ["某市服务", "外务管理局", "局"])
    True
    """
    end = 0
    for piece in pieces:
        stops = [stop for start, stop in _places(name, piece) if start <= end]
        if not stops:
            return False
        end = max(end, *stops)
    return end == len(name) > 0


def _places(name: str, piece: str) -> Iterator[tuple[int, int]]:
    """Where a piece stands in a name: whole, else without what the cut of its cell made."""
    ends = (piece, piece[_JUNK:], piece[:-_JUNK], piece[_JUNK:-_JUNK])
    part = next((one for one in ends if one and one in name), "")
    at = name.find(part) if part else -1
    while at >= 0:
        yield at, at + len(part)
        at = name.find(part, at + 1)
