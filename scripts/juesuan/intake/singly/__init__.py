"""Statutory tables of which each cell stands on a line of its own, as they are pasted into a text.

Nothing is left of their columns but the order of the cells, and blank cells are mostly gone. The
same holds where the cells of a row stand on one line, between single blanks.
``tokens`` gives the cells, ``coded``, ``sides``, ``blocks``, ``matrix`` and ``listed`` the rows of
each shape by its heads, ``placing`` the one way in which amounts fit into columns. What fits in two
ways, or in none, is no table: it stays unread.
"""

from juesuan.intake.singly.read import table_of_lines

__all__ = ["table_of_lines"]
