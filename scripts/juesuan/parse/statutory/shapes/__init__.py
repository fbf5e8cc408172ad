"""The shapes of the nine tables: two sides, lines of a code, blocks side by side, a matrix.

``reading`` is what they share while one table is read; ``heading`` binds headings to columns.
"""
