"""Commands that only look: check, validate, show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from juesuan import check as rulebook
from juesuan import collection, terms
from juesuan.cli.adding import PagesOfFile, Region, Scope, Whose, Year
from juesuan.cli.application import Ids, app, ends_on_errors, repository
from juesuan.cli.drafting import check_draft
from juesuan.cli.printing import MANNER, complain, progress, say, say_json, say_rows
from juesuan.collection import ID, ByHand
from juesuan.errors import JuesuanError
from juesuan.model import Facts
from juesuan.rows import MeasuresColumn

_SHOWN: tuple[MeasuresColumn, ...] = (
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
"""Columns of ``measures`` that are shown of a disclosure."""


Asked = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[ID|FILE...]",
        help="Ids, all disclosures if none is given; or the files of one that is not published.",
    ),
]
Html = Annotated[
    Path | None,
    typer.Option("--html", help="Of files: write the whole report here, one HTML file, Chinese."),
]


@app.command()
def check(
    asked: Asked = None,
    rules: Annotated[bool, typer.Option("--rules", help="List the rules instead.")] = False,
    html: Html = None,
    pages: PagesOfFile = "",
    department: Whose = "",
    scope: Scope = "",
    year: Year = "",
    region: Region = "",
) -> None:
    """Print what adds up and what does not: contradictions, what cannot be read, then counts.

    A contradiction in the original is a finding, not an error: the exit status stays 0. It is 1
    where a package cannot be checked; the others are.

    Files are read as `juesuan add` would read them, before anything is published, and nothing of
    them is stored; the exit status is 1 then where figures contradict each other or are not read.
    Examples: juesuan check urumqi-party-committee-2023;
    juesuan check ~/draft.docx --html report.html
    """
    if rules:
        _list_rules()
    elif files := _files(asked or []):
        said = ByHand("", department, "", "", "", scope, year, region, pages)
        check_draft(files, said, html)
    else:
        _check_published(asked or [], html or pages or department or scope or year or region)


def _files(asked: Sequence[str]) -> list[Path]:
    """The files that are asked for; none where ids are."""
    paths = [Path(one) for one in asked if not ID.fullmatch(one) or Path(one).is_file()]
    if paths and len(paths) != len(asked):
        with ends_on_errors():
            raise JuesuanError(
                f"found ids beside {paths[0]}; expected files or ids. What to do: run the command "
                "once for each."
            )
    return paths


def _check_published(ids: Sequence[str], of_files: object) -> None:
    faults: list[str] = []
    with ends_on_errors():
        if of_files:
            raise JuesuanError(
                "found --html or another option of files, and no file; expected one. What to do: "
                "see `juesuan check --help`."
            )
        root = repository()
        _known_ids(root, ids)
        found = collection.checked(root, ids, faults.append)
    say_json([row for one in found for row in one.checks])
    for one in found:
        for line in collection.finding_lines(one):
            say(line)
    _end_with(faults)


def _known_ids(root: Path, wanted: Sequence[str]) -> None:
    """Refuse ids that are asked for and are none, before anything is done."""
    for one in wanted:
        collection.folder_of(root, one)


def _end_with(faults: Sequence[str]) -> None:
    """Tell what failed of single disclosures, and end the command with status 1 then."""
    for line in faults:
        complain(f"juesuan: {line}")
    if faults:
        raise typer.Exit(1)


def _list_rules() -> None:
    known = rulebook.all_rules()
    say_json([{"id": one.id, "title": one.title} for one in known])
    for one in known:
        say(f"{one.id}: {one.title}")


@app.command()
def validate(
    ids: Ids = None,
    new: Annotated[
        bool, typer.Option("--new", help="Leave alone what was proved before and is unchanged.")
    ] = False,
    jobs: Annotated[int, typer.Option("--jobs", "-j", help="Processes; 0 for one a core.")] = 0,
) -> None:
    """Prove packages: valid, and what their sources give when they are converted anew.

    Tables are validated with Frictionless, descriptors against Data Package v2. With --new a source
    that cannot be converted any more passes if its package is the last one that was proved.
    Example: juesuan validate
    """
    with ends_on_errors():
        proofs = _proved(ids or [], new, jobs)
    problems = [line for one in proofs for line in one.problems]
    problems += [] if ids else collection.registry_problems(repository())
    say_json(problems)
    for line in problems:
        complain(line)
    for one in proofs:
        if one.refusal and one.refusal not in one.problems:
            complain(f"{one.refusal} Its package is the last one that was proved.")
    say(f"{len(proofs)} packages, {len(problems)} problems")
    if problems:
        raise typer.Exit(1)


def _proved(ids: list[str], new: bool, jobs: int) -> list[collection.Proof]:
    root = repository()
    _known_ids(root, ids)
    names = ids or collection.ids(root)
    with progress() as bar:
        proofs = collection.prove(root, names, new, jobs)
        found = list(bar.track(proofs, total=len(names), description="validating"))
    return sorted(found, key=lambda one: names.index(one.disclosure_id))


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
    faults: list[str] = []
    with ends_on_errors():
        root, wanted = repository(), [disclosure_id] if disclosure_id else []
        _known_ids(root, wanted)
        found = collection.load_all(root, wanted, faults.append)
        _known_resource(found, resource)
    say_json({one.disclosure_id: _tables(one, resource) for one in found})
    if not MANNER.json:
        for facts in found:
            _show(facts, resource) if disclosure_id else say(_headline(facts))
    _end_with(faults)


def _known_resource(found: Sequence[Facts], resource: str) -> None:
    if resource and any(resource not in facts.tables for facts in found):
        known = ", ".join(found[0].tables)
        raise JuesuanError(f"no resource {resource}; expected one of {known}.")


def _tables(facts: Facts, resource: str) -> object:
    return {resource: facts.table(resource)} if resource else facts.tables


def _headline(facts: Facts) -> str:
    about = facts.disclosure
    return (
        f"{facts.disclosure_id}  {about['department']}（{about['scope']}） "
        f"{about['fiscal_year']}  {about['region']}"
    )


def _show(facts: Facts, resource: str) -> None:
    """One resource in full; else the number of rows of each, and the measures."""
    if resource:
        _show_resource(facts, resource)
        return
    say(_headline(facts))
    unread = Counter(row["resource"] for row in facts.rows("figures") if row["status"] == "unread")
    for name, rows in facts.tables.items():
        lost = f" ({unread[name]} figures unread)" if unread[name] else ""
        say(f"  {name:14} {len(rows):5}  {terms.resource_schemas()[name].title}{lost}")
    for line in (*_not_read(facts), *_unread(facts)):
        say(line)
    say_rows(facts.rows("measures"), _SHOWN, "measures")


def _not_read(facts: Facts) -> Iterator[str]:
    """The statutory tables that are there, or may be, and were not read, with why."""
    unread = rulebook.Unread(facts).tables
    names = {one.id: one.label for one in terms.statutory_tables()}
    yield from (f"  not read: {names[table]} ({why})" for table, why in unread.items())


def _unread(facts: Facts) -> Iterator[str]:
    """The unread figures outside of unreadable cells, in their line where the source is there."""
    every = (row for row in facts.rows("figures") if row["status"] == "unread")
    rows, text = [row for row in every if not row["resource"]], ""
    if rows:
        with suppress(JuesuanError, OSError):
            text = collection.text_of(repository() / "datapackages" / facts.disclosure_id)
    for row in rows:
        start, end = int(row["start"]), int(row["end"])
        is_there = text[start:end] == row["text"]
        figure = collection.in_its_line(text, start, end) if is_there else row["text"]
        yield f"  unread: line {row['line']}: {figure}"


def _show_resource(facts: Facts, resource: str) -> None:
    rows = facts.table(resource)
    columns = [field.name for field in terms.resource_schemas()[resource].fields]
    say_rows(rows, [name for name in columns if name != "disclosure_id"], resource)
