"""Options of every command, the repository, and how errors end a command."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from juesuan import __version__
from juesuan.cli import app, application
from juesuan.errors import NoteError, PackageError


def test_an_error_of_the_project_ends_with_two(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(typer.Exit) as caught, application.ends_on_errors():
        raise NoteError("wrong note")
    assert caught.value.exit_code == 2
    assert capsys.readouterr().err == "juesuan: wrong note\n"


def test_a_fault_of_the_program_is_not_hidden() -> None:
    with pytest.raises(ZeroDivisionError), application.ends_on_errors():
        1 / 0  # noqa: B018


def test_the_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(application, "_WHERE", application._Where(tmp_path))
    with pytest.raises(PackageError, match="found no folder datapackages/"):
        application.repository()
    assert application.repository(begin=True) == tmp_path
    (tmp_path / "datapackages").mkdir()
    assert application.repository() == tmp_path
    monkeypatch.setattr(application, "_WHERE", application._Where(tmp_path / "none"))
    with pytest.raises(PackageError, match="in a folder that exists"):
        application.repository(begin=True)


def test_the_version() -> None:
    assert CliRunner().invoke(app, ["--version"]).output == f"{__version__}\n"


@pytest.mark.slow
def test_options_of_all_commands_stand_behind_them_too(five: Path) -> None:
    front = CliRunner().invoke(
        app, ["--root", str(five), "--json", "show", "urumqi-government-office-2024"]
    )
    behind = CliRunner().invoke(
        app, ["--root", str(five), "show", "urumqi-government-office-2024", "--json"]
    )
    assert behind.stdout == front.stdout and behind.stdout.startswith("{")
    quiet = CliRunner().invoke(app, ["--root", str(five), "show", "-q"])
    assert quiet.exit_code == 0 and quiet.stdout == ""
    text = CliRunner().invoke(app, ["--root", str(five), "show", "--", "--json"])
    assert text.exit_code == 2 and "not a disclosure id" in text.output


def test_help_is_short_too_and_a_shell_can_complete() -> None:
    assert CliRunner().invoke(app, ["-h"]).output == CliRunner().invoke(app, ["--help"]).output
    assert "Example" in CliRunner().invoke(app, ["site", "-h"]).output
    shown = CliRunner().invoke(app, ["--show-completion"], env={"SHELL": "/bin/bash"})
    assert "--show-completion" in CliRunner().invoke(app, ["-h"]).output and shown.exit_code in (
        0,
        1,
    )
