"""Lines of a text that belong to its pages: page numbers, and headers that repeat its title.

A reader of PDF files tells them itself (``Document.furniture``); this is for texts that have no
pages any more.
"""

from __future__ import annotations

import re

from juesuan import terms

_NUMBER_LINE = re.compile(r"^[ \t]*(\d{1,4})[ \t]*$", re.MULTILINE)
_GAP = r"[ \r\f]*\n[ \r\f]*\n[ \r\f]*\n\s*"
_WIDE_GAP_BEFORE, _WIDE_GAP_AFTER = re.compile(_GAP + "$"), re.compile(_GAP)
_BEGUN, _AMOUNT = re.compile(r"\d\.\d?$"), re.compile(r"\d\.\d\d")
"""An amount that lacks decimals at the end of a line, and one that has them."""
_HEADER_LINE = re.compile(r"^[^\n\t]{12,160}$", re.MULTILINE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_NEAR = 3
"""Pages by which two page numbers of one document may differ to confirm each other."""

_HEAD = 600
"""Characters among which the title stands."""

_SHORT = 12
"""A title that is shorter may be a line of the text."""


def furniture(text: str) -> list[tuple[int, int]]:
    """Ranges of lines that belong to pages, in order.

    Args:
        text: the clean text, with its spaces and line ends.
    """
    words = terms.words("view")
    explicit = [
        match.span()
        for name in ("page_line", "scanner_line")
        for match in words.pattern(name).finditer(text)
    ]
    taken = {start for start, _ in explicit}
    bare = [m for m in _NUMBER_LINE.finditer(text) if m.start() not in taken]
    numbers = [m.span() for i, m in enumerate(bare) if _is_page_number(text, bare, i)]
    return sorted({*explicit, *numbers, *_headers(text)})


def _is_page_number(text: str, lines: list[re.Match[str]], i: int) -> bool:
    """Whether a line with a bare number is a page number and no piece of a wrapped number.

    It is, where it stands apart or between rows of a table, or where another such line counts on;
    not where a unit or digits follow, nor where it has the decimals that an amount above it lacks.
    """
    before = text[max(0, lines[i].start() - 200) : lines[i].start()]
    after = text[lines[i].end() : lines[i].end() + 40]
    if _ends_amount(before, lines[i][1]) and not _is_counted(lines, i):
        return False
    if _among_rows(before, after) or _stands_apart(before, after):
        return True
    if _goes_on(after):
        return False
    return _is_counted(lines, i) or not _leads_to_number(before.rstrip()[-1:])


def _ends_amount(before: str, number: str) -> bool:
    r"""Whether the text before, perhaps on another page, ends with an amount that lacks a number.

    >>> _ends_amount("行\t10.0\n- 7 -\n", "0"), _ends_amount("行\t10.0\n", "76")
    (True, False)
    """
    words = terms.words("view")
    for name in ("page_line", "scanner_line"):
        before = words.pattern(name).sub("", before)
    ends = (before, before.rstrip().rpartition("\n")[0])
    begun = (_BEGUN.search(one.rstrip()) for one in ends)
    return any(one and _AMOUNT.fullmatch(one[0] + number) for one in begun)


def _among_rows(before: str, after: str) -> bool:
    """Whether the line before or the one after is the row of a table."""
    above = before.rstrip("\n ").rpartition("\n")[2]
    below = after.lstrip("\n ").partition("\n")[0]
    return "\t" in above or "\t" in below


def _stands_apart(before: str, after: str) -> bool:
    return bool(_WIDE_GAP_BEFORE.search(before) or _WIDE_GAP_AFTER.match(after))


def _goes_on(after: str) -> bool:
    """Whether what follows, perhaps on the next page, is the number's unit or more digits of it."""
    words = terms.words("view")
    behind = words.pattern("page_line").sub("", after)
    return any(words.pattern(name).match(behind) for name in ("unit_follows", "digits_follow"))


def _is_counted(lines: list[re.Match[str]], i: int) -> bool:
    """Whether a line near by has one of the numbers that count on from this one, or up to it."""
    value = int(lines[i][1])
    before = [value - int(one[1]) for one in lines[max(0, i - 2) : i]]
    behind = [int(one[1]) - value for one in lines[i + 1 : i + 3]]
    return any(0 < apart <= _NEAR for apart in (*before, *behind))


def _leads_to_number(last: str) -> bool:
    """Whether a text with this last character (none: an empty text) may go on with a number."""
    follows = terms.words("view").pattern("number_follows")
    return not last or last.isdigit() or bool(follows.match(last))


def _headers(text: str) -> list[tuple[int, int]]:
    """Lines that repeat the title, with or without what it adds to the name of the accounts."""
    words = terms.words("identity")
    kept = [i for i, char in enumerate(text[:_HEAD]) if not char.isspace()]
    title = words.pattern("title").search("".join(text[i] for i in kept))
    if not title or len(title[0]) < _SHORT:
        return []
    short = words.pattern("of_disclosure").sub("", title[0])
    end = kept[title.end() - 1]
    return [
        match.span()
        for match in _HEADER_LINE.finditer(text)
        if match.start() > end and _repeats(re.sub(r"\s", "", match[0]), title[0], short)
    ]


def _repeats(line: str, title: str, short: str) -> bool:
    """Whether a line is the title, or its begin with the year, where a narrow page ends it."""
    return line in (title, short) or (title.startswith(line) and bool(_YEAR.search(line)))
