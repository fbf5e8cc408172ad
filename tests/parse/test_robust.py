"""The published tables do not depend on how the text was extracted."""

import random
import re

import pytest

from tests import perturb
from tests.conftest import IDS, document_of, facts_of

SEEDS = 3


def tables(text: str) -> dict[str, list[dict[str, str]]]:
    found = facts_of(text).tables
    return {name: [{k: v for k, v in row.items() if k != "realigned"} for row in rows] for name, rows in found.items()}


@pytest.fixture(scope="module")
def plain(sources) -> dict[str, dict]:
    return {name: tables(document.text) for name, document in sources.items()}


@pytest.mark.parametrize("change", perturb.ALL, ids=lambda change: change.__name__)
@pytest.mark.parametrize("disclosure_id", IDS)
def test_tables_stay_the_same(disclosure_id: str, change, sources, plain) -> None:
    for seed in range(SEEDS):
        changed = change(sources[disclosure_id].text, random.Random(f"{disclosure_id} {seed}"))
        found = tables(changed)
        assert found.keys() == plain[disclosure_id].keys()
        for name, rows in plain[disclosure_id].items():
            assert found[name] == rows, (change.__name__, seed, name)


def test_several_changes_at_once(sources, plain) -> None:
    for disclosure_id in IDS:
        text = sources[disclosure_id].text
        for change in (perturb.operators, perturb.half_width, perturb.markdown_added, perturb.tabs_at_end, perturb.line_ends):
            text = change(text, random.Random(disclosure_id))
        assert tables(text) == plain[disclosure_id]


def test_any_text_is_read_without_an_error() -> None:
    """Pieces of real disclosures in any order: the parser may understand nothing, but it never breaks."""
    from tests.made import disclosure

    lines = disclosure().split("\n")
    for seed in range(60):
        rng = random.Random(seed)
        shuffled = [lines[0], *rng.sample(lines[1:], len(lines) - 1)]
        cut = "\n".join(line[: rng.randint(0, len(line) + 5)] for line in shuffled)
        facts_of(lines[0] + "\n" + cut)


def test_time_grows_with_the_text(sources) -> None:
    """Twice as many forms cost about twice as much (a ratio of work counted in one run, generous)."""
    import time

    text = sources["urumqi-government-office-2024"].text
    start, end = perturb.regions(text)
    forms = text[text.index("项目支出绩效自评表", start) : end]

    def seconds(times: int) -> float:
        longer = text[:end] + forms * times + text[end:]
        facts_of(longer)
        begin = time.process_time()
        facts_of(longer)
        return time.process_time() - begin

    assert seconds(16) < 8 * seconds(4)


def test_documents_of_no_disclosure_have_no_facts() -> None:
    from juesuan.parse.outline import outline
    from juesuan.parse.view import Reader

    document = document_of("第一部分 部门概况\n" * 3)
    assert outline(document, Reader(document)).forms is None


def forms_of(text: str) -> tuple[list[tuple], list[str], list[str]]:
    """Every form with all its cells; names of the forms without a legible total; remarks."""
    facts = facts_of(text)
    found = []
    for project in facts.rows("projects"):
        rows = [
            row
            for name in ("project_funds", "indicators")
            for row in facts.rows(name)
            if row["project_id"] == project["project_id"]
        ]
        found.append(tuple(tuple(value for name, value in row.items() if name != "project_id") for row in (project, *rows)))
    cut = [row["name"] for row in facts.rows("projects") if "total_score" in row["unreadable"].split()]
    return found, cut, [remark for remark in facts.remarks if "ends without 总分" in remark]


@pytest.mark.parametrize("disclosure_id", [one for one in IDS if "services" not in one])
def test_a_form_that_was_cut_is_told_and_takes_nothing_from_the_next(disclosure_id: str, sources) -> None:
    """The lower part of a form and the title of the next are missing."""
    lines = sources[disclosure_id].text.split("\n")
    names = [i for i, line in enumerate(lines) if re.match(r"\W*项\s*目\s*名\s*称", line)]
    whole, _, remarks = forms_of("\n".join(lines))
    assert remarks == []
    rng = random.Random(disclosure_id)
    for k in rng.sample(range(len(names) - 1), 3):
        start, after = names[k], names[k + 1]
        cut = start + int((after - start) * rng.uniform(0.1, 0.5)) + 1
        found, marked, remarks = forms_of("\n".join(lines[:cut] + lines[after:]))
        assert len(found) == len(whole)
        assert sum(form not in whole for form in found) == len(marked) == len(remarks) == 1
