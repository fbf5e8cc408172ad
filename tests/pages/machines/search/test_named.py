"""What has a name in a disclosure can be asked for by it."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from juesuan.pages.machines.search import named
from juesuan.pages.machines.search.named import costs, files
from juesuan.pages.store.store import Store
from tests.conftest import IDS, ROOT


def read(store: Store) -> dict[str, dict]:
    return {
        name.removeprefix("d/search/").removesuffix(".js"): json.loads(
            script.partition(",")[2].rpartition(")")[0]
        )
        for name, script in files(store)
    }


@pytest.fixture(scope="module")
def pieces() -> dict[str, dict]:
    return read(Store(ROOT, IDS))


def things(pieces: dict[str, dict], disclosure: str) -> list[list]:
    """What is told of the things of a disclosure, over its pieces."""
    own = pieces[f"i-{disclosure}"]
    number = -(-len(own["all"]) // own["size"])
    return [thing for k in range(number) for thing in pieces[f"i-{disclosure}-{k}"]]


def one(pieces: dict[str, dict], disclosure: str, kind: str, name: str) -> list:
    return next(thing for thing in things(pieces, disclosure) if thing[:2] == [kind, name])


def test_a_thing_is_known_by_its_place_before_it_is_told(pieces) -> None:
    for disclosure in IDS:
        known, told = pieces[f"i-{disclosure}"]["all"], things(pieces, disclosure)
        assert [thing[:2] for thing in known] == [thing[:2] for thing in told]
    own = pieces["i-urumqi-human-resources-2023"]["all"]
    assert ["f", "职业培训补贴", "就业补助", "2080702"] in own


def test_an_item_tells_its_amount_its_change_and_why(pieces) -> None:
    """A code that only follows from the name is not told: the source prints none."""
    found = one(pieces, "urumqi-human-resources-2023", "f", "职业培训补贴")
    _, _, code, above, level, _, value, change, reason, scope, known = found
    assert (code, above, level) == ("", "就业补助", "项")
    assert scope == 0
    assert known == "2080702"
    assert (value[0], change[0]) == ("1493.71", "959.71")
    assert reason.startswith("根据就业工作需要增加")


def test_a_class_is_told_beside_its_items(pieces) -> None:
    found = one(pieces, "urumqi-party-committee-2023", "f", "科学技术支出")
    assert (found[4], found[6][0]) == ("类", "1349.70")


def test_a_project_tells_who_carried_it_out_and_what_it_spent(pieces) -> None:
    found = one(pieces, "urumqi-party-committee-2023", "p", "见义勇为表彰经费")
    assert found[3] == "乌鲁木齐市委政法委员会"
    assert [cell[0] for cell in found[4:8]] == ["50.00", "50.00", "100.00", "100.00"]


def test_a_kind_of_costs_without_an_amount_tells_none(pieces) -> None:
    assert one(pieces, "urumqi-government-office-2024", "e", "差旅费")[4] == []


def test_units_and_offices_have_names(pieces) -> None:
    assert one(pieces, "urumqi-human-resources-2023", "u", "乌鲁木齐市社会保险中心")
    assert one(pieces, "urumqi-human-resources-2023", "o", "工资福利科")


@pytest.mark.slow
def test_every_amount_is_a_printed_one(pieces) -> None:
    store = Store(ROOT, IDS)
    for disclosure in IDS:
        rows = store.of(disclosure).rows("figures")
        figures = {row["figure_id"]: row for row in rows}
        cells = [
            cell
            for thing in things(pieces, disclosure)
            for cell in thing
            if isinstance(cell, list) and cell
        ]
        assert len(cells) > 20
        for value, where in (cell[at : at + 2] for cell in cells for at in range(0, len(cell), 2)):
            assert abs(Decimal(figures[where.rpartition("#")[2]]["value"])) == abs(Decimal(value))


def test_more_than_are_told_is_said(monkeypatch) -> None:
    monkeypatch.setattr(named, "NAMED", 7)
    for name, piece in read(Store(ROOT, IDS)).items():
        if name.removeprefix("i-") in IDS:
            assert (len(piece["all"]), piece["cut"]) == (7, True)


def test_kinds_of_costs_over_all(pieces) -> None:
    told = {row[1]: row for row in pieces["costs"]}
    assert told["差旅费"][:1] + told["差旅费"][2:] == ["30211", 0, 5, []]
    assert told["退休费"][:1] + told["退休费"][2:] == ["30302", 1, 3, []]


def test_costs_are_those_of_persons_and_of_goods() -> None:
    assert {"退休费", "差旅费", "住房公积金"} <= {*costs()}
    assert "国内债务付息" not in costs()


def test_a_piece_tells_the_department_and_its_years(pieces) -> None:
    own = pieces["i-changji-government-office-2023"]
    assert (own["id"], own["short"]) == ("changji-government-office", "昌吉州政府办公室")
    assert own["of"] == [{"id": "changji-government-office-2023", "year": "2023", "scope": "单位"}]
    assert "昌吉回族自治州" in own["names"]


def test_a_project_tells_its_first_budget_where_it_was_moved(pieces) -> None:
    moved = one(pieces, "urumqi-human-resources-2023", "p", "再就业安置经费")
    assert moved[9][0] == "7640.00"
    assert len(one(pieces, "urumqi-party-committee-2023", "p", "创城专项经费")) == 9


def test_where_the_money_of_the_whole_came_from_has_a_name(pieces) -> None:
    """Source form of the whole: 其他资金 2,921.89 at first, 450.00 in the end, all of it spent."""
    own = one(pieces, "urumqi-human-resources-2023", "s", "其他资金")
    assert [cell[0] for cell in own[2:]] == ["2921.89", "450.00", "450.00"]
