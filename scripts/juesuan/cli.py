"""The command line. The only module that prints or exits; each command calls one function.

Exit statuses: 0 done; 1 something was found that must be looked at (an invalid package, a disclosure that could not
be converted); 2 the command or a file could not be used.
"""

from __future__ import annotations

import datetime
import json
import os
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from juesuan import __version__, check, collection, package, terms
from juesuan.collection import Report, doubt, markdown_report, place
from juesuan.errors import JuesuanError, PackageError
from juesuan.model import Facts
from juesuan.rows import Row

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    help="Open data from the final accounts (部门决算) of Chinese government departments.",
    epilog="Exit status: 0 done; 1 something must be looked at; 2 a command or file could not be used.",
)
_out, _err = Console(soft_wrap=True), Console(stderr=True, soft_wrap=True)
_state: dict[str, Any] = {"root": Path(), "quiet": False, "json": False}

Root = Annotated[
    Path,
    typer.Option(
        "--root", help="The repository with datapackages/.", show_default="current folder"
    ),
]


def _version(asked: bool) -> None:
    if asked:
        print(__version__)
        raise typer.Exit


@app.callback()
def main(
    root: Root = Path(),
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print only errors.")] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON document, for scripts.")
    ] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Options of every command."""
    _state.update(root=root, quiet=quiet, json=as_json)


def _root(begin: bool = False) -> Path:
    """The repository that the command works on.

    Args:
        begin: whether the command may begin a new collection in an existing folder.

    Raises:
        PackageError: if it is none.
    """
    root: Path = _state["root"]
    if not (root if begin else root / "datapackages").is_dir():
        raise PackageError(
            f"{root.absolute()}: found no folder datapackages/; expected the repository. What to do: run the command there or "
            "give it with --root; `juesuan add` begins a new collection in a folder that exists."
        )
    return root


def _print_json(found: object) -> None:
    if _state["json"]:
        print(json.dumps(found, ensure_ascii=False, indent=1))


def _say(text: str) -> None:
    if not _state["quiet"] and not _state["json"]:
        _out.print(text, markup=False, highlight=False)


def _fail(error: JuesuanError) -> typer.Exit:
    if _state["json"]:
        print(json.dumps({"error": str(error)}, ensure_ascii=False))
    _err.print(f"juesuan: {error}", markup=False, highlight=False)
    return typer.Exit(2)


def _usage(text: str) -> typer.Exit:
    return _fail(JuesuanError(text))


@app.command()
def add(
    file: Annotated[Path, typer.Argument(help="A .pdf, .txt or .md file, as received.")],
    disclosure_id: Annotated[
        str, typer.Option("--id", help="Id to use instead of the one found.")
    ] = "",
) -> None:
    """Put a new disclosure into datapackages/ and convert it.

    Department, year, scope and region are found in the text. Example: juesuan add ~/urumqi-finance-2024.pdf
    """
    try:
        report = collection.add(
            _root(begin=True), file, disclosure_id, datetime.date.today().isoformat()
        )
    except JuesuanError as error:
        raise _fail(error) from error
    _print_json({"id": report.disclosure_id} | asdict(report))
    _tell(report)
    _say(f"added {report.disclosure_id}; see it with `juesuan show {report.disclosure_id}`")


@app.command("mask")
def mask_command(
    disclosure_id: Annotated[str, typer.Argument(metavar="ID", help="The disclosure.")],
    name: Annotated[str, typer.Argument(help="A private person's name, as printed.")],
    reason: Annotated[str, typer.Option("--reason", help="Why, in Chinese; it is published.")],
    by: Annotated[str, typer.Option("--by", help="Who says so; it is published.")] = "maintainers",
) -> None:
    """Take a private person's name out of a disclosure and of everything published from it.

    Each character becomes □, in the source file too; disclosure.toml records it without the name.
    Example: juesuan mask urumqi-finance-2024 张三 --reason 普通个人的姓名
    """
    try:
        folder = collection.folder_of(_root(), disclosure_id)
        done = collection.mask(folder, name, reason, by, datetime.date.today().isoformat())
    except JuesuanError as error:
        raise _fail(error) from error
    _print_json({"places": done.places, "lines": list(done.lines)})
    lines = ", ".join(map(str, done.lines))
    _say(f"{disclosure_id}: masked in {done.places} places (lines {lines}); run `juesuan build` for the pages. The history of "
         "the repository still holds the name.")  # fmt: skip


@app.command()
def build(
    ids: Annotated[
        list[str] | None, typer.Argument(help="Ids; all disclosures if none is given.")
    ] = None,
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

    Examples: juesuan build; juesuan build --all; juesuan build --only packages urumqi-government-office-2024
    """
    if only not in ("", "packages", "pages"):
        raise _usage(f"found --only {only}; expected packages or pages.")
    reports: list[Report] = []
    try:
        if only != "pages":
            reports = _converted(ids or [], everything, jobs, compare)
        if only != "packages" and all(one.state != "failed" for one in reports):
            _pages()
    except JuesuanError as error:
        raise _fail(error) from error
    if report:
        try:
            report.write_text(markdown_report(reports), encoding="utf-8")
        except OSError as error:
            raise _usage(
                f"{report}: the report cannot be written ({error.strerror}). What to do: check the folder."
            ) from error
    _print_json([asdict(one) for one in reports])
    if any(one.state == "failed" for one in reports):
        raise typer.Exit(1)


def _progress() -> Progress:
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    hidden = _state["quiet"] or _state["json"] or not _err.is_terminal
    return Progress(*columns, console=_err, disable=hidden, transient=True)


def _converted(ids: list[str], everything: bool, jobs: int, compare: Path | None) -> list[Report]:
    reports = []
    root = _root()
    with _progress() as progress:
        task = progress.add_task("converting", total=len(ids or collection.ids(root)))
        for one in collection.build(root, ids, everything, jobs, compare):
            reports.append(one)
            progress.advance(task)
    reports.sort(key=lambda one: one.disclosure_id)
    for one in reports:
        _tell(one)
    return reports


def _tell(report: Report) -> None:
    if report.state == "failed":
        _err.print(f"juesuan: {report.message}", markup=False, highlight=False)
        return
    if report.state == "unchanged":
        _say(f"{report.disclosure_id}: unchanged")
        return
    figures = ", ".join(
        f"{report.figures.get(name, 0)} {name}"
        for name in ("bound", "prose", "reference", "unread")
    )
    checks = ", ".join(f"{number} {name}" for name, number in report.checks.items())
    _say(f"{report.disclosure_id}: figures: {figures}; checks: {checks}")
    for line in report.unread:
        _say(f"  unread: {line}")
    for line in report.remarks:
        _say(f"  remark: {line}")
    for line in report.new_fails:
        _say(f"  new contradiction: {line}")
    for line in report.gone_fails:
        _say(f"  no longer a contradiction: {line}")


def _pages() -> int:
    from juesuan import pages as site

    with _progress() as progress:
        task = progress.add_task("pages", total=None)
        number = site.render(
            _root(),
            lambda done, total: progress.update(task, completed=done, total=total),
            address=os.environ.get("JUESUAN_SITE_URL", ""),
        )
    _say(f"pages: {number} files written")
    return number


@app.command()
def pages() -> None:
    """Generate the pages and downloads of the website into docs/d/ and the API into docs/api/.

    Feeds and catalogues hold whole addresses where the environment names the site's in JUESUAN_SITE_URL.
    Example: juesuan pages && mkdocs build --strict
    """
    try:
        _print_json({"files": _pages()})
    except JuesuanError as error:
        raise _fail(error) from error


@app.command()
def offline(
    site: Annotated[Path, typer.Argument(help="The folder that MkDocs made.")] = Path("site"),
) -> None:
    """Put the built website into one ZIP beside it, to open from disk.

    Example: juesuan offline site
    """
    from juesuan import pages as made

    try:
        path = made.offline(site)
    except JuesuanError as error:
        raise _fail(error) from error
    _print_json({"file": str(path)})
    _say(f"{path}: {path.stat().st_size // 1024} KB")


def _loaded(ids: list[str] | None) -> list[tuple[Path, Facts]]:
    root = _root()
    return [
        (folder := collection.folder_of(root, one), package.load(folder))
        for one in ids or collection.ids(root)
    ]


@app.command("check")
def check_command(
    ids: Annotated[
        list[str] | None, typer.Argument(help="Ids; all disclosures if none is given.")
    ] = None,
    rules: Annotated[bool, typer.Option("--rules", help="List the rules instead.")] = False,
) -> None:
    """Print what adds up and what does not: contradictions first, then what cannot be read, then counts.

    A contradiction in the original is a finding, not an error: the exit status stays 0.
    Example: juesuan check urumqi-party-committee-2023
    """
    if rules:
        _print_json([{"id": one.id, "title": one.title} for one in check.all_rules()])
        for one in check.all_rules():
            _say(f"{one.id}: {one.title}")
        return
    try:
        found = [
            (folder, facts, check.run(facts, package.read_notes(folder).pins))
            for folder, facts in _loaded(ids)
        ]
    except JuesuanError as error:
        raise _fail(error) from error
    _print_json([row for _, _, rows in found for row in rows])
    for folder, facts, rows in found:
        lines = {
            row["figure_id"]: f":{row['line']}" + (f" (page {row['page']})" if row["page"] else "")
            for row in facts.rows("figures")
        }
        source = f"datapackages/{folder.name}/source/{facts.disclosure['source_file']}"
        doubtful = check.unconfirmed(facts, rows)
        for state in ("fail", "unreadable"):
            for row in (one for one in rows if one["state"] == state):
                told = doubt(doubtful.get((row["rule"], row["subject"]), ()), row, lines)
                where = place(row, facts.rows("figures"), lines)
                _say(f"{source}{where}: {row['rule']}: {row['statement']}{_pinned(row)}{told}")
        counts = {
            state: sum(row["state"] == state for row in rows)
            for state in terms.resource_schemas()["checks"].enum["state"]
        }
        _say(
            f"{folder.name}: " + ", ".join(f"{number} {state}" for state, number in counts.items())
        )


def _pinned(row: Row) -> str:
    return f" [原文如此: {row['pinned']}]" if row["pinned"] else ""


@app.command()
def validate(
    ids: Annotated[
        list[str] | None, typer.Argument(help="Ids; all disclosures if none is given.")
    ] = None,
) -> None:
    """Validate packages: tables with Frictionless, descriptors against Data Package v2.

    Example: juesuan validate
    """
    problems: list[str] = []
    try:
        names = ids or collection.ids(_root())
        with _progress() as progress:
            task = progress.add_task("validating", total=len(names))
            for one in names:
                problems += package.validate(collection.folder_of(_root(), one))
                progress.advance(task)
    except JuesuanError as error:
        raise _fail(error) from error
    _print_json(problems)
    for line in problems:
        _err.print(line, markup=False, highlight=False)
    _say(f"{len(names)} packages, {len(problems)} problems")
    if problems:
        raise typer.Exit(1)


@app.command()
def show(
    disclosure_id: Annotated[
        str, typer.Argument(metavar="[ID]", help="An id; without it, all disclosures are listed.")
    ] = "",
    resource: Annotated[
        str, typer.Option("--resource", "-r", help="Print this resource in full.")
    ] = "",
) -> None:
    """Show what was understood of a disclosure.

    Examples: juesuan show; juesuan show urumqi-government-office-2024 -r measures
    """
    try:
        found = _loaded([disclosure_id] if disclosure_id else None)
    except JuesuanError as error:
        raise _fail(error) from error
    if resource and any(resource not in facts.tables for _, facts in found):
        raise _usage(f"no resource {resource}; expected one of {', '.join(found[0][1].tables)}.")
    if _state["json"]:
        _print_json(
            {
                facts.disclosure_id: {resource: facts.table(resource)} if resource else facts.tables
                for _, facts in found
            }
        )
        return
    for _, facts in found:
        _show(facts, resource) if disclosure_id else _say(_headline(facts))


def _headline(facts: Facts) -> str:
    about = facts.disclosure
    return f"{facts.disclosure_id}  {about['department']}（{about['scope']}） {about['fiscal_year']}  {about['region']}"


def _show(facts: Facts, resource: str) -> None:
    if resource:
        _print_rows(facts.table(resource), resource)
        return
    _say(_headline(facts))
    for name, rows in facts.tables.items():
        _say(f"  {name:14} {len(rows):5}  {terms.resource_schemas()[name].title}")
    wanted = (
        "label",
        "unit",
        "actual",
        "share_pct",
        "change",
        "change_pct",
        "initial_budget",
        "annual_budget",
        "variance_pct",
    )
    _print_rows(
        tuple({name: row[name] for name in wanted} for row in facts.rows("measures")), "measures"
    )


def _print_rows(rows: tuple[Row, ...], title: str) -> None:
    if _state["quiet"] or not rows:
        return
    kept = [name for name in rows[0] if name != "disclosure_id" and any(row[name] for row in rows)]
    table = Table(*kept, title=title, show_lines=False)
    for row in rows:
        table.add_row(*(row[name].replace("[", "\\[")[:60] for name in kept))
    (Console() if sys.stdout.isatty() else Console(width=200)).print(table)


def run() -> None:
    """Entry point."""
    app()
