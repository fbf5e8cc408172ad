"""Tables of a page: from ruled lines, or from how words stand where lines are missing.

In come ruled lines and lines of text; out come grids of fields. ``grids`` makes them from ruled
lines, ``boxes`` where each cell has a box of its own. ``lacking`` says which tables lack lines and
completes them: ``aligned`` those without upright lines, ``unlined`` those without lines between
their rows. Both put words together in ``bands``, find ``headings`` (``spans`` where no lines
help) and ``columns``, and fill the ``fields``.
"""
