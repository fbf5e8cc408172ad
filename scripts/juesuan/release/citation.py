"""How a release is cited: ``CITATION.cff``."""

from __future__ import annotations

import json
from collections.abc import Mapping

from juesuan.package import LICENCE
from juesuan.pages import SITE, Edition

FILE = "CITATION.cff"


def citation(edition: Edition, address: str = "") -> str:
    """The Citation File Format of a release; every value is written as JSON, which YAML reads.

    Args:
        edition: the release.
        address: of the website; empty if unknown.
    """
    about: Mapping[str, object] = {
        "cff-version": "1.2.0",
        "title": f"{SITE}: final accounts of Chinese government departments",
        "message": "To cite the data of one disclosure, use the citation on its page; to cite all "
        "data, use this.",
        "type": "dataset",
        "authors": [{"name": "The juesuan contributors"}],
        "version": edition.version,
        "date-released": edition.day,
        "license": LICENCE,
        "keywords": ["部门决算", "final accounts", "open data", "fiscal transparency"],
        **({"url": address} if address else {}),
    }
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in about.items())
    return "".join(lines)
