"""All views in all looks and sizes on one picture, to be looked at: python3 -m tests.contact_sheet FOLDER [SCENARIO STEP]."""

import os
import sys
from pathlib import Path

LOOKS, SIZES, SHRUNK = ("dark", "light", "projector"), ((1920, 1080), (1280, 720)), 0.5
LANGUAGES = ("en", "zh_CN", "doubled")


def main():
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QSize, Qt, QTranslator
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtWidgets import QApplication

    from model.scenario import find_scenario
    from model.session import Session
    from ui import language, shot, theme
    from ui.style import apply_style

    class Doubling(QTranslator):
        def translate(self, context, text, disambiguation=None, n=-1):
            return text + " " + text if text and "{" not in text else text

        def isEmpty(self):  # noqa: N802 - Qt calls it
            return False

    app = QApplication(["contact-sheet"])
    folder = Path(sys.argv[1])
    name, step = (sys.argv[2], int(sys.argv[3])) if len(sys.argv) > 3 else ("classroom", 900)
    session = Session(find_scenario(name))
    session.go(step)
    doubling = Doubling()
    for tongue in LANGUAGES:
        language.speak(app, "en" if tongue == "doubled" else tongue)
        if tongue == "doubled":
            app.installTranslator(doubling)
        width, height = (round(side * SHRUNK) for side in SIZES[0])
        sheet = QImage(width * len(LOOKS), height * len(SIZES), QImage.Format.Format_RGB32)
        sheet.fill(Qt.GlobalColor.black)
        painter = QPainter(sheet)
        for column, look in enumerate(LOOKS):
            theme.set_theme(look)
            apply_style()
            for row, size in enumerate(SIZES):
                image = shot.picture(session, "window", QSize(*size))
                image.save(str(folder / "{}-{}-{}.png".format(tongue, look, size[0])))
                small = image.scaled(width, height, Qt.AspectRatioMode.KeepAspectRatio,
                                     Qt.TransformationMode.SmoothTransformation)  # fmt: skip
                painter.drawImage(column * width, row * height, small)
        painter.end()
        sheet.save(str(folder / "sheet-{}.png".format(tongue)))
        app.removeTranslator(doubling)


if __name__ == "__main__":
    main()
