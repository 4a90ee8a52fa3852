"""The Debian package: `python resources/packaging/deb.py FOLDER [TARGET]`, FOLDER being what build.py made.

The program lies in /usr/lib/bunkatsu as it was built. Libraries of the system are not in it but named as packages to
depend on, found from what its files are linked with. Nothing runs when it is installed or removed: menus, file types
and icons are brought up to date by the packages that own those lists.
"""

import gzip
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

import platforms

FOLDER = Path(__file__).resolve().parent
ICONS = FOLDER / "icons"
PROGRAM = Path("usr", "lib", "bunkatsu")
PLACES: Mapping[str, str] = {
    "bunkatsu.desktop": "usr/share/applications/bunkatsu.desktop",
    "bunkatsu.metainfo.xml": "usr/share/metainfo/org.bunkatsu.Bunkatsu.metainfo.xml",
    "bunkatsu.mime.xml": "usr/share/mime/packages/bunkatsu.xml",
    "copyright": "usr/share/doc/bunkatsu/copyright",
    "lintian-overrides": "usr/share/lintian/overrides/bunkatsu",
}
ICON_NAMES = {"program": "apps/bunkatsu", "document": "mimetypes/application-x-bunkatsu"}
MANUAL = "usr/share/man/man1/bunkatsu.1.gz"
CHANGES = "usr/share/doc/bunkatsu/changelog.gz"
MAINTAINER = "The makers of Bunkatsu <makers@bunkatsu.invalid>"

#: Which package has a library. Later releases of Debian give these packages other names and provide the old ones.
PACKAGES: Mapping[str, str] = {
    "libEGL.so.1": "libegl1", "libGL.so.1": "libgl1", "libX11-xcb.so.1": "libx11-xcb1", "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3", "libfontconfig.so.1": "libfontconfig1", "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1", "libglib-2.0.so.0": "libglib2.0-0", "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6", "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0", "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4", "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1", "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0", "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0", "libxcb-shm.so.0": "libxcb-shm0", "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1", "libxcb-xfixes.so.0": "libxcb-xfixes0", "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1", "libxkbcommon-x11.so.0": "libxkbcommon-x11-0", "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g", "libzstd.so.1": "libzstd1",
}  # fmt: skip
#: Part of the C library.
C_LIBRARY = re.compile(r"(libc|libm|libdl|libpthread|librt|libutil|ld-linux-[a-z0-9-]+)\.so\.\d")
#: Plugins that Qt leaves out where their libraries are missing: the look and dialogs of GTK, and printers.
OPTIONAL = {"libqgtk3.so": "libgtk-3-0", "libcupsprintersupport.so": "libcups2"}
JAPANESE_FONT = "fonts-noto-cjk | fonts-ipaexfont-gothic | fonts-ipafont-gothic | fonts-japanese-gothic"

CHANGELOG = """\
bunkatsu ({version}) unstable; urgency=medium

  * Release {version}.

 -- {maintainer}  {date}
"""
CONTROL = """\
Package: bunkatsu
Version: {version}
Architecture: {architecture}
Maintainer: {maintainer}
Installed-Size: {size}
Depends: {depends}
Recommends: {recommends}
Section: misc
Priority: optional
Description: stock-split calculator in Japanese and English
 Enter what a company announced, a split, a consolidation or a change of its
 ADR ratio, and see what follows: share counts, limits of the Companies Act,
 dates, option series, ADRs, dividends, prices and your own lots. Every result
 is exact, explains itself, and goes into an Excel workbook with live formulas.
 .
 It works offline.
"""


def build(program: Path, target: Path, version: str, *, compression: str = "xz") -> Path:
    """Write the package of a built program into `target`; returns its path."""
    architecture = _output("dpkg", "--print-architecture").strip()
    package = target / f"bunkatsu_{version}_{architecture}.deb"
    with tempfile.TemporaryDirectory(prefix="bunkatsu-") as work:
        root = Path(work, "root")
        shutil.copytree(program, root / PROGRAM, symlinks=True)
        _place(root, version)
        size = sum(path.lstat().st_size for path in root.rglob("*") if path.is_file()) // 1024 + 1
        _describe(root, version, architecture, size)
        _allow_reading(root)
        target.mkdir(parents=True, exist_ok=True)
        _output("dpkg-deb", "--root-owner-group", f"-Z{compression}", "--build", str(root), str(package))
    return package


def _place(root: Path, version: str) -> None:
    """Put everything beside the program in its place."""
    for name, place in PLACES.items():
        _copy(FOLDER / "linux" / name, root / place)
    for name, icon in ICON_NAMES.items():
        _copy(ICONS / f"{name}.svg", root / f"usr/share/icons/hicolor/scalable/{icon}.svg")
        for path in ICONS.glob(f"{name}-*.png"):
            side = path.stem.rpartition("-")[2]
            _copy(path, root / f"usr/share/icons/hicolor/{side}x{side}/{icon}.png")
    _write(root / MANUAL, gzip.compress((FOLDER / "linux" / "bunkatsu.1").read_bytes(), mtime=0))
    told = {"version": version, "maintainer": MAINTAINER, "date": format_datetime(_released(version))}
    _write(root / CHANGES, gzip.compress(CHANGELOG.format(**told).encode(), mtime=0))
    command = root / "usr" / "bin" / "bunkatsu"
    command.parent.mkdir(parents=True)
    command.symlink_to("../lib/bunkatsu/bunkatsu")


def _released(version: str) -> datetime:
    """The day of a release, as software centres are told it. Raises `LookupError` where they are not."""
    described = (FOLDER / "linux" / "bunkatsu.metainfo.xml").read_text(encoding="utf-8")
    found = re.search(rf'<release version="{re.escape(version)}" date="([\d-]+)"', described)
    if found is None:
        raise LookupError(f"bunkatsu.metainfo.xml names no release {version}")
    return datetime.fromisoformat(found[1]).replace(tzinfo=UTC)


def _describe(root: Path, version: str, architecture: str, size: int) -> None:
    """Write what the package manager is told."""
    program = root / PROGRAM
    depends = ", ".join([*dependencies(program), JAPANESE_FONT])
    told = {"version": version, "architecture": architecture, "size": size, "depends": depends}
    told["maintainer"] = MAINTAINER
    control = CONTROL.format(**told, recommends=", ".join(sorted(OPTIONAL.values())))
    files = [path for path in sorted(root.rglob("*")) if path.is_file() and not path.is_symlink()]
    sums = _output("md5sum", *(path.relative_to(root).as_posix() for path in files), folder=root)
    _write(root / "DEBIAN" / "control", control.encode())
    _write(root / "DEBIAN" / "md5sums", sums.encode())


def dependencies(program: Path) -> list[str]:
    """The packages that the libraries of a program need. Raises `LookupError` for a library of no known package."""
    files = [path for path in sorted(program.rglob("*")) if _is_binary(path)]
    own = {path.name for path in files}
    linked = {name for path in files if path.name not in OPTIONAL for name in _linked_with(path)}
    outside = {name for name in linked - own if not C_LIBRARY.fullmatch(name)}
    unknown = sorted(outside - PACKAGES.keys())
    if unknown:
        raise LookupError(f"no package is known for {', '.join(unknown)}")
    return [f"libc6 (>= {_least_c_library(files)})", *sorted({PACKAGES[name] for name in outside})]


def _is_binary(path: Path) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def _linked_with(path: Path) -> list[str]:
    """The libraries that a binary names."""
    return re.findall(r"NEEDED\s+(\S+)", _output("objdump", "-p", str(path)))


def _least_c_library(files: Iterable[Path]) -> str:
    """The oldest C library that has everything the binaries ask of it."""
    asked = {int(minor) for path in files for minor in re.findall(rb"GLIBC_2\.(\d+)", path.read_bytes())}
    return f"2.{max(asked)}"


def _allow_reading(root: Path) -> None:
    """Everybody may read everything, whoever built it, and run the program alone."""
    for path in (root, *root.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path == root / PROGRAM / "bunkatsu" else 0o644)


def _copy(source: Path, place: Path) -> None:
    _write(place, source.read_bytes())


def _write(place: Path, content: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)


def _output(*command: str, folder: Path | None = None) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=folder).stdout


def main(arguments: list[str]) -> int:
    """Build the package and say where; the exit status."""
    if len(arguments) not in (1, 2):
        print(f"use: {Path(__file__).name} FOLDER [TARGET]", file=sys.stderr)
        return 2
    program = Path(arguments[0])
    version = platforms.version(FOLDER.parents[1] / "desktop")
    print(build(program, Path(arguments[1]) if len(arguments) == 2 else program.parent, version))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
