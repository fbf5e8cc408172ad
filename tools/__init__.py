"""Tools of maintainers: what is generated from definitions, and what is measured of the code."""
