"""A blank is a comma only where a clause can end and another one begin."""

import pytest

from juesuan.parse.prose.blanks import parted
from juesuan.parse.prose.sections.outline import Part
from juesuan.parse.prose.stops import as_printed
from juesuan.parse.view import View


def read(source: str, section: str = "overview") -> str:
    """A section of such a text, in which clauses end in commas."""
    places = tuple(at for at, char in enumerate(source) if not char.isspace())
    body = View("".join(source[at] for at in places), places)
    begins = body.begins(source)
    part, moved = parted(Part(section, body[:0], body, begins), begins, source)
    assert as_printed(part.body, source) == body
    assert {part.body.at[one] for one in moved} == {body.at[one] for one in begins}
    return part.body.text


@pytest.mark.parametrize("blank", [" ", "  ", "\t", "\u3000"])
def test_a_blank_behind_a_figure_ends_its_clause(blank: str) -> None:
    assert read(f"收入总计5万元{blank}支出总计5万元。") == "收入总计5万元,支出总计5万元。"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("比上年增加 12.30 万元 增长 4.5%。", "比上年增加12.30万元,增长4.5%。"),
        ("收入总计5万元 主要原因是人员增加。", "收入总计5万元,主要原因是人员增加。"),
        ("收入总计5万元 其中基本支出3万元。", "收入总计5万元,其中基本支出3万元。"),
        ("压减开支 收入总计5万元。", "压减开支,收入总计5万元。"),
        ("评为优的24个 为良的6个。", "评为优的24个,为良的6个。"),
        ("收入总计5万元,比上年增加1万元 增长25%。", "收入总计5万元,比上年增加1万元,增长25%。"),
    ],
)
def test_what_begins_a_clause_stands_behind_a_comma(source: str, expected: str) -> None:
    assert read(source) == expected


@pytest.mark.parametrize(
    "source",
    [
        "完成年初预算 20.00 万元 的 92.5%。",
        "收入总计 5 万 元。",
        "对 53 个 项目开展绩效自评。",
        "压减开支,收入 总计5万元。",
        "收入总计5万元\n支出总计5万元。",
        "收入总计5万元, 支出总计5万元。",
        "",
    ],
)
def test_other_blanks_prove_nothing(source: str) -> None:
    assert read(source) == "".join(source.split())
