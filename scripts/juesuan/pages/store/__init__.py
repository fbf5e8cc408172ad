"""All packages as tables in a database, and what pages ask of them.

``database`` keeps the tables, ``questions`` are asked of one resource; ``store`` answers what pages
need. ``spending``, ``portfolio`` and ``losses`` put answers together, ``between`` and ``told`` hold
what is found between disclosures, ``memory`` keeps what was made of single ones.
"""
