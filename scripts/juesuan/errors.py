"""Every exception of the project.

JuesuanError                    exit status 2 unless noted
├── SourceError                 a source file cannot be used: says where, what was found, what
│   │                           was expected, and what to do
│   ├── UnreadableSourceError   empty, binary, too large, of an unknown encoding or format
│   │   └── UnrecognisedError   pictures of pages, whose text has to be recognised first
│   ├── NotADisclosureError     readable, but no final-accounts disclosure
│   ├── IncompleteError         a disclosure that was cut off
│   └── ConflictingSourceError  contradicts itself (its year), or is already in the collection
├── TermsError                  a definition file of the project is wrong
├── PackageError                a published package is missing, damaged or invalid
│   └── NoteError               a maintainer's note (pin, limit) that is wrong or matches nothing
├── WebsiteError                the website cannot be built from what is there
├── ClusterError                a cluster is not there, is lost, or runs another program
└── FactError                   a fact cannot be had (never leaves a rule or sentence that asked)
    ├── AbsentFactError         it is not in the package
    └── UnreadableFactError     it was seen but could not be read
"""

from __future__ import annotations


class JuesuanError(Exception):
    """Base of all errors that are reported to a maintainer as one message.

    Attributes:
        stage: of a disclosure's conversion in which it was raised; empty where there is none.
    """

    stage: str = ""


class SourceError(JuesuanError):
    """A source file that cannot be used.

    Args:
        where: file name, with ``:line`` where a line is known.
        found: what was found there.
        expected: what was expected.
        advice: what the maintainer can do.
    """

    def __init__(self, where: str, found: str, expected: str, advice: str) -> None:
        self.where, self.found, self.expected, self.advice = where, found, expected, advice
        super().__init__(f"{where}: found {found}; expected {expected}. What to do: {advice}.")

    def __reduce__(
        self,
    ) -> tuple[type[SourceError], tuple[str, str, str, str], dict[str, object]]:
        """Its class, arguments and stage, so that another process can hand it over."""
        arguments = (self.where, self.found, self.expected, self.advice)
        return type(self), arguments, {"stage": self.stage}


class UnreadableSourceError(SourceError):
    """Empty, binary, too large, or of an unknown encoding or format."""


class UnrecognisedError(UnreadableSourceError):
    """Pictures of pages whose text has to be recognised first; ``where`` is the file's name."""


class NotADisclosureError(SourceError):
    """Readable, but no final-accounts disclosure."""


class IncompleteError(SourceError):
    """A disclosure of which the end or a part of a form is missing."""


class ConflictingSourceError(SourceError):
    """A source that contradicts itself, or that is already in the collection."""


class TermsError(JuesuanError):
    """A definition file of the project is wrong."""


class PackageError(JuesuanError):
    """A published package is missing, damaged or invalid."""


class WebsiteError(JuesuanError):
    """The website cannot be built from what is there."""


class ClusterError(JuesuanError):
    """A cluster is not there, is lost, or runs another program."""


class NoteError(PackageError):
    """A maintainer's note that is wrong or matches nothing."""


class FactError(JuesuanError):
    """A fact that a rule or a sentence asked for cannot be had."""


class AbsentFactError(FactError):
    """A fact that a rule or a sentence asked for is not in the package."""


class UnreadableFactError(FactError):
    """A fact that a rule asked for was seen in the source but could not be read.

    It is no absent one, so that no sum leaves it out.
    """
