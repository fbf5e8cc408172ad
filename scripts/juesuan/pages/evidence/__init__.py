"""From a number of the site to the place where it was printed.

``figures`` links cells to their evidence, ``printed`` shows what stands around it (``lines``: which
of several at once), ``coverage`` and
``confidential`` say what a package does not hold, and why.
"""
