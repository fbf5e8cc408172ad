"""The hash of a file is what ``sha256sum`` says of it, and is made in one place."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from juesuan.hashes import sha256_of
from tests.conftest import ROOT


def test_the_hash_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abc" * 100_000)
    assert sha256_of(tmp_path / "a") == hashlib.sha256(b"abc" * 100_000).hexdigest()
    (tmp_path / "a").write_bytes(b"abc")
    # The example of FIPS 180-4.
    assert sha256_of(tmp_path / "a").startswith("ba7816bf8f01cfea")
    with pytest.raises(OSError, match="b"):
        sha256_of(tmp_path / "b")


def test_no_other_module_hashes_files() -> None:
    modules = (ROOT / "scripts" / "juesuan").rglob("*.py")
    found = [path.name for path in modules if "file_digest" in path.read_text(encoding="utf-8")]
    assert found == ["hashes.py"]
