"""Spending by function over all: classes, subclasses, items; who is listed, sums of items, strips of classes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from lxml import html

from tests.pages.recomputed.drawn import Drawn, words
from tests.pages.recomputed.packages import Package, Row, grouped, half_up, total

USUAL = "general_public_budget"
FUNDS = {USUAL: "", "government_fund": " · 政府性基金预算", "state_capital": " · 国有资本经营预算"}
"""How a budget is called beside an amount; the usual one is not."""

SEAMS = ("级次调整", "从本部门分离", "新增部门")
"""Words of the five by which a department has other parts than the year before."""

UNCODED = {"退役安置": "20809"}
"""Subclasses of items that have no code, by their names in the classification of 2023."""

FEW = 3
SHOWN = 5
"""Amounts in the line of a subclass."""


@dataclass
class Amount:
    """What one disclosure spent of one budget at one code: printed there, or the sum of these items."""

    package: Package
    fund: str
    rows: list[Row]
    printed: bool

    @property
    def value(self) -> Decimal:
        return total(row["actual"] for row in self.rows)

    @property
    def is_summed(self) -> bool:
        return not self.printed and len(self.rows) > 1

    def said(self) -> str:
        """The line of it."""
        about = self.package.about
        whose = f"{about['department']} {about['fiscal_year']} · {about['scope']}{FUNDS[self.fund]}"
        share = self.rows[0]["share_pct"] if self.printed else ""
        whose += f" · 占 {share}%" if share else ""
        whose += f" · {len(self.rows)} 项之和" if self.is_summed else ""
        whose += self.apart()
        changed = f" {changed_of(self.package, self.rows[0])}" if self.is_item else ""
        return f"{whose}{changed.rstrip()} {grouped(self.value)}"

    def apart(self) -> str:
        """What the items of a printed class make up, where that is not what is printed."""
        code, level = self.rows[0]["code"], self.rows[0]["level"]
        if not self.printed or level == "item":
            return ""
        rows = (row for row in self.package.rows("functions") if row["level"] == "item")
        below = total(
            row["actual"]
            for row in rows
            if row["fund"] == self.fund and code_of(row).startswith(code)
        )
        off = abs(below - self.value)
        assert off < Decimal("0.05"), "more than rounding parts a class from its items"
        return f" · 各项之和 {grouped(below)}，差在四舍五入" if off else ""

    @property
    def is_item(self) -> bool:
        return self.printed and self.rows[0]["level"] == "item"


def changed_of(package: Package, row: Row) -> str:
    """How an item changed: before it opens, and open with the reason."""
    if not row["change"] or not Decimal(row["change"]):
        return ""
    change = Decimal(row["change"])
    size = f"{'减少' if change < 0 else '增加'} {grouped(abs(change))}"
    is_seam = any(word in row["reason"] for word in SEAMS)
    assert not is_seam or package.is_changed
    seam, flag = ("（口径变了）", "口径变了，不能直接相比。") if is_seam else ("", "")
    reason = f"部门说明的原因：{row['reason'].rstrip('。')}" if row["reason"] else ""
    return f"比上年{size}{seam}{size} 万元。{flag}{reason}"


def code_of(row: Row) -> str:
    """The code of a line; of an item without one that of its subclass and a mark."""
    return row["code"] or f"{UNCODED[row['subclass']]}~"


def amounts(packages: Iterable[Package], code: str) -> list[Amount]:
    """What all disclosures spent at a code."""
    found = []
    for one in packages:
        for fund in FUNDS:
            rows = [row for row in one.rows("functions") if row["fund"] == fund and row["actual"]]
            own = [row for row in rows if code_of(row) == code]
            below = [row for row in rows if row["level"] == "item"]
            items = [row for row in below if code_of(row).startswith(code)]
            if own or items:
                found.append(Amount(one, fund, own or items, printed=bool(own)))
    return found


def functions(page: Drawn) -> None:
    """The tree, and a strip for each disclosure."""
    five = [*page.five.values()]
    codes = {code_of(row) for one in five for row in one.rows("functions") if row["actual"]}
    classes = sorted({code[:3] for code in codes})
    heads = page.all("./h2[starts-with(@id, 'c') and @id != 'classes']")
    assert [one.get("id")[1:] for one in heads] == classes
    for code, head in zip(classes, heads, strict=True):
        assert words(head).endswith(f" {code}")
        page.tell(head)
        tree = page.all("./following-sibling::div[@class='tree'][1]", head)[0]
        _listed(page, page.all("./ul[@class='who']/li", tree), amounts(five, code))
        below = sorted({one[:5] for one in codes if one.startswith(code) and len(one) > 3})
        subclasses = page.all(".//details[@id]", tree)
        if len(below) > 1:
            items = [one for one in codes if one.startswith(code) and len(one) > 5]
            fold = page.one("./details[@class='parts']/summary", tree)
            page.says(fold, f"分成 {len(below)} 款、{len(items)} 项")
        assert [one.get("id") for one in subclasses] == [f"c{one}" for one in below]
        for subclass in subclasses:
            _subclass(page, subclass, five, codes)
    _strips(page, five, classes)


def _subclass(page: Drawn, box: html.HtmlElement, five: list[Package], codes: set[str]) -> None:
    """How many items, what the disclosures that spent most spent on them together; then each item."""
    code = box.get("id")[1:]
    items = sorted(one for one in codes if one.startswith(code) and len(one) > 5)
    summed = amounts(five, code)
    head = page.one("./summary", box)
    largest = sorted(summed, key=lambda one: -one.value)
    shown = "".join(
        f"{one.package.about['department']} {grouped(one.value)}" for one in largest[:SHOWN]
    )
    numbers = page.all(".//span[@class='one']/*[last()]", head)
    slanted = [one.tag == "i" for one in numbers if one.tag != "small"]
    assert slanted == [one.is_summed for one in largest[:SHOWN]], (
        "just what is summed is in italics"
    )
    more = f"共 {len({one.package.id for one in summed})} 份公开" if len(summed) > SHOWN else ""
    assert words(head).endswith(f" {code} {len(items)} 项{shown}{more}"), words(head)
    page.tell(head)
    _listed(page, page.all("./ul[@class='who']/li", box), summed)
    boxes = page.all("./div[@class='item']", box)
    for item, own in zip(boxes, items, strict=True):
        name = page.one("./p", item)
        assert words(name).endswith(" 无编码" if own.endswith("~") else f" {own}")
        page.tell(name)
        _listed(page, page.all("./ul[@class='who']/li", item), amounts(five, own))


def _listed(page: Drawn, items: list[html.HtmlElement], expected: list[Amount]) -> None:
    """Hold that just these amounts are listed, each with the evidence of its cell or as a sum of so many."""
    page.say(items, (one.said() for one in expected))
    for item, one in zip(items, expected, strict=True):
        number = item[-1]
        if one.is_summed:
            page.hears(number, f"推算：{len(one.rows)} 个项级科目之和", "title")
            assert number.tag == "span"
            continue
        row = one.rows[0]
        key = f"{row['fund']}/{row['level']}/{row['position']}"
        page.leads(number, one.package, "functions", key, "actual")
        for link in page.all("./span/small/a", item):
            page.leads(link, one.package, "functions", key, "share_pct")
        for link in page.all(".//details/a", item):
            page.leads(link, one.package, "functions", key, "change")


def _strips(page: Drawn, five: list[Package], classes: list[str]) -> None:
    """Of what classes the general public budget of each is made up, in percent."""
    keys = [words(one).rpartition(" ")[2] for one in page.all("(.//p[@class='key'])[1]//code")]
    used = {one for one in classes if any(map(_is_drawn, amounts(five, one)))}
    assert keys == sorted(used)
    other = [words(one).rpartition(" ")[2] for one in page.all("(.//p[@class='key'])[2]//code")]
    assert other == [one for one in classes if one not in used]
    for key in page.all(".//p[@class='key']"):
        page.tell(key)
    bars = page.all(".//*[@class='shares']/dl/dd/svg")
    names = page.all(".//*[@class='shares']/dl/dt/a")
    drawn = {
        page.package_of(name.get("href")).id: bar for name, bar in zip(names, bars, strict=True)
    }
    assert len(drawn) == len(bars) == len(five)
    for one in five:
        parts = [a for code in classes for a in amounts([one], code) if _is_drawn(a)]
        whole = sum((part.value for part in parts), Decimal(0))
        shares = [part.value / whole * 100 for part in parts]
        names = [part.rows[0]["class"] for part in parts]
        told = [f"{each} {half_up(own, 1)}%" for each, own in zip(names, shares, strict=True)]
        page.hears(drawn[one.id], "，".join(told))
        largest = sorted(zip(shares, told, strict=True), key=lambda each: -each[0])[:FEW]
        page.says(drawn[one.id].getnext(), "，".join(text for _, text in largest))
        for width, share in zip(page.widths(drawn[one.id]), shares, strict=True):
            assert abs(width - share) < Decimal("0.02")


def _is_drawn(amount: Amount) -> bool:
    return amount.fund == USUAL and bool(amount.value)
