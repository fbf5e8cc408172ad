"""Performance forms become projects, funds and indicators."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from juesuan.model import Document
from juesuan.parse.claims import Draft
from juesuan.parse.forms.funds import of_form, read_funds
from juesuan.parse.forms.goals import read_goals
from juesuan.parse.forms.head import read_head
from juesuan.parse.forms.indicators import labels_float, read_indicators
from juesuan.parse.forms.kinds import Stage
from juesuan.parse.forms.lacking import lacking_rows
from juesuan.parse.forms.lines import fragment_forms
from juesuan.parse.forms.names import Elsewhere
from juesuan.parse.forms.rows import RawForm, split_forms
from juesuan.parse.forms.tabs import tabbed_rows
from juesuan.parse.forms.total import read_total
from juesuan.parse.forms.vocabulary import contains
from juesuan.parse.view import Reader, View
from juesuan.rows import ProjectsRow
from juesuan.terms.scoring import scheme

_TABS, _TABBED_LINES = 3, 5
"""Tabs that make a line a row of cells, and such lines that make a region one of tables."""

_ALL = 100
"""What the weights of a form come to."""


def read_forms(
    document: Document, reader: Reader, region: tuple[int, int] | None, draft: Draft
) -> None:
    """Read all forms of a region into ``projects``, ``project_funds`` and ``indicators``.

    Args:
        document: the source.
        reader: of it.
        region: offsets of the forms in the source; None where there are none.
        draft: takes the rows.
    """
    if region is None:
        return
    forms = _forms(reader, *region)
    elsewhere = Elsewhere(reader, draft, region[0])
    floating = _labels_float(forms)
    numbers = Counter[str]()
    for position, form in enumerate(forms, start=1):
        kind = _kind(form)
        numbers[kind] += 1
        project = draft.add(
            "projects",
            project_id=_id(kind, numbers[kind]),
            kind=kind,
            position=str(position),
        )
        if project["project_id"] == "overall2":
            draft.remarks.append(
                f"line {document.line_of(form.start)}: a second form of the whole department; "
                "expected one. The first is compared: see whether it is printed twice"
            )
        _read_form(document, form, project, draft, floating and kind == "project", elsewhere)
    draft.remarks += lacking_rows(forms, draft, document)


def _forms(reader: Reader, start: int, end: int) -> list[RawForm]:
    """The forms of a region, whether their cells are parted by tabs or printed as lines."""
    lines = reader.text[start:end].splitlines()
    if sum(line.count("\t") >= _TABS for line in lines) >= _TABBED_LINES:
        return split_forms(tabbed_rows(reader, start, end))
    return fragment_forms(reader, start, end)


def _labels_float(forms: list[RawForm]) -> bool:
    """Whether labels of merged cells stand in their middle in a fourth of the forms or more."""
    floats = [labels_float(one.of(Stage.INDICATOR_HEAD), one.of(Stage.INDICATOR)) for one in forms]
    return sum(floats) * 4 >= len(forms) > 0


def _id(kind: str, number: int) -> str:
    """The id of a form: p01, p02, …; overall, and overall2, … where it is printed again."""
    if kind == "project":
        return f"p{number:02d}"
    return "overall" if number == 1 else f"overall{number}"


def _kind(form: RawForm) -> str:
    head = form.of(Stage.TITLE, Stage.NAME, Stage.INDICATOR_HEAD)
    overall = contains("".join(row.squeezed for row in head), "overall")
    return "overall" if overall else "project"


def _read_form(
    document: Document,
    form: RawForm,
    project: ProjectsRow,
    draft: Draft,
    floating: bool,
    elsewhere: Elsewhere,
) -> None:
    lost: list[str] = []
    for row in form.of(Stage.TITLE, Stage.YEAR):
        draft.refer(View.join(cell.view for cell in row.cells))
    read_head(form, project, draft, lost, elsewhere)
    above = form.of(Stage.TITLE, Stage.YEAR, Stage.NAME, Stage.SUPERVISOR)
    read_funds(project, form.of(Stage.FUNDS_HEAD), form.of(Stage.FUNDS), draft, lost, above)
    project["scoring_scheme"] = _scheme(project["project_id"], draft)
    read_goals(form, project, draft, lost)
    read_total(form, project, draft, lost)
    heads, rows = form.of(Stage.INDICATOR_HEAD), form.of(Stage.INDICATOR)
    weight = _funds_weight(project["project_id"], draft)
    read_indicators(project, heads, rows, draft, weight, floating)
    if not project["total_score"] and "total_score" not in lost:
        _tell_incomplete(form, project, draft, lost, document)
    project["unreadable"] = " ".join(dict.fromkeys(lost))


def _funds_weight(project_id: str, draft: Draft) -> str:
    """The points of the execution rate; empty where they are not printed."""
    rows = [row for row in draft.rows("project_funds") if row["project_id"] == project_id]
    return next((row["weight"] for row in rows if row["weight"]), "")


def _scheme(project_id: str, draft: Draft) -> str:
    """How the form turns its execution rate into points; empty where that is not printed."""
    for row in of_form(draft.rows("project_funds"), project_id):
        printed = (row["weight"], row["execution_rate_pct"], row["score"])
        if all(printed):
            weight, rate, score = map(Decimal, printed)
            return scheme(weight, rate, score)
    return ""


def _tell_incomplete(
    form: RawForm, project: ProjectsRow, draft: Draft, lost: list[str], document: Document
) -> None:
    """A form without total whose weights do not come to 100 lost a part.

    Nothing is concluded from what it lacks.
    """
    weights = _weights(project["project_id"], draft)
    if weights is not None and weights != _ALL:
        lost.append("total_score")
        draft.remarks.append(
            f"line {document.line_of(form.start)}: form {project['project_id']} ends without 总分 "
            f"and its weights come to {weights}; expected 100. A part of it seems to be missing: "
            "compare it with the original"
        )


def _weights(project_id: str, draft: Draft) -> Decimal | None:
    """What the weights of a form come to; None where one of them is not known."""
    rows = [
        *of_form(draft.rows("project_funds"), project_id),
        *of_form(draft.rows("indicators"), project_id),
    ]
    if any("weight" in row["unreadable"].split() for row in rows):
        return None
    return sum((Decimal(row["weight"]) for row in rows if row["weight"]), Decimal(0))
