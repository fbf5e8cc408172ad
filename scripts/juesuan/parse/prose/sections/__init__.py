"""The sections of the prose, found by their headings; and what the outline shows to be lost.

``headings`` knows a title by its words (``topics``), its form (``title_lines``) and its number
(``numbering``); ``outline`` parts the text by them, ``notes`` and ``staff`` lift out lines that are
no part of a section. ``gaps``, ``skipped`` and ``leads`` tell which lines or parts are missing.
"""
