"""A collection of one's own: begun in an empty folder, built by an installed program alone."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest
import yaml

from juesuan.collection import read_log, read_registry
from juesuan.errors import WebsiteError
from juesuan.website import begin
from tests.conftest import ROOT
from tests.made import disclosure, of_year
from tests.website.made_site import content

STARTER = ROOT / "scripts" / "juesuan" / "website" / "starter"


def test_what_is_begun_is_the_same_each_time_and_is_a_collection(tmp_path: Path) -> None:
    written = begin(tmp_path / "a")
    begin(tmp_path / "b")
    assert content(tmp_path / "a") == content(tmp_path / "b")
    assert sorted(content(tmp_path / "a")) == written
    assert {"mkdocs.yml", "docs/overrides/main.html", ".gitignore"} <= {*written}
    assert "docs/architecture.md" not in written
    assert read_log(tmp_path / "a") == read_registry(tmp_path / "a") == ()
    readme = (tmp_path / "a" / "README.md").read_text(encoding="utf-8")
    assert re.search(r"`juesuan \d+\.\d+\.\d+` made this", readme)


def test_its_website_has_its_name_whatever_that_is(tmp_path: Path) -> None:
    name = '某市"决算": \\1 # x'
    begin(tmp_path / "a", name)
    text = (tmp_path / "a" / "mkdocs.yml").read_text(encoding="utf-8")
    (line,) = [one for one in text.splitlines() if one.startswith("site_name")]
    assert yaml.safe_load(line) == {"site_name": name}


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    begin(tmp_path)
    (tmp_path / "README.md").write_text("mine", encoding="utf-8")
    with pytest.raises(WebsiteError, match="expected a folder that is empty"):
        begin(tmp_path)
    with pytest.raises(WebsiteError, match="expected the wheel"):
        begin(tmp_path / "b", wheel=tmp_path / "README.md")
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "mine"
    assert not (tmp_path / "b").exists()


def test_its_workflows_use_what_the_workflows_of_the_project_use() -> None:
    own = "".join(one.read_text("utf-8") for one in (ROOT / ".github/workflows").glob("*.yml"))
    for path in (STARTER / "workflows").glob("*.yml"):
        text = path.read_text(encoding="utf-8")
        used = re.findall(r"uses: (\S+ # \S+)", text)
        assert used and all(f"uses: {one}" in own for one in used)
        assert yaml.safe_load(text)["permissions"] == {}


def test_its_releases_are_made_as_those_of_the_project(tmp_path: Path) -> None:
    """The jobs are the same; what makes the release may write nothing, what writes runs no code."""
    begin(tmp_path)
    own, ours = (
        yaml.safe_load((base / ".github/workflows/release.yml").read_text(encoding="utf-8"))["jobs"]
        for base in (tmp_path, ROOT)
    )
    assert own["attach"] == ours["attach"] and own.keys() == ours.keys()
    assert own["build"]["permissions"] == ours["build"]["permissions"]
    commands = [step.get("run", "") for step in own["build"]["steps"]]
    assert sum("juesuan" in one for one in commands) >= 4 and not any(
        "make " in one for one in commands
    )


def test_its_workflows_have_no_known_fault(tmp_path: Path) -> None:
    begin(tmp_path)
    words = ("--offline", "--no-progress", "--quiet", "--min-severity", "medium")
    program = Path(sys.executable).with_name("zizmor")
    done = subprocess.run(
        [program, *words, tmp_path / ".github"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def wheel(tmp_path: Path) -> Path:
    """A wheel of this repository, built from a copy of it."""
    for name in ("scripts", "docs", "requirements"):
        ignored = shutil.ignore_patterns("__pycache__", "*.egg-info")
        shutil.copytree(ROOT / name, tmp_path / "copy" / name, ignore=ignored)
    shutil.copytree(ROOT / ".github", tmp_path / "copy" / ".github")
    for name in ("pyproject.toml", "setup.py", "mkdocs.yml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, tmp_path / "copy")
    words = ("wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index")
    pip(*words, "-w", str(tmp_path), str(tmp_path / "copy"))
    (made,) = tmp_path.glob("*.whl")
    return made


def pip(*words: str) -> None:
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    subprocess.run([*pip, *words], check=True, capture_output=True, text=True)


def installed(tmp_path: Path, made: Path) -> Path:
    """The command of an environment that has the wheel, and what it needs from this one."""
    place = tmp_path / "environment"
    venv.create(place, with_pip=False)
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    packages = place / "lib" / version / "site-packages"
    (packages / "shared.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    words = ("install", "--quiet", "--no-deps", "--no-index", str(made))
    pip("--python", str(place / "bin" / "python"), *words)
    return place / "bin" / "juesuan"


@pytest.mark.slow
def test_a_stranger_has_a_website_with_an_installed_program_alone(tmp_path: Path) -> None:
    made = wheel(tmp_path)
    program, root = installed(tmp_path, made), tmp_path / "mine"
    environment = {name: one for name, one in os.environ.items() if name != "PYTHONPATH"}

    def juesuan(*words: str) -> str:
        done = subprocess.run(
            [program, *words], cwd=root if root.is_dir() else tmp_path, env=environment,
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout

    juesuan("init", "mine", "--name", "示例市决算公开", "--wheel", made.name)
    for name, text in (("a-2024.txt", disclosure()), ("a-2025.txt", of_year(2025))):
        (tmp_path / name).write_text(text, encoding="utf-8")
        juesuan("add", str(tmp_path / name))
    built = json.loads(juesuan("site", "--json", "-j", "1"))
    assert built["pages"] > 200
    home = (root / "site" / "index.html").read_text(encoding="utf-8")
    assert "示例市决算公开" in home and "某某市示例局" in home
    first = (root / "site/d/a-2024/index.html").read_text(encoding="utf-8")
    assert "110.00" in first and "assets/juesuan.css" in first

    juesuan("rename", "a", "bureau", "--reason", "编号不好记")
    juesuan("remove", "bureau-2025", "--reason", "误收了草稿")
    assert json.loads(juesuan("validate", "--json")) == []
    juesuan("site", "-q", "-j", "1")
    d = root / "site" / "d"
    for old, goal in (
        ("a-2024", "../bureau-2024/"),
        ("a-2024/source", "../../bureau-2024/source/"),
        ("a-2024/a-2024.zip", "../../bureau-2024/bureau-2024.zip"),
        ("a-2025", "../bureau-2025/"),
        ("departments/a", "../bureau/"),
    ):
        assert f"url={goal}" in (d / old / "index.html").read_text(encoding="utf-8")
        assert (d / old / goal).exists()
    gone = (d / "bureau-2025" / "index.html").read_text(encoding="utf-8")
    assert "误收了草稿" in gone and "示例市决算公开" in gone
    news = (root / "site/corrections/index.html").read_text(encoding="utf-8")
    assert "撤下：某某市示例局 2025" in news and "改编号：" in news
