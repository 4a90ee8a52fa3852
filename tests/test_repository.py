"""The repository itself: the tools find nothing, imports point down, the top level is what it should be."""

import ast
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TOP_LEVEL = {"pyproject.toml", "desktop", "resources", "translations", "tests", "README.md"}
TOOLS = {
    "ruff check": ["-m", "ruff", "check", "--quiet"],
    "ruff format": ["-m", "ruff", "format", "--check"],
    "mypy": ["-m", "mypy", "--no-error-summary"],
    "import-linter": ["-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-cache"],
}


def run(arguments: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(arguments, cwd=ROOT, capture_output=True, text=True, check=False, encoding="utf-8")


@pytest.mark.parametrize("tool", TOOLS)
def test_tool_finds_nothing(tool: str) -> None:
    done = run([sys.executable, *TOOLS[tool]])
    assert done.returncode == 0, f"{tool}\n{done.stdout}{done.stderr}"


def test_domain_imports_only_the_standard_library() -> None:
    imported = {
        (path.name, module.partition(".")[0])
        for path in (ROOT / "desktop" / "domain").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for module in imports(node)
    }
    assert {(name, module) for name, module in imported if module not in sys.stdlib_module_names} == set()


def imports(node: ast.AST) -> list[str]:
    """The modules that a statement imports by their full name."""
    match node:
        case ast.Import(names=names):
            return [alias.name for alias in names]
        case ast.ImportFrom(module=str(module), level=0):
            return [module]
    return []


def test_top_level_holds_nothing_else() -> None:
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    listed = run([git, "ls-files", "--cached", "--others", "--exclude-standard"]).stdout.splitlines()
    top = {Path(name).parts[0] for name in listed}
    assert {name for name in top if not name.startswith(".")} <= TOP_LEVEL


def test_ci_runs_the_test_command_of_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"^python3 -m venv .*pytest.*$", readme, re.MULTILINE)
    assert len(commands) == 1
    assert commands[0] in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


def test_wheel_carries_resources_and_catalogues(tmp_path: Path) -> None:
    done = run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)])
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        data = {name.removeprefix("desktop/_data/") for name in wheel.namelist() if name.startswith("desktop/_data/")}
    sources = {path.relative_to(ROOT).as_posix() for path in (ROOT / "resources").rglob("*.*")}
    expected = {name for name in sources if not re.match("resources/(packaging/|screenshot-)", name)}
    assert data == expected | {"translations/ja/LC_MESSAGES/bunkatsu.mo"}
