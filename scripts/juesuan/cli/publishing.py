"""Commands that begin a collection, make its website and show it: init, site, serve."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from juesuan import collection
from juesuan.cli.application import Cluster, app, ends_on_errors, repository, workers
from juesuan.cli.building import converted_and_drawn
from juesuan.cli.printing import complain, say, say_json
from juesuan.errors import JuesuanError

if TYPE_CHECKING:
    from juesuan.website import Built

_FULL = (
    "juesuan: site/: it is {size} MB; GitHub Pages takes 1,000 MB. What to do: before it is full, "
    "publish from another host of static files or regions from repositories of their own, see "
    "docs/decisions.md, When the website is full."
)

Builder = Annotated[
    str, typer.Option("--builder", help="Program for the theme's pages: mkdocs or properdocs.")
]
Jobs = Annotated[int, typer.Option("--jobs", "-j", help="Processes; 0 for one a core.")]
Convert = Annotated[
    bool,
    typer.Option("--convert/--no-convert", help="Convert what has changed; or only draw it."),
]


@app.command()
def init(
    folder: Annotated[Path, typer.Argument(help="Where; empty, or not there.")],
    name: Annotated[str, typer.Option("--name", help="Name of the website.")] = "",
    wheel: Annotated[
        Path | None,
        typer.Option("--wheel", help="The wheel of this program, for the workflows to install."),
    ] = None,
) -> None:
    """Begin a collection of one's own: a folder with a website, a registry and workflows.

    `juesuan add`, `juesuan serve` and `juesuan site` work in it; README.md there says how to go on.
    Example: juesuan init ~/accounts --name 某某市决算公开
    """
    from juesuan.website import WHEELS, begin

    with ends_on_errors():
        written = begin(folder, name, wheel)
    say_json({"folder": str(folder), "files": written})
    say(f"{folder}: {len(written)} files; go on with README.md there")
    if wheel is None:
        say(f"put the wheel of this program into {folder / WHEELS} for the workflows to install")


@app.command()
def site(
    convert: Convert = True,
    builder: Builder = "mkdocs",
    jobs: Jobs = 0,
    report: Annotated[
        Path | None, typer.Option("--report", help="Write a Markdown report here.")
    ] = None,
    cluster: Cluster = "",
) -> None:
    """Build the website into site/: convert what has changed, draw it, put it into the theme.

    The old website stays until the new one is whole. Sitemap, feeds and catalogues hold whole
    addresses where the environment names the site's in JUESUAN_SITE_URL.
    Example: juesuan site
    """
    with ends_on_errors(), collection.alone(repository()):
        with workers(jobs, cluster) as by:
            reports = converted_and_drawn(convert, by, report)
        made = _website(builder, jobs)
    say_json({"pages": made.pages, "files": made.files, "bytes": made.size, "by_kind": made.kinds})
    if made.lost or any(one.state == "failed" for one in reports):
        raise typer.Exit(1)


def _website(builder: str = "mkdocs", jobs: int = 0) -> Built:
    """Build the website of what was drawn, and say how large it is."""
    from juesuan.website import BUILDERS, website  # here, because few commands need it

    if builder not in BUILDERS:
        raise JuesuanError(f"found --builder {builder}; expected one of {', '.join(BUILDERS)}.")
    made = website(repository(), os.environ.get("JUESUAN_SITE_URL", ""), builder, jobs)
    size = f"{made.size / 1e6:.1f}"
    say(f"site/: {made.pages} pages, {made.files} files, {size} MB")
    for line in made.lost:
        complain(f"juesuan: {line}. What to do: see what is told of this disclosure above.")
    if made.is_nearly_full:
        complain(_FULL.format(size=size))
    return made


@app.command()
def serve(
    port: Annotated[int, typer.Option("--port", help="On this machine.")] = 8000,
) -> None:
    """Build the website, show it on this machine, and build again what is changed.

    What is written in docs/, mkdocs.yml and datapackages/ is watched. Example: juesuan serve
    """
    from juesuan import website

    with ends_on_errors():
        root = repository()
        with collection.alone(root):
            converted_and_drawn(True, 0, None)
            _website()
        website.serve(root, port, _again, lambda address: say(f"{address} (Ctrl-C ends it)"))


def _again(names: Sequence[str]) -> None:
    """Build again after files were changed; what is wrong is told, and the old website stays."""
    say(f"changed: {', '.join(names[:5])}{' and more' if len(names) > 5 else ''}")
    try:
        with collection.alone(repository()):
            converted_and_drawn(True, 0, None)
            _website()
    except JuesuanError as error:
        complain(f"juesuan: {error}")
