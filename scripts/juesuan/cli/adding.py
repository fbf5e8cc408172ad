"""The command that puts disclosures in: add."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from juesuan import collection
from juesuan.cli.application import app, ends_on_errors, repository, today
from juesuan.cli.printing import progress, say, say_json, say_page, say_report, write_report
from juesuan.collection import ByHand, Report
from juesuan.errors import JuesuanError

Each = Annotated[
    bool,
    typer.Option(
        "--each",
        help="Many disclosures: each file is one, and each file, subfolder or ZIP in a folder or "
        "ZIP that is given.",
    ),
]
Manifest = Annotated[
    Path | None,
    typer.Option(
        "--manifest",
        help="Many disclosures: a CSV with a line each: file (| between several), url, published, "
        "obtained, department, scope, year, region, pages, id, note.",
    ),
]


Files = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[FILE...]",
        help="The file as received; or all files of one disclosure, a folder or a ZIP of them.",
    ),
]
Id = Annotated[str, typer.Option("--id", help="Id to use instead of the one found.")]
PagesOfFile = Annotated[
    str,
    typer.Option(
        "--pages",
        metavar="FIRST-LAST",
        help="Pages of a PDF that holds more than this disclosure, counted from 1.",
    ),
]
Url = Annotated[str, typer.Option("--url", help="Where it was published.")]
Published = Annotated[str, typer.Option("--published", help="On which day, ISO.")]
Obtained = Annotated[str, typer.Option("--obtained", help="When you obtained it, ISO.")]
Whose = Annotated[str, typer.Option("--department", help="Id of the registry, or a name.")]
Scope = Annotated[str, typer.Option("--scope", help="汇总, 部门, 单位 or 本级.")]
Year = Annotated[str, typer.Option("--year", help="Fiscal year.")]
Region = Annotated[str, typer.Option("--region", help="Code of GB/T 2260.")]
Jobs = Annotated[int, typer.Option("--jobs", "-j", help="Processes; 0 for one a core.")]
ReportFile = Annotated[Path | None, typer.Option("--report", help="Write a Markdown report here.")]


@app.command()
def add(
    files: Files = None,
    disclosure_id: Id = "",
    pages: PagesOfFile = "",
    each: Each = False,
    manifest: Manifest = None,
    url: Url = "",
    published: Published = "",
    obtained: Obtained = "",
    department: Whose = "",
    scope: Scope = "",
    year: Year = "",
    region: Region = "",
    jobs: Jobs = 0,
    report: ReportFile = None,
) -> None:
    """Put new disclosures into datapackages/ and convert them.

    Read are PDF with text, web pages (HTML, MHT), Word (DOCX), Excel (XLSX) and texts (TXT, MD);
    XLS, ET, ODS, DOC, WPS, RTF and ODT where LibreOffice is installed; scans (PDF, PNG, JPEG, TIFF)
    where juesuan[ocr] is.
    Department, year, scope and region are found in the text; what is given by hand counts first
    and is recorded. Several files are one disclosure, of which the one with the title and the prose
    leads, unless --each or --manifest says that they are many. What is there already is left alone;
    what fails never stops the others, and makes the exit status 1.
    Examples: juesuan add ~/urumqi-finance-2024.pdf; juesuan add --each ~/inbox;
    juesuan add --manifest ~/inbox/list.csv
    """
    said = ByHand(disclosure_id, department, url, published, obtained, scope, year, region, pages)
    many = each or manifest is not None
    with ends_on_errors():
        _want_files(files or [], manifest, said, many)
        root = repository(begin=True)
        with collection.alone(root), collection.scans(say_page):
            if many:
                reports = _many(root, files or [], manifest, said, jobs)
            else:
                reports = [collection.add(root, files or [], disclosure_id, today(), pages, said)]
            write_report(report, reports)
    _end_of_many(reports) if many else _end_of_one(reports[0])


def _end_of_one(report: Report) -> None:
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


def _want_files(files: Sequence[Path], manifest: Path | None, said: ByHand, many: bool) -> None:
    """Refuse options that do not belong together."""
    if bool(files) == bool(manifest):
        raise JuesuanError(
            "found no files, or files beside a --manifest; expected one of the two. What to do: "
            "see `juesuan add --help`."
        )
    if many and (said.disclosure_id or said.url or said.department or said.pages):
        raise JuesuanError(
            "found --id, --url, --department or --pages for many disclosures; expected them for "
            "one. What to do: say it in a list, which --manifest reads."
        )


def _many(
    root: Path, files: Sequence[Path], manifest: Path | None, said: ByHand, jobs: int
) -> list[Report]:
    """Add many, and tell of each as it is done."""
    reports = []
    with tempfile.TemporaryDirectory() as unpacked, progress() as bar:
        entries = (
            collection.listed(manifest, said)
            if manifest
            else collection.each(files, Path(unpacked), said)
        )
        task = bar.add_task("adding", total=len(entries))
        for one in collection.add_all(root, entries, today(), jobs):
            reports.append(one)
            bar.advance(task)
            say_report(one)
    return reports


def _end_of_many(reports: Sequence[Report]) -> None:
    """Tell how many were added, were there, and failed; status 1 where any did."""
    say_json([{"id": one.disclosure_id} | asdict(one) for one in reports])
    states = Counter(one.state for one in reports)
    say(
        f"{len(reports)} disclosures: {states['built']} added, {states['unchanged']} there "
        f"already, {states['failed']} failed"
    )
    if states["failed"]:
        raise typer.Exit(1)
