"""A language in which everything takes twice the room: what does not fit in it will be cut in some real one."""

import re

from PySide6.QtCore import QTranslator

SHORT = 3
"""Letters of a unit: %, B, pts are no longer in any language."""
PLACEHOLDER = re.compile(r"\{[^}]*\}")


def doubled(text):
    """A text and its words once more; placeholders stand only once, so that numbers stay what they are."""
    words = PLACEHOLDER.sub("", text)
    if not any(len(word) > SHORT for word in re.findall(r"\w+", words)):
        return text
    return "{} {}".format(text, " ".join(words.replace("&", "").split()))


class Doubling(QTranslator):
    """Translates by saying everything twice."""

    def translate(self, context, text, disambiguation=None, n=-1):
        return doubled(text) if text else text

    def isEmpty(self):  # noqa: N802 - Qt calls it
        return False
