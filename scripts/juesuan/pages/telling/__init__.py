"""How the site says things: its words, its terms in plain words, findings in a sentence."""
