"""The pages in English: amounts in yuan, which are those of the source converted exactly, counts, tables."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from lxml import html

from tests.pages.recomputed import board, disclosure, findings, forms, home
from tests.pages.recomputed.drawn import Drawn, words
from tests.pages.recomputed.packages import Package, Row, grouped

COLUMNS = {
    "Final accounts": "actual",
    "Change on last year": "change",
    "Change (%)": "change_pct",
    "Initial budget": "initial_budget",
    "Budget of the year": "annual_budget",
    "Difference from budget (%)": "variance_pct",
    "Part of budget (%)": "completion_pct",
}
FLAGS = {
    "无上年数": "no year to compare with",
    "上年为 0": "0 the year before",
    "口径变了": "scope changed",
    "": "",
}

CLASSES = {
    "201": "General public services", "205": "Education", "206": "Science and technology",
    "207": "Culture, tourism, sports and media", "208": "Social security and employment",
    "210": "Health", "212": "Urban and rural community affairs", "221": "Affordable housing",
    "229": "Other expenditure",
}  # fmt: skip

FLOW = {
    "年初结转和结余": "Carried over from before", "使用非财政拨款结余": "Surplus used",
    "财政拨款收入": "Fiscal appropriation", "上级补助收入": "Subsidies from above",
    "事业收入": "Undertakings", "其他收入": "Other revenue", "基本支出": "Basic expenditure",
    "项目支出": "Project expenditure", "结余分配": "Surplus distributed",
    "年末结转和结余": "Carried over to next year",
}  # fmt: skip

AMOUNT = re.compile(r"(-?[\d,.]*\d)( million)? yuan")
LOOSE = {"X12", "N56", "N54", "P21", "P18", "P08", "P01"}
"""Rules whose sentences have no amount in yuan; they show numbers as they are printed."""


def yuan(value: Decimal) -> str:
    """An amount of 万元 in words.

    >>> yuan(Decimal("3653.30")), yuan(Decimal("12.50")), yuan(Decimal("0.00"))
    ('36.533 million yuan', '125,000 yuan', '0 yuan')
    """
    if abs(value) >= 100:
        return f"{_short(value / 100)} million yuan"
    return f"{_short(value * 10000)} yuan"


def _short(value: Decimal) -> str:
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _money(one: Package, measure: str, column: str = "actual") -> str:
    return yuan(abs(one.value(measure, column) or Decimal(0)))


def _revenue(one: Package) -> str:
    given = "revenue.appropriation"
    return (
        f"It had {_money(one, 'revenue.total')} at its disposal, of which "
        f"{_money(one, 'revenue.current')} were revenue of the year; {_money(one, given)} "
        f"({one.cell(given, 'share_pct')}%) came from fiscal appropriation."
    )


def _expenditure(one: Package) -> str:
    basic, project = "expenditure.basic", "expenditure.project"
    return (
        f"It spent {_money(one, 'expenditure.current')}: {_money(one, basic)} "
        f"({one.cell(basic, 'share_pct')}%) to keep itself running (basic expenditure), "
        f"{_money(one, project)} ({one.cell(project, 'share_pct')}%) on projects."
    )


def _why(one: Package, measure: str) -> str:
    flag = "The scope changed, so the years do not compare. " if one.is_changed else ""
    return f"{flag}The reason as printed: {one.cell(measure, 'reason').rstrip('。')}."


def _word(one: Package, measure: str) -> str:
    return "more" if (one.value(measure, "change") or Decimal(0)) > 0 else "less"


def _before(one: Package) -> str:
    size = _money(one, "overall", "change")
    if one.is_new:
        return (
            f"The change on last year is printed as {size}, which is the whole amount: the year "
            "before follows as 0, so there is nothing to compare with and no percentage. "
            f"{_why(one, 'overall')}"
        )
    return (
        f"Revenue and expenditure were {size} {_word(one, 'overall')} than in the year before"
        f"{_rate(one, 'overall')}. {_why(one, 'overall')}"
    )


def _rate(one: Package, measure: str) -> str:
    """The printed change in percent, without its sign."""
    printed = one.cell(measure, "change_pct").removeprefix("-")
    return f" ({printed}%)" if printed else ""


def _variance(one: Package, measure: str) -> str:
    """The printed difference from the budget in percent."""
    printed = one.cell(measure, "variance_pct")
    return f" (difference from the budget {printed}%, as printed)" if printed else ""


def _budget(one: Package) -> str:
    measure = "appropriation.overall"
    return (
        f"The initial budget of what the treasury gave was {_money(one, measure, 'initial_budget')}, "
        f"the final accounts are {_money(one, measure)}{_variance(one, measure)}."
    )


def _three(one: Package) -> str:
    total = "three_public.total"
    rate = " (no year to compare with)" if one.is_new else _rate(one, total)
    return (
        f"{_money(one, total)}{_variance(one, total)}, {_money(one, total, 'change')} "
        f"{_word(one, total)} than in the year before{rate}: travel abroad {_money(one, 'three_public.abroad')}, official vehicles "
        f"{_money(one, 'three_public.vehicles')}, official receptions "
        f"{_money(one, 'three_public.reception')}. {_why(one, total)}"
    )


def _staff(one: Package) -> str:
    total, serving = (grouped(one.cell(f"headcount.{each}")) for each in ("total", "serving"))
    others = (("retired_cadre", "retired cadres"), ("retired", "retired"))
    more = (
        f", {one.cell(f'headcount.{each}')} {word}"
        for each, word in others
        if one.value(f"headcount.{each}")
    )
    return f"It counts {total} persons: {serving} serving{''.join(more)}."


def _purposes(one: Package) -> str:
    rows = home.classes(one)
    told = (
        f"{CLASSES[row['code']]} {yuan(Decimal(row['actual']))} ({row['share_pct']}%)"
        for row in rows[:3]
    )
    left = len(rows) - 3
    more = f" and {left} more {'classes' if left > 1 else 'class'}" if left > 0 else ""
    return f"The general public budget went to {', '.join(told)}{more}."


def _adds_up(one: Package) -> str:
    compared = sum(len(one.checks(state)) for state in ("pass", "rounding", "fail"))
    fails, lost = len(one.checks("fail")), len(one.checks("unreadable"))
    why = "because figures were not read or cannot be made out"
    unread = f" {lost} more could not be checked, {why}." if lost else ""
    told = f"{fails} of them do not agree as printed" if fails else "all of them hold"
    damaged = sum(row["status"] == "unread" for row in one.rows("figures"))
    unread += f" {damaged} figures of the source were not read." if damaged else ""
    return f"{compared:,} relations between printed figures were compared; {told}.{unread}"


SENTENCES: dict[str, Callable[[Package], str]] = {
    "Revenue": _revenue, "Expenditure": _expenditure, "Last year": _before, "Budget": _budget,
    "Three public expenses": _three, "Staff": _staff, "What for": _purposes,
    "Does it add up?": _adds_up,
}  # fmt: skip


def english(page: Drawn) -> None:
    """The summary of a disclosure."""
    one = page.five[page.path.split("/")[1]]
    box = page.one(".//*[@class='summary']/dl")
    heads = [*map(words, page.all("./dt", box))]
    assert heads == [*SENTENCES]
    page.say(page.all("./dd", box), (tell(one) for tell in SENTENCES.values()))
    _units(page)
    for said in page.all(".//p[contains(., 'figures not read') or contains(., 'were not read')]"):
        lost = sum(row["status"] == "unread" for row in one.rows("figures"))
        assert re.search(rf"(?<!\d){lost} ", words(said)), words(said)
        page.tell(said)
    _chart(page, one)
    _contradictions(page, one)
    _projects(page, one)
    for table in page.all(".//details//table"):
        _table(page, table, one)
    for said in page.all(".//p[starts-with(., 'Classes alone')]"):
        more = len(one.rows("functions")) - len(home.classes(one)) - _untold(one)
        assert words(said).startswith(f"Classes alone: {more} more line"), words(said)
        page.tell(said)


def _untold(one: Package) -> int:
    """Classes of the general public budget of nothing, or without an amount."""
    rows = (row for row in one.rows("functions") if row["level"] == "class")
    own = [row for row in rows if row["fund"] == "general_public_budget"]
    return len(own) - len(home.classes(one))


def _units(page: Drawn) -> None:
    """Units of tables and hints: 10,000 yuan."""
    for said in page.all(".//span | .//p[@class='hint'] | .//th"):
        if not re.search(r"\d", words(said).replace("10,000 yuan", "")):
            page.trust(said)
    for said in page.all(".//p[contains(., 'CC BY 4.0')]"):
        page.trust(said)


def _chart(page: Drawn, one: Package) -> None:
    for chart in page.all(".//figure[@id='chart-flow']/svg[@aria-label]"):
        both = {**disclosure.SOURCES, **disclosure.USES}
        told = (
            f"{FLOW[label]} {grouped(one.cell(each))}"
            for each, label in both.items()
            if one.value(each)
        )
        said = re.split("[:：]", chart.get("aria-label"), maxsplit=1)[1].strip()
        listed = re.sub(r"\s*[（(]10,000 yuan[）)]$", "", said)
        assert re.split("[,，] ?(?=[A-Z])", listed) == [*told], listed
        page.tell_slot(chart, "aria-label")


def apart(package: Package, row: Row) -> str:
    """How far two sides are apart, in English; empty where that is no amount."""
    amount = findings.money(package, row)
    if amount is None:
        return "The name is in doubt, not the amount" if row["rule"] == "X17" else ""
    part = findings.share(row)
    share = f"{part}% of the larger side" if part is not None else "one side is printed as 0"
    said = f"{yuan(amount)} apart, {share}"
    said += ", a slight difference" if findings.is_slight(package, row) else ""
    said += ", where both usually agree" if findings.is_usual(row) else ""
    if findings.again(package, row):
        said += "; the difference is printed itself: carryover at the end of the year"
    return said


def sides(said: html.HtmlElement, package: Package, row: Row) -> None:
    """Hold that the amounts of a sentence are the two sides of its check, or figures that it cites."""
    cited = [package.figures[each] for each in row["figures"].split()]
    known = {Decimal(row[side]) for side in ("left", "right") if row[side]}
    known |= {Decimal(one["value"]) for one in cited}
    units = {one["unit"] for one in cited}
    factor = Decimal(1) if "万元" in units else Decimal("0.0001")
    text = words(said)
    for name in said.findall("./span"):
        assert words(name) in package.cells, text
    for number, million in AMOUNT.findall(text):
        value = Decimal(number.replace(",", ""))
        shown = value * 100 if million else value / 10000
        assert shown in {each * factor for each in known}, f"{text}: {number}"
    bare = AMOUNT.sub("", re.sub(r"\(project .*?\)|\(the rule: .*\)", "", text))
    for number in re.findall(r"\d[\d,]*(?:\.\d+)?", bare):
        assert Decimal(number.replace(",", "")) in known, f"{text}: {number}"


def _contradictions(page: Drawn, one: Package) -> None:
    left, weights = one.checks("fail"), []
    for item in page.all(".//*[@class='fails']/ul/li"):
        row = board.found(page, page.all("./a[contains(@href, 'findings')]", item)[0].get("href"))[
            1
        ]
        left.remove(row)
        weights.append(findings.weight(one, row))
        gaps = page.all("./b", item)
        page.say(gaps, (f"{each}." for each in [apart(one, row)] if each))
        for gap in gaps:
            gap.drop_tree()
        for printed in page.all("./details", item):
            _quoted(page, printed, one, row)
            printed.drop_tree()
        sides(item, one, row)
        page.tell(item)
    assert left == [] and weights == sorted(weights)


def _quoted(page: Drawn, printed: html.HtmlElement, one: Package, row: Row) -> None:
    """Hold that what is marked in a quotation is printed, and is what the check cites."""
    cited = {" ".join(one.figures[each]["text"].split()) for each in row["figures"].split()}
    for mark in page.all(".//mark", printed):
        assert not cited or words(mark) in cited, words(mark)
    page.tell(printed)  # words of the source; tests/pages/evidence holds how they are cut


def _projects(page: Drawn, one: Package) -> None:
    own = [form for form in forms.forms([one]) if form.row["total_score"]]
    own.sort(key=lambda form: Decimal(form.row["total_score"]))
    low, high = own[0].row["total_score"], own[-1].row["total_score"]
    said = page.one(".//h2[@id='projects']/following-sibling::p[1]")
    page.says(
        said,
        f"{len(forms.forms([one]))} projects have forms on which the department scores itself; "
        f"total scores go from {low} to {high}. The lowest:",
    )
    lower = [form for form in own if Decimal(form.row["total_score"]) < 100][:3]
    told = (
        f"{form.row['name'] or form.id}: {form.row['total_score']} points, budget "
        f"{yuan(Decimal(form.money('annual_budget')))}, spent {yuan(Decimal(form.money('executed')))}"
        for form in lower
    )
    page.say(page.all(".//*[@class='lowest']/ol/li"), told)


def _table(page: Drawn, table: html.HtmlElement, one: Package) -> None:
    heads = [*map(words, page.all("./thead/tr/th", table))]
    rows = page.all("./tbody/tr", table)
    summary = page.all("./ancestor::details[1]/summary", table)[0]
    first = f"{words(rows[0][1])}, " if words(rows[0][1]) != "—" else ""
    said = words(summary).removesuffix(", not all that are printed")
    assert said.endswith(f" {first}{len(rows)} rows"), said
    page.tell(summary)
    for row in rows:
        own = disclosure.row_of(page, row, one)
        for head, cell in zip(heads[1:], row[1:], strict=True):
            column = COLUMNS[head]
            value = own.get(column, "")
            flag = disclosure.flag_of(one, own) if value else ""
            said = FLAGS[flag] if column == "change" else ""
            if column == "change_pct" and flag in disclosure.FROM_NOTHING:
                said = "no meaning"
            page.says(cell, (grouped(value) if value else "—") + said)
        label = own.get("label") or own.get("class", "")
        assert label in words(row[0]), words(row)
        page.trust(row[0])  # the name of the measure


def front(page: Drawn) -> None:
    """The first page in English: three contradictions, and the list of disclosures."""
    best = []
    for one in page.five.values():
        rows = [row for row in findings.ordered(one) if findings.is_of_two_amounts(one, row)]
        best += [(findings.weight(one, rows[0]), one, rows[0])] if rows else []
    best.sort(key=lambda each: each[0])
    items = page.all(".//section[@class='worth']/ul/li")
    for item, (_, one, row) in zip(items, best[:3], strict=True):
        page.says(page.one("./b", item), apart(one, row))
        assert page.package_of(page.one("./small/a", item).get("href")) is one
        for each in page.all("./b | ./small", item):
            page.tell(each)
            each.getparent().remove(each)
        sides(item, one, row)
        page.tell(item)
    _units(page)
    rows = page.all(".//table/tbody/tr")
    for row, one in zip(rows, page.five.values(), strict=True):
        assert page.package_of(row[0][0].get("href")) is one
        lost = sum(each["status"] == "unread" for each in one.rows("figures"))
        damaged = re.search(r"(\d+) figures not read", words(row[0]))
        assert (int(damaged[1]) if damaged else 0) == lost
        page.tell(row[0])
        page.cell(row[2], one, "expenditure.current")
        page.cell(row[3], one, "three_public.total")
        unread = len(one.checks("unreadable"))
        more = f"{unread} could not be checked" if unread else ""
        page.says(row[4], f"{len(one.checks('fail'))}{more}")
