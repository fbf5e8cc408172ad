"""With which year the changes of a section compare: columns are only for those since the last."""

from __future__ import annotations

from juesuan import terms
from juesuan.parse.prose.lexer.events import Subject

_STOP = "。"


class ComparedYear:
    """Hears a section's text in order, and knows the year with which was compared last.

    A comparison holds until another one is printed. In a new sentence about something else that
    prints none it is over: such a sentence compares with the last year, as all of them do.
    """

    def __init__(self, text: str, fiscal_year: int) -> None:
        """Begin.

        Args:
            text: of the section.
            fiscal_year: of the disclosure; the year before has columns.
        """
        self._text, self._last = text, str(fiscal_year - 1)
        self._heard, self._subject, self._is_other = 0, Subject(), False

    def hear(self, end: int, subject: Subject) -> bool:
        """Go on to the end of a figure or of a word that compares.

        Args:
            end: its end.
            subject: what it is about.

        Returns:
            Whether what it compares with, if it does, is another year than the last.
        """
        new = self._text[self._heard : end]
        for found in terms.words("clauses").pattern("compared_year").finditer(new):
            self._is_other = bool(found["earlier"]) or found["year"] not in (None, self._last)
            new = self._text[self._heard + found.end() : end]
        if _STOP in new and subject != self._subject:
            self._is_other = False
        self._heard, self._subject = max(end, self._heard), subject
        return self._is_other

    def skip(self, end: int) -> None:
        """Leave out a passage, such as a reason: what it compares is its own."""
        self._heard = max(end, self._heard)
