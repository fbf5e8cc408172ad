"""Each module has its test: ``juesuan/a/b.py`` is tested by ``tests/a/test_b.py``."""

from __future__ import annotations

from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent
SCRIPTS = TESTS.parent / "scripts" / "juesuan"
GENERATED = {"rows/types.py", "parse/typed.py"}
STILL_WITHOUT: set[str] = set(
    """
    check/book.py check/compare.py check/rule.py check/rules/across.py check/rules/forms.py
    check/rules/functions.py check/rules/goals.py check/rules/reasons.py check/rules/scoring.py
    check/rules/spending.py check/rules/tables_between.py check/rules/tables_inside.py
    check/rules/tables_prose.py check/rules/template.py check/rules/told.py
    check/rules/totals.py check/rules/wording.py check/run.py collection/add.py
    collection/cache.py collection/convert.py collection/folders.py errors.py intake/marks.py
    intake/pdf/furniture.py intake/pdf/grids.py intake/pdf/layout.py intake/pdf/lines.py
    intake/pdf/read.py intake/pdf/supervise.py intake/pdf/worker.py intake/pdf/write.py model.py
    package/descriptor.py package/load.py package/notes.py package/tables.py package/validate.py
    package/write.py pages/across/board.py pages/across/departments.py pages/across/files.py
    pages/across/lists.py pages/across/matrix.py pages/across/projects.py pages/across/table.py
    pages/across/topics.py pages/charts/chosen.py pages/charts/draw.py pages/charts/model.py
    pages/charts/shapes.py pages/charts/small.py pages/coverage.py pages/disclosure/embeds.py
    pages/disclosure/glossary.py pages/disclosure/page.py pages/disclosure/sentences.py
    pages/disclosure/source.py pages/disclosure/statutory.py pages/disclosure/tables.py
    pages/figures.py pages/machines/api.py pages/machines/catalogue.py
    pages/machines/downloads.py pages/machines/offline.py pages/machines/openapi.py
    pages/machines/search.py pages/markup.py pages/render.py pages/store.py pages/words.py
    pages/writer.py parse/claims.py parse/complete.py parse/disclosure.py parse/forms/align.py
    parse/forms/fragments.py parse/forms/funds.py parse/forms/grid.py parse/forms/indicators.py
    parse/forms/legibility.py parse/forms/read.py parse/forms/rows.py parse/forms/strips.py
    parse/forms/values.py parse/passage.py parse/prose/events.py parse/prose/grammar.py
    parse/prose/lists.py parse/prose/narrative.py parse/prose/outline.py parse/statutory/find.py
    parse/statutory/label.py parse/statutory/read.py parse/statutory/sheet.py parse/view.py
    rows/untyped.py terms/load.py terms/patterns.py terms/places.py terms/schemas.py
    terms/scoring.py terms/taxonomy.py terms/wording.py
    """.split()
)
"""A debt: modules that only tests of other names test. It may shrink, never grow."""


def modules() -> set[str]:
    """Modules that owe a test."""
    every = {path.relative_to(SCRIPTS).as_posix() for path in SCRIPTS.rglob("*.py")}
    return {one for one in every if not Path(one).name.startswith("__")} - GENERATED


def without(every: set[str]) -> set[str]:
    """Those that have none."""
    return {one for one in every if not (TESTS / one).with_name(f"test_{Path(one).name}").exists()}


def test_each_module_has_its_test() -> None:
    new = sorted(without(modules()) - STILL_WITHOUT)
    if new:
        wanted = [f"tests/{Path(one).parent / f'test_{Path(one).name}'}" for one in new]
        pytest.fail(f"Tests are wanted: {', '.join(wanted)}", pytrace=False)


def test_the_debt_only_shrinks() -> None:
    paid = sorted(STILL_WITHOUT - without(modules()))
    if paid:
        pytest.fail(f"Take out of STILL_WITHOUT, tested or gone: {' '.join(paid)}", pytrace=False)
