"""check on files: what is told, and the exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from juesuan.cli import app
from tests.collection.folder import bytes_of
from tests.made import disclosure, of_year


def juesuan(root: Path, *words: str):
    return CliRunner().invoke(app, ["--root", str(root), *words])


@pytest.mark.slow
def test_a_report_is_written_and_the_status_tells(tmp_path: Path) -> None:
    file, html = tmp_path / "a.txt", tmp_path / "report.html"
    wrong = disclosure().replace("公务接待费支出1.00万元", "公务接待费支出1.20万元")
    file.write_text(wrong, encoding="utf-8")
    told = juesuan(tmp_path, "check", str(file), "--html", str(html))
    assert told.exit_code == 1 and "\na.txt:48: N37: " in told.output
    assert "公开前核对" in html.read_text(encoding="utf-8")
    assert set(bytes_of(tmp_path)) == {"a.txt", "report.html"}
    found = json.loads(juesuan(tmp_path, "--json", "check", str(file)).stdout)
    assert found["add"]["state"] == "alone" and found["report"]["checks"]["fail"] == 2
    assert all(row["statement"] for row in found["checks"] if row["state"] == "pass")
    assert found["tables"]["figures"] and found["coverage"]


@pytest.mark.slow
def test_one_without_contradictions_has_status_0(converted: Path) -> None:
    file = converted / "b.txt"
    file.write_text(of_year(2031), encoding="utf-8")
    told = juesuan(converted, "check", str(file))
    assert told.exit_code == 0 and "0 fail" in told.output


@pytest.mark.slow
def test_what_does_not_belong_together_is_refused(converted: Path) -> None:
    file = converted / "b.txt"
    file.write_text(of_year(2025), encoding="utf-8")
    for words, told in (
        (("made-up-2024", str(file)), "expected files or ids"),
        (("made-up-2024", "--html", "x.html"), "and no file"),
        (("no-such-file.pdf",), "no-such-file.pdf"),
        ((str(file), "--html", str(converted / "no" / "x.html")), "cannot be written"),
    ):
        found = juesuan(converted, "check", *words)
        assert found.exit_code == 2 and told in found.output, words


@pytest.mark.slow
def test_what_contradicts_the_year_before_is_told_with_status_1(converted: Path) -> None:
    file = converted / "b.txt"
    file.write_text(of_year(2025), encoding="utf-8")
    told = juesuan(converted, "check", str(file))
    assert told.exit_code == 1 and "0 fail" in told.output
    assert "  with made-up-2024: B03: 2025年度公开的在职人员 10 人 − " in told.output
    rows = json.loads(juesuan(converted, "--json", "check", str(file)).stdout)["between"]
    assert {row["other_id"] for row in rows} == {"made-up-2024"}
