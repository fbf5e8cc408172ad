"""Reading workbooks: what a person sees on their sheets, not what their cells hold.

``archive`` opens the file within bounds, ``book`` knows its sheets, texts and formats, ``cells``
reads the cells of one sheet, ``display`` writes a number as its format shows it, ``grid`` leaves
out what is hidden and joins what is merged, ``layout`` parts a sheet into captions and tables,
``read`` makes a document of them. ``older`` has other formats turned into this one.
"""

from juesuan.intake.sheets.read import read_workbook

__all__ = ["read_workbook"]
