"""New disclosures: from files that someone gives to folders of the collection.

In come files and what a maintainer says of them; out comes a report on each. ``given`` says which
files are one disclosure, ``by_hand`` what was said of it, ``looked`` what it is; ``received`` and
``alike`` know what is there already, ``entering`` which id is next. ``add`` puts it in; ``draft``
only shows what it would be.
"""
