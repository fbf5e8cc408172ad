"""Tables of a disclosure's page."""

from __future__ import annotations

import re

from juesuan import terms
from juesuan.pages.disclosure.tables import _under_parents, function_tables
from juesuan.pages.figures import Evidence
from juesuan.pages.printed import _end_of


def test_an_item_stands_below_its_own_class(published) -> None:
    for facts in published.values():
        for table in function_tables(facts, Evidence.of(facts)):
            above = ""
            for line in table.lines:
                code = re.search(r"<code[^>]*>(\d*)", line.label)
                assert code
                if line.level == 0:
                    above = code[1][:3]
                assert not code[1] or code[1].startswith(above), line.label


def test_a_part_stands_below_its_whole(published) -> None:
    parents = {one.id: one.parent for one in terms.measures().values()}
    for facts in published.values():
        rows = _under_parents([row for row in facts.rows("measures") if row["section"] == "assets"])
        names = [row["measure"] for row in rows]
        assert sorted(names) == sorted(
            row["measure"] for row in facts.rows("measures") if row["section"] == "assets"
        )
        for i, name in enumerate(names):
            if parents[name] in names:
                whole = max(k for k in range(i) if names[k] == parents[name])
                between = names[whole + 1 : i]
                assert all(parents[one] and parents[one] in names for one in between), (
                    name,
                    between,
                )


def test_the_evidence_is_never_cut_inside_a_number() -> None:
    assert _end_of("甲" * 60 + "12,345.67" + "乙" * 42) == "…" + "乙" * 42
    assert _end_of("短文 1.5") == "短文 1.5"
    assert _end_of(("丙" * 42 + "12,345.67" + "甲" * 60)[::-1])[::-1] == "丙" * 42 + "…"
