"""Less HTML, the same page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as parser

from juesuan.website.squeeze import squeezed

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
