"""All projects of all disclosures in one table: to search, to filter, to sort."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial
from heapq import nsmallest
from itertools import count
from typing import NamedTuple

from markupsafe import Markup, escape

from juesuan.pages import addresses
from juesuan.pages.across.table import TopicTable, department, place, table_html
from juesuan.pages.addresses import PROJECTS
from juesuan.pages.evidence.confidential import CALLED, confidential
from juesuan.pages.evidence.figures import LOST, NONE, Evidence
from juesuan.pages.limits import LISTED, PROJECT_ROWS
from juesuan.pages.store.losses import losses
from juesuan.pages.store.portfolio import ALL, Project, projects
from juesuan.pages.store.store import Store
from juesuan.rows import DisclosureRow, ProjectFundsColumn, ProjectFundsRow

_HEADS = [
    ("项目", False),
    ("全年预算数", True),
    ("全年执行数", True),
    ("执行率（%）", True),
    ("总分", True),
    ("没得到的分", True),
    ("部门", False),
    ("丢分最多的一项", False),
]

_ORDER = "全年预算，多的在前"
"""In which order the projects stand."""

_ORDERS = Markup('<p class="asks">{}</p>\n').format(
    Markup("").join(
        Markup('<a href="?s1={}#projects">{}</a>').format(order, name)
        for name, order in (
            ("得分最低", "4.ascending"),
            ("执行率最低", "3.ascending"),
            ("丢分最多", "5.descending"),
            ("金额最大", "1.descending"),
        )
    )
)
"""Orders that answer what readers ask first, as the script keeps them in the address."""


_FORMS = ("projects", "project_funds", "indicators")
"""Resources that a project is told from."""

_LOWEST = 5
"""Projects of which the reasons are told first."""


class _Project(NamedTuple):
    """A row of the table, with what it is ordered by."""

    budget: Decimal
    key: str
    cells: list[Markup]


def pages(store: Store) -> Iterator[tuple[str, str]]:
    """The part of the page of projects."""
    number = count()
    every = (
        (-Decimal(budget), key, next(number), cells)
        for about in store.disclosures()
        for budget, key, cells in store.made_of(about, "projects", partial(_told, store, about))
    )
    found = nsmallest(PROJECT_ROWS, every)
    rows = [[*map(Markup, cells)] for *_, cells in found]  # nosec B704
    more = next(number) - len(found)
    table = TopicTable("项目绩效自评", "projects", "万元", _HEADS, rows, more, order=_ORDER)
    content = Markup("<p>所收文件都没有项目自评表。</p>\n")
    if found:
        content = _ORDERS + _lowest(store) + table_html(table)
    content += _secret(store)
    yield addresses.part("projects"), content


def _lowest(store: Store) -> Markup:
    """The projects that scored least of all, with the reason of what they missed most."""
    every = (
        (Decimal(score), name, said)
        for about in store.disclosures()
        for score, name, said in low(store, about, PROJECTS)
    )
    found = [Markup(said) for _, _, said in nsmallest(_LOWEST, every)]  # nosec B704
    if not found:
        return Markup()
    shown = Markup("").join(map(Markup("<li>{}</li>").format, found))
    title = Markup('<h2 id="lowest">自评总分最低的项目，为什么</h2>\n')
    return title + Markup('<div class="lowest"><ol>{}</ol></div>\n').format(shown)


def _secret(store: Store) -> Markup:
    """Which disclosures state confidential projects, which are in none of the lists."""
    abouts = store.disclosures()
    made = [store.made_of(one, "secret", partial(_stated, store, one)) for one in abouts]
    told = [Markup("<li>{}</li>").format(Markup(one)) for one in made if one]  # nosec B704
    if not told:
        return Markup()
    more = len(told) - LISTED
    rest = Markup("<p>另有 {} 份。</p>\n").format(more) if more > 0 else Markup()
    return Markup(
        '<h2 id="confidential">不在上面的涉密项目</h2>\n<div><p>上面只有附了自评表的项目。'
        "{} 份公开另外列出{}：</p><ul>{}</ul>{}</div>\n"
    ).format(len(told), CALLED, Markup("").join(told[:LISTED]), rest)


def _stated(store: Store, about: DisclosureRow) -> str:
    """The confidential projects of one disclosure; empty where it states none."""
    one = about["disclosure_id"]
    up = addresses.way(PROJECTS, addresses.disclosure(one))
    evidence = store.evidence(about, up, "measures")
    told = confidential(store.of(one).rows("measures"), partial(evidence.number, "measures"))
    whose = Markup("{} {}：{}").format(department(about, PROJECTS), about["fiscal_year"], told)
    return str(whose) if told else ""


def low(store: Store, about: DisclosureRow, here: str) -> Sequence[tuple[str, str, str]]:
    """The projects of one disclosure that scored least: score, key, and what is told of each.

    A project that scored all is none of them.

    Args:
        store: the packages.
        about: the row of ``disclosure``.
        here: the page on which they are told; what is kept serves all pages of its depth.
    """
    what = f"low {here.count('/')}"
    return store.made_of(about, what, partial(_low, store, about, here))


def _low(store: Store, about: DisclosureRow, here: str) -> list[tuple[str, str, str]]:
    one = about["disclosure_id"]
    up = addresses.way(here, addresses.disclosure(one))
    evidence = store.evidence(about, up, *_FORMS)
    scored = [
        (project.score, number, project)
        for number, project in enumerate(projects(store.of(one)), start=1)
        if project.score is not None and project.score < ALL
    ]
    whose = f"{about['department']} {about['fiscal_year']}。" if here == PROJECTS else ""
    told = []
    for score, number, project in sorted(scored)[:_LOWEST]:
        points = Markup("{} 分").format(evidence.number("projects", project.form, "total_score"))
        why = losses(evidence, project.funds, project.worst, hidden=project.hidden)
        said = Markup("{}：{}<small>{}{}</small>").format(
            Markup('<a href="{}">{}</a>').format(up + project.page, project.name),
            Markup("，").join([points, *_money(evidence, project)]),
            whose,
            _said("丢分最多：", why),
        )
        told.append((str(score), f"{one}/{number:04}", str(said)))
    return told


def _money(evidence: Evidence, project: Project) -> list[Markup]:
    """What it had and which part of it it spent, as far as that is printed."""
    budget, _, rate = _amounts(evidence, project)
    told = [Markup("全年预算 {} 万元").format(budget)] if budget not in (NONE, LOST) else []
    told += [Markup("执行率 {}%").format(rate)] if rate not in (NONE, LOST) else []
    return told


def _said(begin: str, texts: list[Markup]) -> Markup:
    """Texts behind their beginning; nothing where there is none."""
    return Markup("{}{}").format(begin, Markup("；").join(texts)) if texts else Markup()


def _told(store: Store, about: DisclosureRow) -> list[tuple[str, str, list[str]]]:
    """The projects of one disclosure, to be kept."""
    return [(str(one.budget), one.key, [*map(str, one.cells)]) for one in _projects(store, about)]


def _projects(store: Store, about: DisclosureRow) -> Iterator[_Project]:
    """The projects of one disclosure."""
    one = about["disclosure_id"]
    up = addresses.way(PROJECTS, addresses.disclosure(one))
    evidence = store.evidence(about, up, *_FORMS)
    for number, project in enumerate(projects(store.of(one)), start=1):
        score = evidence.number("projects", project.form, "total_score")
        missed = NONE if project.missed is None else escape(_points(project.missed))
        named = _name(about, project, up)
        why = [*losses(evidence, project.funds, project.worst, 1, project.hidden), NONE][0]
        cells = [named, *_amounts(evidence, project), score, missed, _whose(about), why]
        yield _Project(project.budget, f"{one}/{number:04}", cells)


def _points(missed: Decimal) -> str:
    """Points with two decimals at least, as scores are printed.

    >>> _points(Decimal("0")), _points(Decimal("9.685"))
    ('0.00', '9.685')
    """
    kept = missed.quantize(Decimal("0.01"))
    return f"{kept if kept == missed else missed:f}"


def _name(about: DisclosureRow, project: Project, up: str) -> Markup:
    """A project as a link to its form, with who carries it out if that is not the department."""
    form = project.form
    name = Markup('<a href="{}">{}</a>').format(up + project.page, project.name)
    if form["implementer"] and form["implementer"] != about["department"]:
        name += Markup("<small>{}</small>").format(form["implementer"])
    return name


def _whose(about: DisclosureRow) -> Markup:
    """The department, and of which year, region and scope its disclosure is."""
    below = " · ".join(filter(None, map(str, place(about))))
    link = department(about, PROJECTS)
    return Markup("<span>{}<small>{}</small></span>").format(link, below)


def _amounts(evidence: Evidence, project: Project) -> list[Markup]:
    """Budget, execution and its rate; a dash where the form has no such row."""
    asked: tuple[tuple[ProjectFundsRow | None, ProjectFundsColumn], ...] = (
        (project.total, "annual_budget"),
        (project.total, "executed"),
        (project.rated, "execution_rate_pct"),
    )
    return [evidence.number("project_funds", row, column) if row else NONE for row, column in asked]
