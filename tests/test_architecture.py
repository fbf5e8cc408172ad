"""The stages meet in the model and never import one another; every module stays small."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent / "scripts" / "juesuan"
BASE = {"errors", "amount", "model", "rows", "terms"}
MAY = {
    "errors": set(),
    "amount": set(),
    "model": {"rows"},
    "rows": set(),
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


def test_only_the_command_line_prints_or_exits() -> None:
    for path in ROOT.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        calls = {
            n.func.id
            for n in ast.walk(tree)
            if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)
        }
        assert path.name == "cli.py" or not calls & {"print", "exit", "input"}, path


def test_modules_stay_small() -> None:
    for path in ROOT.rglob("*.py"):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 400, path
