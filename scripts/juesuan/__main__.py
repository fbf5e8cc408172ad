"""Entry point of the command, also as ``python -m juesuan``."""

from __future__ import annotations

import sys

from juesuan.errors import TermsError


def run() -> None:
    """Run the command.

    A definition that is wrong ends it with its message alone, Ctrl-C while it begins with 130.
    """
    try:
        from juesuan import cli
    except TermsError as error:
        sys.stderr.write(f"juesuan: {error}\n")
        sys.exit(2)
    except KeyboardInterrupt:
        sys.stderr.write("juesuan: interrupted. Nothing was begun.\n")
        sys.exit(130)
    cli.app(prog_name="juesuan")


if __name__ == "__main__":
    run()
