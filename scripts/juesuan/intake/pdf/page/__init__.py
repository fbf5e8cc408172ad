"""A page as blocks from top to bottom: lines of text, and tables with the text of each cell.

In comes a raw page; out come its blocks. ``layout`` arranges them, ``halves`` parts two pages that
stand side by side on one sheet, ``struck`` leaves out what is struck through, ``unworded`` tells
what is drawn in a cell and is no text.
"""
