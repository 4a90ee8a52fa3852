"""New, open, save and recent files: what happens to documents, and what is asked about them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from .. import assets
from ..document import scenario_file
from ..document.document import Document
from ..document.state import State
from ..domain.message import N_, Message
from ..files import SCENARIO, FileProblem, is_workbook, stamp, stream_problem
from . import settings
from .session import Session

EXCEL = "*.xlsx *.xlsm"


@contextmanager
def waiting() -> Iterator[None]:
    """Show by the pointer that the program works: a workbook of ten thousand rows takes seconds."""
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QGuiApplication.restoreOverrideCursor()


def file_name(name: str) -> str:
    """A company's name as the name of a file: without what file systems do not take."""
    return "".join("_" if character in '\\/:*?"<>|' else character for character in name).strip(". ") or "_"


def documents_folder() -> Path:
    """Where a person keeps documents; the home folder where there is no such place."""
    found = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return found if found.is_dir() else Path.home()  # Qt takes a folder that is not there for a file


def load(session: Session, source: str) -> FileProblem | None:
    """Go on with a file or `example:NAME`; where it cannot be read, nothing changes."""
    example = source.startswith(assets.EXAMPLE)
    stream = stream_problem(source)
    if stream is not None:
        return stream
    if is_workbook(source) and not example:
        return _load_workbook(session, Path(source))
    name = source.removeprefix(assets.EXAMPLE)
    path = assets.example(name, session.locale.language) if example else Path(source)
    loaded = scenario_file.load(path)
    if isinstance(loaded, FileProblem):
        return loaded
    session.start(Document(loaded.state), None if example else path, example=example)
    if example:
        session.say(Message(N_("Example opened as an untitled copy")))
    else:
        settings.remember_file(path)
        session.say(Message(N_("{file} opened"), {"file": path.name}))
    return None


def _load_workbook(session: Session, path: Path) -> FileProblem | None:
    """Go on with the inputs of a workbook, as a copy without a file: what is saved is a scenario, not the workbook."""
    from ..export.reading.scenario import load as load_workbook  # noqa: PLC0415  # openpyxl is loaded when needed

    scenario = load_workbook(path)
    if isinstance(scenario, FileProblem):
        return scenario
    session.start(Document(State(scenario)), None, copied_from=path)
    settings.remember_file(path)
    session.say(Message(N_("Inputs of {file} opened as an untitled copy"), {"file": path.name}))
    return None


class Documents(QObject):
    """Opens and saves the session's document."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window

    def begin_empty(self) -> bool:
        """Leave the document for an empty one, if the person lets it go; says whether."""
        if not self.may_leave():
            return False
        self._session.start(Document(), None)
        return True

    def reword_example(self) -> None:
        """Let the example speak the language in force, as long as nobody has changed anything in it."""
        document = self._session.document
        if self._session.is_example and document.undo_step is None and document.redo_step is None:
            self.load(assets.OPENING_EXAMPLE)

    def open_example(self) -> None:
        """Open the IIJ example as an untitled copy."""
        if self.may_leave():
            self.load(assets.OPENING_EXAMPLE)

    def open(self) -> None:
        """Ask for a file and open it."""
        if not self.may_leave():
            return
        name = self._chosen(self.folder())
        if name:
            self.load(name)

    def open_path(self, path: Path, _checked: bool = False) -> None:  # what Qt sends along
        """Open a file that is known, such as a recent or a dropped one."""
        if self.may_leave():
            self.load(str(path))

    def load(self, source: str) -> bool:
        """Open a file or `example:NAME`; where it cannot be read, say why and change nothing."""
        with waiting():
            problem = load(self._session, source)
        if problem is not None:
            self._complain(Message(N_("{file} could not be opened."), {"file": Path(source).name}), problem.message)
        return problem is None

    def save(self) -> bool:
        """Save to the document's file, or ask where."""
        path = self._session.path
        if path is None:
            return self.save_as()
        return self._may_replace(path) and self._write(path)

    def _may_replace(self, path: Path) -> bool:
        """Whether the file is as this window left it, or may be replaced as the person says."""
        now = stamp(path)
        if now is None or now == self._session.stamp:
            return True
        text = Message(N_("{file} was changed elsewhere since it was opened here."), {"file": path.name})
        detail = Message(N_("Saving replaces those changes. To keep both, save under another name."))
        return self._ask(text, detail, "Save", "Cancel") == "Save"

    def save_as(self) -> bool:
        """Ask where to save, and save there."""
        suggested = self.folder() / f"{file_name(self._suggested_name())}{SCENARIO}"
        name = self._chosen(suggested, saved_as=SCENARIO.removeprefix("."))
        return bool(name) and self._write(Path(name))

    def _suggested_name(self) -> str:
        company = self._session.scenario.company
        return self._session.name or company.code or company.name or self._session.locale.text(N_("Untitled"))

    def _write(self, path: Path) -> bool:
        problem = scenario_file.save(path, self._session.document.state)
        if problem is not None:
            self._complain(Message(N_("{file} could not be saved."), {"file": path.name}), problem.message)
            return False
        settings.remember_file(path)
        self._session.saved(path)
        self._session.say(Message(N_("Saved as {file}"), {"file": path.name}))
        return True

    def may_leave(self) -> bool:
        """Whether the document may be left: it is saved, or the person says so."""
        if not self._session.document.modified:
            return True
        name = self._session.name or self._session.locale.text(N_("Untitled"))
        text = Message(N_("Save the changes to {file}?"), {"file": name})
        detail = Message(N_("Without saving, the changes are lost."))
        answer = self._ask(text, detail, "Save", "Discard", "Cancel")
        return self.save() if answer == "Save" else answer == "Discard"

    def _complain(self, text: Message, reason: Message) -> None:
        self._ask(text, reason, "Ok")

    def _ask(self, text: Message, detail: Message, *buttons: str) -> str:
        from .dialogs import ask  # noqa: PLC0415  # not needed for the first picture

        return ask(self._session, self._window, text, detail, *buttons)

    def folder(self) -> Path:
        """Where files are looked for first."""
        known = self._session.path or self._session.copied_from
        if known:
            return known.parent
        return documents_folder()

    def _chosen(self, suggested: Path, saved_as: str = "") -> str:
        from .dialogs import chosen_file  # noqa: PLC0415  # not needed for the first picture

        text = self._session.locale.text
        scenarios = f"{text(N_('Scenarios'))} (*{SCENARIO})"
        opened = (f"{text(N_('Scenarios and workbooks'))} (*{SCENARIO} {EXCEL})", scenarios)
        kinds = [scenarios] if saved_as else [*opened, f"{text(N_('Excel workbooks'))} ({EXCEL})"]
        return chosen_file(self._window, "", suggested, kinds, saved_as=saved_as)[0]
