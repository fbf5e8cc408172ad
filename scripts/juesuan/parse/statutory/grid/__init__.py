"""The grid of a statutory table: its cells, the rows of its sheet, its labels and amounts.

What every table shares before it is known which of the nine it is.
"""
