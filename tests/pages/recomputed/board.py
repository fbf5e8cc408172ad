"""Pages of checks: the board, rules, states, one contradiction; between disclosures; and what each disclosure's checks came to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise

from lxml import html

from tests.pages.recomputed import findings
from tests.pages.recomputed.drawn import FIGURE, NAMES, Drawn, words
from tests.pages.recomputed.packages import Package, Row, grouped

STATES = {
    "fail": "对不上", "unreadable": "无法核对", "information": "供参考", "rounding": "四舍五入",
    "not_applicable": "不适用", "pass": "相符",
}  # fmt: skip
"""What a check may come to, in the order of the pages."""

Named = tuple[Package, Row]
"""A check with its disclosure."""


def every(page: Drawn, state: str = "") -> list[Named]:
    """The checks of all disclosures, or those of a state."""
    return [
        (one, row)
        for one in page.five.values()
        for row in one.rows("checks")
        if not state or row["state"] == state
    ]


def badges(page: Drawn, box: html.HtmlElement, rows: Iterable[Row]) -> None:
    """Hold how many checks came to each state; a state to which none came is not named."""
    counts = Counter(row["state"] for row in rows)
    told = (f"{counts[state]:,} {name}" for state, name in STATES.items() if counts[state])
    page.say(page.all("./li", box), told)


def board(page: Drawn) -> None:
    """All contradictions, by cause, the weightiest first; the totals; the rules with their results."""
    five = [*page.five.values()]
    badges(page, page.all(".//ul[@class='badges']")[0], (row for _, row in every(page)))
    fails = [one for one in five if one.checks("fail")]
    rest = [one for one in five if not one.checks("fail")]
    lost = sum(len(one.checks("unreadable")) for one in rest)
    hint = page.all(".//p[@class='hint']")[0]
    assert words(hint).startswith(
        f"{len(five)} 份公开中，{len(fails)} 份有对不上的地方；另 {len(rest)} 份没有发现对不上的地方，"
        f"但其中有 {lost} 处因为有数没有取出或无法辨认，没能核对。不能同时成立的在前"
    )
    page.tell(hint)
    page.trust(page.one(".//form[@class='filters']"))  # names of departments, years and rules
    groups = page.all(".//*[@class='board'][1]/article")
    left = every(page, "fail")
    heaviest = [_group(page, group, left) for group in groups]
    assert left == []
    assert all(before <= after for before, after in pairwise(heaviest))
    quotes(page)
    _between(page)
    _rules(page)


def _group(page: Drawn, group: html.HtmlElement, left: list[Named]) -> tuple[object, ...]:
    """Contradictions of one disclosure that share an amount; returns the weight of the first."""
    link = page.one("./h3/a", group)
    one = page.package_of(link.get("href"))
    page.says(link, one.name)
    weights, amounts = [], []
    for section in page.all("./section", group):
        row = found(page, page.one("./h4/a", section).get("href"))[1]
        left.remove((one, row))
        heading(page, page.one("./h4/a", section), row)
        page.say(
            page.all("./p[starts-with(@class, 'gap')]", section),
            filter(None, [findings.gap(one, row)]),
        )
        for said in page.all("./p[not(@class)] | ./details/p", section):
            part_of(page, said, row["statement"])
        weights.append(findings.weight(one, row))
        amounts.append(
            {abs(Decimal(row[side])) for side in ("left", "right", "difference") if row[side]}
        )
    assert weights == sorted(weights)
    for own in amounts[1:]:
        assert any(own & other for other in amounts if other is not own), words(group)[:80]
    return weights[0]


def found(page: Drawn, href: str) -> Named:
    """The contradiction to which a link leads: …/findings/ID--RULE-SUBJECT/."""
    name, _, rest = href.partition("#")[0].strip("/").rpartition("/")[2].partition("--")
    one = page.five[name]
    keyed = {f"{r['rule']}-{re.sub('[/:]', '-', r['subject'])}": r for r in one.checks("fail")}
    return one, keyed[rest]


def heading(page: Drawn, element: html.HtmlElement, row: Row) -> None:
    """Hold that a contradiction is headed by what is said of it, or by its project and the end of that."""
    said, told = words(element), words_of(findings.told(row))
    name, _, end = said.partition("：")
    is_part = told.startswith(f"{said}；") or (name in told and told.endswith(end))
    assert said == told or is_part, f"{page.path}: {said}, {told}"
    page.tell(element)


def part_of(page: Drawn, element: html.HtmlElement, text: str) -> None:
    """Hold that an element says what stands in a text."""
    said = words(element)
    assert said in words_of(text), f"{page.path}: {said!r} is not in {text!r}"
    page.tell(element)


def words_of(text: str) -> str:
    return " ".join(text.split())


def quotes(page: Drawn) -> None:
    """Hold that each quotation stands in the source, at the line that is named."""
    for box in page.all(".//blockquote"):
        link = page.all(".//a", box)[0].get("href")
        one = page.package_of(link)
        lines = [squeezed(line) for line in one.source]
        for said in page.all("./p[not(contains(@class, 'where'))]", box):
            quoted = squeezed(words(said)).strip("…")
            assert quoted in one.squeezed, f"{page.path}: {words(said)}"
            page.tell(said)
        for where in page.all("./p[@class='where']", box):
            line = re.match(r"第 (\d+) 行", words(where))
            if line is None:
                assert squeezed(words(where)) in one.squeezed, words(where)
            elif figure := FIGURE.match(link):
                assert line[1] == one.figures[figure[1]]["line"], words(box)
            else:
                assert squeezed(words(page.all(".//mark", box)[0]))[:4] in lines[int(line[1]) - 1]
            page.tell(where)
    _rest_of_lines(page)


def _rest_of_lines(page: Drawn) -> None:
    """How many more lines a check uses: just those that are folded."""
    for said in page.all(".//summary[starts-with(., '用到的另外')]"):
        number = len(page.all("..//blockquote", said))
        page.says(said, f"用到的另外 {number} 行")


def squeezed(text: str) -> str:
    """A text without spaces and marks."""
    return re.sub(r"<[^<>]{1,7}>|[\s｜|*#/]", "", text)


def _between(page: Drawn) -> None:
    """Between disclosures nothing compares yet: one list of units and one of projects for each that has units."""
    listing = [one for one in page.five.values() if units(one)]
    page.say(page.all("(.//ul[@class='badges'])[2]/li"), [f"{2 * len(listing)} 不适用"])


def units(one: Package) -> list[str]:
    return [row["name"] for row in one.rows("organisation") if row["kind"] == "unit"]


def _rules(page: Drawn) -> None:
    """How often each rule came to each state."""
    counts = Counter((row["rule"], row["state"]) for _, row in every(page))
    listing = sum(bool(units(one)) for one in page.five.values())
    counts.update({(each, "not_applicable"): listing for each in ("B10", "B11")})
    tables = page.all(".//table[contains(@class, 'results')]")
    rows = page.all(".//table[contains(@class, 'results')]/tbody/tr")
    assert {rule for rule, _ in counts} <= {row.get("id") for row in rows}
    for row in rows:
        page.trust(row[0])  # the rule and its title
        page.say(row[1:], (str(counts[row.get("id"), state]) for state in STATES))
    for table, name in zip(tables, ("有对不上的", "没有对不上的"), strict=True):
        own = page.all("./tbody/tr", table)
        failed = [counts[row.get("id"), "fail"] > 0 for row in own]
        assert set(failed) == {name == "有对不上的"}
        said = f"{name} {len(own)} 条规则"
        page.hears(table.getparent(), said)
        assert words(page.one("./caption", table)).startswith(said)
        page.tell(page.one("./caption", table))
    for said in page.all(".//summary[starts-with(., '其余')]"):
        page.says(
            said, f"其余 {len(rows) - sum(map(bool, _failed(counts)))} 条规则：没有对不上的地方"
        )


def _failed(counts: Counter[tuple[str, str]]) -> list[int]:
    """How often each rule failed that did."""
    return [number for (_, state), number in counts.items() if state == "fail"]


def rule(page: Drawn) -> None:
    """The results of one rule: how many, the contradictions, and what it came to in each disclosure."""
    own = page.path.split("/")[2]
    rows = [(one, row) for one, row in every(page) if row["rule"] == own]
    for said in page.all("./h1 | ./div[@class='lead']"):
        page.trust(said)  # the words of the rule
    if own.startswith("B"):
        _rule_between(page, own)
        return
    badge = page.one(".//ul[@class='badges']")
    if rows:
        badges(page, badge, (row for _, row in rows))
    left = [(one, row) for one, row in rows if row["state"] == "fail"]
    for item in page.all(".//*[@class='fails']/ul/li"):
        link = page.one("./p[1]/a", item)
        one, row = found(page, link.get("href"))
        left.remove((one, row))
        gap = findings.gap(one, row)
        page.says(link, one.name + (f"：{gap}" if gap else ""))
        page.says(page.all("./p", item)[1], words_of(row["statement"]))
    assert left == []
    quotes(page)
    _results(page, rows)


def _results(page: Drawn, rows: list[Named]) -> None:
    """What the rule came to in each disclosure: how often each state, and an example of the first."""
    shown = {
        page.package_of(row[0][0].get("href")).id: row for row in page.all(".//table/tbody/tr")
    }
    assert sorted(shown) == sorted({one.id for one, _ in rows})
    for name, row in shown.items():
        own = [each for one, each in rows if one.id == name]
        counts = Counter(each["state"] for each in own)
        page.says(row[0], page.five[name].name)
        told = (f"{STATES[state]} {counts[state]}" for state in sorted(counts))
        page.says(row[1], "，".join(told))
        first = next(each for each in own if each["state"] == min(counts))
        if first["state"] == "fail":
            page.says(row[2], "见上面对不上的地方")
        elif first["statement"]:
            page.says(row[2], words_of(first["statement"]))
        else:
            sides(page, row[2], first)


def sides(page: Drawn, element: html.HtmlElement, row: Row) -> None:
    """Hold that both sides of a check are shown, and no other number; a sign between them must be true."""
    if not row["left"] or not row["right"]:
        return
    left, right = Decimal(row["left"]), Decimal(row["right"])
    tolerance = Decimal(row["tolerance"] or 0)
    said = words(element)
    numbers = [grouped(row["left"]), grouped(row["right"])]
    near = f"{numbers[0]} ≈ {numbers[1]}（在四舍五入容差 {tolerance.normalize():f} 内）"
    signs = {
        f"{numbers[0]} ＝ {numbers[1]}": left == right,
        f"{numbers[0]} ≤ {numbers[1]}": left <= right,
        f"{numbers[0]} ≥ {numbers[1]}": left >= right,
        near: left != right and abs(left - right) <= tolerance,
    }
    if said in signs:
        assert signs[said], f"{page.path}: {said}"
    else:
        assert "".join(said.split()).count("＝") == 0, f"{page.path}: {said}"
        shown = re.findall(r"-?\d[\d,]*(?:\.\d+)?", said)
        assert [one for one in shown if one != "0"] == [one for one in numbers if one != "0"], said
    page.tell(element)


def _rule_between(page: Drawn, own: str) -> None:
    """What compares disclosures finds no two of the five: units are listed of which none is there."""
    rows = page.all(".//table/tbody/tr")
    listing = [one for one in page.five.values() if units(one)] if own in ("B10", "B11") else []
    assert len(rows) == len(listing)
    for box in page.all(".//ul[@class='badges']/li[b]"):
        page.says(box, f"{len(listing)} 不适用")
    for row in rows:
        one = page.package_of(row[0][0].get("href"))
        page.says(row[1], "不适用 1")
        number, names = len(units(one)), "、".join(units(one))
        missing = f"列出 {number} 个单位，已收录 0 个；缺：{names}"
        told = {"B10": missing, "B11": f"缺 {number} 个单位的公开，不作比较"}[own]
        page.says(row[2], words_of(told))


def state(page: Drawn) -> None:
    """All checks that came to one state."""
    own = page.path.split("/")[2].replace("-", "_")
    expected = [
        (one.name, row["rule"], words_of(row["statement"])) for one, row in every(page, own)
    ]
    page.says(page.one(".//caption"), f"{STATES[own]}的核对 共 {len(expected)} 处")
    page.trust(page.one(".//p[@class='hint']"))  # what the state means
    for row in page.all(".//table/tbody/tr"):
        told = tuple(map(words, row))
        expected.remove((told[0], told[1], told[2]))
        page.tell(row)
    assert expected == []


def finding(page: Drawn) -> None:
    """One contradiction: what is said of it, how far its sides are apart, what is printed, letters about it."""
    one, row = found(page, page.path.removesuffix("index.html"))
    heading(page, page.one("./h1"), row)
    gap, statement = findings.gap(one, row), words_of(row["statement"])
    leads = page.all("./p[contains(@class, 'lead')]")
    for said in leads:
        assert words(said) == f"{gap}。" or words(said).rstrip("。") in statement, words(said)
        page.tell(said)
    assert not gap or words(leads[0]) == f"{gap}。"
    for said in page.all("./p[contains(@class, 'finding')]"):
        assert words(said).removeprefix("算式：").rstrip("。") in statement
        page.tell(said)
    quotes(page)
    _cells(page, one)
    for box in page.all(".//details[./summary[contains(., '用到的数都是 0')]]"):
        left = page.all(".//tbody/tr", box)
        page.says(page.one("./summary", box), f"另外 {len(left)} 行，用到的数都是 0")
        marked = " ".join(map(words, page.all(".//mark", box)))
        assert {*map(Decimal, re.findall(r"[\d.]+", marked.replace(",", "")))} == {Decimal(0)}
    for said in page.all("./h2[@id='why']/following-sibling::p"):
        if said.text and said.text.startswith("同样的数还印在别处"):
            _elsewhere(page, said, one, row)
        elif not page.all(".//pre", said):
            page.trust(said)  # the words of the rule
    for letter in page.all(".//pre"):
        _letter(letter, one, row)
        page.tell(letter)


def _letter(letter: html.HtmlElement, one: Package, row: Row) -> None:
    """Hold that a letter says only what the check says and what is printed, and counts what it leaves out."""
    told = words_of(f"{row['statement']} {findings.told(row)}")
    lines = [words_of(line) for line in letter.text_content().split("\n")]
    quoted = [line for line in lines if re.match(r"\d+\. ", line)]
    assert [int(line.partition(".")[0]) for line in quoted] == [*range(1, len(quoted) + 1)]
    for line in quoted:
        head, _, text = line.rstrip("”").partition("：“")
        assert all(each in one.squeezed for each in re.split("…|”，“", squeezed(text))), line
        if stated := re.search(r"，[^，“”]+ ([\d,.]+)$", head):
            assert stated[1] in {one.figures[each]["text"] for each in row["figures"].split()}, line
    for line in set(lines) - set(quoted):
        if left := re.fullmatch(r"（另有 (\d+) 处用到的数字，从略）", line):
            assert int(left[1]) + len(quoted) == len(set(row["figures"].split()))
        elif line.startswith(f"{one.about['department']}：《"):  # the citation
            cited = line.partition("，“")[2].partition("”（勾稽核对")[0]
            assert cited in told and f"规则 {row['rule']}）" in line, line
        elif line.startswith(("我理解的通常口径是：", "我的理解是：")):
            continue  # the words of the rule
        elif re.search(r"\d", NAMES.sub("", line)):
            assert line.removeprefix("算式：").rstrip("。") in told, line


def _cells(page: Drawn, one: Package) -> None:
    """Hold that cells of the tables of a contradiction are cells of the package."""
    for cell in page.all(".//details//div[@class='scroll']//td"):
        said = words(cell)
        if re.search(r"\d", said) and not page.all(".//a[contains(@href, '#f')]", cell):
            assert said in one.cells, f"{page.path}: {said}"
            page.tell(cell)


def _elsewhere(page: Drawn, said: html.HtmlElement, one: Package, row: Row) -> None:
    """Hold that an amount of which it is said that it is printed elsewhere is."""
    for amount, names in re.findall(r"([\d,.]+) 万元也是((?:“[^”]+”)+)", words(said)):
        value = Decimal(amount.replace(",", ""))
        for name in re.findall(r"“([^”]+)”", names):
            printed = [r["actual"] for r in one.rows("measures") if r["label"] == name]
            assert value in {Decimal(each) for each in printed if each}, f"{page.path}: {name}"
    page.tell(said)
