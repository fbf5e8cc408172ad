"""Where the site is published, and ways from one address to another."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote


@dataclass(frozen=True)
class Address:
    """Where the site is published; if that is unknown, links of catalogues start at its root."""

    site: str = ""

    def of(self, path: str) -> str:
        """The whole address of a page or file.

        >>> Address("https://a.example/b").of("d/made-up-2024/")
        'https://a.example/b/d/made-up-2024/'
        >>> Address().of("d/made-up-2024/")
        'd/made-up-2024/'
        """
        return (self.site.rstrip("/") + "/" if self.site else "") + quote(path, safe="/#")


def way(here: str, there: str) -> str:
    """The shortest way from one address to another, as a link on a page has it.

    >>> way("d/rules/N03/", "d/made-up-2024/checks/#P21")
    '../../made-up-2024/checks/#P21'
    >>> way("d/made-up-2024/source/", "d/made-up-2024/")
    '../'
    >>> way("d/made-up-2024/", "d/made-up-2024/"), way("", "d/made-up-2024/")
    ('', 'd/made-up-2024/')

    To the root, for what is shown on pages at several places and goes on from there:

    >>> way("d/regions/650100/", "")
    '../../../'
    """
    start, goal = here.split("/")[:-1], there.split("/")
    shared = 0
    while shared < min(len(start), len(goal) - 1) and start[shared] == goal[shared]:
        shared += 1
    return "../" * (len(start) - shared) + "/".join(goal[shared:])
