"""What is wrong with a file, in the window's language: the command line says the same sentence in English."""

from model.bad_input import BadInput, Said, shown
from ui.text import translate


def said(words: object) -> object:
    """Words of the model in the window's language; numbers, names and what has no template stay as they are."""
    if not isinstance(words, Said):
        return words
    return translate("Problems", words.template).format(**{key: said(value) for key, value in words.values.items()})


def problem_words(problem: Exception) -> str:
    """One sentence: of a file with line, key and what was expected; of a session why it refuses; else as it was raised."""
    if not isinstance(problem, BadInput):
        return translate("Session", str(problem))
    place = shown(problem.file, 400)
    if problem.line is not None:
        place = translate("Problems", "{file}, line {line}").format(file=place, line=problem.line)
    if problem.key:
        place = translate("Problems", "{place}, {key}").format(place=place, key=problem.key)
    return translate("Problems", "{place}: expected {expected}.").format(place=place, expected=said(problem.expected))
