"""Build hook: puts resources/ and the compiled catalogues into the wheel at desktop/_data, and compiled formulas."""

import runpy
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

DATA = Path("desktop", "_data")


class DataHook(BuildHookInterface[Any]):
    """Adds the data files. An editable installation gets none, it uses the checkout."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before it builds; `version` is "standard" or "editable"."""
        if version != "editable":
            build_data["force_include"].update(self.resources() | self.catalogues() | self.formulas())

    def resources(self) -> dict[str, str]:
        """Source path to path in the wheel, without packaging scripts and the README's pictures."""
        folder = Path(self.root, "resources")
        files = {path: path.relative_to(folder) for path in sorted(folder.rglob("*")) if path.is_file()}
        return {
            str(path): (DATA / "resources" / name).as_posix()
            for path, name in files.items()
            if name.parts[0] != "packaging" and not name.match("screenshot-*") and "__pycache__" not in name.parts
        }

    def formulas(self) -> dict[str, str]:
        """The module of all formulas, ordered and written as Python: no start has to do that again."""
        sys.path.insert(0, self.root)
        try:
            from desktop.domain.calculation import COMPILED, module_source  # noqa: PLC0415  # of the source being built
            from desktop.domain.scenario import calculator  # noqa: PLC0415
        finally:
            sys.path.remove(self.root)
        written = Path(tempfile.mkdtemp(prefix="bunkatsu-"), f"{COMPILED}.py")
        written.write_text(module_source(calculator()), encoding="utf-8")
        return {str(written): f"desktop/domain/{COMPILED}.py"}

    def catalogues(self) -> dict[str, str]:
        """Compiled catalogue to path in the wheel, for every language."""
        compile_catalogue = runpy.run_path(str(Path(self.root, "desktop", "assets.py")))["compile_catalogue"]
        compiled = Path(tempfile.mkdtemp(prefix="bunkatsu-"))
        found: dict[str, str] = {}
        for source in sorted(Path(self.root, "translations").rglob("*.po")):
            name = source.relative_to(self.root).with_suffix(".mo")
            target = compiled / name
            target.parent.mkdir(parents=True)
            target.write_bytes(compile_catalogue(source))
            found[str(target)] = (DATA / name).as_posix()
        return found
