"""A fault in any definition is told with its file, its line, its key, and what was expected."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

import pytest

from juesuan import terms
from juesuan.errors import TermsError
from juesuan.terms.dictionary import DictionaryFile
from juesuan.terms.english import EnglishFile
from juesuan.terms.load import DATA
from juesuan.terms.phrases import PhrasesFile
from juesuan.terms.places import Template
from juesuan.terms.plain import PlainFile
from juesuan.terms.resources import ResourcesFile
from juesuan.terms.search import SearchFile
from juesuan.terms.sections import SectionsFile
from juesuan.terms.tables import TablesFile
from juesuan.terms.taxonomy import MeasuresFile, UnitsFile
from juesuan.terms.written import model_at
from tests.mutations import Fault, misspelt, removed, retyped
from tests.terms.conftest import Changed, text_of

TOML: dict[str, tuple[Callable[..., Any], type[Any]]] = {
    "dictionary.toml": (partial(terms.about_resource, "figures"), DictionaryFile),
    "english.toml": (partial(terms.rule_in_english, "N01"), EnglishFile),
    "measures.toml": (terms.measures, MeasuresFile),
    "phrases.toml": (terms.relations, PhrasesFile),
    "plain.toml": (partial(terms.rule_in_plain, "N01"), PlainFile),
    "resources.toml": (terms.resource_schemas, ResourcesFile),
    "search.toml": (terms.aliases, SearchFile),
    "sections.toml": (terms.sections, SectionsFile),
    "tables.toml": (terms.statutory_tables, TablesFile),
    "units.toml": (terms.units, UnitsFile),
    "whole.toml": (terms.whole_schemas, ResourcesFile),
    **{
        f"regions/{path.name}": (terms.templates, Template)
        for path in (DATA / "regions").glob("*.toml")
    },
}
"""Each file, what reads it, and its model."""

_AGAIN = sorted(name for name in TOML if name.startswith("regions/"))[1:]
FAULTY = [
    pytest.param(name, marks=pytest.mark.slow) if name in _AGAIN else pytest.param(name)
    for name in TOML
]
"""The files to put faults into; of those that one model reads, the first is among the quick tests."""

_FREE = {("dictionary.toml",), ("english.toml",), ("plain.toml",)}
"""Files whose keys are the names of others: they require none."""

NO_FAULT = {("table",)}
"""Keys that break the file as TOML; besides them names of resources, of which another is new."""

CSV: dict[str, Callable[..., Any]] = {
    "economic.csv": partial(terms.classification, "economic", None),
    "economic_government.csv": partial(terms.classification, "economic_government", None),
    "functional.csv": partial(terms.classification, "functional", None),
    "functional_former.csv": terms.former_classes,
    "regions.csv": terms.regions,
}


def test_every_definition_is_tried() -> None:
    files = {path.relative_to(DATA).as_posix() for path in DATA.rglob("*.*") if path.is_file()}
    words = {name for name in files if name.startswith("words/")}
    others = {"forms.toml", "datapackage-v2.schema.json"}
    assert files - words - others == {*TOML, *CSV}


def refused(changed: Changed, name: str, faults: Iterable[Fault]) -> Iterator[tuple[Fault, str]]:
    """Each fault and what was said of it."""
    count = 0
    for fault in faults:
        count += 1
        with pytest.raises(TermsError) as caught:
            TOML[name][0](changed(name, fault.text))
            pytest.fail(f"{name}: {fault.path} was read")
        told = str(caught.value)
        assert told.startswith(f"{name}:"), (fault.path, told)
        assert "expected " in told.lower()
        assert "What to do: " in told
        yield fault, told
    assert count > 1


@pytest.mark.slow
@pytest.mark.parametrize("name", FAULTY)
def test_each_key_is_misspelt_once(changed: Changed, name: str) -> None:
    text = text_of(name)
    faults = [
        fault
        for fault in misspelt(text, every="resource")
        if fault.path not in NO_FAULT and fault.path[:-1] != ("resource",)
    ]
    for fault, told in refused(changed, name, faults):
        assert fault.key in told, fault.path
        assert f"{name}:{fault.line}: " in told, (fault.path, fault.line, told)


@pytest.mark.slow
@pytest.mark.parametrize("name", FAULTY)
def test_each_value_has_another_type_once(changed: Changed, name: str) -> None:
    for fault, told in refused(changed, name, retyped(text_of(name), every="resource")):
        assert re.search(rf"^{name}:{fault.line}: found .*{fault.key}\"? = ", told, re.MULTILINE)


@pytest.mark.slow
@pytest.mark.parametrize("name", [one for one in FAULTY if one.values not in _FREE])
def test_each_required_key_is_lacking_once(changed: Changed, name: str) -> None:
    def required(fault: Fault) -> bool:
        model = model_at(TOML[name][1], fault.path[:-1])
        fields = getattr(model, "model_fields", {}).items()
        return any(field.is_required() for key, field in fields if fault.key in (key, field.alias))

    faults = filter(required, removed(text_of(name), every="resource"))
    for fault, told in refused(changed, name, faults):
        line, lacking = re.findall(rf"^{name}:(\d+): found that .*; expected also (.*)\. W", told)[
            0
        ]
        assert fault.key in lacking.split(", ")
        assert int(line) >= 1


@pytest.mark.parametrize("name", CSV)
def test_a_table_without_one_of_its_columns(changed: Changed, name: str) -> None:
    head, rest = text_of(name).split("\n", 1)
    for column in head.split(","):
        text = head.replace(column, column[0] + column, 1) + "\n" + rest
        with pytest.raises(
            TermsError, match=rf"^{name}:1: found the columns .*; expected {head[:4]}"
        ):
            CSV[name](folder=changed(name, text))


@pytest.mark.slow
@pytest.mark.parametrize("name", CSV)
@pytest.mark.parametrize("cell", ["20l", ""])
def test_a_cell_that_is_none(changed: Changed, name: str, cell: str) -> None:
    """Letters stand where digits should, nothing where something should."""
    lines = text_of(name).splitlines()
    columns, cells = lines[0].split(","), lines[3].split(",")
    for number, column in enumerate(columns):
        if (cell and column == "name") or (not cell and column in ("to_year", "parent")):
            continue
        wrong = ",".join([*cells[:number], cell, *cells[number + 1 :]])
        folder = changed(name, "\n".join([*lines[:3], wrong, *lines[4:]]))
        with pytest.raises(TermsError, match=rf"^{name}:4: found row 3.*\.{column} = '{cell}'; "):
            CSV[name](folder=folder)


def test_a_row_of_another_length(changed: Changed) -> None:
    text = text_of("economic.csv").replace(",2021,,", ",2021,", 1)
    with pytest.raises(
        TermsError, match=r"^economic.csv:2: found 5 cells; expected 6, as in line 1"
    ):
        terms.classification("economic", None, changed("economic.csv", text))


def test_no_toml_and_no_text(changed: Changed) -> None:
    with pytest.raises(TermsError, match=r"^units.toml:2: .*line 2.* Expected a TOML file"):
        terms.units(changed("units.toml", "[[unit]]\nname = \n"))
    folder = changed("units.toml", "")
    (folder / "units.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(TermsError, match=r"^units.toml: .*save it as UTF-8"):
        terms.units(folder)
    (folder / "search.toml").unlink()
    with pytest.raises(TermsError, match=r"^search.toml: .*restore the file"):
        terms.aliases(folder)


def test_many_faults_are_told_at_once_but_not_all(changed: Changed) -> None:
    text = text_of("units.toml").replace("kind = ", "kin = ")
    with pytest.raises(TermsError) as caught:
        terms.units(changed("units.toml", text))
    told = str(caught.value).splitlines()
    assert len(told) == 11
    assert told[-1] == f"units.toml: and {2 * text.count('kin = ') - 10} more."
    lines = [int(line.split(":")[1]) for line in told[:-1]]
    assert lines == sorted(lines)


def test_the_definitions_of_another_folder(changed: Changed) -> None:
    folder = changed("units.toml", '[[unit]]\nname = "里"\nkind = "count"\n')
    assert [unit.name for unit in terms.units(folder)] == ["里"]
    assert len(terms.units()) > 10
    with pytest.raises(TermsError, match=r"a unit of units.toml"):
        terms.measures(folder)
