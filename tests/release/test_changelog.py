"""The changelog of the data is carried on from release to release."""

from __future__ import annotations

from juesuan.pages import Edition
from juesuan.release.changelog import changelog


def test_the_newest_stands_first_and_the_past_stays() -> None:
    first = changelog(Edition("2026.03", "2026-03-31T00:00:00Z"), "# 2026.03\n\n第一版\n")
    assert first == "# 数据的变化\n\n## 2026.03 — 2026-03-31\n\n第一版\n"
    second = changelog(Edition("2026.04", "2026-04-30T00:00:00Z"), "新收录 1 份", first)
    assert (
        second
        == "# 数据的变化\n\n## 2026.04 — 2026-04-30\n\n新收录 1 份\n\n" + first.split("\n\n", 1)[1]
    )
    assert second.count("# 数据的变化") == 1
