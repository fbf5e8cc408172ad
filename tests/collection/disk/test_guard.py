"""A fault of one disclosure knows its stage."""

from __future__ import annotations

import pytest

from juesuan.collection.disk.guard import stage, told
from juesuan.errors import PackageError


@pytest.mark.parametrize("fault", [KeyError("a"), OSError(28, "No space left"), MemoryError()])
def test_any_fault_is_one_line_with_its_stage(fault: Exception) -> None:
    with pytest.raises(PackageError) as found, stage("a-2024", "check"):
        raise fault
    line = told("a-2024", found.value)
    assert line.startswith("a-2024: check: ") and "\n" not in line
