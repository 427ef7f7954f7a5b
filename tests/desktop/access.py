"""Walks all widgets of a window and tells what a person who can't see them would miss."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QTabWidget,
    QTextEdit,
    QToolButton,
    QWidget,
)

CONTROLS = (
    QAbstractButton,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QComboBox,
    QAbstractSpinBox,
    QAbstractItemView,
)
_OWN_NAME = (QAbstractButton, QGroupBox)


def faults(window: QWidget) -> list[str]:
    """Every control without a name, every control that traps Tab, every label with a mnemonic and no buddy."""
    return sorted(set(_faults(window)))


def _faults(window: QWidget) -> Iterator[str]:
    for widget in window.findChildren(QWidget):
        if _is_part_of_another(widget):
            continue
        where = f"{type(widget).__name__} in {_path(widget)}"
        if isinstance(widget, CONTROLS) and not _name(widget):
            yield f"no name: {where}"
        if isinstance(widget, QPlainTextEdit | QTextEdit) and not widget.isReadOnly() and not widget.tabChangesFocus():
            yield f"traps Tab: {where}"
        if isinstance(widget, QLabel) and _has_mnemonic(widget.text()) and widget.buddy() is None:
            yield f"no buddy: {widget.text()!r} in {_path(widget)}"


def _name(widget: QWidget) -> str:
    if widget.accessibleName():
        return widget.accessibleName()
    return widget.text() if isinstance(widget, QAbstractButton) else ""


def _has_mnemonic(text: str) -> bool:
    return "&" in text.replace("&&", "")


def _is_part_of_another(widget: QWidget) -> bool:
    """Whether Qt made it as a part of a control that has the name."""
    parent = widget.parentWidget()
    compound = (QComboBox, QAbstractSpinBox, QAbstractItemView, QTabBar, QTabWidget, QScrollArea, QLineEdit)
    while parent is not None:
        if isinstance(parent, (QComboBox, QAbstractSpinBox, QAbstractItemView, QTabBar, QLineEdit)):
            return True
        parent = parent.parentWidget()
    if widget.objectName().startswith("qt_") or isinstance(widget.parentWidget(), compound[4:5]):
        return True
    return isinstance(widget, QToolButton) and widget.focusPolicy() is Qt.FocusPolicy.NoFocus


def _path(widget: QWidget) -> str:
    names = []
    at: QWidget | None = widget
    while at is not None:
        names.append(type(at).__name__)
        at = at.parentWidget()
    return " < ".join(names[1:6])
