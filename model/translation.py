"""Translated texts without Qt: what pages made from the program say in another language, read from the translators' file."""

import xml.etree.ElementTree as ET
from collections.abc import Callable
from functools import lru_cache

from model.scenario import RESOURCES

TRANSLATIONS = RESOURCES / "translations"
SOURCE_LANGUAGE = "en"
Say = Callable[[str, str], str]
"""From a context and an English text to the text in some language."""


def languages() -> list[str]:
    """English, and every language that has a translators' file."""
    return [SOURCE_LANGUAGE, *sorted(path.stem.partition("_")[2] for path in TRANSLATIONS.glob("cascade_*.ts"))]


def in_english(context: str, text: str) -> str:
    """The text itself."""
    return text


@lru_cache(maxsize=4)
def speaker(language: str) -> Say:
    """Says texts in a language; what has no translation is said in English."""
    if language == SOURCE_LANGUAGE:
        return in_english
    said: dict[tuple[str, str], str] = {}
    for context in ET.parse(TRANSLATIONS / f"cascade_{language}.ts").getroot().iter("context"):
        for message in context.iter("message"):
            words = message.findtext("translation") or ""
            said[context.findtext("name") or "", message.findtext("source") or ""] = words
    return lambda context, text: said.get((context, text)) or text
