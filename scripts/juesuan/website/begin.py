"""Beginning a collection of one's own: a folder that `juesuan site` and `juesuan serve` build.

Pages written by hand, theme and settings are those of this project. An installed program carries
them (``setup.py`` puts them into ``starter/``); one that runs from its repository takes them there.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import juesuan
from juesuan.collection import LOG, REGISTRY, log_text, registry_text
from juesuan.errors import WebsiteError
from juesuan.website.workplace import CONFIG, DOCS

_STARTER = Path(__file__).parent / "starter"
_CARRIED = _STARTER / "repository"
"""In an installed program: what a collection takes of the project's repository."""

_PLACES = {
    "README.md": "README.md",
    "gitignore": ".gitignore",
    "gitattributes": ".gitattributes",
    "workflows/check.yml": ".github/workflows/check.yml",
    "workflows/publish.yml": ".github/workflows/publish.yml",
    "workflows/release.yml": ".github/workflows/release.yml",
}
"""Files of the starter, and where each goes."""

_LOCK, _ISSUE = "requirements/site.txt", ".github/ISSUE_TEMPLATE/figure.yml"
WHEELS = "wheels"

_OURS = ("architecture.md", "decisions.md", "versions.md", "assets/screenshot.png")
"""What of ``docs/`` is about this project alone."""

_NAME = re.compile(r"^site_name: .*$", re.MULTILINE)


def begin(folder: Path, name: str = "", wheel: Path | None = None) -> list[str]:
    """Begin a collection.

    Args:
        folder: the folder, which holds nothing but ``.git`` where it is there already.
        name: of the website; that of this project where empty.
        wheel: the file from which this program was installed, which the workflows install.

    Returns:
        The files that were written, below the folder.

    Raises:
        WebsiteError: if the folder holds something, or this program does not carry what is needed.
    """
    _want_empty(folder)
    if wheel is not None and wheel.suffix != ".whl":
        raise WebsiteError(f"{wheel}: expected the wheel of this program, whose name ends in .whl.")
    source, written = _source(), []
    for path, content in (*_own(), *_of_project(source, name)):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        written.append(path)
    if wheel is not None:
        (folder / WHEELS).mkdir()
        shutil.copyfile(wheel, folder / WHEELS / wheel.name)
        written.append(f"{WHEELS}/{wheel.name}")
    return sorted(written)


def _want_empty(folder: Path) -> None:
    if folder.exists() and (
        not folder.is_dir() or any(one.name != ".git" for one in folder.iterdir())
    ):
        raise WebsiteError(
            f"{folder}: found files; expected a folder that is empty or not there. What to do: "
            "give another folder; a collection that exists needs no `juesuan init`."
        )


def _source() -> Path:
    """Where the pages written by hand, the theme and the settings are."""
    repository = Path(juesuan.__file__).parents[2]
    for one in (_CARRIED, repository):
        if (one / CONFIG).is_file() and (one / DOCS).is_dir():
            return one
    raise WebsiteError(
        f"{_CARRIED}: not found; this program was installed without the pages that are written by "
        "hand. What to do: install it from a wheel, which `pip wheel` makes of the repository."
    )


def _own() -> Iterator[tuple[str, bytes]]:
    """What only a collection has: its registry and log, its workflows, how to go on."""
    for name, place in _PLACES.items():
        text = (_STARTER / name).read_text(encoding="utf-8")
        yield place, text.replace("{version}", juesuan.__version__).encode()
    yield f"datapackages/{REGISTRY}", registry_text([]).encode()
    yield f"datapackages/{LOG}", log_text([]).encode()


def _of_project(source: Path, name: str) -> Iterator[tuple[str, bytes]]:
    """What a collection takes of this project: settings, pages, theme, what is installed."""
    config = (source / CONFIG).read_text(encoding="utf-8")
    if name:
        named = f"site_name: {json.dumps(name, ensure_ascii=False)}"
        config = _NAME.sub(lambda _: named, config)
    yield CONFIG, config.encode()
    yield "requirements.txt", (source / _LOCK).read_bytes()
    yield _ISSUE, (source / _ISSUE).read_bytes()
    for path in sorted((source / DOCS).rglob("*")):
        below = path.relative_to(source / DOCS).as_posix()
        if path.is_file() and below not in _OURS:
            yield f"{DOCS}/{below}", path.read_bytes()
