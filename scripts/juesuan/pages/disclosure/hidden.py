"""What the pages say of what was taken out of a source, in Chinese."""

from __future__ import annotations

from juesuan.package import Notes
from juesuan.rows import Row

_MASKED = {
    "id": "身份证号码",
    "card": "银行卡号",
    "mobile": "手机号码",
    "email": "电子邮箱",
}
"""Kinds of ``[[mask]]`` whose length says nothing."""

_REMOVED = {
    "JavaScript": "脚本",
    "embedded files": "内嵌文件",
    "launching a program": "启动程序的动作",
    "sending a form": "提交表单的动作",
    "importing data": "导入数据的动作",
    "opening another file": "打开其他文件的动作",
    "opening an embedded file": "打开内嵌文件的动作",
    "playing media": "音视频",
    "an XFA form": "动态表单",
    "3D": "三维模型",
    "names or numbers in its properties": "文件属性里的姓名或号码",
}
"""What ``intake/pdf/publishing/cleaner.py`` removes."""


_RECOGNISED = (
    "所收的文件是扫描件，文字由程序从图上识别，可能有误；"
    "对不上的地方在人与图核对之前不作判断，请以图为准"
)
"""Said of text that is not ours to vouch for."""


_KINDS = {
    "doc": "Word 文档",
    "docx": "Word 文档",
    "wps": "WPS 文字文档",
    "rtf": "RTF 文档",
    "odt": "ODT 文档",
    "mht": "网页存档",
    "mhtml": "网页存档",
}
"""Endings of received files to what they are called; a page of the web is the rest."""


def received(name: str, notes: Notes) -> str:
    """What kind of file was received, where it is published as a page of its text.

    Args:
        name: of the published file, which ends in that of the received one and ``.html``.
        notes: of the maintainer.

    >>> received("a.docx.html", Notes(copies=({"how": "rewritten"},)))
    'Word 文档（DOCX）'
    """
    if not any(row["how"] == "rewritten" for row in notes.copies):
        return ""
    ending = name.removesuffix(".html").rpartition(".")[2].lower()
    kind = _KINDS.get(ending)
    return f"{kind}（{ending.upper()}）" if kind else "网页"


def scans(notes: Notes) -> list[str]:
    """The files of which text was recognised in pictures; an empty name is the only file.

    >>> scans(Notes(copies=({"how": "received", "file": "a.pdf"}, {"how": "cleaned"})))
    ['a.pdf']
    """
    ways = ("recognised", "received")
    return [
        row.get("file", "")
        for row in notes.copies
        if row["how"] in ways or row.get("text") == "recognised"
    ]


def masked(row: Row) -> str:
    """What stood at the places of a ``[[mask]]``.

    >>> masked({"kind": "name", "characters": "2"}), masked({"kind": "id", "characters": "18"})
    ('共 2 个字的姓名', '身份证号码')
    """
    named = _MASKED.get(row["kind"])
    return named or f"共 {row['characters']} 个字的{'姓名' if row['kind'] == 'name' else '文字'}"


def copied(row: Row) -> str:
    """How a file is published that is not published as it was received (``[[copy]]``).

    >>> copied({"how": "cleaned", "removed": "JavaScript、embedded files"})
    '这里的 PDF 不是所收的原件，而是清理过的副本：已去掉脚本、内嵌文件和文件属性，其余不变。'
    """
    if row["how"] == "received":
        return f"{_RECOGNISED}。"
    if row.get("text"):
        return f"{_copied(row)}{_RECOGNISED}。"
    return _copied(row)


def _copied(row: Row) -> str:
    """How a file is published, whatever its text is."""
    told = [_REMOVED.get(one, one) for one in row["removed"].split("、") if one]
    removed = "".join(f"{one}、" for one in told).removesuffix("、")
    if row["how"] == "rewritten":
        return (
            "这里的文件不是所收的原件，而是由读出的文字和表格重新写成的网页，不含脚本、图片和链接。"
        )
    if row["how"] == "recognised":
        return (
            "所收的文件是扫描件：文字由程序从图上识别，放在各页的图下面，图没有改动（歪斜的页已转正）。"
            "没有把握的数字不采用，标为无法辨认，请以图为准。"
        )
    if row["how"] == "pictures":
        also = f"，不含{removed}" if removed else ""
        return f"这里的 PDF 不是所收的原件，而是原件各页的图，隐去的字已涂去{also}。"
    taken = f"{removed}和文件属性" if removed else "隐去的文字和文件属性"
    return f"这里的 PDF 不是所收的原件，而是清理过的副本：已去掉{taken}，其余不变。"


def kept(notes: Notes) -> str:
    """What the file for download is."""
    if any(row["how"] == "pictures" for row in notes.copies):
        return "所收文件各页的图"
    if any(row["how"] == "rewritten" for row in notes.copies):
        return "由所收文件的文字和表格重新写成的网页"
    if any(row["how"] in ("recognised", "received") for row in notes.copies):
        return "所收的扫描件，附识别出的文字"
    if notes.copies:
        return "所收文件清理过的副本"
    return "所收文件，个人信息已隐去" if notes.masks else "所收文件"
