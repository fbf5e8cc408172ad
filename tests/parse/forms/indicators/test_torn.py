"""What cannot have been printed in a cell."""

from __future__ import annotations

import pytest

from juesuan.parse.forms.indicators.torn import is_torn


@pytest.mark.parametrize(
    ("name", "text", "lost", "torn"),
    [
        ("target", "≥95%98%", [], True),
        ("target", "=2024年5月", [], False),
        ("actual", "12次20", ["score"], True),
        ("actual", "12次20", [], False),
        ("actual", "12次", ["score"], False),
        ("level1", "95%", [], True),
        ("level2", "开会", [], False),
        ("reason", "98.50", [], True),
        ("reason", "20因设备未到", ["weight"], True),
        ("reason", "20因设备未到", [], False),
        ("level3", "剩金托项款合定项务后支余为费目根同将目完方付资委用尾据约在服成可", [], True),
        ("level3", "培训次数", ["weight"], False),
        ("level3", "会议室个数（个）≥个办公室纪要", [], True),
        ("level3", "PM2.5浓度≤35微克", [], False),
        ("reason", "目标值≥个，未填", [], False),
    ],
)
def test_torn(name: str, text: str, lost: list[str], torn: bool) -> None:
    assert is_torn(name, text, lost) is torn
