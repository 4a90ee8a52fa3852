"""What the tests of widgets share: a session, and the same with the opening example."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.document.document import Document
from desktop.ui.session import Session
from tests.examples import opening_state
from tests.ui.sheets import KEPT


@pytest.fixture
def session(qtbot: QtBot) -> Session:
    return Session("en")


@pytest.fixture
def example(session: Session) -> Session:
    session.start(Document(opening_state()), None)
    return session


@pytest.fixture(autouse=True)
def let_sheets_go() -> Iterator[None]:
    yield
    KEPT.clear()
