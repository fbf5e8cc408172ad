"""What became of a conversion, for a terminal and for a pull request."""

from __future__ import annotations

from juesuan.collection.reports.report import MOST, Report, markdown_report, report_lines


def test_the_report_of_a_pull_request_is_harmless_markdown() -> None:
    report = Report(
        "x-2024",
        "built",
        figures={"bound": 3},
        checks={"fail": 1},
        new_fails=("N01 <script>alert(1)</script> | [a](b)",),
        unread=("a.txt:1: 5",),
    )
    text = markdown_report([report, Report("y-2024", "failed", "y.txt:1: found *nothing*")])
    assert "<script>" not in text
    assert "\\<script\\>" in text
    assert "y.txt:1: found \\*nothing\\*" in text
    assert "a.txt:1: 5" in text


def test_a_pull_request_shows_a_part_of_very_much() -> None:
    text = markdown_report([Report("x-2024", "built", unread=tuple("abc" for _ in range(99)))])
    assert text.count("abc") == MOST
    assert "## Figures not understood" in text and "## Remarks" not in text


def test_what_concerns_several_disclosures_stands_apart() -> None:
    many = [f"a-2030 and a-2029: B02 *{number}*" for number in range(MOST + 2)]
    text = markdown_report([Report("a-2030", "built")], ["the registry is *wrong*"], many)
    part = text.partition("## Contradictions between disclosures, not yet looked at")[2]
    assert part.count("a-2029: B02 \\*") == MOST and "- and 2 more" in part
    assert "## Departments and years\n\n- the registry is \\*wrong\\*\n" in text


def test_lines_for_a_terminal() -> None:
    report = Report(
        "x-2024",
        "built",
        figures={"bound": 3, "unread": 1},
        checks={"fail": 1, "pass": 2},
        unread=("a.txt:1: 5",),
        remarks=("r",),
        new_fails=("N01 s",),
        gone_fails=("N02 t",),
    )
    assert list(report_lines(report)) == [
        "x-2024: figures: 3 bound, 0 prose, 0 reference, 1 unread; checks: 1 fail, 2 pass",
        "  unread: a.txt:1: 5",
        "  remark: r",
        "  new contradiction: N01 s",
        "  no longer a contradiction: N02 t",
    ]
    assert list(report_lines(Report("x-2024", "unchanged"))) == ["x-2024: unchanged"]
