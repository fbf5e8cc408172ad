"""What stands where in a section: numerals, names, lines of spending, openings of passages.

``marks`` puts them all in order; ``events`` has the types of what is found.
"""
