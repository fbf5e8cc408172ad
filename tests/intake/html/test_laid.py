"""Tables that are laid out without the elements of tables."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest

from juesuan.intake.html import read_html
from juesuan.intake.html.laid import _tracks
from tests.intake.made import cells, facts_in, file
from tests.made_pdf import STYLES, Made, blocks, placed

Rows = list[list[tuple[str, int, int]]]
HEAD: Rows = [[("项目", 2, 1), ("决算数", 1, 2)], [("小计", 1, 1), ("基本支出", 1, 1)]]
TABLE: Rows = [*HEAD, *([(name, 1, 1), (a, 1, 1), (b, 1, 1)] for name, a, b in (
    ("教育", "8.51", "3.40"), ("卫生", "2.17", ""), ("合计", "10.68", "3.40"),
))]  # fmt: skip


def boxed(rows: Rows, row: str, cell: str) -> str:
    """Rows of boxes; what a box of several rows or columns covers are empty boxes."""
    at = {(i, column): text for i, column, _, _, text in placed(rows)}
    width = max(column + across for _, column, _, across, _ in placed(rows))
    lines = (
        "".join(cell.format(escape(at.get((i, c), ""))) for c in range(width))
        for i in range(len(rows))
    )
    return "".join(row.format(line) for line in lines)


def grid(rows: Rows) -> str:
    width = max(column + across for _, column, _, across, _ in placed(rows))
    inner = "".join(
        f"<div style='grid-column:span {across};grid-row:span {down}'>{escape(text)}</div>"
        for _, _, down, across, text in placed(rows)
    )
    return f"<div style='display:grid;grid-template-columns:repeat({width}, 1fr)'>{inner}</div>"


def placed_grid(rows: Rows) -> str:
    inner = "".join(
        f"<p style='grid-row:{row + 1} / span {down};grid-column:{column + 1} / {column + 1 + across}'>{escape(text)}</p>"
        for row, column, down, across, text in placed(rows)
    )
    return (
        f"<div style='display:grid;grid-template-columns:1fr auto minmax(1px, 2fr)'>{inner}</div>"
    )


KINDS: dict[str, Callable[[Rows], str]] = {
    "grid": grid,
    "placed": placed_grid,
    "flat": lambda rows: "<style>.g{display:grid;grid-template-columns:[a] 1fr 1fr 1fr}</style><div class=g>"
    + boxed(rows, "{}", "<div>{}</div>") + "</div>",
    "table": lambda rows: "<style>.t{display:table} .t>*{display:table-row}</style><div class=t>"
    + boxed(rows, "<p>{}</p>", "<span style='display:table-cell'>{}</span>") + "</div>",
    "flex": lambda rows: "<style>.r{display:flex}</style><section>" + boxed(rows, "<div class=r>{}</div>", "<span>{}</span>") + "</section>",
    "lists": lambda rows: "<div>" + boxed(rows, "<ul>{}</ul>", "<li>{}</li>") + "</div>",
    "floats": lambda rows: "<style>i{float:left}</style><ul>" + boxed(rows, "<li>{}</li>", "<i>{}</i>") + "</ul>",
    "boxes": lambda rows: "<div>" + boxed(rows, "<div>{}</div>", "<div>{}</div>") + "</div>",
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_rows_of_boxes_are_a_table(kind: str) -> None:
    document = read_html(file("a.html", f"<p>前</p>{KINDS[kind](TABLE)}<p>后</p>"))
    (found,) = cells(document)
    assert [one for one in found if one[4]] == [
        (row, column, down, across, text)
        for row, column, down, across, text in sorted(placed(TABLE))
        if text
    ]
    assert document.text.startswith("前\n项目\t决算数\t\n") and document.text.endswith("\n后\n")


@pytest.mark.parametrize(
    "page",
    [
        "<div>" + "<div><div>标题</div><div>2024-08-1</div></div>" * 5 + "</div>",
        "<div>" + "<div><p>收入8.51万元。</p><p>支出2.17万元。</p></div>" * 5 + "</div>",
        "<div>" + "<p><span>8.51</span><span>2.17</span></p>" * 5 + "</div>",
        "<div>" + "<div><div>8.51</div><div>" + "很长的一段说明" * 20 + "</div></div>" * 5 + "</div>",
        "<div><div><div>8.51</div><div>2.17</div></div><div><div>8.51</div><div>1.00</div></div></div>",
        "<div>" + "<div><div>8.51</div><div>2.17</div></div>" * 3 + "<div><i>1</i><i>2</i><i>3</i></div>" * 3 + "</div>",
    ],
)  # fmt: skip
def test_other_boxes_are_paragraphs(page: str) -> None:
    assert not read_html(file("a.html", f"<p>前</p>{page}")).tables


def test_a_box_alone_in_its_row_covers_all_columns() -> None:
    rows = boxed(TABLE[2:], "<div>{}</div>", "<div>{}</div>")
    page = f"<div><div><div>支出决算表</div></div>{rows}<div>合计见上</div></div>"
    (found,) = cells(read_html(file("a.html", page)))
    assert found[0] == (0, 0, 1, 3, "支出决算表") and found[-1] == (4, 0, 1, 3, "合计见上")


@pytest.mark.parametrize(
    ("template", "count"),
    [("1fr 2fr", 2), ("repeat(3, 1fr)", 3), ("[a] 10px repeat(2, minmax(1px, 1fr) auto) [b]", 5), ("none", 1), ("", 0)],
)  # fmt: skip
def test_columns_of_a_template(template: str, count: int) -> None:
    assert _tracks(template) == count


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["grid", "flex", "lists"])
def test_the_same_amounts_as_from_a_table(kind: str, tmp_path: Path) -> None:
    """With three in a hundred lost at most, and none in another place.

    What is lost is a table of public costs: its heads cover several columns, blocks do not say how
    many, and an amount that is blank keeps the sums from confirming them.
    """

    def read(write: Callable[[Rows], str]) -> dict[tuple[str, ...], str]:
        made = blocks(Made(*STYLES["chromium"]).html())
        page = "".join(
            write(one.rows) if one.rows else f"<p>{escape(one.text)}</p>" for one in made
        )
        facts = facts_in(tmp_path / "a.html", page.encode())
        return {
            (name, str(i), column): value
            for name, rows in facts.tables.items()
            for i, row in enumerate(rows)
            for column, value in row.items()
            if name not in ("texts", "disclosure") and "." in value and value[-1].isdigit()
        }

    real = read(
        lambda rows: (
            "<table>"
            + "".join(
                "<tr>"
                + "".join(f"<td rowspan={d} colspan={a}>{escape(t)}</td>" for t, d, a in row)
                + "</tr>"
                for row in rows
            )
            + "</table>"
        )
    )
    found = read(KINDS[kind])
    assert not found.items() - real.items()
    assert len(found) >= 0.97 * len(real) > 300
