"""What a maintainer is told of one conversion, in words.

In come packages, or rows of them; out come sentences, and nothing is changed. ``before`` keeps the
package that stood there, ``changes`` tells which published values differ from it; ``marked`` names
cells that are unreadable, ``doubted`` tables that may be misread; ``report`` puts all of it
together. ``differences`` says where two packages that should be the same are not.
"""
