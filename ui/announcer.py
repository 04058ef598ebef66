"""Tells a screen reader the story at a rate at which it can be listened to.

While time stands or goes slowly, each new sentence; while it races, the latest one now and then; on pausing, the last ones.
"""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from model.session import Change, Session
from ui.player import SPEEDS, Player
from ui.text import clock, line_text, translate

LISTENABLE = 10.0
"""The fastest speed, in market seconds a second, at which sentences can be listened to."""
BREATH_MS = 5000
"""While time races, a sentence is told no more often than this."""
MOST = 3
"""Sentences told at once after a jump; the list holds the rest."""


class Announcer(QObject):
    """Follows the story along the road in sight."""

    def __init__(self, window: QWidget, session: Session, player: Player) -> None:
        super().__init__(window)
        self._window, self._session, self._player = window, session, player
        self._place = (session.branch.number, len(session.story()))
        self.told: list[str] = []
        """What was announced last."""
        self.breath = QTimer(self, interval=BREATH_MS, singleShot=True)
        self.breath.timeout.connect(lambda: self._tell(1))
        session.listen(self._hear)
        player.changed.connect(self._rest)

    @property
    def _races(self) -> bool:
        return self._player.is_playing and SPEEDS[self._player.speed].factor > LISTENABLE

    def _hear(self, change: Change) -> None:
        if change & Change.RESET:
            self._place = (self._session.branch.number, len(self._session.story()))
        elif self._player.target is not None:
            return
        elif self._races:
            if not self.breath.isActive():
                self.breath.start()
        else:
            self._tell(MOST)

    def _rest(self) -> None:
        """After a race: what was left out."""
        if self.breath.isActive() and not self._player.is_playing and self._player.target is None:
            self.breath.stop()
            self._tell(MOST)

    def _tell(self, most: int) -> None:
        """Tell the latest sentences that are new on this road; another road is listened to from here on."""
        lines = self._session.story()
        (road, count), self._place = self._place, (self._session.branch.number, len(lines))
        if road != self._session.branch.number or len(lines) <= count:
            return
        template = translate("Story", "{clock}: {sentence}")
        fresh = lines[count:][-most:]
        self.told = [template.format(clock=clock(line.step), sentence=line_text(line, self._session)) for line in fresh]
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._window, " ".join(self.told)))
