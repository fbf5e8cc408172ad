"""The list of pages for search engines."""

from __future__ import annotations

from xml.etree import ElementTree

from juesuan.pages.addresses import Address
from juesuan.website.sitemap import files, robots

SITE = Address("https://a.example/b/")


def places(text: str) -> list[str | None]:
    return [one.text for one in ElementTree.fromstring(text).iter() if one.tag.endswith("}loc")]


def test_without_an_address_there_is_none() -> None:
    assert list(files(["", "a/"], Address())) == []


def test_one_file_lists_all_pages() -> None:
    ((name, text),) = files(["d/示/", "", "a/"], SITE)
    assert name == "sitemap.xml" and "<urlset " in text
    assert places(text) == [
        "https://a.example/b/", "https://a.example/b/a/", "https://a.example/b/d/%E7%A4%BA/"
    ]  # fmt: skip


def test_many_pages_are_in_several_files_with_an_index() -> None:
    pages = [f"p{n}/" for n in range(5)]
    found = dict(files(pages, SITE, most=2))
    assert list(found) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]
    assert places(found["sitemap.xml"]) == [
        f"https://a.example/b/sitemap-{n}.xml" for n in (1, 2, 3)
    ]
    listed = [one for name in list(found)[1:] for one in places(found[name])]
    assert listed == [f"https://a.example/b/{one}" for one in pages]


def test_robots_may_read_all_and_are_told_where_the_pages_are_listed() -> None:
    assert robots(Address()) == "User-agent: *\nAllow: /\n"
    assert robots(SITE).endswith("\nSitemap: https://a.example/b/sitemap.xml\n")
