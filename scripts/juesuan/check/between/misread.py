"""What fails between disclosures of which one was recognised in pictures: perhaps misread.

As within one disclosure (:mod:`juesuan.check.trust.misread`) nothing is alleged before a person
compared both prints and pinned what they found.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from juesuan.check.comparing.compare import FAIL, withheld
from juesuan.rows import ChecksBetweenRow


def without_misread(
    rows: Iterable[ChecksBetweenRow], scans: Collection[str]
) -> Iterator[ChecksBetweenRow]:
    """The findings in which nothing is alleged that may be misread.

    Args:
        rows: the findings, with their pins.
        scans: ids of the disclosures whose text was recognised.
    """
    for row in rows:
        parties = {row["disclosure_id"], *row["other_id"].split()}
        if row["state"] != FAIL or row["pinned"] or not parties & set(scans):
            yield row
            continue
        judged = withheld(
            row, f"其中有文字由扫描图识别，可能有误，暂不判断，请与图核对（{row['statement']}）"
        )
        judged["other_figures"] = ""
        yield judged
