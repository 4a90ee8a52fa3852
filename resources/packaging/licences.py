"""The licences of everything that is shipped, found where the packages were installed."""

import os
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path, PurePath

import contents
from packaging.requirements import Requirement

FOLDER = Path(__file__).resolve().parent / "licences"
WORDS = ("licen", "copying", "notice", "authors")


def shipped(requirements: list[str]) -> Iterator[Distribution]:
    """The packages that requirements bring along, each once."""
    seen: set[str] = set()
    waiting = list(requirements)
    while waiting:
        requirement = Requirement(waiting.pop(0))
        if requirement.marker is not None and not requirement.marker.evaluate({"extra": ""}):
            continue
        found = distribution(requirement.name)
        if found.name.lower() not in seen:
            seen.add(found.name.lower())
            waiting += found.requires or []
            yield found


def licence_files(requirements: list[str]) -> Iterator[tuple[str, str]]:
    """Every file with a licence, and the folder of the program that it goes to."""
    for path in sorted(FOLDER.iterdir()):
        yield str(path), "licences"
    yield str(_python_licence()), "licences/python"
    for found in shipped(requirements):
        folder = found.name.lower().replace("-", "_")
        for file in found.files or []:
            if _is_licence(PurePath(file)):
                below = PurePath(*[part for part in PurePath(file).parts[1:-1] if part != ".."])
                yield str(found.locate_file(file)), (PurePath("licences", folder) / below).as_posix()


def descriptions(requirements: list[str]) -> Iterator[tuple[str, str]]:
    """What packages say of themselves, where Python looks for it: the window names their versions."""
    for found in shipped(requirements):
        for file in found.files or []:
            if file.name == "METADATA" and contents.is_wanted(found.name):
                yield str(found.locate_file(file)), file.parts[0]


def _is_licence(file: PurePath) -> bool:
    """Whether a file of a package's description is a licence, or says which it has."""
    if not file.parts[0].endswith(".dist-info"):
        return False
    return file.name == "METADATA" or any(word in part.lower() for word in WORDS for part in file.parts[1:])


def _python_licence() -> Path:
    """The licence of the Python that is shipped. Raises `FileNotFoundError` where it does not say."""
    documents = Path("/usr/share/doc", f"python{sys.version_info.major}.{sys.version_info.minor}", "copyright")
    places = (Path(os.__file__).parent / "LICENSE.txt", Path(sys.base_prefix, "LICENSE.txt"), documents)
    for place in places:
        if place.is_file():
            return place
    raise FileNotFoundError("the licence of Python, in " + ", ".join(map(str, places)))
