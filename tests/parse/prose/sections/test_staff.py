"""Sentences among the duties that tell the staff."""

from juesuan.parse.prose.sections.staff import without_staff
from juesuan.parse.view import View


def view(text: str) -> View:
    return View(text, tuple(range(len(text))))


def test_the_duties_go_without_them() -> None:
    rest, staff = without_staff(view("负责甲。局机关内设办公室、法规科等9个科室。承办乙。"))
    assert (rest.text, [one.text for one in staff]) == (
        "负责甲。。承办乙。",
        ["局机关内设办公室、法规科等9个科室"],
    )


def test_the_year_may_stand_before_them() -> None:
    _, staff = without_staff(view("负责甲。本部门2023年年末编制人数58人,在职54人。"))
    assert [one.text for one in staff] == ["本部门2023年年末编制人数58人,在职54人"]


def test_duties_alone_stay_as_they_are() -> None:
    duties = view("负责编制2024年预算。服务离退休人员300人。")
    assert without_staff(duties) == (duties, ())
