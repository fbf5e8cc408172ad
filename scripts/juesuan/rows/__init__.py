"""Published rows: the type of each resource's row, and rows of which the resource is not known.

A row is a mapping from column name to text; an empty text means "not printed". Where the resource
is known, its row is a ``TypedDict`` and the type checker refuses a column that does not exist.
Where any resource may come (files, downloads, generic rules), it is a :data:`Row`.
"""

from juesuan.rows import types
from juesuan.rows.types import *  # noqa: F403 - all that is generated
from juesuan.rows.untyped import AnyRow, Row, cell, is_lost

__all__ = ["AnyRow", "Row", "cell", "is_lost"]
__all__ += types.__all__
