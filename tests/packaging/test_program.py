"""The packed program, built as it is shipped: it does everything, holds what it should, comes and goes as a package."""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import deb
import pytest

import desktop

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "resources" / "packaging"
TOOLS = ("objdump", "strip") if sys.platform == "linux" else ()


def run(*command: str | Path, **variables: str) -> str:
    """What a command prints; it must end well."""
    environment = {**os.environ, **variables}
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=900, env=environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of the built program."""
    if importlib.util.find_spec("PyInstaller") is None:
        pytest.skip("PyInstaller is missing: pip install '.[package]'")
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        pytest.skip(f"{', '.join(missing)} missing: install binutils")
    run(sys.executable, PACKAGING / "build.py", tmp_path / "dist")
    return tmp_path / "dist" / "bunkatsu"


def test_the_program_is_built_and_does_everything(folder: Path, tmp_path: Path) -> None:
    program = folder / ("bunkatsu.exe" if sys.platform == "win32" else "bunkatsu")
    run(sys.executable, PACKAGING / "try_program.py", program)
    assert [path for path in folder.rglob("*") if re.match(r"(lib)?Qt6?(Network|Qml)|_ssl", path.name)] == []
    assert [path for path in folder.rglob("*") if path.is_symlink() and not path.exists()] == []
    assert {path.name for path in (folder / "_internal" / "licences").iterdir()} > {"LGPL-3.txt", "python", "openpyxl"}
    if sys.platform == "linux":
        assert list(paths_of_this_machine(folder)) == []
    if shutil.which("dpkg-deb") is not None:
        package = deb.build(folder, tmp_path, desktop.__version__, compression="none")
        comes_and_goes(package, tmp_path / "root")


def paths_of_this_machine(folder: Path) -> Iterator[str]:
    """Folders outside the program in which its libraries would look for others."""
    for path in folder.rglob("*.so*"):
        for found in re.findall(r"(?:RPATH|RUNPATH)\s+(\S+)", run("objdump", "-p", path)):
            yield from (f"{path.name}: {part}" for part in found.split(":") if not part.startswith("$ORIGIN"))


def comes_and_goes(package: Path, root: Path) -> None:
    """Unpack a package into an empty root, run it there, and remove every file that it says it has."""
    told = dict(re.findall(r"^(\w[\w-]*): (.*)$", run("dpkg-deb", "--field", package), re.MULTILINE))
    assert told["Package"] == "bunkatsu"
    assert told["Version"] == desktop.__version__
    assert "fonts-noto-cjk" in told["Depends"]
    listed = run("dpkg-deb", "--contents", package).splitlines()
    assert all(line.split()[1] == "root/root" for line in listed)
    run("dpkg-deb", "--extract", package, root)
    assert run(root / "usr" / "bin" / "bunkatsu", "--version") == f"bunkatsu {desktop.__version__}\n"
    for line in listed:
        name = line.split(maxsplit=5)[5].partition(" -> ")[0]
        if not name.endswith("/"):
            (root / name).unlink()
    assert [path for path in root.rglob("*") if not path.is_dir()] == []
