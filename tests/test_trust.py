"""Read off the sources: nothing can leave the computer, and nothing that comes from others is taken for code."""

import ast
from functools import cache
from pathlib import Path

import pytest

DESKTOP = Path(__file__).resolve().parents[1] / "desktop"
#: Modules that open addresses of the network or other programs, or that turn data into code, by their first names.
NETWORK = {
    "aiohttp", "asyncio", "ftplib", "http", "httpx", "imaplib", "nntplib", "poplib", "requests", "selectors", "smtplib",
    "socket", "socketserver", "ssl", "subprocess", "telnetlib", "urllib", "urllib3", "webbrowser", "websockets",
    "xmlrpc",
}  # fmt: skip
CODE = {"code", "codeop", "dill", "jsonpickle", "marshal", "pickle", "pty", "runpy", "shelve", "yaml"}
#: Parts of Qt, and words of it, that do so.
QT = (
    "QtNetwork", "QtWebEngine", "QtWebSockets", "QtDBus", "QtRemoteObjects", "QtQml", "QDesktopServices", "QProcess",
    "QLocalSocket", "QTcpSocket", "QNetwork", "QPluginLoader", "setOpenExternalLinks",
)  # fmt: skip
CALLS = {
    "__import__", "compile", "eval", "exec", "execv", "execvp", "fork", "import_module", "popen", "posix_spawn",
    "spawnv",
    "startfile", "system",
}  # fmt: skip
#: The formulas of the declarations are compiled, and found again where a wheel brings them along compiled.
OWN = {
    ("domain/evaluate.py", "compile"),
    ("domain/evaluate.py", "exec"),
    ("domain/calculation.py", "import_module"),
}


@cache
def nodes() -> list[tuple[str, ast.AST]]:
    """Every import and call of every source, with the name of its file."""
    return [
        (path.relative_to(DESKTOP).as_posix(), node)
        for path in sorted(DESKTOP.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom | ast.Call)
    ]


def imported(node: ast.AST) -> list[str]:
    """The full names of what a statement imports."""
    match node:
        case ast.Import(names=names):
            return [alias.name for alias in names]
        case ast.ImportFrom(module=str(module), level=0, names=names):
            return [f"{module}.{alias.name}" for alias in names]
    return []


def called(node: ast.AST) -> str:
    """The name of a function that is called; of one of a module or object where that could be such a one."""
    match node:
        case ast.Call(func=ast.Name(id=name)):
            return name
        case ast.Call(func=ast.Attribute(value=ast.Name(id="os" | "importlib" | "builtins"), attr=name)):
            return name
    return ""


@pytest.mark.parametrize("banned", [NETWORK, CODE], ids=["network", "code"])
def test_no_source_imports_what_reaches_out_or_runs_data(banned: set[str]) -> None:
    assert {
        (file, name) for file, node in nodes() for name in imported(node) if name.partition(".")[0] in banned
    } == set()


def test_no_source_names_a_part_of_qt_that_does() -> None:
    found = {(path.name, word) for path in DESKTOP.rglob("*.py") for word in QT if word in path.read_text("utf-8")}
    assert found == set()


def test_nothing_is_compiled_but_the_formulas_of_the_declarations() -> None:
    assert {(file, called(node)) for file, node in nodes() if called(node) in CALLS} == OWN
