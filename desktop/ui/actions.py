"""The actions as data: name, words, keys, menu and what each does. One list makes them all."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from ..domain.message import N_, Message
from ..domain.record import record
from .icons import icon

if TYPE_CHECKING:
    from .main_window import MainWindow

MENUS: dict[str, str] = {
    "file": N_("&File"),
    "edit": N_("&Edit"),
    "view": N_("&View"),
    "help": N_("&Help"),
}


@record(frozen=True)
class Command:
    """One action: its name (`action.new`), words, keys, icon, menu and what it does."""

    name: str
    text: str
    run: Callable[[MainWindow], object]
    menu: str
    keys: str | QKeySequence.StandardKey = ""
    icon: str = ""
    enabled: Callable[[MainWindow], bool] = lambda window: True  # noqa: ARG005
    checked: Callable[[MainWindow], bool] | None = None
    separated: bool = False


Standard = QKeySequence.StandardKey

COMMANDS: tuple[Command, ...] = (
    Command("new", N_("&New"), lambda w: w.documents.begin_empty() and w.form.begin(), "file", Standard.New, "new"),
    Command("open", N_("&Open…"), lambda w: w.documents.open(), "file", Standard.Open, "open"),
    Command("save", N_("&Save"), lambda w: w.documents.save(), "file", Standard.Save, "save", separated=True),
    Command("save_as", N_("Save &as…"), lambda w: w.documents.save_as(), "file", "Ctrl+Shift+S"),
    Command("read", N_("Rea&d announcement…"), lambda w: w.announcing.open(), "file", "Ctrl+R", "read", separated=True),
    Command("read_clipboard", N_("&Paste and read announcement"), lambda w: w.announcing.paste(), "file",
            "Ctrl+Shift+V"),
    Command("export", N_("&Export to Excel…"), lambda w: w.exporting.ask_and_export(), "file", "Ctrl+E", "export",
            enabled=lambda w: not w.exporting.is_running, separated=True),
    Command("export_pdf", N_("Export as PD&F…"), lambda w: w.exporting.ask_and_export("pdf"), "file",
            enabled=lambda w: not w.exporting.is_running),
    Command("export_calendar", N_("Export dates as &calendar…"), lambda w: w.exporting.ask_and_export("ics"), "file",
            enabled=lambda w: not w.exporting.is_running),
    Command("print", N_("Pr&int…"), lambda w: w.show_print(), "file", Standard.Print, "print",
            enabled=lambda w: not w.exporting.is_running, separated=True),
    Command("quit", N_("&Quit"), lambda w: w.close(), "file", "Ctrl+Q", separated=True),
    Command("undo", N_("&Undo"), lambda w: w.session.undo(), "edit", Standard.Undo, "undo",
            enabled=lambda w: w.session.document.can_undo),
    Command("redo", N_("&Redo"), lambda w: w.session.redo(), "edit", "Ctrl+Shift+Z", "redo",
            enabled=lambda w: w.session.document.can_redo),
    Command("cut", N_("Cu&t"), lambda w: w.on_focused("cut"), "edit", Standard.Cut, separated=True),
    Command("copy", N_("&Copy"), lambda w: w.on_focused("copy"), "edit", Standard.Copy),
    Command("paste", N_("&Paste"), lambda w: w.on_focused("paste"), "edit", Standard.Paste),
    Command("insert_row", N_("&Insert row"), lambda w: w.on_rows(lambda table: table.insert_row()),
            "edit", "Ctrl++", separated=True,
            enabled=lambda w: w.rows_in_reach),
    Command("delete_rows", N_("&Delete rows"), lambda w: w.on_rows(lambda table: table.delete_rows()),
            "edit", "Ctrl+-",
            enabled=lambda w: w.rows_in_reach),
    Command("fill_down", N_("&Fill down"), lambda w: w.on_rows(lambda table: table.fill_down()),
            "edit", "Ctrl+D",
            enabled=lambda w: w.rows_in_reach),
    Command("next_problem", N_("Next proble&m"), lambda w: w.form.focus_next_problem(), "edit", "F8", separated=True,
            enabled=lambda w: w.session.has_problems),
    Command("explain", N_("&Explain figure"), lambda w: w.explain(), "view", "F2"),
    Command("announcement", N_("Show in the &announcement"), lambda w: w.show_announcement(), "view", "F4",
            enabled=lambda w: w.session.document.source is not None),
    Command("switch_side", N_("Form ↔ &results"), lambda w: w.switch_side(), "view", "F6"),
    Command("next_tab", N_("Ne&xt tab"), lambda w: w.turn_tab(1), "view", "Ctrl+PgDown", separated=True),
    Command("previous_tab", N_("Pre&vious tab"), lambda w: w.turn_tab(-1), "view", "Ctrl+PgUp"),
    Command("pin", N_("&Pin tab"), lambda w: w.toggle_pin(), "view", "Ctrl+Shift+P", "pin",
            checked=lambda w: w.is_pinned),
    Command("hide_form", N_("&Hide the form"), lambda w: w.toggle_form(), "view", "F9", separated=True,
            checked=lambda w: w.form.isHidden()),
    Command("fold_all", N_("&Fold all sections"), lambda w: w.form.fold_all(True), "view", "Ctrl+Shift+Up"),
    Command("unfold_all", N_("&Unfold all sections"), lambda w: w.form.fold_all(False), "view", "Ctrl+Shift+Down"),
    Command("language.ja", "日本語", lambda w: w.set_language("ja"), "view", "", separated=True,
            checked=lambda w: w.session.locale.language == "ja"),
    Command("language.en", "English", lambda w: w.set_language("en"), "view", "",
            checked=lambda w: w.session.locale.language == "en"),
    Command("language.other", N_("Other &language"), lambda w: w.other_language(), "view", "Ctrl+Shift+L"),
    Command("help", N_("&Rules and instructions"), lambda w: w.show_help(), "help", "F1"),
    Command("keys", N_("&Keyboard"), lambda w: w.show_help("keys"), "help"),
    Command("example", N_("&IIJ example"), lambda w: w.documents.open_example(), "help", separated=True),
    Command("about", N_("&About Bunkatsu"), lambda w: w.show_about(), "help"),
)  # fmt: skip

#: The toolbar: names, "|" for a gap, a trailing "+" for words beside the icon.
TOOLBAR = ("new", "open", "save", "|", "undo", "redo", "|", "read+", "export+", "print")


class Actions:
    """The window's actions by name, in their menus."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.by_name = {command.name: self._made(command) for command in COMMANDS}
        self.menus = {name: QMenu(window) for name in MENUS}
        self.recent = QMenu(window)
        for command in COMMANDS:
            menu = self.menus[command.menu]
            if command.separated:
                menu.addSeparator()
            menu.addAction(self.by_name[command.name])
            if command.name == "open":
                menu.addMenu(self.recent)
        for menu in self.menus.values():
            window.menuBar().addMenu(menu)
            menu.aboutToShow.connect(self.refresh)

    def _made(self, command: Command) -> QAction:
        action = QAction(self._window)
        action.setObjectName(f"action.{command.name}")
        if command.icon:
            action.setIcon(icon(command.icon))
        if command.keys:
            action.setShortcut(QKeySequence(command.keys))
        action.setCheckable(command.checked is not None)
        action.triggered.connect(lambda: self._run(command))
        self._window.addAction(action)
        return action

    def _run(self, command: Command) -> None:
        command.run(self._window)
        self.refresh()

    def refresh(self) -> None:
        """Let every action show whether it can be used and whether it is on."""
        for command in COMMANDS:
            action = self.by_name[command.name]
            action.setEnabled(command.enabled(self._window))
            if command.checked is not None:
                action.setChecked(command.checked(self._window))
        for name, step in self._window.session.steps().items():
            self._say_what(name, step)

    def _say_what(self, name: str, step: Message | None) -> None:
        """Let undo or redo name what it takes back or does again."""
        text = self._window.session.locale.text
        words = text(next(c.text for c in COMMANDS if c.name == name))
        action = self.by_name[name]
        said = text(N_("{action}: {what}"), action=words, what=text(step)) if step else words
        if action.text() != said:
            action.setText(said)
            action.setIconText(plain_words(words))
            action.setToolTip(_tooltip(action))

    def retranslate(self) -> None:
        """Word all actions and menus in the language in force."""
        text = self._window.session.locale.text
        for name, menu in self.menus.items():
            menu.setTitle(text(MENUS[name]))
        self.recent.setTitle(text(N_("Open &recent")))
        for command in COMMANDS:
            action = self.by_name[command.name]
            words = text(command.text)
            action.setText(words)
            action.setIconText(plain_words(words))
            action.setToolTip(_tooltip(action))


def _tooltip(action: QAction) -> str:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{action.iconText()} ({keys})" if keys else action.iconText()


def plain_words(words: str) -> str:
    """The words of an action without the mark of its key, (&F) in Japanese, and without dots."""
    return re.sub(r"\(&\w\)", "", words).replace("&", "").rstrip("….")
