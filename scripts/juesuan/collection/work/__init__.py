"""What is done with every disclosure, shared out and never done twice.

In come the ids of a collection; out comes one result for each. ``build`` converts what has changed
(``cache`` knows which), ``proof`` compares packages with what their sources give, ``findings``
asks the rules, ``anew`` makes a package that is damaged. ``spread`` shares the work between
processes, or asks a ``cluster``, which gets what is ``carried`` to its ``worker``.
"""
