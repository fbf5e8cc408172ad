"""Small pages for other sites: each chart and table alone, with its source; and their files."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from juesuan.model import Facts
from juesuan.pages import addresses
from juesuan.pages.addresses import Address
from juesuan.pages.charts import chart_csv
from juesuan.pages.charts.draw import COLOURS, standalone
from juesuan.pages.disclosure import tables
from juesuan.pages.disclosure.pictures import charts_for, drawn
from juesuan.pages.figures import Evidence
from juesuan.pages.markup import rendered
from juesuan.pages.words import title_of

_UP = addresses.way(addresses.embed("", "html"), "")
"""The way from such a page to the disclosure."""


def embed_files(facts: Facts, address: Address) -> Iterator[tuple[str, str]]:
    """Files of a chart: its page, its SVG and its CSV; of a table: its page.

    Args:
        facts: the package.
        address: of the site, to which the pages link from wherever they are shown.

    Yields:
        Address below the disclosure, and content.
    """
    about, evidence = facts.disclosure, Evidence.of(facts, _UP)
    home = addresses.disclosure(facts.disclosure_id)
    shared = {
        "about": about,
        "title": title_of(about),
        "colours": COLOURS,
        "page": address.of(home) if address.site else _UP,
    }
    for chart in charts_for(facts, evidence, _UP):
        source = f"来源：{title_of(about)}，{facts.disclosure_id}"
        yield addresses.embed(chart.name, "svg"), standalone(chart, source)
        yield addresses.embed(chart.name, "csv"), chart_csv(chart)
        shown = {"name": chart.title, "chart": chart, "picture": drawn(chart, evidence)}
        content = rendered("embed.html", **shared, **shown, table=None)
        yield addresses.embed(chart.name, "html"), content
    for table in (
        *tables.measure_tables(facts, evidence),
        *tables.function_tables(facts, evidence),
    ):
        if table.lines:
            shown = {"name": table.title, "chart": None, "picture": Markup(), "table": table}
            yield addresses.embed_table(table.anchor), rendered("embed.html", **shared, **shown)
