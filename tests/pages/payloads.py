"""Texts that try to become more than text, and a collection that holds them wherever a text can stand."""

from __future__ import annotations

import csv
import io
import itertools
import shutil
from pathlib import Path

import openpyxl

from juesuan import collection, terms
from tests.conftest import ROOT
from tests.made import PROJECT, disclosure
from tests.made_pdf import Made
from tests.made_workbook import write_prose, write_workbook

ID = "made-up-2024"
SECOND = "made-up-2023"
WORKBOOK = "made-book-2024"
"""The disclosure with payloads in its text and notes, the one with them in its tables too and an
earlier version, and the one with a workbook whose sheets are called so."""

PAYLOADS = (
    "<svg/onload=alert`x`>",
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    '"><svg/onload=alert(1)>',
    "'><svg/onload=alert(1)>",
    '" onmouseover="alert(1)" autofocus onfocus="alert(1)" x="',
    "' onmouseover='alert(1)' autofocus onfocus='alert(1)' x='",
    "[链](javascript:alert(1))",
    "![图](x){: onerror=alert(1) }",
    "<javascript:alert(1)>",
    "{: onclick=alert(1) .pwned }",
    "{{ 7*7 }}{% for one in config %}",
    "</script><script>alert(1)</script>",
    "--><img src=x onerror=alert(1)><!--",
    "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "]]><svg/onload=alert(1)>",
    "</textarea></noscript></table></details><img/src=x/onerror=alert(1)>",
    "&lt;img src=x onerror=alert(1)&gt;&#60;svg/onload=alert(1)&#62;",
    "<a href=javascript:alert(1)>点</a>",
    "`</code><script>alert(1)</script>`",
    "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
    "<base href=//example.org/>",
    "<meta http-equiv=refresh content=0;url=javascript:alert(1)>",
    "<form action=//example.org/><input name=q autofocus onfocus=alert(1)>",
    "<math><mi/xlink:href=javascript:alert(1)>点</mi></math>",
    "<style>*{display:none}</style><link rel=stylesheet href=//example.org/>",
    '--8<-- "mkdocs.yml"',
    "\u0002wzxhzdk:0\u0003",
    '=HYPERLINK("//example.org/","x")&cmd|\' /C calc\'!A0',
    "行\n---\ntitle: 假\n---\n\n# 题 {: onclick=alert(1) }\n\n<script>alert(1)</script>\n",
    "行\n\n</div>\n\n<img src=x onerror=alert(1)>\n\n[链](javascript:alert(1))\n",
    "\\<img src=x onerror=alert(1)\\>\\`",
)

_FIXED = {
    "disclosure": {"department_id", "scope", "region_code", "source_file", "source_sha256", "source_url", "kind"},
    "checks": {"rule", "subject", "state", "figures"},
    "functions": {"code"},
    "economic": {"code"},
    "measures": {"label"},
}  # fmt: skip
"""Columns that the program writes and reads itself; no document or maintainer can put text there."""

_INSIDE = ("unreadable", "fund", "section", "measure", "kind", "level", "group", "source", "key")


def slashed(payload: str) -> str:
    """A payload as a prose text can hold it: on one line, and without the spaces that prose loses."""
    return payload.replace("<img src=x ", "<img/src=x/").replace("\n", "")


def unspaced(payload: str) -> str:
    """A payload as a name without spaces, which no spreadsheet takes for a formula, can hold it."""
    return "名" + payload.replace(" ", "/").replace("\n", "/").replace("、", "")


def write(root: Path) -> None:
    """Write a repository of three disclosures with its registry and log, and their packages."""
    shutil.copytree(ROOT / "docs", root / "docs")
    shutil.copy(ROOT / "mkdocs.yml", root)
    for name, text, file in (
        (ID, _text(), "made onerror='alert(1)'&#[x](y)`.txt"),
        (SECOND, disclosure().replace("2024", "2023"), "first onerror='alert(1)'&#`.txt"),
    ):
        folder = root / "datapackages" / name
        (folder / "source").mkdir(parents=True)
        (folder / "source" / file).write_text(text, encoding="utf-8")
        if name == ID:
            (folder / "disclosure.toml").write_text(_notes(), encoding="utf-8")
        collection.convert(folder)
    _replace(root)
    _fill(root / "datapackages" / SECOND / "data")
    _with_workbook(root / "datapackages" / WORKBOOK)
    _registry(root / "datapackages")


def _seen() -> list[str]:
    """The payloads that hold no character that is not seen: others are refused where they stand."""
    return [one for one in PAYLOADS if "\u0002" not in one]


def _joined(number: int) -> list[str]:
    """The payloads as lines of so many of them, which no spreadsheet takes for formulas."""
    seen = [one.replace("\n", " ") for one in _seen()]
    return ["因" + "".join(seen[at : at + number]) for at in range(0, len(seen), number)]


def _replace(root: Path) -> None:
    """Replace a disclosure by a newer file, so that it has an earlier version, for hostile reasons."""
    newer = root / "newer onerror='alert(1)'&#`.txt"
    text = disclosure().replace("2024", "2023").replace("一是规范", "一是更规范")
    newer.write_text(text, encoding="utf-8")
    reason, by = _joined(20)[0], "甲" + PAYLOADS[1]
    collection.replace_source(root, SECOND, [newer], reason, "2026-11-22", by)
    newer.unlink()


def _with_workbook(folder: Path) -> None:
    """A disclosure of a text and a workbook whose sheets are called like payloads."""
    (folder / "source").mkdir(parents=True)
    write_prose(Made(1), folder / "source" / "text.txt")
    path = folder / "source" / "book.xlsx"
    write_workbook(Made(1), path)
    book = openpyxl.load_workbook(path)
    named = [one for one in PAYLOADS if len(one) < 30 and not set(one) & set("[]:*?/\\\x02")]
    for number, sheet in enumerate(book.worksheets):
        sheet.title = f"{number}{named[number % len(named)]}"
    book.save(path)
    collection.convert(folder)
    about = folder / "data" / "disclosure.csv"
    text = about.read_text(encoding="utf-8")
    about.write_text(text.replace(",普陀区,", f",普陀区{unspaced(PAYLOADS[0])},"), encoding="utf-8")


def _registry(place: Path) -> None:
    """Departments, with disclosures and without, and a log whose texts are payloads."""
    names = [unspaced(one) for one in _seen()]
    short = "、".join(f"简{one}" for one in names)[:1000].rpartition("、")[0]
    rows = [
        collection.Department.model_validate(_department(f"made-{number}", name, ""))
        for number, name in enumerate(names)
    ]
    for one, called in (("made-up", short), ("made-book", "")):
        name = f"某某市{one}<svg/onload=alert`x`>示例局"
        rows.append(collection.Department.model_validate(_department(one, name, called)))
    (place / collection.REGISTRY).write_text(collection.registry_text(rows), encoding="utf-8")
    logged = [
        collection.Logged.model_validate(
            dict.fromkeys(("department", "scope", "region", "source_url", "reason", "by"), said)
            | {"on": "2026-11-21", "action": "removed", "disclosure_id": f"gone-{number}-2020"}
            | {"new_id": "", "fiscal_year": "2020"}
        )
        for number, said in enumerate(_joined(10))
    ]
    logged += collection.read_log(place.parent)
    (place / collection.LOG).write_text(collection.log_text(logged), encoding="utf-8")


def _department(department_id: str, name: str, short: str) -> dict[str, str]:
    told = dict.fromkeys(collection.Department.model_fields, "")
    told |= {"department_id": department_id, "name": name, "short_names": short}
    return told | {"region_code": "310107", "level": "县级"}


def _text() -> str:
    """A text with payloads in its title and in each kind of passage and cell."""
    many = iter(itertools.cycle(slashed(one) for one in PAYLOADS))
    places = (
        "负责示例工作", "办公室、业务科", "项目减少", "年中调减", "基本工资", "业务用车", "一是规范", "一是不足", "一是培训", "示例项目", "做好示例", "已经做好",
        "示例数量", "超额", "办好事情", "开会次数", "工作计划", "压减", "其他用车主要是：",
    )  # fmt: skip
    text = disclosure(project=PROJECT)
    for place in places:
        if place in text:
            text = text.replace(place, place + "".join(next(many) for _ in range(3)))
    glossary = "".join(
        f"{i}.词{slashed(one)}：指{slashed(one)}。\n" for i, one in enumerate(PAYLOADS, 1)
    )
    title = "某某市<svg/onload=alert`x`>示例局（部门）2024年度部门决算公开说明"
    return text.replace("某某市示例局（部门）2024年度部门决算公开说明", title, 1) + "\n" + glossary


def _notes() -> str:
    """Notes with payloads wherever a maintainer may write; TOML quotes them."""
    lines = [
        "added = 2026-11-20",
        'url = "https://example.org/?a=javascript:alert(1)&b=(x)`{{7*7}}"',
    ]
    for one in PAYLOADS:
        if "\u0002" in one:
            continue
        quoted = one.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        lines += ["[[correction]]", "on = 2026-11-21", f'what = "{quoted}"']
        lines += [
            "[[mask]]", "characters = 2", "places = 1", f'received_sha256 = "{quoted}"', f'reason = "{quoted}"', f'by = "{quoted}"', "on = 2026-11-21"
        ]  # fmt: skip
    return "\n".join(lines) + "\n"


def _fill(data: Path) -> None:
    """Put a payload behind every text of the tables that no schema binds."""
    many = itertools.cycle(PAYLOADS)
    for path in sorted(data.glob("*.csv")):
        free = _free(path.stem)
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        for row, column in itertools.product(rows, free):
            row[column] = f"{row[column]}{next(many)}"
        made = io.StringIO()
        writer = csv.DictWriter(made, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        path.write_text(made.getvalue(), encoding="utf-8")


def _free(resource: str) -> list[str]:
    """The columns of a resource that hold what was printed or what a maintainer wrote."""
    about = terms.resource_schemas()[resource]
    bound = {
        "disclosure_id",
        *about.key,
        *about.foreign,
        *about.enum,
        *_FIXED.get(resource, ()),
        *_INSIDE,
    }
    if resource == "figures":
        return ["text", "unit"]
    return [one.name for one in about.fields if one.type == "string" and one.name not in bound]
