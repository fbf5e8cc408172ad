"""What is done to a disclosure that is there, and told in the log.

In come its id and the reason; out comes what was done. ``replace`` puts a newer file in place of
one, ``mask`` takes a text out of it, ``rename`` gives it another id, ``remove`` takes it away.
"""
