"""What is compared, and how: published figures with their rounding, and whether two can be right.

``cell`` is a figure as rules see it, ``ledger`` finds the prints behind it, ``compare`` says if
both sides can be right, and ``brief`` tells it without arithmetic. Nothing here knows a package.
"""
