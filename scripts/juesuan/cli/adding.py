"""Commands that put disclosures in and take texts out of them: add, mask."""

from __future__ import annotations

import datetime
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from juesuan import collection
from juesuan.cli.application import app, ends_on_errors, repository
from juesuan.cli.printing import progress, say, say_json, say_report, write_report
from juesuan.collection import ByHand, Masked, Report
from juesuan.errors import JuesuanError


def _today() -> str:
    return datetime.date.today().isoformat()


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
    XLS, ET, ODS, DOC, WPS, RTF and ODT where LibreOffice is installed.
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
        with collection.alone(root):
            if many:
                reports = _many(root, files or [], manifest, said, jobs)
            else:
                reports = [collection.add(root, files or [], disclosure_id, _today(), pages, said)]
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
        for one in collection.add_all(root, entries, _today(), jobs):
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


@app.command()
def replace(
    disclosure_id: Annotated[str, typer.Argument(metavar="ID", help="The disclosure.")],
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="The newer file, or its files.")
    ],
    reason: Annotated[str, typer.Option("--reason", help="Why, in Chinese; it is published.")] = "",
) -> None:
    """Put a newer file of the same department and year in the place of the one that is there.

    The earlier version stays in versions/ of its folder, with changes.csv: every published value
    that changed, and where both are printed. A correction is written into disclosure.toml.
    Example: juesuan replace urumqi-finance-2024 ~/new.pdf --reason 部门更正了附表五
    """
    with ends_on_errors():
        root = repository()
        _want_reason(reason)
        with collection.alone(root):
            done = collection.replace_source(root, disclosure_id, files, reason, _today())
    say_json({"changes": [one._asdict() for one in done.changes]} | asdict(done.report))
    say_report(done.report)
    say(
        f"{disclosure_id}: {len(done.changes)} published values changed; the earlier version and "
        f"changes.csv are in {done.version.relative_to(root)}"
    )
    say("see whether the correction in disclosure.toml says what readers should know")
