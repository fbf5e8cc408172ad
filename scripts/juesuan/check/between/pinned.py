"""Pins of rules between disclosures: a person compared what both print, and it is printed so.

They stand in the notes of the disclosure to which a finding belongs, and are read where it is
judged: what they are compared with lies in another package, which may come, change or go. So one
that matches nothing stops no conversion; it is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from juesuan.check.comparing.compare import FAIL
from juesuan.check.run import of_others
from juesuan.rows import ChecksBetweenRow, Row

_Key = tuple[str, str, str, str]


def pinned(rows: Iterable[ChecksBetweenRow], pins: Sequence[Row]) -> Iterator[ChecksBetweenRow]:
    """The findings of one disclosure, with what a person found of those that fail.

    Args:
        rows: the findings.
        pins: of the disclosure's notes.
    """
    known: Mapping[_Key, Row] = {_key(pin): pin for pin in pins if of_others(pin)}
    for row in rows:
        pin = known.get((row["rule"], row["subject"], row["left"], row["right"]))
        if pin and row["state"] == FAIL:
            row = row | {"pinned": f"{pin['note']}（{pin['by']}，{pin['on']}）"}
        yield row


def unmatched(name: str, rows: Iterable[ChecksBetweenRow], pins: Sequence[Row]) -> Iterator[str]:
    """The pins of one disclosure that match nothing that fails, a line each.

    Args:
        name: the id of the disclosure.
        rows: its findings.
        pins: of its notes.
    """
    fails = {
        (row["rule"], row["subject"], row["left"], row["right"])
        for row in rows
        if row["state"] == FAIL
    }
    for pin in pins:
        if of_others(pin) and _key(pin) not in fails:
            yield (
                f"{name}: pin {pin['rule']} {pin['subject']}: found no such contradiction of "
                f"{pin['left']} and {pin['right']} with another disclosure. What to do: compare "
                "with both originals again, then correct or remove the pin."
            )


def _key(pin: Row) -> _Key:
    return (pin["rule"], pin["subject"], pin["left"], pin["right"])
