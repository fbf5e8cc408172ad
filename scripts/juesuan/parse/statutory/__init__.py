"""The nine statutory tables (九张表): found by title, bound by heading, made resources."""

from juesuan.parse.statutory.read import read_statutory

__all__ = ["read_statutory"]
