"""Where one form ends and the next begins."""

from __future__ import annotations

from dataclasses import dataclass, field

from juesuan.parse.forms.grid import GridRow
from juesuan.parse.forms.kinds import Stage, kind_of_row


@dataclass
class RawForm:
    """The rows of one form by kind."""

    rows: list[tuple[Stage, GridRow]] = field(default_factory=list)

    def of(self, *stages: Stage) -> list[GridRow]:
        """Its rows of some kinds, one kind after the other."""
        return [row for stage in stages for kind, row in self.rows if kind is stage]

    @property
    def start(self) -> int:
        """Offset of its first character."""
        return self.rows[0][1].start

    @property
    def stage(self) -> Stage:
        """The latest kind of row that it has."""
        return max((kind for kind, _ in self.rows), default=Stage.TITLE)


def split_forms(rows: list[GridRow]) -> list[RawForm]:
    """Group the rows of a region into forms.

    A form begins at its title; where the title is lost, at the first row of the kinds that stand on
    top of a form once the form before has come to its indicators, and at a second name in any case.
    """
    forms: list[RawForm] = []
    stage = Stage.TOTAL
    for row in rows:
        kind = kind_of_row(row, Stage.TITLE if stage is Stage.TOTAL else stage)
        if not forms or _begins_form(kind, stage):
            forms.append(RawForm())
            stage = Stage.TITLE
        forms[-1].rows.append((kind, row))
        stage = max(stage, kind)
    return [form for form in forms if form.stage >= Stage.FUNDS_HEAD]


def _begins_form(kind: Stage, stage: Stage) -> bool:
    """Whether a row of a kind cannot follow in a form that has come to a stage."""
    if kind is Stage.TITLE:
        return stage > Stage.YEAR
    if kind is Stage.NAME:
        return stage > Stage.SUPERVISOR
    if stage is Stage.TOTAL:
        return kind is not Stage.TOTAL
    return kind <= Stage.FUNDS_HEAD and stage >= Stage.INDICATOR_HEAD
