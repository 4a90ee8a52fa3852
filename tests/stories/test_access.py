"""The window for everyone: names for whoever listens, contrast, mnemonics, large text, the desktop's scheme."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction, QColor, QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.domain.scenario import TERMS
from desktop.ui import settings, theme
from desktop.ui.form.section_head import SectionHead
from desktop.ui.main_window import MainWindow
from desktop.ui.theme import Colours
from tests.stories.conftest import Opened

ANNOUNCEMENT = """株式会社青葉機械
株式分割に関するお知らせ
2031年4月30日を基準日として、普通株式１株につき３株の割合をもって分割いたします。
株式分割前の発行済株式総数　20,000,000株
効力発生日　2031年5月1日
"""
SCHEMES = pytest.mark.parametrize("dark", [False, True])


def luminance(colour: QColor) -> float:
    """The relative luminance, WCAG 2.2."""
    parts = [colour.redF(), colour.greenF(), colour.blueF()]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: QColor, second: QColor) -> float:
    """The contrast of two colours, from 1 to 21."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture
def scheme(qapp: QApplication, dark: bool) -> Iterator[Colours]:
    theme.use(qapp, dark=dark)
    yield theme.colours()
    theme.use(qapp, dark=False)


WORDS = ("text", "secondary", "placeholder", "given", "accent", "holds", "warning", "error", "note")
GROUNDS = ("form", "sheet", "changed", "before")


@SCHEMES
@pytest.mark.parametrize("ground", GROUNDS)
def test_words_stand_out_from_every_ground(scheme: Colours, ground: str) -> None:
    on = getattr(scheme, ground)
    weak = {name: round(contrast(getattr(scheme, name), on), 2) for name in WORDS}
    assert not {name: found for name, found in weak.items() if found < 4.5}
    assert contrast(scheme.on_accent, scheme.accent) >= 4.5


@SCHEMES
def test_frames_of_editors_stand_out(scheme: Colours) -> None:
    assert min(contrast(scheme.frame, scheme.form), contrast(scheme.frame, scheme.sheet)) >= 3


def interfaces(of: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Everything below an accessible thing that is on the screen."""
    for number in range(of.childCount()):
        child = of.child(number)
        if child.isValid() and not child.state().invisible:
            yield child
            if child.role() not in (QAccessible.Role.Table, QAccessible.Role.Tree, QAccessible.Role.List):
                yield from interfaces(child)


NAMED = {
    QAccessible.Role.EditableText, QAccessible.Role.ComboBox, QAccessible.Role.CheckBox, QAccessible.Role.Button,
    QAccessible.Role.Table, QAccessible.Role.PageTab, QAccessible.Role.ButtonMenu, QAccessible.Role.RadioButton,
}  # fmt: skip


def nameless(window: QWidget) -> list[str]:
    """What can be operated and says nothing of itself."""
    whole = QAccessible.queryAccessibleInterface(window)
    assert whole is not None
    found = []
    for one in interfaces(whole):
        widget = one.object()
        focusable = isinstance(widget, QWidget) and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        is_part = isinstance(widget, QWidget) and widget.objectName().startswith("qt_")  # scroll buttons and the like
        if (one.role() in NAMED or focusable) and not is_part and not one.text(QAccessible.Text.Name).strip():
            found.append(f"{one.role()} {type(widget).__name__} {widget.objectName()}")
    return found


def test_everything_that_can_be_operated_has_a_name(opened: Opened, language: str) -> None:
    settings.remember_language(language)
    window = opened("example:iij-2020")
    window.form.fold_all(False)
    for tab in range(window.results.count()):
        window.results.setCurrentIndex(tab)
        QApplication.processEvents()
        assert nameless(window) == [], window.results.tabText(tab)


def name_of(widget: QWidget) -> str:
    """What a screen reader says first of a widget."""
    heard = QAccessible.queryAccessibleInterface(widget)
    assert heard is not None
    return heard.text(QAccessible.Text.Name)


def test_every_editor_is_heard_by_its_label(opened: Opened, language: str) -> None:
    settings.remember_language(language)
    window = opened("example:iij-2020")
    window.form.fold_all(False)
    QApplication.processEvents()
    fields = {f.objectName(): f for f in window.form.findChildren(QLineEdit) if f.objectName() in TERMS}
    assert len(fields) > 30
    for path, editor in fields.items():
        heard = name_of(editor)
        label = window.session.locale.text(TERMS[path].words)
        assert heard.startswith(label.partition("（")[0].partition(" (")[0]), path


def test_cells_of_tables_are_heard_with_their_headings(opened: Opened, language: str) -> None:
    settings.remember_language(language)
    window = opened("example:iij-2020")
    seen = 0
    for tab in range(window.results.count()):
        window.results.setCurrentIndex(tab)
        QApplication.processEvents()
        for view in window.results.findChildren(QAbstractItemView):
            heard = QAccessible.queryAccessibleInterface(view)
            assert heard is not None
            cells = [heard.child(number) for number in range(min(heard.childCount(), 40))]
            heads = [c.text(QAccessible.Text.Name) for c in cells if c.role() == QAccessible.Role.ColumnHeader]
            if view.isVisible() and heads:
                assert all(heads[1:]), (view.objectName(), heads)
                seen += 1
    assert seen >= 8


def mnemonics(actions: list[QAction]) -> Counter[str]:
    """How often each key stands for one of the actions."""
    found = (re.search(r"&([^&\s])", a.text()) for a in actions if not a.isSeparator() and a.isVisible())
    return Counter(match[1].upper() for match in found if match)


def test_mnemonics_do_not_clash(opened: Opened, language: str) -> None:
    settings.remember_language(language)
    window = opened("example:iij-2020")
    bar = window.menuBar().actions()
    assert sum(mnemonics(bar).values()) == len(bar)
    for group in (bar, *(menu.actions() for menu in window.actions_list.menus.values())):
        assert not {key: count for key, count in mnemonics(group).items() if count > 1}


def test_every_menu_line_can_be_chosen_by_its_letter(opened: Opened, language: str) -> None:
    settings.remember_language(language)
    window = opened("example:iij-2020")
    for menu in window.findChildren(QMenu):
        lines = [a for a in menu.actions() if not a.isSeparator() and not a.objectName().startswith("action.language.")]
        if menu.parent() is window and menu is not window.actions_list.recent:
            assert [a.text() for a in lines if "&" not in a.text()] == []


def test_the_window_takes_another_scheme_while_it_runs(opened: Opened, qapp: QApplication) -> None:
    window = opened("example:iij-2020")

    def grounds() -> list[int]:
        image = window.grab().toImage()
        places = QPoint(5, 300), QPoint(window.width() - 60, 600), QPoint(300, window.height() - 5)
        return [image.pixelColor(place).lightness() for place in places]

    assert min(grounds()) > 200
    try:
        theme.use(qapp, dark=True)
        QApplication.processEvents()
        assert max(grounds()) < 80
    finally:
        theme.use(qapp, dark=False)


@pytest.mark.parametrize("factor", [1.5, 2.0, 3.0])
def test_large_text_is_not_cut(  # two dimensions, three fixtures
    opened: Opened, qapp: QApplication, qtbot: QtBot, language: str, factor: float
) -> None:
    settings.remember_language(language)
    before = qapp.font()
    try:
        font = QFont(before)
        font.setPointSizeF(before.pointSizeF() * factor)
        qapp.setFont(font)
        window: MainWindow = opened("example:iij-2020")
        window.resize(1600, 1000)
        QApplication.processEvents()
        for path in ("shares.issued", "schedule.record_date", "split.old"):
            editor = window.findChild(QLineEdit, path)
            assert editor is not None
            assert editor.height() >= editor.fontMetrics().height()
        table = next(v for v in window.results.findChildren(QAbstractItemView) if v.isVisible())
        assert isinstance(table, QTableView)
        assert table.rowHeight(0) >= table.fontMetrics().height()
        for head in window.form.findChildren(SectionHead):
            assert head.height() >= head.fontMetrics().height()
        dialog = window.announcing.open()
        QApplication.processEvents()
        for button in (found for found in dialog.findChildren(QPushButton) if found.isVisible()):
            words = button.fontMetrics().boundingRect(button.text())
            assert button.height() >= words.height(), button.text()
            assert button.width() >= words.width(), button.text()
        for label in (found for found in dialog.findChildren(QLabel) if found.isVisible()):
            assert label.height() >= label.heightForWidth(label.width()), label.text()
            assert label.width() >= label.minimumSizeHint().width(), label.text()
        QApplication.clipboard().setText(ANNOUNCEMENT)
        dialog.paste()
        fields = dialog.page.fields
        qtbot.waitUntil(fields.isVisible)
        heights = [fields.visualRect(index).height() for index in fields.lines.all()]
        assert min(heights) >= fields.fontMetrics().height()
        assert dialog.width() <= window.width()
    finally:
        qapp.setFont(before)


def focused() -> QWidget:
    """What the keyboard writes into."""
    found: QWidget | None = QApplication.focusWidget()
    assert found is not None
    return found


def test_tab_reaches_every_side_of_the_window_and_comes_back(opened: Opened) -> None:
    window = opened("example:iij-2020")
    window.session.go_to("company.name")
    first = focused()
    seen: list[QWidget] = []
    while len(seen) < 400 and (not seen or seen[-1] is not first):
        QTest.keyClick(focused(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)  # leaves a table
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        seen.append(focused())
    assert seen[-1] is first
    assert any(window.results.isAncestorOf(widget) for widget in seen)
    assert any(window.form.isAncestorOf(widget) for widget in seen)
