"""What goes into the packed program, on each system, and what stays out."""

import contents
import pytest
from contents import is_wanted

from desktop.i18n import LANGUAGES

SHIPPED = [
    "PySide6/Qt/lib/libQt6Widgets.so.6", "PySide6/QtGui.abi3.so", "PySide6/Qt/plugins/platforms/libqxcb.so",
    "PySide6/Qt/plugins/platforms/libqoffscreen.so", "PySide6/Qt/plugins/platforminputcontexts/libcomposeplugin.so",
    "PySide6/Qt/translations/qtbase_ja.qm", "PySide6\\plugins\\platforms\\qwindows.dll", "PySide6\\Qt6PrintSupport.dll",
    "PySide6\\plugins\\styles\\qmodernwindowsstyle.dll", "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
    "PySide6/Qt/lib/QtGui.framework/Versions/A/QtGui", "babel/locale-data/ja.dat", "babel/global.dat",
    "desktop/_data/resources/help/ja/start.html", "pypdfium2_raw/libpdfium.so",
]  # fmt: skip
LEFT_OUT = [
    "PySide6/QtNetwork.abi3.so", "PySide6/Qt/lib/libQt6Network.so.6", "libQt6Network.so.6", "PySide6\\Qt6Network.dll",
    "PySide6\\QtNetwork.pyd", "PySide6/Qt/lib/QtNetwork.framework/Versions/A/QtNetwork",
    "PySide6/Qt/lib/QtNetwork.framework/Resources/Info.plist",
    "PySide6/Qt/plugins/tls/libqopensslbackend.so", "PySide6/Qt/plugins/networkinformation/libqglib.so",
    "PySide6/Qt/plugins/imageformats/libqjpeg.so", "PySide6/Qt/plugins/platforms/libqeglfs.so",
    "PySide6/Qt/lib/libQt6Qml.so.6", "PySide6/Qt/lib/libQt6Pdf.so.6", "PySide6\\opengl32sw.dll",
    "PySide6/Qt/qml/QtQuick/qmldir", "PySide6/Qt/translations/qtbase_de.qm", "babel/locale-data/fr.dat",
    "tzdata/zoneinfo/Asia/Tokyo",
]  # fmt: skip


@pytest.mark.parametrize("name", SHIPPED)
def test_what_the_program_needs_is_shipped(name: str) -> None:
    assert is_wanted(name)


@pytest.mark.parametrize("name", LEFT_OUT)
def test_what_the_program_does_not_need_stays_out(name: str) -> None:
    assert not is_wanted(name)


def test_libraries_of_the_linux_distribution_stay_out_but_for_those_of_python() -> None:
    assert not is_wanted("libX11.so.6", "/usr/lib/x86_64-linux-gnu/libX11.so.6")
    assert not is_wanted("libfontconfig.so.1", "/lib/x86_64-linux-gnu/libfontconfig.so.1")
    assert is_wanted("libz.so.1", "/lib/x86_64-linux-gnu/libz.so.1")
    assert is_wanted("libpython3.13.so.1.0", "/usr/lib/libpython3.13.so.1.0")


def test_every_language_of_the_program_has_its_data() -> None:
    assert {f"{language}.dat" for language in LANGUAGES} <= set(contents.BABEL_DATA)
    assert {f"qtbase_{language}.qm" for language in LANGUAGES if language != "en"} == set(contents.QT_WORDS)
