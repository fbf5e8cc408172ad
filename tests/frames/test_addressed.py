"""What is taken from an address is whole, or refused with a message."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from juesuan.errors import PackageError
from juesuan.frames import addressed
from juesuan.frames.addressed import fetch, is_address

CONTENT = b"disclosure_id,name\n" * 1000


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A host that answers with everything, with half of what it promises, and with nothing."""

    class Host(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(404 if self.path == "/lost" else 200)
            self.send_header("Content-Length", str(len(CONTENT)))
            self.end_headers()
            self.wfile.write(CONTENT[: len(CONTENT) // 2] if self.path == "/half" else CONTENT)

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Host)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_a_file_is_brought_whole(address: str, tmp_path: Path) -> None:
    fetch(address + "whole", tmp_path / "deep" / "whole.csv")
    assert (tmp_path / "deep" / "whole.csv").read_bytes() == CONTENT


@pytest.mark.parametrize(
    ("path", "told"), [("half", "9500 of 19000 bytes"), ("lost", "no answer .*404")]
)
def test_half_a_file_is_none(address: str, tmp_path: Path, path: str, told: str) -> None:
    with pytest.raises(PackageError, match=f"{path}: found {told}.*What to do"):
        fetch(address + path, tmp_path / "x")
    assert list(tmp_path.iterdir()) == []


def test_too_much_is_refused(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addressed, "MOST", 100)
    with pytest.raises(PackageError, match="found more than"):
        fetch(address + "whole", tmp_path / "x")


def test_no_host_is_told(tmp_path: Path) -> None:
    with pytest.raises(PackageError, match="no answer"):
        fetch("http://127.0.0.1:1/x", tmp_path / "x")


@pytest.mark.parametrize("place", ["/a/b", "file:///etc/passwd", "ftp://a/b", "a.zip", "D:\\a"])
def test_what_is_no_address_of_the_web(place: str) -> None:
    assert not is_address(place)
