"""Commands that change what is there: mask, replace, remove, rename."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from juesuan import collection
from juesuan.cli.adding import Obtained, Published, Url
from juesuan.cli.application import app, ends_on_errors, repository, today
from juesuan.cli.printing import say, say_json, say_page, say_report
from juesuan.collection import ByHand, Masked
from juesuan.errors import JuesuanError

Disclosure = Annotated[str, typer.Argument(metavar="ID", help="The disclosure.")]
Reason = Annotated[str, typer.Option("--reason", help="Why, in Chinese; it is published.")]
By = Annotated[str, typer.Option("--by", help="Who says so; it is published.")]


@app.command()
def mask(
    disclosure_id: Disclosure,
    text: Annotated[str, typer.Argument(help="A private person's name or another text.")],
    reason: Reason = "",
    by: By = "maintainers",
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
                done = collection.mask(folder, text, reason, by, today(), everywhere)
    say_json(asdict(done))
    _say_masked(disclosure_id, done, dry_run)


def _want_reason(reason: str) -> None:
    if not reason.strip():
        raise JuesuanError(
            "found no --reason; expected one, which is published. What to do: say in Chinese why "
            "this is done."
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


@app.command()
def replace(
    disclosure_id: Disclosure,
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="The newer file, or its files.")
    ],
    reason: Reason = "",
    by: By = "maintainers",
    url: Url = "",
    published: Published = "",
    obtained: Obtained = "",
) -> None:
    """Put a newer file of the same department and year in the place of the one that is there.

    The earlier version stays in versions/ of its folder, with changes.csv: every published value
    that changed, and where both are printed. A correction is written into disclosure.toml.
    Where the earlier file came from and when is taken out of it: say it of the newer one.
    Example: juesuan replace urumqi-finance-2024 ~/new.pdf --reason 部门更正了附表五
    """
    said = ByHand(url=url, published=published, obtained=obtained)
    with ends_on_errors():
        root = repository()
        _want_reason(reason)
        with collection.alone(root), collection.scans(say_page):
            done = collection.replace_source(root, disclosure_id, files, reason, today(), by, said)
    say_json({"changes": [one._asdict() for one in done.changes]} | asdict(done.report))
    say_report(done.report)
    say(
        f"{disclosure_id}: {len(done.changes)} published values changed; the earlier version and "
        f"changes.csv are in {done.version.relative_to(root)}"
    )
    say("see whether the correction in disclosure.toml says what readers should know")


@app.command()
def remove(disclosure_id: Disclosure, reason: Reason = "", by: By = "maintainers") -> None:
    """Take a disclosure out of the collection: its folder, its source, its earlier versions.

    Its address then says what was here, when and why it was taken away. datapackages/log.csv
    records it, and its id is never used again. A newer file of the department is no reason: see
    `juesuan replace`. The history of the repository still holds what was removed.
    Example: juesuan remove urumqi-finance-2024 --reason 误收了尚未公开的文件
    """
    with ends_on_errors():
        root = repository()
        _want_reason(reason)
        with collection.alone(root):
            row = collection.remove(root, disclosure_id, reason, by, today())
    say_json(row.model_dump())
    say(
        f"removed {disclosure_id}, as datapackages/log.csv says; its department stays in "
        "datapackages/departments.csv. Run `juesuan build` for the pages."
    )


@app.command()
def rename(
    old: Annotated[str, typer.Argument(metavar="OLD", help="Id of a disclosure or department.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The id that it gets.")],
    reason: Reason = "",
    by: By = "maintainers",
) -> None:
    """Give a disclosure another id, or a department (ids without a year) with all its years.

    The packages are made anew under the new id; all addresses of the old one lead to those of the
    new one. datapackages/log.csv records it, and the old id is never used again.
    Example: juesuan rename urumqi-finance-2024 urumqi-tax-2024 --reason 部门认错
    """
    with ends_on_errors():
        root = repository()
        _want_reason(reason)
        with collection.alone(root):
            done = collection.rename(root, old, new, reason, by, today())
    say_json({"renamed": [one.model_dump() for one in done.rows]})
    for report in done.reports:
        say_report(report)
    for row in done.rows:
        say(f"renamed {row.disclosure_id} to {row.new_id}, as datapackages/log.csv says")
    say("run `juesuan build` for the pages")
