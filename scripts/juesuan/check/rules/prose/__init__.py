"""Rules of the figures that sentences print: totals, parts, changes, shares, counts, reasons."""
