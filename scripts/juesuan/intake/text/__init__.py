"""Characters of a source: normalised without changing the length of the text, and what marks them.

Marks of extraction are blanked; raised, struck out, hidden and doubtful characters count as what a
reader sees.
"""
