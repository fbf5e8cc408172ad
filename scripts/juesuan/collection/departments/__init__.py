"""Departments, and which of their disclosures there are.

In come the registry and the log; out come departments, and disclosures that belong together.
``registry`` reads and writes the departments, ``whose`` says which one a title means, ``held``
what a collection holds of each, ``kin`` which disclosures speak of one thing, and which are
missing.
"""
