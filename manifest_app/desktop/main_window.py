"""The main window: header, navigation, the page of the moment, messages, and long work in the status bar."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from manifest_app.desktop import theme
from manifest_app.desktop.actions import EVERYONE, ActionSpec
from manifest_app.desktop.context import Context
from manifest_app.desktop.dialogs.find import FindDialog
from manifest_app.desktop.dialogs.help import HelpDialog
from manifest_app.desktop.dialogs.shortcuts import ShortcutsDialog
from manifest_app.desktop.lock import KEYS, Locker
from manifest_app.desktop.messages import Message
from manifest_app.desktop.navigation import pages_for
from manifest_app.desktop.pages.base import Page
from manifest_app.desktop.widgets.banner import Banner
from manifest_app.desktop.widgets.header import Header
from manifest_app.desktop.widgets.jobbar import JobBar
from manifest_app.desktop.widgets.watch_mark import WatchMark


class MainWindow(QMainWindow):
    """One for each unlocked vault."""

    def __init__(self, context: Context, locker: Locker) -> None:
        super().__init__()
        self.context = context
        self.locker = locker
        self.banner = Banner()
        self.pages: dict[str, Page] = {}
        self._classes = {page.name: page for page in pages_for(context.session.person.role)}
        self._stack = QStackedWidget()
        self._declare_actions()
        self.header = Header(context)
        self.header.searched.connect(lambda text: context.open_page("flights", search=text))
        self.navigation = self._make_navigation()
        self._lay_out()
        self.statusBar().addPermanentWidget(JobBar(context.jobs), 0)
        self.statusBar().addPermanentWidget(WatchMark(context.watcher, self.statusBar()), 0)
        context.messages.posted.connect(self._show_message)
        context.page_asked.connect(self.open_page)
        self.setWindowTitle(self._window_title())
        self.setWindowIcon(theme.icon("app"))
        self.resize(1200, 780)
        if self.navigation.count():
            self.navigation.setCurrentRow(0)

    @property
    def page(self) -> Page:
        """The page shown."""
        shown = self._stack.currentWidget()
        assert isinstance(shown, Page)  # noqa: S101 - only pages are ever added
        return shown

    def open_page(self, name: str, arguments: dict[str, str]) -> None:
        """Show a page, make it if this is the first time, and let it load what is stale."""
        if name not in self.pages:
            made = self._classes[name](self.context)
            self.pages[name] = made
            self._stack.addWidget(made)
        page = self.pages[name]
        self.banner.clear()
        page.open(**arguments)
        self._mark(name)
        self._stack.setCurrentWidget(page)
        if page.stale:
            page.stale = False
            page.refresh()

    def closeEvent(self, event: QCloseEvent) -> None:
        """End the work that runs, then close the vault."""
        self.context.leaving.emit()
        self.context.jobs.close()
        self.locker.stop()
        self.context.session.close()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.context.actions.repaint()
            for row in range(self.navigation.count()):
                item = self.navigation.item(row)
                item.setIcon(theme.icon(self._classes[str(item.data(Qt.ItemDataRole.UserRole))].icon))

    # --- building

    def _declare_actions(self) -> None:
        add = self.context.actions.add
        declared = (
            ("app.lock", self.tr("&Lock"), KEYS, self.tr("Lock the vault at once"), self.locker.lock, "lock"),
            ("app.find", self.tr("&Find"), "Ctrl+K", self.tr("Find an action or a flight"), self._find, "search"),
            ("app.shortcuts", self.tr("&Shortcuts"), "Ctrl+/", self.tr("Show every key"), self._show_shortcuts, "list"),
            ("app.help", self.tr("&Help"), "F1", self.tr("Explain the place you are at"), self._show_help, "info"),
        )
        for key, text, keys, help_text, run, icon in declared:
            add(ActionSpec(key, text, keys, EVERYONE, help_text, run, icon), self)
        for number, page in enumerate(self._listed(), start=1):
            help_text = self.tr("Go to: %s") % page.heading()
            go = _Opener(self.context, page.name)
            keys = f"Ctrl+{number}" if number < 10 else ""
            spec = ActionSpec(f"go.{page.name}", page.heading(), keys, page.roles, help_text, go, page.icon)
            add(spec, self)

    def _make_navigation(self) -> QListWidget:
        navigation = QListWidget()
        navigation.setAccessibleName(self.tr("Places"))
        navigation.setFixedWidth(170)
        navigation.setIconSize(QSize(20, 20))
        navigation.setSpacing(2)
        navigation.setFrameShape(QListWidget.Shape.NoFrame)
        for page in self._listed():
            item = QListWidgetItem(theme.icon(page.icon), page.heading())
            item.setData(Qt.ItemDataRole.UserRole, page.name)
            item.setSizeHint(QSize(0, 36))
            navigation.addItem(item)
        navigation.currentItemChanged.connect(self._go)
        navigation.itemClicked.connect(self._go)
        return navigation

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.banner)
        right.addWidget(self._stack, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.navigation)
        middle.addLayout(right, 1)
        whole = QWidget()
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.header)
        rows.addLayout(middle, 1)
        self.setCentralWidget(whole)

    def _listed(self) -> tuple[type[Page], ...]:
        return tuple(page for page in self._classes.values() if page.in_navigation)

    def _window_title(self) -> str:
        session = self.context.session
        mark = self.tr(" (DEMONSTRATION)") if session.demonstration else ""
        return f"{session.folder.name}{mark} - {self.tr('Manifest App')}"

    # --- acting

    def _go(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            name = str(item.data(Qt.ItemDataRole.UserRole))
            if name not in self.pages or self.pages[name] is not self._stack.currentWidget():
                self.context.open_page(name)

    def _mark(self, name: str) -> None:
        """Show in the navigation where the user is, without opening it again."""
        self.navigation.blockSignals(True)
        for row in range(self.navigation.count()):
            if self.navigation.item(row).data(Qt.ItemDataRole.UserRole) == name:
                self.navigation.setCurrentRow(row)
        self.navigation.blockSignals(False)

    def _show_message(self, message: Message) -> None:
        self.banner.show_message(message)

    def _find(self) -> None:
        FindDialog(self.context, self).open()

    def _show_shortcuts(self) -> None:
        ShortcutsDialog(self.context.actions, self).open()

    def _show_help(self) -> None:
        HelpDialog(self.page.help_key or self.page.name, self).open()


class _Opener:
    """Opens one page; an action's ``run``."""

    def __init__(self, context: Context, name: str) -> None:
        self._context = context
        self._name = name

    def __call__(self) -> None:
        self._context.open_page(self._name)
