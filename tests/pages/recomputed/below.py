"""Pages below that of a disclosure: its checks, its forms, its source."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from itertools import pairwise

from lxml import html

from tests.pages.recomputed import board, findings, forms
from tests.pages.recomputed.drawn import Drawn, words
from tests.pages.recomputed.packages import Package, Row, grouped

LISTED = ("unreadable", "information", "rounding", "not_applicable")
"""States whose checks are listed, each with its statement."""


def own(page: Drawn) -> Package:
    return page.five[page.path.split("/")[1]]


def checks(page: Drawn) -> None:
    """All checks of a disclosure: how many came to which state, each that did not simply hold."""
    one = own(page)
    board.badges(page, page.all(".//ul[@class='badges']")[0], one.rows("checks"))
    for head in page.all("./h2[not(@id='between')]"):
        state = head.get("id").replace("-", "_")
        page.says(head, f"{board.STATES[state]}（{len(one.checks(state)):,}）")
    for hint in page.all("./div[@class='meta']/p[@class='hint']"):
        page.trust(hint)
    _fails(page, one)
    for state in LISTED:
        _listed(page, one, state)
    _passes(page, one)
    _between(page, one)


def _fails(page: Drawn, one: Package) -> None:
    left, weights = one.checks("fail"), []
    for item in page.all("./div[@class='checks fail']/ul/li"):
        row = board.found(page, page.one("./a", item).get("href"))[1]
        left.remove(row)
        weights.append(findings.weight(one, row))
        board.heading(page, page.one("./a", item), row)
        page.say(page.all("./b", item), filter(None, [findings.gap(one, row)]))
        statement = board.words_of(row["statement"])
        page.says(page.all("./details/p", item)[0], f"{statement}（规则 {row['rule']}）")
        for cited in page.all("./details/p[@class='cited']", item):
            texts = [one.figures[each]["text"] for each in row["figures"].split()]
            more = re.search(r" 等 (\d+) 个数字$", words(cited))
            assert not more or int(more[1]) <= len(texts), words(cited)
            page.tell(cited)
    assert left == [] and weights == sorted(weights)


def _listed(page: Drawn, one: Package, state: str) -> None:
    rows = one.checks(state)
    items = page.all(f"./div[@class='checks {state}']//ul/li")
    expected = Counter(board.words_of(f"{row['rule']} {row['statement']}") for row in rows)
    assert Counter(map(words, items)) == expected
    for item in items:
        page.tell(item)
    for said in page.all(f"./div[@class='checks {state}']//summary"):
        told = (f"逐处列出 {len(rows)} 处", f"同样这 {len(rows)} 处，各附所用数字在原文的位置")
        assert words(said) in told, words(said)
        page.tell(said)


def _passes(page: Drawn, one: Package) -> None:
    counts = Counter(row["rule"] for row in one.checks("pass"))
    for box in page.all("./div[@class='checks pass']/details[./table]"):
        rows = page.all("./table/tbody/tr", box)
        numbers = []
        for row in rows:
            page.trust(row[0])  # the rule
            numbers.append(counts.pop(words(row[0]).partition(" ")[0]))
            page.says(row[1], str(numbers[-1]))
        said = f"：{len(rows)} 条规则，{sum(numbers):,} 处相符"
        assert words(page.one("./summary", box)).endswith(said)
        page.tell(page.one("./summary", box))
    assert not counts
    for said in page.all("./div[@class='checks pass']/details[not(./table)]/summary"):
        page.says(said, f"逐处列出 {len(one.checks('pass')):,} 处相符的核对")


def _between(page: Drawn, one: Package) -> None:
    """With other disclosures nothing is compared: its units are listed, of which none is there."""
    listed = board.units(one)
    for box in page.all("./h2[@id='between']/following-sibling::ul[@class='badges']"):
        page.say(page.all("./li", box), ["2 不适用"])
    for head in page.all("./h3[starts-with(@id, 'between')]"):
        count = re.search(r"（(\d+)）$", words(head))
        assert count and int(count[1]) == 2 and listed
        page.tell(head)
    for said in page.all("./h2[@id='between']/following-sibling::*//*[contains(text(), '个单位')]"):
        told = rf"列出 {len(listed)} 个单位，已收录 0 个；|缺 {len(listed)} 个单位的公开"
        assert re.search(told, words(said)), words(said)
        page.tell(said)


def projects(page: Drawn) -> None:
    """The forms of one page, each as it is printed, with what follows from it."""
    one = own(page)
    every = {row["project_id"]: forms.Form(one, row) for row in one.rows("projects")}
    for said in page.all(".//a[contains(@href, '#index')] | ./details[@id='index']/summary"):
        page.says(said, f"全部 {len(every) - 1} 个项目：按得分、执行率、金额排序")
    for row in page.all("./details[@id='index']//tbody/tr"):
        _index(page, row, every)
    for said in page.all("./div[@class='meta']//*[starts-with(text(), '第 ')]"):
        page.trust(said)  # which forms stand on which page
    boxes = page.all("./div[@class='form']")
    assert boxes
    for box in boxes:
        head = box.xpath("preceding-sibling::h2[1]")[0]
        form = every[head.get("id")]
        page.says(head, forms.flat(_name(form)))
        _form(page, box, form)


def _name(form: forms.Form) -> str:
    if form.row["kind"] == "overall":
        return "整体支出绩效自评表"
    return form.row["name"] or f"第 {form.row['position']} 张表（名称无法辨认）"


def _index(page: Drawn, row: html.HtmlElement, every: dict[str, forms.Form]) -> None:
    form = every[page.one("./th/a", row).get("href").rpartition("#")[2]]
    rate = f"{grouped(form.rate)}%" if form.rate else ""
    budget = form.money("annual_budget")
    score = form.row["total_score"]
    told = (_name(form), budget and grouped(budget), rate, score and grouped(score))
    page.say(row, (forms.flat(each) or "—" for each in told))


def _form(page: Drawn, box: html.HtmlElement, form: forms.Form) -> None:
    for said in page.all("./p[@class='result']", box):
        assert _said(said) == _result(form), f"{page.path} {form.id}: {_result(form)}"
        page.tell(said)
    _missed(page, box, form)
    for said in page.all("./p[not(@class)]", box):
        names = [form.row[each] for each in ("name", "supervisor", "implementer")]
        assert all(part.partition("：")[2] in names for part in _said(said).split(" · ")), words(
            said
        )
        page.tell(said)
    for said in page.all("./details/summary", box):
        counted = f"资金和 {len(form.indicators)} 项指标"
        page.says(said, counted)
    for mark in page.all(".//span[@class='moved' and @title]", box):
        page.trust_slot(mark, "title")  # who read it, and what the extraction shows
    goals = page.all(".//div[@class='goals']/div/p", box)
    for goal, column in zip(goals, ("expected_goal", "actual_goal"), strict=False):
        assert _said(goal) == forms.flat(form.row[column] or "无法辨认或未列示")
        page.tell(goal)
    _tables(page, box, form)


def _said(element: html.HtmlElement) -> str:
    """The text of an element without the marks of cells that were damaged."""
    for mark in element.xpath(".//span[@class='moved']"):
        mark.tail, tail = "", mark.tail or ""
        before = mark.getprevious()
        if before is None:
            mark.getparent().text = (mark.getparent().text or "") + tail
        else:
            before.tail = (before.tail or "") + tail
        mark.getparent().remove(mark)
    return words(element)


def _short(value: Decimal) -> str:
    return f"{value.normalize():,f}"


def _result(form: forms.Form) -> str:
    """What a form says of money and score, and what it lost."""
    known = [one for one in form.indicators if one["weight"] and one["score"]]
    lost = [forms.lost(one) for one in known]
    money = (("全年预算", "annual_budget"), ("执行", "executed"))
    told = [f"{name} {grouped(form.money(each))} 万元" for name, each in money if form.money(each)]
    told += [f"执行率 {grouped(form.rate)}%"] if form.rate else []
    score = form.row["total_score"]
    told += [f"自评 {grouped(score)} 分"] if score else []
    some = "" if len(known) == len(form.indicators) else "读出分值和得分的 "
    missed = sum(1 for one in lost if one)
    short = f"中 {missed} 项没有得满分，共少得 {_short(sum(lost, Decimal(0)))} 分"
    counts = [f"{some}{len(known)} 项指标{short if missed else '都得满分'}"] if known else []
    counts += [f"预算执行率少得 {_short(forms.lost(o))} 分" for o in form.funds if forms.lost(o)]
    parts = ["，".join(told), "；".join(counts), _unexplained(form)]
    return "".join(f"{part}。" for part in parts if part)


def _unexplained(form: forms.Form) -> str:
    """What the total lacks to 100 and its rows do not tell."""
    missed, score = form.of_rows(), form.row["total_score"]
    if not_read := form.not_read():
        points = _short(forms.lost(not_read))
        return f"第 {not_read['position']} 项的得分没有读出，由总分推出少得 {points} 分"
    if missed is None or not score or 100 - Decimal(score) == missed:
        return ""
    lacks = 100 - Decimal(score)
    word = "少" if lacks >= 0 else "多"
    return (
        f"总分比 100 分{word} {_short(abs(lacks))} 分，读出的各项共少得 {_short(missed)} 分，"
        f"相差的 {_short(abs(lacks - missed))} 分从这些分值和得分看不出原因"
    )


def _with_result(one: Row) -> str:
    """A row that lost points, an indicator with its target and result."""
    said = forms.scored(one)
    if "level3" not in one or "not_read" in one:
        return said
    lost = one["unreadable"].split()
    values = {"目标": "target", "完成": "actual"}
    told = [
        f"{word} {'无法辨认' if name in lost else one[name].lstrip('=＝')}"
        for word, name in values.items()
        if one[name] or name in lost
    ]
    name, _, points = said.rpartition("（")
    return f"{name}（{'，'.join(told)}；{points}" if told else said


def _missed(page: Drawn, box: html.HtmlElement, form: forms.Form) -> None:
    """What lost points by reason, the most first."""
    left = {why: sorted(rows, key=lambda one: -forms.lost(one)) for why, rows in form.losses()}
    costs = []
    for item in page.all("./ul[@class='missed']/li", box):
        said = words(item)
        found = [
            why
            for why, rows in left.items()
            if said == forms.flat("、".join(map(_with_result, rows)) + (f"：{why}" if why else ""))
        ]
        assert found, f"{page.path} {form.id}: {said}, {left}"
        costs.append(sum(map(forms.lost, left.pop(found[0]))))
        page.tell(item)
    assert not left and costs == sorted(costs, reverse=True), f"{form.id}: {left}"


FUNDS = ("initial_budget", "annual_budget", "executed", "weight", "execution_rate_pct", "score")


def _tables(page: Drawn, box: html.HtmlElement, form: forms.Form) -> None:
    funds, indicators = page.all(".//table/tbody", box)
    for row, printed in zip(funds, form.funds, strict=True):
        assert words(row[0]).startswith(forms.flat(printed["label"]))
        page.tell(row[0])
        page.say(row[1:], (_cell(printed, each) for each in FUNDS))
    for row, printed in zip(indicators, form.indicators, strict=True):
        _indicator(page, row, printed)


def _cell(row: Row, column: str) -> str:
    if column in row["unreadable"].split():
        return "无法辨认"
    return grouped(row[column]) if row[column] else "—"


def _indicator(page: Drawn, row: html.HtmlElement, printed: Row) -> None:
    """An indicator as it is printed: name, basis, target, what was reached, weight, score, reason."""
    lost = printed["unreadable"].split()
    assert "level3" in lost or words(row[0]).startswith(forms.flat(printed["level3"]))
    page.tell(row[0])
    columns = ["basis"] * (len(row) - 6) + ["target", "actual", "weight", "score", "reason"]
    for cell, column in zip(row[1:], columns, strict=True):
        value = "无法辨认" if column in lost else printed[column]
        if column in ("weight", "score"):
            value = _cell(printed, column)
        value = forms.begun(value) if column == "reason" else value
        assert _said(cell) == forms.flat(value), f"{page.path}: {words(cell)}, {value!r}"
        page.tell(cell)


def source(page: Drawn) -> None:
    """The source, line by line, with each figure of the ledger where it stands."""
    one = own(page)
    lines = one.source
    for item in page.all(".//ol/li"):
        number = int(item.get("id").removeprefix("L"))
        said, printed = "".join(item.text_content().split()), board.squeezed(lines[number - 1])
        assert board.squeezed(said) == printed, f"{page.path}: {said}"
        for mark in page.all(".//b[starts-with(@id, 'f')]", item):
            figure = one.figures[mark.get("id")]
            assert figure["line"] == str(number), mark.get("id")
            assert "".join(words(mark).split()) == "".join(figure["text"].split())
        page.tell(item)
    _around(page, one, lines)


def _around(page: Drawn, one: Package, lines: list[str]) -> None:
    """Which lines stand on which page, the hash of the file, how many sections and figures."""
    assert words(page.one(".//code[@class='hash']")) == one.about["source_sha256"]
    for head in page.all("./details[@class='jump-to']/summary"):
        items = page.all("../ul/li", head)
        page.says(head, f"跳到哪一节（{len(items)} 处）")
        for item in items:
            page.trust(item)  # headings of the source, cut short
    unread = [row for row in one.rows("figures") if row["status"] == "unread"]
    first = page.all(".//ol/li")[0].get("id").removeprefix("L")
    for said in page.all("./p[@class='hint']"):
        counts = re.findall(r"数字有 (\d+) 个|有 (\d+) 个数字在", words(said))
        assert sum(int(a or b) for a, b in counts) == len(unread), words(said)
        line = re.search(r"如 #L(\d+)", words(said))
        assert line and int(line[1]) == int(first) + 11, words(said)
        page.tell(said)
    spans = [*map(words, page.all("./div[@class='meta']/p[1]/*[starts-with(text(), '第 ')]"))]
    ends = [tuple(map(int, re.findall(r"\d+", each))) for each in spans]
    assert all(behind[0] == before[1] + 1 for before, behind in pairwise(ends)), spans
    assert not ends or (ends[0][0] == 1 and ends[-1][1] in (len(lines), len(lines) - 1)), spans
    page.trust(page.one("./div[@class='meta']"))
