"""A sample of the mutation run: the rules notice most changed digits of the prose (`make sensitivity` runs all)."""

from tests import sensitivity


def test_most_changed_digits_are_noticed() -> None:
    tally = sensitivity.run(["changji-government-office-2023"], 9, narrative=True)
    assert sum(tally.total.values()) >= 20
    assert sum(tally.fail.values()) >= 0.8 * sum(tally.total.values())
