"""What scripts know of addresses."""

from __future__ import annotations

from juesuan.pages import addresses


def test_scripts_fill_in_what_python_gives() -> None:
    told = {name: str(value) for name, value in addresses.for_scripts().items()}
    one = "a-b-2024"
    assert told["disclosure"].format(id=one) == addresses.disclosure(one)
    assert told["archive"].format(id=one) == addresses.archive(one, "zip")
    assert told["table"].format(resource="measures") == addresses.table("measures")
    assert told["search"].format(name="first") == addresses.piece("first")
    assert told["pages"].format(number=2) == addresses.source(addresses.LINES_A_PAGE + 1)
