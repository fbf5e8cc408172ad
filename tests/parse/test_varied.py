"""What a typist, a county or a template writes otherwise swallows no figure: read, or told."""

import re
from decimal import ROUND_HALF_UP, Decimal

import pytest

from tests.parse.test_provinces import PROVINCES, answers_of
from tests.varied import MARK, Change, marked, replaced, swallowed, unmarked

_POINT = r"[ \t　]*(?:[（(]?\d{1,2}[.．、)）]|[（(]?[一二三四五六七八九十]+[、）)])"

_FIGURE = rf"{MARK}-?\d[\d,]*(?:\.\d+)?"


def _brackets(pair: str) -> Change:
    """Words in other brackets than round ones, within sentences."""
    words = re.compile(r"（([^（）\n]{1,20})）(?=[^\n]*[。；])")
    return lambda text: words.sub(rf"{pair[0]}\1{pair[1]}", text)


def _rounded_in_front(text: str) -> str:
    """Amounts behind 为 in brackets, behind the same ones in 亿元."""

    def both(match: re.Match[str]) -> str:
        rounded = (Decimal(match[2].replace(",", "")) / 10000).quantize(
            Decimal("0.01"), ROUND_HALF_UP
        )
        return f"{rounded}亿元（{match[1]}{match[2]}万元）"

    return re.sub(rf"(?<=为)({MARK})(\d[\d,]*\.\d\d)万元", both, text)


CHANGES: dict[str, Change] = {
    "commas before numbered lines": replaced(rf"[；。;](?=[ \t]*\n{_POINT})", "，"),
    "commas at the ends of lines": replaced(r"(?<![\d%])[；。;](?=[ \t]*$)", "，"),
    "brackets 【】": _brackets("【】"),
    "brackets 〔〕": _brackets("〔〕"),
    "brackets ﹝﹞": _brackets("﹝﹞"),
    "百分之": replaced(rf"(?<!-)({_FIGURE})\s*%", r"百分之\1"),
    "unit in brackets": replaced(rf"({_FIGURE})万元", r"\1（万元）"),
    "a negative increase": replaced(rf"(?:减少|下降|降低)(?={_FIGURE}\s*(?:万元|元|%))", "增加-"),
    "commas within lines": replaced(r"。(?=[^\n\d][^\n]*[。；])", "，"),
    "no stops at the ends of lines": replaced(r"。(?=[ \t]*$)", ""),
    "brackets ‹›": replaced(r"（([类款项])）", r"‹\1›"),
    "brackets <>": replaced(r"（([类款项])）", r"<\1>"),
    "blanks for commas behind figures": replaced(r"(?<=元|%|人|辆|个|次)，(?=[^\n])", " "),
    "wide blanks for commas behind figures": replaced(r"(?<=元|%|人|辆|个|次)，(?=[^\n])", "　"),
    "bullets ●": replaced(r"；(?=[^\n])", "；\n●"),
    "one is, two is": replaced(r"；(?=[^\n])", "；二是"),
    "about": replaced(rf"(?={_FIGURE}万元)", "约"),
    "￥": replaced(rf"(?<!-)({MARK})(?=\d[\d.,]*万元)", r"￥\1"),
    "spaces before units": replaced(rf"({_FIGURE})(?=万元|元|%|人|辆)", r"\1 "),
    "万 for 万元": replaced(rf"({_FIGURE})万元", r"\1万"),
    "a rate in a clause of its own": replaced(rf"，((?:增长|下降){_FIGURE}%)", r"；\1"),
    "no comma before a share": replaced(r"，(?=占)", ""),
    "a share in brackets": replaced(rf"，(占[^，。；（）\n]*?{_FIGURE}%)", r"（\1）"),
    "净增加": replaced(rf"增加(?={_FIGURE}(?:万元|元))", "净增加"),
    "上浮": replaced(rf"增加(?={_FIGURE}(?:万元|元))", "上浮"),
    "比重为": replaced(rf"(占[^，。；\n]+?)的(?={_FIGURE}%)", r"\1的比重为"),
    "预算执行率": replaced(r"完成(?:年初|全年|调整)?预算的", "预算执行率"),
    "a line end behind 其中": replaced("其中：", "其中：\n"),
    "（一）、": replaced(r"^([ \t　]*[（(][一二三四五六七八九十]+[）)])(?!、)", r"\1、"),
    "（1） for 1.": replaced(r"^(\d{1,2})[.．]", r"（\1）"),
    "nothing travelled": replaced(
        rf"(因公出国（境）费?用?(?:支出)?(?:决算)?)(?:为)?{MARK}0(?:\.0+)?万元", r"\1未发生"
    ),
    "《三公》": replaced("“三公”", "《三公》"),
    "a colon behind the number of a part": replaced(
        r"^([ \t　]*第[一二三四五]部分)[ \t　]*(?=\S)", r"\1："
    ),
    "团组 for 批次": replaced(rf"(接待{_FIGURE})个?批次", r"\1团组"),
    "a title in the line of its text": replaced(
        r"^([ \t　]*\d[.、][^\n。；，]{2,20}情况)(?:说明)?。?\n(?=\S)", r"\1。"
    ),
    "类 without brackets": replaced(r"（类）", "类"),
    "codes in brackets": replaced(r"（类）(?=[^\n]*（款）)", "（201类）"),
    "主要原因系": replaced(r"主要原因是", "主要原因系"),
    "rounded in front": _rounded_in_front,
    "one paragraph": replaced(r"(?<=[。；])\n(?=\d{1,2}[.．、])", ""),
}


@pytest.mark.slow
@pytest.mark.parametrize("change", CHANGES.values(), ids=list(CHANGES))
@pytest.mark.parametrize("province", PROVINCES)
def test_no_figure_is_swallowed(province: str, change: Change) -> None:
    assert list(swallowed(province, change)) == []


def test_answers_move_with_their_figures() -> None:
    before = answers_of("hebei")
    text, after = unmarked("hebei", "\n" + marked("hebei"))
    assert [one.start - 1 for one in after] == [one.start for one in before]
    assert all(text.startswith(one.printed, one.start) for one in after)


def test_a_swallowed_figure_is_told() -> None:
    assert list(swallowed("hebei", replaced("比", "因为比")))
