"""A made-up department of Shanghai's template as HTML, with the numbers that must be read from it.

Three producers print it: Chromium (Skia), LibreOffice and ReportLab; ``python -m tests.made_pdf`` writes the files that
the tests read (``tests/pdfs``). The numbers come from a seeded generator and hold every identity of the catalogue.
"""

from __future__ import annotations

import random
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

D = Decimal
NAME = "上海市普陀区示例管理局"
YEAR = 2024
CLASSES = [
    "一般公共服务支出", "外交支出", "国防支出", "公共安全支出", "教育支出", "科学技术支出", "文化旅游体育与传媒支出",
    "社会保障和就业支出", "卫生健康支出", "节能环保支出", "城乡社区支出", "农林水支出", "交通运输支出",
    "资源勘探工业信息等支出", "商业服务业等支出", "金融支出", "援助其他地区支出", "自然资源海洋气象等支出", "住房保障支出",
    "粮油物资储备支出", "国有资本经营预算支出", "灾害防治及应急管理支出", "其他支出", "债务还本支出", "债务付息支出",
    "抗疫特别国债安排的支出",
]  # fmt: skip
ITEMS = {
    "201": "一般公共服务支出", "20106": "财政事务", "2010601": "行政运行", "2010602": "一般行政管理事务",
    "2010650": "事业运行", "205": "教育支出", "20508": "进修及培训", "2050803": "培训支出", "208": "社会保障和就业支出",
    "20805": "行政事业单位养老支出", "2080505": "机关事业单位基本养老保险缴费支出",
    "2080506": "机关事业单位职业年金缴费支出", "210": "卫生健康支出", "21011": "行政事业单位医疗",
    "2101101": "行政单位医疗", "2101102": "事业单位医疗", "221": "住房保障支出", "22102": "住房改革支出",
    "2210201": "住房公积金", "2210203": "购房补贴",
}  # fmt: skip
FUND_ITEMS = {
    "212": "城乡社区支出", "21208": "国有土地使用权出让收入安排的支出", "2120899": "其他国有土地使用权出让收入安排的支出",
    "229": "其他支出", "22960": "彩票公益金安排的支出", "2296002": "用于社会福利的彩票公益金支出",
}  # fmt: skip
PERSONNEL = {
    "301": "工资福利支出", "30101": "基本工资", "30102": "津贴补贴", "30103": "奖金",
    "30108": "机关事业单位基本养老保险缴费", "30109": "职业年金缴费", "30113": "住房公积金", "30199": "其他工资福利支出",
    "303": "对个人和家庭的补助", "30302": "退休费", "30309": "奖励金",
}  # fmt: skip
PUBLIC = {
    "302": "商品和服务支出", "30201": "办公费", "30202": "印刷费", "30205": "水费", "30211": "差旅费",
    "30213": "维修（护）费", "30217": "公务接待费", "30231": "公务用车运行维护费", "30239": "其他交通费用",
    "310": "资本性支出", "31002": "办公设备购置", "31013": "公务用车购置",
}  # fmt: skip
NUMERALS = "一二三四五六七八九十"


@dataclass(frozen=True)
class Style:
    """How the tables are printed."""

    one_code: bool = False
    zero: str = ""
    separators: bool = True
    total_last: bool = False
    ministry: bool = False
    framed: bool = True
    unit: str = "万元"
    small: bool = False


Line = dict[str, D]


@dataclass
class Made:
    """The numbers of the department, and what must be read from its tables and prose."""

    seed: int = 1
    style: Style = field(default_factory=Style)

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)
        items = [code for code in ITEMS if len(code) == 7]
        self.basic = {
            code: self.amount(20, 900) if not code.startswith(("2050", "2010602")) else D(0)
            for code in items
        }
        self.project = {
            code: self.amount(1, 400) if code.startswith(("2010", "2050")) else D(0)
            for code in items
        }
        self.other = {code: self.amount(1, 9) if code == "2010601" else D(0) for code in items}
        self.initial = {
            code: max(
                D("0.01"),
                self.basic[code]
                + self.project[code]
                + self.random.choice([D(0), D("3.21"), D("-2.04")]),
            )
            for code in items
        }
        self.fund = {code: self.amount(10, 300) for code in FUND_ITEMS if len(code) == 7}
        self.fund_initial = {code: value + D("1.10") for code, value in self.fund.items()}
        self.opening, self.fiscal_opening = D("49.14"), D("21.63")
        self.general = sum(self.basic.values()) + sum(self.project.values())
        self.fund_total = sum(self.fund.values())
        self.nonfiscal_spent = D("2.50")
        self.personnel, self.public = self._economic()

    def amount(self, low: int, high: int) -> D:
        """A random amount with two decimals."""
        return D(self.random.randint(low * 100, high * 100)) / 100

    def _economic(self) -> tuple[Line, Line]:
        total = sum(self.basic.values())
        parts = [code for code in PERSONNEL if len(code) == 5 and code != "30103"]
        others = [code for code in PUBLIC if len(code) == 5 and code != "30205"]
        personnel = {code: self.amount(1, 40) for code in parts[1:]}
        public = {code: self.amount(1, 9) for code in others}
        public["30217"], public["30231"], public["31013"] = D("0.36"), D("2.40"), D("0.00")
        personnel[parts[0]] = total - sum(personnel.values()) - sum(public.values())
        return personnel, public

    # -- sums --------------------------------------------------------------------------------------------------

    @staticmethod
    def under(values: Line, code: str) -> D:
        """The sum of all values whose code begins so."""
        return sum((value for key, value in values.items() if key.startswith(code)), D(0))

    @property
    def spent(self) -> D:
        """Expenditure of the year, all funds."""
        return self.general + self.fund_total + self.nonfiscal_spent

    @property
    def earned(self) -> D:
        """Revenue of the year, all funds."""
        return self.general + self.fund_total + sum(self.other.values())

    @property
    def total(self) -> D:
        """Revenue in total."""
        return self.earned + self.opening

    @property
    def closing(self) -> D:
        """Carryover at the end."""
        return self.total - self.spent

    # -- printing ----------------------------------------------------------------------------------------------

    def money(self, value: D | None) -> str:
        """An amount of a table as printed."""
        if not value:
            return self.style.zero
        if self.style.unit == "元":
            value *= 10000
        return f"{value:,.2f}" if self.style.separators else f"{value:.2f}"

    def codes(self, code: str) -> list[str]:
        """The cells of a code."""
        return [code] if self.style.one_code else [code[:3], code[3:5], code[5:7]]

    @property
    def code_cells(self) -> int:
        return 1 if self.style.one_code else 3

    def coded(self) -> dict[str, list[tuple[str, str, list[D | None]]]]:
        """Rows of the coded tables: code, name, amounts; 合计 with an empty code."""

        def row(code: str, name: str, *values: D) -> tuple[str, str, list[D | None]]:
            return code, name, [value or None for value in values]

        found: dict[str, list[tuple[str, str, list[D | None]]]] = {}
        spent, revenue, general = [], [], []
        everything = dict(ITEMS) | FUND_ITEMS
        for code in sorted(everything):
            basic, project = self.under(self.basic, code), self.under(self.project, code)
            fund, other = self.under(self.fund, code), self.under(self.other, code)
            extra = self.nonfiscal_spent if "2010601".startswith(code) else D(0)
            revenue.append(
                row(
                    code,
                    everything[code],
                    basic + project + fund + other,
                    basic + project + fund,
                    D(0),
                    D(0),
                    D(0),
                    D(0),
                    other,
                )
            )
            spent.append(
                row(
                    code,
                    everything[code],
                    basic + project + fund + extra,
                    basic + extra,
                    project + fund,
                    D(0),
                    D(0),
                    D(0),
                )
            )
            if code in ITEMS:
                general.append(row(code, everything[code], basic + project, basic, project))
        basic, project = sum(self.basic.values()), sum(self.project.values())
        found["table2"] = [
            row(
                "",
                "合计",
                self.earned,
                self.general + self.fund_total,
                D(0),
                D(0),
                D(0),
                D(0),
                sum(self.other.values()),
            ),
            *revenue,
        ]
        found["table3"] = [
            row(
                "",
                "合计",
                self.spent,
                basic + self.nonfiscal_spent,
                project + self.fund_total,
                D(0),
                D(0),
                D(0),
            ),
            *spent,
        ]
        total = row("", "合计", self.general, basic, project)
        found["table5"] = [*general, total] if self.style.total_last else [total, *general]
        fund = [
            row(
                code,
                name,
                D(0),
                self.under(self.fund, code),
                self.under(self.fund, code),
                D(0),
                self.under(self.fund, code),
                D(0),
            )
            for code, name in FUND_ITEMS.items()
        ]
        all_ = row("", "合计", D(0), self.fund_total, self.fund_total, D(0), self.fund_total, D(0))
        found["table8"] = [*fund, all_] if self.style.total_last else [all_, *fund]
        found["table9"] = [("", "合计", [None] * 6)]
        return found

    def summary(self) -> dict[str, list[tuple[str, list[D | None]]]]:
        """Lines of the halves of table 1 and table 4: label and amounts."""
        numbers = [
            *NUMERALS,
            *(f"十{one}" for one in NUMERALS[:9]),
            "二十",
            *(f"二十{one}" for one in NUMERALS[:9]),
        ]
        classes = {
            ITEMS.get(code) or FUND_ITEMS[code]: code
            for code in (*ITEMS, *FUND_ITEMS)
            if len(code) == 3
        }
        spent, fiscal = [], []
        for number, name in zip(numbers, CLASSES, strict=False):
            code = classes.get(name, "x")
            general = self.under(self.basic, code) + self.under(self.project, code)
            fund = self.under(self.fund, code)
            extra = self.nonfiscal_spent if code == "201" else D(0)
            spent.append((f"{number}、{name}", [general + fund + extra or None]))
            fiscal.append(
                (f"{number}、{name}", [general + fund or None, general or None, fund or None, None])
            )
        revenue = ["一般公共预算财政拨款收入", "政府性基金预算财政拨款收入", "国有资本经营预算财政拨款收入", "上级补助收入",
                   "事业收入", "经营收入", "附属单位上缴收入", "其他收入"]  # fmt: skip
        values = [
            self.general,
            self.fund_total,
            None,
            None,
            None,
            None,
            None,
            sum(self.other.values()),
        ]
        left = [(f"{numbers[i]}、{name}", [values[i]]) for i, name in enumerate(revenue)]
        left += [("", [None])] * (len(spent) - len(left))
        left += [
            ("本年收入合计", [self.earned]),
            ("使用非财政拨款结余（含专用结余）", [None]),
            ("年初结转和结余", [self.opening]),
            ("总计", [self.total]),
        ]
        spent += [
            ("本年支出合计", [self.spent]),
            ("结余分配", [None]),
            ("年末结转和结余", [self.closing]),
            ("总计", [self.total]),
        ]
        fleft = [
            ("一、一般公共预算财政拨款", [self.general]),
            ("二、政府性基金预算财政拨款", [self.fund_total]),
            ("三、国有资本经营预算财政拨款", [None]),
        ]
        fleft += [("", [None])] * (len(fiscal) - len(fleft))
        fall = self.general + self.fund_total
        o = self.fiscal_opening
        fleft += [("本年收入合计", [fall]), ("年初财政拨款结转和结余", [o]), ("一、一般公共预算财政拨款", [o]), ("二、政府性基金预算财政拨款", [None]),
                  ("三、国有资本经营预算财政拨款", [None]), ("总计", [fall + o])]  # fmt: skip
        fiscal += [("本年支出合计", [fall, self.general, self.fund_total, None]), ("年末财政拨款结转和结余", [o, o, None, None]),
                   ("", [None] * 4), ("", [None] * 4), ("", [None] * 4), ("总计", [fall + o, self.general + o, self.fund_total, None])]  # fmt: skip
        return {
            "table1/revenue": left,
            "table1/expenditure": spent,
            "table4/revenue": fleft,
            "table4/expenditure": fiscal,
        }

    def economic(self) -> list[tuple[str, str, D | None]]:
        """Rows of table 6 in the order of its blocks: code, name, amount."""
        found: list[tuple[str, str, D | None]] = []
        for values, names, total in (
            (self.personnel, PERSONNEL, "人员经费合计"),
            (self.public, PUBLIC, "公用经费合计"),
        ):
            found += [
                (code, name, self.under(values, code) or None) for code, name in names.items()
            ]
            found.append(("", total, sum(values.values())))
        return found

    @property
    def three_public(self) -> dict[str, tuple[D | None, D | None]]:
        """Figures of table 7: budget and final account."""
        return {
            "total": (D("6.00"), D("2.76")), "abroad": (D("1.50"), None), "vehicles": (D("3.50"), D("2.40")),
            "vehicle_purchase": (None, None), "vehicle_running": (D("3.50"), D("2.40")), "reception": (D("1.00"), D("0.36")),
        }  # fmt: skip

    # -- HTML --------------------------------------------------------------------------------------------------

    def html(self) -> str:
        """The whole disclosure."""
        parts = [self._front(), self._tables(), self._prose()]
        frame = (
            ""
            if self.style.framed
            else "table{border-left:none;border-right:none} td:first-child,th:first-child{border-left:none} td:last-child,th:last-child{border-right:none}"
        )
        size = "9pt" if self.style.small else "10.5pt"
        return (
            "<!DOCTYPE html><html lang='zh-CN'><meta charset='utf-8'><style>@page{size:A4;margin:22mm 18mm}"
            "@page wide{size:A4 landscape;margin:18mm} body{font:12pt/1.6 'Noto Serif CJK SC'} .wide{page:wide}"
            f"table{{border-collapse:collapse;width:100%;font-size:{size};line-height:1.25}} td,th{{border:.6pt solid #000;padding:2pt 4pt;font-weight:normal}}"
            "tr{break-inside:avoid} .n{text-align:right;white-space:nowrap} h1,h2,h3{font-weight:normal} h1,h2{text-align:center;font-size:14pt}"
            f".unit{{text-align:right;font-size:9pt}} .page{{break-before:page}} p{{text-indent:2em;margin:0}} {frame}</style><body>"
            + "".join(parts) + "</body></html>"
        )  # fmt: skip

    def _front(self) -> str:
        titles = ["收入支出决算总表", "收入决算表", "支出决算表"]
        contents = "".join(f"<div>{NUMERALS[i]}、{one}</div>" for i, one in enumerate(titles))
        return (
            f"<h1 style='margin-top:60mm'>{NAME}<br>{YEAR}年度部门决算</h1><div class='page'><h2>目 录</h2>"
            f"<div>第一部分 {NAME}概况</div><div>一、主要职能</div><div>二、部门决算单位构成</div><div>第二部分 {NAME}{YEAR}年度部门决算表</div>{contents}"
            f"<div>第三部分 {NAME}{YEAR}年度部门决算情况说明</div><div>一、收入支出决算总体情况说明</div><div>第四部分 名词解释</div></div>"
            f"<div class='page'><h2>第一部分 {NAME}概况</h2><h3>一、主要职能</h3><p>（一）贯彻执行有关示例管理的法律、法规和方针、政策，2019年起承担12项职责。</p>"
            "<p>（二）承办区委、区政府交办的其他任务。</p><h3>二、部门决算单位构成</h3>"
            f"<p>从预算单位构成看，{NAME}部门决算包括：{NAME}本级决算、下属行政事业单位决算。纳入{NAME}{YEAR}年度部门决算编制范围的单位包括：</p>"
            f"<table><tr><th>序号</th><th>单位名称</th><th>备注</th></tr><tr><td>1</td><td>{NAME}（本级）</td><td></td></tr>"
            "<tr><td>2</td><td>上海市普陀区示例服务中心</td><td>公益一类</td></tr></table></div>"
        )

    def _title(self, name: str, wide: bool = False, first: str = "") -> str:
        return f"<div class='page {'wide' if wide else ''}'>{first}<h2>{name}</h2><div class='unit'>单位：{self.style.unit}</div>"

    def _cells(self, values: list[D | None]) -> str:
        return "".join(f"<td class='n'>{self.money(value)}</td>" for value in values)

    def _tables(self) -> str:
        summary, coded = self.summary(), self.coded()
        heading = f"<h2>第二部分 {NAME}{YEAR}年度部门决算表</h2>"
        out = [
            self._title("收入支出决算总表", first=heading)
            + self._sides(
                "table1", summary, "<th>项目</th><th>决算数</th>", "<th>项目</th><th>决算数</th>"
            )
        ]
        out.append(
            self._title("收入决算表", True)
            + self._coded(
                coded["table2"],
                [
                    "本年收入合计",
                    "财政拨款收入",
                    "上级补助收入",
                    "事业收入",
                    "经营收入",
                    "附属单位上缴收入",
                    "其他收入",
                ],
            )
        )
        out.append(
            self._title("支出决算表", True)
            + self._coded(
                coded["table3"],
                [
                    "本年支出合计",
                    "基本支出",
                    "项目支出",
                    "上缴上级支出",
                    "经营支出",
                    "对附属单位补助支出",
                ],
            )
        )
        out.append(self._title("财政拨款收入支出决算总表", True) + self._sides("table4", summary, "<th>项目</th><th>决算数</th>",
                   "<th>项目</th><th>合计</th><th>一般公共预算财政拨款</th><th>政府性基金预算财政拨款</th><th>国有资本经营预算财政拨款</th>"))  # fmt: skip
        out.append(
            self._title("一般公共预算财政拨款支出决算表")
            + self._coded(coded["table5"], ["合计", "基本支出", "项目支出"])
        )
        out.append(self._title("一般公共预算财政拨款基本支出决算表") + self._blocks())
        out.append(self._title("财政拨款“三公”经费支出决算表", True) + self._matrix())
        for table, name, note in (
            ("table8", "政府性基金预算", ""),
            (
                "table9",
                "国有资本经营预算",
                f"<div>注：{NAME}无国有资本经营预算财政拨款支出，故本表无数据。</div>",
            ),
        ):
            out.append(
                self._title(f"{name}财政拨款收入支出决算表", True)
                + self._funds(coded[table])
                + note
            )
        return "</div>".join(out) + "</div>"

    def _sides(
        self,
        table: str,
        summary: dict[str, list[tuple[str, list[D | None]]]],
        left: str,
        right: str,
    ) -> str:
        rows = [
            f"<tr><th colspan='{left.count('<th')}'>收入</th><th colspan='{right.count('<th')}'>支出</th></tr><tr>{left}{right}</tr>"
        ]
        for (label, values), (other, amounts) in zip(
            summary[f"{table}/revenue"], summary[f"{table}/expenditure"], strict=True
        ):
            one = [None if not label else value for value in values]
            rows.append(
                f"<tr><td>{label}</td>{self._cells(one) if label else '<td></td>'}<td>{other}</td>{self._cells(amounts) if other else '<td></td>' * len(amounts)}</tr>"
            )
        return f"<table>{''.join(rows)}</table>"

    def _head(self, columns: list[str]) -> str:
        if self.style.one_code:
            return (
                "<tr><th colspan='2'>项目</th>"
                + "".join(f"<th rowspan='2'>{one}</th>" for one in columns)
                + "</tr><tr><th>科目编码</th><th>科目名称</th></tr>"
            )
        return (
            "<tr><th colspan='4'>项目</th>" + "".join(f"<th rowspan='3'>{one}</th>" for one in columns)
            + "</tr><tr><th colspan='3'>支出功能分类科目编码</th><th rowspan='2'>科目名称</th></tr><tr><th>类</th><th>款</th><th>项</th></tr>"
        )  # fmt: skip

    def _coded_rows(self, rows: list[tuple[str, str, list[D | None]]]) -> str:
        out = []
        for code, name, values in rows:
            lead = (
                "".join(f"<td>{one}</td>" for one in self.codes(code)) + f"<td>{name}</td>"
                if code
                else f"<td colspan='{self.code_cells + 1}'>{name}</td>"
            )
            out.append(f"<tr>{lead}{self._cells(values)}</tr>")
        return "".join(out)

    def _coded(self, rows: list[tuple[str, str, list[D | None]]], columns: list[str]) -> str:
        return f"<table>{self._head(columns)}{self._coded_rows(rows)}</table>"

    def _funds(self, rows: list[tuple[str, str, list[D | None]]]) -> str:
        n = self.code_cells + 1
        head = (
            f"<tr><th colspan='{n}'>项目</th><th rowspan='3'>年初结转和结余</th><th rowspan='3'>本年收入</th><th colspan='3'>本年支出</th><th rowspan='3'>年末结转和结余</th></tr>"
            f"<tr><th colspan='{n - 1}'>支出功能分类科目编码</th><th rowspan='2'>科目名称</th><th rowspan='2'>小计</th><th rowspan='2'>基本支出</th><th rowspan='2'>项目支出</th></tr>"
            + "<tr>" + ("<th>编码</th>" if n == 2 else "<th>类</th><th>款</th><th>项</th>") + "</tr>"
        )  # fmt: skip
        return f"<table>{head}{self._coded_rows(rows)}</table>"

    def _blocks(self) -> str:
        rows = self.economic()
        at = next(i for i, row in enumerate(rows) if row[1] == "人员经费合计")
        left, right = rows[: at + 1], rows[at + 1 :]
        names = "<th>科目编码</th>" if self.style.one_code else "<th>类</th><th>款</th>"
        n = 1 if self.style.one_code else 2
        head = f"<tr>{f'{names}<th>科目名称</th><th>决算数</th>' * 2}</tr>"
        if n == 2:
            one = "<th colspan='2'>经济分类科目编码</th><th rowspan='2'>科目名称</th><th rowspan='2'>决算数</th>"
            head = f"<tr>{one * 2}</tr><tr>{names * 2}</tr>"
        height = max(len(left), len(right)) - 1
        body = []
        for i in range(height):
            cells = []
            for block in (left[:-1], right[:-1]):
                code, name, value = block[i] if i < len(block) else ("", "", None)
                codes = [code] if n == 1 else [code[:3], code[3:5]]
                cells.append(
                    "".join(f"<td>{one}</td>" for one in codes)
                    + f"<td>{name}</td><td class='n'>{self.money(value) if code else ''}</td>"
                )
            body.append(f"<tr>{''.join(cells)}</tr>")
        last = "".join(
            f"<td colspan='{n + 1}'>{name}</td><td class='n'>{self.money(value)}</td>"
            for _, name, value in (left[-1], right[-1])
        )
        return f"<table>{head}{''.join(body)}<tr>{last}</tr></table>"

    def _matrix(self) -> str:
        values = self.three_public
        if self.style.ministry:
            one = "<th rowspan='2'>合计</th><th rowspan='2'>因公出国（境）费</th><th colspan='3'>公务用车购置及运行维护费</th><th rowspan='2'>公务接待费</th>"
            two = "<th>小计</th><th>公务用车购置费</th><th>公务用车运行维护费</th>"
            cells = "".join(
                f"<td class='n'>{self.money(pair[i])}</td>"
                for i in (0, 1)
                for pair in values.values()
            )
            return f"<table><tr><th colspan='6'>预算数</th><th colspan='6'>决算数</th></tr><tr>{one * 2}</tr><tr>{two * 2}</tr><tr>{cells}</tr></table>"
        cells = "".join(
            f"<td class='n'>{self.money(value)}</td>" for pair in values.values() for value in pair
        )
        return (
            "<table><tr><th colspan='12'>财政拨款“三公”经费</th></tr><tr><th colspan='2' rowspan='2'>合计</th><th colspan='2' rowspan='2'>因公出国（境）费</th>"
            "<th colspan='6'>公务用车购置及运行费</th><th colspan='2' rowspan='2'>公务接待费</th></tr><tr><th colspan='2'>小计</th><th colspan='2'>公务用车购置费</th>"
            f"<th colspan='2'>公务用车运行费</th></tr><tr>{'<th>预算数</th><th>决算数</th>' * 6}</tr><tr>{cells}</tr></table>"
        )

    # -- prose -------------------------------------------------------------------------------------------------

    def share(self, part: D, whole: D) -> str:
        """A percentage as printed."""
        return f"{(part * 100 / whole).quantize(D('0.01'), 'ROUND_HALF_UP')}%"

    def _items(self, names: dict[str, str], values: Line, initial: Line) -> str:
        out = []
        for i, (code, value) in enumerate(values.items(), start=1):
            budget = initial[code]
            word = "大于" if value > budget else "小于" if value < budget else ""
            end = (
                f"决算数{word}预算数的主要原因：年中调整，涉及3个项目12.5万元。"
                if word
                else "决算数与预算数持平。"
            )
            out.append(
                f"<p>{i}、{names[code[:3]]}（类）{names[code[:5]]}（款）{names[code]}（项）。主要用于：{names[code]}的开支，含2023年结转。"
                f"年初预算为{budget}万元，支出决算为{value}万元。{end}</p>"
            )
        return "".join(out)

    def _prose(self) -> str:
        p = self.share
        basic, project = (
            sum(self.basic.values()) + self.nonfiscal_spent,
            sum(self.project.values()) + self.fund_total,
        )
        other = sum(self.other.values())
        fiscal = self.general + self.fund_total
        items = {code: self.basic[code] + self.project[code] for code in self.basic}
        classes = {code: self.under(items, code) for code in ITEMS if len(code) == 3}
        structure = "；".join(
            f"{ITEMS[code]}（类）{value}万元，占{p(value, self.general)}"
            for code, value in classes.items()
        )
        initial = sum(self.initial.values())
        named = [name for code, name in PERSONNEL.items() if self.personnel.get(code)]
        used = [name for code, name in PUBLIC.items() if self.public.get(code)]
        sections = [
            ("一、收入支出决算总体情况说明", f"{NAME}{YEAR}年度收入支出总计{self.total}万元。与2023年度相比，收入支出总计减少100.00万元，下降{p(D(100), self.total + 100)}。主要原因：2023年有2个一次性项目。"),
            ("二、收入决算情况说明", f"本年收入合计{self.earned}万元，其中：财政拨款收入{fiscal}万元，占{p(fiscal, self.earned)}；其他收入{other}万元，占{p(other, self.earned)}。"),
            ("三、支出决算情况说明", f"本年支出合计{self.spent}万元，其中：基本支出{basic}万元，占{p(basic, self.spent)}；项目支出{project}万元，占{p(project, self.spent)}。"),
            ("四、财政拨款收入支出决算总体情况说明", f"{NAME}{YEAR}年度财政拨款收入支出总计{fiscal + self.fiscal_opening}万元。与2023年度相比，财政拨款收入支出总计增加20.00万元，增长{p(D(20), fiscal + self.fiscal_opening - 20)}。主要原因：人员增加。"),
            ("五、一般公共预算财政拨款支出决算情况说明", ""),
            ("（一）一般公共预算财政拨款支出决算总体情况", f"一般公共预算财政拨款支出{self.general}万元，占本年支出合计的{p(self.general, self.spent)}。与2023年度相比，一般公共预算财政拨款支出持平。"),
            ("（二）一般公共预算财政拨款支出决算结构情况", f"一般公共预算财政拨款支出{self.general}万元，主要用于以下方面：{structure}。"),
            ("（三）一般公共预算财政拨款支出决算具体情况", f"一般公共预算财政拨款支出年初预算为{initial}万元，支出决算为{self.general}万元，完成年初预算的{p(self.general, initial)}。决算数{'大于' if self.general > initial else '小于'}预算数的主要原因：年中调整。其中："),
        ]  # fmt: skip
        out = [f"<div class='page'><h2>第三部分 {NAME}{YEAR}年度部门决算情况说明</h2>"]
        out += [f"<h3>{head}</h3><p>{text}</p>" for head, text in sections]
        out.append(self._items(ITEMS, items, self.initial))
        basic_only = sum(self.basic.values())
        fund_text = self._items(FUND_ITEMS, self.fund, self.fund_initial)
        vehicles = "、".join(
            f"{kind}用车{n}辆"
            for kind, n in (
                ("部级领导干部", 0),
                ("主要领导干部", 0),
                ("机要通信", 1),
                ("应急保障", 0),
                ("执法执勤", 1),
                ("特种专业技术", 0),
                ("离退休干部", 0),
                ("其他", 0),
            )
        )
        rest = [
            ("六、一般公共预算财政拨款基本支出决算情况说明", f"一般公共预算财政拨款基本支出{basic_only}万元。其中：人员经费{sum(self.personnel.values())}万元，主要包括：{'、'.join(named)}；公用经费{sum(self.public.values())}万元，主要包括：{'、'.join(used)}。"),
            ("七、财政拨款“三公”经费支出决算情况说明", ""),
            ("（一）“三公”经费财政拨款支出决算总体情况说明。", "“三公”经费财政拨款支出年初预算为6.00万元，支出决算为2.76万元，完成预算的46.00%，其中：因公出国（境）费决算为0.00万元，完成预算的0.00%；公务用车购置及运行维护费支出决算为2.40万元，完成预算的68.57%；公务接待费支出决算为0.36万元，完成预算的36.00%。2024年度“三公”经费支出决算数小于预算数的主要原因：厉行节约。</p><p>2024年度“三公”经费财政拨款支出决算数比2023年度减少0.54万元，下降16.36%，其中：因公出国（境）费支出决算持平；公务用车购置及运行维护费支出决算减少0.60万元，下降20.00%；公务接待费支出决算增加0.06万元，增长20.00%。公务用车购置及运行维护费支出减少的主要原因是车辆减少1辆。公务接待费支出增加的主要原因是来访增多。"),
            ("（二）“三公”经费财政拨款支出决算具体情况说明。", "“三公”经费财政拨款支出决算中，因公出国（境）费支出决算0.00万元，占0.00%；公务用车购置及运行维护费支出决算2.40万元，占86.96%；公务接待费支出决算0.36万元，占13.04%。具体情况如下：</p><p>1、因公出国（境）费支出0.00万元。全年安排因公出国（境）团组0个、累计0人次。开支内容包括：无。</p><p>2、公务用车购置及运行维护费支出2.40万元。其中：</p><p>公务用车购置支出为0.00万元。购置公务用车0辆。</p><p>公务用车运行维护支出2.40万元。主要用于车辆燃料费、维修费、保险费等支出。2024年，" + NAME + "所属各预算单位开支财政拨款的公务用车保有量为2辆。</p><p>3、公务接待费支出0.36万元。其中：</p><p>国内公务接待支出0.36万元（含外宾接待支出0.00万元）。主要用于接待来访，公务接待6批次、48人次，其中：接待外宾0批次、0人次。"),
            ("八、政府性基金预算财政拨款收入支出决算情况说明", f"政府性基金预算财政拨款收入{self.fund_total}万元，支出{self.fund_total}万元，支出具体情况如下：</p>{fund_text}<p>"),
            ("九、国有资本经营预算财政拨款收入支出决算情况说明", f"{NAME}2024年度无国有资本经营预算财政拨款收入和支出。"),
            ("十、预算绩效管理情况", f"{NAME}2024年度预算绩效管理工作开展情况如下：本部门建立了预算绩效管理的工作机制；全过程绩效管理实施情况：编报绩效目标的2024年度项目5个，涉及预算金额321.40万元；绩效跟踪评价的2024年度项目4个，涉及预算金额300.00万元；绩效自评的2024年度项目5个，涉及预算金额321.40万元，平均得分95.20分（其中，绩效评级为“优”的项目4个；绩效评级为“良”的项目1个；绩效评级为“合格”的项目0个；绩效评级为“不合格”的项目0个。绩效自评中共发现问题3个，已经完成整改的2个，正在整改的1个）。"),
            ("十一、其他重要事项的情况说明", ""),
            ("（一）机关运行经费支出情况", f"机关运行经费支出{sum(self.public.values())}万元，比2023年度增加1.00万元，增长{p(D(1), sum(self.public.values()) - 1)}。主要原因是办公设备更新。"),
            ("（二）政府采购支出情况", f"{NAME}2024年度政府采购金额（以合同签订为准）为120.50万元，其中：货物采购金额20.10万元、工程采购金额0万元、服务采购金额100.40万元。</p><p>2024年度本部门面向中小企业预留政府采购项目预算金额90.00万元，面向小微企业预留政府采购项目预算金额30.00万元。在面向中小企业预留的政府采购项目中，由中小企业供应商中标或成交的，采购金额88.00万元；在面向小微企业预留政府采购项目中，由小微企业供应商中标或成交的，采购金额29.50万元；在其他政府采购项目中，由中小企业供应商中标或成交的，采购金额2.00万元。"),
            ("（三）国有资产占有使用情况说明", f"截至2024年12月31日，{NAME}共有车辆2辆，其中：{vehicles}。单价100万元（含）以上设备（不含车辆）3台（套）。"),
        ]  # fmt: skip
        out += [f"<h3>{head}</h3><p>{text}</p>" for head, text in rest]
        out.append(
            "</div><div class='page'><h2>第四部分 名词解释</h2><p>一、财政拨款收入：指单位本年度从本级财政部门取得的财政拨款。</p><p>二、基本支出：指单位为保障机构正常运转、完成日常工作任务而发生的各项支出。</p></div>"
        )
        return "".join(out)

    def narrative(self) -> dict[tuple[str, str], str]:
        """Figures that the prose prints: (measure, column) to value."""
        fiscal = self.general + self.fund_total
        share = lambda part, whole: self.share(part, whole).rstrip("%")  # noqa: E731
        initial = sum(self.initial.values())
        found = {
            ("overall", "actual"): self.total, ("overall", "change"): D("-100.00"), ("overall", "change_pct"): "-" + share(D(100), self.total + 100),
            ("revenue.current", "actual"): self.earned, ("revenue.appropriation", "actual"): fiscal, ("revenue.appropriation", "share_pct"): share(fiscal, self.earned),
            ("expenditure.current", "actual"): self.spent, ("appropriation.overall", "actual"): fiscal + self.fiscal_opening, ("appropriation.overall", "change"): D("20.00"),
            ("general_budget.expenditure", "actual"): self.general, ("general_budget.expenditure", "initial_budget"): initial,
            ("general_budget.expenditure", "completion_pct"): share(self.general, initial), ("general_budget.expenditure", "change_word"): "持平",
            ("basic.personnel", "actual"): sum(self.personnel.values()), ("basic.public", "actual"): sum(self.public.values()),
            ("three_public.total", "initial_budget"): D("6.00"), ("three_public.total", "actual"): D("2.76"), ("three_public.total", "completion_pct"): "46.00",
            ("three_public.total", "change"): D("-0.54"), ("three_public.total", "change_pct"): "-16.36", ("three_public.total", "variance_word"): "小于",
            ("three_public.abroad", "change_word"): "持平", ("three_public.vehicles", "change"): D("-0.60"), ("three_public.vehicles", "reason"): "车辆减少1辆",
            ("three_public.reception", "change_pct"): "20.00", ("three_public.reception", "reason"): "来访增多", ("three_public.reception", "share_pct"): "13.04",
            ("three_public.abroad_groups", "actual"): "0", ("three_public.abroad_trips", "actual"): "0", ("three_public.vehicle_purchase", "actual"): D("0.00"),
            ("three_public.vehicles_bought", "actual"): "0", ("three_public.vehicle_running", "actual"): D("2.40"), ("three_public.vehicles_kept", "actual"): "2",
            ("three_public.reception_domestic", "actual"): D("0.36"), ("three_public.reception_guests", "actual"): D("0.00"),
            ("three_public.reception_batches", "actual"): "6", ("three_public.reception_visitors", "actual"): "48",
            ("three_public.guest_batches", "actual"): "0", ("three_public.guest_visitors", "actual"): "0",
            ("government_fund.revenue_current", "actual"): self.fund_total, ("government_fund.expenditure_current", "actual"): self.fund_total,
            ("performance.target_count", "actual"): "5", ("performance.targets", "annual_budget"): D("321.40"), ("performance.tracked", "annual_budget"): D("300.00"),
            ("performance.average_score", "actual"): "95.20", ("performance.rated_good", "actual"): "1", ("performance.problems_open", "actual"): "1",
            ("operating.agency", "actual"): sum(self.public.values()), ("operating.agency", "change"): D("1.00"),
            ("procurement.total", "actual"): D("120.50"), ("procurement.works", "actual"): "0.00", ("procurement.reserved_sme", "annual_budget"): D("90.00"),
            ("procurement.reserved_sme_awarded", "actual"): D("88.00"), ("procurement.reserved_micro_awarded", "actual"): D("29.50"),
            ("procurement.other_sme_awarded", "actual"): D("2.00"), ("assets.vehicles", "actual"): "2",
            ("assets.vehicles.confidential_messaging", "actual"): "1", ("assets.vehicles.other", "actual"): "0", ("assets.equipment_over_1m", "actual"): "3",
        }  # fmt: skip
        return {key: str(value) for key, value in found.items()}


STYLES = {
    "chromium": (1, Style()),
    "chromium-codes": (
        2,
        Style(one_code=True, zero="0.00", separators=False, total_last=True, ministry=True),
    ),
    "calc": (3, Style(zero="-", total_last=True)),
    "reportlab": (4, Style(unit="元", one_code=True)),
}
"""The files in ``tests/pdfs`` and how their tables are printed."""


@dataclass
class Block:
    """A paragraph, or a table of cells: text, rows and columns that it spans."""

    text: str = ""
    rows: list[list[tuple[str, int, int]]] = field(default_factory=list)
    page: bool = False
    wide: bool = False


class _Blocks(HTMLParser):
    """Takes the made-up HTML apart."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Block] = []
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in ("p", "h1", "h2", "h3", "div", "br"):
            kinds = (given.get("class") or "").split()
            self.found.append(Block(page="page" in kinds, wide="wide" in kinds))
        elif tag == "table":
            self.found.append(Block())
        elif tag == "tr":
            self.found[-1].rows.append([])
        elif tag in ("td", "th"):
            self.found[-1].rows[-1].append(
                ("", int(given.get("rowspan") or 1), int(given.get("colspan") or 1))
            )
        self.inside = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == "table":
            self.found.append(Block())
        self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside == "style":
            return
        block = self.found[-1] if self.found else Block()
        if block.rows:
            text, rows, columns = block.rows[-1][-1]
            block.rows[-1][-1] = (text + data, rows, columns)
        else:
            block.text += data.strip()


def blocks(html: str) -> list[Block]:
    """Paragraphs and tables of the made-up HTML, in order."""
    parser = _Blocks()
    parser.feed(html)
    return [block for block in parser.found if block.text or block.rows or block.page]


def placed(rows: list[list[tuple[str, int, int]]]) -> Iterator[tuple[int, int, int, int, str]]:
    """The cells of a table with their row, column, and how many of each they span."""
    taken: set[tuple[int, int]] = set()
    for i, row in enumerate(rows):
        column = 0
        for text, down, across in row:
            while (i, column) in taken:
                column += 1
            taken.update((i + a, column + b) for a in range(down) for b in range(across))
            yield i, column, down, across, text
            column += across


def print_chromium(made: Made, path: Path) -> None:
    """Print with Debian's Chromium, with a header and page numbers."""
    from playwright.sync_api import sync_playwright

    edge = "<div style='font-size:8px;width:100%;text-align:center'>{}</div>"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        page = browser.new_page()
        page.set_content(made.html())
        page.pdf(
            path=str(path), prefer_css_page_size=True, display_header_footer=True,
            header_template=edge.format(f"{NAME}部门决算"), footer_template=edge.format("— <span class='pageNumber'></span> —"),
        )  # fmt: skip
        browser.close()


def print_calc(made: Made, path: Path) -> None:
    """Print with LibreOffice Calc: a sheet a page, its rows as text or as cells with borders."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Border, Font, Side

    thin = Side(style="thin")
    border = Border(left=thin, right=thin, top=thin, bottom=thin)
    book = Workbook()
    book.remove(book.active)
    sheet, at, texts = book.create_sheet("p0"), 1, 0
    for block in blocks(made.html()):
        if block.page:
            sheet, at = book.create_sheet(f"p{len(book.sheetnames)}"), 1
            sheet.page_setup.orientation = "landscape" if block.wide else "portrait"
            sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
            sheet.sheet_properties.pageSetUpPr.fitToPage = True
            sheet.page_setup.fitToHeight = 0
            sheet.oddFooter.center.text = "第 &P 页"
        for i in range(0, len(block.text), 44):
            sheet.cell(at, 1, block.text[i : i + 44]).font = Font(name="Noto Serif CJK SC", size=11)
            at, texts = at + 1, texts + 1
        for row, column, down, across, text in placed(block.rows):
            for a in range(down):
                for b in range(across):
                    sheet.cell(at + row + a, column + b + 1).border = border
            cell = sheet.cell(at + row, column + 1, text)
            cell.font = Font(name="Noto Serif CJK SC", size=9)
            cell.alignment = Alignment(
                wrap_text=True, vertical="center", horizontal="right" if "." in text else "left"
            )
            if down > 1 or across > 1:
                sheet.merge_cells(
                    start_row=at + row,
                    start_column=column + 1,
                    end_row=at + row + down - 1,
                    end_column=column + across,
                )
            if across == 1:
                letter = cell.column_letter
                width = min(
                    24,
                    max(
                        6 + len(text) * (1.1 if text.isascii() else 1.7),
                        sheet.column_dimensions[letter].width
                        if letter in sheet.column_dimensions
                        else 0,
                    ),
                )
                sheet.column_dimensions[letter].width = width
        at += len(block.rows)
    with tempfile.TemporaryDirectory() as name:
        book.save(Path(name) / "made.xlsx")
        subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{name}/profile", "--convert-to", "pdf", "--outdir", name,
                        f"{name}/made.xlsx"], check=True, capture_output=True)  # fmt: skip
        shutil.move(Path(name) / "made.pdf", path)


def print_reportlab(made: Made, path: Path) -> None:
    """Print with ReportLab: a font that is not embedded, tables that break over pages and repeat their headings."""
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.platypus import (
        BaseDocTemplate,
        Frame,
        NextPageTemplate,
        PageBreak,
        PageTemplate,
        Paragraph,
        Table,
    )

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    prose = ParagraphStyle(
        "prose",
        fontName="STSong-Light",
        fontSize=11,
        leading=17,
        wordWrap="CJK",
        firstLineIndent=22,
    )
    inner = ParagraphStyle("cell", fontName="STSong-Light", fontSize=8, leading=9.5, wordWrap="CJK")

    def number(canvas: Any, document: Any) -> None:
        canvas.setFont("STSong-Light", 8)
        canvas.drawCentredString(canvas._pagesize[0] / 2, 24, f"- {document.page} -")

    flow: list[Any] = []
    for block in blocks(made.html()):
        if block.page:
            flow += [NextPageTemplate("wide" if block.wide else "tall"), PageBreak()]
        if block.text:
            flow.append(Paragraph(escape(block.text), prose))
        if block.rows:
            cells = list(placed(block.rows))
            width = max(column + across for _, column, _, across, _ in cells)
            grid: list[list[Any]] = [[""] * width for _ in block.rows]
            style: list[tuple[Any, ...]] = [
                ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ]
            for row, column, down, across, text in cells:
                grid[row][column] = Paragraph(escape(text), inner)
                if down > 1 or across > 1:
                    style.append(("SPAN", (column, row), (column + across - 1, row + down - 1)))
            head = next(
                (
                    i
                    for i, row in enumerate(block.rows)
                    if any("、" in cell[0] or cell[0].isdigit() or "." in cell[0] for cell in row)
                ),
                0,
            )
            flow.append(
                Table(grid, style=style, repeatRows=head if head < 4 else 0, colWidths=None)
            )
    document = BaseDocTemplate(str(path), invariant=1)
    for name, size in (("tall", A4), ("wide", landscape(A4))):
        frame = Frame(40, 40, size[0] - 80, size[1] - 80)
        document.addPageTemplates(
            PageTemplate(id=name, frames=[frame], pagesize=size, onPage=number)
        )
    document.build(flow)


def main() -> None:
    """Print all files of :data:`STYLES`."""
    folder = Path(__file__).parent / "pdfs"
    folder.mkdir(exist_ok=True)
    producers = {"chromium": print_chromium, "calc": print_calc, "reportlab": print_reportlab}
    for name, (seed, style) in STYLES.items():
        producers[name.partition("-")[0]](Made(seed, style), folder / f"{name}.pdf")


if __name__ == "__main__":
    main()
