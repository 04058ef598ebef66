"""The teacher's notes in a window of their own, on the second screen where there is one."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from ui.lesson.guide import Guide
from ui.lesson.prose import Prose
from ui.text import clock, number


class NotesWindow(QWidget):
    """What to say at this step, what is asked, what will come."""

    def __init__(self, guide: Guide) -> None:
        super().__init__()
        self._guide = guide
        self.setProperty("panel", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("Teacher's notes"))
        self.heading = QLabel(wordWrap=True)
        self.heading.setProperty("role", "heading")
        self.notes = Prose(1.15)
        self.following = QLabel(wordWrap=True)
        self.following.setProperty("role", "soft")
        inner = QWidget()
        column = QVBoxLayout(inner)
        for label in (self.heading, self.notes, self.following):
            column.addWidget(label)
        column.addStretch(1)
        area = QScrollArea(widgetResizable=True)
        area.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.addWidget(area)
        guide.changed.connect(self.show_step)
        guide.closed.connect(self.close)

    def sizeHint(self) -> QSize:
        """Qt's wish for a size."""
        return QSize(560, 640)

    def present(self) -> None:
        """Show the window, on another screen than the lesson's if there is one."""
        self.show_step()
        screens = QGuiApplication.screens()
        parent = self._guide.parent()
        here = parent.screen() if isinstance(parent, QWidget) else None
        others = [screen for screen in screens if screen is not here]
        if others:
            self.setGeometry(others[0].availableGeometry().adjusted(60, 60, -60, -60))
        self.show()

    def show_step(self) -> None:
        """The notes of the step now."""
        guide = self._guide
        if guide.lesson is None:
            return
        text = guide.step_text()
        place = self.tr("{number} of {all}: {heading}")
        count = len(guide.lesson.steps)
        self.heading.setText(place.format(number=number(guide.number + 1), all=number(count), heading=text.heading))
        self.notes.set_markdown(text.notes or self.tr("No notes for this step."))
        self.following.setText(self._following())

    def _following(self) -> str:
        guide = self._guide
        if guide.lesson is None or guide.number + 1 >= len(guide.lesson.steps):
            return self.tr("This is the last step.")
        second = guide.second(guide.number + 1)
        heading = guide.step_text(guide.number + 1).heading
        if second is None:
            return self.tr("Next: {heading}").format(heading=heading)
        return self.tr("Next: {heading}, at {clock}").format(heading=heading, clock=clock(second))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closed by hand: the lesson goes on."""
        super().closeEvent(event)
