"""Topics: the same measures of all disclosures side by side, in tables and pictures.

``topics`` has the pages; ``bars``, ``pairs`` and ``strips`` are pictures, ``classes``, ``spent``
and ``purposes`` tell what was spent for what, ``people`` what it came to per person, ``why`` the
departments' own reasons.
"""
