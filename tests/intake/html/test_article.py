"""The article among the furniture of its portal."""

from __future__ import annotations

import pytest

from juesuan.intake.html import read_html
from juesuan.intake.html.article import article
from juesuan.intake.html.walk import Block
from tests.intake.made import file

LONG = "本部门贯彻执行有关的法律、法规和方针、政策，承担各项工作，并承办上级交办的其他任务和事项。"


def link(text: str) -> Block:
    return Block(text, linked=len(text))


def texts(blocks: list[Block]) -> list[str]:
    return [block.text for block in blocks]


def test_the_article_stands_between_links() -> None:
    menu = [link(f"栏目{i}") for i in range(4)]
    blocks = [
        *menu, Block("您好，欢迎访问"), link("首页"), Block("某某局2024年度部门决算", is_heading=True),
        Block("发布时间：2024-08-23 来源：某某局 浏览次数：12"), Block("第一部分 概况"), Block(LONG), link("详见另页"),
        Block("收入12.50万元"), Block("某某局"), Block("附件：决算表.xls", filed=7), Block("【打印】【关闭】"),
        Block("上一篇：2023年度部门决算", linked=9), Block("地址：某路1号"), *menu,
    ]  # fmt: skip
    found = article(blocks)
    assert texts(found.blocks) == [
        "某某局2024年度部门决算", "第一部分 概况", LONG, "详见另页", "收入12.50万元", "某某局",
    ]  # fmt: skip
    assert len(found.blocks) + len(found.left) == len(blocks)


def test_links_in_a_row_within_the_article_are_left_out_and_both_parts_kept() -> None:
    related = [link(f"相关新闻{i}，投入{i}.50万元") for i in range(4)]
    blocks = [Block("收入1.00万元"), *related, Block("支出1.00万元")]
    found = article(blocks)
    assert texts(found.blocks) == ["收入1.00万元", "支出1.00万元"] and found.left == related


@pytest.mark.parametrize("text", ["版权所有：甲局 收入12.50万元", "打印 3元", "12.50"])
def test_nothing_with_an_amount_is_left_out(text: str) -> None:
    blocks = [Block("收入1.00万元"), Block(text, is_furniture=True), Block(LONG)]
    assert article(blocks).blocks == blocks


def test_names_of_elements_tell_nothing_where_they_hold_the_text() -> None:
    blocks = [Block(LONG, is_furniture=True), Block("概况", is_furniture=True), Block("完")]
    assert article(blocks).blocks == blocks
    assert article([]).blocks == [] and article([link("甲")]).blocks == [link("甲")]


def test_what_was_left_out_is_told() -> None:
    page = f"<ul><li><a href=/a>甲</a><li><a href=/b>乙</a><li><a href=/c>丙</a></ul><p>收入1.00万元{LONG}</p><p>主办：某局</p>"
    document = read_html(file("a.html", page))
    assert document.text == f"收入1.00万元{LONG}\n"
    assert document.remarks == (
        "4 lines and tables around the article are left out as those of the portal",
    )
