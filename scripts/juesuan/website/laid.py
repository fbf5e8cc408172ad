"""Laying the website out in its place: what differs is written beside and renamed, the rest stays.

A run that is stopped in between leaves each file whole, as it was or as it will be; the next run
goes on.
"""

from __future__ import annotations

import filecmp
import os
import shutil
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from juesuan.beside import beside


def lay(site: Path, files: Mapping[str, Path], texts: Mapping[str, str]) -> Mapping[str, int]:
    """Make a folder hold some files and nothing else; returns the size of each in bytes.

    Args:
        site: the folder.
        files: below it, and where each lies; it is linked and not copied where that can be.
        texts: further files, with their content.
    """
    site.mkdir(parents=True, exist_ok=True)
    there = dict(_there(os.fspath(site)))
    _make_way(site, there, files)
    sizes, device = {}, site.stat().st_dev
    for file, source in files.items():
        about = source.stat()
        sizes[file] = about.st_size
        linked = about.st_dev == device and there.get(file) == about.st_ino
        if not linked and not _is_copy(site / file, about, device, source):
            _place(source, site / file)
    for file, text in texts.items():
        sizes[file] = _write(site / file, text.encode())
    _remove_but(site, there, sizes.keys())
    return sizes


def _there(folder: str, begin: str = "") -> Iterator[tuple[str, int]]:
    """The files in a folder, each with the number of what it links to."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _there(entry.path, f"{begin}{entry.name}/")
            else:
                yield begin + entry.name, entry.inode()


def _make_way(site: Path, there: dict[str, int], files: Collection[str]) -> None:
    """Remove files where folders are wanted, and folders where files are."""
    folders = {file[:at] for file in files for at, char in enumerate(file) if char == "/"}
    for file in folders & there.keys():
        (site / file).unlink()
        del there[file]
    for file in files:
        if file not in there and (site / file).is_dir():
            shutil.rmtree(site / file)
            for gone in [one for one in there if one.startswith(f"{file}/")]:
                del there[gone]


def _is_copy(target: Path, about: os.stat_result, device: int, source: Path) -> bool:
    """Whether a file stands there that could only be copied, because it lies on another disk."""
    if about.st_dev == device or not target.is_file():
        return False
    return filecmp.cmp(source, target, shallow=False)


def _place(source: Path, target: Path) -> None:
    """Put a file into its place. Nobody writes into a published file: new ones are renamed."""
    with beside(target) as fresh:
        try:
            os.link(source, fresh)
        except OSError:  # its folder is new, a run was stopped here, another disk, or no links
            target.parent.mkdir(parents=True, exist_ok=True)
            fresh.unlink(missing_ok=True)
            _link_or_copy(source, fresh)


def _link_or_copy(source: Path, fresh: Path) -> None:
    try:
        os.link(source, fresh)
    except OSError:
        shutil.copyfile(source, fresh)


def put(target: Path, content: bytes) -> None:
    """Write a file beside and rename it: what stands there may be published, by a link.

    Args:
        target: the file; its folder is made.
        content: of it.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with beside(target) as fresh:
        fresh.unlink(missing_ok=True)  # what a run left that was stopped may be such a link
        fresh.write_bytes(content)


def _write(target: Path, content: bytes) -> int:
    """Write a file, unless it has this content; its size."""
    if not target.is_file() or target.read_bytes() != content:
        put(target, content)
    return len(content)


def _remove_but(site: Path, there: Collection[str], kept: Collection[str]) -> None:
    """Remove what is not there any more, and the folders that it leaves empty."""
    for file in there:
        path = site / file
        if file in kept:
            continue
        path.unlink(missing_ok=True)
        for folder in path.parents:
            if folder == site or any(folder.iterdir()):
                break
            folder.rmdir()
