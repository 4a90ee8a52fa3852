"""What all tests share: no screen, and a home folder of their own."""

import os
from pathlib import Path

import hypothesis
import pytest
from PySide6.QtCore import QSettings

# Set QT_QPA_PLATFORM to see the windows.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A busy machine is no fault of the code.
hypothesis.settings.register_profile("bunkatsu", deadline=None)
hypothesis.settings.load_profile("bunkatsu")

HOME_VARIABLES = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "roaming",
    "LOCALAPPDATA": "local",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
}


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder, with empty settings."""
    folder = tmp_path_factory.mktemp("home")
    for variable, place in HOME_VARIABLES.items():
        monkeypatch.setenv(variable, str(folder / place))
    for style in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(style, QSettings.Scope.UserScope, str(folder / ".config"))
    return folder
