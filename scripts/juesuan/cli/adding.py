"""Commands that put disclosures in and take names out: add, mask."""

from __future__ import annotations

import datetime
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from juesuan import collection
from juesuan.cli.application import app, ends_on_errors, repository
from juesuan.cli.printing import say, say_json, say_report


def _today() -> str:
    return datetime.date.today().isoformat()


@app.command()
def add(
    file: Annotated[
        Path, typer.Argument(help="The file as received: a PDF document, or plain text.")
    ],
    disclosure_id: Annotated[
        str, typer.Option("--id", help="Id to use instead of the one found.")
    ] = "",
) -> None:
    """Put a new disclosure into datapackages/ and convert it.

    Department, year, scope and region are found in the text.
    Example: juesuan add ~/urumqi-finance-2024.pdf
    """
    with ends_on_errors():
        root = repository(begin=True)
        with collection.alone(root):
            report = collection.add(root, file, disclosure_id, _today())
    say_json({"id": report.disclosure_id} | asdict(report))
    say_report(report)
    say(f"added {report.disclosure_id}; see it with `juesuan show {report.disclosure_id}`")


@app.command()
def mask(
    disclosure_id: Annotated[str, typer.Argument(metavar="ID", help="The disclosure.")],
    name: Annotated[str, typer.Argument(help="A private person's name, as printed.")],
    reason: Annotated[str, typer.Option("--reason", help="Why, in Chinese; it is published.")],
    by: Annotated[str, typer.Option("--by", help="Who says so; it is published.")] = "maintainers",
) -> None:
    """Take a private person's name out of a disclosure and of everything published from it.

    Each character becomes □, in the source file too; disclosure.toml records it without the name.
    Example: juesuan mask urumqi-finance-2024 张三 --reason 普通个人的姓名
    """
    with ends_on_errors():
        root = repository()
        with collection.alone(root):
            folder = collection.folder_of(root, disclosure_id)
            done = collection.mask(folder, name, reason, by, _today())
    say_json({"places": done.places, "lines": list(done.lines)})
    lines = ", ".join(map(str, done.lines))
    say(
        f"{disclosure_id}: masked in {done.places} places (lines {lines}); run `juesuan build` for "
        "the pages. The history of the repository still holds the name."
    )
