"""What all pages share: a heading with buttons, a banner, the content, and what to do first when there is none."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from manifest_app.desktop.actions import EVERYONE, ActionSpec
from manifest_app.desktop.context import Context
from manifest_app.desktop.widgets.banner import Banner
from manifest_app.desktop.widgets.forms import ActionButton, note, title_label
from manifest_app.model.people import Role


class Page(QWidget):
    """A place of the program. A subclass sets the class attributes, fills `content`, and says how to `refresh`.

    Attributes:
        name: Stable name, used by `Context.open_page`.
        icon: Drawing beside it in the navigation.
        roles: Who sees it.
        in_navigation: Whether it is listed on the left, or only opened from other pages.
        help_key: Name of its help page.
        follows: Kinds of `Context.changed` on which it refreshes when shown.
        content: Layout to fill.
        buttons: Row for buttons right of the heading.
        banner: For messages of this page.
    """

    name: ClassVar[str] = ""
    icon: ClassVar[str] = "list"
    roles: ClassVar[frozenset[Role]] = EVERYONE
    in_navigation: ClassVar[bool] = True
    help_key: ClassVar[str] = ""
    follows: ClassVar[frozenset[str]] = frozenset()

    @classmethod
    def heading(cls) -> str:
        """The translated title, as the navigation shows it."""
        raise NotImplementedError

    def empty_text(self) -> str:
        """What to do first, shown while the page has nothing to show."""
        return ""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.stale = True
        self.title = title_label(self.heading())
        self.banner = Banner()
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        filled = QWidget()
        self.content = QVBoxLayout(filled)
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.setSpacing(10)
        self._empty = note(self.empty_text())
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self._stack.addWidget(filled)
        self._stack.addWidget(self._empty)
        self._lay_out()
        self.setAccessibleName(self.heading())
        context.changed.connect(self._follow)

    def open(self, **arguments: str) -> None:
        """Take the arguments of `Context.open_page`; called before `refresh`, each time the page is opened."""

    def refresh(self) -> None:
        """Load what the page shows, through `Context.jobs`."""

    def show_empty(self, empty: bool) -> None:
        """Show what to do first instead of the content, or the content."""
        self._empty.setText(self.empty_text())
        self._stack.setCurrentIndex(1 if empty else 0)

    def add_action(
        self,
        key: str,
        text: str,
        help_text: str,
        run: Callable[[], None],
        *,
        shortcut: str = "",
        roles: frozenset[Role] = EVERYONE,
        icon: str = "",
    ) -> QAction:
        """Declare an action of this page in the registry of actions."""
        return self.context.actions.add(ActionSpec(key, text, shortcut, roles, help_text, run, icon), self)

    def add_button(self, action: QAction, *, main: bool = False) -> ActionButton:
        """Put the button of an action beside the heading; ``main`` for the one thing to do here."""
        button = ActionButton(action)
        font = button.font()
        font.setBold(main)
        button.setFont(font)
        self.buttons.addWidget(button)
        return button

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.title, 1)
        top.addLayout(self.buttons)
        page = QVBoxLayout(self)
        page.setContentsMargins(18, 14, 18, 14)
        page.setSpacing(10)
        page.addLayout(top)
        page.addWidget(self.banner)
        page.addWidget(self._stack, 1)

    def _follow(self, kind: str) -> None:
        if kind not in self.follows:
            return
        self.stale = True
        if self.isVisible():
            self.stale = False
            self.refresh()
