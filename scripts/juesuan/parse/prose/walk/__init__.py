"""From marks to events: what each figure is about, and what it says of it.

``grammar`` walks over the marks; ``bind`` asks of each numeral what introduces it
(``introductions``), what stands apart from it (``apart``, ``aside``), of how many measures it
speaks (``several``) and whether a name is told in other words (``paraphrase``).
"""
