"""juesuan: open data from the final accounts (部门决算) of Chinese government departments.

The flow is one-way: :mod:`juesuan.intake` reads a file into a Document, :mod:`juesuan.parse` turns
it into Facts, :mod:`juesuan.package` writes and loads data packages, :mod:`juesuan.check` applies
rules to a loaded package and :mod:`juesuan.pages` renders the website. Definitions are data, in
:mod:`juesuan.terms`. What the numbers below mean is written in ``docs/versions.md``.
"""

__version__ = "0.1.0"

DATA_MODEL = "2.0.0"
"""Version of the published tables."""

API = "1.0.0"
"""Version of the files below ``api/``."""
