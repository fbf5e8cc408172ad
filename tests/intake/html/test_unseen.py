"""What a browser does not show."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from juesuan.intake.html.unseen import unseen
from juesuan.intake.html.walk import Walk


def shown(page: str) -> tuple[str, list[str]]:
    tree = LexborHTMLParser(page)
    hidden = unseen(tree)
    assert tree.body
    blocks = Walk(hidden.ids, raised=hidden.raised).over(tree.body)
    return "".join(block.text for block in blocks), [*hidden.told()]


@pytest.mark.parametrize(
    "element",
    [
        "<div style='color:red; display : none'>{}</div>", "<div hidden>{}</div>", "<p style='visibility:hidden'>{}</p>",
        "<span style='font-size:0'>{}</span>", "<span style='FONT-SIZE: 0px; color: red'>{}</span>",
        "<div style='position:absolute;left:-9999px'>{}</div>", "<p style='mso-hide:all'>{}</p>",
        "<div class='menu x'>{}</div>", "<style>#a b, .y{{ DISPLAY:NONE !important }}</style><div class=y>{}</div>",
        "<div hidden><p style='display:none'>{}</p></div>", "<i style='position:absolute;clip: rect(0,0,0,0)'>{}</i>",
        "<style>.sr{{clip-path:inset(50%)}}</style><i class=sr>{}</i>",
    ],
)  # fmt: skip
def test_hidden_elements_are_left_out_and_told(element: str) -> None:
    style = "<style>/* .z{display:none} */ .menu{color:red;display:none}</style>"
    text, told = shown(f"{style}<p>见</p>{element.format('隐9.87万元')}<p class=z>仍</p>")
    assert text == "见仍"
    assert told == [
        "7 characters that the page hides are left out, 1 amounts among them: "
        "compare with the page as it is shown"
    ]


@pytest.mark.parametrize(
    "white",
    [
        "<span style='color:#FFF'>9</span>", "<font color=white>9</font>", "<b style='color: rgb(255, 255, 255)'>9</b>",
        "<style>.w{color:#ffffff}</style><i class=w>9</i>", "<span style='color:rgba(0,0,0,0)'><b>9</b></span>",
        "<span style='color:transparent'>9</span>",
    ],
)  # fmt: skip
def test_white_text_beside_other_text_is_not_seen(white: str) -> None:
    text, told = shown(f"<p>7.33{white}</p><p>8.50</p>")
    assert "7.33" in text and "9" not in text and told[0].startswith("1 characters that the page")


@pytest.mark.parametrize(
    "page",
    [
        "<div bgcolor=navy><p><span style='color:#fff'>9.10</span></p><p>甲</p></div>",
        "<p>甲<span style='color:#fff;background:#c00'>9.10</span></p>", "<p>甲<b style='color:#fffbe0'>9.10</b></p>",
        "<p>甲<b style='background-color:#fff'>9.10</b></p>", "<p style='color:white'>甲9.10</p>",
    ],
)  # fmt: skip
def test_white_text_on_a_ground_of_its_own_or_alone_in_its_block_is_seen(page: str) -> None:
    assert "9.10" in shown(page)[0] and not shown(page)[1]


def test_what_stands_above_a_ruby_is_no_part_of_it() -> None:
    assert shown("<p><ruby>7.33<rp>(</rp><rt>9</rt></ruby>万元</p>") == ("7.33万元", [])


@pytest.mark.parametrize(
    "element",
    [
        "<script>9</script>", "<style>p{}</style>", "<template><p>9</p></template>", "<noscript>9</noscript>",
        "<!-- 9 -->", "<select><option>9</select>", "<iframe>9</iframe>", "<svg><text>9</text></svg>", "<textarea>9</textarea>",
    ],
)  # fmt: skip
def test_what_is_no_text_is_left_out(element: str) -> None:
    assert shown(f"<p>见</p>{element}") == ("见", [])


@pytest.mark.parametrize(
    "page",
    [
        "<style>@media print{.a{display:none}}</style><p class=a>见</p>", "<p style='font-size:0.9em'>见</p>",
        "<div style='font-size:0'><p style='font-size:14px'>见</p></div>", "<p style='left:-5px'>见</p>",
        "<style>p:hover{display:none}</style><p>见</p>", "<style>{{{}}} a{display:none</style><p>见</p>",
    ],
)  # fmt: skip
def test_what_is_shown_is_kept(page: str) -> None:
    assert shown(page) == ("见", [])


@pytest.mark.parametrize(
    ("sheet", "is_shown"),
    [
        ("p:nth-child(2){display:none}", False),
        ("[data-old='1'] , .q{display:none}", False),
        ("@media screen {p.x{display:none}}", False),
        ("@media print{p.x{display:none}}", True),
        ("@media screen and (max-width:600px){p.x{display:none}}", True),
        ("p.x:hover{display:none}", True),
        ("p.x::before{display:none}", True),
    ],
)
def test_selectors_that_hide_on_a_screen(sheet: str, is_shown: bool) -> None:
    text, told = shown(
        f"<style>{sheet}</style><div><b>甲</b><p class=x data-old=1>9.87万元</p></div>"
    )
    assert ("9.87" in text) == is_shown == (not told)


def test_what_a_style_sheet_writes_is_told() -> None:
    text, told = shown("<style>td::after{content:attr(data-v)}</style><p data-v='3.70'>甲</p>")
    assert text == "甲" and told == [
        "a style sheet of the page shows text of its own, which is read at amounts of tables alone: compare"
    ]
    assert not shown("<style>li::before{content:'•'} .c{content:''}</style><p>甲</p>")[1]
    assert shown("<style>.minus::before{content:'-'}</style><p class=minus>6.37</p>")[1] == told


@pytest.mark.parametrize(
    "mark",
    [
        "<span style='vertical-align:super;font-size:8pt'>1</span>", "<span style='position:relative;top:-4.5pt;mso-text-raise:4.5pt'>[1]</span>",
        "<style>.note{vertical-align:super}</style><i class=note>①</i>", "<sup>(1)</sup>",
        "<sub>1</sub>", "<span style='vertical-align: sub'>1</span>",
    ],
)  # fmt: skip
def test_a_mark_that_a_style_raises_is_part_of_no_number(mark: str) -> None:
    assert shown(f"<p>收入10.00{mark}万元</p>") == ("收入10.00¹万元", [])


@pytest.mark.parametrize("style", ["vertical-align:middle", "vertical-align:0", "top:4px"])
def test_other_styles_raise_nothing(style: str) -> None:
    assert shown(f"<p>收入10.0<span style='{style}'>1</span>万元</p>") == ("收入10.01万元", [])


def test_an_amount_that_a_style_raises_is_read() -> None:
    assert (
        shown("<p>收入<span style='mso-text-raise:1.0pt'>90.00</span>万元</p>")[0]
        == "收入90.00万元"
    )
