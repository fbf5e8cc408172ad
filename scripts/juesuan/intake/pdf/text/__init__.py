"""Characters of a page become lines of text, and what of them is no text is told apart.

In come characters with their boxes; out come lines in the order of reading. ``lines`` puts them
together. ``furniture`` finds page numbers and repeated headers, ``stamps`` words that are stamped
upon a page, ``doubtful`` numbers beside which something else may be printed, ``points`` amounts
that lost their decimal point.
"""
