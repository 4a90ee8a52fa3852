"""What Windows and macOS are told of the program: version resource and property list."""

import re
import tempfile
from collections.abc import Mapping
from pathlib import Path

from contents import FILE_TYPE

DESCRIPTION = "Stock-split calculator"
MEDIA_TYPE = "application/x-bunkatsu"

VERSION_RESOURCE = """\
VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3f, flags=0x0, OS=0x40004, fileType=0x1, subtype=0x0,
    date=(0, 0)),
  kids=[
    StringFileInfo([StringTable("040904B0", [
      StringStruct("FileDescription", "Bunkatsu"),
      StringStruct("FileVersion", "{version}"),
      StringStruct("InternalName", "{name}"),
      StringStruct("OriginalFilename", "{name}.exe"),
      StringStruct("ProductName", "Bunkatsu"),
      StringStruct("ProductVersion", "{version}"),
      StringStruct("Comments", "{description}"),
    ])]),
    VarFileInfo([VarStruct("Translation", [0x0409, 1200])]),
  ],
)
"""


def version(package: Path) -> str:
    """The version that a package says it has."""
    found = re.search(r'^__version__ = "(\d+\.\d+\.\d+)"$', (package / "__init__.py").read_text("utf-8"), re.MULTILINE)
    if found is None:
        raise ValueError(f"{package}: no version of three numbers")
    return found[1]


def version_resource(version: str, name: str) -> str:
    """What Windows shows of an executable, as PyInstaller reads it."""
    numbers = (*map(int, version.split(".")), 0)
    return VERSION_RESOURCE.format(numbers=numbers, version=version, name=name, description=DESCRIPTION)


def version_file(version: str, name: str) -> str:
    """The path of a file with that text."""
    path = Path(tempfile.mkdtemp(prefix="bunkatsu-"), f"{name}.txt")
    path.write_text(version_resource(version, name), encoding="utf-8")
    return str(path)


def property_list(version: str) -> Mapping[str, object]:
    """The Info.plist of the bundle: what it is, and that it opens scenarios."""
    return {
        "CFBundleDisplayName": "Bunkatsu",
        "CFBundleShortVersionString": version,
        "CFBundleVersion": version,
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": ["en", "ja"],
        "LSApplicationCategoryType": "public.app-category.finance",
        "NSHighResolutionCapable": True,
        "NSRequiresAquaSystemAppearance": False,  # it follows a dark desktop
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Bunkatsu scenario",
                "CFBundleTypeRole": "Editor",
                "CFBundleTypeIconFile": "document.icns",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [FILE_TYPE],
            }
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": FILE_TYPE,
                "UTTypeDescription": "Bunkatsu scenario",
                "UTTypeConformsTo": ["public.json"],
                "UTTypeIconFile": "document.icns",
                "UTTypeTagSpecification": {
                    "public.filename-extension": ["bunkatsu"],
                    "public.mime-type": [MEDIA_TYPE],
                },
            }
        ],
    }
