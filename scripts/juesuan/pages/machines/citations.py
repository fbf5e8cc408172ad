"""How to cite the data of a disclosure. Dates come from the data, never from the clock."""

from __future__ import annotations

from juesuan.pages import addresses
from juesuan.pages.addresses import Address
from juesuan.pages.evidence.works import work_of
from juesuan.pages.machines.names import SITE
from juesuan.pages.telling.words import title_of
from juesuan.rows import DisclosureRow


def citations(about: DisclosureRow, address: Address, printed: str = "") -> dict[str, str]:
    """How to cite a disclosure's data: plain text, GB/T 7714, BibTeX.

    Args:
        about: the row of ``disclosure``.
        address: of the site.
        printed: the title of the disclosure as it is printed; empty where it is not known.
    """
    name, author = about["disclosure_id"], about["department"]
    where = address.of(addresses.disclosure(name))
    work = work_of(about, printed)
    title = work.strip("《》")
    data, proof = f"数据包 {name}", f"原文 SHA-256 {about['source_sha256'][:12]}"
    return {
        "plain": f"{author}：{work}，{SITE}整理，{data}（{proof}），{where}",
        "gbt7714": f"{author}. {title}[DS/OL]. {SITE}, 整理. {data}, {proof}. {where}.",
        "bibtex": _bibtex(about, where),
    }


def _bibtex(about: DisclosureRow, where: str) -> str:
    """For BibTeX; without a year where no day of publication is known: it is not guessed."""
    name = about["disclosure_id"]
    year = [f"  year = {{{about['published'][:4]}}},"] if about["published"] else []
    return "\n".join(
        [
            f"@misc{{{name},",
            f"  author = {{{{{_bib(about['department'])}}}}},",
            f"  title = {{{{{_bib(title_of(about))}}}}},",
            *year,
            f"  howpublished = {{{SITE}}},",
            f"  note = {{数据包 {name}，原文 SHA-256 {about['source_sha256']}}},",
            f"  url = {{{where}}}",
            "}",
        ]
    )


def _bib(text: str) -> str:
    """Text without what BibTeX would read as its own.

    >>> _bib("示例_局{A&B}")
    '示例局AB'
    """
    return "".join(char for char in text if char not in "{}\\%$#&_^~")
