"""The copy to open from disk."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from juesuan.errors import PackageError
from juesuan.pages.machines.exports.offline import offline, opened


@pytest.mark.parametrize(
    ("link", "named"),
    [
        ("../d/", "../d/index.html"), ("..", "../index.html"), (".", "./index.html"),
        ("search/?q=x", "search/index.html?q=x"), ("../d/a/#L1", "../d/a/index.html#L1"),
        ("a.csv", "a.csv"), ("#top", "#top"), ("https://a.example/", "https://a.example/"),
        ("mailto:a@b.example", "mailto:a@b.example"), ("", ""),
    ],
)  # fmt: skip
def test_a_link_to_a_folder_names_its_page(link: str, named: str) -> None:
    assert opened(f'<a href="{link}">') == f'<a href="{named}">'
    if link and "=" not in link:
        assert opened(f"<a href={link}>") == f'<a href="{named}">'


def test_what_only_tells_of_a_link_stays() -> None:
    html = '<b title="a href=d/">src=d/</b><img alt=x/>'
    assert opened(html) == html


def test_the_copy_never_holds_itself(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<a href="d/">', encoding="utf-8")
    (tmp_path / "a.csv").write_text("d/", encoding="utf-8")
    target = tmp_path / "site.zip"
    offline(tmp_path, target)
    first = target.read_bytes()
    offline(tmp_path, target)
    assert target.read_bytes() == first
    with zipfile.ZipFile(target) as archive:
        assert sorted(archive.namelist()) == ["juesuan/a.csv", "juesuan/index.html"]
        assert b"d/index.html" in archive.read("juesuan/index.html")


def test_what_is_no_site_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackageError, match=r"no index\.html"):
        offline(tmp_path, tmp_path / "x.zip")
