"""What goes into the one-folder program, and what of Python, Qt and Babel stays out: read by `bunkatsu.spec`.

Every line of these lists has its reason beside it; README.md of this folder says what they save.
"""

import re
from collections.abc import Iterable, Sequence
from fnmatch import fnmatch
from pathlib import Path, PurePath

#: Reverse name of the program where a platform wants one: the bundle on macOS, and the type of its files there.
IDENTIFIER = "org.bunkatsu.Bunkatsu"
FILE_TYPE = "org.bunkatsu.scenario"

#: Modules that something imports somewhere, but never on a way that the program goes.
UNUSED_MODULES = (
    # The program opens no socket: what could is not there. (`socket` itself is imported by the module for mails, with
    # which Python reads the description of a package.)
    "PySide6.QtDBus", "PySide6.QtNetwork", "_ssl", "ssl", "ftplib", "http", "imaplib", "nntplib", "poplib",
    "smtplib", "socketserver", "telnetlib", "urllib.error", "urllib.request", "webbrowser", "xmlrpc",
    # Extensions over libraries of the system; Python has its own for what is used of them.
    "_crypt", "_curses", "_dbm", "_gdbm", "_hashlib", "_sqlite3", "_tkinter", "_uuid", "nis", "ossaudiodev",
    # Catalogues are compiled before they are packed.
    "babel.messages", "setuptools", "distutils",
    # Tools of developers.
    "doctest", "ensurepip", "lib2to3", "pdb", "pydoc", "pydoc_data", "pytest", "unittest", "venv",
    # Other windows, data bases and number crunchers, which libraries use where they find them.
    "IPython", "PIL", "curses", "lxml", "numpy", "pandas", "readline", "sqlite3", "tkinter",
    # Several processes at once: there is one.
    "asyncio", "concurrent", "multiprocessing",
)  # fmt: skip

#: Plugins of Qt that are kept, by folder. All others stay out:
#: pictures other than PNG and drawings in SVG (the program draws its own icons and shows no picture files),
#: certificates and network, OpenGL and full-screen devices without a desktop, touch tables, data bases, QML.
PLUGINS = {
    "platforms": ("*qxcb*", "*qwayland*", "*qoffscreen*", "*qwindows*", "*qcocoa*"),  # offscreen writes the PDF
    "platformthemes": ("*gtk3*", "*xdgdesktopportal*"),  # the desktop's file dialogs, fonts and colours
    "platforminputcontexts": ("*compose*", "*ibus*"),  # Japanese is typed through an input method
    "wayland-shell-integration": ("*xdg-shell*",),
    "wayland-decoration-client": ("*bradient*",),  # a title bar where the desktop draws none
    "printsupport": ("*",),
    "styles": ("*",),  # the look of Windows and macOS
}

#: Languages of Qt's own words and of Babel's data. The source language needs none of Qt's.
QT_WORDS = ("qtbase_ja.qm",)
BABEL_DATA = ("root.dat", "en.dat", "en_001.dat", "en_US.dat", "ja.dat", "ja_JP.dat")

#: Libraries of Qt that only left-out plugins want: libQt6Network.so.6, Qt6Network.dll, QtNetwork.framework
#: as each system calls them. Links to them stand outside the folder of Qt too.
UNUSED_LIBRARIES = re.compile(r"(lib)?Qt6?(EglF|Network|OpenGL|Pdf|Qml|Quick|Svg|Virtual)")
SOFTWARE_OPENGL = ("opengl32sw.dll", "d3dcompiler_*.dll")  # widgets are painted without OpenGL

#: What Python itself is linked with; all other system libraries come from the Linux distribution (see deb.py).
PYTHON_LIBRARIES = ("libpython*", "libffi*", "libz.so*", "libbz2*", "liblzma*")


def modules(package: Path) -> list[str]:
    """The full names of all modules of a package, those imported late included."""
    names = (path.relative_to(package.parent).with_suffix("").parts for path in sorted(package.rglob("*.py")))
    return [".".join(name[:-1] if name[-1] == "__init__" else name) for name in names]


def data_files(package: Path) -> list[tuple[str, str]]:
    """Every resource and catalogue of the built package, and the folder it goes to."""
    data = package / "_data"
    files = (path for path in sorted(data.rglob("*")) if path.is_file())
    return [(str(path), path.parent.relative_to(package.parent).as_posix()) for path in files]


def is_wanted(destination: str, source: str = "") -> bool:
    """Whether a file that was collected is shipped; `source` is where it lies on the building machine."""
    path = PurePath(destination.replace("\\", "/"))
    if any(map(UNUSED_LIBRARIES.match, path.parts)):
        return False
    if path.parts[:1] in (("PySide6",), ("shiboken6",)) and not _is_wanted_of_qt(path):
        return False
    if path.parts[:2] == ("babel", "locale-data"):
        return path.name in BABEL_DATA
    if path.parts[:1] == ("tzdata",) or path.parts[:1] == ("pytz",):
        return False  # the program knows days, not hours
    return not _is_of_the_system(source) or _is_any(path.name, PYTHON_LIBRARIES)


def _is_wanted_of_qt(path: PurePath) -> bool:
    """Whether a file below PySide6 is shipped."""
    folders = path.parts[:-1]
    if "plugins" in folders:
        kind = folders[folders.index("plugins") + 1]
        return _is_any(path.name, PLUGINS.get(kind, ()))
    if "translations" in folders:
        return path.name in QT_WORDS
    return "qml" not in folders and not _is_any(path.name, SOFTWARE_OPENGL)


def _is_of_the_system(source: str) -> bool:
    """Whether a file belongs to the Linux distribution of the building machine."""
    return bool(re.match(r"(/usr)?/lib(64)?/", source))


def _is_any(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatch(name, pattern) for pattern in patterns)


def wanted(collected: Iterable[Sequence[str]]) -> list[tuple[str, ...]]:
    """The entries of a table of contents (destination, source, kind) that are shipped."""
    return [tuple(entry) for entry in collected if is_wanted(entry[0], entry[1] or "")]
