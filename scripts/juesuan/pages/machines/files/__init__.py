"""Files to download whose bytes follow from the data alone: archives, workbooks, Parquet, lists.

``whole`` is the package over all disclosures, ``facts`` all amounts in one long table.
"""
