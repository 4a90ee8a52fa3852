"""Fields and boxes of the dialogs can be told from their ground, in light and in dark."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui import theme
from desktop.ui.form.framed import FramedBox, FramedField
from tests.stories.test_access import contrast


@pytest.fixture(params=[False, True], ids=["light", "dark"])
def dark(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[bool]:
    theme.use(qapp, dark=bool(request.param))
    yield bool(request.param)
    theme.use(qapp, dark=False)


def most_contrast(qtbot: QtBot, widget: QWidget) -> float:
    """The most contrast that the left edge of a widget has with the ground of forms."""
    form = QWidget()
    qtbot.addWidget(form)
    widget.setParent(form)
    widget.setGeometry(10, 10, 120, 24)
    form.show()
    form.setFocus()
    QApplication.processEvents()
    picture = widget.grab().toImage()
    return max(contrast(picture.pixelColor(x, 12), theme.colours().form) for x in range(4))


@pytest.mark.parametrize("kind", [FramedField, FramedBox])
def test_the_frame_stands_out(qtbot: QtBot, dark: bool, kind: type[QWidget]) -> None:
    assert most_contrast(qtbot, kind()) >= 3


def test_without_one_it_would_not_in_the_dark(qtbot: QtBot, dark: bool) -> None:
    if dark:
        assert most_contrast(qtbot, QLineEdit()) < 3
