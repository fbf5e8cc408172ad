"""Faults put into the program, one at a time: which of them does no test notice?

``python -m tests.mutate`` tries all (minutes), ``--list`` names them, ``python -m tests.mutate NAME …`` tries some. The tests
that should notice are run first, then everything that ``make quick`` runs. The exit status is 1 if a fault was not noticed.

No file is edited: pytest loads this module as a plugin, which waits for a module of the program and changes what it offers
before anybody imports it from there. A fault whose place is gone is an error, so the list keeps up with the program.
"""

from __future__ import annotations

import argparse
import importlib.machinery
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
NAME = "JUESUAN_FAULT"
"""The environment variable that tells the plugin which fault to put."""
QUICK = "not slow and not browser and not office"
NOTICED = {0: False, 1: True}
"""What pytest's exit statuses say; any other one means that the tests could not be run."""

Put = Callable[[ModuleType], None]
Tables = dict[str, list[dict[str, str]]]


@dataclass(frozen=True)
class Fault:
    """A fault: what it does, the module that it changes, the tests that should notice it, how it is put.

    Attributes:
        core: whether the suite itself proves that it is noticed (``test_mutate.py``).
    """

    name: str
    does: str
    module: str
    tests: tuple[str, ...]
    put: Put
    core: bool


FAULTS: dict[str, Fault] = {}


def fault(module: str, *tests: str, core: bool = False) -> Callable[[Put], Put]:
    """Declare a function that changes a module as a fault; its docstring says what it does."""

    def declare(put: Put) -> Put:
        name = put.__name__
        FAULTS[name] = Fault(name, (put.__doc__ or "").strip(), module, tests, put, core)
        return put

    return declare


READINGS = "tests/parse/test_readings.py"
RULES = "tests/check/rules"


# -- reading ---------------------------------------------------------------------------------------------------


def parsing(module: ModuleType, change: Callable[[Tables], None]) -> None:
    """Change the tables that parsing gives."""
    whole = module.parse

    def parse(*given: Any) -> Any:
        facts = whole(*given)
        tables = {name: [dict(row) for row in rows] for name, rows in facts.tables.items()}
        change(tables)
        return replace(facts, tables={name: tuple(rows) for name, rows in tables.items()})

    module.parse = parse


def more(rows: Iterable[dict[str, str]], column: str) -> None:
    """Raise a column by one."""
    for row in rows:
        if row[column]:
            row[column] = str(Decimal(row[column]) + 1)


@fault("juesuan.parse", READINGS, core=True)
def amounts_of_forms_are_one_more(module: ModuleType) -> None:
    """Every amount that was spent on a project is one more."""
    parsing(module, lambda tables: more(tables.get("project_funds", ()), "executed"))


@fault("juesuan.amount", READINGS, core=True)
def every_amount_is_one_more(module: ModuleType) -> None:
    """Every numeral is read as one more."""
    whole = module.Amount.of.__func__

    def of(cls: Any, printed: str) -> Any:
        amount = whole(cls, printed)
        return replace(amount, value=amount.value + 1)

    module.Amount.of = classmethod(of)


@fault("juesuan.parse", "tests/data/test_packages.py", "tests/parse/test_ledger.py")
def amounts_of_measures_are_one_more(module: ModuleType) -> None:
    """Every amount of a measure is one more, but not its figure in the ledger."""
    parsing(module, lambda tables: more(tables.get("measures", ()), "actual"))


@fault("juesuan.parse", READINGS, core=True)
def a_row_is_dropped(module: ModuleType) -> None:
    """The last indicator of a disclosure is dropped."""
    parsing(module, lambda tables: tables.get("indicators", [{}]).pop())


@fault("juesuan.parse", "tests/data/test_packages.py", "tests/parse/statutory")
def a_line_of_spending_is_dropped(module: ModuleType) -> None:
    """The last line of spending by function is dropped."""
    parsing(module, lambda tables: tables.get("functions", [{}]).pop())


@fault("juesuan.parse", "tests/parse/statutory", "tests/parse/test_made.py")
def a_row_of_a_table_is_dropped(module: ModuleType) -> None:
    """The last row of each statutory table is dropped."""

    def change(tables: Tables) -> None:
        for name, rows in tables.items():
            if name.startswith("table"):
                rows.pop()

    parsing(module, change)


def swapped(rows: Iterable[dict[str, str]], one: str, other: str) -> None:
    """Exchange two columns."""
    for row in rows:
        row[one], row[other] = row[other], row[one]


@fault("juesuan.parse", READINGS, core=True)
def columns_are_swapped(module: ModuleType) -> None:
    """The initial and the annual budget of projects are exchanged."""
    parsing(
        module,
        lambda tables: swapped(tables.get("project_funds", ()), "initial_budget", "annual_budget"),
    )


@fault("juesuan.parse", "tests/data/test_packages.py", RULES)
def decreases_are_increases(module: ModuleType) -> None:
    """Changes lose their sign."""

    def change(tables: Tables) -> None:
        for row in tables.get("measures", ()):
            row["change"] = row["change"].lstrip("-")

    parsing(module, change)


@fault("juesuan.parse", "tests/parse/test_ledger.py")
def a_figure_is_lost(module: ModuleType) -> None:
    """The last figure is missing from the ledger."""
    whole = module.parse

    def parse(*given: Any) -> Any:
        facts = whole(*given)
        return replace(facts, figures=facts.figures[:-1])

    module.parse = parse


@fault("juesuan.terms", READINGS, "tests/parse/prose/walk/test_grammar.py", core=True)
def a_relation_is_lost(module: ModuleType) -> None:
    """Nothing introduces a share of a whole any more."""
    whole = module.relations()
    module.relations = lambda: tuple(one for one in whole if one.column != "share_pct")


@fault("juesuan.terms", "tests/parse/test_made.py", "tests/parse/statutory")
def a_table_is_unknown(module: ModuleType) -> None:
    """The last of the nine statutory tables is not known."""
    whole = module.statutory_tables()
    module.statutory_tables = lambda: whole[:-1]


@fault(
    "juesuan.intake.text.characters",
    "tests/intake/text/test_characters.py",
    "tests/parse/test_robust.py",
)
def characters_stay_wide(module: ModuleType) -> None:
    """Full-width characters are not made plain."""
    module.clean = lambda text: text


# -- checking --------------------------------------------------------------------------------------------------


def always_passes(rule_id: str) -> Put:
    """The fault that a rule always passes."""

    def put(module: ModuleType) -> None:
        whole = module.rule

        def rule(declared: str, *given: Any, **named: Any) -> Any:
            declare = whole(declared, *given, **named)
            return lambda function: declare(passing(function) if declared == rule_id else function)

        module.rule = rule

    put.__name__ = f"rule_{rule_id}_always_passes"
    put.__doc__ = f"The rule {rule_id} finds nothing."
    return put


def passing(function: Callable[..., Any]) -> Callable[..., Any]:
    """A rule that passes wherever it should fail."""

    def found(*given: Any) -> Any:
        outcome = function(*given)
        return replace(outcome, state="pass") if outcome.state == "fail" else outcome

    found.__doc__ = function.__doc__
    return found


for _id in ("N03", "N26", "P06", "X06", "T05"):
    fault("juesuan.check.rule", RULES, "tests/check", core=_id == "N03")(always_passes(_id))


@fault("juesuan.amount", RULES, "tests/check")
def halves_are_rounded_down(module: ModuleType) -> None:
    """A half is rounded towards zero."""
    module.ROUND_HALF_UP = "ROUND_HALF_DOWN"


@fault("juesuan.amount", RULES, "tests/check", core=True)
def tolerance_is_a_whole_digit(module: ModuleType) -> None:
    """A printed figure may miss the exact one by a whole digit."""
    printed = module.Rounded.printed

    def twice(*given: object) -> tuple[Decimal, Decimal]:
        found = printed(*given)
        return found._replace(half=found.half * 2)

    module.Rounded.printed = staticmethod(twice)


@fault("juesuan.check.book.book", "tests/check")
def nothing_is_illegible(module: ModuleType) -> None:
    """A figure that cannot be read counts as one that is not printed."""
    module.UnreadableFactError = module.AbsentFactError


# -- the package -----------------------------------------------------------------------------------------------


@fault("juesuan.package.tables", "tests/package", "tests/data/test_packages.py", core=True)
def empty_is_zero(module: ModuleType) -> None:
    """What is not printed is published as 0."""
    whole = module.csv_text

    def csv_text(resource: str, rows: Iterable[dict[str, str]]) -> str:
        return whole(resource, [{k: v or "0" for k, v in row.items()} for row in rows])

    module.csv_text = csv_text


@fault("juesuan.package", "tests/package")
def notes_are_ignored(module: ModuleType) -> None:
    """What a maintainer marked as unreadable is published as it was extracted."""
    module.apply = lambda facts, notes: facts


@fault("juesuan.collection.changing.mask", "tests/collection/changing/test_mask.py")
def a_name_stays(module: ModuleType) -> None:
    """A masked name stays where it stood."""
    module.SIGN = r"\g<0>"


# -- pages -----------------------------------------------------------------------------------------------------


@fault(
    "juesuan.pages.markup",
    "tests/pages/test_markup.py",
    "scripts/juesuan/pages/markup.py",
    core=True,
)
def an_escape_is_lost(module: ModuleType) -> None:
    """Text of a disclosure goes to a page as it is."""
    environment = module.environment()
    environment.autoescape, environment.bytecode_cache = False, None


@fault("juesuan.pages.evidence.figures", "tests/pages/evidence/test_figures.py", "tests/pages")
def numbers_open_the_line_before(module: ModuleType) -> None:
    """A number opens the line above its own."""
    whole = module.Evidence.address

    def address(self: Any, figure: dict[str, str]) -> str:
        return whole(self, {**figure, "line": str(max(1, int(figure["line"]) - 1))})

    module.Evidence.address = address


@fault("juesuan.pages.store.store", "tests/pages/store/test_store.py", "tests/pages")
def quotes_end_a_text(module: ModuleType) -> None:
    """A quotation mark ends a text of SQL."""
    module.quoted.__globals__["quoted"] = lambda text: f"'{text}'"


# -- running ---------------------------------------------------------------------------------------------------


class Waiting(importlib.machinery.PathFinder):
    """Finds the module of the fault as usual, and puts the fault once the module is made."""

    chosen: Fault
    put = False

    @classmethod
    def find_spec(cls, name: str, path: Any = None, target: Any = None) -> Any:
        """The module's spec, with a loader that puts the fault."""
        if name != cls.chosen.module:
            return None
        spec = super().find_spec(name, path, target)
        assert spec and spec.loader
        whole = spec.loader.exec_module

        def exec_module(module: ModuleType) -> None:
            whole(module)
            cls.chosen.put(module)
            cls.put = True

        spec.loader.exec_module = exec_module  # type: ignore[method-assign]
        return spec


def pytest_configure() -> None:
    """Without a fault in the environment this module is no plugin."""


if NAME in os.environ:
    Waiting.chosen = FAULTS[os.environ[NAME]]
    sys.meta_path.insert(0, Waiting)

    def pytest_sessionfinish(session: Any) -> None:
        """A fault that was never put says nothing about the tests."""
        if not Waiting.put:
            session.exitstatus = 4


def tried(chosen: Fault, *tests: str, marks: str = "") -> subprocess.CompletedProcess[str]:
    """Run tests with the fault, up to the first one that notices it."""
    command = [sys.executable, "-m", "pytest", "-p", "tests.mutate", "-x", "--tb=no", "-rfE"]
    command += ["-p", "no:cacheprovider", *(["-m", marks] if marks else []), *tests]
    environment = {**os.environ, NAME: chosen.name, "PYTHONPATH": str(ROOT / "scripts")}
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


def noticed(chosen: Fault, everything: bool = True) -> str:
    """The first test that notices a fault; empty if none does.

    Args:
        chosen: the fault.
        everything: ask all quick tests where those that should notice it do not.

    Raises:
        RuntimeError: if the fault could not be put, or the tests could not be run.
    """
    rounds: list[Sequence[str]] = [[one for one in chosen.tests if (ROOT / one).exists()]]
    for tests in rounds + ([[]] if everything else []):
        done = tried(chosen, *tests, marks=QUICK)
        if done.returncode not in NOTICED:
            raise RuntimeError(f"{chosen.name}: {done.stdout[-2000:]}{done.stderr[-2000:]}")
        if NOTICED[done.returncode]:
            found = [one for one in done.stdout.splitlines() if one.startswith(("FAILED", "ERROR"))]
            return found[0].split(" - ")[0].split(maxsplit=1)[1] if found else "a test"
    return ""


def main() -> int:
    """Try faults and print who noticed each."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help="a fault; all if none is given")
    parser.add_argument("--list", action="store_true", help="only name them")
    options = parser.parse_args()
    unseen = []
    for name in options.names or FAULTS:
        chosen = FAULTS[name]
        by = "" if options.list else noticed(chosen)
        unseen += [] if by or options.list else [chosen]
        state = "" if options.list else f"\n    {f'noticed by {by}' if by else 'NOT NOTICED'}"
        print(f"{chosen.name}: {chosen.does}{state}", flush=True)
    if not options.list:
        print(f"{len(options.names or FAULTS) - len(unseen)} noticed, {len(unseen)} not")
    return 1 if unseen else 0


if __name__ == "__main__":
    sys.exit(main())
