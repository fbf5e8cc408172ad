"""How fast, how it grows, what it weighs: prints figures, asserts nothing.

Copies of the five disclosures are built in temporary folders; each measured step runs in a process of its own.
Seconds are of the processor, those of processes it starts included; the peak is that of the largest process.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import math
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from juesuan import collection
from juesuan.collection.departments.registry import read_registry, write_registry
from juesuan.errors import NotADisclosureError
from juesuan.pages import addresses
from juesuan.pages.addresses import SHARED
from juesuan.pages.machines.search import cutting
from tests.conftest import IDS

ROOT = Path(__file__).resolve().parent.parent


def measure(base: Path, *command: str) -> dict[str, float]:
    """Wall seconds, CPU seconds and peak megabytes of a command, in a fresh process that starts it."""
    code = (
        "import json, resource, subprocess, sys, time; t = time.time(); subprocess.run(sys.argv[1:], check=True);"
        "u = resource.getrusage(resource.RUSAGE_CHILDREN);"
        "print(json.dumps({'wall': time.time() - t, 'cpu': u.ru_utime + u.ru_stime, 'mb': u.ru_maxrss / 1024}))"
    )
    kept = {name: told for name, told in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = {  # as the Makefile has it: modules are compiled once and not by each process
        **kept,
        "PYTHONPATH": str(ROOT / "scripts"),
        "SOURCE_DATE_EPOCH": "0",
    }
    done = subprocess.run(
        [sys.executable, "-c", code, *command],
        cwd=base,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        sys.exit(f"{' '.join(command)}: ended with a fault:\n{done.stderr.strip()}")
    return json.loads(done.stdout.splitlines()[-1])


NAMES = {
    "changji-government-office": ("昌吉回族自治州人民政府办公室", "昌吉回族自治州{}人民政府办公室"),
    "urumqi-government-office": ("乌鲁木齐市人民政府办公室", "乌鲁木齐市{}人民政府办公室"),
    "urumqi-government-services": ("乌鲁木齐市政务服务管理局", "乌鲁木齐市{}政务服务管理局"),
    "urumqi-human-resources": (
        "乌鲁木齐市人力资源和社会保障局",
        "乌鲁木齐市{}人力资源和社会保障局",
    ),
    "urumqi-party-committee": ("中共乌鲁木齐市委", "中共乌鲁木齐市委{}工作委员会"),
}
"""Departments of the five: the name that their sources print, and that of a copy."""

STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"


def mark(copy: int) -> str:
    """Two characters that no other copy has; they are no number.

    >>> mark(1), mark(13)
    ('甲丑', '乙丑')
    """
    return STEMS[copy // len(BRANCHES)] + BRANCHES[copy % len(BRANCHES)]


def copies(base: Path, number: int, begin: int = 0) -> int:
    """Lay out so many copies of the five disclosures, from the one at a number; the bytes of their sources.

    Each copy is of a department of its own: in its source, its notes and the registry.
    """
    size = 0
    for i in range(begin, begin + number):
        size += _copy(base, IDS[i % len(IDS)], i // len(IDS))
    if not begin:
        shutil.copytree(ROOT / "docs", base / "docs")
        shutil.copy(ROOT / "mkdocs.yml", base)
    return size


def _copy(base: Path, disclosure_id: str, copy: int) -> int:
    folder, department, year = (
        ROOT / "datapackages" / disclosure_id,
        disclosure_id[:-5],
        disclosure_id[-5:],
    )
    name, pattern = NAMES[department]
    own, called = (
        (f"{department}-copy{copy}", pattern.format(mark(copy))) if copy else (department, name)
    )
    target = base / "datapackages" / f"{own}{year}"
    (target / "source").mkdir(parents=True)
    for path in (*(folder / "source").iterdir(), folder / "disclosure.toml"):
        text = path.read_text(encoding="utf-8").replace(name, called)
        place = target if path.parent == folder else target / "source"
        (place / path.name.replace(disclosure_id, target.name)).write_text(
            text, encoding="utf-8", newline=""
        )
    _register(base, department, own, called)
    return sum(path.stat().st_size for path in (target / "source").iterdir())


def _register(base: Path, department: str, own: str, called: str) -> None:
    """Write a department into the registry of the copies, as the one that it is a copy of."""
    rows = {row.department_id: row for row in read_registry(ROOT)}
    row = rows[department].model_copy(update={"department_id": own, "name": called})
    if own != department:
        row = row.model_copy(update={"short_names": ""})
    write_registry(base, [*read_registry(base), row])


STEPS = ("whole", "one more", "one word", "nothing")
"""What is measured of `juesuan site`: from nothing, with one more disclosure, after one word of
docs/about.md was changed, after nothing was."""

SIZES = (5, 100, 500)
"""Disclosures that are measured, up to the number that is asked for, and that number."""


def sizes(most: int) -> list[int]:
    """The numbers of disclosures that are measured.

    >>> sizes(100), sizes(300)
    ([5, 100], [5, 100, 300])
    """
    return sorted({*(one for one in SIZES if one < most), most})


Row = dict[str, float]


def bench(number: int) -> Row:
    """Print the figures of one size; seconds, megabytes, bytes and files by what they are."""
    with tempfile.TemporaryDirectory() as name:
        base = Path(name)
        size = copies(base, number)
        print(
            f"\n{number} disclosures, {size / 1024:.0f} KB of sources (begun {time.strftime('%H:%M:%S')})"
        )
        row: Row = {}
        for step in STEPS:
            if step == "one more":
                copies(base, 1, begin=number)
            if step == "one word":
                page = base / "docs" / "about.md"
                page.write_text(page.read_text(encoding="utf-8") + "\n一字。\n", encoding="utf-8")
            found = measure(base, sys.executable, "-m", "juesuan", "-q", "site")
            row |= {f"{step}, s CPU": found["cpu"], f"{step}, MB peak": found["mb"]}
            print(
                f"  {step:10} {found['cpu']:8.2f} s CPU, {found['wall']:.2f} s, {found['mb']:.0f} MB peak "
                f"(at {time.strftime('%H:%M:%S')})"
            )
        row |= {"each, s CPU": row["whole, s CPU"] / number}
        print(f"  each       {row['each, s CPU']:8.2f} s CPU")
        return row | weights(base / "site", number + 1) | searched(base / "site")


def weights(site: Path, number: int) -> Row:
    """Print what the website weighs, by kind: of all disclosures, and a disclosure; originals in PDF apart."""
    kinds: dict[str, list[int]] = {}
    for path in site.rglob("*"):
        if path.is_file():
            below = path.relative_to(site).parts
            shared = below[0] != "d" or below[1] in SHARED
            original = not shared and "files" in below
            kind = f"{'original ' if original else ''}{path.suffix.lstrip('.')}"
            entry = kinds.setdefault(f"{'over all' if shared else 'disclosures'}, {kind}", [0, 0])
            entry[0] += path.stat().st_size
            entry[1] += 1
    for kind, (size, files) in sorted(kinds.items()):
        each = f", {size / number / 1024:.1f} KB and {files / number:.1f} files a disclosure"
        print(f"  {kind:24} {size / 1e6:9.2f} MB in {files} files{each if kind[0] == 'd' else ''}")
    own = [
        entry
        for kind, entry in kinds.items()
        if kind[0] == "d" and not kind.endswith("original pdf")
    ]
    size, files = (sum(entry[i] for entry in kinds.values()) for i in (0, 1))
    own_size, own_files = (sum(entry[i] for entry in own) / number for i in (0, 1))
    print(f"  site                     {size / 1e6:9.2f} MB in {files} files; of a disclosure "
          f"{own_size / 1024:.0f} KB in {own_files:.1f} files")  # fmt: skip
    return {
        "site, KB": size / 1024,
        "site, files": files,
        "each, KB": own_size / 1024,
        "each, files": own_files,
    }


ASKED = 60
"""Titles that are looked for, as far from each other as they can be."""


def searched(site: Path) -> Row:
    """Print how many records are found first by their whole titles, and what the first query loads."""
    first = _piece(site, "first")
    records = [
        one for i in range(-(-first["total"] // first["records"])) for one in _piece(site, f"r{i}")
    ]
    step = max(1, len(records) // ASKED)
    asked = range(0, step * min(ASKED, len(records)), step)
    found, heaviest = 0, 0
    for number in asked:
        token = cutting.whole(records[number][0])
        name = f"t{cutting.piece_of(token, first['tokens'])}"
        best = _piece(site, name).get(token, ())[:2]
        found += bool(best) and records[best[0] // first["checks"]][0] == records[number][0]
        loaded = ("first", name, f"r{number // first['records']}")
        heaviest = max(
            heaviest, sum(len(gzip.compress(_path(site, one).read_bytes())) for one in loaded)
        )
    print(f"  search                   {found} of {len(asked)} titles of {len(records)} records; "
          f"the first query loads {heaviest / 1024:.1f} KB compressed at most")  # fmt: skip
    return {
        "search, first query KB": heaviest / 1024,
        "search, records": len(records),
        "search, titles found": found,
    }


def _path(site: Path, name: str) -> Path:
    return site / addresses.piece(name)


def _piece(site: Path, name: str) -> Any:
    """What a script of the search holds."""
    text = _path(site, name).read_text(encoding="utf-8")
    return json.loads(text[text.index(",") + 1 : text.rindex(")")])


def table(rows: Mapping[int, Row]) -> None:
    """Print all rows side by side, and how figures grow from each size to the next.

    The exponent is 1.00 where a figure grows as the number of disclosures, 0.00 where not at all.
    """
    pairs = list(itertools.pairwise(rows))
    heads = [*map(str, rows), *(f"^ {before}-{after}" for before, after in pairs)]
    print("\n" + f"{'disclosures':24}" + "".join(f"{head:>12}" for head in heads))
    for what in next(iter(rows.values())):
        told = [f"{row[what]:,.2f}" for row in rows.values()]
        told += [exponent(rows[a][what], rows[b][what], b / a) for a, b in pairs]
        print(f"{what:24}" + "".join(f"{one:>12}" for one in told))


def exponent(before: float, after: float, ratio: float) -> str:
    """How a figure grows with so many times the disclosures; a dash where there was none.

    >>> exponent(2.0, 200.0, 10.0), exponent(0.0, 1.0, 10.0)
    ('2.00', '-')
    """
    return f"{math.log(after / before) / math.log(ratio):.2f}" if before and after else "-"


def alternating(*works: Callable[[], object], times: int = 5) -> list[float]:
    """Seconds of the processor that each of some works takes, the fewest of some rounds.

    They take turns, so that what else the machine does falls upon all of them; processes that they
    start are counted.
    """
    found: list[list[float]] = [[] for _ in works]
    for _ in range(times):
        for work, seconds in zip(works, found, strict=True):
            begin = _processor()
            work()
            seconds.append(_processor() - begin)
    return [min(seconds) for seconds in found]


def _processor() -> float:
    used = [resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def bench_pdf(files: Sequence[Path]) -> None:
    """Print how reading and converting PDF files compare with what another reader needs for their text and tables, and how memory grows."""
    import logging

    import pdfplumber

    from juesuan import intake

    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    for file in files:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name) / "shanghai-bench-2024"
            (folder / "source").mkdir(parents=True)
            shutil.copy(file, folder / "source")

            def other(file: Path = file) -> None:
                with pdfplumber.open(file) as document:
                    for page in document.pages:
                        page.extract_text(y_tolerance=5)
                        page.extract_tables()

            theirs, read, convert = alternating(
                other,
                lambda file=file: intake.read(file),
                lambda folder=folder: _converted(folder),
            )
            print(f"\n{file.name}: pdfplumber's text and tables {theirs:.2f} s CPU")
            print(f"  read           {read:7.2f} s, ratio {read / theirs:.2f}")
            print(f"  convert        {convert:7.2f} s, ratio {convert / theirs:.2f}")
    for pages in (100, 300):
        with tempfile.TemporaryDirectory() as name:
            path = Path(name) / "many.pdf"
            many_pages(path, pages)
            code = f"from pathlib import Path; from juesuan import intake; intake.read(Path({str(path)!r}))"
            found = measure(Path(name), sys.executable, "-c", code)
            print(f"  {pages} pages     {found['wall']:7.2f} s, {found['mb']:.0f} MB peak")


def _converted(folder: Path) -> None:
    """Convert a disclosure; what is none, as an empty form, is read and refused."""
    with suppress(NotADisclosureError):
        collection.convert(folder)


def bench_formats() -> None:
    """Print how reading a web page and a workbook compares with what the bare library needs for their cells."""
    import openpyxl
    from selectolax.lexbor import LexborHTMLParser

    from juesuan import intake
    from tests import made_pages
    from tests.made_pdf import Made
    from tests.made_workbook import write_workbook

    with tempfile.TemporaryDirectory() as name:
        page, book = Path(name) / "a.html", Path(name) / "a.xlsx"
        page.write_bytes(made_pages.portal(Made()))
        write_workbook(Made(), book)

        def of_page() -> object:
            return [one.text() for one in LexborHTMLParser(page.read_bytes()).css("p, td, th")]

        def of_book() -> object:
            sheets = openpyxl.load_workbook(book).worksheets
            return [cell.value for sheet in sheets for row in sheet.iter_rows() for cell in row]

        for path, bare in ((page, of_page), (book, of_book)):
            theirs, read = alternating(bare, lambda path=path: intake.read(path))
            print(
                f"{path.suffix:6} bare library {theirs:.4f} s, read {read:.4f} s, ratio {read / theirs:.2f}"
            )


def many_pages(path: Path, pages: int) -> None:
    """A PDF of pages that are each as full as one of a disclosure."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas = Canvas(str(path), pagesize=(595, 842))
    for number in range(pages):
        canvas.setFont("STSong-Light", 11)
        for line in range(36):
            canvas.drawString(
                60,
                780 - 20 * line,
                f"{number}.{line} 一般公共预算财政拨款支出年初预算为1,234.56万元，支出决算为1,230.00万元。",
            )
        canvas.showPage()
    canvas.save()


def main() -> None:
    """Measure the website of 5, 100 and 500 disclosures, or as many as ``--most`` says, and how it grows; with ``--pdf`` PDF files too."""
    asked = argparse.ArgumentParser(description=main.__doc__)
    asked.add_argument("--most", type=int, default=500, help="disclosures at most")
    asked.add_argument(
        "--pdf", nargs="*", type=Path, help="compare with another reader of PDF, on these files"
    )
    asked.add_argument("--formats", action="store_true", help="compare with bare libraries")
    told = asked.parse_args()
    sys.stdout.reconfigure(line_buffering=True)  # it takes long: what is known is seen at once
    begin = time.time()
    if told.pdf is not None:
        bench_pdf(told.pdf or sorted((ROOT / "tests" / "pdfs").glob("*.pdf")))
    if told.formats:
        bench_formats()
    rows: dict[int, Row] = {}
    for number in sizes(told.most):
        rows[number] = bench(number)
    table(rows)
    print(f"\nin all {time.time() - begin:.0f} s")


if __name__ == "__main__":
    main()
