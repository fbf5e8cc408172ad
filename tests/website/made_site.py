"""A small repository of a website: two pages written by hand, two disclosures as they were drawn."""

from __future__ import annotations

import shutil
from pathlib import Path

from juesuan.pages.addresses import DRAWN
from juesuan.pages.markup import front
from tests.conftest import ROOT

ONE, TWO = "made-up-2023", "made-up-2024"
PARTS = "first-part"

CONFIG = """site_name: 站
site_url: !ENV [JUESUAN_SITE_URL, ""]
site_description: 全站
theme:
  name: material
  language: zh
  font: false
  custom_dir: docs/overrides
nav:
  - 首页: index.md
  - 关于: about.md
not_in_nav: /d/
exclude_docs: /overrides/
plugins: []
markdown_extensions:
  - attr_list
validation:
  unrecognized_links: ignore
extra: {repository: ""}
"""


def drawn_page(title: str, html: str, *hide: str) -> str:
    """A body as templates write it."""
    return f'{front(title=title, hide=sorted(hide))}\n<h1 id="top">{title}</h1>\n{html}\n'


def put(root: Path, name: str, content: str) -> None:
    """Write a drawn file."""
    path = root / DRAWN / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")


def disclosure(root: Path, name: str, text: str = "正文") -> None:
    """Draw a disclosure of two pages and two files."""
    below = f'<p id="p">{text}</p>\n<a href="checks/#c">核对</a><a href="x.csv">表</a><a href="../../about/">关于</a>'
    put(root, f"d/{name}/index.body", drawn_page(f"{name} 决算", below))
    up = '<h2 id="c">核对</h2><a href="../#p">上</a>'
    put(root, f"d/{name}/checks/index.body", drawn_page("核对", up, "navigation"))
    put(root, f"d/{name}/x.csv", "a,b\n1,2\n")
    put(root, f"d/{name}/.fingerprint", f"{name}{text}")


def write(root: Path) -> Path:
    """Write the repository; its root."""
    shutil.copytree(ROOT / "docs" / "overrides", root / "docs" / "overrides")
    pages = (
        "disclosures topics three-public functions projects checks data developers search guide "
        "glossary methods corrections privacy coverage en"
    )
    for name in pages.split():
        (root / "docs" / f"{name}.md").write_text(f"# {name}\n", encoding="utf-8")
    index = f"# 首页\n\n[关于](about.md)\n\n<!-- part: {PARTS} -->\n"
    (root / "docs" / "index.md").write_text(index, encoding="utf-8")
    (root / "docs" / "about.md").write_text("# 关于\n\n一句话。\n", encoding="utf-8")
    (root / "docs" / "assets").mkdir()
    (root / "docs" / "assets" / "theme.js").write_text("", encoding="utf-8")
    (root / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    put(root, f"d/parts/{PARTS}.html", f'<p>部分</p><a href="d/{ONE}/checks/#c">核对</a>')
    put(root, "d/all/feed.xml", "<feed/>")
    for name in (ONE, TWO):
        disclosure(root, name)
    put(root, "d/rules/N01/index.body", drawn_page("N01", "<p>规则</p>", "navigation", "toc"))
    return root


def content(folder: Path) -> dict[str, bytes]:
    """All files of a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
