"""The application: options of every command, where it works, and how errors end it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from typer.core import TyperGroup

from juesuan import __version__
from juesuan.cli.printing import MANNER, complain, say_error, say_version
from juesuan.collection import Workers
from juesuan.errors import JuesuanError, PackageError

if TYPE_CHECKING:
    from typer._click import Context

_ANYWHERE = ("--json", "--quiet", "-q")
"""Options of every command that may also stand behind its name."""


class _Commands(TyperGroup):
    """The commands, with options of all of them also behind a command's name."""

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        end = args.index("--") if "--" in args else len(args)
        moved = [one for one in args[:end] if one in _ANYWHERE]
        kept = [one for one in args[:end] if one not in _ANYWHERE]
        return super().parse_args(ctx, [*moved, *kept, *args[end:]])


app = typer.Typer(
    cls=_Commands,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode=None,
    help="Open data from the final accounts (部门决算) of Chinese government departments.",
    epilog="Exit status: 0 done; 1 something must be looked at; "
    "2 a command or file could not be used; 130 interrupted.",
)

Root = Annotated[
    Path,
    typer.Option(
        "--root", help="The repository with datapackages/.", show_default="current folder"
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print only errors.")]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON document, for scripts.")]
Ids = Annotated[list[str] | None, typer.Argument(help="Ids; all disclosures if none is given.")]

Cluster = Annotated[
    str,
    typer.Option(
        "--cluster", metavar="ADDRESS", help="Scheduler of a Dask cluster whose workers do it."
    ),
]


def _version(asked: bool) -> None:
    if asked:
        say_version(__version__)
        raise typer.Exit


Version = Annotated[
    bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
]


@dataclass
class _Where:
    root: Path = Path()


_WHERE = _Where()


@app.callback()
def main(
    root: Root = Path(), quiet: Quiet = False, as_json: Json = False, version: Version = False
) -> None:
    """Options of every command."""
    _WHERE.root, MANNER.quiet, MANNER.json = root, quiet, as_json


def today() -> str:
    """The day, in ISO, for what is recorded."""
    return datetime.date.today().isoformat()


def root() -> Path:
    """The folder in which the command works, whether it is a repository or not."""
    return _WHERE.root


def repository(begin: bool = False) -> Path:
    """The repository that the command works on.

    Args:
        begin: whether the command may begin a new collection in an existing folder.

    Raises:
        PackageError: if it is none.
    """
    root = _WHERE.root
    if not (root if begin else root / "datapackages").is_dir():
        raise PackageError(
            f"{root.absolute()}: found no folder datapackages/; expected the repository. What to "
            "do: run the command there or give it with --root; `juesuan add` begins a new "
            "collection in a folder that exists."
        )
    return root


@contextmanager
def workers(jobs: int, cluster: str) -> Iterator[Workers]:
    """Who does the work: processes of this machine, or the cluster that was named.

    Raises:
        ClusterError: if the cluster cannot be used.
    """
    if not cluster:
        yield jobs
        return
    from juesuan.collection.work.cluster import Cluster  # here, because only few have what it needs

    with Cluster(cluster, lambda line: complain(f"juesuan: {line}")) as executor:
        yield executor


@contextmanager
def ends_on_errors() -> Iterator[None]:
    """An error inside is printed in one line and ends the command: status 2, interrupted 130."""
    try:
        yield
    except JuesuanError as error:
        say_error(str(error))
        raise typer.Exit(2) from error
    except KeyboardInterrupt as error:
        say_error("interrupted. What was written before is whole; run the command again.")
        raise typer.Exit(130) from error
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        say_error(
            f"{where}{error.strerror or error}. What to do: check the disk and the rights of the "
            "folder; what was published is as it was."
        )
        raise typer.Exit(2) from error
