"""What passed checks say: sentences that are not published, but made where they are shown."""

from __future__ import annotations

from collections.abc import Iterable

from juesuan.check.book.book import Book
from juesuan.check.catalogue import all_rules
from juesuan.check.comparing.compare import PASS
from juesuan.check.run import ask
from juesuan.model import Facts
from juesuan.rows import ChecksRow


class Passed:
    """The sentences of the passed checks of a package, each made from its rule and its figures.

    Args:
        facts: the package as loaded, with the text in which its figures are printed.
    """

    def __init__(self, facts: Facts) -> None:
        self._book = Book(facts)
        self._rules = {rule.id: rule for rule in all_rules()}
        self._said: dict[str, dict[str, str]] = {}

    def sentence(self, row: ChecksRow) -> str:
        """What a check says, whatever its state.

        A check that does not pass any more with the rules of today, or whose rule is gone, is
        called by the title of its rule alone, or by its id.
        """
        if row["statement"] or row["state"] != PASS:
            return row["statement"]
        rule = self._rules.get(row["rule"])
        if rule is None:
            return row["rule"]
        return self._of_rule(rule.id).get(row["subject"], rule.title)

    def _of_rule(self, rule_id: str) -> dict[str, str]:
        """The sentences of one rule by subject; it is asked once."""
        if rule_id not in self._said:
            self._said[rule_id] = _passes(ask(self._rules[rule_id], self._book))
        return self._said[rule_id]


def _passes(rows: Iterable[ChecksRow]) -> dict[str, str]:
    return {row["subject"]: row["statement"] for row in rows if row["state"] == PASS}
