"""The numbers of versions; what each means is written in ``docs/versions.md``."""

__version__ = "0.1.0"

DATA_MODEL = "2.2.0"
"""Version of the published tables."""

API = "1.1.0"
"""Version of the files below ``api/``."""
