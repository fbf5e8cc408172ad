"""Which disclosures speak of one thing, and which are expected and not there."""

from __future__ import annotations

from juesuan.collection.departments.kin import expected, following, wholes
from juesuan.collection.departments.registry import Department
from juesuan.rows import DisclosureRow

AREA = "650100"


def about(
    department_id: str, year: int, name: str, scope: str = "部门", **more: str
) -> DisclosureRow:
    return {
        "disclosure_id": f"{department_id}-{year}",
        "department_id": department_id,
        "department": name,
        "scope": scope,
        "region_code": AREA,
        "fiscal_year": str(year),
        "published": "",
        **more,
    }


def registered(department_id: str, name: str, **more: str) -> Department:
    told = dict.fromkeys(Department.model_fields, "")
    return Department.model_validate(
        told | {"department_id": department_id, "name": name, "region_code": AREA} | more
    )


def registry(*rows: Department) -> dict[str, list[Department]]:
    found: dict[str, list[Department]] = {}
    for row in rows:
        found.setdefault(row.department_id, []).append(row)
    return found


def seams(earlier: DisclosureRow, later: DisclosureRow, **units: list[str]) -> tuple[str, ...]:
    named = {f"a-{year[1:]}": names for year, names in units.items()}
    (found,) = following([earlier, later], {}, named)
    assert (found.later, found.earlier) == (later["disclosure_id"], earlier["disclosure_id"])
    return found.seams


def test_a_year_follows_the_one_before_it() -> None:
    years = [about("a", year, "甲局") for year in (2020, 2022, 2023)]
    assert [(one.later, one.seams) for one in following(years, {}, {})] == [("a-2023", ())]


def test_another_scope_or_name_is_a_seam() -> None:
    before = about("a", 2023, "甲局")
    assert seams(before, about("a", 2024, "甲局", "汇总")) == ("口径由“部门”变为“汇总”",)
    assert seams(before, about("a", 2024, "乙局")) == ("名称由“甲局”变为“乙局”",)


def test_agencies_that_came_or_went_are_a_seam() -> None:
    both = about("a", 2023, "甲局"), about("a", 2024, "甲局")
    same = {"y2023": ["1.甲局（本级）", "甲中心"], "y2024": ["甲局本级", "甲 中 心"]}
    assert seams(*both, **same) == ()
    changed = {"y2023": ["甲局", "甲中心"], "y2024": ["甲局", "甲站"]}
    assert seams(*both, **changed) == ("所属单位有变动：新增甲站，不再列出甲中心",)
    assert seams(*both, y2024=["甲局", "甲站"]) == ("只有2024年度的公开列出所属单位",)


def test_a_department_follows_the_one_that_it_took_over_from() -> None:
    rows = registry(registered("a", "甲局", successor="b"), registered("b", "乙局"))
    (found,) = following([about("a", 2023, "甲局"), about("b", 2024, "乙局")], rows, {})
    assert (found.later, found.earlier) == ("b-2024", "a-2023")
    assert found.seams == ("部门由“甲局”承继而来",)


def test_two_departments_that_became_one_are_not_compared_with_it() -> None:
    rows = registry(
        registered("a", "甲局", successor="c"),
        registered("b", "乙局", successor="c"),
        registered("c", "丙局"),
    )
    held = [about("a", 2023, "甲局"), about("b", 2023, "乙局"), about("c", 2024, "丙局")]
    assert list(following(held, rows, {})) == []


def test_agencies_are_found_by_their_names() -> None:
    held = [
        about("a", 2024, "甲局", "汇总"),
        about("a-own", 2024, "甲局", "本级"),
        about("b", 2024, "甲中心", "单位"),
        about("b", 2023, "甲站", "单位"),
    ]
    (found,) = wholes(held, {}, {"a-2024": ["甲局", "甲中心", "甲站"]})
    assert found.parts == ("a-own-2024", "b-2024")
    assert (found.missing, found.seams) == (("甲站",), ())


def test_a_whole_is_no_agency_of_itself_and_other_regions_are_others() -> None:
    other = {**about("c", 2024, "甲中心", "单位"), "region_code": "652300"}
    held = [about("a", 2024, "甲局", "汇总"), other]
    (found,) = wholes(held, {}, {"a-2024": ["甲局", "甲中心"]})
    assert (found.parts, found.missing) == ((), ("甲局", "甲中心"))


def test_two_disclosures_of_one_name_are_not_told_apart() -> None:
    twice = [about(one, 2024, "甲中心", "单位") for one in ("b", "c")]
    (found,) = wholes(
        [about("a", 2024, "甲局", "汇总"), *twice], {}, {"a-2024": ["甲中心", "甲站"]}
    )
    assert found.missing == ("甲中心", "甲站")


def test_the_registry_tells_the_agencies_that_a_disclosure_does_not_name() -> None:
    rows = registry(
        registered("a", "甲局"),
        registered("b", "甲中心", parent="a"),
        registered("c", "甲站", parent="a", to_year="2020"),
        registered("d", "甲院", parent="a"),
    )
    held = [about("a", 2024, "甲局", "汇总"), about("b", 2024, "甲中心", "单位")]
    (found,) = wholes(held, rows, {})
    assert (found.parts, found.missing) == (("b-2024",), ("甲院",))
    assert list(wholes([about("a", 2024, "甲局", "单位")], rows, {})) == []


def test_a_scope_that_does_not_say_whether_agencies_are_in_it_is_a_seam() -> None:
    (found,) = wholes([about("a", 2024, "甲局")], {}, {"a-2024": ["甲中心", "甲站"]})
    assert found.seams == ("原文没有写明是否为含所属单位的汇总",)


def test_what_is_expected_is_held_or_missing() -> None:
    rows = registry(
        registered("a", "甲局", to_year="2023"),
        registered("a", "甲新局", from_year="2024"),
        registered("b", "乙局", from_year="2024"),
    )
    held = [
        about("a", 2023, "甲局", published="2024-09-01"),
        about("b", 2024, "乙局"),
        about("z", 2024, "没有登记的局"),
    ]
    found = [
        (one.department_id, one.name, one.year, one.disclosure_id, one.published)
        for one in expected(held, rows)
    ]
    assert found == [
        ("a", "甲局", 2023, "a-2023", "2024-09-01"),
        ("a", "甲新局", 2024, "", ""),
        ("b", "乙局", 2024, "b-2024", ""),
        ("z", "没有登记的局", 2024, "z-2024", ""),
    ]
