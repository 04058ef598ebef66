"""How far somebody came in a lesson, kept from one start of the program to the next."""

import json
from typing import NamedTuple

from model.lesson import Lesson
from ui.lesson.words import Given
from ui.settings import Settings


class Progress(NamedTuple):
    """The step that was reached, and the guesses so far."""

    number: int = 0
    guesses: dict[str, Given] = {}


def kept_progress(settings: Settings, lesson: Lesson) -> Progress | None:
    """What was kept of a lesson; none where it was never begun, or cannot be read."""
    try:
        kept = json.loads(settings.lesson(lesson.name) or "{}")
        ids = [step.id for step in lesson.steps]
        guesses = {
            key: Given(float(value), int(choice), tuple(int(n) for n in hands))
            for key, (value, choice, hands) in kept.get("guesses", {}).items()
            if key in ids
        }
        return Progress(ids.index(kept["step"]), guesses) if kept.get("step") in ids else None
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def keep_progress(settings: Settings, lesson: Lesson, progress: Progress) -> None:
    """Keep how far somebody came."""
    guesses = {key: [given.value, given.choice, list(given.hands)] for key, given in progress.guesses.items()}
    settings.keep_lesson(lesson.name, json.dumps({"step": lesson.steps[progress.number].id, "guesses": guesses}))
