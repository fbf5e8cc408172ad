"""A package as rules may ask it: what is absent, unread or illegible is refused, never guessed.

``book`` answers from the rows and the text of one disclosure; ``subject`` is what a rule is applied
to; ``undefined`` says what a rule asks for that no definition has.
"""
