"""Small pages for other sites: each chart and each table of a disclosure alone, with its source; and their files."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from juesuan.model import Facts
from juesuan.pages.charts import chart_csv
from juesuan.pages.charts.draw import COLOURS, standalone
from juesuan.pages.disclosure import tables
from juesuan.pages.disclosure.page import charts_for, drawn
from juesuan.pages.figures import Evidence
from juesuan.pages.machines.catalogue import Address, title_of
from juesuan.pages.markup import environment


def embed_files(facts: Facts, address: Address) -> Iterator[tuple[str, str]]:
    """Files below ``embed/``: of a chart its page, its SVG and its CSV; of a table its page."""
    about, top = facts.disclosure, Evidence.of(facts, "../")
    template = environment().get_template("embed.html.j2")
    shared = {
        "about": about,
        "title": title_of(about),
        "colours": COLOURS,
        "page": address.of(f"d/{facts.disclosure_id}/") if address.site else "../",
    }
    for chart in charts_for(facts, top, "../"):
        name = f"embed/{chart.name}"
        source = f"来源：{title_of(about)}，{facts.disclosure_id}"
        yield f"{name}.svg", standalone(chart, source)
        yield f"{name}.csv", chart_csv(chart)
        yield (
            f"{name}.html",
            template.render(
                **shared, name=chart.title, chart=chart, picture=drawn(chart, top), table=None
            ),
        )
    for table in (*tables.measure_tables(facts, top), *tables.function_tables(facts, top)):
        if table.lines:
            yield (
                f"embed/table-{table.anchor}.html",
                template.render(
                    **shared, name=table.title, chart=None, picture=Markup(), table=table
                ),
            )
