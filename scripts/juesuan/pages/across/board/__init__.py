"""What adds up and what does not, over all: contradictions, rules and what holds.

``findings`` shows a contradiction with what is printed, where its amounts stand
otherwise (``elsewhere``) and a letter about it (``letters``); ``board`` puts them in order.
``results``, ``sides`` and ``families`` tell of rules, ``between`` of findings between disclosures.
"""
