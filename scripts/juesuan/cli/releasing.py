"""Commands about releases of all data: release, apply."""

from __future__ import annotations

import datetime
import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from juesuan import collection
from juesuan.cli.application import app, ends_on_errors, repository
from juesuan.cli.printing import complain, say, say_json
from juesuan.errors import PackageError

if TYPE_CHECKING:
    from juesuan.release import Made, Sources

_NO_DAY = (
    "found no day of the release; expected one. What to do: give it with --created, as 2026-11-30, "
    "or in SOURCE_DATE_EPOCH, as `make release` does from the last commit."
)


@app.command()
def release(
    to: Annotated[Path, typer.Option(help="The folder to write.")] = Path("release"),
    before: Annotated[
        Path | None, typer.Option(help="The release before: its folder, or its CSV as ZIP.")
    ] = None,
    version: Annotated[
        str, typer.Option("--number", help="As 2026.11; by the month if not given.")
    ] = "",
    created: Annotated[str, typer.Option(help="The day, as 2026-11-30.")] = "",
    site: Annotated[Path, typer.Option(help="The built website.")] = Path("site"),
    sbom: Annotated[
        Path | None, typer.Option(help="A bill of materials to put in, as `make sbom` writes it.")
    ] = None,
) -> None:
    """Write all data as a release: Parquet, CSV, SQLite, workbook, website, what changed, sums.

    The website must have been built of these data. The same data, day and release before give the
    same bytes. Example: juesuan release --before 2026.10/ --to 2026.11/
    """
    from juesuan.release import Sources  # here, because few commands need it

    with ends_on_errors():
        address = os.environ.get("JUESUAN_SITE_URL", "")
        sources = Sources(repository(), site, before, sbom, address)
        with collection.alone(repository()):
            made = _made(to, sources, version, created)
    say_json(
        {
            "version": made.version,
            "files": made.files,
            "differences": {name: dict(own) for name, own in made.differences.items()},
            "left_out": made.left_out,
        }
    )
    _tell(made, to)


def _made(to: Path, sources: Sources, version: str, created: str) -> Made:
    from juesuan import release as releases
    from juesuan.pages import edition

    old = releases.version_of(sources.before) if sources.before else ""
    return releases.release(to, sources, edition(_moment(created), old, version))


def _moment(created: str) -> datetime.datetime:
    """When the release is made: as it is said, or as the environment says; never the clock.

    Raises:
        PackageError: if nothing says it.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        if created:
            day = datetime.date.fromisoformat(created)
            return datetime.datetime.combine(day, datetime.time(), datetime.UTC)
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise PackageError(_NO_DAY) from error


def _tell(made: Made, to: Path) -> None:
    for line in made.left_out:
        complain(f"juesuan: left out: {line}")
    for name, counted in made.differences.items():
        said = ", ".join(f"{number} {kind}" for kind, number in sorted(counted.items()))
        say(f"  {name}: {said}")
    say(f"{to}: {made.version}, {len(made.files)} files")


@app.command()
def apply(
    delta: Annotated[Path, typer.Argument(help="juesuan-delta.zip of the later release.")],
    before: Annotated[Path, typer.Argument(help="juesuan-csv.zip of the release before it.")],
    to: Annotated[Path, typer.Option(help="The folder to write.")] = Path("juesuan"),
) -> None:
    """Make the CSV of a release from those of the one before and the delta between them.

    Example: juesuan apply juesuan-delta.zip juesuan-csv.zip --to 2026.11/
    """
    from juesuan.release import apply as applied  # here, because few commands need it

    with ends_on_errors():
        version = applied(before, delta, to)
    say_json({"version": version, "folder": str(to)})
    say(f"{to}: {version}")
