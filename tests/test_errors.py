"""Messages of errors: where, what was found, what was expected, what to do."""

from __future__ import annotations

import inspect

import pytest

from juesuan import errors
from juesuan.errors import FactError, JuesuanError, NoteError, SourceError, UnreadableSourceError


def test_a_source_error_says_all_four() -> None:
    error = UnreadableSourceError("a.txt:3", "a hole", "a number", "look again")
    assert str(error) == "a.txt:3: found a hole; expected a number. What to do: look again."
    assert (error.where, error.advice) == ("a.txt:3", "look again")


@pytest.mark.parametrize("name", [name for name in vars(errors) if name.endswith("Error")])
def test_each_error_is_in_the_tree(name: str) -> None:
    assert issubclass(getattr(errors, name), JuesuanError)
    assert name in inspect.getdoc(errors).split()


def test_a_wrong_note_is_a_wrong_package_and_no_wrong_source() -> None:
    assert issubclass(NoteError, errors.PackageError)
    assert not issubclass(NoteError, SourceError | FactError)
