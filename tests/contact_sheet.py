"""Every view in every look, size and language on sheets of pictures, to be looked at.

    python3 -m tests.contact_sheet FOLDER [SCENARIO STEP] [--views window,charts,…] [--languages en,zh_CN,doubled]
                                   [--looks dark,light,projector] [--sizes 1920x1080,1280x720] [--text 1.0]
                                   [--shrink 0.5] [--each]

A sheet holds one view: a column for each look, a row for each size. Charts and dialogs stand many on a sheet, one sheet
for each look and size. With `--shrink 1` everything keeps its size; with `--each` every picture is a file of its own.
Every size is a screen of its own, because dialogs open as large as their screen allows; one that is larger is told of.
"""

import argparse
import json
import os
import sys
from pathlib import Path

LOOKS, SIZES, LANGUAGES = "dark,light,projector", "1920x1080,1280x720", "en,zh_CN,doubled"
BREAKER_AFTER = 300
"""The comparison turns the breaker on so many seconds before the moment of the pictures."""
LESSON, LESSON_STEP = "09-circuit-breakers", 4
WINDOWS = ("window", "comparison", "trader", "lesson", "presenter", "full_screen", "still")
MANY = ("charts", "dialogs")
GAP = 8


def arguments():
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("folder", type=Path, metavar="FOLDER")
    reader.add_argument("scenario", nargs="?", default="classroom", metavar="SCENARIO")
    reader.add_argument("step", nargs="?", type=int, default=900, metavar="STEP")
    for name, default in (("languages", LANGUAGES), ("looks", LOOKS), ("sizes", SIZES),
                          ("views", ",".join((*WINDOWS, *MANY)))):  # fmt: skip
        reader.add_argument("--" + name, default=default, type=lambda words: words.split(","))
    reader.add_argument("--text", type=float, default=1.0, metavar="SCALE", help="size of text")
    reader.add_argument("--shrink", type=float, default=0.5, metavar="PART")
    reader.add_argument("--each", action="store_true", help="no sheets: each picture in a file of its own")
    options = reader.parse_args()
    for name in ("languages", "looks", "sizes", "views"):
        value = getattr(options, name)
        setattr(options, name, value.split(",") if isinstance(value, str) else value)
    return options


def dimensions(words):
    """Width and height of what is written as 1280x720."""
    return tuple(int(side) for side in words.split("x"))


def platform(options):
    """Qt's platform without a screen, told to have one of every size, side by side."""
    screens, left = [], 0
    for words in options.sizes:
        width, height = dimensions(words)
        screens.append({"name": words, "x": left, "y": 0, "width": width, "height": height, "logicalDpi": 96, "dpr": 1})
        left += width
    path = options.folder.resolve() / "screens.json"
    path.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    return "offscreen:configfile={}".format(path)


class Camera:
    """Builds windows as the program does, brings them to what is to be seen, and takes pictures."""

    def __init__(self, app, options):
        from model.lesson_file import read_lesson
        from model.lesson_play import play
        from model.scenario import find_scenario
        from model.session import Session
        from tests.doubling import Doubling

        self.app, self.options, self._doubling = app, options, Doubling()
        self.session = Session(find_scenario(options.scenario))
        self.session.go(options.step)
        self.compared = Session(find_scenario(options.scenario))
        self.compared.go(max(options.step - BREAKER_AFTER, 1))
        self.compared.change("breaker.on", True)
        self.compared.change("breaker.threshold", 0.05)
        self.compared.go(options.step)
        self.compared.difference()
        while self.compared.lag():
            self.compared.timeline.accompany(500)
        self.lesson = read_lesson(LESSON)
        self.played = play(self.lesson)
        self.class_room = Session(self.lesson.scenario)

    def dress(self, tongue, look):
        """Take a language, a look and a size of text."""
        from ui import language, theme
        from ui.style import apply_style

        language.speak(self.app, "en" if tongue == "doubled" else tongue)
        self.app.removeTranslator(self._doubling)
        if tongue == "doubled":
            self.app.installTranslator(self._doubling)
        theme.keeper.set_still(False)
        theme.set_theme(look)
        theme.keeper.set_scale(self.options.text)
        apply_style()

    def settle(self, window):
        from PySide6.QtCore import QEventLoop

        for _ in range(4):
            self.app.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
            window.show_now()

    def room(self, session, size):
        """A window with all its habits, shown on no screen."""
        from PySide6.QtCore import Qt

        from tests.ui.conftest import Everything
        from ui.lesson_actions import LessonActions
        from ui.player import Player
        from ui.settings import Forgetful

        session.hush()
        store = Forgetful()
        store.setValue("welcomed", True)
        store.setValue("theme", self.look)
        store.setValue("text_scale", self.options.text)
        made = Everything(session, Player(session), store, self.options.folder)
        made.window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        made.lessons = LessonActions(made.window, session, made.player, made.settings, made.actions)
        made.window.move(self.screen(size).geometry().topLeft())
        made.window.resize(*size)
        made.window.show()
        self.settle(made.window)
        return made

    def screen(self, size):
        """The screen of a size; the first where the platform has none of it."""
        fitting = [screen for screen in self.app.screens() if screen.size().toTuple() == size]
        return fitting[0] if fitting else self.app.primaryScreen()

    def bury(self, room):
        room.session.hush()
        for widget in self.app.topLevelWidgets():
            widget.close()
            widget.deleteLater()
        self.app.sendPostedEvents(None, 52)

    def grab(self, widget):
        from PySide6.QtCore import QPoint
        from PySide6.QtGui import QImage, QPainter

        from ui import theme

        image = QImage(widget.size(), QImage.Format.Format_RGB32)
        image.fill(theme.current().background)
        painter = QPainter(image)
        widget.render(painter, QPoint())
        painter.end()
        return image

    # --- what is to be seen -----------------------------------------------------------------------------------------

    def window(self, name, size):
        """One view of the whole window."""
        sessions = {"comparison": self.compared, "lesson": self.class_room, "presenter": self.class_room}
        self.size, room = size, self.room(sessions.get(name, self.session), size)
        getattr(self, "_" + name)(room)
        self.settle(room.window)
        if room.window.size() != self.wanted(size) and name != "full_screen":
            sys.stderr.write("{}: {} instead of {}\n".format(name, room.window.size().toTuple(), size))
        room.window.resize(*size)
        self.settle(room.window)
        image = self.grab(room.window)
        self.bury(room)
        return image

    def wanted(self, size):
        from PySide6.QtCore import QSize

        return QSize(*size)

    def _window(self, room):
        pass

    _comparison = _window

    def _trader(self, room):
        panel = room.window.switches
        panel.trader.open()
        panel.trader.form.problem.setText("")
        for row in panel.rows:
            row.hide()
        for part in (panel.shock, panel._shock_title, panel._what_if):
            part.hide()
        panel.more.turn()

    def _lesson(self, room):
        from ui.lesson.shots import given_right, settle

        lessons = room.lessons
        lessons.frame.show()
        lessons.guide.open(self.lesson, LESSON_STEP, given_right(self.lesson, self.played, LESSON_STEP), self.played)
        settle(lessons.guide, room.player)
        lessons._fit()

    def _presenter(self, room):
        from ui import theme
        from ui.lesson_actions import FULL_WIDTH, PRESENTER_SCALE

        self._lesson(room)
        room.lessons.present()
        theme.keeper.set_scale(max(PRESENTER_SCALE * self.size[0] / FULL_WIDTH, self.options.text))

    def _full_screen(self, room):
        room.actions.by_name["full_screen"].trigger()

    def _still(self, room):
        room.appearance.set_still(True)

    def charts(self, size):
        """Every chart as it stands in the window, once it has looked at what it needs."""
        from ui.charts.scouting import Scouting

        room, images = self.room(self.compared, size), []
        for place in range(room.window.charts.count()):
            room.window.charts.setCurrentIndex(place)
            room.window.layout_keeper._charts_open = True
            room.window.layout_keeper.divide()
            self.settle(room.window)
            for scouting in room.window.charts.currentWidget().findChildren(Scouting):
                scouting.finish()
            self.settle(room.window)
            images.append(self.grab(room.window.parts["charts"]))
        for name in ("tiles", "totals", "story", "difference"):
            images.append(self.grab(room.window.parts[name]))
        self.bury(room)
        return images

    def dialogs(self, size):
        """The dialogs that a deed opens."""
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QDialog

        images = []
        for name in ("keys", "about", "handbook", "where_from", "story_table", "why", "roads", "lessons", "share",
                     "export_film", "margin_calculator"):  # fmt: skip
            room = self.room(self.compared, size)
            room.actions.by_name[name].trigger()
            self.settle(room.window)
            for dialog in room.window.findChildren(QDialog):
                dialog.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
                if dialog.isVisible():
                    self.compare(name, dialog.size(), size)
                    images.append(self.grab(dialog))
            self.bury(room)
        return images

    def compare(self, name, taken, size):
        """Tell of a dialog that its screen cannot hold."""
        if taken.width() > size[0] or taken.height() > size[1]:
            sys.stderr.write("{}: {} on a screen of {}\n".format(name, taken.toTuple(), size))

    # --- sheets -----------------------------------------------------------------------------------------------------

    def sheet(self, images, columns, path):
        """Many pictures on one, or each by itself."""
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QImage, QPainter

        if self.options.each:
            for place, image in enumerate(images):
                image.save(str(path.with_stem("{}-{:02}".format(path.stem, place))))
            return
        shrink = self.options.shrink
        small = [
            image.scaled(round(image.width() * shrink), round(image.height() * shrink),
                         Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
            if shrink != 1 else image
            for image in images
        ]  # fmt: skip
        rows = [small[at : at + columns] for at in range(0, len(small), columns)]
        widths = [max(row[c].width() for row in rows if c < len(row)) for c in range(min(columns, len(small)))]
        heights = [max(image.height() for image in row) for row in rows]
        made = QImage(sum(widths) + GAP * len(widths), sum(heights) + GAP * len(rows), QImage.Format.Format_RGB32)
        made.fill(Qt.GlobalColor.magenta)
        painter = QPainter(made)
        for r, row in enumerate(rows):
            for c, image in enumerate(row):
                painter.drawImage(sum(widths[:c]) + GAP * c, sum(heights[:r]) + GAP * r, image)
        painter.end()
        made.save(str(path))
        sys.stderr.write("{}\n".format(path))

    def take(self, tongue):
        """All sheets of a language."""
        options = self.options
        sizes = [dimensions(words) for words in options.sizes]
        for view in options.views:
            images = []
            for size in sizes:
                for look in options.looks:
                    self.look = look
                    self.dress(tongue, look)
                    if view in WINDOWS:
                        images.append(self.window(view, size))
                    else:
                        name = "{}-{}-{}-{}.png".format(view, tongue, look, size[0])
                        self.sheet(getattr(self, view)(size), 3, options.folder / name)
            if images:
                self.sheet(images, len(options.looks), options.folder / "{}-{}.png".format(view, tongue))


def main():
    options = arguments()
    options.folder.mkdir(parents=True, exist_ok=True)
    if os.environ.get("QT_QPA_PLATFORM", "offscreen") == "offscreen":
        os.environ["QT_QPA_PLATFORM"] = platform(options)
    from PySide6.QtCore import qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    from ui.shot import quiet

    app = QApplication(["contact-sheet"])
    qInstallMessageHandler(quiet)
    camera = Camera(app, options)
    for tongue in options.languages:
        camera.take(tongue)


if __name__ == "__main__":
    main()
