"""Words whose beginning was lost."""

from __future__ import annotations

import pytest

from juesuan.pages.evidence.cut import whole_or_cut


@pytest.mark.parametrize(
    ("text", "is_cut"),
    [
        ("人，认证率100%。", True),  # the number before it stood on another page
        ("万元；其余已支付。", True),
        ("，未能开工。", True),
        ("）未开工", True),
        ("人员调动，未发放。", False),
        ("个别项目未开工", False),
        ("（一）未开工", False),
        ("22000元已提交用款计划。", False),
        ("", False),
    ],
)
def test_a_reason_that_begins_in_the_midst_says_so(text: str, is_cut: bool) -> None:
    assert whole_or_cut(text) == ("（前文没有取出）" if is_cut else "") + text
