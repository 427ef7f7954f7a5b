import pytest
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from manifest_app import bundled
from manifest_app.desktop import theme
from manifest_app.desktop.messages import Kind
from manifest_app.desktop.theme import Tone
from manifest_app.desktop.widgets.banner import Banner
from manifest_app.desktop.widgets.forms import note
from manifest_app.desktop.widgets.stepper import Stepper


def palette(*, dark: bool) -> QPalette:
    made = QPalette()
    text, base = (QColor("#f0f0f0"), QColor("#2d2d2d")) if dark else (QColor("#101010"), QColor("#ffffff"))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText):
        made.setColor(role, text)
    made.setColor(QPalette.ColorRole.Base, base)
    made.setColor(QPalette.ColorRole.AlternateBase, QColor("#3a3a3a" if dark else "#f2f2f2"))
    made.setColor(QPalette.ColorRole.Window, QColor("#323232" if dark else "#efefef"))
    return made


@pytest.mark.parametrize("tone", list(Tone))
@pytest.mark.parametrize("dark", [False, True])
def test_every_tone_reads_on_everything_it_stands_on(qapp: QGuiApplication, tone: Tone, dark: bool) -> None:
    shown = palette(dark=dark)
    text = theme.colour(tone, shown)
    backgrounds = [theme.background(tone, shown)]
    roles = (QPalette.ColorRole.Base, QPalette.ColorRole.AlternateBase, QPalette.ColorRole.Window)
    backgrounds += [shown.color(role) for role in roles]
    for background in backgrounds:
        assert theme.contrast(text, background) >= theme.CONTRAST_TEXT, (tone, background.name())


def test_contrast_is_that_of_the_standard() -> None:
    assert theme.contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21)
    assert theme.contrast(QColor("#777777"), QColor("#ffffff")) == pytest.approx(4.48, abs=0.01)


def test_every_drawing_can_be_drawn_in_every_tone(qapp: QGuiApplication) -> None:
    drawings = sorted(path.stem for path in bundled.resource("icons").glob("*.svg"))
    assert len(drawings) > 20
    for name in drawings:
        image = theme.icon(name, Tone.STOP).pixmap(24, 24).toImage()
        assert any(image.pixelColor(x, y).alpha() > 0 for x in range(24) for y in range(24)), name


def test_an_unknown_drawing_is_an_error(qapp: QGuiApplication) -> None:
    with pytest.raises(FileNotFoundError):
        theme.icon("no-such-drawing")


def test_what_is_on_screen_follows_from_light_to_dark(qapp: QApplication, qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    banner, stepper, label = Banner(), Stepper(), note("quiet", Tone.QUIET)
    for widget in (banner, stepper, label):
        column.addWidget(widget)
    banner.say(Kind.ERROR, "No.")
    holder.show()
    before = QPalette(qapp.palette())
    try:
        for dark in (False, True):
            qapp.setPalette(palette(dark=dark))
            qapp.processEvents()
            shown = palette(dark=dark)
            text, ground = QPalette.ColorRole.WindowText, QPalette.ColorRole.Window
            assert label.palette().color(text) == theme.colour(Tone.QUIET, shown)
            assert banner.palette().color(text) == theme.colour(Tone.STOP, shown)
            assert banner.palette().color(ground) == theme.background(Tone.STOP, shown)
            assert stepper._texts[0].palette().color(text) == theme.colour(Tone.NOTE, shown)
    finally:
        qapp.setPalette(before)
