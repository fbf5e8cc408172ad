"""Personal: text goes in, and what it holds of private persons comes out, with place and kind.

``detect`` finds all of it in a text. ``numbers`` knows the numbers that a person bears,
``checksums`` how they are proven, ``names`` the names that stand behind a label or in a title.
What is done about it is decided in ``collection``.
"""

from juesuan.personal.detect import detect
from juesuan.personal.found import LABELS, Found, Kind
from juesuan.personal.names import name_in_title

__all__ = ["LABELS", "Found", "Kind", "detect", "name_in_title"]
