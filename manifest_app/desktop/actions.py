"""The one registry of actions: what it says, its keys, who may, and where the help is."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from manifest_app.desktop import theme
from manifest_app.model.people import Role

EVERYONE = frozenset(Role)


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """An action, declared once.

    Attributes:
        key: Stable name, ``place.verb``: ``flight.screen``.
        text: What the button says, translated, with a mnemonic (``&Screen``) where one is free.
        shortcut: Keys in Qt's portable form (``Ctrl+L``, ``J``), or "".
        roles: Who sees it.
        help: One sentence on what it does; the tooltip, and the text of the shortcut list.
        run: What it does.
        icon: Name of a drawing in ``resources/icons``, or "".
    """

    key: str
    text: str
    shortcut: str
    roles: frozenset[Role]
    help: str
    run: Callable[[], None] = field(compare=False)
    icon: str = ""


class Actions(QObject):
    """All actions of the window and its pages, for the role of the person signed in."""

    def __init__(self, role: Role, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self._made: dict[str, tuple[ActionSpec, QAction]] = {}

    def add(self, spec: ActionSpec, owner: QWidget) -> QAction:
        """Make the action; its shortcut works while ``owner`` (a window or a page) or a part of it has the focus.

        Raises:
            ValueError: The key is taken.
        """
        if spec.key in self._made:
            raise ValueError(f"the action {spec.key} is declared twice")
        action = QAction(spec.text, owner)
        action.setObjectName(spec.key)
        keys = QKeySequence(spec.shortcut)
        action.setShortcut(keys)
        native = keys.toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{spec.help} ({native})" if native else spec.help)
        action.setStatusTip(spec.help)
        if spec.icon:
            action.setIcon(theme.icon(spec.icon))
        scope = Qt.ShortcutContext
        action.setShortcutContext(scope.WindowShortcut if owner.isWindow() else scope.WidgetWithChildrenShortcut)
        allowed = self._role in spec.roles
        action.setVisible(allowed)
        action.setEnabled(allowed)
        action.triggered.connect(lambda _checked=False: spec.run())
        owner.addAction(action)
        self._made[spec.key] = (spec, action)
        return action

    def enable(self, key: str, enabled: bool) -> None:
        """Enable or disable an action; one that the role may not use stays disabled."""
        spec, action = self._made[key]
        action.setEnabled(enabled and self._role in spec.roles)

    def action(self, key: str) -> QAction:
        """The action of that key."""
        return self._made[key][1]

    def repaint(self) -> None:
        """Draw the icons anew, after light has become dark or the other way."""
        for spec, action in self._made.values():
            if spec.icon:
                action.setIcon(theme.icon(spec.icon))

    def allowed(self) -> tuple[tuple[ActionSpec, QAction], ...]:
        """Every action this person may use, by text."""
        mine = (made for made in self._made.values() if self._role in made[0].roles)
        return tuple(sorted(mine, key=lambda made: plain(made[0].text)))


def plain(text: str) -> str:
    """A text without its mnemonic mark."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")
