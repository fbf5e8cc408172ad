"""The dataset card: what hubs of data show of a release, with a configuration for each table."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from juesuan.package import LICENCE
from juesuan.pages import SITE, Edition

FILE = "README.md"

_DEFAULT = "measures"
"""The table that a hub shows first."""

_SIZES = ((10**3, "n<1K"), (10**4, "1K<n<10K"), (10**5, "10K<n<100K"), (10**6, "100K<n<1M"),
          (10**7, "1M<n<10M"), (10**8, "10M<n<100M"), (10**9, "100M<n<1B"))  # fmt: skip
_MORE = "n>1B"

_TEXT = """
# {title}

部门决算公开整理出的开放数据，版本 {version}（{day}）。
每个数据表一个 Parquet 文件，`datapackage.json` 说明全部字段、单位、主键和外键。
金额以万元为单位照原文列示（`unit` 另有说明的除外）；空格子表示原文没有印；
每个数字在 `figures` 里都有出处。

Final accounts (部门决算) of Chinese government departments, read from their published disclosures.
Amounts are in 万元 (CNY 10 000) unless a row names another unit; an empty cell means "not printed";
codes are text; `figures` says where every number is printed, `checks` which figures contradict each
other.

| table | rows | |
|---|---:|---|
{tables}

```python
import pandas as pd

facts = pd.read_parquet("facts.parquet")
total = facts[(facts.measure == "three_public.total") & (facts.phase == "executed")]
```

The compilation is licensed {licence}; the government's texts keep their own terms.
How to cite: `CITATION.cff`.
"""


class Table(NamedTuple):
    """A table: its name and Chinese title, its rows, and the pattern of its files."""

    name: str
    title: str
    rows: int
    files: str


def card(edition: Edition, tables: Sequence[Table]) -> str:
    """The text of the card: what hubs read, and what people read.

    Args:
        edition: the release.
        tables: in their order.
    """
    rows = "\n".join(f"| `{one.name}` | {one.rows:,} | {one.title} |" for one in tables)
    text = _TEXT.format(
        title=SITE, version=edition.version, day=edition.day, tables=rows, licence=LICENCE
    )
    return "---\n" + "".join(f"{line}\n" for line in _head(edition, tables)) + "---\n" + text


def _head(edition: Edition, tables: Sequence[Table]) -> Iterator[str]:
    """What hubs read, as YAML; every value is written as JSON, which YAML reads."""
    about: Mapping[str, object] = {
        "pretty_name": f"{SITE} (juesuan)",
        "license": LICENCE.lower(),
        "language": ["zh"],
        "tags": ["部门决算", "final accounts", "government finance", "china", "tabular"],
        "size_categories": [_size(sum(one.rows for one in tables))],
        "version": edition.version,
        "configs": list(_configurations(tables)),
    }
    for key, value in about.items():
        yield f"{key}: {json.dumps(value, ensure_ascii=False)}"


def _configurations(tables: Iterable[Table]) -> Iterator[Mapping[str, object]]:
    for one in tables:
        default = {"default": True} if one.name == _DEFAULT else {}
        yield {"config_name": one.name, "data_files": one.files, **default}


def _size(rows: int) -> str:
    """The class of a number of rows, as hubs name it.

    >>> _size(999), _size(1000), _size(10**9)
    ('n<1K', '1K<n<10K', 'n>1B')
    """
    return next((name for most, name in _SIZES if rows < most), _MORE)
