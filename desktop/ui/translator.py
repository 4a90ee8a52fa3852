"""Qt's own words in the language of the program: buttons, context menus, file dialogs."""

from typing import cast

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from ..domain.message import N_
from ..i18n import Locale

#: Words of Qt that its own Japanese catalogue leaves in English.
QT_WORDS = (
    N_("Computer"),
    N_("My Computer"),
    N_("&Look in:"),
    N_("File &name:"),
    N_("Files of &type:"),
    N_("Files of type:"),
    N_("Look in:"),
)


class CatalogueTranslator(QTranslator):
    """Serves the program's catalogue to Qt; what it does not know goes to Qt's own catalogue."""

    def __init__(self, locale: Locale) -> None:
        super().__init__()
        self._words = {word: locale.text(word) for word in QT_WORDS}

    def isEmpty(self) -> bool:  # an empty translator would not be asked, nor announce a change
        return False

    def translate(self, _context: str, source: str, _disambiguation: str | None = None, _n: int = -1) -> str | None:
        return self._words.get(source)


class Translation:
    """The translators that are installed; replaced together when the language changes."""

    def __init__(self) -> None:
        self._installed: list[QTranslator] = []

    def install(self, locale: Locale) -> None:
        """Let Qt speak the language; every widget then receives a LanguageChange."""
        QLocale.setDefault(QLocale(locale.language))
        app = cast("QCoreApplication", QCoreApplication.instance())
        for translator in self._installed:
            app.removeTranslator(translator)
        own = QTranslator()
        own.load(f"qtbase_{locale.language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        self._installed = [own, CatalogueTranslator(locale)]
        for translator in self._installed:
            app.installTranslator(translator)
