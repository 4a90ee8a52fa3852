"""The forms: typing, leaving, drafts, ratios, undo, languages, folding."""

from datetime import date
from decimal import Decimal
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.document.document import Document
from desktop.domain.dividends import Dividend
from desktop.presentation.forms import FORMS
from desktop.ui.form.line_editor import LineEditor, TextState
from desktop.ui.form.pane import FormPane
from desktop.ui.form.section_head import SectionHead
from desktop.ui.session import Session
from tests.ui.form_parts import compose, field, focused, shown_pane, switch_language

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def pane(qtbot: QtBot, session: Session) -> FormPane:
    return shown_pane(qtbot, session)


def type_into(qtbot: QtBot, editor: QLineEdit, text: str) -> None:
    editor.setFocus()
    editor.selectAll()
    QTest.keyClicks(editor, text)


def leave(pane: FormPane) -> None:
    field(pane, "schedule.record_date").setFocus()


def sentences(pane: FormPane) -> list[str]:
    """What stands under the editors."""
    return [label.text() for label in pane.findChildren(QLabel) if label.isVisible() and label.text()]


def test_every_keystroke_is_taken(qtbot: QtBot, pane: FormPane, session: Session) -> None:
    seen: list[int | None] = []
    session.changed.connect(lambda: seen.append(session.scenario.shares.issued))
    type_into(qtbot, field(pane, "shares.issued"), "123")
    assert seen == [1, 12, 123]


def test_text_is_formatted_on_leaving_and_not_before(qtbot: QtBot, pane: FormPane) -> None:
    editor = field(pane, "shares.issued")
    type_into(qtbot, editor, "46734600")
    assert editor.text() == "46734600"
    leave(pane)
    assert editor.text() == "46,734,600"


def test_enter_formats_and_selects(qtbot: QtBot, pane: FormPane) -> None:
    editor = field(pane, "shares.issued")
    type_into(qtbot, editor, "1500000")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert (editor.text(), editor.selectedText()) == ("1,500,000", "1,500,000")


def test_keystrokes_in_one_field_are_one_step(qtbot: QtBot, pane: FormPane, session: Session) -> None:
    type_into(qtbot, field(pane, "shares.issued"), "100")
    type_into(qtbot, field(pane, "shares.treasury"), "20")
    type_into(qtbot, field(pane, "shares.issued"), "300")
    session.undo()
    assert (session.scenario.shares.issued, session.scenario.shares.treasury) == (100, 20)
    session.undo()
    session.undo()
    assert (session.scenario.shares.issued, session.scenario.shares.treasury) == (None, None)
    assert not session.document.can_undo


def test_undo_key_in_a_focused_field_shows_what_was_before(qtbot: QtBot, pane: FormPane, session: Session) -> None:
    editor = field(pane, "shares.issued")
    session.type("shares.issued", "500")
    type_into(qtbot, editor, "7000")
    QTest.keyClick(editor, Qt.Key.Key_Z, CTRL)
    assert (session.scenario.shares.issued, editor.text(), editor.hasFocus()) == (500, "500", True)
    assert editor.cursorPosition() == 3
    QTest.keySequence(editor, QKeySequence(QKeySequence.StandardKey.Redo))
    assert (session.scenario.shares.issued, editor.text()) == (7000, "7,000")


def test_a_notice_does_not_reformat_what_is_being_typed(qtbot: QtBot, pane: FormPane, session: Session) -> None:
    editor = field(pane, "shares.issued")
    type_into(qtbot, editor, "1234567")
    editor.setCursorPosition(3)
    session.changed.emit()
    assert (editor.text(), editor.cursorPosition()) == ("1234567", 3)


def test_japanese_is_typed_through_the_input_method(pane: FormPane, session: Session) -> None:
    editor = field(pane, "shares.authorized")
    editor.setFocus()
    compose(editor, "1億5,104万株")
    assert session.scenario.shares.authorized == 151_040_000
    leave(pane)
    assert editor.text() == "151,040,000"


def test_an_unreadable_text_is_a_draft_first_and_an_error_on_leaving(qtbot: QtBot, pane: FormPane) -> None:
    editor = field(pane, "shares.issued")
    assert isinstance(editor, LineEditor)
    type_into(qtbot, editor, "75,52O")
    assert str(editor.state) == str(TextState.DRAFT)
    assert not any("cannot be read" in text for text in sentences(pane))
    leave(pane)
    assert str(editor.state) == str(TextState.ERROR)
    assert editor.text() == "75,52O"
    assert editor.accessibleDescription() in sentences(pane)


def test_a_rest_in_typing_makes_a_draft_an_error(qtbot: QtBot, pane: FormPane, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.ui.form.line_editor.PATIENCE_MS", 20)
    editor = field(pane, "shares.issued")
    assert isinstance(editor, LineEditor)
    type_into(qtbot, editor, "1x")
    qtbot.waitUntil(lambda: editor.state is TextState.ERROR, timeout=2000)
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert editor.state is TextState.PLAIN
    assert not any("cannot be read" in text for text in sentences(pane))


def test_a_section_wears_its_mark_once_a_text_counts_as_wrong(
    qtbot: QtBot, pane: FormPane, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.ui.form.line_editor.PATIENCE_MS", 20)
    pane.set_folded([])
    session.insert_rows("dividends", 0, [Dividend()])
    for path, section in (("shares.issued", "shares"), ("dividends[0].amount", "dividends")):
        head = pane.findChild(SectionHead, f"section.{section}")
        assert isinstance(head, SectionHead)
        session.go_to(path)
        QTest.keyClicks(focused(), "2")
        QTest.keyClicks(focused(), "x")
        assert not head.wrong
        qtbot.waitUntil(partial(getattr, head, "wrong"), timeout=2000)
        QTest.keyClick(focused(), Qt.Key.Key_Backspace)
        assert not head.wrong
        QTest.keyClicks(focused(), "y")
        leave(pane)
        assert head.wrong


def test_drafts_survive_language_and_undo(qtbot: QtBot, pane: FormPane, session: Session) -> None:
    editor = field(pane, "shares.issued")
    type_into(qtbot, editor, "75x")
    leave(pane)
    switch_language(session, pane)
    assert editor.text() == "75x"
    session.type("shares.issued", "80")
    session.undo()
    assert (editor.text(), session.book.drafts) == ("75x", {"shares.issued": "75x"})


def test_a_language_switch_keeps_text_and_caret_of_the_focused_field(
    qtbot: QtBot, pane: FormPane, session: Session
) -> None:
    session.type("schedule.effective_date", "2021-01-01")
    editor = field(pane, "schedule.notice_date")
    type_into(qtbot, editor, "Dec 15, 20")
    editor.setCursorPosition(4)
    switch_language(session, pane)
    assert (editor.text(), editor.cursorPosition()) == ("Dec 15, 20", 4)
    assert field(pane, "schedule.effective_date").text() == "2021/01/01"
    assert editor.accessibleName() == "［Public notice］"


@pytest.mark.parametrize("path", ["split.old", "split.new"])
@pytest.mark.parametrize("ratio", ["1:2 1 2", "2-for-1 1 2", "1:1.1 1 1.1", "10:1 10 1"])
def test_a_ratio_typed_into_either_field_fills_both(
    qtbot: QtBot, pane: FormPane, session: Session, path: str, ratio: str
) -> None:
    text, old, new = ratio.split()
    type_into(qtbot, field(pane, path), text)
    assert (session.scenario.split.old, session.scenario.split.new) == (Decimal(old), Decimal(new))
    assert field(pane, path).text() == text
    leave(pane)
    assert (field(pane, "split.old").text(), field(pane, "split.new").text()) == (old, new)
    session.undo()
    assert (session.scenario.split.old, session.scenario.split.new, session.document.can_undo) == (None, None, False)


def test_a_japanese_ratio_is_read(pane: FormPane, session: Session) -> None:
    editor = field(pane, "split.old")
    editor.setFocus()
    compose(editor, "1株につき2株")
    assert (session.scenario.split.old, session.scenario.split.new) == (Decimal(1), Decimal(2))
    assert "Each 1 share becomes 2 shares" in sentences(pane)


def test_a_ratio_that_may_mean_added_shares_is_asked_about(qtbot: QtBot, pane: FormPane, session: Session) -> None:
    type_into(qtbot, field(pane, "split.new"), "+1")
    leave(pane)
    assert session.scenario.split.new is None
    assert any(text.startswith("Does “+1” mean added shares") for text in sentences(pane))


def test_an_empty_ratio_shows_how_it_is_typed(pane: FormPane) -> None:
    assert "Type 1:2, 2-for-1 or 1→1.1 into either field." in sentences(pane)


def test_an_adr_ratio_fills_both_fields(qtbot: QtBot, pane: FormPane, session: Session) -> None:
    pane.set_folded([])
    type_into(qtbot, field(pane, "adr.old_shares"), "2 ADRs = 1 share")
    assert (session.scenario.adr.old_adrs, session.scenario.adr.old_shares) == (Decimal(2), Decimal(1))
    assert "2 ADRs = 1 share" in sentences(pane)


def test_defaults_in_force_are_placeholders(pane: FormPane, session: Session) -> None:
    session.type("split.old", "1")
    session.type("split.new", "2")
    session.type("schedule.record_date", "2020-12-31")
    assert field(pane, "company.unit").placeholderText() == "100"
    assert field(pane, "schedule.effective_date").placeholderText() == "2021-01-01"
    assert field(pane, "schedule.effective_date").text() == ""


def test_default_comes_back_when_what_was_given_is_undone(pane: FormPane, session: Session) -> None:
    session.type("split.old", "1")
    session.type("split.new", "2")
    session.type("schedule.record_date", "2020-12-31", object())
    session.type("schedule.effective_date", "2021-01-04", object())
    assert field(pane, "schedule.effective_date").placeholderText() == ""
    session.undo()
    assert field(pane, "schedule.effective_date").placeholderText() == "2021-01-01"


def test_weekdays_stand_beside_dates(pane: FormPane, session: Session) -> None:
    session.edit("schedule.record_date", date(2020, 12, 30))
    assert "Wed" in sentences(pane)
    session.edit("schedule.record_date", date(2020, 12, 31))
    assert "Thu, closed" in sentences(pane)
    session.edit("schedule.market", "XNYS")
    assert "Thu" in sentences(pane)


def test_choices_word_their_default(qtbot: QtBot, pane: FormPane, session: Session) -> None:
    market = pane.findChild(QComboBox, "schedule.market")
    assert isinstance(market, QComboBox)
    assert market.currentText() == "Default: Japan (JPX)"
    market.setFocus()
    QTest.keyClick(market, Qt.Key.Key_Down)
    QTest.keyClick(market, Qt.Key.Key_Down)
    assert session.scenario.schedule.market == "XNYS"
    session.undo()
    session.undo()
    assert market.currentIndex() == 0


def test_flags_and_printed_flags(qtbot: QtBot, pane: FormPane, session: Session) -> None:
    flag = pane.findChild(QCheckBox, "shares.may_increase")
    assert isinstance(flag, QCheckBox)
    QTest.keyClick(flag, Qt.Key.Key_Space)
    assert session.scenario.shares.may_increase is True
    session.undo()
    assert not flag.isChecked()
    pane.fold_all(False)
    printed = pane.findChild(QComboBox, "announced.adr.neutral")
    assert isinstance(printed, QComboBox)
    assert [printed.itemText(n) for n in range(printed.count())] == ["", "yes", "no"]
    session.edit("announced.adr.neutral", False)
    assert printed.currentText() == "no"


def test_printed_figures_are_typed_like_others(qtbot: QtBot, pane: FormPane, session: Session) -> None:
    type_into(qtbot, field(pane, "announced.shares.issued_after"), "93,469,200")
    assert session.scenario.announced == {"shares.issued_after": 93_469_200}


def test_every_editor_has_its_name_its_hint_and_a_label(pane: FormPane) -> None:
    pane.fold_all(False)
    buddies = {label.buddy() for label in pane.findChildren(QLabel)}
    for form in FORMS:
        for path in (*(term.path for line in form.lines for term in line.terms), *form.announced):
            editors = pane.findChildren(QWidget, path)
            assert len(editors) == 1, path
            assert editors[0].accessibleName()
            assert editors[0].accessibleDescription()
            assert editors[0].toolTip()
    assert field(pane, "shares.issued") in buddies
    assert "Unit: shares" in field(pane, "shares.issued").toolTip()


def test_folded_sections_are_built_when_opened(example: Session, qtbot: QtBot) -> None:
    pane = shown_pane(qtbot, example)
    assert pane.folded() == ("company", "options", "adr", "dividends", "benefits", "prices", "holdings")
    assert field(pane, "shares.issued").text() == "46,734,600"
    assert pane.findChild(QLineEdit, "prices.share") is None
    head = pane.findChild(QAbstractButton, "section.prices")
    assert isinstance(head, QAbstractButton)
    head.setFocus()
    QTest.keyClick(head, Qt.Key.Key_Return)
    assert field(pane, "prices.share").isVisible()
    QTest.keyClick(head, Qt.Key.Key_Space)
    assert not field(pane, "prices.share").isVisible()
    assert pane.folded() == ("company", "options", "adr", "dividends", "benefits", "prices", "holdings")


def test_a_folded_section_shows_what_changed_when_it_is_opened_again(pane: FormPane, session: Session) -> None:
    pane.set_folded(["shares"])
    session.type("shares.issued", "5000")
    pane.set_folded([])
    assert field(pane, "shares.issued").text() == "5,000"


def test_another_document_is_folded_by_its_content_unless_the_person_folded(
    session: Session, pane: FormPane, qtbot: QtBot
) -> None:
    assert "company" not in pane.folded()
    session.edit("company.name", "IIJ")
    session.start(Document(session.document.state), None)
    assert "company" in pane.folded()
    pane.set_folded(["split"])
    session.start(Document(), None)
    assert pane.folded() == ("split",)


def test_go_to_opens_scrolls_and_focuses(example: Session, qtbot: QtBot) -> None:
    pane = shown_pane(qtbot, example)
    pane.resize(440, 300)
    example.go_to("prices.fx")
    editor = field(pane, "prices.fx")
    assert editor.hasFocus()
    assert not editor.visibleRegion().isEmpty()


def test_next_problem_goes_round(pane: FormPane, session: Session) -> None:
    assert not pane.focus_next_problem()
    session.type("prices.share", "5,29x")
    session.type("split.new", "2x")
    assert pane.focus_next_problem()
    assert field(pane, "split.new").hasFocus()
    pane.focus_next_problem()
    assert field(pane, "prices.share").hasFocus()
    pane.focus_next_problem()
    assert field(pane, "split.new").hasFocus()


def test_tab_goes_from_top_to_bottom_through_sections_built_later(pane: FormPane, qtbot: QtBot) -> None:
    pane.fold_all(True)
    pane.set_folded([form.name for form in FORMS if form.name not in ("split", "prices")])
    field(pane, "split.new").setFocus()
    seen = []
    for _ in range(8):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        seen.append(focused().objectName())
    heads = ("schedule", "shares", "options", "adr", "dividends", "benefits", "prices")
    assert seen == [*(f"section.{name}" for name in heads), "prices.share"]


def test_menu_of_a_field_offers_no_undo_of_its_own(pane: FormPane) -> None:
    editor = field(pane, "shares.issued")
    assert isinstance(editor, LineEditor)
    names = [action.objectName() for action in editor.menu().actions()]
    assert names[0] == "edit-cut"
    assert "edit-undo" not in names


def test_widths_follow_the_window(qtbot: QtBot, pane: FormPane) -> None:
    assert pane.width_for(1280) - pane.width_for(1024) == 28
    pane.resize(pane.width_for(1024), 700)
    qtbot.waitUntil(lambda: field(pane, "shares.issued").width() == 152)
    pane.resize(pane.width_for(1280), 700)
    qtbot.waitUntil(lambda: field(pane, "shares.issued").width() == 168)
