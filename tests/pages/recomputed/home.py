"""The home page, the list of disclosures, coverage, and the pages of regions and departments."""

from __future__ import annotations

import re
from decimal import Decimal

from lxml import html

from tests.pages.recomputed import board, findings, forms
from tests.pages.recomputed.drawn import Drawn, words
from tests.pages.recomputed.packages import Package, Row, grouped, half_up

SCOPES = {"汇总": "含所属单位汇总", "部门": "部门决算", "单位": "单位决算"}
"""What a scope is called beside a name."""

WORTH = {
    "X05": "整体自评表的年初预算，不会小于财政拨款的",
    "X10": "各项目花的钱加起来，不会超过项目支出",
    "P11": "成本的结果加起来不超过项目花的钱，列全的通常相等",
}
"""What the rules of the contradictions ask that the home page shows of the five; read by eye."""


def counted(package: Package, *, passes: bool) -> str:
    """How many checks of a disclosure do not hold, hold, and could not be made."""
    fails, unread = len(package.checks("fail")), len(package.checks("unreadable"))
    told = [f"{fails} 处对不上" if fails else "未发现对不上的地方"]
    told += [f"{len(package.checks('pass')):,} 处相符"] if passes else []
    return " · ".join(told + ([f"{unread} 处无法核对"] if unread else []))


def unread(package: Package) -> str:
    """That a text is damaged; nothing where each number was read."""
    count = sum(row["status"] == "unread" for row in package.rows("figures"))
    return f"提取文本有损坏：{count} 个数字没有读出" if count else ""


def home(page: Drawn) -> None:
    """Three contradictions, a card for each disclosure, the totals of all."""
    _worth(page)
    cards = page.all(".//*[@class='overview']//article")
    told = {_linked(page, card).id: card for card in cards}
    assert len(cards) == len(told) == len(page.five)
    most = max(one.value("expenditure.current") or Decimal(0) for one in page.five.values())
    for one in page.five.values():
        _card(page, told[one.id], one, most)
        assert _heading(told[one.id]) == f"{one.about['fiscal_year']} 年度各花了多少"
    five = page.five.values()
    page.say(
        page.all(".//*[@class='totals']/p"),
        (
            f"{len(five)} 份决算公开",
            f"{len({one.about['department_id'] for one in five})} 个部门和单位",
            f"{sum(len(one.rows('figures')) for one in five):,} 个数字逐一登记",
            f"{sum(len(one.checks('pass')) for one in five):,} 处勾稽相符",
            f"{sum(len(one.checks('fail')) for one in five):,} 处对不上",
        ),
    )


def _worth(page: Drawn) -> None:
    """One contradiction of each disclosure, of those whose two sides print an amount, the weightiest first."""
    best = []
    for one in page.five.values():
        rows = [row for row in findings.ordered(one) if findings.is_of_two_amounts(one, row)]
        best += [(findings.weight(one, rows[0]), one, rows[0])] if rows else []
    best.sort(key=lambda each: each[0])
    page.say(
        page.all(".//*[@class='worth']/ul/li"),
        (
            f"{findings.told(row)}{findings.gap(one, row)}{one.name} · 应当：{WORTH[row['rule']]}"
            for _, one, row in best[:3]
        ),
    )


def _card(page: Drawn, card: html.HtmlElement, one: Package, most: Decimal) -> None:
    money, three, persons = page.all("./p[1]//a", card)
    page.cell(money, one, "expenditure.current")
    page.cell(three, one, "three_public.total")
    page.cell(persons, one, "headcount.total")
    small = f"{one.about['region']} · {SCOPES[one.about['scope']]}"
    page.says(page.one("./h3", card), f"{one.about['department']} {small}")
    page.says(
        page.one("./p[1]", card),
        f"{words(money)} 万元，“三公”经费 {words(three)} 万元，"
        f"实有人数 {words(persons)} 人（{one.retired}）",
    )
    _verdicts(page, card, one, counted(one, passes=True))
    width = (one.value("expenditure.current") or Decimal(0)) / most * 100
    assert page.widths(card) == [half_up(width, 2)]


def _verdicts(page: Drawn, card: html.HtmlElement, one: Package, first: str) -> None:
    """What checks say of a disclosure, and that its text is damaged."""
    said = page.all("./p[@class='verdict']", card)
    page.says(said[0], first)
    damaged = [each for each in said if "损坏" in words(each)]
    page.say(damaged, filter(None, [unread(one)]))


def _linked(page: Drawn, element: html.HtmlElement) -> Package:
    """The disclosure to which the first link of an element leads."""
    return page.package_of(page.all(".//a", element)[0].get("href"))


def _heading(card: html.HtmlElement) -> str:
    return words(card.xpath("preceding::h2[1]")[0])


def disclosures(page: Drawn) -> None:
    """The list of all: what each had and spent, its forms, its contradictions; and how many a region has."""
    codes: dict[str, int] = {}
    for one in page.five.values():
        codes[one.about["region"]] = codes.get(one.about["region"], 0) + 1
    page.says(
        page.one("./p[@class='meta']"),
        "按地区："
        + " · ".join(f"{name}（{number}）" for name, number in codes_sorted(page, codes)),
    )
    listed(page, [*page.five.values()])


def codes_sorted(page: Drawn, counts: dict[str, int]) -> list[tuple[str, int]]:
    """Regions as their codes sort."""
    codes = {one.about["region"]: one.about["region_code"] for one in page.five.values()}
    return sorted(counts.items(), key=lambda each: codes[each[0]])


def region(page: Drawn) -> None:
    """The list of a region's disclosures."""
    code = page.path.split("/")[2]
    listed(page, [one for one in page.five.values() if one.about["region_code"] == code])


def listed(page: Drawn, wanted: list[Package]) -> None:
    rows = page.all(".//table/tbody/tr")
    assert sorted(_linked(page, row).id for row in rows) == sorted(one.id for one in wanted)
    for row in rows:
        one = _linked(page, row)
        name, year, had, spent, three, form, fails, _ = row
        page.says(
            name,
            f"{one.about['department']}{one.place}" + ("提取文本有损坏" if unread(one) else ""),
        )
        page.says(year, one.about["fiscal_year"])
        page.cell(had, one, "revenue.total")
        page.cell(spent, one, "expenditure.current")
        page.cell(three, one, "three_public.total")
        kinds = [each["kind"] for each in one.rows("projects")]
        page.says(form, str(kinds.count("project")))
        lost = len(one.checks("unreadable"))
        count = str(len(one.checks("fail")))
        page.says(fails, count + (f"另 {lost} 处没能核对" if lost else ""))


def coverage(page: Drawn) -> None:
    """Which parts of each are there: how many marks of each kind, how many forms; which disclosures are missing."""
    rows = page.all("(.//table)[1]/tbody/tr")
    assert sorted(_linked(page, row).id for row in rows) == sorted(page.five)
    for row in rows:
        one, marks = _linked(page, row), "".join(words(cell)[:1] for cell in row[2:])
        count = {"已收录": marks.count("●"), "不适用": marks.count("○"), "未收录": marks.count("—")}
        told = " · ".join(f"{kind} {number}" for kind, number in count.items())
        page.says(row[0], f"{one.about['department']}{told}")
        assert sum(count.values()) == len(row) - 2
        kinds = [each["kind"] for each in one.rows("projects")]
        cell = row[-2]
        page.hears(page.all(".//*[@title]", cell)[0], f"{kinds.count('project')} 张", "title")
        secret = one.cell("confidential.project_count")
        page.says(cell, "●已收录" + (f" 另 {secret} 个涉密" if secret else ""))
    _missing(page)


def _missing(page: Drawn) -> None:
    """A disclosure is due of each department of a region for each year of which the region has one."""
    five = page.five.values()
    years: dict[str, set[str]] = {}
    for one in five:
        years.setdefault(one.about["region"], set()).add(one.about["fiscal_year"])
    due = {
        (one.about["department"], year, one.about["region"])
        for one in five
        for year in years[one.about["region"]]
    }
    have = {(o.about["department"], o.about["fiscal_year"], o.about["region"]) for o in five}
    rows = page.all("(.//table)[2]/tbody/tr")
    assert {tuple(map(words, row)) for row in rows} == due - have
    page.says(
        page.one(".//p[contains(., '应有')][contains(., '份，已收录')]"),
        f"本站只登记了 {len({office for office, _, _ in due})} 个部门和单位；没有登记的，例如同一地区的其他部门，一份也没有收录，"
        f"也不算在下面。登记了的应有 {len(due)} 份，已收录 {len(have)} 份，未收录 {len(due - have)} 份。",
    )


def department(page: Drawn) -> None:
    """What a department spent, for what, what contradicts, which projects scored least, which units are listed."""
    name = page.path.split("/")[2]
    own = [one for one in page.five.values() if one.about["department_id"] == name]
    cards = page.all("./*[contains(@class, 'grid-cards')]/article")
    assert len(cards) == len(own) == 1
    one = own[0]
    _spent(page, cards[0], one)
    _purposes(page, one)
    rows = findings.ordered(one)
    items = page.all(".//section[@class='worth']/ul/li")
    for item, row in zip(items, rows[:3], strict=True):
        board.heading(page, page.one("./a", item), row)
        page.say(page.all("./b", item), filter(None, [findings.gap(one, row)]))
    for link in page.all(".//section[@class='worth']/p/a"):
        page.says(link, f"全部 {len(rows)} 处")
    forms.lowest(page, [one], most=3, named=False)
    _units(page, one)


def _spent(page: Drawn, card: html.HtmlElement, one: Package) -> None:
    basic, project = (one.value(f"expenditure.{kind}") for kind in ("basic", "project"))
    assert basic is not None and project is not None
    spent, *rest = page.all("./p[1]//a", card)
    asked = ("expenditure.basic", "expenditure.project", "three_public.total", "headcount.serving")
    page.cell(spent, one, "expenditure.current")
    for link, measure in zip(rest, asked, strict=True):
        page.cell(link, one, measure)
    page.says(
        page.one("./p[1]", card),
        "花了 {} 万元：基本支出 {}，项目支出 {}；“三公”经费 {} 万元；在职 {} 人".format(
            grouped(one.cell("expenditure.current")), *(grouped(one.cell(each)) for each in asked)
        ),
    )
    shares = [half_up(each / (basic + project) * 100, 1) for each in (basic, project)]
    assert page.widths(card) == shares
    kinds = [each["kind"] for each in one.rows("projects")]
    told = f"{counted(one, passes=False)} · {kinds.count('project')} 个项目的自评表"
    _verdicts(page, card, one, told)
    for said in page.all("./p[starts-with(., '收支总计')]", card):
        change = one.value("overall", "change") or Decimal(0)
        word = "减少" if change < 0 else "增加"
        reason = one.cell("overall", "reason").rstrip("。")
        changed = "口径变了，不能直接相比。" if one.is_changed else ""
        page.leads(page.one("./a", said), one, "measures", "overall", "change")
        expected = (
            f"收支总计比上年{word} {grouped(abs(change))} 万元。{changed}部门说明的原因：{reason}"
        )
        page.says(said, expected)


def _purposes(page: Drawn, one: Package) -> None:
    """The classes of the general public budget, the largest first, and their shares as printed."""
    rows = classes(one)
    items = page.all("./h2[@id='purposes']/following-sibling::div[1]/ul/li")
    assert len(items) <= len(rows)
    shown = rows[: len(items)]
    for item, row in zip(items, shown, strict=True):
        page.says(item, f"{row['class']} {grouped(row['actual'])} 占 {row['share_pct']}%")
    of = sum((Decimal(row["actual"]) for row in rows), Decimal(0))
    drawn = page.widths(page.one("./h2[@id='purposes']/following-sibling::div[1]"))
    for width, row in zip(drawn, shown, strict=True):
        assert abs(width - Decimal(row["actual"]) / of * 100) < Decimal("0.02")


def classes(one: Package) -> list[Row]:
    """The classes on which the general public budget was spent, the largest first."""
    rows = [
        row
        for row in one.rows("functions")
        if row["fund"] == "general_public_budget" and row["level"] == "class" and row["actual"]
    ]
    return sorted(rows, key=lambda row: -Decimal(row["actual"]))


def _units(page: Drawn, one: Package) -> None:
    """How many units are listed, of which none of the five is one."""
    units = [row["name"] for row in one.rows("organisation") if row["kind"] == "unit"]
    for said in page.all(".//li[starts-with(., '列出')]"):
        counted_units = re.match(r"列出 (\d+) 个单位，已收录 (\d+) 个：", words(said))
        assert counted_units and counted_units.groups() == (str(len(units)), "0")
        page.tell_slot(said, "text")
