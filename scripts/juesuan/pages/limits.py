"""How much one list of the site shows; what it leaves out, the files for download hold."""

from __future__ import annotations

CARDS = 24
"""Disclosures on the first page, the newest years first."""

LISTED = 300
"""Disclosures in one list; regions have lists of their own."""

PACKAGES = 200
"""Packages in the list of downloads."""

TOPIC_ROWS = 400
"""Rows of one table over disclosures."""

PROJECT_ROWS = 1000
"""Projects in one table, those with the largest budgets."""

CONTRADICTIONS = 200
"""Groups of contradictions on the board, and contradictions on a rule's page."""

RESULTS = 300
"""Results of a rule on its page."""

YEARS = 8
"""Years of a department side by side, the newest."""

NEWS = 100
"""Entries of the feed and of the page of corrections, the newest."""

FIRST = 12
"""Contradictions between disclosures on the first page of one."""
