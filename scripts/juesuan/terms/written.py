"""Files that a person writes, read by a model: definitions of the project and a maintainer's notes.

A model says which keys a file has and of which kind each value is; that is all that a reader, an
editor (``terms/schemas``) and a message need. The one function is :func:`written`.
"""

from __future__ import annotations

import re
import tomllib
import types
import typing
from collections.abc import Callable, Iterator, Mapping
from typing import Annotated, Any, Generic, TypeVar

import pydantic
from pydantic_core import ErrorDetails, PydanticCustomError, core_schema

from juesuan.errors import JuesuanError
from juesuan.terms.lines import KeyPath, Places
from juesuan.terms.problems import Checks, Problem, named, near, report, shown

T = TypeVar("T")
M = TypeVar("M", bound=pydantic.BaseModel)

Many = Annotated[tuple[T, ...], pydantic.Field(strict=False)]
"""A list in the file; it does not change once it is read."""


class Model(pydantic.BaseModel):
    """A table of a file: no other keys, no value of another kind, nothing changes."""

    model_config = pydantic.ConfigDict(strict=True, extra="forbid", frozen=True, defer_build=True)


class Expected:
    """What a message says that a value should be, where its type alone does not tell."""

    def __init__(self, told: str) -> None:
        self.told = told

    def __get_pydantic_core_schema__(
        self, source: object, handler: pydantic.GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.custom_error_schema(
            handler(source), "expected", custom_error_message=self.told
        )


def _compiled(pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error as error:
        raise PydanticCustomError("pattern", "{told}", {"told": str(error)}) from error
    return pattern


Text = Annotated[
    str, pydantic.StringConstraints(min_length=1), Expected("a text in quotes that is not empty")
]
"""A text that says something."""

Regex = Annotated[str, pydantic.AfterValidator(_compiled)]
"""A regular expression that compiles."""


class Exemplified(Model):
    """An entry whose pattern is proved by texts that it must match, and by near ones."""

    examples: Many[str] = pydantic.Field(
        alias="is", min_length=1, description="Texts that it must match, as documents print them."
    )
    counterexamples: Many[str] = pydantic.Field(
        alias="is_not", min_length=1, description="Near texts that it must not match."
    )


Refusal = Callable[[list[Problem]], None]
"""Raises the error of a file for problems, if there are any."""


class Written(Generic[M]):
    """What was read of a file.

    Args:
        content: the file as its model.
        data: the file as plain tables and lists.
        refuse: raises the error of the file for problems.
    """

    def __init__(self, content: M, data: Mapping[str, Any], refuse: Refusal) -> None:
        self.content, self._data, self._refuse = content, data, refuse

    def checked(self, check: Callable[[M, Checks], None]) -> M:
        """The content, if a check of its values among one another finds no problem.

        Raises:
            JuesuanError: the error of the file, if it finds one.
        """
        checks = Checks(self._data)
        check(self.content, checks)
        self._refuse(checks.problems)
        return self.content


def written(text: str, model: type[M], where: str, error: type[JuesuanError]) -> Written[M]:
    """A TOML file, read by its model.

    Args:
        text: of the file.
        model: what the file should be.
        where: name of the file in messages.
        error: what is raised.

    Raises:
        JuesuanError: the given one, if the text is no TOML or not what the model says; it tells
            all problems (the first ten), each with its line and what to do.
    """

    def refuse(problems: list[Problem]) -> None:
        if problems:
            raise error(report(where, problems, Places(text).line))

    return modelled(_toml(text, where, error), model, refuse)


def modelled(data: Mapping[str, Any], model: type[M], refuse: Refusal) -> Written[M]:
    """Plain tables and lists as their model; what is not as the model says is refused."""
    try:
        content = model.model_validate(data)
    except pydantic.ValidationError as invalid:
        refuse(list(_problems(invalid.errors(include_url=False), data, model)))
        raise
    return Written(content, data, refuse)


def _toml(text: str, where: str, error: type[JuesuanError]) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as broken:
        told = str(broken)
        raise error(
            f"{where}{_line(told, text)}: {told}. "
            "Expected a TOML file. What to do: correct the line."
        ) from broken


def _line(told: str, text: str) -> str:
    """The line that a message of ``tomllib`` tells, as it stands behind the name of a file."""
    if placed := re.search(r"at line (\d+)", told):
        return f":{placed[1]}"
    return f":{len(text.splitlines())}" if "end of document" in told else ""


def _problems(
    errors: list[ErrorDetails], data: Mapping[str, Any], model: type[pydantic.BaseModel]
) -> Iterator[Problem]:
    """The problems that a model found; keys that one table lacks are told together."""
    lacking: dict[KeyPath, list[str]] = {}
    for error in errors:
        if error["type"] == "missing":
            lacking.setdefault(error["loc"][:-1], []).append(str(error["loc"][-1]))
        elif error["type"] == "extra_forbidden":
            yield _extra(error["loc"], data, model)
        else:
            yield _wrong(error, data, model)
    for path, keys in lacking.items():
        yield _missing(path, keys, data)


def _missing(path: KeyPath, keys: list[str], data: Mapping[str, Any]) -> Problem:
    table: Any = data
    for step in path:
        table = table[step]
    place, expected = named(path, data) or "the file", ", ".join(keys)
    has = ", ".join(map(str, table)) if isinstance(table, Mapping) else f"{len(table)} values"
    return Problem(
        path, f"that {place} has the keys {has or '(none)'}", f"also {expected}", "add what lacks"
    )


def _extra(path: KeyPath, data: Mapping[str, Any], model: type[pydantic.BaseModel]) -> Problem:
    known = keys(model, path[:-1])
    advice = near(path[-1], known) or "remove it"
    return Problem(path, f"the key {named(path, data)!r}", f"one of {', '.join(known)}", advice)


_KINDS = {
    "string_type": "a text in quotes",
    "int_type": "a whole number",
    "bool_type": "true or false",
    "date_type": "a date such as 2024-09-20, without quotes",
    "tuple_type": "a list in square brackets",
    "list_type": "a list in square brackets",
    "dict_type": "a table",
    "model_type": "a table",
    "literal_error": "one of {expected}",
    "pattern": "a regular expression ({told})",
    "too_short": "a list of at least {min_length}",
    "too_long": "a list of at most {max_length}",
}
"""What is expected, by the type of pydantic's error; its context fills the gaps."""


def _wrong(
    error: ErrorDetails, data: Mapping[str, Any], model: type[pydantic.BaseModel]
) -> Problem:
    path, key = error["loc"], error["loc"][-1]
    expected = _KINDS.get(error["type"], error["msg"]).format_map(error.get("ctx") or {})
    if error["type"] == "tuple_type" and _is_model(model_at(model, (*path, 0))):
        expected = f"[[{key}]], once for each entry"
    elif error["type"] == "model_type" and isinstance(key, str):
        expected = f"a table [{key}]"
    return Problem(path, f"{named(path, data)} = {shown(error['input'])}", expected)


def keys(model: type[pydantic.BaseModel], path: KeyPath, needed: bool = False) -> list[str]:
    """The keys that a model has at a path, in the order of its fields.

    Args:
        model: what is asked.
        path: where in it.
        needed: only those that must be there.
    """
    fields = model_at(model, path).model_fields.items()
    return [field.alias or name for name, field in fields if field.is_required() or not needed]


def model_at(model: Any, path: KeyPath) -> Any:
    """What a model says of the value at a path: a type, mostly another model."""
    for step in path:
        model = _below(model, step)
    return _plain(model)


def _below(kind: Any, step: str | int) -> Any:
    kind = _plain(kind)
    if not _is_model(kind):
        listed = typing.get_args(kind)
        return listed[0] if isinstance(step, int) else listed[-1]
    if issubclass(kind, pydantic.RootModel):
        return _below(kind.model_fields["root"].annotation, step)
    fields = kind.model_fields.items()
    return next(field.annotation for name, field in fields if step in (name, field.alias))


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, pydantic.BaseModel)


def _plain(kind: Any) -> Any:
    """A type without its constraints, and without that it may be None."""
    while typing.get_origin(kind) in (Annotated, typing.Union, types.UnionType):
        kind = typing.get_args(kind)[0]
    return kind
