"""What a form lacks that the other forms of its disclosure have: a row of it was lost."""

from __future__ import annotations

from collections.abc import Sequence

from juesuan.model import Document
from juesuan.parse.claims import Draft
from juesuan.parse.forms.rows import RawForm
from juesuan.rows import ProjectsRow

_ROWS = {
    "总分": "total score",
    "资金总额": "row of its total funds",
    "绩效指标": "indicator",
}
"""Parts of a form, and how a message calls them."""


def lacking_rows(forms: Sequence[RawForm], draft: Draft, document: Document) -> list[str]:
    """A remark for each form without a part that most forms of the disclosure have.

    Args:
        forms: as they stand in the text.
        draft: has their rows.
        document: for lines.
    """
    funds, indicators = draft.rows("project_funds"), draft.rows("indicators")
    known = {
        "总分": {one["project_id"] for one in draft.rows("projects") if _is_totalled(one)},
        "资金总额": {one["project_id"] for one in funds if one["source"] == "total"},
        "绩效指标": {one["project_id"] for one in indicators},
    }
    return [
        f"line {document.line_of(form.start)}: form {project['project_id']} has no {called} "
        f"({part}), which other forms have; where the original has it, a line of the text was lost"
        for form, project in zip(forms, draft.rows("projects"), strict=True)
        for part, called in _ROWS.items()
        if project["project_id"] not in known[part] and _is_usual(project, known[part], draft)
    ]


def _is_totalled(form: ProjectsRow) -> bool:
    """Whether a form has a total score, legible or not."""
    return bool(form["total_score"]) or "total_score" in form["unreadable"].split()


def _is_usual(form: ProjectsRow, having: set[str], draft: Draft) -> bool:
    """Whether half of the forms of one kind, of projects or of all, have a part."""
    forms = [one for one in draft.rows("projects") if one["kind"] == form["kind"]]
    return 2 * sum(one["project_id"] in having for one in forms) >= len(forms) > 1
