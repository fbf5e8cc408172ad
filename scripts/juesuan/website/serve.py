"""Showing the website on this machine while it is worked on."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from juesuan.errors import WebsiteError
from juesuan.website.site import SITE
from juesuan.website.workplace import CONFIG, DOCS

HOST = "127.0.0.1"
"""Only this machine is served."""

_WATCHED = (CONFIG, DOCS, "datapackages")
_MADE = ("/data/", "/datapackage.json", "/.")
"""What a build itself writes in watched folders."""

_PAUSE = 1.0
"""Seconds between looks at what people write."""

Seen = dict[str, tuple[int, int]]


class _Pages(SimpleHTTPRequestHandler):
    """Gives files of the website, which a browser asks for again each time; logs nothing."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Log nothing."""


@contextmanager
def served(root: Path, port: int) -> Iterator[int]:
    """Serve the website inside.

    Args:
        root: the repository.
        port: on this machine; 0 for any that is free.

    Yields:
        The port.

    Raises:
        WebsiteError: if the port is taken.
    """
    try:
        server = ThreadingHTTPServer((HOST, port), partial(_Pages, directory=str(root / SITE)))
    except OSError as error:
        raise WebsiteError(
            f"port {port}: {error.strerror}. What to do: give another one with --port."
        ) from error
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()


def seen(root: Path) -> Seen:
    """What people write, as it is now: of each file when it was written and its size."""
    found: Seen = {}
    for name in _WATCHED:
        below = [root / name, *(root / name).rglob("*")]
        for path in below:
            told = f"/{path.relative_to(root).as_posix()}"
            if not any(one in told for one in _MADE) and path.is_file():
                about = path.stat()
                found[told] = about.st_mtime_ns, about.st_size
    return found


def changed(before: Seen, now: Seen) -> list[str]:
    """The files that were written, added or removed, in their order.

    >>> changed({"/docs/a.md": (1, 1), "/docs/b.md": (1, 1)}, {"/docs/a.md": (2, 1)})
    ['docs/a.md', 'docs/b.md']
    """
    names = before.keys() | now.keys()
    return sorted(one.lstrip("/") for one in names if before.get(one) != now.get(one))


def serve(
    root: Path,
    port: int,
    rebuild: Callable[[list[str]], object],
    begun: Callable[[str], object],
    rounds: int | None = None,
) -> None:
    """Serve the website, and build again what is changed, until the command is interrupted.

    Args:
        root: the repository.
        port: on this machine.
        rebuild: called with the files that were changed.
        begun: called with the site's address.
        rounds: looks at what people write; without end if not given.
    """
    with served(root, port) as found:
        begun(f"http://{HOST}:{found}/")
        before = seen(root)
        while rounds is None or rounds > 0:
            rounds = None if rounds is None else rounds - 1
            time.sleep(_PAUSE)
            now = seen(root)
            if names := changed(before, now):
                rebuild(names)
            before = now
