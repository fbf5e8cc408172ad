"""The workflows: valid, pinned, least permission; nothing is published that is not proved; commands work in a clean clone."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from tests.conftest import IDS, ROOT

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
BIN = Path(sys.executable).parent
LOCAL = "./.github/workflows/check.yml"
PINS = re.compile(r"^([a-z0-9-]+)==([^ \\]+)", re.MULTILINE)


def workflow(name: str) -> dict:
    return yaml.safe_load((GITHUB / "workflows" / f"{name}.yml").read_text(encoding="utf-8"))


def steps(name: str, job: str) -> list[dict]:
    return workflow(name)["jobs"][job]["steps"]


def named(name: str, job: str, begins: str) -> dict:
    """The step of a job whose name begins so."""
    (found,) = (step for step in steps(name, job) if step["name"].startswith(begins))
    return found


def program(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [str(BIN / str(arguments[0])), *map(str, arguments[1:])]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.slow
def test_zizmor_finds_nothing_at_all() -> None:
    audit = program("zizmor", "--offline", "--no-progress", GITHUB)
    assert audit.returncode == 0, audit.stdout


@pytest.mark.slow
def test_bandit_still_looks(tmp_path: Path) -> None:
    (tmp_path / "x.py").write_text(
        "import pickle\npickle.loads(b'')\neval('1')\n", encoding="utf-8"
    )
    audit = program("bandit", "-q", "-r", "-ll", tmp_path)
    assert audit.returncode == 1
    assert "B301" in audit.stdout


@pytest.mark.slow
@pytest.mark.parametrize(
    ("schema", "paths"),
    [
        ("vendor.github-workflows", WORKFLOWS),
        ("vendor.dependabot", [GITHUB / "dependabot.yml"]),
        ("vendor.citation-file-format", [ROOT / "CITATION.cff"]),
    ],
)
def test_files_are_what_their_schema_says(schema: str, paths: list[Path]) -> None:
    assert paths
    found = program("check-jsonschema", "--builtin-schema", schema, *paths)
    assert found.returncode == 0, found.stdout


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_and_permissions_are_least(path: Path) -> None:
    data = workflow(path.stem)
    assert data["permissions"] == {}
    allowed = {
        "contents": {"read", "write"},
        "pages": {"read", "write"},
        "id-token": {"write"},
        "actions": {"read"},
    }
    writes = {"publish": ("deploy", {"pages", "id-token"}), "release": ("attach", {"contents"})}
    for name, job in data["jobs"].items():
        assert job.get("uses", LOCAL) == LOCAL
        for step in job.get("steps", ()):
            pinned = re.fullmatch(
                r"actions/[a-z-]+(?:/[a-z]+)?@[0-9a-f]{40}",
                step.get("uses", f"actions/x@{'0' * 40}"),
            )
            assert pinned, step
        for scope, level in job["permissions"].items():
            assert level in allowed[scope]
            who, what = writes.get(path.stem, ("", set()))
            assert level != "write" or (name == who and scope in what)


def test_nothing_of_a_pull_request_is_trusted() -> None:
    for path in WORKFLOWS:
        assert "pull_request_target" not in path.read_text(encoding="utf-8")
        assert "secrets" not in path.read_text(encoding="utf-8")
    told = json.dumps(workflow("check"))
    assert "cache/save" not in told and "actions/cache@" not in told, "it may save nothing"
    assert "build.json" not in told, "what a pull request proves is its own affair"


def test_publishing_depends_on_the_checks_and_on_the_proof() -> None:
    jobs = workflow("publish")["jobs"]
    assert set(jobs["deploy"]["needs"]) == {"check", "build"}
    assert "if" not in jobs["deploy"], "it runs only if both went well"
    assert jobs["check"]["uses"] == LOCAL
    assert all("refs/heads/main" in jobs[name]["if"] for name in ("check", "build"))
    names = [step["name"].split()[0] for step in jobs["build"]["steps"]]
    order = [names.index(one) for one in ("Refuse", "What", "Compare", "Build", "Upload")]
    assert order == sorted(order)
    tolerant = [step["name"] for step in jobs["build"]["steps"] if "continue-on-error" in step]
    assert tolerant == ["Build"]


def test_the_called_checks_are_those_of_a_pull_request() -> None:
    checks = workflow("check")["jobs"]
    assert "if" not in checks["check"]
    assert checks["report"]["if"] == "github.event_name == 'pull_request'"
    assert named("check", "check", "Everything")["run"] == 'bash .ci/run "$SCOPE"'
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    rules = dict(re.findall(r"^(check|tested|program): (.*)$", makefile, re.MULTILINE))
    assert rules["check"].split() == ["tested", "strict"]
    assert set(rules["tested"].split()) - {"test"} == set(rules["program"].split())
    told = workflow("check")["jobs"]["check"]["steps"][-1]["env"]["SCOPE"]
    assert told == "${{ inputs.scope || 'tested' }}"
    assert {"tracked", "audit", "lint", "types"} <= set(rules["program"].split())


STATE = ("csv-blocks.json", "digests", "drawn", "facts", "packages.duckdb", "website")
"""What a build takes from the one before, below ``.cache/``."""


@pytest.mark.parametrize(("name", "job"), [("check", "report"), ("publish", "build")])
def test_the_website_is_built_once_from_what_was_drawn_before(name: str, job: str) -> None:
    before = named(name, job, "What was drawn")["with"]
    assert before["path"].split() == [f".cache/{one}" for one in STATE]
    libraries = "drawn-${{ hashFiles('requirements/site.txt') }}-"
    assert before["restore-keys"] == libraries and before["key"].startswith(libraries)
    assert "'scripts/**', 'datapackages/**', 'docs/**', 'mkdocs.yml'" in before["key"]
    builds = [
        step["name"]
        for one in workflow(name)["jobs"].values()
        for step in one.get("steps", ())
        if re.search(r"make (?:site|strict|check\b)|juesuan site", step.get("run", ""))
    ]
    assert len(builds) == 1
    assert ".cache/site.txt" in named(name, job, "Report")["run"], "it tells how large the site is"


def test_only_main_keeps_what_is_drawn() -> None:
    keep = named("publish", "build", "Keep what is drawn")
    assert keep["if"] == "steps.drawn.outputs.cache-hit != 'true'"
    assert keep["with"]["path"].split() == [f".cache/{one}" for one in STATE]


@pytest.mark.parametrize(("name", "job"), [("check", "report"), ("publish", "build")])
def test_a_report_is_written_in_any_case(name: str, job: str) -> None:
    assert named(name, job, "Report")["if"] == "${{ always() }}"


Run = Callable[[dict], subprocess.CompletedProcess[str]]


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clean clone with the five disclosures alone, and the environment already set up.

    It is this one, by links; that it is newer than the requirements keeps `make` from installing.
    """
    if not (ROOT / ".git").exists():
        pytest.skip("no git checkout")
    made = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(made)], check=True)
    (made / ".venv").mkdir()
    for entry in (ROOT / ".venv").resolve().iterdir():
        if entry.name not in ("site", "dev"):
            (made / ".venv" / entry.name).symlink_to(entry)
    for stamp in ("site", "dev"):
        (made / ".venv" / stamp).touch()
    for folder in (made / "datapackages").iterdir():
        if folder.is_dir() and folder.name not in IDS:
            shutil.rmtree(folder)
    return made


@pytest.fixture
def drawn(clone: Path, state: Path) -> None:
    """Puts into the clone what was drawn before, as a runner restores it."""
    (clone / ".cache").mkdir()
    for name in STATE:
        if (state / name).is_dir():
            shutil.copytree(state / name, clone / ".cache" / name)
        elif (state / name).exists():
            shutil.copy(state / name, clone / ".cache")


@pytest.fixture
def run(clone: Path, tmp_path: Path) -> Run:
    """Runs a step in the clone as a runner does."""
    done = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=clone, check=True, capture_output=True, text=True
    )
    environment = {
        "PATH": f"{BIN}:{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "BASE": done.stdout.strip(),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
    }
    bash = shutil.which("bash") or "bash"

    def runs(step: dict) -> subprocess.CompletedProcess[str]:
        shell = [bash, "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"]]
        return subprocess.run(
            shell, cwd=clone, env=environment, capture_output=True, text=True, check=False
        )

    return runs


def ran(run: Run, name: str, job: str) -> None:
    for step in steps(name, job):
        if "run" in step:
            done = run(step)
            assert done.returncode == 0, (step["name"], done.stdout, done.stderr)


@pytest.mark.slow
@pytest.mark.usefixtures("drawn")
def test_the_report_of_a_pull_request_works_in_a_clean_clone(
    clone: Path, run: Run, tmp_path: Path
) -> None:
    ran(run, "check", "report")
    assert (clone / "site" / "index.html").is_file()
    summary = (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert "| urumqi-government-office-2024 | built | 539 | 122 | 62 |" in summary
    assert "5 packages, 0 problems" in summary


@pytest.mark.slow
@pytest.mark.usefixtures("drawn")
def test_publishing_works_in_a_clean_clone(clone: Path, run: Run, tmp_path: Path) -> None:
    ran(run, "publish", "build")
    assert (clone / "site" / "index.html").is_file()
    assert "5 packages, 0 problems" in (tmp_path / "summary.md").read_text(encoding="utf-8")
    bom = (clone / "site" / "sbom.cdx.json").read_text(encoding="utf-8")
    told = json.loads(bom)
    assert (told["bomFormat"], told["specVersion"]) == ("CycloneDX", "1.6")
    assert "serialNumber" not in told
    assert "timestamp" not in told["metadata"]
    assert str(tmp_path) not in bom
    assert str(ROOT) not in bom
    locked = (ROOT / "requirements" / "site.txt").read_text(encoding="utf-8")
    held = {(one["name"], one["version"]) for one in told["components"]}
    assert held == set(PINS.findall(locked))
    first = next(one for one in told["components"] if one["name"] == "rjieba")
    hashes = [one["content"] for one in first["externalReferences"][0]["hashes"]]
    assert hashes
    assert all(f"sha256:{one}" in locked for one in hashes)
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {re.split(r"[<>=]", one)[0].lower() for one in wanted["dependencies"]}
    assert names <= {name.lower() for name, _ in held}
    assert run({"run": "make sbom"}).returncode == 0
    assert (clone / "site" / "sbom.cdx.json").read_text(encoding="utf-8") == bom


@pytest.fixture
def few(clone: Path) -> None:
    """Leaves two of the disclosures: what holds of one and of what stands beside it."""
    for name in IDS[2:]:
        shutil.rmtree(clone / "datapackages" / name)


def edited(clone: Path) -> None:
    """A figure of a table changed by hand."""
    table = clone / "datapackages" / IDS[0] / "data" / "measures.csv"
    text = table.read_text(encoding="utf-8")
    found = re.search(r",\d+\.(\d\d),", text)
    assert found
    table.write_text(text.replace(found[0], ",123456.78,", 1), encoding="utf-8")


@pytest.mark.slow
@pytest.mark.usefixtures("few")
def test_an_edited_table_is_never_published(clone: Path, run: Run) -> None:
    compare = named("publish", "build", "Compare")
    assert run(compare).returncode == 0
    edited(clone)
    done = run(compare)
    assert done.returncode != 0
    assert f"{IDS[0]}/data/measures.csv:" in done.stdout
    assert "found '123456.78'; the source gives '" in done.stdout


@pytest.mark.slow
@pytest.mark.usefixtures("few")
def test_a_source_that_breaks_stops_no_publication_of_proved_packages(
    clone: Path, run: Run
) -> None:
    compare = named("publish", "build", "Compare")
    assert run(compare).returncode == 0
    (source,) = (clone / "datapackages" / IDS[0] / "source").iterdir()
    source.write_text("no disclosure", encoding="utf-8")
    done = run(compare)
    assert done.returncode == 0, done.stdout
    assert "Its package is the last one that was proved." in done.stdout
    edited(clone)
    assert run(compare).returncode != 0, "a broken source hides no edit"


@pytest.mark.slow
@pytest.mark.parametrize("place", [".cache/build.json", "site/index.html", "docs/d/x.md"])
def test_a_committed_generated_file_stops_everything(clone: Path, run: Run, place: str) -> None:
    refuse = [named("publish", "build", "Refuse"), named("check", "report", "Refuse")]
    assert [run(step).returncode for step in refuse] == [0, 0]
    (clone / place).parent.mkdir(parents=True, exist_ok=True)
    (clone / place).write_text("{}", encoding="utf-8")
    subprocess.run(["git", "add", "--force", place], cwd=clone, check=True)
    assert all(run(step).returncode for step in refuse)
    assert run({"run": "make site"}).returncode != 0


@pytest.mark.parametrize(
    ("site", "deployed", "status"),
    [
        ("success", "success", 0),
        ("failure", "success", 1),
        ("success", "skipped", 1),
        ("", "skipped", 1),
    ],
)
def test_the_outcome_stays_red(site: str, deployed: str, status: int) -> None:
    (step,) = steps("publish", "outcome")
    done = subprocess.run(
        ["bash", "-e", "-c", step["run"]],
        env={**os.environ, "SITE": site, "DEPLOYED": deployed},
        capture_output=True,
        check=False,
    )
    assert done.returncode == status


def locks() -> dict[str, str]:
    paths = sorted((ROOT / "requirements").glob("*.txt"))
    return {path.stem: path.read_text(encoding="utf-8") for path in paths}


def test_requirements_name_no_index_and_agree() -> None:
    assert set(locks()) == {"pip", "lock", "site", "dev", "ocr"}
    pins: dict[str, str] = {}
    for name, text in locks().items():
        assert "://" not in text
        assert not re.search(r"^-", text, re.MULTILINE), "an option, such as where to look"
        for package, version in PINS.findall(text) if name != "lock" else ():
            assert pins.setdefault(package, version) == version
        lines = [line for line in text.splitlines() if re.match(r"[a-z0-9]", line)]
        assert lines
        assert all(line.endswith("\\") for line in lines), "a pin without hashes"


def test_pip_and_setuptools_are_pinned_wherever_they_are_used() -> None:
    pins = dict(PINS.findall(locks()["pip"]))
    assert set(pins) == {"pip", "setuptools"}
    assert set(pins.items()) <= set(PINS.findall(locks()["lock"]))
    build = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["build-system"]
    assert build["requires"] == [f"setuptools=={pins['setuptools']}"]
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    installs = re.findall(r"pip install (.*)", makefile)
    assert len(installs) == 6
    assert all(re.fullmatch(r"\$\(HASHED\) -r requirements/\w+\.txt", one) for one in installs)
    assert "--require-hashes" in makefile


def test_what_is_required_is_locked() -> None:
    for name, text in locks().items():
        wanted = (ROOT / "requirements" / f"{name}.in").read_text(encoding="utf-8")
        names = re.findall(r"^([A-Za-z][A-Za-z0-9-]*)", wanted, re.MULTILINE)
        assert {one.lower() for one in names} <= {one for one, _ in PINS.findall(text)}


@pytest.mark.slow
def test_the_repository_speaks_of_the_project_alone() -> None:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.splitlines()
    endings = (".py", ".md", ".toml", ".yml", ".js", ".css", ".j2", ".in", ".txt")
    for name in listed:
        path = ROOT / name
        if path.suffix in endings and path.is_file() and "datapackages" not in name:
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"/(?:root|home|work|opt)/[a-z.]", text), name
