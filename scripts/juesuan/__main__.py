"""Entry point of the command, also as ``python -m juesuan``."""

from __future__ import annotations

import gc
import sys

from juesuan.errors import TermsError

_SELDOM = 50_000, 20, 100
"""How many objects are made before it is looked for those that only refer to each other: few do
here, and looking at each 700 is a twelfth of all work."""


def run() -> None:
    """Run the command.

    A definition that is wrong ends it with its message alone, Ctrl-C while it begins with 130.
    """
    gc.set_threshold(*_SELDOM)
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
