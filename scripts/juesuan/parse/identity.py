"""What a disclosure is: department, year, scope, region, and the id under which it is published."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pypinyin import lazy_pinyin

from juesuan import terms
from juesuan.errors import ConflictingSourceError, NotADisclosureError
from juesuan.model import Document

_KIND = r"(?P<kind>(?:部门|单位)?决算(?:的?公开)?(?:说明|报告)?)"
_TITLES = (
    re.compile(rf"(?P<department>[^。;:,#*\d|]{{3,60}}?)(?:关于)?(?P<year>20\d\d)年度?{_KIND}"),
    re.compile(rf"(?P<year>20\d\d)年度?(?P<department>[^。;:,#*\d|]{{3,60}}?){_KIND}"),
)
_CHINESE_YEAR = re.compile(r"二[〇○零O0][一二三四五六七八九〇○零O0]{2}(?=年)")
_CHINESE_DIGITS = str.maketrans("〇○零O一二三四五六七八九", "0000123456789")
_SCOPES = ("汇总", "部门", "单位", "本级")
_HEAD = 3000


@dataclass(frozen=True, slots=True)
class Identity:
    """Who disclosed what.

    Attributes:
        department: name as printed in the title, full-width brackets, without its scope.
        year: fiscal year.
        scope: 汇总, 部门, 单位 or 本级.
        region_code, region: GB/T 2260; empty where the name tells none.
    """

    department: str
    year: int
    scope: str
    region_code: str
    region: str

    def suggested_id(self) -> str:
        """An ASCII id from region, department and year, by pinyin; all regions that the name begins with count."""
        rest, regions = self.department, []
        for name in _above(self.region_code):
            if name in rest:
                rest = rest.replace(name, "", 1)
                regions.append(
                    _slug(
                        re.sub(
                            r"(?:维吾尔|回族|壮族|蒙古|哈萨克|柯尔克孜)?(?:自治)?(?:省|市|区|县|州)$",
                            "",
                            name,
                        )
                    )
                )
        return "-".join(part for part in (*regions, _slug(rest), str(self.year)) if part)


def _slug(chinese: str) -> str:
    letters = "".join(lazy_pinyin(re.sub(r"[^\w]", "", chinese)))
    return re.sub(r"[^a-z0-9]+", "", letters.lower())[:40]


def identify(document: Document) -> Identity:
    """Find department, year, scope and region in a document.

    Raises:
        NotADisclosureError: if its head holds no title of a final-accounts disclosure.
        ConflictingSourceError: if the title's year is not the year of the text.
    """
    head = re.sub(r"[\s#*]", "", _beginning(document))
    head = _CHINESE_YEAR.sub(lambda year: year[0].translate(_CHINESE_DIGITS), head)
    found = [match for title in _TITLES if (match := title.search(head))]
    match = min(found, key=lambda one: one.start(), default=None)
    if not match or "决算" not in document.text:
        raise NotADisclosureError(
            f"{document.name}:1",
            f"{head[:40] or 'no text'}…" if head else "no text",
            "a title such as “某某局2024年度部门决算公开说明”",
            "check that the file is a final-accounts disclosure (部门决算) and begins with its title",
        )
    department, scope = _scope(match["department"], match["kind"], document)
    year = int(match["year"])
    _agree(document, year)
    region_code, region = _region(department)
    return Identity(department, year, scope, region_code, region)


def _beginning(document: Document) -> str:
    """The first characters without headers and numbers of pages."""
    kept, at = [], 0
    for start, end in document.furniture:
        if start >= _HEAD:
            break
        kept.append(document.clean[at:start])
        at = end
    return "".join([*kept, document.clean[at:_HEAD]])


def _scope(printed: str, kind: str, document: Document) -> tuple[str, str]:
    name = re.sub(r"^(?:目录|附件\d*[::]?|公开|关于)+", "", printed)
    for scope in _SCOPES:
        if name.endswith(f"({scope})"):
            return _wide(name[: -len(scope) - 2]), scope
    if kind.startswith("单位"):
        return _wide(name), "单位"
    squeezed = re.sub(r"\s", "", _beginning(document))
    return _wide(name), "单位" if "单位概况" in squeezed and "部门概况" not in squeezed else "部门"


def _wide(name: str) -> str:
    return name.replace("(", "（").replace(")", "）")


def _agree(document: Document, year: int) -> None:
    squeezed = re.sub(r"\s", "", document.clean)
    years = re.findall(r"(20\d\d)年度(?:收入总计|支出总计|财政拨款收入总计|一般公共预算)", squeezed)
    others = sorted({found for found in years if int(found) != year})
    if years and not any(int(found) == year for found in years):
        at = document.clean.find(others[0])
        raise ConflictingSourceError(
            f"{document.name}:{document.line_of(max(at, 0))}",
            f"the totals of fiscal year {', '.join(others)}",
            f"fiscal year {year} as in the title",
            "check which year the file is of; correct nothing in it",
        )


def _region(department: str) -> tuple[str, str]:
    found = [
        (department.find(name), -len(name), code, name)
        for code, (name, _) in terms.regions().items()
        if name in department
    ]
    if not found:
        return "", ""
    _, _, code, name = min(found)
    inside = [(sub, label) for _, _, sub, label in found if label != name and _within(sub, code)]
    return max(inside, default=(code, name), key=lambda pair: len(pair[0].rstrip("0")))


def _above(code: str) -> list[str]:
    """Names of a region and of those above it, the largest first."""
    if not code:
        return []
    name, parent = terms.regions()[code]
    return [*_above(parent), name]


def _within(code: str, above: str) -> bool:
    parent = terms.regions()[code][1]
    return parent == above or (bool(parent) and _within(parent, above))
