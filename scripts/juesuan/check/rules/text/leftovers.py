"""What was left in the text: placeholders of a template, doubled punctuation and units."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from juesuan import terms
from juesuan.check.book.book import Book
from juesuan.check.book.source import Stretch
from juesuan.check.book.subject import Subject
from juesuan.check.comparing.cell import Numeral
from juesuan.check.comparing.compare import FAIL, INFORMATION, PASS, Outcome
from juesuan.check.rule import rule
from juesuan.check.views.passages import EVERYWHERE, Passage, texts
from juesuan.check.views.words import WORDS
from juesuan.errors import AbsentFactError
from juesuan.rows import AnyRow, DisclosureRow, cell

_BESIDE = 4
"""Characters beside a match by which it is known again in a passage."""


@dataclass(frozen=True, slots=True)
class _Placeholder(Subject[AnyRow]):
    """A text with a placeholder, and where in it the first one stands."""

    text: str
    start: int
    end: int
    figures: tuple[str, ...]


def _placeholders(book: Book) -> list[_Placeholder | Subject[DisclosureRow]]:
    """The texts and lines with a placeholder; the whole disclosure where there is none."""
    found: list[_Placeholder | Subject[DisclosureRow]] = [
        _Placeholder(
            one.resource,
            one.row,
            one.path,
            _title(one),
            one.text,
            *match.span(),
            _nearest(one.numerals, match.start()),
        )
        for one in texts(book, EVERYWHERE)
        if (match := WORDS.pattern("placeholder").search(one.text))
    ]
    known = [one.text for one in found if isinstance(one, _Placeholder)]
    found += _printed_placeholders(book, known)
    return found or [Subject("disclosure", book.facts.disclosure, "all", "")]


def _nearest(numerals: Sequence[Numeral], start: int) -> tuple[str, ...]:
    beside = sorted(numerals, key=lambda one: abs(one.start - start))
    return tuple(one.figure for one in beside[:1])


def _printed_placeholders(book: Book, known: Collection[str]) -> Iterator[_Placeholder]:
    """The lines with a placeholder that stands in none of the known texts."""
    seen: set[str] = set()
    for line, start, end in _printed(book, "placeholder_printed", known):
        if line.text not in seen:
            seen.add(line.text)
            key, name = f"source/{line.number}", f"原文第 {line.number} 行"
            row, figures = book.facts.disclosure, book.first_figure(line)
            yield _Placeholder("disclosure", row, key, name, line.text, start, end, figures)


def _printed(book: Book, word: str, known: Collection[str]) -> Iterator[tuple[Stretch, int, int]]:
    """Where a pattern stands in the printed text, but for what stands in known texts."""
    every = ["".join(text.split()) for text in known]
    for line in book.source.lines:
        for match in WORDS.pattern(word).finditer(line.text):
            start, end = match.span()
            around = line.text[max(0, start - _BESIDE) : end + _BESIDE].strip("\t")
            if not any(around in text for text in every):
                yield line, start, end


def _title(passage: Passage) -> str:
    """What a text is called: the title of its column, of the project where it has a name."""
    fields = terms.resource_schemas()[passage.resource].fields
    title = next(field.title for field in fields if field.name == passage.field)
    name = cell(passage.row, "name") if passage.resource == "projects" else ""
    return f"项目“{name}”的{title}" if name else title


@rule("N54", over=_placeholders)
def placeholders(book: Book, subject: _Placeholder | Subject[DisclosureRow]) -> Outcome:
    """原文中没有模板留下的占位符（“XX”“待填写”“增长（下降）”）

    填表用的样本里，“XX”一类的字样应当换成实际的内容。标题、表名、名词解释也在核对之内。
    """
    if not isinstance(subject, _Placeholder):
        return Outcome(PASS, f"{_count(book)} 段文字中没有“XX”“待填写”一类的占位符")
    text, start, end = subject.text, subject.start, subject.end
    quoted = text[max(0, start - 15) : end + 15].replace("\t", " ")
    said = f"“…{quoted}…”中留有占位符“{text[start:end]}”"
    return Outcome(FAIL, said, figures=subject.figures)


def _count(book: Book) -> int:
    """How many texts are published, or lines printed where none is; none of both is refused."""
    count = sum(1 for _ in texts(book, EVERYWHERE)) or len(book.source.lines)
    if not count:
        raise AbsentFactError("没有作为文字发布的内容")
    return count


@rule("N60")
def punctuation(book: Book) -> Outcome:
    """原文中没有重复或相连的标点、重复的单位（“。。”“万元万元”），发布的文字不以冒号、逗号结束

    不影响数字，只作说明。
    """
    count = _count(book)
    every = [
        (one.text, one.text[max(0, match.start() - 8) : match.end() + 8])
        for one in texts(book, EVERYWHERE)
        for match in WORDS.pattern("doubled").finditer(one.text)
    ]
    found = [f"“…{quoted}…”" for _, quoted in every]
    lines = _printed(book, "doubled_printed", [text for text, _ in every])
    found += [line.quoted(start, end, 8) for line, start, end in lines]
    if not found:
        return Outcome(PASS, f"{count} 段文字中没有重复、相连或悬在末尾的标点")
    shown = "、".join(found[:5]) + ("等" if len(found) > 5 else "")
    return Outcome(INFORMATION, f"{shown} {len(found)} 处标点或单位重复")
