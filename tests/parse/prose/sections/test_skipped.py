"""Points whose numbers do not follow."""

import pytest

from juesuan.parse.prose.sections.skipped import skipped


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("1.甲", "2.乙", "3.丙"), []),
        (("1.甲", "3.丙"), [(3, 1)]),
        (("2.乙",), [(2, 0)]),
        (("(一)甲", "(三)丙"), [(3, 1)]),
        (("(2)乙", "(4)丁"), [(4, 2)]),
        (("(2)乙", "(3)丙"), []),
        (("1.甲", "9.壬"), []),
        (("(1)甲", "(2)乙", "(2)丁"), [(2, 0)]),
        (("(1)甲", "(2)乙", "(1)丙", "(2)丁"), []),
        (("(1)甲", "(2)乙", "(3)丙", "(2)戊"), [(2, 0)]),
    ],
)
def test_a_number_that_is_left_out(lines: tuple[str, ...], expected: list[tuple[int, int]]) -> None:
    begins = frozenset(sum(map(len, lines[:at])) for at in range(len(lines)))
    assert [found[1:] for found in skipped("".join(lines), begins)] == expected
