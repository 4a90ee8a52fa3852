"""The icons: `python resources/packaging/icons.py` draws every size and format from the two SVG files."""

import os
import struct
import sys
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "packaging" / "icons"
WINDOW_ICON = ROOT / "resources" / "icons" / "bunkatsu.png"
NAMES = ("program", "document")

#: Sides in pixels: of the files for Linux, of what is inside a Windows icon, and of the window's own.
LINUX = (16, 24, 32, 48, 64, 128, 256, 512)
WINDOWS = (16, 20, 24, 32, 40, 48, 64, 128, 256)
WINDOW = 128
#: The kinds of picture in a macOS icon; those from ic11 on are for screens with doubled pixels.
MACOS: Mapping[bytes, int] = {
    b"icp4": 16, b"icp5": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512,
    b"ic11": 32, b"ic12": 64, b"ic13": 256, b"ic14": 512, b"ic10": 1024,
}  # fmt: skip


def picture(source: Path, side: int) -> bytes:
    """A drawing as a PNG of so many pixels a side."""
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(source)).render(painter)
    painter.end()
    content = QBuffer()
    content.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(content, "PNG")  # type: ignore[call-overload]  # the stubs want the format as bytes
    return bytes(content.data().data())


def windows_icon(pictures: Mapping[int, bytes]) -> bytes:
    """An .ico file: a directory, then the pictures."""
    start = 6 + 16 * len(pictures)
    directory = struct.pack("<HHH", 0, 1, len(pictures))
    for side, content in pictures.items():
        directory += struct.pack("<BBBBHHII", side % 256, side % 256, 0, 0, 1, 32, len(content), start)
        start += len(content)
    return directory + b"".join(pictures.values())


def macos_icon(pictures: Mapping[int, bytes]) -> bytes:
    """An .icns file: pictures, each with its kind and length."""
    parts = b"".join(kind + struct.pack(">I", 8 + len(pictures[side])) + pictures[side] for kind, side in MACOS.items())
    return b"icns" + struct.pack(">I", 8 + len(parts)) + parts


def draw(name: str) -> None:
    """Write all files of an icon."""
    source = FOLDER / f"{name}.svg"
    pictures = {side: picture(source, side) for side in sorted({*LINUX, *WINDOWS, *MACOS.values()})}
    for side in LINUX:
        (FOLDER / f"{name}-{side}.png").write_bytes(pictures[side])
    (FOLDER / f"{name}.ico").write_bytes(windows_icon({side: pictures[side] for side in WINDOWS}))
    (FOLDER / f"{name}.icns").write_bytes(macos_icon(pictures))


def main() -> int:
    """Draw the icons; the exit status."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    running = QGuiApplication([])
    for name in NAMES:
        draw(name)
    WINDOW_ICON.write_bytes(picture(FOLDER / "program.svg", WINDOW))
    del running
    return 0


if __name__ == "__main__":
    sys.exit(main())
