"""Colours, fonts and measures of the window, after the desktop's own font and colour scheme."""

import sys
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from ..domain.record import record

#: Families that hold kanji in their Japanese form, by platform; appended to the system's own font.
JAPANESE_FAMILIES = {
    "win32": ("Yu Gothic UI", "Meiryo UI"),
    "darwin": ("Hiragino Sans",),
    "": ("Noto Sans CJK JP", "Noto Sans JP", "IPAexGothic", "IPAGothic"),
}

SMALL_MARGIN, GAP, MARGIN, WIDE_MARGIN = 4, 8, 12, 24
SECONDARY, WEEKDAY, FIGURE, SENTENCE = 0.92, 0.85, 1.15, 1.85
SMALLEST_PIXELS = 11
#: The lines for which the heights and widths of the window are drawn up, in logical pixels.
USUAL_LINE = 18


@record(frozen=True)
class Colours:
    """The roles of `look`: each a colour with enough contrast on the grounds it stands on."""

    form: QColor
    sheet: QColor
    text: QColor
    secondary: QColor
    placeholder: QColor
    given: QColor
    accent: QColor
    holds: QColor
    warning: QColor
    error: QColor
    note: QColor
    frame: QColor
    section: QColor
    hairline: QColor
    changed: QColor
    before: QColor
    on_accent: QColor


def _colours(*names: str) -> Colours:
    return Colours(*(QColor(name) for name in names))


@lru_cache(maxsize=2)
def _scheme(dark: bool) -> Colours:
    if dark:
        return _colours(
            "#242628", "#1B1D1F", "#E8E9EA", "#A9AEB3", "#969CA2", "#8CC2F7", "#6FB2F2", "#7CC79B", "#E3B257",
            "#FF8F86", "#A9BACB", "#6E747A", "#4A4E52", "#313437", "#1F3347", "#2D3033", "#10202F",
        )  # fmt: skip
    return _colours(
        "#F4F4F3", "#FFFFFF", "#1B1C1D", "#5A5E62", "#666B70", "#0B4F9E", "#0B5CAD", "#1F6E43", "#8A5700",
        "#B3261E", "#46586A", "#868B90", "#C3C6C8", "#E3E4E4", "#E4EEF8", "#ECEDED", "#FFFFFF",
    )  # fmt: skip


class _InForce:
    """The scheme that is in force; painting looks here and does not ask the desktop."""

    dark = False
    text_scale = 1.0


def colours() -> Colours:
    """The colours of the scheme in force."""
    return _scheme(_InForce.dark)


def paper_colours() -> Colours:
    """The colours of print, whatever the window looks like."""
    return _scheme(False)


def desktop_is_dark(app: QApplication) -> bool:
    """Whether the desktop asks for a dark window; where it does not say, whether its style is dark."""
    scheme = app.styleHints().colorScheme()
    if scheme != Qt.ColorScheme.Unknown:
        return scheme == Qt.ColorScheme.Dark
    standard = app.style().standardPalette()
    return standard.color(QPalette.ColorRole.Window).lightness() < standard.windowText().color().lightness()


def follow_desktop(app: QApplication) -> None:
    """Look like the desktop now, and again whenever its colour scheme changes."""
    use(app, dark=desktop_is_dark(app))
    app.setFont(body_font(app.font()))
    _InForce.text_scale = max(1.0, QFontMetrics(app.font()).height() / USUAL_LINE)
    if not app.property("follows_desktop"):
        app.setProperty("follows_desktop", True)
        app.styleHints().colorSchemeChanged.connect(lambda _: use(app, dark=desktop_is_dark(app)))


def sized(pixels: int) -> int:
    """A height or width that holds text, for the size of text that the system asks for."""
    return round(pixels * _InForce.text_scale)


def widened(pixels: int) -> int:
    """A width that lines of text may share: it grows half as much as the text, as lines may wrap."""
    return round(pixels * (1 + _InForce.text_scale) / 2)


def use(app: QApplication, *, dark: bool) -> None:
    """Put a scheme in force: its palette on Fusion; native styles keep their own."""
    _InForce.dark = dark
    if is_fusion(app):
        app.setPalette(palette(colours()))


def is_fusion(app: QApplication) -> bool:
    """Whether frames are painted by us: native styles keep their own."""
    return app.style().name().lower() == "fusion"


def palette(c: Colours) -> QPalette:
    """The Qt palette of the colours."""
    made = QPalette()
    roles = QPalette.ColorRole
    plain = {
        roles.Window: c.form, roles.WindowText: c.text, roles.Base: c.sheet, roles.AlternateBase: c.form,
        roles.Text: c.text, roles.Button: c.form, roles.ButtonText: c.text, roles.PlaceholderText: c.placeholder,
        roles.Highlight: c.accent, roles.HighlightedText: c.on_accent, roles.ToolTipBase: c.sheet,
        roles.ToolTipText: c.text, roles.Link: c.accent, roles.Accent: c.accent, roles.Mid: c.section,
        roles.Midlight: c.hairline, roles.Light: c.sheet, roles.Dark: c.frame, roles.Shadow: c.frame,
    }  # fmt: skip
    for role, colour in plain.items():
        made.setColor(role, colour)
    for role in (roles.Text, roles.WindowText, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, c.placeholder)
    made.setColor(QPalette.ColorGroup.Disabled, roles.Base, c.form)
    return made


def body_font(system: QFont) -> QFont:
    """The system's font, followed by Japanese families, with figures of one width."""
    font = QFont(system)
    japanese = JAPANESE_FAMILIES.get(sys.platform, JAPANESE_FAMILIES[""])
    font.setFamilies([*(f for f in system.families() if f not in japanese), *japanese])
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def paint_text(widget: QWidget, colour: QColor) -> None:
    """Give a widget's words a colour, on a form and on a sheet."""
    made = widget.palette()
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
        made.setColor(role, colour)
    widget.setPalette(made)


def scaled(font: QFont, factor: float, *, semibold: bool = False) -> QFont:
    """The font at a factor of its size, never under 11 pixels at 100 %."""
    made = QFont(font)
    if font.pointSizeF() > 0:
        made.setPointSizeF(font.pointSizeF() * factor)
    else:
        made.setPixelSize(max(SMALLEST_PIXELS, round(font.pixelSize() * factor)))
    if semibold:
        made.setWeight(QFont.Weight.DemiBold)
    return made


def own_viewport(area: QAbstractScrollArea, role: QPalette.ColorRole) -> None:
    """Give an area a viewport of ours on a role's ground: asked for Qt's own, PySide looks through all classes of
    widgets for its class, which takes 7 ms the first time."""
    made = QWidget()
    made.setBackgroundRole(role)
    made.setAutoFillBackground(True)
    area.setViewport(made)


def spare_bar(area: QAbstractScrollArea) -> None:
    """Let the scroll bar be painted only when it changes: Fusion fills all of it, and takes 3 ms to do so."""
    app = QApplication.instance()
    if isinstance(app, QApplication) and is_fusion(app):
        area.verticalScrollBar().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
