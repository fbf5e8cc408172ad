"""How fast, how it grows: prints figures, asserts nothing.

Copies of the five disclosures are built in temporary folders; each measured step runs in a process of its own.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.conftest import IDS

ROOT = Path(__file__).resolve().parent.parent


def measure(base: Path, *command: str) -> dict[str, float]:
    """Wall seconds, CPU seconds and peak megabytes of a command, in a fresh process that starts it."""
    code = (
        "import json, resource, subprocess, sys, time; t = time.time(); subprocess.run(sys.argv[1:], check=True);"
        "u = resource.getrusage(resource.RUSAGE_CHILDREN);"
        "print(json.dumps({'wall': time.time() - t, 'cpu': u.ru_utime + u.ru_stime, 'mb': u.ru_maxrss / 1024}))"
    )
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT / "scripts"),
        "NO_MKDOCS_2_WARNING": "1",
        "SOURCE_DATE_EPOCH": "0",
    }
    done = subprocess.run(
        [sys.executable, "-c", code, *command],
        cwd=base,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    return json.loads(done.stdout.splitlines()[-1])


def copies(base: Path, times: int) -> int:
    """Lay out so many copies of the five disclosures; returns the bytes of their sources."""
    size = 0
    for folder in (ROOT / "datapackages" / one for one in IDS):
        for i in range(times):
            name = folder.name if i == 0 else f"{folder.name[:-5]}-copy{i}{folder.name[-5:]}"
            target = base / "datapackages" / name
            shutil.copytree(folder / "source", target / "source")
            if (folder / "disclosure.toml").exists():
                shutil.copy(folder / "disclosure.toml", target)
            size += sum(path.stat().st_size for path in (target / "source").iterdir())
    shutil.copytree(ROOT / "docs", base / "docs")
    shutil.copy(ROOT / "mkdocs.yml", base)
    return size


def bench(times: int, with_site: bool) -> None:
    """Print the figures of one size."""
    with tempfile.TemporaryDirectory() as name:
        base = Path(name)
        size, number = copies(base, times), len(IDS) * times
        python = (sys.executable, "-m", "juesuan", "-q")
        convert = measure(base, *python, "build", "--all", "--only", "packages")
        again = measure(base, *python, "build", "--only", "packages")
        render = measure(base, *python, "pages")
        files = sum(1 for path in (base / "docs").rglob("*") if path.is_file())
        pages = sum(1 for _ in (base / "docs" / "d").rglob("*.md"))
        unchanged = measure(base, *python, "pages")
        print(f"\n{number} disclosures, {size / 1024:.0f} KB of sources")
        print(
            f"  convert        {convert['cpu']:7.2f} s CPU, {convert['wall']:.2f} s, {convert['mb']:.0f} MB peak"
        )
        print(
            f"                 {convert['cpu'] / number:7.3f} s CPU a disclosure, {convert['cpu'] / size * 102400:.3f} s a 100 KB"
        )
        print(f"  unchanged      {again['cpu']:7.2f} s CPU")
        print(
            f"  pages          {render['cpu']:7.2f} s CPU for {pages} pages and {files} files: {pages / render['wall']:.0f} pages a second, {render['mb']:.0f} MB peak"
        )
        print(f"  unchanged      {unchanged['cpu']:7.2f} s CPU")
        if with_site:
            site = measure(base, sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet")
            weight = sum(
                path.stat().st_size for path in (base / "site").rglob("*") if path.is_file()
            )
            print(
                f"  mkdocs         {site['wall']:7.2f} s, {site['wall'] / (pages + 7):.3f} s a page, {site['mb']:.0f} MB peak; site {weight / 1e6:.1f} MB"
            )


def best(work: Callable[[], object], times: int = 5) -> float:
    """Wall seconds of the fastest of some runs."""
    found = []
    for _ in range(times):
        begin = time.perf_counter()
        work()
        found.append(time.perf_counter() - begin)
    return min(found)


def bench_pdf() -> None:
    """Print how converting a PDF compares with what another reader needs for its text and tables, and how memory grows."""
    import logging

    import pdfplumber

    from juesuan import collection, intake

    logging.getLogger("pdfminer").setLevel(logging.ERROR)

    files = sorted((ROOT / "tests" / "pdfs").glob("*.pdf"))
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

            theirs = best(other, 3)
            read, convert = (
                best(lambda file=file: intake.read(file)),
                best(lambda folder=folder: collection.convert(folder)),
            )
            print(f"\n{file.name}: pdfplumber's text and tables {theirs:.2f} s")
            print(f"  read           {read:7.2f} s, ratio {read / theirs:.2f}")
            print(f"  convert        {convert:7.2f} s, ratio {convert / theirs:.2f}")
    for pages in (100, 1000):
        with tempfile.TemporaryDirectory() as name:
            path = Path(name) / "many.pdf"
            many_pages(path, pages)
            code = f"from pathlib import Path; from juesuan import intake; intake.read(Path({str(path)!r}))"
            found = measure(Path(name), sys.executable, "-c", code)
            print(f"  {pages} pages     {found['wall']:7.2f} s, {found['mb']:.0f} MB peak")


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
    """Measure PDF files, the five disclosures, and 20 and 100 copies of them."""
    begin = time.time()
    bench_pdf()
    for times in (1, 20, 100):
        bench(times, with_site=times <= 20)
    print(f"\nin all {time.time() - begin:.0f} s")


if __name__ == "__main__":
    main()
