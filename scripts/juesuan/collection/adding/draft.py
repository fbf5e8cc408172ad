"""Looking at a file as if it were published, before it is: nothing is stored in the collection."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from juesuan import package
from juesuan.collection.adding.add import Adding, made
from juesuan.collection.adding.by_hand import ByHand
from juesuan.collection.adding.looked import Entry, Looked, look
from juesuan.collection.conversion.bounded import one_budget
from juesuan.collection.disk.guard import stage
from juesuan.collection.disk.texts import text_of
from juesuan.collection.reports.report import Report
from juesuan.collection.work.findings import Checked
from juesuan.errors import ConflictingSourceError
from juesuan.model import Facts


@dataclass(frozen=True)
class Draft:
    """A disclosure that is not in the collection.

    Attributes:
        facts: its package, as it would be published.
        folder: the package, in the place that was given.
        report: of its conversion.
        state: what `juesuan add` would say of it: it would be added, the collection holds it
            already, or it is refused. There is no collection where ``alone``.
        said: the words of that.
    """

    facts: Facts
    folder: Path
    report: Report
    state: Literal["new", "held", "refused", "alone"]
    said: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The text in which the offsets of its figures count."""
        return self.facts.printed

    @property
    def checked(self) -> Checked:
        """What the rules find in it."""
        return Checked(self.facts.disclosure_id, self.facts, self.facts.rows("checks"))

    @property
    def is_clean(self) -> bool:
        """Whether all was read, and no two figures contradict each other."""
        fails = any(row["state"] == "fail" for row in self.facts.rows("checks"))
        return not fails and not self.report.figures.get("unread")


def draft(root: Path, given: Sequence[Path], said: ByHand, into: Path) -> Draft:
    """Read and check a disclosure without putting it into a collection.

    Args:
        root: a repository, of which nothing is changed; there may be none.
        given: the file, or the files of the one disclosure, a folder or a ZIP of them.
        said: what is said of it by hand.
        into: an empty folder, for the package.

    Raises:
        JuesuanError: if it cannot be read, is no disclosure, or the registry is wrong.
    """
    with one_budget():
        entry = Entry(tuple(given), said)
        entry, looked, (state, name, told) = _seen(root, entry)
        name = name or looked.identity.suggested_id()
        with stage(name, "package"):
            report = made(entry, looked, into / name, into, "")
        facts = package.load(into / name)
        facts = replace(facts, printed=text_of(into / name))
    return Draft(facts, into / name, replace(report, lacking=()), state, told)


_Said = tuple[Literal["new", "held", "refused", "alone"], str, tuple[str, ...]]
"""What a collection would say: a state, the id that it has or would have there, the words."""


def _seen(root: Path, entry: Entry) -> tuple[Entry, Looked, _Said]:
    """What is given, and what a collection would say of it."""
    if not (root / "datapackages").is_dir():
        return entry, look(entry, keep=True), ("alone", "", ())
    adding = Adding(root, "")
    entry = adding.resolved(entry)
    looked = look(entry, keep=True)
    return entry, looked, _would_say(adding, entry, looked)


def _would_say(adding: Adding, entry: Entry, looked: Looked) -> _Said:
    if known := adding.known_as(entry, looked):
        return "held", adding.id_of(looked), (known,)
    try:
        place = adding.step(entry, looked).place
    except ConflictingSourceError as error:
        return "refused", adding.id_of(looked), (str(error),)
    return "new", place.disclosure_id, place.remarks
