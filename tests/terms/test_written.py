"""Files that people write, by their models."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

import pytest
from pydantic import Field

from juesuan.errors import NoteError
from juesuan.terms.problems import Checks
from juesuan.terms.written import Expected, Many, Model, Regex, Text, keys, model_at, written


class Inner(Model):
    name: Text
    of: Literal["a", "b"] = "a"
    on: datetime.date | None = None


class File(Model):
    entry: Many[Inner] = ()
    table: Inner | None = None
    pattern: Regex = ""
    pairs: dict[str, Many[str]] = Field({})
    several: Many[str] = Field((), alias="is")
    number: Annotated[int, Field(ge=0), Expected("a whole number from 0")] = 0
    whether: bool = False


def told(text: str) -> str:
    with pytest.raises(NoteError) as caught:
        written(text, File, "f.toml", NoteError)
    return str(caught.value)


def test_what_is_right_is_read() -> None:
    text = 'is = ["x"]\n[[entry]]\nname = "n"\non = 2024-01-02\n[pairs]\na = ["b"]\n'
    content = written(text, File, "f.toml", NoteError).content
    assert content.several == ("x",)
    assert content.entry == (Inner(name="n", on=datetime.date(2024, 1, 2)),)
    assert content.pairs == {"a": ("b",)}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("number = 1.0", "f.toml:1: found number = 1.0; expected a whole number from 0."),
        ("number = true", "f.toml:1: found number = True; expected a whole number from 0."),
        ("\nnumber = -1", "f.toml:2: found number = -1; expected a whole number from 0."),
        ("whether = 1", "found whether = 1; expected true or false."),
        ('is = "x"', "found is = 'x'; expected a list in square brackets."),
        ("is = [\n'x',\n1]", "f.toml:3: found is 2 = 1; expected a text in quotes."),
        ("several = ['x']", "the key 'several'; expected one of entry, table, pattern, pairs, is, "),
        ("entry = 1", "found entry = 1; expected [[entry]], once for each entry."),
        ("[entry]\nname = 'x'", "expected [[entry]], once for each entry."),
        ("[[table]]\nname = 'x'", "expected a table [table]."),
        ("pairs = 1", "found pairs = 1; expected a table."),
        ("pairs.x = 1", "found pairs.x = 1; expected a list in square brackets."),
        ("pattern = '(a'", "found pattern = '(a'; expected a regular expression (missing ), "),
        ("[[entry]]", "f.toml:1: found that entry 1 has the keys (none); expected also name."),
        ("[[entry]]\nname = ''", "expected a text in quotes that is not empty."),
        ("[[entry]]\nname = 'x'\nof = 'c'", "entry 1 (x).of = 'c'; expected one of 'a' or 'b'."),
        ("[[entry]]\nname = 'x'\non = '2024-01-01'", "expected a date such as 2024-09-20"),
        ("[[entry]]\nname = 'x'\non = 2024-01-01T00:00:00", "entry 1 (x).on = 2024-01-01T00:00"),
        ("[table]\nnane = 'x'", "f.toml:2: found the key 'table.nane'; expected one of name, of"),
        ("[table]\nnane = 'x'", "What to do: write 'name' if that was meant."),
        ("zzz = 1", "What to do: remove it."),
        ("a = 1\na = 2", "f.toml:2: Cannot overwrite a value"),
        ("a = 1" + "0" * 5000, "Expected a TOML file"),
        ("number = -1\nis = 0x1" + "0" * 9000, "is = a number of many digits; expected a list"),
        ("a = " + "[" * 9000, "Expected a TOML file"),
        ("a = " + "[" * 90 + "]" * 90, "the key 'a'"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told(text: str, message: str) -> None:
    assert message in told(text)


def test_all_is_told_at_once() -> None:
    lines = told("zzz = 1\nnumber = ''\n[[entry]]\n[[entry]]\nname = 1\n").splitlines()
    assert [line.split(":")[1] for line in lines] == ["1", "2", "3", "5"]


def test_a_check_of_values_among_one_another() -> None:
    file = written("\nnumber = 3\n", File, "f.toml", NoteError)

    def odd(content: File, checks: Checks) -> None:
        if content.number % 2:
            checks.add(("number",), "an even number")

    with pytest.raises(NoteError, match=r"^f.toml:2: found number = 3; expected an even number\."):
        file.checked(odd)
    assert file.checked(lambda content, checks: None) is file.content


def test_keys_of_a_model() -> None:
    assert model_at(File, ("entry", 3)) is Inner
    assert model_at(File, ("table",)) is Inner
    assert keys(File, ("table",)) == ["name", "of", "on"]
    assert keys(File, ())[4] == "is"


def test_what_is_read_does_not_change() -> None:
    content = written("number = 1", File, "f.toml", NoteError).content
    with pytest.raises(ValueError, match="frozen"):
        content.number = 2  # type: ignore[misc]
