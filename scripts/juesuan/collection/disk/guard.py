"""The one place where a fault of one disclosure is caught, so that it never stops the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from juesuan.errors import JuesuanError, NoteError, PackageError, TermsError

Found = TypeVar("Found")


@contextmanager
def stage(disclosure_id: str, name: str) -> Iterator[None]:
    """Whatever goes wrong inside becomes an error of one disclosure that knows its stage.

    Args:
        disclosure_id: the disclosure.
        name: of the stage: intake, notes, parse, package, check, draw.

    Raises:
        JuesuanError: what was raised inside, with its ``stage``; a fault of the program or of the
            machine as a ``PackageError``. A ``TermsError`` concerns all and has no stage.
    """
    try:
        yield
    except TermsError:
        raise
    except JuesuanError as error:
        error.stage = error.stage or ("notes" if isinstance(error, NoteError) else name)
        raise
    except OSError as error:
        raise _staged(
            f"{disclosure_id}: {error.strerror or error}"
            + (f": {error.filename}" if error.filename else "")
            + ". What to do: check the disk and the rights of the folder; what was published is "
            "as it was.",
            name,
        ) from error
    except Exception as error:
        raise _staged(
            f"{disclosure_id}: the program broke ({type(error).__name__}: {error}). What to do: "
            "report it with the file; other disclosures are not concerned.",
            name,
        ) from error


def _staged(message: str, name: str) -> PackageError:
    error = PackageError(message)
    error.stage = name
    return error


def told(disclosure_id: str, error: JuesuanError) -> str:
    """A failure in one line: disclosure, stage, cause."""
    cause = str(error).removeprefix(f"{disclosure_id}: ")
    return " ".join(f"{disclosure_id}: {error.stage or 'folder'}: {cause}".split())


def apart(
    names: Iterable[str],
    work: Callable[[str], Found],
    failed: Callable[[str], object] | None = None,
) -> list[Found]:
    """Look at one disclosure after the other; one that is damaged never stops the others.

    Args:
        names: ids.
        work: what is done with each.
        failed: called with each on which the work failed, in one line.

    Returns:
        The results of those on which it did not fail.

    Raises:
        JuesuanError: the first failure, if nobody is called.
    """
    found = []
    for name in names:
        try:
            with stage(name, "package"):
                found.append(work(name))
        except TermsError:
            raise
        except JuesuanError as error:
            if failed is None:
                raise
            failed(told(name, error))
    return found
