"""Running MkDocs, or a program that builds the same: only when what it reads has changed."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess  # nosec B404 - our own arguments, no shell
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from juesuan.errors import WebsiteError
from juesuan.website import workplace
from juesuan.website.frame import Frame, Shape, framed

BUILDERS = ("mkdocs", "properdocs")
"""Programs that build the website's pages, by the name of their module."""

_PLACE = Path(".cache") / "website" / "built"
_SECONDS = 600
"""Seconds after which a build is taken for hung; pages written by hand are few."""

_OURS = ("sitemap.xml", "sitemap.xml.gz")
"""Files of the builder in the place of which we write our own."""

_UNUSED = ("**/*.map", "assets/javascripts/lunr/**/*", "assets/javascripts/workers/*")
"""What the theme brings along and no page asks for: its own search, which the site has not, and
where the lines of its scripts come from."""

_MAPPED = re.compile(rb"\n//# sourceMappingURL=\S+\s*\Z")
"""The end of a script that names its map."""


@dataclass(frozen=True)
class BuiltPages:
    """What a builder made.

    Attributes:
        folder: its pages and files, without the frames.
        frames: by shape.
        key: a hash over the frames; a word in a page changes none of them.
    """

    folder: Path
    frames: Mapping[Shape, Frame]
    key: str


def built(root: Path, shapes: Sequence[Shape], program: str = BUILDERS[0]) -> BuiltPages:
    """Pages that are written by hand and frames; taken from the last build where nothing changed.

    Args:
        root: the repository.
        shapes: of the frames that pages want.
        program: one of ``BUILDERS``.

    Raises:
        WebsiteError: if the pages cannot be built, or a frame is not as it is expected.
    """
    key = workplace.key(root, shapes, program)
    folder = root / _PLACE / key
    if not folder.is_dir():
        _make(root, folder, shapes, program)
    texts = {
        shape: (folder / "frames" / _file(shape)).read_text(encoding="utf-8") for shape in shapes
    }
    frames = {shape: framed(text, shape) for shape, text in texts.items()}
    told = hashlib.sha256("".join(texts.values()).encode()).hexdigest()
    return BuiltPages(folder / "site", frames, told)


def _file(shape: Shape) -> str:
    return f"{shape.address.strip('/').replace('/', '-')}.html"


def _make(root: Path, folder: Path, shapes: Sequence[Shape], program: str) -> None:
    """Build into a folder beside, which is renamed when it is whole; older ones go."""
    fresh = root / _PLACE / "new"
    workplace.lay_out(root, fresh, shapes)
    _run(fresh, program)
    site, frames = fresh / "site", fresh / "frames"
    frames.mkdir()
    for shape in shapes:
        (site / shape.address / "index.html").replace(frames / _file(shape))
    for name in _OURS:
        (site / name).unlink(missing_ok=True)
    _without_unused(site)
    _without_empty_folders(site)
    shutil.rmtree(fresh / workplace.DOCS)
    for old in folder.parent.iterdir():
        if old != fresh and old.is_dir():
            shutil.rmtree(old)
    fresh.rename(folder)


def _without_unused(site: Path) -> None:
    """Remove what no page asks for, and what names it."""
    for pattern in _UNUSED:
        for path in [one for one in site.glob(pattern) if one.is_file()]:
            path.unlink()
    for path in site.glob("assets/javascripts/*.js"):
        path.write_bytes(_MAPPED.sub(b"\n", path.read_bytes()))


def _without_empty_folders(site: Path) -> None:
    """Remove the folders in which frames were."""
    for path in sorted(site.rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()


def _run(place: Path, program: str) -> None:
    """Run the builder in a folder that was laid out.

    Without ``--quiet``, with which MkDocs does not see the warnings that ``--strict`` refuses.
    """
    told = ["--strict", "--config-file", workplace.CONFIG, "--site-dir", "site"]
    command = [sys.executable, "-m", program, "build", *told]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    try:
        done = subprocess.run(  # noqa: S603 - our own arguments  # nosec B603
            command, cwd=place, env=environment, capture_output=True, text=True,
            timeout=_SECONDS, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise WebsiteError(
            f"docs/: {program} was not done after {_SECONDS} seconds. "
            "What to do: run the command again."
        ) from error
    if done.returncode != 0:
        lines = (done.stdout + done.stderr).splitlines()
        said = "\n".join(one for one in lines if not one.startswith("INFO")).strip()[-2000:]
        raise WebsiteError(
            f"docs/: {program} could not build the pages that are written by hand:\n{said}\n"
            "What to do: correct the page in docs/ that it names."
        )


__all__ = ["BUILDERS", "BuiltPages", "built"]
