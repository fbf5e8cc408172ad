"""Looks at the subject of a commit's message: ``python -m tools.subject FILE``, a hook."""

from __future__ import annotations

import sys
from pathlib import Path

MOST = 72
"""Characters of a subject that every tool shows whole."""

_NOT_IMPERATIVE = ("ed", "ing")
_IMPERATIVE = {"bring", "sing", "shed", "embed", "feed", "need", "seed", "speed", "string", "wed"}


def faults(message: str) -> list[str]:
    """What is wrong with the subject of a message; nothing if it is as it should be.

    >>> faults("Read the nine tables of a workbook")
    []
    >>> faults("Added tables.")
    ['the subject ends in a full stop', "found 'Added' first; expected an imperative such as 'Add'"]
    """
    subject, _, rest = message.partition("\n")
    found = []
    if len(subject) > MOST:
        found.append(f"the subject has {len(subject)} characters; expected at most {MOST}")
    if subject.endswith("."):
        found.append("the subject ends in a full stop")
    first = subject.partition(" ")[0]
    if not first[:1].isupper():
        found.append(f"found {first!r} first; expected a capital letter")
    elif first.lower() not in _IMPERATIVE and first.lower().endswith(_NOT_IMPERATIVE):
        stem = first.removesuffix("ed").removesuffix("ing")
        found.append(f"found {first!r} first; expected an imperative such as {stem!r}")
    if rest and not rest.startswith("\n"):
        found.append("found text in the second line; expected an empty line below the subject")
    return found


def main(path: Path) -> int:
    """Print what is wrong; the exit status of the hook."""
    found = faults(path.read_text(encoding="utf-8"))
    for one in found:
        print(f"commit message: {one}. What to do: git commit --amend", file=sys.stderr)
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
