"""Commands that make packages and the website: build, pages, offline."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from juesuan import collection
from juesuan.cli.application import Ids, app, ends_on_errors, repository
from juesuan.cli.printing import complain, progress, say, say_json, say_report
from juesuan.collection import Report
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
) -> None:
    """Convert what has changed, check it, and generate the pages.

    Examples: juesuan build; juesuan build --all;
    juesuan build --only packages urumqi-government-office-2024
    """
    with ends_on_errors():
        _known_stage(only)
        with collection.alone(repository()):
            reports = [] if only == "pages" else _converted(ids or [], everything, jobs, compare)
            together = [] if only == "pages" else collection.registry_problems(repository())
            _write_report(report, reports, together)
            failed = [one.disclosure_id for one in reports if one.state == "failed"]
            faults = _render_pages(failed, jobs)[1] if only != "packages" else []
            _write_report(report, [*reports, *_not_drawn(faults, failed)], together)
    for line in together:
        complain(f"juesuan: {line}")
    say_json([asdict(one) for one in reports])
    if failed or faults:
        raise typer.Exit(1)


def _not_drawn(faults: Sequence[str], failed: Sequence[str]) -> list[Report]:
    """Reports of what could not be drawn and is not reported yet."""
    names = [(line.partition(":")[0], line) for line in faults]
    return [Report(name, "failed", line) for name, line in names if name not in failed]


def _known_stage(only: str) -> None:
    if only not in ("", "packages", "pages"):
        raise JuesuanError(f"found --only {only}; expected packages or pages.")


def _converted(ids: list[str], everything: bool, jobs: int, compare: Path | None) -> list[Report]:
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


def _write_report(path: Path | None, reports: Sequence[Report], together: Sequence[str]) -> None:
    if path is None:
        return
    try:
        path.write_text(collection.markdown_report(reports, together), encoding="utf-8")
    except OSError as error:
        raise JuesuanError(
            f"{path}: the report cannot be written ({error.strerror}). What to do: check the "
            "folder."
        ) from error


def _render_pages(outdated: Sequence[str] = (), jobs: int = 0) -> tuple[int, list[str]]:
    """Generate all pages; returns how many files were written, and what could not be drawn."""
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
    return number, faults


@app.command()
def pages() -> None:
    """Generate the pages and downloads of the website into docs/d/ and the API into docs/api/.

    Feeds and catalogues hold whole addresses where the environment names the site's in
    JUESUAN_SITE_URL. Example: juesuan pages && mkdocs build --strict
    """
    with ends_on_errors(), collection.alone(repository()):
        number, faults = _render_pages()
        for line in collection.registry_problems(repository()):
            complain(f"juesuan: {line}")
    say_json({"files": number})
    if faults:
        raise typer.Exit(1)


@app.command()
def offline(
    site: Annotated[Path, typer.Argument(help="The folder that MkDocs made.")] = Path("site"),
) -> None:
    """Put the built website into one ZIP beside it, to open from disk.

    Example: juesuan offline site
    """
    from juesuan.pages import offline as zipped

    with ends_on_errors():
        path = zipped(site)
    say_json({"file": str(path)})
    say(f"{path}: {path.stat().st_size // 1024} KB")
