"""The page of a disclosure: its sentences, charts, tables, contradictions, forms, counts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal

from lxml import html

from tests.pages.recomputed import board, findings, forms
from tests.pages.recomputed.drawn import FIGURE, Drawn, words
from tests.pages.recomputed.functions import SEAMS
from tests.pages.recomputed.home import classes
from tests.pages.recomputed.packages import Package, Row, grouped

COLUMNS = {
    "决算数": "actual", "占比（%）": "share_pct", "比上年增减": "change", "增减（%）": "change_pct",
    "上年（推算）": "prior_year_derived", "年初预算": "initial_budget", "全年预算": "annual_budget",
    "差异率（%）": "variance_pct",
}  # fmt: skip
"""Headings of the tables, and the column that each is of."""

REASONS = {
    "比上年增减的原因": "reason",
    "部门的说明": "reason",
    "预决算差异的原因": "variance_reason",
}

SOURCES = {
    "carryover.opening": "年初结转和结余", "revenue.nonfiscal_surplus_used": "使用非财政拨款结余",
    "revenue.appropriation": "财政拨款收入", "revenue.superior_subsidy": "上级补助收入",
    "revenue.undertaking": "事业收入", "revenue.operating": "经营收入",
    "revenue.affiliated_remittance": "附属单位上缴收入", "revenue.other": "其他收入",
}  # fmt: skip
USES = {
    "expenditure.basic": "基本支出", "expenditure.project": "项目支出",
    "expenditure.remitted_superior": "上缴上级支出", "expenditure.operating": "经营支出",
    "expenditure.affiliated_subsidy": "对附属单位补助支出", "surplus.distributed": "结余分配",
    "carryover.closing": "年末结转和结余",
}  # fmt: skip
"""Where money comes from and goes to, as a chart names it."""

MOST = 12
"""Bars of a chart."""


def disclosure(page: Drawn) -> None:
    """All that the page of a disclosure says."""
    one = page.five[page.path.split("/")[1]]
    _summary(page, one)
    _contradictions(page, one)
    _charts(page, one)
    for table in page.all(".//details//table"):
        _table(page, table, one)
    _list_of_tables(page)
    _lowest(page, one)
    _counts(page, one)
    _files(page, one)


def _said(element: html.HtmlElement) -> str:
    """The sentence of a heading, without the link to its chart and the words of its picture."""
    skipped = ("svg",)
    parts = [element.text or ""]
    for child in element:
        if child.tag not in skipped and child.get("class") not in ("more", "key"):
            parts.append(child.text_content())
        parts.append(child.tail or "")
    return " ".join("".join(parts).split())


def _summary(page: Drawn, one: Package) -> None:
    """The sentences, each with its numbers, and how many are not in its picture."""
    box = page.one("(.//*[@class='summary'])[1]/dl")
    heads, sentences = page.all("./dt", box), page.all("./dd", box)
    assert [*map(words, heads)] == [*SENTENCES]
    for (head, tell), sentence in zip(SENTENCES.items(), sentences, strict=True):
        assert _said(sentence) == tell(one), f"{page.path}: {_said(sentence)}, {tell(one)}"
        for key in page.all("./span[@class='key']", sentence):
            shown = re.search(r"其余 (\d+) 项", words(key))
            assert (int(shown[1]) if shown else 0) == _left_out(one, head)
        page.tell(sentence)
        if head == "项目绩效":
            page.trust(page.one("./span[@class='key']", sentence))
        _stack(page, sentence, [one.value(each) or Decimal(0) for each in STACKS.get(head, ())])
    for said in page.all("./div[@class='summary']/p[contains(., '损坏')]"):
        lost = sum(row["status"] == "unread" for row in one.rows("figures"))
        assert f"提取文本有损坏：{lost} 个数字没有读出" in words(said)
        page.tell(said)
    for said in page.all("./div[@class='summary']/p[contains(., '更正：')]"):
        page.trust(said)  # what a maintainer wrote


STACKS = {
    "收入": ("revenue.appropriation", "revenue.undertaking", "revenue.other"),
    "支出": ("expenditure.basic", "expenditure.project"),
    "人员与公用": ("basic.personnel", "basic.public"),
    "“三公”经费": ("three_public.abroad", "three_public.vehicles", "three_public.reception"),
    "人员": ("headcount.serving", "headcount.retired_cadre", "headcount.retired"),
}
"""What the pictures of sentences are made of."""


def _stack(page: Drawn, sentence: html.HtmlElement, parts: list[Decimal]) -> None:
    """The parts of a picture are as long as their amounts; it is 328 wide."""
    paths = " ".join(
        path.get("d") for path in page.all("./svg[@class='small-chart']//path", sentence)
    )
    widths = [Decimal(one) for one in re.findall(r"M[\d.]+,0h([\d.]+)v", paths)]
    for width, part in zip(widths, parts, strict=False):
        assert abs(width - part / sum(parts) * 328) < Decimal("0.11"), words(sentence)
    assert not parts or len(widths) == len(parts), words(sentence)


def _left_out(one: Package, head: str) -> int:
    return max(0, len(classes(one)) - 3) if head == "用在哪些方面" else 0


def _money(one: Package, measure: str, column: str = "actual") -> str:
    """An amount in 万元; a large one also in 亿元."""
    value = one.value(measure, column) or Decimal(0)
    near = f"（约 {(value / 10000).quantize(Decimal('0.01'))} 亿元）" if value >= 10000 else ""
    return f"{grouped(one.cell(measure, column))} 万元{near}"


def _number(one: Package, measure: str) -> str:
    return grouped(one.cell(measure))


def _revenue(one: Package) -> str:
    kept = f"，上年结转下来 {_money(one, 'carryover.opening')}"
    return (
        f"这一年可用的钱共 {_money(one, 'revenue.total')}，其中本年收入 {_money(one, 'revenue.current')}"
        f"{kept if one.value('carryover.opening') else ''}；财政拨款 {_money(one, 'revenue.appropriation')}，"
        f"占本年收入的 {one.cell('revenue.appropriation', 'share_pct')}%。"
    )


def _expenditure(one: Package) -> str:
    basic, project = "expenditure.basic", "expenditure.project"
    return (
        f"本年花了 {_money(one, 'expenditure.current')}：维持机构运转的基本支出 {_money(one, basic)}"
        f"（占 {one.cell(basic, 'share_pct')}%），办具体事情的项目支出 {_money(one, project)}"
        f"（占 {one.cell(project, 'share_pct')}%）。"
    )


def _purposes(one: Package) -> str:
    told = (
        f"{row['class'].removesuffix('支出')} {grouped(row['actual'])} 万元（占 {row['share_pct']}%）"
        for row in classes(one)[:3]
    )
    return f"一般公共预算的钱最多用在：{'、'.join(told)}。"


def _changed(change: Decimal) -> str:
    return f"{'减少' if change < 0 else '增加'} {grouped(abs(change))} 万元"


def _why(one: Package, measure: str) -> str:
    """The reason of a change, and that it is no change of the same thing where it says so."""
    flag = "口径变了，不能直接相比。" if one.is_changed else ""
    reason = one.cell(measure, "reason").rstrip("。")
    return f"。{flag}部门说明的原因：{reason}。"


def _before(one: Package) -> str:
    change, rate = one.value("overall", "change") or Decimal(0), one.cell("overall", "change_pct")
    if one.is_new:
        how = "由此推算上年为 0，没有可比的上年数，不计百分比"
    else:
        how = f"{'下降' if change < 0 else '增长'} {rate.lstrip('-')}%"
    return f"收支总体比上年{_changed(change)}（{how}）{_why(one, 'overall')}"


def _budget(one: Package) -> str:
    measure = "appropriation.overall"
    return (
        f"财政拨款年初预算 {_money(one, measure, 'initial_budget')}，决算 {_money(one, measure)}，"
        f"预决算差异率 {one.cell(measure, 'variance_pct')}%。"
    )


def _basic(one: Package) -> str:
    persons, public = _money(one, "basic.personnel"), _money(one, "basic.public")
    return f"一般公共预算的基本支出中，人员经费 {persons}，公用经费 {public}。"


def _three(one: Package) -> str:
    total, change = "three_public.total", one.value("three_public.total", "change") or Decimal(0)
    none = "（没有可比的上年数）" if one.is_new else ""
    return (
        f"“三公”经费 {_money(one, total)}，比上年{_changed(change)}{none}："
        f"因公出国（境） {_number(one, 'three_public.abroad')} 万元、"
        f"公务用车 {_number(one, 'three_public.vehicles')} 万元、"
        f"公务接待 {_number(one, 'three_public.reception')} 万元{_why(one, total)}"
    )


def _procurement(one: Package) -> str:
    firms = "procurement.sme"
    return (
        f"政府采购 {_money(one, 'procurement.total')}，其中授予中小企业的合同 {_money(one, firms)}"
        f"（占 {one.cell(firms, 'share_pct')}%）。"
    )


def _persons(one: Package) -> str:
    total, serving, cadres, retired = (
        _number(one, f"headcount.{each}")
        for each in ("total", "serving", "retired_cadre", "retired")
    )
    return f"实有 {total} 人，其中在职 {serving} 人、离休 {cadres} 人、退休 {retired} 人。"


def _vehicles(one: Package) -> str:
    books, kept = _number(one, "assets.vehicles"), _number(one, "three_public.vehicles_kept")
    reason = one.cell("three_public.asset_vehicles", "reason")
    why = f"。两数不同，部门说明的原因：{reason}" if books != kept else ""
    return (
        f"年末账面有车辆 {books} 辆，用财政拨款开支运行费的公务用车保有量 {kept} 辆，"
        f"房屋 {_number(one, 'assets.building_area')} 平方米{why}。"
    )


def _projects(one: Package) -> str:
    own = forms.forms([one])
    scored = sorted(
        (each for each in own if each.row["total_score"]),
        key=lambda each: Decimal(each.row["total_score"]),
    )
    low, high = scored[0], scored[-1]
    secret = f"；另有涉密项目 {forms.confidential(one)}" if forms.confidential(one) else ""
    return (
        f"公开了 {len(own)} 张项目自评表，自评总分最高 {high.row['total_score']}，"
        f"最低 {low.row['total_score']}（{low.name}）{secret}。自评分由部门自己打出。"
    )


def _checks(one: Package) -> str:
    passes, near, fails, lost = (
        len(one.checks(state)) for state in ("pass", "rounding", "fail", "unreadable")
    )
    told = f"，{fails} 处对不上" if fails else "，没有发现对不上的地方"
    unread = f"；另有 {lost} 处因为有数没有取出或无法辨认，没能核对" if lost else ""
    return (
        f"本站核对了 {passes + near + fails:,} 处勾稽关系：{passes:,} 处相符，"
        f"{near} 处只差四舍五入{told}{unread}。"
    )


SENTENCES: dict[str, Callable[[Package], str]] = {
    "收入": _revenue, "支出": _expenditure, "用在哪些方面": _purposes, "与上年相比": _before,
    "与预算相比": _budget, "人员与公用": _basic, "“三公”经费": _three, "政府采购": _procurement,
    "人员": _persons, "车辆": _vehicles, "项目绩效": _projects, "对得上吗": _checks,
}  # fmt: skip


def _contradictions(page: Drawn, one: Package) -> None:
    """All contradictions, the weightiest first."""
    rows = page.all("./h2[@id='contradictions']/following-sibling::div[1]/ul/li")
    left = one.checks("fail")
    told = page.all("./div[@class='meta']//a[@class='fail']")
    page.say(told, [f"{len(left)} 处对不上"] if left else [])
    weights = []
    for item in rows:
        row = board.found(page, page.all("./a", item)[0].get("href"))[1]
        left.remove(row)
        board.heading(page, page.all("./a", item)[0], row)
        page.say(page.all("./b", item), filter(None, [findings.gap(one, row)]))
        weights.append(findings.weight(one, row))
    assert left == [] and weights == sorted(weights)


AXIS = {str(tick) for tick in range(0, 121, 5)}
"""What an axis of scores and rates may say."""


def _charts(page: Drawn, one: Package) -> None:
    """What each chart says to those who do not see it; numbers in it that are no links."""
    said = {chart.get("id"): chart for chart in page.all(".//figure[starts-with(@id, 'chart-')]")}
    expected = {f"chart-{name}": tell(one) for name, tell in CHARTS.items()}
    assert [*said] == [name for name, text in expected.items() if text]
    for name, chart in said.items():
        page.hears(page.all("./svg", chart)[0], expected[name])
        for text in page.all("./svg/g/text", chart):
            page.trust(text)  # the axes
        _notes(page, chart, one)
        for number in page.all("./svg/text[not(ancestor::a)]", chart):
            if name == "chart-projects" and words(number) in AXIS:
                page.trust(number)
            elif re.fullmatch(r"[\d,.]+", words(number)):
                assert f"上年 {words(number)}" in expected[name]
                page.tell(number)
        for link in page.all("./svg/a[@aria-label]", chart):
            names = {form.row["name"] or form.id for form in forms.forms([one])}
            assert link.get("aria-label") in names, link.get("aria-label")
            page.tell_slot(link, "aria-label")
        _compared(page, chart, expected[name])


def _compared(page: Drawn, chart: html.HtmlElement, expected: str) -> None:
    """The table of a chart says what the chart says."""
    for row in page.all(".//tbody/tr", chart):
        told = expected.partition(f"{words(row[0])}：")[2].partition("；")[0]
        for cell in row[1:]:
            assert words(cell) == "—" or f" {words(cell)}" in told, words(row)
            page.tell(cell)


def _notes(page: Drawn, chart: html.HtmlElement, one: Package) -> None:
    """What is said below a chart: how many bars are left out, and reasons."""
    for said in page.all(".//p[@class='hint']", chart):
        text = words(said)
        if left := re.fullmatch(rf"图中画出前 {MOST} 项，其余 (\d+) 项见表。", text):
            assert int(left[1]) == len(_items(one)) - MOST
        elif left := re.fullmatch(r"另有 (\d+) 个项目缺执行率或总分，没有画出。", text):
            assert int(left[1]) == len(forms.forms([one])) - len(_drawn(one))
        elif re.search(r"\d", text):
            quoted = text[text.rindex("：“") + 2 :].rstrip("”")
            assert quoted in one.cells, text
        page.tell(said)


def _flow(one: Package) -> str:
    both = {**SOURCES, **USES}
    told = (f"{label} {_number(one, each)}" for each, label in both.items() if one.value(each))
    return f"左边是来源，右边是去向：{'，'.join(told)}（万元）"


def _by_class(one: Package) -> str:
    told = (f"{row['class']} {grouped(row['actual'])}" for row in classes(one))
    return f"一般公共预算的钱用在哪些方面：{'，'.join(told)}（万元）"


def _last_year(one: Package) -> str:
    if one.is_new:
        return ""
    labels = {
        "overall": ("收入支出总体", "revenue.total"),
        "appropriation.overall": ("财政拨款收入支出总体", "appropriation.overall"),
        "general_budget.expenditure": ("一般公共预算财政拨款支出", "general_budget.expenditure"),
    }
    told = []
    for measure, (label, total) in labels.items():
        now, change = one.value(total) or Decimal(0), one.value(measure, "change") or Decimal(0)
        told.append(f"{label}：上年 {grouped(now - change)}，今年 {grouped(now)}")
    return f"今年与上年。{'；'.join(told)}（万元）"


def _items(one: Package) -> list[Row]:
    """Items that print a change, the largest first."""
    rows = [
        row
        for row in one.rows("functions")
        if row["level"] == "item" and row["change"] and Decimal(row["change"])
    ]
    return sorted(rows, key=lambda row: -abs(Decimal(row["change"])))


def _changes(one: Package) -> str:
    rows = _items(one)
    if one.is_new:
        return ""
    times = Counter(row["item"] for row in rows)
    told = (
        row["item"]
        + (f"（{row['subclass']}）" if times[row["item"]] > 1 else "")
        + f" {grouped(row['change'])}"
        for row in rows[:MOST]
    )
    return f"哪些支出比上年增减最多：{'，'.join(told)}（万元）"


def _steps(one: Package) -> str:
    whole = forms.Form(one, one.rows("projects")[0])
    assert whole.row["kind"] == "overall"
    columns = {"年初预算": "initial_budget", "全年预算": "annual_budget", "决算": "executed"}
    told = [("部门整体支出", {name: whole.money(each) for name, each in columns.items()})]
    for measure in ("appropriation.overall", "general_budget.expenditure"):
        row = one.row(measure)
        cells = {
            "年初预算": row["initial_budget"],
            "全年预算": row["annual_budget"],
            "决算": row["actual"],
        }
        told.append((row["label"], cells))
    return f"从预算到决算。{_groups(told)}（万元）"


def _groups(told: list[tuple[str, dict[str, str]]]) -> str:
    return "；".join(
        f"{label}：" + "，".join(f"{name} {grouped(cell)}" for name, cell in cells.items() if cell)
        for label, cells in told
    )


def _three_chart(one: Package) -> str:
    told = []
    for name in ("abroad", "vehicle_purchase", "vehicle_running", "reception"):
        row = one.row(f"three_public.{name}")
        told.append((row["label"], {"全年预算": row["annual_budget"], "决算": row["actual"]}))
    return f"“三公”经费。{_groups(told)}（万元）"


def _drawn(one: Package) -> list[forms.Form]:
    return [form for form in forms.forms([one]) if form.rate and form.row["total_score"]]


def _points(one: Package) -> str:
    drawn = sorted(_drawn(one), key=lambda form: Decimal(form.row["total_score"]))
    low = f"总分最低的是{drawn[0].name}，{drawn[0].row['total_score']} 分"
    return f"{len(drawn)} 个项目的预算执行率和自评总分，一点一个项目；{low}"


CHARTS: dict[str, Callable[[Package], str]] = {
    "flow": _flow, "functions": _by_class, "last-year": _last_year, "changes": _changes,
    "budget": _steps, "three-public": _three_chart, "projects": _points,
}  # fmt: skip


def _list_of_tables(page: Drawn) -> None:
    """What a narrow screen shows instead of the tables: their titles, and how many they are."""
    below = page.one(".//details[contains(@class, 'tables')]")
    titles = [words(one) for one in page.all("./h3", below)]
    page.says(page.one("./summary", below), f"{len(titles)} 张表：{'、'.join(titles)}")


def _table(page: Drawn, table: html.HtmlElement, one: Package) -> None:
    """Each row shows the cells of just one row of the package, and what follows from them."""
    heads = [*map(words, page.all("./thead/tr/th", table))]
    rows = page.all("./tbody/tr", table)
    summary = page.all("./ancestor::details[1]/summary", table)[0]
    if words(summary).startswith("数据表"):
        return
    _heading(page, summary, rows, one)
    if heads[0] == "名称":
        _forms(page, rows, one)
        return
    for row in rows:
        own = row_of(page, row, one)
        for head, cell in zip(heads[1:], row[1:], strict=True):
            _cell(page, cell, one, own, COLUMNS[head])
        _named(page, row[0], own)


def _heading(
    page: Drawn, summary: html.HtmlElement, rows: list[html.HtmlElement], one: Package
) -> None:
    """How many rows there are, and the amounts of one or two of them."""
    said = words(summary)
    count = re.search(r"，共 (\d+) 行$|^全部 (\d+) 张自评表(?:：|$)", said)
    assert count and int(count[1] or count[2]) == len(rows), said
    if "张自评表：" in said:
        assert said.partition("：")[2] == _kinds(rows, one), said
    amounts = {words(row[1]) for row in rows}
    for label, amount in re.findall(r"(?:^|、)(.*?) ([\d,.]+)(?= 万元|、|，共)", said):
        name = re.sub(r"（[万元个人平方米辆批次台套（）]+）$", "", label)
        assert amount in amounts and any(words(row[0]).startswith(name) for row in rows), said
    page.tell(summary)


def _kinds(rows: list[html.HtmlElement], one: Package) -> str:
    """Of what the forms are, by their own names, and the confidential projects that the source counts with them."""
    counts = {row["measure"]: row["actual"] for row in one.rows("measures")}
    whole = sum(words(row[0]) == "整体支出" for row in rows)
    secret = int(counts.get("confidential.project_count") or 0)
    stated = int(counts.get("performance.project_count") or 0)
    own = len(rows) - whole
    rest = f"，加上不附表的涉密项目 {secret} 个，就是原文所称的 {stated} 个项目"
    is_all = secret and stated == own + secret
    return f"整体支出 {whole} 张，项目 {own} 张" + (rest if is_all else "")


def row_of(page: Drawn, row: html.HtmlElement, one: Package) -> Row:
    """The row of the package whose figures a row links to; all of them."""
    keys = set()
    for link in page.all("./td/a", row):
        figure = one.figures[FIGURE.match(link.get("href"))[1]]
        keys.add((figure["resource"], figure["row"]))
    assert len(keys) <= 1, f"{page.path}: {words(row)}: {keys}"
    for resource, key in keys:
        for each in one.rows(resource):
            own = (
                f"{each['section']}/{each['measure']}"
                if resource == "measures"
                else f"{each['fund']}/{each['level']}/{each['position']}"
            )
            if own == key:
                return each
    return {}


def _cell(page: Drawn, cell: html.HtmlElement, one: Package, row: Row, column: str) -> None:
    value = row.get(column, "")
    if column == "prior_year_derived" and value:
        derived = page.one("./span", cell)
        page.says(derived, grouped(Decimal(row["actual"]) - Decimal(row["change"])))
        how = f"推算：决算数 {grouped(row['actual'])} − 比上年增减 {grouped(row['change'])}"
        page.hears(derived, how, "title")
        return
    shown = grouped(value) if value else "—"
    flag = flag_of(one, row) if column in ("change", "change_pct") and value else ""
    if column == "change_pct":
        flag = "没有意义" if flag in FROM_NOTHING else ""
    lost = column in row.get("unreadable", "").split()
    page.says(cell, "无法辨认" if lost else shown + flag)


FROM_NOTHING = ("无上年数", "上年为 0")
"""What stands beside a change on a base of 0, of which no percentage has a meaning."""


def flag_of(one: Package, row: Row) -> str:
    """Why a change does not compare; nothing where it does."""
    if not row["change"] or not Decimal(row["change"]):
        return ""
    if row["actual"] and Decimal(row["actual"]) == Decimal(row["change"]):
        return "无上年数" if one.is_new else "上年为 0"
    reason = row["reason"] or one.cell("overall", "reason")
    return "口径变了" if any(word in reason for word in SEAMS) else ""


def _named(page: Drawn, name: html.HtmlElement, row: Row) -> None:
    """What a row is called, its code, and its reasons as printed."""
    code = row.get("code", "")
    said = words(name)
    labels = [row.get(each, "") for each in ("label", "item", "subclass", "class")]
    assert not row or any(label and label in said for label in labels), f"{page.path}: {said}"
    if code:
        assert [words(one) for one in page.all(".//code", name)] == [code]
    for text in page.all(".//details/p", name):
        head, _, reason = words(text).partition("：")
        assert row[REASONS[head]].rstrip("。") == reason.rstrip("。"), words(text)
    page.tell(name)


def _forms(page: Drawn, rows: list[html.HtmlElement], one: Package) -> None:
    """All forms: name, who carries it out, budget, spent, rate, score."""
    for row, printed in zip(rows, one.rows("projects"), strict=True):
        form = forms.Form(one, printed)
        name = printed["name"] or f"第 {printed['position']} 张表（名称无法辨认）"
        name = "整体支出" if printed["kind"] == "overall" else name
        money = (form.money("annual_budget"), form.money("executed"))
        rate = f"{grouped(form.rate)}%" if form.rate else "—"
        shown = [grouped(each) if each else "—" for each in (*money, printed["total_score"])]
        assert words(row[0]).startswith(forms.flat(name)), words(row)
        page.tell(row[0])
        page.say(row[2:], [shown[0], shown[1], rate, shown[2]])


def _lowest(page: Drawn, one: Package) -> None:
    """The projects that scored least, of those that did not score all, and why."""
    scored = [form for form in forms.forms([one]) if form.row["total_score"]]
    low = sorted(scored, key=lambda form: Decimal(form.row["total_score"]))
    low = [form for form in low if Decimal(form.row["total_score"]) < 100][:3]
    for head in page.all("./div[@class='lowest']/p"):
        page.says(head, f"自评总分最低的{f'{len(low)}个' if len(low) > 1 else ''}项目：")
    items = page.all("./div[@class='lowest']/ol/li")
    for item, form in zip(items, low, strict=True):
        said = f"{form.name}：{grouped(form.row['total_score'])} 分"
        said += f"，执行率 {grouped(form.rate)}%" if form.rate else ""
        losses = form.told(2)
        page.says(item, forms.flat(said + (f"丢分最多：{losses}" if losses else "")))


def _counts(page: Drawn, one: Package) -> None:
    """What checks came to, what is covered, how many numbers are where, offices, units, terms."""
    board.badges(page, page.all(".//ul[@class='badges']")[0], one.rows("checks"))
    _not_applicable(page, one)
    for said in page.all(".//p[starts-with(., '已收录')]"):
        listed = re.match(r"已收录 (\d+) 个部分：([^。]+)。", words(said))
        assert listed and int(listed[1]) == len(listed[2].split("、")), words(said)
        own = re.search(r"项目支出绩效自评表（(\d+) 张）", words(said))
        assert own and int(own[1]) == len(forms.forms([one]))
        page.tell(said)
    statuses = Counter(row["status"] for row in one.rows("figures"))
    page.says(
        page.one(".//p[starts-with(., '原文共有')]"),
        f"原文共有 {sum(statuses.values()):,} 个数字：已入表 {statuses['bound']:,} 个，"
        f"在文本中 {statuses['prose']:,} 个，编号或日期 {statuses['reference']:,} 个，"
        f"未读出 {statuses['unread']:,} 个。",
    )
    kinds = Counter(row["kind"] for row in one.rows("organisation"))
    for head in page.all(".//summary[starts-with(., '内设机构')]"):
        page.says(head, f"内设机构 {kinds['office']} 个")
    for head in page.all(".//summary[starts-with(., '所属单位')]"):
        assert re.fullmatch(rf"所属单位 {kinds['unit']} 个(（连部门本级在内）)?", words(head))
        page.tell(head)
    for head in page.all(".//summary[starts-with(., '原文的名词解释')]"):
        page.says(head, f"原文的名词解释（{len(one.rows('glossary'))} 条）")


def _not_applicable(page: Drawn, one: Package) -> None:
    """Why some checks could not be made: the commonest reasons, and how often each."""
    rows = one.checks("not_applicable")
    for head in page.all(".//summary[starts-with(., '为什么有')]"):
        page.says(head, f"为什么有 {len(rows)} 处不适用")
        reasons = (board.words_of(row["statement"]).rpartition("：")[2] for row in rows)
        counts = Counter(reasons)
        for item in page.all("../ul/li", head):
            reason = re.fullmatch(r"(.*)（(\d+) 处）", words(item))
            if reason:
                assert counts[reason[1]] == int(reason[2]), words(item)
                page.tell(item)


def _files(page: Drawn, one: Package) -> None:
    """Quotations of texts, and names of files with the hash of the source."""
    for said in page.all(".//details//p | .//dl//dd | .//q"):
        if words(said) in one.cells:
            page.tell(said)
    for said in page.all("./h2[@id='download']/following-sibling::*"):
        for slot in _hashes(said):
            assert one.about["source_sha256"].startswith(slot), slot
        page.trust(said)  # names of files, the hash, words of the site


def _hashes(element: html.HtmlElement) -> Iterator[str]:
    yield from re.findall(r"(?<![-\w])[0-9a-f]{12,64}(?![-\w])", words(element))
