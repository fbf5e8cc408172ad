"""Every number that a page shows, computed again from the packages: with ``csv`` and ``Decimal``, nothing of the program.

``packages`` reads the CSV files, ``drawn`` a page as a reader sees it. Each other module computes what pages of one kind
show and says so to the page; ``test_every_page`` holds that no number of any page is left over.
"""
