"""Entry point of the command, also as ``python -m juesuan``."""

from __future__ import annotations

import sys

from juesuan.errors import TermsError


def run() -> None:
    """Run the command; a definition that is wrong ends it with its message alone."""
    try:
        from juesuan import cli
    except TermsError as error:
        sys.stderr.write(f"juesuan: {error}\n")
        sys.exit(2)
    cli.app()


if __name__ == "__main__":
    run()
