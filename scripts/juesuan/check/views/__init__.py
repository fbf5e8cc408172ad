"""What several rules look at, made from a book: tables, summaries, lines by name, passages.

A rule says one sentence; what it needs to find its figures, and others need too, stands here.
"""
