"""Statutory tables that are typed into a text, their cells between tabs, bars or blanks."""
