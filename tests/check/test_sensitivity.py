"""A sample of the mutation run: the rules notice most changed digits of the prose (`make sensitivity` runs all)."""

from tests import sensitivity


def test_most_changed_digits_are_noticed() -> None:
    total, noticed, _ = sensitivity.run(["changji-government-office-2023"], 9, narrative=True)
    assert sum(total.values()) >= 20
    assert sum(noticed.values()) >= 0.7 * sum(total.values())
