"""The catalogue of rules: a room for each kind of print, in it a module for each part of it."""
