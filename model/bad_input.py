"""Bad input: the error that a reader of files raises, the one sentence it becomes, and strict reading of JSON."""

import json
import re
from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec

WITH_LINE = "{file}, line {line}"
WITH_KEY = "{place}, {key}"
SENTENCE = "{place}: expected {expected}."
COLUMN = "column {column}"
OTHER_KEY = "one of the keys {keys}"
Record = TypeVar("Record", bound=msgspec.Struct)


class Said(str):
    """Words in English that still know their template and what stands in it, so that a window can say them anew."""

    template: str
    values: dict[str, object]

    def __new__(cls, template: str, values: dict[str, object]) -> "Said":
        """The template with its values in it."""
        made = super().__new__(cls, template.format(**values))
        made.template, made.values = template, values
        return made

    @classmethod
    def of(cls, template: str, **values: object) -> "Said":
        """The same, of a template that is marked where it is written."""
        return cls(template, values)


def say(context: str, template: str, **values: object) -> Said:
    """What should have stood in a file; the template is marked by standing here, in the context of all such sentences."""
    return Said(template, values)


class BadInput(ValueError):  # noqa: N818 - reads as the sentence it is: bad input
    """A file says something it cannot mean.

    `file` is the name as the user gave it, `key` the place inside it ("positions[2].qty", empty for the file as a
    whole), `expected` what should have stood there, as it follows the word "expected", and `line` counts from 1 where
    it is known.
    """

    def __init__(self, file: str, key: str, expected: str, line: int | None = None) -> None:
        super().__init__(file, key, expected, line)
        self.file = file
        self.key = key
        self.expected = expected
        self.line = line

    def __str__(self) -> str:
        """One sentence on one line."""
        place = shown(self.file, 400)
        place = place if self.line is None else WITH_LINE.format(file=place, line=self.line)
        place = WITH_KEY.format(place=place, key=self.key) if self.key else place
        return SENTENCE.format(place=place, expected=self.expected)


def shown(text: str, limit: int = 40) -> str:
    """A stranger's text made safe to print: on one line, in printable characters, not long."""
    short = text if len(text) <= limit else text[:limit] + "…"
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in short)


def read_json(text: bytes, file: str) -> Any:
    """The value of a JSON text, read strictly: UTF-8, no key twice in an object, no NaN, every number a float."""

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise BadInput(file, shown(key), say("Problems", "each key once in an object"))
            seen.add(key)
        return dict(pairs)

    def refuse(name: str) -> None:
        raise BadInput(file, "", say("Problems", "a number that has a value, which {name} has not", name=name))

    try:
        return json.loads(text.decode("utf-8-sig"), object_pairs_hook=unique, parse_constant=refuse, parse_int=float)
    except json.JSONDecodeError as error:
        wrong = say("Problems", "valid JSON ({reason})", reason=error.msg.lower())
        raise BadInput(file, COLUMN.format(column=error.colno), wrong, error.lineno) from None
    except UnicodeDecodeError:
        raise BadInput(file, "", say("Problems", "text in UTF-8")) from None
    except RecursionError:
        raise BadInput(file, "", say("Problems", "lists and objects nested a few levels deep, not hundreds")) from None


def inside(place: str, key: str) -> str:
    """The place of a key inside an object."""
    return f"{place}.{key}" if place else key


def as_record(found: Any, place: str, kind: type[Record], expected: Mapping[str, str], file: str) -> Record:
    """What was read as a record: all keys that it needs, none that it does not know, every value in its range.

    `place` is where it was found, `expected` says for each key what may stand there.
    """
    if not isinstance(found, dict):
        raise BadInput(file, place, say("Problems", "an object in braces"))
    for key in found:
        if key not in kind.__struct_fields__:
            raise BadInput(file, inside(place, shown(key)), OTHER_KEY.format(keys=", ".join(kind.__struct_fields__)))
    for field in msgspec.structs.fields(kind):
        if field.required and field.name not in found:
            raise BadInput(file, inside(place, field.name), expected[field.name])
    try:
        return msgspec.convert(found, kind)
    except msgspec.ValidationError as error:
        key_path = re.search(r"`\$\.(\w+)", str(error))
        name = key_path[1] if key_path else ""
        raise BadInput(file, inside(place, name), expected.get(name, "something else")) from None
    except UnicodeEncodeError:  # half of a surrogate pair, which JSON lets pass as an escape
        name = next(
            key
            for key, value in found.items()
            if any("\ud800" <= letter <= "\udfff" for letter in json.dumps(value, ensure_ascii=False))
        )
        raise BadInput(file, inside(place, name), expected[name]) from None
