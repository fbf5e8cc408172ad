"""``python -m juesuan``."""

from juesuan.cli import run

run()
