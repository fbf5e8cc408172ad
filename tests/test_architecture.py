"""The stages meet in the model and never import one another; every module stays small."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent / "scripts" / "juesuan"
BASE = {"errors", "amount", "rows", "model", "terms"}
MAY = {
    "errors": set(),
    "amount": set(),
    "rows": set(),
    "model": {"rows"},
    "terms": {"errors", "amount"},
    "intake": BASE,
    "parse": BASE,
    "package": BASE,
    "check": BASE,
    "collection": BASE | {"intake", "parse", "package", "check"},
    "pages": BASE | {"intake", "package", "check", "collection"},
    "cli": BASE | {"package", "check", "collection", "pages"},
    "__main__": {"cli"},
    "__init__": set(),
}


WINGS = {
    "charts": set(),
    "disclosure": {"charts"},
    "across": set(),
    "machines": set(),
}
"""The wings of the pages, and which others each may import."""

GROUND = {
    "addresses": set(),
    "limits": set(),
    "words": set(),
    "writer": set(),
    "printed": set(),
    "coverage": set(),
    "markup": {"addresses", "words"},
    "figures": {"addresses"},
    "store": {"figures"},
    "spending": {"store"},
}
"""The ground floor of the pages, which all wings share, and what of it each part may import."""


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "juesuan":
            parts = node.module.split(".")
            names |= (
                {parts[1]}
                if len(parts) > 1
                else {alias.name for alias in node.names if alias.name != "__version__"}
            )
    return names


def test_data_flows_one_way() -> None:
    for path in ROOT.rglob("*.py"):
        stage = path.relative_to(ROOT).parts[0].removesuffix(".py")
        assert imported(path) - {stage} <= MAY[stage], path


def imported_pages(path: Path) -> set[str]:
    """Parts of the pages that a module imports."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "juesuan.pages":
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("juesuan.pages."):
            names.add((node.module or "").split(".")[2])
    return names


def test_wings_of_the_pages_never_import_one_another() -> None:
    for wing, others in WINGS.items():
        for path in (ROOT / "pages" / wing).rglob("*.py"):
            assert imported_pages(path) <= {wing} | others | GROUND.keys(), path


def test_only_render_knows_all_wings() -> None:
    for path in (ROOT / "pages").glob("*.py"):
        if path.stem in GROUND:
            assert imported_pages(path) <= GROUND[path.stem], path
        else:
            assert path.stem in ("render", "__init__"), path
    assert imported_pages(ROOT / "pages" / "render.py") >= {"disclosure", "across", "machines"}
    assert imported_pages(ROOT / "pages" / "__init__.py") == {"render", "machines"}


def test_only_the_command_line_prints_or_exits() -> None:
    for path in ROOT.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        calls = {
            n.func.id
            for n in ast.walk(tree)
            if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)
        }
        is_cli = path.relative_to(ROOT).parts[0] == "cli"
        assert is_cli or not calls & {"print", "exit", "input"}, path


def test_modules_stay_small() -> None:
    for path in ROOT.rglob("*.py"):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 400, path
