"""The contradictions of the published disclosures, each compared with its source by a person."""

from __future__ import annotations

FAILS = {
    ("changji-government-office-2023", "X06", "61.08", "58.84"),
    ("changji-government-office-2023", "X10", "572.47", "525.22"),
    ("changji-government-office-2023", "X11", "61.08", "58.84"),
    ("changji-government-office-2023", "X17", "600", "20.45"),
    ("changji-government-office-2023", "X18", "511.39", "466.38"),
    ("urumqi-government-office-2024", "N56", "", ""),
    ("urumqi-government-office-2024", "X06", "0.00", "59.65"),
    ("urumqi-government-office-2024", "X11", "59.75", "59.65"),
    ("urumqi-government-office-2024", "X12", "0.00", ""),
    ("urumqi-government-office-2024", "X19", "463.29", "0.00"),
    ("urumqi-government-office-2024", "X19", "59.75", "0.00"),
    ("urumqi-human-resources-2023", "P11", "186.89", "181.85"),
    ("urumqi-human-resources-2023", "P11", "361.96", "361.47"),
    ("urumqi-human-resources-2023", "P11", "9.58", "9.57444"),
    ("urumqi-human-resources-2023", "P21", "50", "53"),
    ("urumqi-human-resources-2023", "P21", "52", "53"),
    ("urumqi-human-resources-2023", "P26", "3000", "3739.6"),
    ("urumqi-human-resources-2023", "X03", "36358.83", "36327.53"),
    ("urumqi-human-resources-2023", "X05", "36802.50", "36751.12"),
    ("urumqi-human-resources-2023", "X06", "450.00", "383.84"),
    ("urumqi-party-committee-2023", "N54", "", ""),
    ("urumqi-party-committee-2023", "P01", "100.00", "99.36"),
    ("urumqi-party-committee-2023", "P08", "0.00", "4"),
    ("urumqi-party-committee-2023", "P08", "9.68", "10"),
    ("urumqi-party-committee-2023", "P11", "1.70", "0.97"),
    ("urumqi-party-committee-2023", "P11", "26.5", "10.37"),
    ("urumqi-party-committee-2023", "P18", "20000", "40000"),
    ("urumqi-party-committee-2023", "P22", "161.95", "161.27"),
    ("urumqi-party-committee-2023", "P25", "102.00", "102.70"),
    ("urumqi-party-committee-2023", "X03", "22094.21", "21952.66"),
    ("urumqi-party-committee-2023", "X04", "21952.66", "21273.97"),
    ("urumqi-party-committee-2023", "X06", "0.00", "327.19"),
}
"""Contradictions of the five disclosures, each compared with its source by a person."""


def test_no_false_alarm(published) -> None:
    found = {
        (name, row["rule"], row["left"], row["right"])
        for name, facts in published.items()
        for row in facts.rows("checks")
        if row["state"] == "fail"
    }
    assert found == FAILS
