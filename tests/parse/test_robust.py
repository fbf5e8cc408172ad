"""The published tables do not depend on how the text was extracted."""

import random
import re

import pytest

from juesuan.parse.forms.values import take_apart
from tests import perturb
from tests.conftest import IDS, THOROUGH, document_of, facts_of

SEEDS = 3 if THOROUGH else 1
"""Times that each change is drawn anew."""

pytestmark = pytest.mark.slow


def tables(text: str) -> dict[str, list[dict[str, str]]]:
    found = facts_of(text).tables
    return {
        name: [{k: v for k, v in row.items() if k != "realigned"} for row in rows]
        for name, rows in found.items()
    }


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
        for change in (
            perturb.operators,
            perturb.half_width,
            perturb.markdown_added,
            perturb.tabs_at_end,
            perturb.line_ends,
        ):
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
    from juesuan.parse.prose.sections.outline import outline
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
        found.append(
            tuple(
                tuple(value for name, value in row.items() if name != "project_id")
                for row in (project, *rows)
            )
        )
    cut = [
        row["name"] for row in facts.rows("projects") if "total_score" in row["unreadable"].split()
    ]
    return found, cut, [remark for remark in facts.remarks if "ends without 总分" in remark]


@pytest.mark.parametrize("disclosure_id", [one for one in IDS if "services" not in one])
def test_a_form_that_was_cut_is_told_and_takes_nothing_from_the_next(
    disclosure_id: str, sources
) -> None:
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


TABBED = [one for one in IDS if "services" not in one and "changji" not in one]


@pytest.mark.parametrize("disclosure_id", TABBED)
def test_a_row_broken_over_two_lines(disclosure_id: str, sources, plain) -> None:
    """A break anywhere in a row, with a page number between the pieces, among rows of as many cells."""
    lines = sources[disclosure_id].text.split("\n")
    tabs = [line.count("\t") for line in lines]
    rows = [i for i in range(1, len(lines) - 1) if tabs[i - 1] == tabs[i] == tabs[i + 1] >= 7]
    rng = random.Random(disclosure_id)
    for seed in range(8):
        i = rng.choice(rows)
        first, last = (lines[i].index("\t") + 1, len(lines[i].rstrip("\t")) - 1)
        at = rng.choice(
            [
                k
                for k in range(first, lines[i].rindex("\t", 0, last) + 1)
                if lines[i][k - 1] not in "<>≥≤ "
            ]
        )
        between = ["- 12 -"] if seed % 2 else []
        found = tables(
            "\n".join([*lines[:i], lines[i][:at], *between, lines[i][at:], *lines[i + 1 :]])
        )
        for name in ("projects", "project_funds", "indicators"):
            assert found[name] == plain[disclosure_id][name], (lines[i][:at], lines[i][at:])


@pytest.mark.parametrize("disclosure_id", TABBED)
def test_a_cell_that_was_lost_is_told(disclosure_id: str, sources) -> None:
    """A target, actual value, weight or score is missing, or two cells stand in one: nothing else takes its place."""
    text = sources[disclosure_id].text
    lines = text.split("\n")
    row = re.compile(
        r"[^\t]*\t[^\t]*\t[^\t]*\t[^\t]+\t[=<>≥≤][^\t]+\t[=<>≥≤][^\t]+\t\d+\t[\d.]+\t*$"
    )
    before = indicators_of(text)
    rng = random.Random(disclosure_id)
    for i in rng.sample([i for i, line in enumerate(lines) if row.match(line)], 4):
        cells = lines[i].split("\t")
        at = rng.randint(4, 7)
        collapsed = cells[:at] + cells[at + 1 :]
        glued = [*cells[: at - 1], cells[at - 1] + cells[at], *cells[at + 1 :]]
        for changed in (collapsed, glued):
            after = indicators_of("\n".join([*lines[:i], "\t".join(changed), *lines[i + 1 :]]))
            assert after.keys() == before.keys()
            for key, found in after.items():
                for name in (
                    "level1",
                    "level2",
                    "level3",
                    "target",
                    "actual",
                    "weight",
                    "score",
                    "reason",
                ):
                    told = name in found["unreadable"].split()
                    assert found[name] == before[key][name] or (told and not found[name]), (
                        changed,
                        name,
                        found,
                    )


def indicators_of(text: str) -> dict[tuple[str, str], dict[str, str]]:
    return {(row["project_id"], row["position"]): row for row in facts_of(text).rows("indicators")}


@pytest.mark.parametrize("disclosure_id", IDS)
def test_a_lost_heading_is_told(disclosure_id: str, sources) -> None:
    text = sources[disclosure_id].text
    title = re.compile(
        r"六\s*、\s*一\s*般\s*公\s*共\s*预\s*算\s*财\s*政\s*拨\s*款\s*基\s*本\s*支\s*出"
    )
    last = list(title.finditer(text))[-1]
    assert not [
        remark for remark in facts_of(text).remarks if "expected every number between" in remark
    ]
    found = [
        one
        for one in facts_of(text[: last.start()] + text[last.end() :]).remarks
        if "expected every number between" in one
    ]
    assert len(found) == 1
    assert "heading 七、" in found[0]
    assert "follows " in found[0]


def test_a_misprinted_number_of_an_item(sources, plain) -> None:
    disclosure_id = "urumqi-party-committee-2023"
    text = sources[disclosure_id].text
    changed, times = re.subn(r"(?m)^16(?=\.\S+\(类\))", "6", text)
    assert times == 1
    facts = facts_of(changed)
    assert facts.rows("functions") == facts_of(text).rows("functions")
    assert [remark for remark in facts.remarks if "number 6 is printed twice" in remark]


@pytest.mark.parametrize("disclosure_id", IDS)
def test_a_damaged_number_is_no_number(disclosure_id: str, sources, plain) -> None:
    """A digit that became a letter, or was lost behind a separator: the cell stays empty, no part of it is published."""
    text = sources[disclosure_id].text
    region = text.index("四、", text.index("三、支出决算") if "三、支出决算" in text else 0)
    numbers = [m for m in re.finditer(r"\d{1,3},\d{3}\.\d\d", text) if m.start() < region + 6000]
    rng = random.Random(disclosure_id)
    before = {(row["section"], row["measure"]): row for row in plain[disclosure_id]["measures"]}
    for number in rng.sample(numbers, 4):
        at = number.start() + number[0].index(",") + rng.randint(1, 3)
        for put in ("O", "l", ""):
            found = tables(text[:at] + put + text[at + 1 :])
            for row in found["measures"]:
                known = before[row["section"], row["measure"]]
                told = [name for name in row if "reason" not in name and name != "unreadable"]
                wrong = [name for name in told if row[name] not in (known[name], "")]
                assert not wrong, (
                    number[0],
                    at - number.start(),
                    put,
                    row["section"],
                    row["measure"],
                    wrong,
                    row[wrong[0]],
                )
                lost = set(row["unreadable"].split())
                assert not any(row[name] for name in lost), "illegible and published at once"
                gone = {name for name in told if known[name] and not row[name]} - {
                    "prior_year_derived"
                }
                assert not put or gone <= lost, "a letter among the digits is told"


def test_a_letter_in_a_target_leaves_it_without_value() -> None:
    assert take_apart("≥9O%").value == ""
    assert take_apart("=200O件").value == ""
    assert take_apart("≥90%").value == "90"
    assert take_apart("≤20kg").unit == "kg"


@pytest.mark.parametrize(("old", "new"), [("成值", "值"), ("措施", "")])
def test_a_damaged_heading_of_a_fragment_form(old: str, new: str, sources) -> None:
    lines = sources["changji-government-office-2023"].text.split("\n")
    at = next(i for i, line in enumerate(lines) if line.strip() == old)
    lines[at] = lines[at].replace(old, new)
    assert len(facts_of("\n".join(lines)).rows("projects")) == 5
