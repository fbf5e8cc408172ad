"""From events to rows: ``record`` writes them, ``rows`` names them.

``compared`` says with which year a section compares, ``expected`` which amounts were led up to and
never told, ``codes`` adds the codes of the classifications by name.
"""
