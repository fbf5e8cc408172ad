"""The models of notes say what each key may hold."""

from __future__ import annotations

import datetime

import pydantic
import pytest

from juesuan.package.noted import NotesFile


def test_a_file_without_keys_says_nothing() -> None:
    assert NotesFile.model_validate({}).model_dump(exclude_defaults=True) == {}


def test_each_key_is_taken_as_it_is_written() -> None:
    day = datetime.date(2024, 9, 20)
    told = {
        "url": "https://www.example.org:80/a@b?c",
        "published": day,
        "year": 2023,
        "scope": "本级",
    }
    assert NotesFile.model_validate(told).model_dump(exclude_defaults=True) == told


@pytest.mark.parametrize(
    "told",
    [
        {"year": "2023"},
        {"year": 1800},
        {"scope": "全部"},
        {"pages": "9"},
        {"other": 1},
        {"url": "x"},
        {"url": "https://name:secret@www.example.org/"},
    ],
)
def test_what_no_key_may_hold(told: dict[str, object]) -> None:
    with pytest.raises(pydantic.ValidationError):
        NotesFile.model_validate(told)
