"""The same figures in another form are known; those of another year are not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from juesuan.collection.adding.alike import SIZE, Samples, compared, content, content_of, sample
from juesuan.collection.departments.held import held
from tests.conftest import ROOT
from tests.made import disclosure


def amounts(begin: int, number: int) -> str:
    return " ".join(f"{begin + one}.{one % 100:02d}" for one in range(number))


@pytest.mark.slow
@given(st.permutations(range(40)))
def test_the_order_of_a_text_does_not_matter(order: list[int]) -> None:
    words = amounts(1000, 40).split()
    assert sample(" ".join(words[one] for one in order)) == sample(" ".join(words))


def test_a_format_changes_nothing(converted: Path) -> None:
    samples = Samples(converted, held(converted))
    wide = disclosure().replace("，", " ， \n")
    name, common = samples.like(sample(wide))
    assert (name, common) == ("made-up-2024", len(sample(disclosure())))


def test_few_amounts_tell_nothing(converted: Path) -> None:
    samples = Samples(converted, {})
    samples.add("short-2024", sample(amounts(1000, 8)))
    assert samples.like(sample(amounts(1000, 8))) == ("", 0)


def test_part_of_a_text_is_not_the_text() -> None:
    samples = Samples(ROOT, {})
    samples.add("whole-2024", sample(amounts(1000, 400)))
    assert samples.like(sample(amounts(1000, 200) + amounts(5000, 200)))[0] == ""


def test_the_five_are_not_alike() -> None:
    known = held(ROOT)
    samples = Samples(ROOT / "nowhere", {})
    texts = {one: (ROOT / "datapackages" / one / "data/figures.csv") for one in known}
    found = {one: sample(path.read_text(encoding="utf-8")) for one, path in texts.items()}
    for name, one in found.items():
        assert len(one) == SIZE
        assert samples.like(one) == ("", 0), name
        samples.add(name, one)


def test_what_is_known_is_kept_and_damage_is_read_again(converted: Path) -> None:
    known = held(converted)
    first = Samples(converted, known)
    first.write()
    assert (converted / ".cache/samples.json").exists()
    again = Samples(converted, known)
    assert again.like(sample(disclosure())) == first.like(sample(disclosure()))
    (converted / ".cache/samples.json").write_text("[" * 100_000, encoding="utf-8")
    assert Samples(converted, known).like(sample(disclosure()))[0] == "made-up-2024"


@pytest.mark.slow
@settings(deadline=None)
@given(
    st.lists(st.sets(st.integers(0, 33), min_size=20, max_size=SIZE), min_size=1, max_size=6),
    st.sets(st.integers(0, 33), min_size=1, max_size=SIZE),
)
def test_asking_the_rarest_amounts_finds_what_asking_all_finds(
    known: list[set[int]], one: set[int]
) -> None:
    samples = Samples(ROOT / "nowhere", {})
    for number, found in enumerate(known):
        samples.add(f"n{number}-2024", tuple(sorted(found)))
    alike = [
        len(one & own) for own in known if len(one & own) >= max(12, 0.8 * max(len(one), len(own)))
    ]
    name, common = samples.like(tuple(sorted(one)))
    assert (common, bool(name)) == (max(alike, default=0), bool(alike))


def test_only_an_equal_text_is_called_the_same(converted: Path) -> None:
    held_one = content_of(converted / "datapackages/made-up-2024")
    wide = content(disclosure().replace("，", " ， \n"))
    assert compared(wide, "x-2024", held_one) == (
        "it is the same text as x-2024, in another encoding or format"
    )
    assert content_of(converted / "nowhere") is None
    assert "whose text cannot be read" in compared(wide, "x-2024", None)


def test_amounts_that_differ_are_counted_as_often_as_they_are_printed() -> None:
    known = content("甲7.10万元，乙7.10万元，丙8.20万元，丁1,000.00万元")
    other = content("甲7.10万元，乙7.30万元，丙8.20万元，丁1000.00万元，戊9.00万元")
    assert compared(other, "x-2024", known) == (
        "of its 5 amounts with decimals 3 are the same in x-2024, which has 4; the texts differ"
    )
