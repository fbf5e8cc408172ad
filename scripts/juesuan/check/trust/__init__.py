"""Whether a check that fails speaks of the document or of our reading of it.

``doubt`` looks at a whole table, most of whose proofs fail at once; ``misread`` at a figure that
was recognised in a picture; ``suspect`` at what nothing confirms. What is doubted raises no alarm.
"""
