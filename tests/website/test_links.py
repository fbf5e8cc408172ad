"""Links that lead nowhere are found."""

from __future__ import annotations

import pytest

from juesuan.website.links import linked, lost, lost_in

HERE = "d/x/checks/index.html"


@pytest.mark.parametrize(
    ("link", "file", "target"),
    [
        ("#a", HERE, "a"),
        ("", HERE, ""),
        ("../", "d/x/index.html", ""),
        ("..", "d/x/index.html", ""),
        ("../../..", "index.html", ""),
        ("../../../", "index.html", ""),
        ("../source-2/#L501", "d/x/source-2/index.html", "L501"),
        ("../files/%E5%86%B3%20a.pdf#page=3", "d/x/files/决 a.pdf", "page=3"),
        ("../../../search/?q=x#y", "search/index.html", "y"),
        ("../x.zip", "d/x/x.zip", ""),
        ("/assets/a.js", "assets/a.js", ""),
        ("a&amp;b.csv", "d/x/checks/a&b.csv", ""),
    ],
)
def test_where_a_link_leads(link: str, file: str, target: str) -> None:
    assert linked(f'<a href="{link}">x</a>', HERE).targets == {file: {target}}
    if link and "=" not in link:
        assert linked(f"<a href={link}>x</a>", HERE).targets == {file: {target}}


def test_a_text_that_tells_of_a_link_is_none() -> None:
    assert linked("<code>&lt;a href=&quot;x&quot; id=y</code> src=z", HERE).targets == {}
    assert not linked("<code>&lt;a id=y&gt;</code>", HERE).ids
    told = linked('<b title="&lt;img src=x id=y&gt;" aria-label=\'a href="z"\'>', HERE)
    assert told.targets == {} and not told.ids


def test_ids_have_quotes_or_none() -> None:
    assert linked('<b id="a"><b id=f001><b class=x id=c>', HERE).ids == {"a", "f001", "c"}


@pytest.mark.parametrize("link", ["https://a.example/", "mailto:a@b.c", "data:,x", "//a.example/"])
def test_what_is_elsewhere_is_no_matter(link: str) -> None:
    assert linked(f'<a href="{link}">', HERE).targets == {}


def test_a_link_within_a_part_must_have_its_target() -> None:
    first = linked('<p id="a"></p><a href="#a"><a href="#b"><a href="c/#d">', "d/x/index.html")
    second = linked('<a href="../"><a href="../y.zip"><a href="../z.zip">', "d/x/c/index.html")
    pages = {one.file: one for one in (first, second)}
    assert list(lost(first, ["d/x/y.zip"], pages)) == [
        "d/x/index.html: found a link to d/x/index.html#b, which is not there",
        "d/x/index.html: found a link to d/x/c/index.html#d, which is not there",
    ]
    assert list(lost(second, ["d/x/y.zip"], pages)) == [
        "d/x/c/index.html: found a link to d/x/z.zip, which is not there"
    ]


def test_a_link_out_of_a_part_must_have_its_target() -> None:
    ids = {"a/index.html": {"甲"}}
    targets = {"a/index.html": ["", "甲", "乙"], "b/index.html": [""], "c/index.html": [""]}
    files = ["a/index.html", "c/index.html"]
    assert list(lost_in(files, targets, "d/x", ids.__getitem__)) == [
        "d/x: found a link to a/index.html#乙, which is not there",
        "d/x: found a link to b/index.html, which is not there",
    ]
