"""What has happened to the data."""

from __future__ import annotations

import re

import pytest

from juesuan.pages.across import news
from juesuan.pages.machines.described.feed import Event

HOSTILE = "<script>alert(1)</script>"


def page(*happened: tuple[str, str, str]) -> str:
    """The part: events are a day, an id, and a sentence."""
    events = [Event(day, one, text, text) for day, one, text in happened]
    ((address, content),) = news.pages(events)
    assert address == "d/parts/corrections.html"
    return content


def test_each_event_has_its_day_and_leads_to_its_disclosure() -> None:
    content = page(("2026-11-21", "a-2024", "更正：甲"), ("2026-11-20", "b-2023", "收录：乙"))
    event = r'<time datetime="(.*?)">(.*?)</time> <span>(.*?)</span> <a href="(.*?)">看这份决算</a>'
    found = re.findall(event, content)
    assert found == [
        ("2026-11-21", "2026-11-21", "更正：甲", "../d/a-2024/"),
        ("2026-11-20", "2026-11-20", "收录：乙", "../d/b-2023/"),
    ]
    assert "还没有记录" not in content


def test_only_the_newest_are_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(news, "NEWS", 2)
    content = page(*((f"2026-11-2{day}", "a-2024", f"第{day}件") for day in (3, 2, 1)))
    assert re.findall("第.件", content) == ["第3件", "第2件"]


def test_where_nothing_has_happened_it_is_said() -> None:
    content = page()
    assert content.count("<li>") == 1 and "<li>还没有记录。</li>" in content


def test_sentences_are_text() -> None:
    content = page((HOSTILE, f'"{HOSTILE}', HOSTILE))
    assert "<script" not in content and content.count("&lt;script&gt;") == 4
