"""Where resources/ and translations/ lie: in the checkout, or in `_data` of an installed or frozen program."""

import gettext
import os
from functools import lru_cache
from io import BytesIO
from pathlib import Path

SOURCE_LANGUAGE = "en"

#: Before the name of an example, where a file could be named too.
EXAMPLE = "example:"
#: What the program opens with.
OPENING_EXAMPLE = f"{EXAMPLE}iij-2020"

_PACKAGE = Path(__file__).parent  # frozen programs keep the package's files under this path too
_INSTALLED = _PACKAGE / "_data"
_ROOT = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent


def resource(*parts: str) -> Path:
    """The path of a file in resources/."""
    return _ROOT.joinpath("resources", *parts)


def example(name: str, language: str = "") -> Path:
    """The path of the example scenario `name`, in the language where there is one; it need not exist."""
    worded = resource("examples", f"{name}.{language}.bunkatsu")
    return worded if worded.is_file() else resource("examples", f"{name}.bunkatsu")


def closed_days(market: str) -> Path:
    """The path of the table of days on which a market is closed."""
    return resource("calendars", f"{market}.json")


@lru_cache
def catalogue(language: str) -> gettext.NullTranslations:
    """The texts of a language; English is the language of the source and has no catalogue.

    Raises FileNotFoundError for a language without a catalogue.
    """
    if language == SOURCE_LANGUAGE:
        return gettext.NullTranslations()
    source = _ROOT / "translations" / language / "LC_MESSAGES" / "bunkatsu.po"
    compiled = source.with_suffix(".mo")
    if _current(compiled, source):
        return gettext.GNUTranslations(BytesIO(compiled.read_bytes()))
    content = compile_catalogue(source)
    _keep(compiled, content)
    return gettext.GNUTranslations(BytesIO(content))


def compile_catalogue(source: Path) -> bytes:
    """A .po file as the bytes of a .mo file."""
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - only a checkout that changed gets here
    from babel.messages.pofile import read_po  # noqa: PLC0415

    with source.open("rb") as file:
        catalog = read_po(file, abort_invalid=True)
    content = BytesIO()
    write_mo(content, catalog)
    return content.getvalue()


def _current(compiled: Path, source: Path) -> bool:
    if not compiled.is_file():
        return False
    return not source.is_file() or compiled.stat().st_mtime_ns >= source.stat().st_mtime_ns


def _keep(path: Path, content: bytes) -> None:
    """Write a file at once for the next start; where that cannot be, the next start compiles again."""
    part = path.with_suffix(f".{os.getpid()}.mo")
    try:
        part.write_bytes(content)
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
