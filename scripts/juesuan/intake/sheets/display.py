"""A number as its format shows it in a spreadsheet, by the rules of ECMA-376 part 1, 18.8.31.

A spreadsheet counts with fifteen significant digits, so that 0.1 + 0.2 is 0.3 and 1.005 is shown
as 1.01 with two decimals. A negative number that is shown in brackets or in red alone is written
with a minus sign. What a format does that is not known here is told, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal, localcontext
from functools import lru_cache

from juesuan.intake.sheets.dates import day, is_date

GENERAL = "General"

BUILT_IN = {
    0: GENERAL, 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
    14: "yyyy/m/d", 17: "yyyy/m", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm", 27: "yyyy/m",
    31: 'yyyy"\u5e74"m"\u6708"d"\u65e5"', 37: "#,##0_);(#,##0)", 38: "#,##0_);[Red](#,##0)",
    39: "#,##0.00_);(#,##0.00)", 40: "#,##0.00_);[Red](#,##0.00)",
    41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
    43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
    49: "@", 57: 'yyyy"\u5e74"m"\u6708"', 58: 'm"\u6708"d"\u65e5"',
}  # fmt: skip
"""Formats that files name by a number alone, as a Chinese spreadsheet shows them."""

_FIFTEEN = Context(prec=15, rounding=ROUND_HALF_EVEN)
_LONGEST = 11
"""Characters of a number without a format, its point counted."""

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|[\\!](?P<escaped>.)|(?P<space>_.)|\*.|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<digits>[0#?])|(?P<point>\.)|(?P<comma>,)|(?P<percent>%)|(?P<general>[Gg]eneral)"
    r"|(?P<text>@)|(?P<other>.)",
    re.DOTALL,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)")
_PLAIN = frozenset(" +-()¥$￥")
"""Characters that a format shows as they are, without quotation marks."""

_COLOURS = re.compile(r"(?i)black|blue|cyan|green|magenta|red|white|yellow|color ?\d+")
_CURRENCY = re.compile(r"\$([^-]*)(?:-[0-9A-Fa-f]*)?")


class UnknownFormatError(ValueError):
    """A format of which it is not known what it shows."""


@dataclass
class _Section:
    """One section of a format: for positive, for negative numbers, for zero.

    Attributes:
        whole, decimals: placeholders of digits and texts between them, before and behind the point.
        before, behind: what stands around.
        has_point, grouped: whether there is a point, and thousands are parted.
        scale: power of ten by which the number is shown larger.
        general: whether the number is shown without placeholders.
        condition: under which the section is taken.
        red: whether it is shown in red.
    """

    before: str = ""
    whole: list[str] = field(default_factory=list)
    decimals: list[str] = field(default_factory=list)
    behind: str = ""
    has_point: bool = False
    grouped: bool = False
    scale: int = 0
    general: bool = False
    condition: tuple[str, Decimal] | None = None
    red: bool = False

    @property
    def has_sign(self) -> bool:
        """Whether it shows that a number is negative."""
        return (
            self.red
            or "-" in self.before
            or (self.before.rstrip().endswith("(") and self.behind.lstrip().startswith(")"))
        )

    @property
    def has_digits(self) -> bool:
        """Whether it shows the number at all."""
        return self.general or any(one in "0#?" for one in (*self.whole, *self.decimals))


def displayed(value: Decimal, code: str, from_1904: bool = False) -> str:
    """A number as a format shows it, without spaces around.

    Args:
        value: as the file stores it.
        code: of the format.
        from_1904: whether days are counted from 1904.

    Raises:
        UnknownFormatError: if the format does what is not known here.

    >>> displayed(Decimal("1234.5"), "#,##0.00"), displayed(Decimal("-12"), "0.00;[Red]0.00")
    ('1,234.50', '-12.00')
    >>> displayed(Decimal("0.30000000000000004"), "General")
    '0.3'
    >>> displayed(Decimal("123456"), "0!.0,"), displayed(Decimal(0), '0.00;-0.00;"-"??')
    ('12.3', '-')
    """
    exact = _FIFTEEN.plus(value)
    parts = _parts(code)
    if is_date(parts[0]):
        return _day(exact, parts[0], from_1904)
    section, is_own = _chosen(exact, [_section(one) for one in parts])
    if not section.has_digits:
        return " ".join((section.before + section.behind).split())
    if is_own and not section.has_sign:
        raise UnknownFormatError(code)
    return _signed(exact, section)


def _day(value: Decimal, code: str, from_1904: bool) -> str:
    found = day(value, code, from_1904)
    if found is None:
        raise UnknownFormatError(code)
    return found


def _chosen(value: Decimal, sections: Sequence[_Section]) -> tuple[_Section, bool]:
    """The section for a number, and whether it is one for negative numbers, which has the sign."""
    if any(one.condition for one in sections):
        return next((one for one in sections if _holds(value, one.condition)), sections[-1]), False
    if value < 0 and len(sections) > 1:
        return sections[1], True
    return (sections[2] if not value and len(sections) > 2 else sections[0]), False


def _holds(value: Decimal, condition: tuple[str, Decimal] | None) -> bool:
    if condition is None:
        return True
    sign, bound = condition
    less, more = value < bound and "<" in sign, value > bound and ">" in sign
    return less or more or (value == bound and "=" in sign)


def _signed(value: Decimal, section: _Section) -> str:
    """The number with a minus sign where it is negative, whatever shows that."""
    shown = _number(abs(value), section)
    before, behind = section.before.strip(), section.behind.strip()
    if value < 0:
        if before.endswith("(") and behind.startswith(")"):
            before, behind = before[:-1], behind[1:]
        before = before.replace("-", "", 1)
        if re.search("[1-9]", shown):
            before = f"-{before}"
    return " ".join(f"{before}{shown}{behind}".split())


def _number(value: Decimal, section: _Section) -> str:
    """A number that is not negative in the placeholders of a section."""
    if section.general:
        return _general(value)
    with localcontext() as context:
        context.prec = 60
        scaled = value.scaleb(section.scale)
        places = sum(one in "0#?" for one in section.decimals)
        rounded = scaled.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    whole, _, decimals = f"{rounded:f}".partition(".")
    shown = _whole(whole.lstrip("0"), section)
    if not section.has_point:
        return shown
    return f"{shown}.{_decimals(decimals, section)}".removesuffix(".")


def _general(value: Decimal) -> str:
    """A number without a format: as many decimals as there is room for."""
    with localcontext() as context:
        context.prec = 60
        whole = len(str(int(value)))
        places = max(0, _LONGEST - 1 - whole)
        rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    text = f"{rounded:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def _whole(digits: str, section: _Section) -> str:
    """The digits before the point, filled into their placeholders from the right."""
    rest, out = list(digits), []
    count = 0
    places = [i for i, one in enumerate(section.whole) if one in "0#?"]
    for i in range(len(section.whole) - 1, -1, -1):
        one = section.whole[i]
        if one not in "0#?":
            out.append(one)
            continue
        taken = [rest.pop()] if rest else (["0"] if one == "0" else [])
        if i == places[0]:
            taken += rest[::-1]
        for digit in taken:
            out += [","] if section.grouped and count and count % 3 == 0 else []
            out.append(digit)
            count += 1
    if not places:
        out += rest[::-1]
    return "".join(reversed(out))


def _decimals(digits: str, section: _Section) -> str:
    """The digits behind the point; those that may be left out are, where they are zero."""
    rest, out = list(digits), []
    for one in section.decimals:
        out.append(rest.pop(0) if one in "0#?" and rest else one)
    optional = len(section.decimals) - len("".join(section.decimals).rstrip("#?"))
    while optional and out and out[-1] == "0":
        out.pop()
        optional -= 1
    return "".join(out)


@lru_cache(maxsize=4096)
def _parts(code: str) -> tuple[str, ...]:
    """The sections of a format as they are written."""
    parts = [""]
    for match in _TOKEN.finditer(code):
        if match["other"] == ";":
            parts.append("")
        else:
            parts[-1] += match[0]
    return tuple(parts)


@lru_cache(maxsize=4096)
def _section(code: str) -> _Section:
    """A section of a format, understood."""
    section = _Section()
    if not code.strip():
        return section
    commas = 0
    for match in _TOKEN.finditer(code):
        kind = match.lastgroup
        if kind == "digits":
            section.grouped = section.grouped or (commas > 0 and not section.has_point)
            commas = 0
            (section.decimals if section.has_point else section.whole).append(match[0])
        elif kind == "comma":
            commas += 1
        else:
            _take(section, match, kind)
    section.scale -= 3 * commas
    _end(section)
    return section


def _take(section: _Section, match: re.Match[str], kind: str | None) -> None:
    """Take what is no placeholder of a digit."""
    if kind == "point":
        section.has_point = True
    elif kind in ("general", "text"):
        section.general = True
    elif kind == "bracket":
        _bracket(section, match["bracket"])
    elif kind == "percent":
        section.scale += 2
        _literal(section, "%")
    elif kind in ("quoted", "escaped"):
        _literal(section, match[kind])
    elif kind == "space":
        _literal(section, " ")
    elif kind == "other":
        if match["other"] not in _PLAIN and match["other"].isascii():
            raise UnknownFormatError(match["other"])
        _literal(section, match["other"])


def _literal(section: _Section, text: str) -> None:
    """A text of the format, at its place: before the digits, between them, behind."""
    if section.general:
        section.behind += text
    elif section.has_point:
        section.decimals.append(text)
    elif section.whole:
        section.whole.append(text)
    else:
        section.before += text


def _end(section: _Section) -> None:
    """Move the texts behind the last placeholder to where they belong."""
    digits = section.decimals if section.has_point else section.whole
    tail: list[str] = []
    while digits and digits[-1] not in ("0", "#", "?"):
        tail.append(digits.pop())
    section.behind = "".join(reversed(tail)) + section.behind


def _bracket(section: _Section, text: str) -> None:
    """A colour, a condition, a currency, a language."""
    if condition := _CONDITION.fullmatch(text):
        section.condition = (condition[1], Decimal(condition[2]))
    elif currency := _CURRENCY.fullmatch(text):
        _literal(section, currency[1])
    elif _COLOURS.fullmatch(text):
        section.red = section.red or text.lower() == "red"
    else:
        raise UnknownFormatError(f"[{text}]")
