"""The feed is dated by the data and holds every disclosure."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from juesuan import package
from juesuan.collection import Logged
from juesuan.pages.addresses import Address
from juesuan.pages.machines.described.feed import events, feed
from tests.conftest import IDS, ROOT

ONE = "urumqi-government-office-2024"


def test_the_feed_is_dated_by_the_data() -> None:
    facts = package.load(ROOT / "datapackages" / ONE)
    notes = package.Notes(
        added="2026-11-20", corrections=({"on": "2026-11-21", "what": "第 3 行改正"},)
    )
    happened = events([(facts.disclosure, notes)])
    assert [one.day for one in happened] == ["2026-11-21", "2026-11-20"]
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


def test_removals_and_renamings_are_told() -> None:
    said = {"on": "2026-11-30", "reason": "误收", "by": "甲", "department": "", "scope": ""}
    said |= {"fiscal_year": "", "region": "", "source_url": ""}
    rows = [
        Logged.model_validate(said | {"action": action, "disclosure_id": old, "new_id": new})
        for action, old, new in (
            ("removed", "a-2024", ""),
            ("renamed", "b-2024", "c-2024"),
            ("replaced", "c-2024", ""),
        )
    ]
    assert [one.sentence for one in events([], rows)] == [
        "改编号：b-2024：b-2024 改为 c-2024：误收",
        "撤下：a-2024（a-2024）：误收",
    ]
    assert "d/a-2024/" in feed(events([], rows), Address())


def entry_ids(about: dict[str, str], log: list[Logged], *corrected: str) -> list[str]:
    """The ids of the entries of one disclosure, the oldest first."""
    notes = package.Notes(
        added="2030-01-02",
        corrections=tuple({"on": day, "what": f"改正 {day}"} for day in corrected),
    )
    happened = [one for one in events([(about, notes)], log) if "改编号" not in one.sentence]
    root = ElementTree.fromstring(feed(happened, Address()))
    atom = "{http://www.w3.org/2005/Atom}"
    return [one.find(f"{atom}id").text for one in root.findall(f"{atom}entry")][::-1]


def test_what_is_renamed_keeps_the_entries_that_readers_know() -> None:
    facts = package.load(ROOT / "datapackages" / ONE)

    def called(disclosure_id: str, department: str) -> dict[str, str]:
        return {**facts.disclosure, "disclosure_id": disclosure_id, "department": department}

    def renamed(on: str, old: dict[str, str], new: str) -> Logged:
        about = {key: old[key] for key in ("disclosure_id", "department", "scope", "fiscal_year")}
        said = {"on": on, "action": "renamed", "new_id": new, "region": "", "source_url": ""}
        return Logged.model_validate(about | said | {"reason": "部门认错", "by": "甲"})

    first, second, third = (
        called("a-2024", "甲局"),
        called("b-2024", "乙局"),
        called("c-2024", "乙局"),
    )
    log = [renamed("2030-03-03", first, "b-2024"), renamed("2030-05-05", second, "c-2024")]
    days = ("2030-02-02", "2030-04-04", "2030-06-06")
    before = entry_ids(first, [], days[0])
    between = entry_ids(second, log[:1], *days[:2])
    now = entry_ids(third, log, *days)
    assert between[:2] == before and now[:3] == between and len(set(now)) == 4
    assert [one.split(":")[2] for one in now] == ["a-2024", "a-2024", "b-2024", "c-2024"]


def test_every_disclosure_is_in_the_feed(site: Path) -> None:
    text = (site / "d" / "all" / "feed.xml").read_text(encoding="utf-8")
    assert text.count("<entry>") >= len(IDS) and "2026-11-20" in text
