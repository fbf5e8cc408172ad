"""What is shown of a disclosure whose package on disk is damaged: the one that its source gives."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from juesuan.collection.conversion.convert import convert
from juesuan.collection.disk.folders import check_id, inputs
from juesuan.collection.disk.guard import stage
from juesuan.errors import JuesuanError


@contextmanager
def remade(folders: Iterable[Path]) -> Iterator[dict[str, Path]]:
    """Packages that are made anew beside the collection, for those that are damaged.

    Args:
        folders: of disclosures whose packages cannot be read.

    Yields:
        Id to the folder that has the package its source gives; without those whose source cannot
        be converted either.
    """
    with tempfile.TemporaryDirectory() as name:
        made = {}
        for folder in folders:
            with suppress(JuesuanError), stage(folder.name, "package"):
                check_id(folder.name)
                fresh = inputs(folder, Path(name))
                convert(fresh)
                made[folder.name] = fresh
        yield made
