"""Puts into the wheel what `juesuan init` gives to a collection: pages, theme, settings, the lock.

They stand outside the package, where the project's own site is built of them; everything else is
declared in pyproject.toml.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).parent


class WithStarter(build_py):
    """Also copies what stands outside the package."""

    def run(self) -> None:
        """Build the package, then put the rest into it."""
        super().run()
        carried = Path(self.build_lib) / "juesuan" / "website" / "starter" / "repository"
        shutil.rmtree(carried, ignore_errors=True)
        shutil.copytree(ROOT / "docs", carried / "docs")
        for name in ("mkdocs.yml", "requirements/site.txt", ".github/ISSUE_TEMPLATE/figure.yml"):
            (carried / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, carried / name)


setup(cmdclass={"build_py": WithStarter})
