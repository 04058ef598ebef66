"""The language of the window: which there are, which is in force, and how it changes while the window stands."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from ui import theme

TRANSLATIONS = Path(__file__).resolve().parent.parent / "resources" / "translations"
SOURCE_LANGUAGE = "en"
NAMES = {"en": "English", "zh_CN": "简体中文"}
"""Each language by its own name, which is never translated."""


class Tongue:
    """The translators in force."""

    installed: list[QTranslator] = []
    language = SOURCE_LANGUAGE


def languages() -> list[str]:
    """Languages that the window speaks."""
    found = [file.stem.partition("_")[2] for file in TRANSLATIONS.glob("cascade_*.qm")]
    return [SOURCE_LANGUAGE, *sorted(found)]


def language_name(language: str) -> str:
    """A language by its own name."""
    return NAMES.get(language) or QLocale(language).nativeLanguageName()


def system_language() -> str:
    """The language of the system if the window speaks it, else English."""
    wished = QLocale.system().name()
    return next(
        (known for known in languages() if known == wished or known.split("_")[0] == wished.split("_")[0]), "en"
    )


def current_language() -> str:
    """The language in force."""
    return Tongue.language


def speak(app: QCoreApplication, language: str) -> None:
    """Take a language that the window speaks; what is on screen is relabelled by `relabel`."""
    for translator in Tongue.installed:
        app.removeTranslator(translator)
    Tongue.installed.clear()
    Tongue.language = language
    QLocale.setDefault(QLocale(language))
    if language == SOURCE_LANGUAGE:
        return
    own = ("cascade_{language}".format(language=language), str(TRANSLATIONS))
    qt = ("qtbase_{language}".format(language=language), QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for name, folder in (qt, own):  # the one installed last is asked first
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)
            Tongue.installed.append(translator)


def relabel() -> None:
    """Let everything on screen write its words again; what is painted draws them again."""
    others = [child for window in QApplication.topLevelWidgets() for child in window.findChildren(QObject)]
    for thing in {*QApplication.allWidgets(), *others}:
        retranslate = getattr(thing, "retranslate", None)
        if retranslate is not None:
            retranslate()
    theme.keeper.changed.emit()
