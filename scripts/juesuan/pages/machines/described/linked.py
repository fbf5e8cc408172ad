"""For search engines that list data: schema.org of the catalogue, on the page of data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from juesuan import DATA_MODEL
from juesuan.package import LICENCE_TEXT
from juesuan.pages import addresses
from juesuan.pages.addresses import Address
from juesuan.pages.machines.names import SITE, TYPES, script
from juesuan.rows import DisclosureRow

_TOLD = (
    "政府部门公开的部门决算整理成的开放数据：收入支出、功能分类、“三公”经费、政府采购、国有资产、"
    "项目绩效自评，以及勾稽核对结果。每个数字都记有它在原文中的位置；空格子表示原文没有印。"
)


def data_catalogue(
    abouts: Sequence[DisclosureRow], offered: Mapping[str, str], address: Address
) -> Markup:
    """schema.org ``DataCatalog`` with the dataset over all disclosures, as a script of the page.

    Args:
        abouts: all disclosures.
        offered: names of the files over all disclosures, with what they are.
        address: of the site.
    """
    home = address.of(addresses.HOME)
    content: dict[str, Any] = {
        "@context": "https://schema.org/",
        "@type": "DataCatalog",
        "@id": address.of(addresses.DATA),
        "name": SITE,
        "description": _TOLD,
        "url": address.of(addresses.DATA),
        "inLanguage": "zh-CN",
        "license": LICENCE_TEXT,
        "publisher": {"@type": "Organization", "name": SITE, "url": home},
        "dataset": [_everything(abouts, offered, address)],
    }
    return script(content)


def _everything(
    abouts: Sequence[DisclosureRow], offered: Mapping[str, str], address: Address
) -> dict[str, Any]:
    years = sorted({one["fiscal_year"] for one in abouts})
    return {
        "@type": "Dataset",
        "@id": address.of(addresses.folder("all")),
        "name": f"{SITE}：全部决算公开",
        "description": _TOLD,
        "url": address.of(addresses.DATA),
        "version": DATA_MODEL,
        "license": LICENCE_TEXT,
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": SITE, "url": address.of(addresses.HOME)},
        **({"temporalCoverage": f"{years[0]}-01-01/{years[-1]}-12-31"} if years else {}),
        "distribution": [_download(name, what, address) for name, what in offered.items()],
    }


def _download(name: str, what: str, address: Address) -> dict[str, str]:
    return {
        "@type": "DataDownload",
        "name": what,
        "encodingFormat": TYPES.get(name.rpartition(".")[2], "text/plain"),
        "contentUrl": address.of(addresses.whole(name)),
    }
