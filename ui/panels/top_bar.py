"""The top bar: which program and scenario this is, the seed, the look, help."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRandomGenerator, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QActionGroup, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QMenuBar, QSizePolicy, QToolButton, QWidget

from model.frame import Frame
from model.scenario import find_scenario, shipped
from model.session import Change, Session
from ui import text, theme
from ui.controls.signs import sign
from ui.text import translate

SEEDS = 10_000
"""The dice throws a seed below this, short enough to be read out."""
SAID_MS = 8000
"""How long a sentence about what was done stands."""
NAME_LINES = 84
"""The program's name, which the frame of the window says too, is left out of a bar narrower than so many heights of text."""
TITLE_GIVES = 3
"""The scenario's title may lose one part of so many before anything else gives way."""
SCALES = (1.0, 1.2, 1.4, 1.6, 1.8)


class TopBar(QWidget):
    """Says what is being watched; offers another scenario, seed or look."""

    help_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._fitting = False
        self._refused = (0, 0)
        """The width there was, and that which was wanted, when it was last too much."""
        self._fold: Callable[[bool], None] = lambda folded: None
        self._name = QLabel(self.tr("Cascade Lab"))
        self._name.setProperty("role", "title")
        self.scenario = self._menu_button(self._fill_scenarios)
        self.seed = QLabel()
        self.seed.setProperty("role", "soft")
        self.copy = self._button(self._copy_seed)
        self.dice = self._button(self._throw_dice)
        self.look = self._menu_button(self._fill_looks)
        self.help = self._button(self.help_wanted.emit)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 8, 5)
        row.setSpacing(8)
        for widget in (self._name, self.scenario, self.seed, self.copy, self.dice):
            row.addWidget(widget)
        row.insertSpacing(2, 16)
        self.said = QLabel()
        self.said.setProperty("role", "small")
        self.said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._silence = QTimer(self, interval=SAID_MS, singleShot=True)
        self._silence.timeout.connect(self.said.clear)
        self._refit = QTimer(self, interval=0, singleShot=True)
        self._refit.timeout.connect(self._fit)
        theme.keeper.changed.connect(self._refit.start)
        row.addWidget(self.said, 1)
        row.addWidget(self.look)
        row.addWidget(self.help)
        self.retranslate()

    def _button(self, act: object) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "flat")
        button.clicked.connect(lambda: act())  # type: ignore[operator]
        return button

    def _menu_button(self, fill: object) -> QToolButton:
        button = QToolButton(popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setProperty("kind", "flat")
        menu = QMenu(button)
        menu.aboutToShow.connect(fill)
        button.setMenu(menu)
        return button

    def say(self, sentence: str) -> None:
        """Show one sentence for a while; its whole length is in the tip."""
        self.said.setText(self.said.fontMetrics().elidedText(sentence, Qt.TextElideMode.ElideMiddle, self.said.width()))
        self.said.setToolTip(sentence)
        self.said.setAccessibleName(sentence)
        self._silence.start()

    def add_menu(self, bar: QMenuBar, fold: Callable[[bool], None]) -> None:
        """Give the menu bar its place: first in the row; `fold` makes it narrow or wide."""
        self._fold = fold
        self._row.insertWidget(0, bar)
        bar.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._fit()

    def retranslate(self) -> None:
        """Write all words again."""
        self.copy.setText(self.tr("Copy seed"))
        self.copy.setToolTip(self.tr("Copy the seed. The same seed is the same weather."))
        self.copy.setAccessibleName(self.tr("Copy the seed"))
        self.dice.setText(self.tr("New seed"))
        self.dice.setAccessibleName(self.tr("New seed"))
        self.dice.setToolTip(self.tr("Throw the dice: the same market under other weather."))
        self.look.setText(self.tr("Look ▾"))
        self.look.setToolTip(self.tr("Dark, light or projector; size of text"))
        self.look.setAccessibleName(self.tr("Look"))
        self.help.setText(self.tr("?"))
        self.help.setToolTip(self.tr("Help and the list of keys"))
        self.help.setAccessibleName(self.tr("Help"))
        self._show()

    def _show(self) -> None:
        scenario = self._session.scenario
        self.scenario.setToolTip(translate("Scenarios", scenario.about))
        self.scenario.setAccessibleName(self.tr("Scenario: {title}").format(title=scenario.title))
        self.seed.setText(self.tr("seed {seed}").format(seed=str(self._session.seed)))
        self._fit()

    def _fit(self) -> None:
        """Fit the row into its width; a change of it while that is done is answered afterwards."""
        if self._fitting:
            self._refit.start()
            return
        self._fitting = True
        try:
            self._give_way()
        finally:
            self._fitting = False

    def _give_way(self) -> None:
        """Where room is short: the program's name, words that a sign can say, the row of menus, the title's end."""
        title = translate("Scenarios", self._session.scenario.title)
        self.scenario.setText(self.tr("{title} ▾").format(title=title))
        for child in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            child.ensurePolished()  # or its width is one of letters that it does not have
        self._name.setVisible(self.width() >= NAME_LINES * theme.pixels("body"))
        self._show_words(True)
        self._fold(False)
        if self._row.sizeHint().width() > self.width():
            self._name.hide()
        for step in (lambda: self._show_words(False), lambda: self._fold(True)):
            over = self._row.sizeHint().width() - self.width()
            if over > self.scenario.fontMetrics().horizontalAdvance(title) // TITLE_GIVES:
                step()
        over = self._row.sizeHint().width() - self.width()
        if over > 0:
            metrics = self.scenario.fontMetrics()
            room = metrics.horizontalAdvance(title) - over
            short = metrics.elidedText(title, Qt.TextElideMode.ElideRight, max(room, 60))
            self.scenario.setText(self.tr("{title} ▾").format(title=short))
        if self._row.sizeHint().width() <= self.width():
            self._refused = (0, 0)

    def _show_words(self, wanted: bool) -> None:
        """Words on the buttons of the seed, or signs alone."""
        style = Qt.ToolButtonStyle.ToolButtonTextOnly if wanted else Qt.ToolButtonStyle.ToolButtonIconOnly
        size = theme.pixels("body")
        for name, button in (("copy", self.copy), ("dice", self.dice)):
            button.setIcon(sign(name, size))
            button.setIconSize(QSize(size, size))
            button.setToolButtonStyle(style)

    def minimumSizeHint(self) -> QSize:
        """The smallest size: the title gives way."""
        return QSize(480, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: another size."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Qt: something in the row wants another width; one that there is not is looked for once."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            wanted = (self.width(), self._row.sizeHint().width())
            if wanted[1] > wanted[0] and wanted != self._refused:
                self._refused = wanted
                self._refit.start()
        return done

    def refresh(self, change: Change, frame: Frame) -> None:
        """Follow the session."""
        if change & Change.RESET:
            self._show()
        if change & (Change.RESET | Change.VALUES):
            self.dice.setEnabled(not self._session.locked("seed"))
            self.scenario.setEnabled(not self._session.locked("scenario"))

    # --- what the buttons do ----------------------------------------------------------------------------------------

    def _copy_seed(self) -> None:
        QGuiApplication.clipboard().setText(str(self._session.seed))

    def _throw_dice(self) -> None:
        self._session.new_run(seed=QRandomGenerator.global_().bounded(1, SEEDS))

    def _fill_scenarios(self) -> None:
        menu = self.scenario.menu()
        menu.clear()
        for name in shipped():
            scenario = find_scenario(name)
            action = menu.addAction(translate("Scenarios", scenario.title))
            action.setToolTip(translate("Scenarios", scenario.about))
            action.triggered.connect(lambda _=False, chosen=scenario: self._session.new_run(scenario=chosen))

    def _fill_looks(self) -> None:
        menu = self.look.menu()
        menu.clear()
        group = QActionGroup(menu)
        looks = {"dark": self.tr("Dark"), "light": self.tr("Light"), "projector": self.tr("Projector")}
        for name, words in looks.items():
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(theme.current().name == name)
            action.triggered.connect(lambda _=False, chosen=name: theme.set_theme(chosen))
            group.addAction(action)
        menu.addSeparator()
        for scale in SCALES:
            action = menu.addAction(self.tr("Text {size}").format(size=text.percent(scale, 0)))
            action.setCheckable(True)
            action.setChecked(theme.keeper.scale == scale)
            action.triggered.connect(lambda _=False, chosen=scale: theme.keeper.set_scale(chosen))
