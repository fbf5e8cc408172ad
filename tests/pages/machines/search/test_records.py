"""What search can find."""

from __future__ import annotations

import pytest

from juesuan.check import all_rules
from juesuan.pages.machines.search.record import Record, weighed
from juesuan.pages.machines.search.records import Weighed, records
from juesuan.pages.store.store import Store
from tests.conftest import IDS, ROOT


@pytest.fixture(scope="module")
def every() -> list[Weighed]:
    return list(records(Store(ROOT, IDS)))


@pytest.fixture(scope="module")
def found(every: list[Weighed]) -> list[Record]:
    return [record for record, _ in every]


def test_the_tokens_beside_a_record_are_its_own(every: list[Weighed]) -> None:
    """Those of disclosures were kept with them."""
    assert all(weights == weighed(record) for record, weights in every)


def test_every_disclosure_and_rule_is_a_record(found: list[Record]) -> None:
    urls = [one.url for one in found]
    for one in IDS:
        assert urls.count(f"d/{one}/") == 1
    for rule in all_rules():
        assert urls.count(f"d/rules/{rule.id}/") == 1


@pytest.mark.slow
def test_every_project_is_a_record_that_leads_to_its_form(found: list[Record]) -> None:
    store = Store(ROOT, IDS)
    forms = store.where("kind = 'project' AND name IS NOT NULL").rows("projects")
    led = {one.url.rpartition("/d/")[2] for one in found if one.beside.startswith("项目 · ")}
    assert len(led) == len(forms) > 0
    for row in forms:
        assert any(
            row["disclosure_id"] in url and url.endswith(f"#{row['project_id']}") for url in led
        ), row


def test_a_record_shows_what_it_is(found: list[Record]) -> None:
    assert all(one.title and one.beside and one.url for one in found)
    assert all(len(one.beside) <= 61 or " · " in one.beside for one in found)


def test_a_department_is_found_by_all_that_it_is_called(found: list[Record]) -> None:
    one = next(one for one in found if one.url == "d/departments/changji-government-office/")
    assert one.title == "昌吉回族自治州人民政府办公室：历年决算"
    assert "昌吉州政府办公室" in one.also.split()
    disclosure = next(one for one in found if one.url == "d/changji-government-office-2023/")
    assert "昌吉州政府办公室" in disclosure.also.split()
