"""What MkDocs reads, in a folder of its own that is known by its content.

Pages written by hand (``docs/``) and ``mkdocs.yml`` are copied beside, so that frames and the
script of all pages lie among them and nothing generated ever lies in ``docs/``.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from juesuan import pages
from juesuan.collection import hash_of
from juesuan.website.frame import Shape, texts_of

CONFIG = "mkdocs.yml"
DOCS = "docs"

_SCRIPT = "assets/site.js"
"""The one script of all pages: what scripts must know, then those of ``extra_javascript``."""

_LIST = re.compile(r"^extra_javascript:\n((?:  - \S+\n)+)", re.MULTILINE)

_ENVIRONMENT = ("JUESUAN_SITE_URL", "JUESUAN_REPOSITORY", "SOURCE_DATE_EPOCH")
"""What of the environment counts in a built page."""

_PROGRAMS = (
    "mkdocs",
    "properdocs",
    "material",
    "zensical",
    "markdown",
    "jinja2",
    "pygments",
    "pymdown",
)
"""How the names of distributions begin that make a built page what it is."""


def written_files(root: Path) -> list[Path]:
    """Files that people write, below the repository's root: the configuration and ``docs/``."""
    below = sorted(path for path in (root / DOCS).rglob("*") if path.is_file())
    return [root / CONFIG, *below]


def key(root: Path, shapes: Iterable[Shape], program: str) -> str:
    """A hash over everything that a build of pages written by hand and frames depends on.

    Args:
        root: the repository.
        shapes: of the frames.
        program: that builds.
    """
    told = [program, pages.script(), *(one.source() + one.address for one in shapes)]
    told += [f"{name}={os.environ.get(name, '')}" for name in _ENVIRONMENT]
    return hash_of(root, written_files(root), "\n".join([*told, *_versions()]))


def _versions() -> list[str]:
    """Names and versions of the programs that make a page, in one order.

    As folders of installed distributions are named: NAME-VERSION.dist-info (packaging.python.org,
    Recording installed projects).
    """
    every = (path for place in sys.path for path in Path(place).glob("*.dist-info"))
    names = {path.stem.lower().replace("_", "-") for path in every}
    return sorted(name for name in names if name.startswith(_PROGRAMS))


def lay_out(root: Path, place: Path, shapes: Sequence[Shape]) -> None:
    """Make the folder that MkDocs builds.

    Args:
        root: the repository.
        place: the folder; what is there goes.
        shapes: of the frames.
    """
    shutil.rmtree(place, ignore_errors=True)
    for path in written_files(root):
        target = place / path.relative_to(root)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    config = (place / CONFIG).read_text(encoding="utf-8")
    (place / CONFIG).write_text(
        _LIST.sub(f"extra_javascript:\n  - {_SCRIPT}\n", config), encoding="utf-8"
    )
    named = _LIST.search(config)
    scripts = re.findall(r"\S+", named[1].replace("  - ", " ")) if named else []
    texts = [texts_of(shape) for shape in shapes] + [(_SCRIPT, _joined(root / DOCS, scripts))]
    for name, text in texts:
        target = place / DOCS / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def _joined(docs: Path, scripts: Iterable[str]) -> str:
    """Scripts in one, so that no page names each; a fault in one stops none behind it."""
    texts = [pages.script(), *((docs / one).read_text(encoding="utf-8") for one in scripts)]
    return "".join(
        f"try {{\n{text}}} catch (fault) {{ setTimeout(function () {{ throw fault; }}); }}\n"
        for text in texts
    )
