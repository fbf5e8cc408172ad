"""What a stage can reach: told by names, and held against what a stage really runs and opens."""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from juesuan.reach import Program, Versions, reached, version
from tests.conftest import ROOT
from tests.made import PROJECT, disclosure

SCRIPTS = ROOT / "scripts" / "juesuan"

STAGES = {
    "convert": "collection.conversion.convert",
    "draw": "pages.draw",
    "over": "pages.over",
    "website": "website.units",
}
"""The stages whose results are kept, each by the module in which it begins."""

MADE = {
    "__init__.py": "from juesuan.low import NUMBER\n",
    "low.py": "NUMBER = 1\n",
    "begin.py": "from juesuan import words\nfrom juesuan.tools import hammer\n\nwords.first()\n",
    "late.py": "if TYPE_CHECKING:\n    from juesuan.tools import OWN\n\ndef work():\n    from juesuan import NUMBER\n    return NUMBER, f'{NUMBER}.toml', 'plain'\n",
    "starred.py": "from juesuan.tools.hammer import *\n",
    "through.py": "from juesuan import tools\n\nFOUND = tools.__path__\n",
    "worker.py": "from pathlib import Path\n\nAT = Path(__file__).with_name('beside.py')\n",
    "beside.py": "",
    "tools/__init__.py": "from juesuan.tools.hammer import hammer\n\nOWN = 2\n",
    "tools/hammer.py": "def hammer(): ...\n",
    "tools/saw.py": "def teeth(name):\n    return f'{name}.j2'\n\n\nteeth('board.html')\n",
    "words/__init__.py": (
        "from juesuan.words.one import (\n    first,  # (at first)\n)\n"
        "from juesuan.words.two import second\n"
    ),
    "words/one.py": "def first(name):\n    return 'plain.toml', f'places/{name}'\n",
    "words/two.py": "def second(): ...\n",
    "words/data/plain.toml": "",
    "words/data/other.toml": "",
    "words/data/places/here.toml": "",
    "pages/templates/board.html.j2": "{% include 'list.html.j2' %}",
    "pages/templates/list.html.j2": "",
}
"""A program with each way in which one module reaches another."""


PLACES = ("words/data/plain.toml", "words/data/places/here.toml")
TEMPLATES = ("pages/templates/board.html.j2", "pages/templates/list.html.j2")


@pytest.fixture
def made(tmp_path: Path) -> Path:
    for name, text in MADE.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("low", ()),
        ("begin", ("words/one.py", *PLACES, "tools/hammer.py")),
        ("late", ("low.py", "words/data/plain.toml")),
        ("starred", ("tools/hammer.py",)),
        ("through", ("tools/__init__.py", "tools/hammer.py", "tools/saw.py", *TEMPLATES)),
        ("worker", ("__init__.py", *(f"{one}.py" for one in ("begin", "beside", "late", "low")))),
    ],
)
def test_each_way_of_reaching_is_seen(made: Path, name: str, others: tuple[str, ...]) -> None:
    found = reached(name, root=made)
    assert found == sorted(found) and f"{name}.py" in found
    if name == "worker":
        assert {*others} < {*found}, "whoever starts a file beside it reaches all that are"
    else:
        assert {*found} - {f"{name}.py"} == {*others}


def test_what_is_not_reached_changes_no_version(made: Path) -> None:
    before = version("begin", root=made)
    for name in ("words/two.py", "words/data/other.toml", "tools/saw.py", "words/__init__.py"):
        with (made / name).open("a", encoding="utf-8") as file:
            file.write("# another word\n")
        assert version("begin", root=made) == before, name
    for name in ("words/one.py", "words/data/plain.toml", "begin.py"):
        with (made / name).open("a", encoding="utf-8") as file:
            file.write("# another word\n")
        assert version("begin", root=made) != before, name
        before = version("begin", root=made)


def test_a_name_that_comes_from_elsewhere_changes_the_version(made: Path) -> None:
    before = version("begin", root=made)
    text = (made / "words/__init__.py").read_text(encoding="utf-8")
    text = text.replace("words.one import", "words.three import")
    (made / "words/__init__.py").write_text(text, encoding="utf-8")
    (made / "words/three.py").write_bytes((made / "words/one.py").read_bytes())
    assert version("begin", root=made) != before


def test_a_module_that_is_not_there_is_refused(made: Path) -> None:
    with pytest.raises(LookupError, match="no\\.such: found no such module"):
        reached("no.such", root=made)


def modules() -> list[Path]:
    return sorted(SCRIPTS.rglob("*.py"))


def is_run(node: ast.stmt) -> bool:
    """Whether a statement is more than what the type checker reads."""
    is_for_types = isinstance(node, ast.If) and isinstance(node.test, ast.Name)
    return not (is_for_types and node.test.id == "TYPE_CHECKING")


@pytest.mark.slow
def test_no_import_of_the_program_is_missed() -> None:
    """What is read from texts line by line is what Python's own parser sees."""
    program = Program()
    for path in modules():
        seen, tree = set(), ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(ast.Module([*filter(is_run, tree.body)], [])):
            if isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{path}: an import by dots"
                base = (node.module or "").split(".")
                names = [(*base[1:], one.name) for one in node.names]
                seen |= {one for one in names if base[0] == "juesuan"}
            elif isinstance(node, ast.Import):
                assert not any(one.name.startswith("juesuan.") for one in node.names), path
                seen |= {() for one in node.names if one.name == "juesuan"}
        found = program.imports(path.relative_to(SCRIPTS).as_posix())
        assert seen == {parts for _, parts in found}, path


@pytest.mark.slow
def test_a_package_is_asked_by_name_and_never_handed_around() -> None:
    program = Program()
    for path in modules():
        bound = program.imports(path.relative_to(SCRIPTS).as_posix())
        packages = {name for name, parts in bound if SCRIPTS.joinpath(*parts).is_dir()}
        packages -= {name for name, parts in bound if not SCRIPTS.joinpath(*parts).is_dir()}
        tree = ast.parse(path.read_text(encoding="utf-8"))
        asked = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        alone = [
            node.lineno
            for node in ast.walk(tree)
            if isinstance(node, ast.Name) and node.id in packages and id(node) not in asked
        ]
        assert not alone, f"{path}, lines {alone}"


RUN = """
import json, sys
from pathlib import Path

stage, folder, base = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]).resolve()
ran, opened = set(), set()

def profile(frame, event, _):
    if event == "call" and frame.f_code.co_name != "<module>":
        ran.add(frame.f_code.co_filename)

def audit(event, args):
    if event == "open" and isinstance(args[0], (str, Path)):
        opened.add(str(args[0]))

root, name = folder.parent.parent, folder.name
if stage == "convert":
    from juesuan.collection.conversion.convert import convert
    work = lambda: convert(folder)
elif stage == "draw":
    from juesuan.pages.addresses import Address
    from juesuan.pages.draw import Job, draw
    work = lambda: draw(Job(root, name, "", Address("")))
elif stage == "over":
    from juesuan.pages.addresses import Address
    from juesuan.pages.over import over_all
    work = lambda: over_all(root, [name], Address(""), {})
else:
    from juesuan.pages.addresses import BODY, DRAWN
    from juesuan.website.units import Unit, fill_all
    from itertools import combinations
    from juesuan.website.frame import Shape, framed
    from tests.website.made_frame import made_html
    hides = [one for n in range(3) for one in combinations(("navigation", "toc"), n)]
    frames = {Shape(n, hide): framed(made_html(), Shape(2)) for n in (2, 3, 4) for hide in hides}
    files = [path.relative_to(root / DRAWN).as_posix() for path in (root / DRAWN / "d" / name).rglob("*.*")]
    work = lambda: list(fill_all([Unit(root, f"d/{name}", files, frames, "")], 1))
sys.addaudithook(audit)
sys.setprofile(profile)
work()
sys.setprofile(None)
inside = lambda paths: sorted({Path(one).resolve().relative_to(base).as_posix() for one in paths
                               if Path(one).resolve().is_relative_to(base)})
print(json.dumps({"ran": inside(ran), "opened": inside(opened)}))
"""


@pytest.mark.slow
def test_what_stages_run_and_open_is_what_they_are_said_to_reach(
    repository: Callable[..., Path],
) -> None:
    root = repository(disclosure(project=PROJECT))
    folder = root / "datapackages" / "made-up-2024"
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'scripts'}:{ROOT}"}
    environment["PYTHONDONTWRITEBYTECODE"] = "1"
    for stage, begin in STAGES.items():
        done = subprocess.run(
            [sys.executable, "-c", RUN, stage, str(folder), str(SCRIPTS)],
            env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        told, may = json.loads(done.stdout), {*reached(begin)}
        assert len(told["ran"]) > 5, stage
        assert {*told["ran"]} - may == set(), stage
        data = {one for one in told["opened"] if not one.endswith((".py", ".pyc"))}
        assert data - may == set(), stage


@cache
def behind() -> dict[str, set[str]]:
    """The files that each stage reaches."""
    return {stage: {*reached(begin)} for stage, begin in STAGES.items()}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("file", "stages"),
    [
        ("cli/building.py", ""),
        ("collection/adding/add.py", ""),
        ("collection/conversion/convert.py", "convert"),
        ("collection/departments/registry.py", "over"),
        ("check/comparing/compare.py", "convert draw over"),
        ("check/rules/prose/totals.py", "convert draw over"),
        ("errors.py", "convert draw over website"),
        ("intake/html/read.py", "convert draw over"),
        ("intake/pdf/raw/letters.py", "convert draw over"),
        ("model.py", "convert draw over"),
        ("package/load.py", "convert draw over"),
        ("package/write.py", "convert draw over"),
        ("pages/across/board/board.py", "over"),
        ("pages/charts/money.py", "draw"),
        ("pages/disclosure/page.py", "draw"),
        ("pages/machines/exports/sqlite.py", ""),
        ("pages/machines/files/whole.py", "over"),
        ("pages/machines/files/workbook.py", "draw"),
        ("pages/store/store.py", "over"),
        ("pages/templates/_macros.j2", "draw over"),
        ("pages/templates/board.html.j2", "over"),
        ("pages/templates/disclosure.html.j2", "draw"),
        ("parse/ledger.py", "convert"),
        ("personal/numbers.py", "convert"),
        ("terms/data/phrases.toml", "convert"),
        ("terms/data/search.toml", "over"),
        ("terms/data/words/narrative.toml", "convert"),
        ("website/fill.py", "website"),
        ("website/site.py", ""),
    ],
)
def test_a_change_concerns_the_stages_behind_it(file: str, stages: str) -> None:
    assert (SCRIPTS / file).is_file()
    assert {stage for stage, files in behind().items() if file in files} == {*stages.split()}


@pytest.mark.slow
def test_a_changed_file_changes_the_version_of_what_reaches_it(tmp_path: Path) -> None:
    ignored = shutil.ignore_patterns("__pycache__")
    copy = shutil.copytree(SCRIPTS, tmp_path / "juesuan", ignore=ignored)
    before = {stage: version(begin, root=copy) for stage, begin in STAGES.items()}
    assert before == {stage: version(begin) for stage, begin in STAGES.items()}
    with (copy / "parse" / "ledger.py").open("a", encoding="utf-8") as file:
        file.write("\n")
    after = {stage: version(begin, root=copy) for stage, begin in STAGES.items()}
    assert [one for one in STAGES if before[one] != after[one]] == ["convert"]


def test_versions_are_kept_until_any_file_of_the_program_changes(made: Path) -> None:
    kept = made / "__pycache__" / "versions.json"
    assert Versions(made, kept).of("begin") == version("begin", root=made), "no folder, none kept"
    kept.parent.mkdir()
    before = Versions(made, kept).of("begin")
    told = json.loads(kept.read_text(encoding="utf-8"))
    kept.write_text(json.dumps(told | {"versions": {"begin": "kept"}}), encoding="utf-8")
    assert Versions(made, kept).of("begin") == "kept", "it is not found again"
    assert Versions(made, kept).of("words.one") == version("words.one", root=made)
    for damaged in ("", "[]", '{"program": 1}', json.dumps({"program": told["program"]})):
        kept.write_text(damaged, encoding="utf-8")
        assert Versions(made, kept).of("begin") == before, damaged
    kept.write_text(json.dumps(told | {"versions": {"begin": "kept"}}), encoding="utf-8")
    with (made / "tools/saw.py").open("a", encoding="utf-8") as file:
        file.write("# another word\n")
    assert Versions(made, kept).of("begin") == before, "reached by nothing, yet all is looked at"
    assert json.loads(kept.read_text(encoding="utf-8"))["versions"] == {"begin": before}
