"""Property tests of parsing have no deadline: a first example compiles the words of documents."""

from hypothesis import settings

settings.register_profile("parse", deadline=None)
settings.load_profile("parse")
