"""What the program is shipped with: versions and licences of others' work."""

from importlib import metadata
from platform import python_version

from .. import assets
from ..domain.record import record


@record(frozen=True)
class Component:
    """Something of others that is shipped: its name, the package that knows its version, its licence and texts."""

    name: str
    package: str
    licence: str
    texts: tuple[str, ...]

    @property
    def version(self) -> str:
        """The version that is installed; nothing where it is not."""
        if not self.package:
            return python_version()
        try:
            return metadata.version(self.package)
        except metadata.PackageNotFoundError:
            return ""

    @property
    def text(self) -> str:
        """The whole text of the licence."""
        found = (assets.resource("licences", f"{name}.txt").read_text(encoding="utf-8") for name in self.texts)
        return "\n\n".join(found)


COMPONENTS = (
    Component("Qt, PySide6", "PySide6-Essentials", "LGPL-3.0", ("LGPL-3.0", "GPL-3.0")),
    Component("Shiboken", "shiboken6", "LGPL-3.0", ("LGPL-3.0", "GPL-3.0")),
    Component("Python", "", "PSF-2.0", ("python",)),
    Component("openpyxl", "openpyxl", "MIT", ("openpyxl",)),
    Component("et_xmlfile", "et_xmlfile", "MIT", ("et_xmlfile",)),
    Component("Babel", "babel", "BSD-3-Clause", ("babel",)),
    Component("pypdfium2, PDFium", "pypdfium2", "BSD-3-Clause, Apache-2.0", ("pypdfium2",)),
    Component("platformdirs", "platformdirs", "MIT", ("platformdirs",)),
    Component("icalendar", "icalendar", "BSD-2-Clause", ("icalendar",)),
    Component("python-dateutil", "python-dateutil", "Apache-2.0, BSD-3-Clause", ("python-dateutil",)),
    Component("six", "six", "MIT", ("six",)),
    Component("tzdata", "tzdata", "Apache-2.0", ("tzdata",)),
    Component("typing_extensions", "typing_extensions", "PSF-2.0", ("typing_extensions",)),
)
#: Only its tables are shipped, made into files of our own.
HOLIDAYS = Component("holidays", "holidays", "MIT", ("holidays",))


def shipped() -> tuple[tuple[Component, str], ...]:
    """Every component that is there, with its version; then what only data comes from."""
    found = [(component, component.version) for component in COMPONENTS]
    return (*(one for one in found if one[1]), (HOLIDAYS, ""))
