"""What an ended program left unsaved is offered: restore, discard, or later."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from ..document import recovery
from ..document.recovery import Slot, Unsaved
from ..domain.message import N_, Message
from ..i18n import Locale
from .bars import Bar
from .icons import icon
from .theme import GAP, colours

if TYPE_CHECKING:
    from .main_window import MainWindow

ICON = 18


def offer(window: MainWindow) -> None:
    """Show a bar where an ended program has left something unsaved; say what of it cannot be read."""
    within = recovery.folder()
    if not within.is_dir():
        return
    found = recovery.left_behind(within)
    if found.damaged:
        said = N_("What was unsaved at the last end cannot be read; it is kept aside in {folder}")
        window.session.say(Message(said, {"folder": str(within)}))
    if found.kept:
        window.bars.show_bar(RecoveryBar(window, found.kept))


class RecoveryBar(Bar):
    """Offers what was left behind, one after the other, the newest first."""

    def __init__(self, window: MainWindow, kept: tuple[tuple[Slot, Unsaved], ...]) -> None:
        super().__init__(window.session)
        self.setObjectName("recovery")
        self._window, self._kept = window, list(kept)
        mark, self.words = QLabel(), QLabel()
        mark.setPixmap(icon("info", lambda: colours().note).pixmap(ICON, ICON))
        self.words.setWordWrap(True)
        self.row.addWidget(mark)
        self.row.addWidget(self.words, 1)
        self.row.addSpacing(GAP)
        self.restore_button, self.discard_button, self.later_button = self.button(), self.button(), self.button()
        for button, name, act in (
            (self.restore_button, "restore", self.restore),
            (self.discard_button, "discard", self.discard),
            (self.later_button, "later", self.later),
        ):
            button.setObjectName(f"recovery.{name}")
            button.clicked.connect(act)

    def retranslate(self) -> None:
        if not self._kept:
            return
        text = self.session.locale.text
        self.setAccessibleName(text(N_("Unsaved changes")))
        self.words.setText(self._sentence(self.session.locale))
        self.restore_button.setText(text(N_("&Restore")))
        self.discard_button.setText(text(N_("&Discard")))
        self.later_button.setText(text(N_("&Later")))

    def _sentence(self, locale: Locale) -> str:
        _, unsaved = self._kept[0]
        when = f"{locale.date(unsaved.when.date())} {unsaved.when:%H:%M}"
        said = N_("Bunkatsu ended unexpectedly. Changes to {name}, last made {when}, were not saved.")
        sentences = [locale.text(said, name=_name(unsaved, locale), when=when)]
        if _is_older(unsaved):
            sentences.append(locale.text(N_("The file was written again after that.")))
        if len(self._kept) > 1:
            more = len(self._kept) - 1
            sentences.append(locale.plural("{count} more follows.", "{count} more follow.", more))
        return locale.text(N_("sentences|{first} {second} {third}"), **_three(sentences)).strip()

    def restore(self) -> None:
        """Go on with what was left behind, unsaved as it was."""
        if not self._window.documents.may_leave():
            return
        slot, unsaved = self._kept[0]
        self._window.autosave.take_over(slot, unsaved)
        said = Message(N_("{name} restored; it is not saved yet"), {"name": _name(unsaved, self.session.locale)})
        self.session.say(said)
        self._go_on()

    def discard(self) -> None:
        """Offer this no more."""
        self._kept[0][0].discard()
        self.session.say(Message(N_("Discarded; a copy stays for a week in {folder}"), {"folder": _folder()}))
        self._go_on()

    def _go_on(self) -> None:
        del self._kept[0]
        if self._kept:
            self.retranslate()
        else:
            self._window.bars.take_away(self)
            self._window.form.focus_last()

    def later(self) -> None:
        """Offer everything again at the next start."""
        self.let_go()
        self._window.bars.take_away(self)
        self._window.form.focus_last()

    def let_go(self) -> None:
        for slot, _ in self._kept:
            slot.close()
        self._kept.clear()


def _folder() -> str:
    return str(recovery.folder())


def _three(sentences: list[str]) -> dict[str, str]:
    return dict(zip(("first", "second", "third"), [*sentences, "", ""], strict=False))


def _name(unsaved: Unsaved, locale: Locale) -> str:
    """The file's name, else the company's."""
    if unsaved.path is not None:
        return unsaved.path.name
    return unsaved.state.scenario.company.name or locale.text(N_("Untitled"))


def _is_older(unsaved: Unsaved) -> bool:
    """Whether the file was written after the state was kept."""
    path: Path | None = unsaved.path
    try:
        return path is not None and path.stat().st_mtime > unsaved.when.timestamp()
    except OSError:
        return False
