"""Packages as typed frames: exact amounts, texts as they are, evidence beside each cell."""

from __future__ import annotations

import http.server
import shutil
import subprocess
import sys
import threading
import zipfile
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path

import pandas as pd
import pytest

import juesuan
from juesuan.errors import PackageError
from tests.conftest import IDS, ROOT

FOLDER = ROOT / "datapackages" / IDS[0]


@pytest.fixture(scope="module")
def package() -> juesuan.Package:
    return juesuan.read(FOLDER)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as the ZIP that the website publishes: everything below a folder."""
    path = tmp_path_factory.mktemp("zip") / f"{IDS[0]}.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for one in sorted(FOLDER.rglob("*")):
            if one.is_file():
                made.write(one, f"{IDS[0]}/{one.relative_to(FOLDER).as_posix()}")
    return path


def test_amounts_are_exact_codes_are_texts_and_what_is_not_printed_is_missing(
    package: juesuan.Package,
) -> None:
    measures, functions = package["measures"], package["functions"]
    total = measures[measures["measure"] == "revenue.total"]["actual"].item()
    assert (
        isinstance(total, Decimal)
        and f"{total:f}" in (FOLDER / "data" / "measures.csv").read_text()
    )
    assert functions["code"].dtype == "string" and functions["code"].dropna().str.isdigit().all()
    assert measures["prior_year"].isna().any()
    assert package["figures"]["start"].dtype == "Int64"


def test_every_number_of_every_table_has_its_evidence(package: juesuan.Package) -> None:
    figures = package["figures"]
    bound = figures[figures["status"] == "bound"]
    for name in set(bound["resource"]):
        assert len(package.evidence(name)) == (bound["resource"] == name).sum() > 0, name
    row = package.evidence("measures").iloc[0]
    cell = (
        package["measures"].set_index(["section", "measure"]).loc[(row["section"], row["measure"])]
    )
    assert Decimal(row["value"]) == cell[row["field"]]


def test_evidence_of_several_disclosures_stays_with_each(tmp_path: Path) -> None:
    """In the package over all, the same row of two disclosures is two rows."""
    folder = shutil.copytree(ROOT / "datapackages" / IDS[0], tmp_path / "both")
    for name in ("figures", "measures"):
        further = (ROOT / "datapackages" / IDS[1] / "data" / f"{name}.csv").read_text("utf-8")
        with (folder / "data" / f"{name}.csv").open("a", encoding="utf-8") as file:
            file.write(further.split("\n", 1)[1])
    found = juesuan.read(folder).evidence("measures")
    for one in IDS[:2]:
        alone = juesuan.read(ROOT / "datapackages" / one).evidence("measures")
        assert len(found[found["disclosure_id"] == one]) == len(alone) > 0


@pytest.mark.slow
def test_a_zip_and_an_address_give_the_same(archive: Path, package: juesuan.Package) -> None:
    def of(found: juesuan.Package) -> None:
        assert list(found) == list(package) and found.name == IDS[0]
        pd.testing.assert_frame_equal(found["indicators"], package["indicators"])

    of(juesuan.read(archive))
    with served(archive.parent) as address:
        of(juesuan.read(f"{address}{archive.name}"))


class served:
    """A folder on this machine's own address."""

    def __init__(self, folder: Path) -> None:
        quiet = type(
            "Quiet", (http.server.SimpleHTTPRequestHandler,), {"log_message": lambda *_: None}
        )
        self._server = http.server.ThreadingHTTPServer(
            ("127.0.0.1", 0), partial(quiet, directory=folder)
        )

    def __enter__(self) -> str:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self._server.server_port}/"

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


def test_several_packages_stand_one_below_the_other() -> None:
    folders = [ROOT / "datapackages" / one for one in IDS[:2]]
    found = juesuan.read_all(folders, "measures", "table5")
    assert list(found) == ["measures"], "neither has a table 5"
    assert set(found["measures"]["disclosure_id"]) == set(IDS[:2])
    assert len(found["measures"]) == sum(len(juesuan.read(one)["measures"]) for one in folders)
    assert set(juesuan.read_all(folders[:1])) == set(juesuan.read(folders[0]))


def test_days_are_days(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path / "one")
    path = tmp_path / "one" / "data" / "disclosure.csv"
    head, row = path.read_text(encoding="utf-8").splitlines()
    cells = dict(zip(head.split(","), row.split(","), strict=True)) | {"published": "2024-09-30"}
    path.write_text(f"{head}\n{','.join(cells.values())}\n", encoding="utf-8")
    assert juesuan.read(tmp_path / "one")["disclosure"]["published"].item() == date(2024, 9, 30)


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        ("nothing", "found nothing"),
        ("text", "no ZIP"),
        ("empty", "no datapackage.json"),
        ("json", "no datapackage.json that can be read"),
        ("lost", "no data/measures.csv that can be read"),
        ("outside", "the path ../measures.csv"),
    ],
)
def test_what_is_no_package_is_refused(tmp_path: Path, damage: str, told: str) -> None:
    place = tmp_path / "made.zip"
    if damage == "text":
        place.write_text("no archive", encoding="utf-8")
    if damage == "empty":
        zipfile.ZipFile(place, "w").close()
    if damage in ("json", "lost", "outside"):
        place = tmp_path / "made"
        shutil.copytree(FOLDER, place)
        about = place / "datapackage.json"
        text = about.read_text(encoding="utf-8")
        if damage == "json":
            about.write_text(text[:100], encoding="utf-8")
        if damage == "lost":
            (place / "data" / "measures.csv").unlink()
        if damage == "outside":
            about.write_text(text.replace("data/measures.csv", "../measures.csv"), encoding="utf-8")
    with pytest.raises(PackageError, match=told):
        juesuan.read(place)["measures"]


@pytest.mark.slow
def test_the_command_line_never_imports_pandas() -> None:
    code = "import sys, juesuan.cli; print('pandas' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT / "scripts",
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "False"


def test_a_name_that_is_not_there_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="nothing"):
        juesuan.nothing  # noqa: B018 - the access is what is tested
