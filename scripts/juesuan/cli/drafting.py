"""What `juesuan check` tells of a disclosure that is not published yet."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import typer

from juesuan import check as rulebook
from juesuan import collection
from juesuan.cli.application import ends_on_errors, root
from juesuan.cli.printing import say, say_json, say_page, write_text
from juesuan.collection import ByHand, report_lines
from juesuan.rows import ChecksBetweenRow

_SAYS = {"new": "juesuan add", "held": "in the collection", "refused": "refused", "alone": ""}
"""How a line begins that says what `juesuan add` would do."""


def check_draft(files: Sequence[Path], said: ByHand, html: Path | None) -> None:
    """Tell of a disclosure that is not published; status 1 where there is something to look at.

    Args:
        files: it.
        said: what is said of it by hand.
        html: where the whole report is written, if anywhere.
    """
    from juesuan.pages import between_draft, draft_page  # here, because it is slow to import

    with (
        ends_on_errors(),
        collection.scans(say_page),
        tempfile.TemporaryDirectory() as name,
    ):
        found = collection.draft(root(), files, said, Path(name))
        between = between_draft(root(), found)
        if html:
            write_text(html, draft_page(found, between))
        say_json(_draft_told(found, between))
    for line in (*report_lines(found.report), *collection.finding_lines(found.checked, "")):
        say(line)
    fails = [row for row in between if row["state"] == "fail"]
    for row in fails:
        say(f"  with {_other(row, found)}: {row['rule']}: {row['statement']}")
    for line in found.said:
        say(f"  {_SAYS[found.state]}: {line}")
    if fails or not found.is_clean:
        raise typer.Exit(1)


def _other(row: ChecksBetweenRow, found: collection.Draft) -> str:
    """The disclosures with which a finding compares the one that is looked at."""
    every = (row["disclosure_id"], *row["other_id"].split())
    return ", ".join(one for one in every if one != found.facts.disclosure_id)


def _draft_told(found: collection.Draft, between: Sequence[ChecksBetweenRow]) -> dict[str, object]:
    """The whole of a draft, for scripts."""
    from juesuan.pages import coverage

    passed = rulebook.Passed(found.facts)
    return {
        "id": found.facts.disclosure_id,
        "add": {"state": found.state, "said": found.said},
        "report": asdict(found.report),
        "checks": [row | {"statement": passed.sentence(row)} for row in found.checked.checks],
        "between": between,
        "coverage": [one._asdict() for one in coverage(found.facts, text=found.text)],
        "tables": found.facts.tables,
    }
