"""Tells a screen reader each new sentence of the story, while time stands or goes slowly enough to listen."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from model.session import Change, Session
from ui.player import SPEEDS, Player
from ui.text import clock, line_text, translate

LISTENABLE = 10.0
"""The fastest speed, in market seconds a second, at which sentences can be listened to."""
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
        session.listen(self._hear)

    def _hear(self, change: Change) -> None:
        fast = self._player.is_playing and SPEEDS[self._player.speed].factor > LISTENABLE
        if fast or self._player.target is not None:
            return
        lines = self._session.story()
        road, count = self._place
        same = road == self._session.branch.number and not change & Change.RESET
        self._place = (self._session.branch.number, len(lines))
        if not same or len(lines) <= count:
            return
        template = translate("Story", "{clock}: {sentence}")
        fresh = lines[count:][-MOST:]
        self.told = [template.format(clock=clock(line.step), sentence=line_text(line, self._session)) for line in fresh]
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._window, " ".join(self.told)))
