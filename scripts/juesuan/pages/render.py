"""Rendering all pages into ``docs/d/``: one folder a disclosure, and the pages over all of them."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from juesuan import intake, package, terms
from juesuan.build import code_version, folder_of, ids
from juesuan.check import all_rules
from juesuan.model import Facts, Row
from juesuan.package.tables import csv_text
from juesuan.pages import downloads, tables
from juesuan.pages.figures import LINES_A_PAGE, Evidence, place_of, source_page
from juesuan.pages.sentences import Teller
from juesuan.pages.source import evidence_files, source_pages
from juesuan.pages.statutory import statutory_pages
from juesuan.pages.topics import function_groups
from juesuan.pages.words import FUNDS, ORDER, SCOPES, STATES, STATUSES

PLACE = Path("docs") / "d"
"""Where generated pages go; git does not track it."""

FORMS_A_PAGE = 20
"""Performance forms on one page of the site."""

BOARD_LIMIT = 200
"""Contradictions that the board lists; the files for download hold all."""

SCALE = 1.3
"""Pixels a point in the pictures of pages, on which the evidence shows a figure; ``evidence.js`` knows it too."""

_DONE = ".fingerprint"


def render(root: Path, progress: Callable[[int, int], object] = lambda done, total: None) -> int:
    """Generate pages and downloads of all packages; what has not changed is left alone.

    Args:
        root: the repository.
        progress: called with disclosures done and their number.

    Returns:
        How many files were written.
    """
    place = root / PLACE
    place.mkdir(parents=True, exist_ok=True)
    names = ids(root)
    for old in place.iterdir():
        if old.is_dir() and old.name not in {*names, "parts", "all"}:
            shutil.rmtree(old)
    writer, every = _Writer(), []
    code = code_version((".py", ".j2", ".toml"), leave_out=())
    for done, name in enumerate(names, start=1):
        folder = folder_of(root, name)
        facts = package.load(folder)
        every.append(facts)
        _one(place / name, folder, facts, code, writer)
        progress(done, len(names))
    _over_all(place, every, writer)
    for old in [*(place / "parts").iterdir(), *(place / "all").iterdir()]:
        if old not in writer.paths:
            old.unlink()
    return writer.written


class _Writer:
    """Writes files beside and renames them; counts those that were not there, and knows all that should be."""

    def __init__(self) -> None:
        self.written = 0
        self.paths: set[Path] = set()

    def write(self, path: Path, data: str | bytes) -> None:
        """Write a file unless it has this content already."""
        self.paths.add(path)
        content = data.encode("utf-8") if isinstance(data, str) else data
        if path.exists() and path.read_bytes() == content:
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(f".{path.name}.new")
        fresh.write_bytes(content)
        fresh.replace(path)
        self.written += 1


def _environment() -> Environment:
    found = Environment(
        loader=PackageLoader("juesuan.pages", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters["md"] = markdown_text
    found.globals.update(states=STATES, statuses=STATUSES, scopes=SCOPES, funds=FUNDS, order=ORDER, front=_front)
    return found


def markdown_text(text: str) -> Markup:
    """Text from a disclosure as harmless Markdown and HTML.

    >>> markdown_text("<b>*a*</b>")
    Markup('&lt;b&gt;&#42;a&#42;&lt;/b&gt;')
    """
    safe = escape(" ".join(text.split()))
    for char in "\\`*_{}[]|!":
        safe = safe.replace(char, f"&#{ord(char)};")
    return Markup(safe)


def _front(**values: Any) -> Markup:
    """Front matter of a page; values are written as JSON, which YAML reads."""
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()]
    return Markup("---\n" + "\n".join(lines) + "\n---")


def _one(place: Path, folder: Path, facts: Facts, code: str, writer: _Writer) -> None:
    print_of = hashlib.sha256((code + (folder / "datapackage.json").read_text(encoding="utf-8")).encode()).hexdigest()
    stamp = place / _DONE
    if stamp.exists() and stamp.read_text(encoding="utf-8") == print_of:
        return
    shutil.rmtree(place, ignore_errors=True)
    source = next(path for path in sorted((folder / "source").iterdir()) if path.is_file())
    extracted = folder / "data" / "text.txt"
    text = extracted.read_text(encoding="utf-8") if extracted.exists() else intake.read(source).text
    for name, content in _pages(facts, folder, text):
        writer.write(place / name, content)
    for name, content in evidence_files(facts, text):
        writer.write(place / "evidence" / name, content)
    if extracted.exists():
        shown = sorted({int(row["page"]) for row in facts.rows("figures") if row["status"] == "bound" and row["page"]})
        for number, picture in intake.pictures(source, shown, SCALE).items():
            writer.write(place / "evidence" / f"{number}.png", picture)
    _downloads(place, folder, facts, writer)
    writer.write(stamp, print_of)


def _pages(facts: Facts, folder: Path, text: str) -> Iterator[tuple[str, str]]:
    env = _environment()
    top, below = Evidence(facts, ""), Evidence(facts, "../")
    about = facts.disclosure
    shared: dict[str, Any] = {
        "about": about,
        "title": f"{about['department']} {about['fiscal_year']} 年度部门决算",
        "form_pages": _form_pages(facts),
    }
    yield (
        "index.md",
        env.get_template("disclosure.md.j2").render(
            **shared,
            statutory=_statutory(facts),
            paged=any(row["page"] for row in facts.rows("figures")[:1]),
            sentences=Teller(facts, top).sentences(),
            tables=tables.measure_tables(facts, top),
            functions=tables.function_tables(facts, top),
            economic=_economic(facts),
            forms=_form_list(facts, top),
            counts=check_counts(facts.rows("checks")),
            fails=_statements(facts, top, "fail"),
            coverage=coverage(facts),
            figures=_figure_counts(facts),
            unread=[top.link(row, f"{row['text']}（{place_of(row)}）") for row in _unread(facts)],
            organisation=facts.rows("organisation"),
            texts=facts.rows("texts"),
            glossary=facts.rows("glossary"),
            files=_file_list(facts),
        ),
    )
    if _statutory(facts):
        yield "tables.md", env.get_template("statutory.md.j2").render(**shared, tables=statutory_pages(facts, below))
    for name, rows in _form_pages(facts):
        yield (
            f"{name}.md",
            env.get_template("projects.md.j2").render(**shared, name=name, forms=[_form(facts, below, row) for row in rows]),
        )
    yield (
        "checks.md",
        env.get_template("checks.md.j2").render(
            **shared,
            counts=check_counts(facts.rows("checks")),
            groups=[(state, _statements(facts, below, state)) for state in ORDER],
            rules={rule.id: rule for rule in all_rules()},
        ),
    )
    pages = list(source_pages(text))
    begins = package.page_lines(folder)
    for name, lines in pages:
        yield (
            f"{name}.md",
            env.get_template("source.md.j2").render(
                **shared, name=name, lines=lines, begins=begins, pages=[(one, part[0][0], part[-1][0]) for one, part in pages]
            ),
        )


def _statutory(facts: Facts) -> list[str]:
    """Names of the statutory tables that the package has, or whose note says that they are empty."""
    noted = {row["section"] for row in facts.rows("texts")}
    return [one.id for one in terms.statutory_tables() if facts.rows(one.id) or one.id in noted]


def _form_pages(facts: Facts) -> list[tuple[str, list[Row]]]:
    rows = list(facts.rows("projects"))
    parts = [rows[i : i + FORMS_A_PAGE] for i in range(0, len(rows), FORMS_A_PAGE)]
    return [("projects" if i == 1 else f"projects-{i}", part) for i, part in enumerate(parts, start=1)]


def _form_list(facts: Facts, evidence: Evidence) -> list[dict[str, Any]]:
    page_of = {row["project_id"]: name for name, rows in _form_pages(facts) for row in rows}
    found = []
    for row in facts.rows("projects"):
        funds = [one for one in facts.rows("project_funds") if one["project_id"] == row["project_id"]]
        total = next((one for one in funds if one["source"] == "total"), None)
        rated = next((one for one in funds if one["execution_rate_pct"]), None)
        found.append(
            {
                "row": row,
                "href": f"{page_of[row['project_id']]}/#{row['project_id']}",
                "budget": evidence.number("project_funds", total, "annual_budget") if total else "—",
                "executed": evidence.number("project_funds", total, "executed") if total else "—",
                "rate": evidence.number("project_funds", rated, "execution_rate_pct", "%") if rated else "—",
                "score": evidence.number("projects", row, "total_score"),
            }
        )
    return found


_FUNDS = ("initial_budget", "annual_budget", "executed", "weight", "execution_rate_pct", "score")


def _form(facts: Facts, evidence: Evidence, row: Row) -> dict[str, Any]:
    funds = [one for one in facts.rows("project_funds") if one["project_id"] == row["project_id"]]
    indicators = [one for one in facts.rows("indicators") if one["project_id"] == row["project_id"]]
    fields = {field.name: field.title for field in terms.resource_schemas()["projects"].fields}
    return {
        "row": row,
        "total": evidence.number("projects", row, "total_score"),
        "funds": [(one, [evidence.number("project_funds", one, name) for name in _FUNDS]) for one in funds],
        "indicators": [
            {
                "row": one,
                "lost": one["unreadable"].split(),
                "target": _valued(evidence, one, "target"),
                "actual": _valued(evidence, one, "actual"),
                "weight": evidence.number("indicators", one, "weight"),
                "score": evidence.number("indicators", one, "score"),
            }
            for one in indicators
        ],
        "with_basis": any(one["basis"] for one in indicators),
        "lost": [fields.get(name, name) for name in row["unreadable"].split() if name in fields],
    }


def _valued(evidence: Evidence, row: Row, name: str) -> Markup:
    """A target or actual value as printed, linked to its numeral."""
    if name in row["unreadable"].split():
        return evidence.number("indicators", row, name)
    return evidence.link(evidence.figure("indicators", row, f"{name}_value"), row[name])


def _statements(facts: Facts, evidence: Evidence, state: str) -> list[dict[str, Any]]:
    return [
        {"row": row, "cited": evidence.cited(row["figures"]) if state in ("fail", "rounding", "information") else []}
        for row in facts.rows("checks")
        if row["state"] == state
    ]


def check_counts(rows: tuple[Row, ...]) -> dict[str, int]:
    """Number of checks by state, in the order of the site."""
    return {state: sum(row["state"] == state for row in rows) for state in ORDER}


def _unread(facts: Facts) -> list[Row]:
    """Figures that were not understood and belong to no cell."""
    return [row for row in facts.rows("figures") if row["status"] == "unread" and not row["resource"]]


def _figure_counts(facts: Facts) -> dict[str, int]:
    return {name: sum(row["status"] == name for row in facts.rows("figures")) for name in STATUSES}


def _economic(facts: Facts) -> dict[str, list[Row]]:
    groups = {"personnel": "人员经费", "public": "公用经费"}
    return {label: [row for row in facts.rows("economic") if row["group"] == name] for name, label in groups.items()}


def coverage(facts: Facts) -> list[tuple[str, str, str]]:
    """Every part of a disclosure: its label, whether it is in the package, and why not."""
    sections = {row["section"].split(".")[0] for row in facts.rows("measures")}
    empty = {row["section"]: row["text"] for row in facts.rows("texts") if row["kind"] == "empty"}
    found = []
    for section in terms.sections().values():
        if section.part or section.within or section.id in ("duties", "organisation", "other_matters", "performance", "other"):
            continue
        state = "已收录" if section.id in sections else "不适用" if section.id in empty else "未公开"
        note = (
            f"原文：{empty[section.id]}" if section.id in empty else "" if section.id in sections else "原文没有这一节或没有数字"
        )
        found.append((section.label, state, note))
    forms = sum(row["kind"] == "project" for row in facts.rows("projects"))
    found.append(("项目支出绩效自评表", "已收录" if forms else "未收录", f"{forms} 张" if forms else "所收文件没有附自评表"))
    secret = [row for row in facts.rows("measures") if row["measure"] == "confidential.project_count" and row["actual"] != "0"]
    if secret:
        found.append(("涉密项目绩效自评表", "涉密", f"{secret[0]['actual']} 个，原文说明不公开"))
    listed = any(row["kind"] == "statutory_table" for row in facts.rows("texts"))
    tables = _statutory(facts)
    state = "已收录" if tables else "未收录" if listed else "未公开"
    note = f"{len(tables)} 张" if tables else "原文称见附表，附表不在所收文件内" if listed else ""
    found.append(("九张决算报表", state, note))
    return found


def _file_list(facts: Facts) -> list[tuple[str, str, str]]:
    name = facts.disclosure_id
    found = [
        (f"{name}.zip", "ZIP", "整个数据包：全部 CSV、说明文件与原文"),
        (f"{name}.xlsx", "XLSX", "一张工作簿，每个数据表一页"),
        (f"{name}.json", "JSON", "全部数据表（台账除外）"),
        ("datapackage.json", "JSON", "Frictionless 数据包说明：字段、单位、主键"),
    ]
    schemas = terms.resource_schemas()
    return found + [(f"data/{one}.csv", "CSV", f"{schemas[one].title}（{len(rows)} 行）") for one, rows in facts.tables.items()]


def _downloads(place: Path, folder: Path, facts: Facts, writer: _Writer) -> None:
    writer.write(place / "datapackage.json", (folder / "datapackage.json").read_bytes())
    for path in sorted((folder / "data").glob("*.csv")):
        writer.write(place / "data" / path.name, path.read_bytes())
    for path in sorted((folder / "source").iterdir()):
        writer.write(place / "files" / path.name, path.read_bytes())
    writer.write(place / f"{folder.name}.zip", downloads.package_zip(folder))
    writer.write(place / f"{folder.name}.xlsx", downloads.xlsx_bytes(facts))
    writer.write(place / f"{folder.name}.json", downloads.json_text(facts))


def _over_all(place: Path, every: list[Facts], writer: _Writer) -> None:
    env = _environment()
    cards = [_card(facts) for facts in sorted(every, key=lambda one: (one.disclosure["region_code"], one.disclosure_id))]
    evidences = [(facts, Evidence(facts, f"../d/{facts.disclosure_id}/")) for facts in every]
    fails = [(facts, one) for facts, evidence in evidences for one in _statements(facts, evidence, "fail")]
    totals = {state: sum(card["counts"][state] for card in cards) for state in ORDER}
    years = sorted({card["about"]["fiscal_year"] for card in cards}, reverse=True)
    context = {
        "cards": cards, "fails": fails[:BOARD_LIMIT], "more": max(0, len(fails) - BOARD_LIMIT), "totals": totals, "years": years,
        "rules": all_rules(), "resources": terms.resource_schemas(), "figures": sum(len(f.rows("figures")) for f in every),
    }  # fmt: skip
    context["groups"] = function_groups(every)
    for name in ("home", "list", "board", "rules", "data", "dictionary", "functions"):
        writer.write(place / "parts" / f"{name}.html", env.get_template(f"{name}.html.j2").render(**context))
    tables = {name: csv_text(name, [r for facts in every for r in facts.rows(name)]) for name in terms.resource_schemas()}
    for name, text in tables.items():
        if name != "figures":
            writer.write(place / "all" / f"{name}.csv", text)
    files = [(f"juesuan/{name}.csv", text.encode("utf-8")) for name, text in tables.items()]
    writer.write(place / "all" / "juesuan.zip", downloads.zip_bytes(files))


def _card(facts: Facts) -> dict[str, Any]:
    measures: dict[str, Row] = {}
    for row in facts.rows("measures"):
        measures.setdefault(row["measure"], row)
    evidence = Evidence(facts, f"d/{facts.disclosure_id}/")
    below = Evidence(facts, f"../d/{facts.disclosure_id}/")

    def cell(source: Evidence, name: str) -> Any:
        return source.number("measures", measures[name], "actual") if name in measures else "—"

    if "revenue.total" not in measures and "overall" in measures:
        measures["revenue.total"] = measures["overall"]
    names = ("revenue.total", "expenditure.current", "three_public.total", "headcount.total")
    return {
        "about": facts.disclosure,
        "unread": len(_unread(facts)),
        "lost": _figure_counts(facts).get("unread", 0) - len(_unread(facts)),
        "home": {name.replace(".", "_"): cell(evidence, name) for name in names},
        "list": {name.replace(".", "_"): cell(below, name) for name in names},
        "counts": check_counts(facts.rows("checks")),
        "figures": _figure_counts(facts),
        "forms": sum(row["kind"] == "project" for row in facts.rows("projects")),
    }


__all__ = ["LINES_A_PAGE", "PLACE", "check_counts", "coverage", "markdown_text", "render", "source_page"]
