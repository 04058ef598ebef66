"""The bottom bar: go, stop, step by second and by cause, in both directions; speed; clock; time line; roads."""

import re
from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from model.frame import Frame
from model.session import Change, Session
from ui.controls.one_line import OneLine
from ui.controls.pace import Pace
from ui.controls.segments import Segments
from ui.controls.signs import sign
from ui.panels.roads import RoadsBar
from ui.panels.time_line import TimeLine
from ui.player import SPEEDS, Player
from ui.text import clock, line_text, money, number, phase_title
from ui.theme import font, keeper, pixels

SIGN_SIZE = 1.5
"""Height of a sign against the body text."""
PROGRESS = 4
"""Height of the sign of progress."""
THIN_WIDTH, THIN_MOST = 1240.0, 1.6
"""Beside a stage that has the whole screen the time line's letters grow with the width, as the stage's do, so far."""
SENTENCE_END = re.compile(r"(?<=[.!?] )|(?<=。)")
WORDS_LINES = 26
"""In a narrow window status and roads together have room for so many heights of text before all speeds are shown."""


class TransportBar(QWidget):
    """Everything about where we are in time."""

    def __init__(self, session: Session, player: Player, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._player = session, player
        self.buttons: dict[str, QToolButton] = {}
        for name, act in self._acts().items():
            self.buttons[name] = self._button(name, act)
        self.speeds = Segments([speed.name for speed in SPEEDS])
        self.speeds.chosen.connect(player.set_speed)
        self.clock = QLabel()
        self.clock.setProperty("role", "heading")
        self.status = OneLine()
        self.status.setProperty("role", "faint")
        self.told = OneLine()
        """Beside a stage that has the whole screen: what the totals and the story would say."""
        self.leave = QLabel()
        self.leave.setProperty("role", "faint")
        self._pace = Pace(self._tell, self)
        self.progress = QProgressBar(self, textVisible=False)  # in no layout: nothing may move when it comes and goes
        self.progress.hide()
        self.line = TimeLine(session)
        self.line.sought.connect(player.seek)
        self.roads = RoadsBar(session)
        self.roads.chosen.connect(self.take_road)
        self._narrow: bool | None = None
        self._thin = False
        self._news: tuple[str, ...] = ("",)
        """All that is to be told beside a stage that has the whole screen, and the same with less before it."""
        self._arrange()
        player.changed.connect(self._show_player)
        keeper.changed.connect(self._dress)
        self.told.hide()
        self.leave.hide()
        self._dress()
        self.retranslate()
        self.show_moment()
        self._show_player()

    def _acts(self) -> dict[str, Callable[[], None]]:
        session, player = self._session, self._player
        return {
            "restart": lambda: player.seek(0),
            "back": session.back,
            "back_cause": session.back_cause,
            "play": player.toggle,
            "forward_cause": session.forward_cause,
            "forward": session.forward,
        }

    def _button(self, name: str, act: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setAutoRepeat(name in ("back", "forward"))
        button.setProperty("kind", "tool")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: act())
        return button

    def _arrange(self) -> None:
        self._keys = QWidget()
        keys = QHBoxLayout(self._keys)
        keys.setContentsMargins(0, 0, 0, 0)
        keys.setSpacing(2)
        for button in self.buttons.values():
            keys.addWidget(button)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(10, 6, 10, 6)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        """Give the time line a row of its own below everything else, or a place beside the buttons."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self._place_parts()

    def _place_parts(self) -> None:
        grid, narrow = self._grid, bool(self._narrow)
        middle = Qt.AlignmentFlag.AlignVCenter
        for part in (self._keys, self.speeds, self.clock, self.status, self.line, self.roads, self.told, self.leave):
            grid.removeWidget(part)
        grid.addWidget(self._keys, 0, 0, middle)
        grid.addWidget(self.speeds, 0, 1, middle)
        if self._thin:
            grid.addWidget(self.clock, 0, 2, middle)
            grid.addWidget(self.line, 0, 3, 1, 2)
            grid.addWidget(self.told, 1, 0, 1, 4, middle)
            grid.addWidget(self.leave, 1, 4, middle | Qt.AlignmentFlag.AlignRight)
        elif narrow:
            grid.addWidget(self.clock, 0, 2, middle)
            grid.addWidget(self.status, 0, 3, middle)
            grid.addWidget(self.roads, 0, 4, middle)
            grid.addWidget(self.line, 1, 0, 1, 5)
        else:
            grid.addWidget(self.line, 0, 3, 1, 2)
            grid.addWidget(self.clock, 1, 0, middle)
            grid.addWidget(self.status, 1, 1, 1, 2, middle)
            grid.addWidget(self.roads, 1, 3, 1, 2)
        stretches = (0, 0, 0, 1, 0) if self._thin else (0, 0, 0, 2, 3) if narrow else (0, 0, 0, 1, 1)
        for column, stretch in enumerate(stretches):
            grid.setColumnStretch(column, stretch)
        self._fold()

    def _fold(self) -> None:
        """One button for all speeds, where there is not room for each."""
        beside = sum(part.sizeHint().width() for part in (self._keys, self.clock)) + pixels("body") * WORDS_LINES
        self.speeds.fold(bool(self._narrow) and beside + self.speeds.full_width() > self.width())

    def minimumSizeHint(self) -> QSize:
        """The smallest size: words give way before buttons do."""
        return QSize(480, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: another size."""
        super().resizeEvent(event)
        self.progress.setGeometry(10, self.height() - PROGRESS - 1, self.width() - 20, PROGRESS)
        self._grow()
        self._fold()
        self._fit_told()

    def _grow(self) -> None:
        """Give the time line its letters."""
        self.line.set_larger(min(max(round(self.width() / THIN_WIDTH, 1), 1.0), THIN_MOST) if self._thin else 1.0)

    def retranslate(self) -> None:
        """Write all words again."""
        names = {
            "restart": self.tr("Restart: the same market from its first second (R)"),
            "back": self.tr("Back one second (←)"),
            "back_cause": self.tr("Back one cause (Shift+←)"),
            "play": self.tr("Play or pause (Space)"),
            "forward_cause": self.tr("Next cause inside this second (Shift+→)"),
            "forward": self.tr("Next second (→)"),
        }
        for name, text in names.items():
            self.buttons[name].setToolTip(text)
            self.buttons[name].setAccessibleName(text)
        self.leave.setText(self.tr("Esc: leave the full screen"))
        self.speeds.setAccessibleName(self.tr("Speed: market seconds for each second"))

    def _dress(self) -> None:
        """Signs and fonts in the look in force."""
        size = round(pixels("body") * SIGN_SIZE)
        for name, button in self.buttons.items():
            shown = "pause" if name == "play" and self._player.is_playing else name
            button.setIcon(sign(shown, size))
            button.setIconSize(QSize(size, size))
        self.clock.setFont(font("heading"))
        room = self.clock.fontMetrics().size(0, clock(0))
        self.clock.setFixedSize(room.width() + 6, room.height() + 2)  # so that a new second moves no layout
        self.told.setFont(font("title"))
        self._fold()
        self._fit_told()

    def set_thin(self, thin: bool) -> None:
        """Show the least, beside a stage that has the whole screen: instead of roads one sentence for the back row."""
        self._thin = thin
        self._place_parts()
        self.roads.setVisible(not thin)
        self.status.setVisible(not thin)
        self.told.setVisible(thin)
        self.leave.setVisible(thin)
        self._grow()
        self._tell()

    def _tell(self) -> None:
        """The total liquidated and the newest sentence of the story."""
        if not self._thin:
            return
        session = self._session
        usd = money(session.picture().totals.liquidated)
        story = session.story()
        if story:
            when, sentence = clock(story[-1].step), line_text(story[-1], session)
            whole = self.tr("{usd} liquidated · {clock}: {sentence}").format(usd=usd, clock=when, sentence=sentence)
            self._news = whole, self.tr("{clock}: {sentence}").format(clock=when, sentence=sentence)
        else:
            self._news = (self.tr("{usd} liquidated").format(usd=usd),)
        self._fit_told()

    def _fit_told(self) -> None:
        """Tell as many whole sentences as there is room for; how to leave, then the total, give way to the first."""
        if not self._thin:
            return
        wide, margins = self.told.fontMetrics().horizontalAdvance, self._grid.contentsMargins()
        room = self.width() - margins.left() - margins.right() - self._grid.horizontalSpacing()
        beside = room - self.leave.sizeHint().width()
        forms = [words for news in self._news for words in _by_sentences(news)]
        first = _by_sentences(self._news[0])[-1]
        room = beside if wide(first) <= beside else room
        words = next((form for form in forms if wide(form) <= room), forms[-1])
        self.leave.setVisible(wide(words) <= beside)
        self.told.set_tip(self._news[0] if words != self._news[0] else "")
        self.told.setText(words)

    def take_road(self, number: int) -> None:
        """Change to another road at the same second, computing what it lacks frame by frame."""
        self._session.take_branch(number)

    def refresh(self, change: Change, frame: Frame) -> None:
        """Show this moment."""
        self.line.refresh(change, frame)
        if change & (Change.BRANCHES | Change.RESET | Change.VALUES):
            self.roads.refresh(change, frame)
        if self._thin:
            self._pace.follow(change, self._session)
        self.show_moment()

    def show_moment(self) -> None:
        """Clock, buttons and status as they are now."""
        session, player = self._session, self._player
        if self.clock.text() != clock(session.step):
            self.clock.setText(clock(session.step))
        paused = not player.is_playing and player.target is None
        at_start = session.step == 0 and session.phase == 0
        at_end = session.step >= session.length
        for name in ("back", "back_cause"):
            self.buttons[name].setEnabled(paused and not at_start)
        for name in ("forward", "forward_cause"):
            self.buttons[name].setEnabled(paused and not at_end)
        self.buttons["restart"].setEnabled(not at_start)
        self.buttons["play"].setEnabled(not at_end or player.is_playing)
        if self.status.text() != self._status_text():
            self.status.setText(self._status_text())

    def _status_text(self) -> str:
        session, player = self._session, self._player
        if player.target is not None:
            return self.tr("computing up to {clock} …").format(clock=clock(player.target))
        if player.is_computing:
            return self.tr("computing …")
        if session.phase:
            told = self.tr("{done} of {all}: {phase}")
            return told.format(done=session.phase, all=len(session.phases), phase=phase_title(session, session.phase))
        if not player.keeps_up:
            return self.tr("{speed}×: as fast as this machine can").format(speed=number(player.true_speed))
        if player.is_playing:
            return self.tr("playing")
        if session.step >= session.length:
            return self.tr("the end of this run")
        if session.hold is not None and session.step >= session.reach:
            return self.tr("held by the lesson")
        return self.tr("paused · press space")

    def _show_player(self) -> None:
        player = self._player
        self.speeds.choose(player.speed)
        self._dress_play()
        self.line.target = player.target
        self.progress.setVisible(player.is_computing)
        if player.target is not None:
            self.progress.setRange(0, player.target)
            self.progress.setValue(self._session.step)
        else:
            self.progress.setRange(0, 0)  # nobody knows how long
        self.show_moment()

    def _dress_play(self) -> None:
        size = round(pixels("body") * SIGN_SIZE)
        self.buttons["play"].setIcon(sign("pause" if self._player.is_playing else "play", size))


def _by_sentences(words: str) -> list[str]:
    """All sentences, and ever fewer of them from the first on."""
    parts = SENTENCE_END.split(words)
    return ["".join(parts[:count]).rstrip() for count in range(len(parts), 0, -1)]
