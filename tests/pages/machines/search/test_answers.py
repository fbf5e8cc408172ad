"""What questions are answered from."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from juesuan.pages.machines.search.answers import files
from juesuan.pages.machines.search.ends import LISTED, RANKED
from juesuan.pages.store.store import Store
from tests.conftest import IDS, ROOT


@pytest.fixture(scope="module")
def pieces() -> dict[str, dict]:
    return {
        name.removeprefix("d/search/").removesuffix(".js"): json.loads(
            script.partition(",")[2].rpartition(")")[0]
        )
        for name, script in files(Store(ROOT, IDS))
    }


def test_the_projects_of_a_disclosure_stand_once_with_their_places(pieces) -> None:
    own = pieces["q-urumqi-party-committee-2023"]
    rows, least = own["rows"], own["p"]["rate"]["least"]
    assert rows[least[0]][0] == "引智经费"
    assert [Decimal(rows[at][3][0]) for at in least] == sorted(
        Decimal(rows[at][3][0]) for at in least
    )
    assert "least" not in own["p"]["missed"]
    assert len({row[1] for row in rows}) == len(rows)
    assert [Decimal(row[2]) for row in own["i"]["most"]] == sorted(
        (Decimal(row[2]) for row in own["i"]["most"]), reverse=True
    )


@pytest.mark.slow
def test_every_number_of_a_department_is_a_printed_one(pieces) -> None:
    store = Store(ROOT, IDS)
    for one in IDS:
        own = next(
            told
            for name, piece in pieces.items()
            if name.startswith("d-")
            for told in piece["of"]
            if told["id"] == one
        )
        figures = {row["figure_id"]: row for row in store.of(one).rows("figures")}
        cells = [
            (measure, cell)
            for measure, told in own["m"].items()
            for cell in told.values()
            if isinstance(cell, list)
        ]
        assert len(cells) > 60
        for measure, (value, *where) in cells:
            if where:
                figure = figures[where[0].rpartition("#")[2]]
                assert Decimal(figure["value"]) in (Decimal(value), -Decimal(value)), (one, measure)


def test_a_ranking_is_in_order(pieces) -> None:
    for name, piece in pieces.items():
        if name.startswith("m-"):
            for column, groups in piece.items():
                for group, ends in groups.items():
                    places = LISTED if (column, group) == ("actual", "new") else RANKED
                    values = [Decimal(row[4]) for row in ends["most"]]
                    assert values == sorted(values, reverse=True), name
                    assert len(values) + len(ends.get("apart", ())) == min(ends["n"], places), name


def test_a_change_stands_with_its_reason(pieces) -> None:
    ends = pieces["m-three_public.total"]["change"]["new"]
    rows = {row[2]: row for row in (*ends["most"], *ends["apart"])}
    assert rows["urumqi-government-office-2024"][4] == "-118.68"
    assert "分离" in rows["urumqi-government-office-2024"][6]
    assert rows["urumqi-party-committee-2023"][7] == 2  # 本部门为新增部门: no year before
    assert rows["urumqi-government-office-2024"][7] == 3  # 从本部门分离: it was divided


def test_a_reason_of_the_budget_is_no_reason_of_the_change(pieces) -> None:
    own = pieces["d-urumqi-human-resources"]["of"][0]["m"]
    assert "厉行节约" in own["three_public.vehicle_running"]["variance_reason"]
    assert "reason" not in own["three_public.vehicle_running"]
    assert "actual" not in own["overall"]
    assert own["overall"]["change"][0] == "5851.65"


def test_all_projects_beyond_a_limit_are_told(pieces) -> None:
    rates = [Decimal(row[6][0]) for row in pieces["p-rate"]["least"]]
    assert rates == sorted(rates)
    assert len(rates) == LISTED
    assert rates[-1] > Decimal(50)


def test_projects_are_counted_below_each_whole_number(pieces) -> None:
    """Read in the forms: 110 have a score, 30 of them all of it, 34 less than 90."""
    score = pieces["p-score"]
    assert score["full"] == 30
    assert score["under"][90] == 34
    assert score["under"][0] == 0
    assert score["under"] == sorted(score["under"])
    assert score["n"] - score["under"][100] >= score["full"]


def test_a_department_tells_its_names(pieces) -> None:
    own = pieces["d-changji-government-office"]
    assert own["id"] == "changji-government-office"
    assert {"昌吉回族自治州", "昌吉回族自治州人民政府办公室"} <= {*own["names"]}


def test_a_change_that_is_all_there_is_had_nothing_before(pieces) -> None:
    ends = pieces["m-overall"]["change"]["new"]
    new = {row[2]: row[7] for row in (*ends["most"], *ends["apart"])}
    assert new["urumqi-party-committee-2023"] == 2
    assert new["urumqi-human-resources-2023"] == 0


def test_the_score_of_the_whole_is_told(pieces) -> None:
    own = pieces["d-urumqi-human-resources"]["of"][0]["m"]
    assert own["score.overall"]["actual"][0] == "99.89"


def test_a_rate_has_no_reason_of_an_indicator_and_a_score_says_where_it_was_lost(pieces) -> None:
    assert all(len(row) == 10 for row in pieces["p-rate"]["least"])
    lost = {row[3]: row[10] for row in pieces["p-score"]["least"]}
    assert lost["统战服务工作经费"].startswith("各类活动经费（5 分得 0.00 分）、培训费")


def test_a_figure_that_a_contradiction_concerns_says_so(pieces) -> None:
    rows = {row[2]: row for row in pieces["m-rate.overall"]["actual"]["new"]["most"]}
    assert rows["urumqi-party-committee-2023"][8] == "P01-overall"
    assert len(rows["changji-government-office-2023"]) == 6


def test_retired_persons_of_both_kinds_are_ranked_by_their_sum(pieces) -> None:
    first = pieces["m-headcount.all_retired"]["actual"]["new"]["most"][0]
    assert first[2] == "urumqi-human-resources-2023"
    assert first[4:7] == ["316", "", "离休人员 0 人 ＋ 退休人员 316 人"]


def test_projects_are_ordered_by_what_was_left_and_how_their_budget_moved(pieces) -> None:
    """Lines of source forms: 496.71 had and 150.00 spent; 7640.00 at first and 420.00 in the end."""
    left, moved = pieces["p-left"], pieces["p-moved"]
    assert left["most"][0][7][0] == "496.71"
    assert left["most"][0][8][0] == "150.00"
    assert moved["least"][0][12][0] == "7640.00"
    assert moved["least"][0][7][0] == "420.00"
    gaps = [Decimal(row[7][0]) - Decimal(row[8][0]) for row in left["most"]]
    assert gaps == sorted(gaps, reverse=True)


def test_scores_of_a_disclosure_have_their_sum(pieces) -> None:
    scored = [
        Decimal(row["total_score"])
        for row in Store(ROOT, IDS).of("urumqi-human-resources-2023").rows("projects")
        if row["kind"] == "project" and row["total_score"]
    ]
    told = pieces["q-urumqi-human-resources-2023"]["p"]["score"]
    assert (told["n"], Decimal(told["sum"])) == (len(scored), sum(scored))
