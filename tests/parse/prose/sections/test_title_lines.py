"""Lines that have the form of a heading."""

from juesuan.parse.prose.sections.title_lines import lines, spans
from juesuan.parse.view import Reader
from tests.conftest import document_of

TEXT = "一、收入情况说明\n收入5.00万元。\n(二)支出情况\n(三)支出5.00万元\n第三部分附件12\n"


def test_numbered_lines_without_a_figure() -> None:
    document = document_of(TEXT)
    view = Reader(document).view()
    found = list(lines(view, view.begins(document.clean)))
    assert [(one.title, one.follows) for one in found] == [
        ("收入情况说明", True),
        ("支出情况", True),
        ("附件", False),
    ]


def test_long_lines_are_no_titles() -> None:
    document = document_of("短行\n" + "长" * 60)
    view = Reader(document).view()
    assert [view.text[a:b] for a, b in spans(view, view.begins(document.clean))] == ["短行"]
