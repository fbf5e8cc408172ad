"""Two commands never write into one repository; a killed one leaves nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan.collection.lock import alone
from juesuan.errors import JuesuanError


def test_a_second_command_is_refused_and_leftovers_are_removed(tmp_path: Path) -> None:
    left = tmp_path / "datapackages" / ".new-abc"
    left.mkdir(parents=True)
    with alone(tmp_path):
        assert not left.exists()
        with pytest.raises(JuesuanError, match="another command"), alone(tmp_path):
            raise AssertionError
    with alone(tmp_path):
        assert (tmp_path / ".cache" / "lock").exists()
