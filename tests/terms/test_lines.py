"""Where the keys of a TOML text stand."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan.terms.lines import KeyPath, Places
from juesuan.terms.load import DATA

TEXT = '''\
# first = 1
title = "a # b"
owner.name = 'x' # no = 1
"odd key" = [
  1, # two
  [2, """three
  ] """],
]

[table.inner]
point = { x = 1, y = { z = "}" } }

[[list]]
name = \'\'\'
[not] = 1
\'\'\'
[[list]]
[list.below]
deep = 1
[[list.more]]
a = 1
[[list.more]]
a = 2979-05-27 07:32:00
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 2),
        (("owner",), 3),
        (("owner", "name"), 3),
        (("odd key",), 4),
        (("odd key", 0), 5),
        (("odd key", 1), 6),
        (("odd key", 1, 1), 6),
        (("table", "inner"), 10),
        (("table", "inner", "point", "y", "z"), 11),
        (("list", 0), 13),
        (("list", 0, "name"), 14),
        (("list", 1), 17),
        (("list", 1, "below", "deep"), 19),
        (("list", 1, "more", 0, "a"), 21),
        (("list", 1, "more", 1, "a"), 23),
        (("list", 1, "lacking"), 17),
        (("list", 1, "below", "lacking"), 18),
        (("lacking",), 1),
        ((), 1),
    ],
)
def test_the_line_of_a_key_or_of_what_is_around_it(path: KeyPath, line: int) -> None:
    assert Places(TEXT).line(path) == line


def test_a_span_holds_the_key_and_its_value() -> None:
    spans = Places(TEXT).spans
    start, end = spans["table", "inner", "point"]
    assert TEXT[start:end] == 'point = { x = 1, y = { z = "}" } }'
    start, end = spans["odd key", 1]
    assert TEXT[start:end] == '[2, """three\n  ] """]'
    start, end = spans["list", 1, "more", 1, "a"]
    assert TEXT[start:end] == "a = 2979-05-27 07:32:00"


def paths_of(value: Any, path: KeyPath = ()) -> Iterator[KeyPath]:
    if path:
        yield path
    if isinstance(value, dict | list):
        below = value.items() if isinstance(value, dict) else enumerate(value)
        for step, inner in below:
            yield from paths_of(inner, (*path, step))


@pytest.mark.parametrize("path", sorted(DATA.rglob("*.toml")), ids=lambda path: path.name)
def test_every_value_of_the_definitions_has_its_place(path: Any) -> None:
    text = path.read_text(encoding="utf-8")
    assert set(paths_of(tomllib.loads(text))) == set(Places(text).spans)


_KEYS = st.one_of(
    st.from_regex(r"[A-Za-z0-9_-]{1,8}", fullmatch=True),
    st.sampled_from(['"a.b"', "'c d'", '"e\\"f"', '"年"', '""']),
)
_VALUES = st.recursive(
    st.sampled_from(
        ["1", "-1.5", "true", "1979-05-27", '"a"', "'[x]'", '"\\"}"', '"""a\n"b" ]"""', "'''\n{'''"]
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda some: "[" + ",\n # ] \n".join(some) + "]"),
        st.dictionaries(_KEYS, inner, max_size=3).map(
            lambda some: "{ " + ", ".join(f"{key} = {value}" for key, value in some.items()) + " }"
        ),
    ),
    max_leaves=6,
)


@given(
    st.lists(
        st.tuples(
            st.lists(_KEYS, min_size=1, max_size=3), st.booleans(), st.dictionaries(_KEYS, _VALUES)
        ),
        max_size=5,
    )
)
@pytest.mark.slow
def test_whatever_tomllib_reads_has_its_places(
    tables: list[tuple[list[str], bool, dict[str, str]]],
) -> None:
    parts = []
    for keys, several, pairs in tables:
        header = ".".join(keys)
        parts.append(f"[[ {header} ]]  # x\n" if several else f"[{header}]\n")
        parts += [f"{key}  =  {value}\n" for key, value in pairs.items()]
    text = "\n".join(parts)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    assert set(paths_of(data)) == set(Places(text).spans)
