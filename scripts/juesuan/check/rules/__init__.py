"""The catalogue of rules, one module a part of the disclosure."""
