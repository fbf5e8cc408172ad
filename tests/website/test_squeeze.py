"""Less HTML, the same page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as parser
from selectolax.lexbor import LexborHTMLParser

from juesuan.website.squeeze import spare, squeezed

_TEXT = st.text(alphabet="甲乙 12.", min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("html", "less"),
    [
        ("<ul>\n  <li>甲</li>\n\n  <li>乙</li>\n</ul>\n", "<ul><li>甲</li><li>乙</li></ul>"),
        ("<p>甲 <b>乙</b> <i>丙</i></p>", "<p>甲 <b>乙</b> <i>丙</i></p>"),
        ("<p>甲\n   <b>乙</b>\n</p>", "<p>甲\n<b>乙</b></p>"),
        ("<p>甲</p><!-- 乙\n<p> --><p>丙</p>", "<p>甲</p><p>丙</p>"),
        ("<pre>\n 甲\n\n  乙</pre>\n<p>丙</p>", "<pre>\n 甲\n\n  乙</pre><p>丙</p>"),
        ('<script type="x">{\n  1 }</script>', '<script type="x">{\n  1 }</script>'),
        ("<textarea>\n 甲 <!-- 乙 --></textarea>", "<textarea>\n 甲 <!-- 乙 --></textarea>"),
        ("<td> 甲  乙 </td>", "<td> 甲  乙 </td>"),
    ],
)
def test_space_goes_where_it_is_not_shown(html: str, less: str) -> None:
    assert squeezed(html) == less


@pytest.mark.slow
@given(st.lists(st.tuples(st.sampled_from(["b", "p", "td", "li", "span", "pre", "a"]), _TEXT)))
def test_every_text_and_every_element_stays(parts: list[tuple[str, str]]) -> None:
    page = "<div>\n" + "".join(f"  <{tag}>{text}</{tag}>\n" for tag, text in parts) + "</div>"
    less = squeezed(page)
    assert less == squeezed(less)
    before, after = parser.fromstring(page), parser.fromstring(less)
    assert [(one.tag, one.text) for one in before.iter()][1:] == [
        (one.tag, one.text) for one in after.iter()
    ][1:]
    assert "".join(before.text_content().split()) == "".join(after.text_content().split())
    inline = [text for tag, text in parts if tag in ("b", "span", "a")]
    if len(inline) == len(parts) > 1:
        assert less.count(">\n<") == len(parts) - 1, "words do not grow together"


@pytest.mark.parametrize(
    ("html", "less"),
    [
        ('<a href="../">x</a>', "<a href=../>x</a>"),
        ('<a href="a b">x</a>', '<a href="a b">x</a>'),
        ('<a href="?a=1">x</a>', '<a href="?a=1">x</a>'),
        ('<i alt="">x</i>', '<i alt="">x</i>'),
        ("""<p title='"'>x</p>x""", """<p title='"'>x</p>x"""),
        ('<svg><path d="M0" x="1"/><path x="2" /></svg>', '<svg><path d=M0 x="1"/><path x=2 /></svg>'),
        ("""<p title='a="b" c'>x</p>x""", """<p title='a="b" c'>x</p>x"""),
        ("<p title='a'>x</p>x", "<p title=a>x</p>x"),
        ('<b>x="1"></b>', '<b>x="1"></b>'),
        ('<pre id="a">id="b"</pre>', '<pre id="a">id="b"</pre>'),
        ('<pre>a</pre> x="1" ><b id="c">d</b>', '<pre>a</pre> x="1" ><b id=c>d</b>'),
        ("""<b title='x id="y" z' id="c">d</b>""", """<b title='x id="y" z' id=c>d</b>"""),
        ("<p>甲</p>乙", "<p>甲</p>乙"),
        ("<p>甲</p><b>乙</b>", "<p>甲</p><b>乙</b>"),
        ("<a><p>甲</p></a>", "<a><p>甲</p></a>"),
        ("<li>甲</li> <li>乙</li>", "<li>甲</li> <li>乙</li>"),
        (
            "<table><caption>甲</caption><thead><tr><th>乙</th></tr></thead><tbody><tr><td></td>"
            "<td><p>丙</p></td></tr></tbody></table>",
            "<table><caption>甲<thead><tr><th>乙<tbody><tr><td><td><p>丙</table>",
        ),
        ("<dl><dt>甲</dt><dd>乙</dd><dt>丙</dt><dd>丁</dd></dl>", "<dl><dt>甲<dd>乙<dt>丙<dd>丁</dl>"),
        (
            '<html><head><meta charset="utf-8"></head><body class="a">x</body></html>',
            '<html><head><meta charset="utf-8"></head><body class=a>x</body></html>',
        ),
    ],
)  # fmt: skip
def test_what_html_lets_be_left_out(html: str, less: str) -> None:
    assert spare(html) == less
    assert LexborHTMLParser(less).html == LexborHTMLParser(html).html


_LEAF = st.sampled_from(["甲", "", "<b>乙</b>", '<a href="../#f1">1</a>', "<p>丙</p>", " 丁 "])


def _around(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    parts = st.lists(inside, min_size=1, max_size=3)
    return st.one_of(
        parts.map(lambda of: "<ul>" + "".join(f'<li id="x">{one}</li>' for one in of) + "</ul>"),
        parts.map(
            lambda of: "<dl>" + "".join(f"<dt>戊</dt><dd>{one}</dd>" for one in of) + "</dl>"
        ),
        parts.map(
            lambda of: (
                "<table><caption>己</caption><thead><tr><th>庚</th></tr></thead><tbody>"
                + "".join(f"<tr><th>辛</th><td>{one}</td></tr>" for one in of)
                + "</tbody></table>"
            )
        ),
        parts.map(lambda of: "<p>壬</p>" + "".join(of) + "<p>癸</p>"),
        parts.map(lambda of: f'<div class="a b">{"".join(of)}</div>'),
    )


@pytest.mark.slow
@given(st.recursive(_LEAF, _around, max_leaves=8))
def test_browsers_read_the_same_page(inside: str) -> None:
    page = f'<!doctype html><html lang="zh"><body id="top"><main>{inside}</main></body></html>'
    assert LexborHTMLParser(spare(page)).html == LexborHTMLParser(page).html
