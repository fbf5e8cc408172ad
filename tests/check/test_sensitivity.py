"""A sample of the mutation run: the rules notice most changed digits of the prose (`make sensitivity` runs all)."""

import pytest

from tests import sensitivity


@pytest.mark.slow
def test_most_changed_digits_are_noticed() -> None:
    tally = sensitivity.run(["changji-government-office-2023"], 9, narrative=True)
    assert sum(tally.total.values()) >= 20
    assert sum(tally.fail.values()) >= 0.8 * sum(tally.total.values())
