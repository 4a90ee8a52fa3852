"""What PySide would otherwise find out by reading the source of every module that is imported, at every start.

It looks whether a module may ask for other spellings of Qt's names (`snake_case`, `true_property`). None of ours does;
said beforehand, that saves a twentieth of the start.
"""

import os
import sys

#: PySide's own values: a module that uses Qt with its names as they are, and one that does not use it.
AS_THEY_ARE, UNUSED = 0, -1


def say_beforehand(package: str, folder: str) -> None:
    """Enter the modules of a package and those of Python itself into PySide's list, if it has one."""
    known = getattr(sys.modules.get("shibokensupport.feature"), "pyside_feature_dict", None)
    if not isinstance(known, dict):
        return
    for name in sys.stdlib_module_names:
        known.setdefault(name, UNUSED)
    for path, _, files in os.walk(folder):
        parts = os.path.relpath(path, folder).replace(os.sep, ".")
        prefix = package if parts == "." else f"{package}.{parts}"
        uses_qt = prefix.startswith(f"{package}.ui")
        names = [f"{prefix}.{file.removesuffix('.py')}" for file in files if file.endswith(".py")]
        known |= dict.fromkeys([prefix, *names], AS_THEY_ARE if uses_qt else UNUSED)
