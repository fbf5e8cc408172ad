"""What a maintainer writes, and what is said where it is wrong."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from juesuan import collection, package
from juesuan.errors import NoteError
from juesuan.package.noted import NotesFile
from juesuan.package.notes import notes_of_text
from juesuan.terms.written import model_at
from tests.made import disclosure
from tests.mutations import misspelt, removed, retyped

FULL = """\
# A disclosure with all that can be noted.
url = "https://example.org/决算.html"
published = 2024-09-20
obtained = 2026-11-20
added = 2026-11-21
pages = "15-28"
region_code = "650100"

[[correction]]
on = 2026-11-22
what = "改正一个数"

[[mask]]
characters = 2
places = 3
received_sha256 = "0f"
reason = "普通个人的姓名"
by = "甲"
on = 2026-11-23

[limits]
unread = 0
cut_forms = 1

[[pin]]
rule = "N27"
subject = "all"
left = "1.00"
right = "2.00"
note = "原文如此"
by = "甲"
on = 2026-11-24

[[unit]]
table = "table6"
printed = "万元"
unit = "千元"
by = "某人"
on = 2026-11-20

[[unreadable]]
resource = "indicators"
row = "p03/6"
field = "level3"
printed = "有放大"
by = "甲"
on = 2026-11-25
"""


def noted(tmp_path: Path, text: str) -> package.Notes:
    folder = tmp_path / "made-up-2024"
    folder.mkdir(exist_ok=True)
    (folder / "disclosure.toml").write_text(text, encoding="utf-8")
    return package.read_notes(folder)


def told(tmp_path: Path, text: str) -> str:
    with pytest.raises(NoteError) as caught:
        noted(tmp_path, text)
    assert str(caught.value).startswith("made-up-2024/disclosure.toml")
    assert "What to do: " in str(caught.value)
    return str(caught.value)


def test_full_notes(tmp_path: Path) -> None:
    notes = noted(tmp_path, FULL)
    assert (notes.url, notes.region_code) == ("https://example.org/决算.html", "650100")
    assert (notes.published, notes.added) == ("2024-09-20", "2026-11-21")
    assert (notes.unread_limit, notes.cut_forms) == (0, 1)
    assert notes.pages == (15, 28)
    assert notes.corrections == ({"on": "2026-11-22", "what": "改正一个数"},)
    assert (notes.masks[0]["characters"], notes.masks[0]["on"]) == ("2", "2026-11-23")
    assert (notes.pins[0]["left"], notes.pins[0]["on"]) == ("1.00", "2026-11-24")
    assert notes.unreadable[0]["row"] == "p03/6"
    assert (notes.units[0]["table"], notes.units[0]["unit"]) == ("table6", "千元")


CONTROLS = ["\\u0007", "\\u001b[31m", "\\u0085", "\\u202e", "\\u2066", "\\n", "\\u2028"]
"""Characters that nobody sees, as TOML escapes them."""


@pytest.mark.parametrize("control", CONTROLS)
@pytest.mark.parametrize(
    "line",
    [
        '"X" = 1',
        '[limits]\n"X" = 1',
        '[[pin]]\nrule = "X"',
        '[[pin]]\nrule = "X"\nby = 3',
    ],
)
def test_what_nobody_sees_is_not_repeated(tmp_path: Path, line: str, control: str) -> None:
    message = told(tmp_path, line.replace("X", control))
    for one in message.split("\n"):
        assert one.startswith("made-up-2024/disclosure.toml:"), message
        assert one.isprintable()


def test_an_address_with_a_backslash_leads_elsewhere(tmp_path: Path) -> None:
    assert "expected an address" in told(tmp_path, "url = 'https://example.org\\@x.cn'")


def test_a_file_that_begins_with_a_mark_of_its_encoding(tmp_path: Path) -> None:
    assert noted(tmp_path, "\ufeff" + FULL) == noted(tmp_path, FULL)


def test_no_notes(tmp_path: Path) -> None:
    assert package.read_notes(tmp_path) == noted(tmp_path, "") == package.Notes()


def test_each_key_is_misspelt_once(tmp_path: Path) -> None:
    faults = list(misspelt(FULL))
    assert len(faults) == 6 + 3 + 7 + 3 + 8 + 7 + 6
    for fault in faults:
        message = told(tmp_path, fault.text)
        assert f"disclosure.toml:{fault.line}: found the key " in message, fault.path
        assert fault.key in message


def test_each_value_has_another_type_once(tmp_path: Path) -> None:
    for fault in retyped(FULL):
        message = told(tmp_path, fault.text)
        assert re.search(
            rf"disclosure.toml:{fault.line}: found .*{fault.key} = .*; expected", message
        )


def test_each_required_key_is_lacking_once(tmp_path: Path) -> None:
    lacking = []
    for fault in removed(FULL):
        fields = model_at(NotesFile, fault.path[:-1]).model_fields
        if fields[fault.key].is_required():
            lacking.append(fault.key)
            message = told(tmp_path, fault.text)
            assert f"; expected also {fault.key}. What to do: add what lacks." in message
        else:
            noted(tmp_path, fault.text)
    assert len(lacking) == 2 + 4 + 7 + 5 + 6


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('pages = "28-15"', "expected a last page behind the first one"),
        ('pages = "0-5"', "pages = '0-5'; expected the first and the last page"),
        ("pages = 15", "pages = 15; expected the first and the last page"),
        ("limits = 3", "limits = 3; expected a table"),
        ("[limits]\nunraed = 0", "the key 'limits.unraed'; expected one of unread, cut_forms"),
        ("[limits]\nunraed = 0", "What to do: write 'unread' if that was meant"),
        ("[limits]\nunread = true", "unread = True; expected a whole number"),
        ("[limits]\nunread = -1", "limits.unread = -1; expected a whole number from 0"),
        ("[limits]\nunread = 9999999", "expected a whole number from 0 to 1000000"),
        ("[limits]\nunread = 0x1" + "0" * 5000, "unread = a number of many digits; expected a wh"),
        ("[limits]\nunread = 1" + "0" * 5000, "Expected a TOML file"),
        ("[limits]\nunread = nan", "unread = nan; expected a whole number"),
        ("[limits]\nunread = { a = { b = [1] } }", "unread = {'a': {'b': [1]}}; expected a whole"),
        ("a = " + "[" * 9999, "Expected a TOML file"),
        ("url = 3", "url = 3; expected an address"),
        ('url = "javascript:alert(1)"', "expected an address that begins with https"),
        ('url = "https://example.org/\\" onclick=\\"x"', "expected an address that begins with http"),
        ('url = "https://example.org/\\n"', "expected an address that begins with http"),
        ('obtained = "yesterday"', "obtained = 'yesterday'; expected a date"),
        ('published = "2024-09-20"', "expected a date such as 2024-09-20, without quotes"),
        ("published = 2024-09-20T10:00:00", "published = 2024-09-20T10:00:00; expected a date"),
        ("added = 2024-09-20 10:00:00Z", "added = 2024-09-20T10:00:00+00:00; expected a date"),
        ("added = 10:00:00", "added = 10:00:00; expected a date"),
        ("added = 2024-02-30", "Expected a TOML file"),
        ('region_code = "999999"', "expected a code of scripts/juesuan/terms/data/regions.csv"),
        ("[pin]\nrule = 1", "expected [[pin]]"),
        ("[[unit]]\ntable = 'table10'\nprinted = ''\nunit = '元'\nby = 'x'\non = 2026-01-01",
         "expected a statutory table"),
        ("[[unit]]\ntable = 'table1'\nprinted = ''\nunit = '人'\nby = 'x'\non = 2026-01-01",
         "expected a unit of yuan"),
        ("pin = [1]", "pin 1 = 1; expected a table"),
        ("pin = [[]]", "pin 1 = []; expected a table"),
        ("[[pin]]\n[pin.by]\nx = 1", "pin 1.by = {'x': 1}; expected a text in quotes"),
        ("[[pin]]\nrule = 1", "pin 1 has the keys rule; expected also subject, left, right, note"),
        ("[[pin]]\nrule = 'N01'", "pin 1 (N01) has the keys rule"),
        ("[[correction]]\non = 2026-01-01\nwhat = ''", "what = ''; expected a text in quotes that"),
        ("urls = 1", "the key 'urls'"),
        ("a.b.c = 1", "the key 'a'"),
        ("url = ", "disclosure.toml:1: Invalid value"),
        ("\n\nurl = 1\nurl = 2\nx = 1", "disclosure.toml:4: Cannot overwrite a value"),
    ],
)  # fmt: skip
def test_notes_that_are_wrong_are_refused(tmp_path: Path, text: str, found: str) -> None:
    message = told(tmp_path, text)
    assert found in message
    assert all(line.startswith("made-up-2024/disclosure.toml") for line in message.splitlines())


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "disclosure.toml").write_bytes(b"\xff\xfeurl")
    with pytest.raises(NoteError, match=r"Expected a TOML file. What to do: save it as UTF-8"):
        package.read_notes(tmp_path)
    (tmp_path / "disclosure.toml").unlink()
    (tmp_path / "disclosure.toml").mkdir()
    with pytest.raises(NoteError, match="Expected a TOML file"):
        package.read_notes(tmp_path)


def test_a_wrong_note_stops_its_disclosure(repository) -> None:
    root = repository(disclosure(), notes="typo = 1\n")
    with pytest.raises(NoteError, match=r"made-up-2024/disclosure.toml:1: found the key 'typo'"):
        collection.convert(root / "datapackages" / "made-up-2024")


@pytest.mark.slow
def test_a_pin_that_matches_nothing(repository) -> None:
    pin = FULL[FULL.index("[[pin]]") : FULL.index("[[unit]]")].replace("N27", "N01")
    root = repository(disclosure(), notes=pin)
    with pytest.raises(NoteError, match=r"no such failed check\. Of N01 nothing fails"):
        collection.convert(root / "datapackages" / "made-up-2024")


@pytest.mark.slow
def test_a_limit_on_unread_figures(repository) -> None:
    text = disclosure().replace(
        "二、收入决算情况说明\n本年", "二、收入决算情况说明\n另有88.00万元见附表。本年"
    )
    root = repository(text, notes="[limits]\nunread = 0\n")
    with pytest.raises(
        NoteError,
        match=r"found 1 unread figures, first made.txt:\d+: 另有⟦88.00⟧.*; the limit is 0",
    ):
        collection.convert(root / "datapackages" / "made-up-2024")


@pytest.mark.slow
def test_pins(repository) -> None:
    text = disclosure().replace("收入总计110.00万元", "收入总计111.00万元", 1)
    pin = "[[pin]]\nrule='N03'\nsubject='all'\nleft='111.00'\nright='110.00'\nnote='原文如此'\nby='甲'\non=2026-01-01\n"
    root = repository(text, notes=pin)
    folder = root / "datapackages" / "made-up-2024"
    report = collection.convert(folder)
    assert not any(fail.startswith("N03") for fail in report.new_fails)
    row = next(one for one in package.load(folder).rows("checks") if one["rule"] == "N03")
    assert (row["state"], row["pinned"]) == ("fail", "原文如此（甲，2026-01-01）")
    (folder / "disclosure.toml").write_text(pin.replace("110.00", "109.00"), encoding="utf-8")
    with pytest.raises(
        NoteError, match=r"found 111.00 and 110.00; the pin expects 111.00 and 109.00"
    ):
        collection.convert(folder)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("k = 1\n" * 100_000, "more than 500,000 characters"),
        ("a." * 50_000 + "a = 1\n", "more than 12,000 characters in a line"),
    ],
)
def test_notes_that_no_person_wrote(text: str, told: str) -> None:
    with pytest.raises(NoteError, match=rf"a/b.toml: found {told}\."):
        notes_of_text(text, "a/b.toml")
