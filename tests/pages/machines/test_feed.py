"""The feed is dated by the data and holds every disclosure."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from juesuan import package
from juesuan.pages.addresses import Address
from juesuan.pages.machines.feed import events, feed
from tests.conftest import IDS, ROOT

ONE = "urumqi-government-office-2024"


def test_the_feed_is_dated_by_the_data() -> None:
    facts = package.load(ROOT / "datapackages" / ONE)
    notes = package.Notes(
        added="2026-11-20", corrections=({"on": "2026-11-21", "what": "第 3 行改正"},)
    )
    happened = events([(facts.disclosure, notes)])
    assert [day for day, _, _ in happened] == ["2026-11-21", "2026-11-20"]
    root = ElementTree.fromstring(feed(happened, Address("https://a.example/")))
    atom = "{http://www.w3.org/2005/Atom}"
    assert root.find(f"{atom}updated").text.startswith("2026-11-21")
    entries = root.findall(f"{atom}entry")
    assert len(entries) == 2 and "第 3 行改正" in entries[0].find(f"{atom}title").text
    assert entries[1].find(f"{atom}link").get("href") == f"https://a.example/d/{ONE}/"
    assert len({entry.find(f"{atom}id").text for entry in entries}) == 2
    assert feed(happened, Address("https://a.example/")) == feed(
        happened, Address("https://a.example/")
    )


def test_every_disclosure_is_in_the_feed(site: Path) -> None:
    text = (site / "d" / "all" / "feed.xml").read_text(encoding="utf-8")
    assert text.count("<entry>") >= len(IDS) and "2026-11-20" in text
