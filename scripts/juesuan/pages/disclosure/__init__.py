"""One disclosure: its pages, tables and texts, its source and the evidence behind each figure."""
