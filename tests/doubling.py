"""A language in which everything takes twice the room: what does not fit in it will be cut in some real one."""

import re

from PySide6.QtCore import QTranslator

PLACEHOLDER = re.compile(r"\{[^}]*\}")


def doubled(text):
    """A text and its words once more; placeholders stand only once, so that numbers stay what they are."""
    words = PLACEHOLDER.sub("", text)
    if not any(letter.isalpha() for letter in words):
        return text
    return "{} {}".format(text, " ".join(words.replace("&", "").split()))


class Doubling(QTranslator):
    """Translates by saying everything twice."""

    def translate(self, context, text, disambiguation=None, n=-1):
        return doubled(text) if text else text

    def isEmpty(self):  # noqa: N802 - Qt calls it
        return False
