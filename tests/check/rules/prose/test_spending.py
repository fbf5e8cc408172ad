"""Basic expenditure, operating cost, procurement, staff, evaluation: the other sections."""

from __future__ import annotations

from tests.check.conftest import Case, judges, judges_tables, m

CASES: list[Case] = [
    ("N35", "all", m("basic/basic.public", "actual", "11.00"), m("basic/basic.public", "-", "")),
    ("N36", "all", m("basic/basic.total", "actual", "60.01"), m("expenditure/expenditure.basic", "-", "")),
    ("N45", "all", m("procurement/procurement.works", "actual", "1.00"), m("procurement/procurement.works", "-", "")),
    ("N46", "procurement/procurement.sme", m("procurement/procurement.sme", "actual", "21.00"), m("procurement/procurement.total", "-", "")),
    ("N47", "all", m("organisation/headcount.total", "actual", "13"), m("organisation/headcount.total", "-", "")),
    ("N48", "all", m("organisation/organisation.offices", "actual", "3"), m("organisation/organisation.offices", "-", "")),
]  # fmt: skip

test_pass_fail_and_not_applicable = judges(CASES)


PRINTED: list[Case] = [
    ("N64", "procurement/procurement.reserved_sme_awarded", ("measures", "procurement/procurement.reserved_sme_awarded", "actual", "188.00"), ("measures", "procurement/procurement.total", "-", "")),
    ("X15", "all", ("measures", "operating/operating.agency", "actual", "9999.00"), ("measures", "operating/operating.agency", "-", "")),
    ("N62", "all", ("measures", "performance/performance.rated_good", "actual", "2"), ("measures", "performance/performance.rated_good", "-", "")),
    ("N63", "all", ("measures", "performance/performance.problems_open", "actual", "2"), ("measures", "performance/performance.problems_open", "-", "")),
]  # fmt: skip
"""Cases of the disclosure with statutory tables."""

test_pass_fail_and_not_applicable_with_tables = judges_tables(PRINTED)
