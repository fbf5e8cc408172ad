"""Commands that make packages, draw pages and export data: build, export."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from juesuan import collection
from juesuan.cli.application import Cluster, Ids, app, ends_on_errors, repository, workers
from juesuan.cli.printing import complain, progress, say, say_json, say_report, write_report
from juesuan.collection import Report, Workers
from juesuan.errors import JuesuanError

_NOTHING = "it has no package that could be shown: no page of it is published."


@app.command()
def build(
    ids: Ids = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Convert unchanged disclosures too.")
    ] = False,
    only: Annotated[str, typer.Option("--only", help="Only this stage: packages or pages.")] = "",
    jobs: Annotated[int, typer.Option("--jobs", "-j", help="Processes; 0 for one a core.")] = 0,
    report: Annotated[
        Path | None, typer.Option("--report", help="Write a Markdown report here.")
    ] = None,
    compare: Annotated[
        Path | None, typer.Option("--compare", help="Checkout to compare contradictions with.")
    ] = None,
    cluster: Cluster = "",
) -> None:
    """Convert what has changed, check it, and generate the pages.

    Examples: juesuan build; juesuan build --all;
    juesuan build --only packages urumqi-government-office-2024
    """
    with ends_on_errors():
        _known_stage(only)
        with collection.alone(repository()), workers(jobs, cluster) as by:
            reports = [] if only == "pages" else _converted(ids or [], everything, by, compare)
            together = [] if only == "pages" else _together()
            between = _between(report, compare) if only != "pages" else []
            write_report(report, reports, together, between)
            faults = _drawn(reports, by) if only != "packages" else []
            write_report(report, [*reports, *faults], together, between)
    say_json([asdict(one) for one in reports])
    if any(one.state == "failed" for one in [*reports, *faults]):
        raise typer.Exit(1)


def converted_and_drawn(convert: bool, jobs: Workers, report: Path | None) -> list[Report]:
    """Convert what has changed, and draw what is published of it.

    Args:
        convert: whether packages are made; if not, those that are there are drawn.
        jobs: who works: so many processes, 0 for one a core; or a cluster.
        report: where a report for maintainers is written.

    Returns:
        What became of each disclosure that was converted, and of those that could not be drawn.
    """
    reports = _converted([], False, jobs, None) if convert else []
    together = _together()
    between = _between(report, None)
    write_report(report, reports, together, between)
    every = [*reports, *_drawn(reports, jobs)]
    write_report(report, every, together, between)
    return every


def _between(report: Path | None, compare: Path | None) -> list[str]:
    """What is found between disclosures, where a report is asked for."""
    if report is None:
        return []
    from juesuan.pages import between_lines  # here, because it is slow to import

    return between_lines(repository(), compare)


def _together() -> list[str]:
    """What is wrong with disclosures together; it is told at once."""
    found = collection.registry_problems(repository())
    for line in found:
        complain(f"juesuan: {line}")
    return found


def _drawn(reports: Sequence[Report], jobs: Workers) -> list[Report]:
    """Draw the pages; reports of what could not be drawn and is not reported yet."""
    failed = [one.disclosure_id for one in reports if one.state == "failed"]
    return _not_drawn(_render_pages(failed, jobs), failed)


def _not_drawn(faults: Sequence[str], failed: Sequence[str]) -> list[Report]:
    """Reports of what could not be drawn and is not reported yet."""
    names = [(line.partition(":")[0], line) for line in faults]
    return [Report(name, "failed", line) for name, line in names if name not in failed]


def _known_stage(only: str) -> None:
    if only not in ("", "packages", "pages"):
        raise JuesuanError(f"found --only {only}; expected packages or pages.")


def _converted(
    ids: list[str], everything: bool, jobs: Workers, compare: Path | None
) -> list[Report]:
    """Convert and tell of each disclosure, in the order of their ids."""
    root = repository()
    reports = []
    with progress() as bar:
        task = bar.add_task("converting", total=len(ids or collection.ids(root)))
        for one in collection.build(root, ids, everything, jobs, compare):
            reports.append(one)
            bar.advance(task)
    reports.sort(key=lambda one: one.disclosure_id)
    for one in reports:
        say_report(one)
    return reports


def _render_pages(outdated: Sequence[str] = (), jobs: Workers = 0) -> list[str]:
    """Generate all pages; returns what could not be drawn."""
    faults: list[str] = []
    from juesuan.pages import render  # here, because it is slow to import and few commands need it

    with progress() as bar:
        task = bar.add_task("pages", total=None)
        number = render(
            repository(),
            lambda done, total: bar.update(task, completed=done, total=total),
            jobs=jobs,
            address=os.environ.get("JUESUAN_SITE_URL", ""),
            failed=faults.append,
            outdated=outdated,
        )
    for line in faults:
        name = line.partition(":")[0]
        complain(f"juesuan: {f'{name}: draw: {_NOTHING}' if name in outdated else line}")
    say(f"pages: {number} files written")
    return faults


_FORMATS = "sqlite, json, xlsx, or offline (the website as one ZIP to open from disk)."


@app.command()
def export(
    kind: Annotated[str, typer.Argument(metavar="FORMAT", help=_FORMATS)],
    to: Annotated[Path | None, typer.Option(help="The file to write.")] = None,
    site: Annotated[Path, typer.Option(help="The built website, for `offline`.")] = Path("site"),
) -> None:
    """Write all data in a form that the website does not hold, or the website to open from disk.

    Example: juesuan export sqlite --to juesuan.sqlite
    """
    from juesuan.pages import FORMATS
    from juesuan.pages import export as written

    with ends_on_errors():
        path = to or Path(FORMATS.get(kind, kind))
        written(kind, path, repository(), site)
    say_json({"file": str(path)})
    say(f"{path}: {path.stat().st_size // 1024} KB")
