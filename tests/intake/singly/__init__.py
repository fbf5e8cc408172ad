"""Tests of tables of which each cell stands on a line of its own."""
