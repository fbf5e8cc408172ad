"""What MkDocs reads, and the hash that knows it."""

from __future__ import annotations

from pathlib import Path

import pytest

from juesuan import pages
from juesuan.website.frame import Shape
from juesuan.website.workplace import key, lay_out

SHAPES = [Shape(2), Shape(3, ("toc",))]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "docs" / "assets").mkdir(parents=True)
    (tmp_path / "docs" / "a.md").write_text("# 甲\n", encoding="utf-8")
    (tmp_path / "docs" / "assets" / "a.css").write_text("p {}", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: 站\n", encoding="utf-8")
    return tmp_path


def test_frames_lie_among_what_people_write_and_not_in_docs(root: Path) -> None:
    place = root / ".cache" / "x"
    (place / "docs").mkdir(parents=True)
    (place / "docs" / "old.md").write_text("", encoding="utf-8")
    lay_out(root, place, SHAPES)
    found = sorted(
        path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file()
    )
    assert found == [
        "docs/a.md", "docs/assets/a.css", "docs/assets/site.js", "docs/d/d/juesuan-frame-toc/index.md",
        "docs/d/juesuan-frame/index.md", "mkdocs.yml",
    ]  # fmt: skip
    assert pages.script() in (place / "docs" / "assets" / "site.js").read_text(encoding="utf-8")
    assert (
        not (root / "docs" / "d").exists() and not (root / "docs" / "assets" / "site.js").exists()
    )


def test_the_scripts_of_all_pages_become_one_in_their_order(root: Path) -> None:
    said = "extra_javascript:\n  - assets/b.js\n  - assets/a.js\nextra: {}\n"
    (root / "mkdocs.yml").write_text(f"site_name: 站\n{said}", encoding="utf-8")
    for name in "ab":
        (root / "docs" / "assets" / f"{name}.js").write_text(f"f({name});\n", encoding="utf-8")
    place = root / ".cache" / "x"
    lay_out(root, place, SHAPES)
    config = (place / "mkdocs.yml").read_text(encoding="utf-8")
    assert config == "site_name: 站\nextra_javascript:\n  - assets/site.js\nextra: {}\n"
    text = (place / "docs" / "assets" / "site.js").read_text(encoding="utf-8")
    own = text.index(pages.script())
    assert own < text.index("try {\nf(b);\n} catch") < text.index("try {\nf(a);\n} catch")
    assert (root / "mkdocs.yml").read_text(encoding="utf-8").endswith(said), "the source stays"


@pytest.mark.slow
def test_whatever_a_page_depends_on_changes_the_hash(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = {key(root, SHAPES, "mkdocs")}

    def is_new() -> bool:
        found = key(root, SHAPES, "mkdocs")
        return found not in seen and not seen.add(found)

    assert not is_new()
    (root / "docs" / "a.md").write_text("# 乙\n", encoding="utf-8")
    assert is_new()
    (root / "docs" / "b.md").write_text("# 丙\n", encoding="utf-8")
    assert is_new()
    (root / "mkdocs.yml").write_text("site_name: 台\n", encoding="utf-8")
    assert is_new()
    for name in ("JUESUAN_SITE_URL", "JUESUAN_REPOSITORY", "SOURCE_DATE_EPOCH"):
        monkeypatch.setenv(name, "86400")
        assert is_new(), name
    assert key(root, SHAPES[:1], "mkdocs") not in seen
    assert key(root, SHAPES, "properdocs") not in seen
    (root / "docs" / "a.md").touch()
    assert not is_new(), "when a file was written is no matter"
