"""Commands that put disclosures in and take texts out of them: add, mask."""

from __future__ import annotations

import datetime
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from juesuan import collection
from juesuan.cli.application import app, ends_on_errors, repository
from juesuan.cli.printing import say, say_json, say_report
from juesuan.collection import Masked, Report
from juesuan.errors import JuesuanError


def _today() -> str:
    return datetime.date.today().isoformat()


@app.command()
def add(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...",
            help="The file as received; or all files of one disclosure, a folder or a ZIP of them.",
        ),
    ],
    disclosure_id: Annotated[
        str, typer.Option("--id", help="Id to use instead of the one found.")
    ] = "",
    pages: Annotated[
        str,
        typer.Option(
            "--pages",
            metavar="FIRST-LAST",
            help="Pages of a PDF that holds more than this disclosure, counted from 1.",
        ),
    ] = "",
) -> None:
    """Put a new disclosure into datapackages/ and convert it.

    Department, year, scope and region are found in the text.
    Of several files the one with the title and the prose leads, the others hold its tables.
    Example: juesuan add ~/urumqi-finance-2024.pdf
    """
    with ends_on_errors():
        root = repository(begin=True)
        with collection.alone(root):
            report = collection.add(root, files, disclosure_id, _today(), pages)
    say_json({"id": report.disclosure_id} | asdict(report))
    say_report(report)
    _say_blanks(report)
    say(f"added {report.disclosure_id}; see it with `juesuan show {report.disclosure_id}`")


def _say_blanks(report: Report) -> None:
    """What a person may fill in for the cells that could not be read."""
    if report.blanks:
        say("unreadable cells; fill in what you read in the original, in disclosure.toml:")
    for blank in report.blanks:
        say(f"\n{blank}")


@app.command()
def mask(
    disclosure_id: Annotated[str, typer.Argument(metavar="ID", help="The disclosure.")],
    text: Annotated[str, typer.Argument(help="A private person's name or another text.")],
    reason: Annotated[str, typer.Option("--reason", help="Why, in Chinese; it is published.")] = "",
    by: Annotated[str, typer.Option("--by", help="Who says so; it is published.")] = "maintainers",
    everywhere: Annotated[
        bool, typer.Option("--all", help="All places are meant, also where they are more than ten.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only show what would be masked.")
    ] = False,
) -> None:
    """Take a private person's name, or any text, out of all that is published of a disclosure.

    Each character becomes □, in the source file too; disclosure.toml records it without the text.
    Example: juesuan mask urumqi-finance-2024 张三 --reason 普通个人的姓名
    """
    with ends_on_errors():
        root = repository()
        folder = collection.folder_of(root, disclosure_id)
        if dry_run:
            done = collection.preview(folder, text)
        else:
            _want_reason(reason)
            with collection.alone(root):
                done = collection.mask(folder, text, reason, by, _today(), everywhere)
    say_json(asdict(done))
    _say_masked(disclosure_id, done, dry_run)


def _want_reason(reason: str) -> None:
    if not reason.strip():
        raise JuesuanError(
            "found no --reason; expected one, which is published. What to do: say in Chinese why "
            "the text is masked, or look with --dry-run first."
        )


def _say_masked(disclosure_id: str, done: Masked, is_preview: bool) -> None:
    """Say what was masked, or would be: where, of which kind, and in what it is published."""
    lines = ", ".join(map(str, done.lines))
    what = "would mask" if is_preview else "masked in"
    say(f"{disclosure_id}: {what} {done.places} places of a {done.kind} (lines {lines})")
    for name, number in done.cells.items():
        say(f"  {name}: {number}")
    if not is_preview:
        say(
            "run `juesuan build` for the pages. The history of the repository still holds the text."
        )
