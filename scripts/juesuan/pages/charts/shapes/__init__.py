"""The shapes of charts as specifications: bars, a flow, a scatter, and small ones for sentences.

Zeros and negatives are drawn as what they are. Everything is placed in pixels here: what the fonts
of a machine measure moves nothing.
"""
