"""Pages about the whole: how it is done, what the data are, words with examples; and pages that are only written."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal

from lxml import html

from tests.pages.recomputed import board, findings
from tests.pages.recomputed.drawn import FIGURE, Drawn, words
from tests.pages.recomputed.packages import Package, grouped, half_up

LEDGER = ("bound", "prose", "reference", "unread")


def written(page: Drawn) -> None:
    """A page that says only what somebody wrote: nothing of it is computed."""
    for said in page.all(".//ul[@class='events']/li/span[starts-with(., '更正：')]"):
        page.trust(said)  # what a maintainer wrote of a correction
    if page.path.startswith("developers/"):
        for said in page.all(".//section | .//pre"):
            page.trust(said)  # the description of the interface


def methods(page: Drawn) -> None:
    """How many numbers are where, and of each family of rules how many hold."""
    statuses = Counter(row["status"] for one in page.five.values() for row in one.rows("figures"))
    for said, status in zip(page.all(".//dl[@class='ledger']/dd/p"), LEDGER, strict=True):
        page.says(said, f"已收录的公开里 {statuses[status]:,} 个")
        share = Decimal(statuses[status]) / statuses.total() * 100
        assert all(abs(width - share) <= Decimal("0.05") for width in page.widths(said))
    for section in page.all(".//*[@class='families']/section"):
        _family(page, section)


def _family(page: Drawn, section: html.HtmlElement) -> None:
    letter = page.one("./h3", section).get("id")[-1].upper()
    rules = {path.name for path in (page.site / "d" / "rules").glob(f"{letter}*") if path.is_dir()}
    rows = [(one, row) for one, row in board.every(page) if row["rule"].startswith(letter)]
    states = Counter(row["state"] for _, row in rows)
    first = page.all("./p", section)[0]
    said = f"{len(rules)} 条规则，编号以 {letter} 开头"
    held = f"：{states['pass']:,} 处相符，{states['fail']} 处对不上。"
    none = "。已收录的公开里还没有这样的两处可比。"
    page.says(first, said + (held if states["pass"] else none))
    for example in page.all("./p[starts-with(., '对得上的一处')]", section):
        _example(page, example)
    fails = [(one, row) for one, row in rows if row["state"] == "fail"]
    for worst in page.all("./p[starts-with(., '对不上的一处')]", section):
        one, row = min(fails, key=lambda each: findings.weight(*each))
        gap = findings.gap(one, row)
        page.says(
            worst,
            f"对不上的一处：{findings.told(row)}{f'，{gap}' if gap else ''}"
            f"（{one.name}，规则 {row['rule']}）。",
        )


def _example(page: Drawn, said: html.HtmlElement) -> None:
    """The sides of a check that holds."""
    name, rule = (words(link) for link in page.all("./a", said)[:2])
    one = next(each for each in page.five.values() if each.name == name)
    row = next(
        r
        for r in one.checks("pass")
        if r["rule"] == rule and r["left"] and Decimal(r["left"]) and r["right"]
    )
    assert words(said).endswith(f"{grouped(row['left'])} ＝ {grouped(row['right'])}。")
    page.tell(said)


def data(page: Drawn) -> None:
    """Sizes of files, how many there are, examples of columns, how many rules compare a column."""
    for small in page.all("(.//table)[1]//td//small"):
        file = page.site / page.path.partition("/")[0] / small.getprevious().get("href")
        page.says(small, f"{round(file.resolve().stat().st_size / 1000)} KB")
    for said in page.all(".//summary[contains(., 'Parquet')]"):
        page.says(said, f"每个数据表一个 Parquet 文件，共 {len(page.all('../ul/li', said))} 个")
    rules = _rules_by_column(page)
    for row in page.all(".//details[starts-with(@id, 'dict-')]/div/table/tbody/tr"):
        _column(page, row, rules)
    for said in page.all(".//details//p | .//details/summary | .//pre | (.//table)[1]//th"):
        page.trust(said)  # names of tables and files, commands
    for said in page.all("(.//table)[2]//td | (.//table)[2]//th"):
        page.trust(said)  # names of files


def _rules_by_column(page: Drawn) -> dict[tuple[str, str], set[str]]:
    """The rules of which some check cites a figure of a column, by its table and name."""
    found: dict[tuple[str, str], set[str]] = {}
    for one, row in board.every(page):
        for figure in (one.figures[each] for each in row["figures"].split()):
            found.setdefault((figure["resource"], figure["field"]), set()).add(row["rule"])
    return found


def _column(page: Drawn, row: html.HtmlElement, by_column: dict[tuple[str, str], set[str]]) -> None:
    resource = row.xpath("ancestor::details[1]")[0].get("id").removeprefix("dict-")
    name, title, kind, unit, example, rules, told = row
    for cell in (name, title, kind, unit, told):
        page.trust(cell)  # what a column is
    column, said = words(name), words(example)
    if said and resource != "checks_between":  # a table that no package has
        assert _is_example(page, resource, column, said), f"{resource}.{column}: {said}"
    page.trust(example)  # any cell of the column will do
    known = by_column.get((resource, column), set())
    listed = [*map(words, page.all("./a", rules))]
    more = re.search(r"等 (\d+) 条$", words(rules))
    assert {*listed} <= known, words(rules)
    assert (int(more[1]) if more else len(listed)) == len(known), words(rules)
    page.tell(rules)


def _is_example(page: Drawn, resource: str, column: str, said: str) -> bool:
    """Whether some row has such a cell, and prints it so."""
    five = page.five.values()
    printed = re.fullmatch(r"(.*)（印作“(.*)”）", said)
    shown = printed[1] if printed else said
    cells = {r[column] for one in five for r in one.rows(resource) if r.get(column)}
    flat = {" ".join(each.split()) for each in cells}
    if shown.endswith("…"):
        return any(each.startswith(shown[:-1]) for each in flat)
    texts = {
        each["text"]
        for one in five
        for each in one.rows("figures")
        if printed and (each["resource"], each["field"]) == (resource, column)
    }
    return shown in flat and (not printed or printed[2] in {" ".join(t.split()) for t in texts})


def glossary(page: Drawn) -> None:
    """Each example is of the disclosure that it names, and of the cell of which it speaks."""
    for said in page.all(".//dd/small[starts-with(., '例：')]"):
        one = page.package_of(page.all(".//a", said)[0].get("href"))
        assert words(page.all(".//a", said)[0]).startswith(one.name)
        for link in page.all(".//a[contains(@href, '#f')]", said):
            assert page.package_of(link.get("href")) is one
        _meant(page, said, one)
        page.tell(said)
    own = page.one(".//h2[@id='disclosed']/following-sibling::details/summary")
    page.says(
        own,
        f"{len({row['term'] for each in page.five.values() for row in each.rows('glossary')})} 个词",
    )
    for said in page.all(".//dd"):
        if re.search(r"\d", said.text or ""):
            page.trust_slot(said, "text")  # what a word means


COLUMNS = {
    "年初预算数": "initial_budget", "全年预算数": "annual_budget", "决算数": "actual",
    "预决算差异率": "variance_pct", "占比": "share_pct", "比上年增减": "change",
}  # fmt: skip


def _parts(one: Package, links: list[html.HtmlElement], column: str) -> None:
    """Hold that each part of a calculation is the cell of which the words before it speak."""
    for link in links[:-1]:
        figure = one.figures[FIGURE.match(link.get("href"))[1]]
        before = (link.getprevious().tail or "").split()
        if column == "variance_pct":
            assert figure["field"] in ("actual", "annual_budget", "initial_budget")
        else:
            assert figure["field"] == "actual" and before[-1].rpartition("：")[2] in one.labels(
                figure
            )


def _meant(page: Drawn, said: html.HtmlElement, one: Package) -> None:
    """Hold that an example is of the measure that it names, or makes a right sum."""
    text = words(said)
    links = page.all(".//a[contains(@href, '#f')]", said)
    named = re.search(r"年度的“(.*)”(?:是 |：(.*＝ )?)", text)
    if named and links:
        figure = one.figures[FIGURE.match(links[-1].get("href"))[1]]
        label, _, column = named[1].rpartition("的")
        column = COLUMNS.get(column, "")
        labels = one.labels(figure)
        assert (label if column else named[1]) in labels, text
        assert figure["field"] == (column or "actual"), text
        _parts(one, links, column)
    for made, stated in findings.sums(text):
        assert made == stated, text
    if off := re.search(r"：（([\d,.]+) − ([\d,.]+)）÷ ([\d,.]+) ＝ (-?[\d,.]+)%。", text):
        actual, budget, base, stated = (Decimal(each.replace(",", "")) for each in off.groups())
        assert budget == base and half_up((actual - budget) / budget * 100, 2) == stated, text
    if "推算上年是" in text:
        row = one.row("three_public.total")
        before = Decimal(row["actual"]) - Decimal(row["change"])
        assert f"推算上年是 {grouped(before)} 万元" in text
    if item := re.search(r"用在 (\d+) (\S+) 的是 ([\d,.]+) 万元", text):
        own = next(row for row in one.rows("functions") if row["code"] == item[1])
        assert (own["item"], grouped(own["actual"])) == (item[2], item[3])
    if rounded := re.search(r"≈ .*相差 ([\d.]+) 万元", text):
        statements = {board.words_of(row["statement"]) for row in one.checks("rounding")}
        assert any(text.partition("：")[2].partition("：")[2].rstrip("。") in s for s in statements)
        assert rounded
