"""Every text that a user can read, collected from the source, and the translation files brought up to date with it.

    python3 -m tests.catalogue                       what is new is added unfinished, what is gone is dropped; .qm compiled
    python3 -m tests.catalogue --missing FILE.json   besides, write what has no translation yet, to be filled in
    python3 -m tests.catalogue --fill FILE.json      take translations from such a file first

A key of such a file is `Context|text`, or the text alone for every context.
"""

import argparse
import ast
import json
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("zh_CN",)
MARKERS = ("translate", "words", "say", "T", "QT_TRANSLATE_NOOP")


def sources():
    """Files whose texts a user can read."""
    return [*sorted((ROOT / "model").rglob("*.py")), *sorted((ROOT / "ui").rglob("*.py"))]


def literal(node):
    """The text of a literal; none for anything else."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


class Collector(ast.NodeVisitor):
    """Collects the marked texts of one file."""

    def __init__(self):
        self.found, self._classes = set(), []

    def visit_ClassDef(self, node):  # noqa: N802 - ast calls it
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node):  # noqa: N802 - ast calls it
        name = getattr(node.func, "attr", "") or getattr(node.func, "id", "")
        texts = [literal(argument) for argument in node.args]
        if name == "tr" and texts and texts[0] is not None and self._classes:
            self.found.add((self._classes[-1], texts[0]))
        elif name in MARKERS and len(texts) >= 2 and None not in texts[:2]:
            self.found.add((texts[0], texts[1]))
        self.generic_visit(node)


def collected():
    """Pairs of context and text, of the source and of what is declared in tables and files."""
    from model.aftermath import AFTERMATH
    from model.parameters import PARAMETERS

    found = set()
    for path in sources():
        collector = Collector()
        collector.visit(ast.parse(path.read_text(encoding="utf-8")))
        found |= collector.found
    for parameter in (*PARAMETERS, *AFTERMATH):
        found |= {("Parameters", word) for word in (parameter.unit, parameter.source, *parameter.choices) if word}
    for path in sorted((ROOT / "resources" / "scenarios").glob("*.toml")):
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        found |= {("Scenarios", tables[key]) for key in ("title", "about") if tables.get(key)}
    return sorted(found)


def path_of(language):
    return FOLDER / "cascade_{}.ts".format(language)


def translations(language):
    """What a language's file holds: (context, text) to translation; empty where unfinished."""
    path = path_of(language)
    if not path.exists():
        return {}
    made = {}
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            words = "" if translation.get("type") else (translation.text or "")
            made[context.findtext("name"), message.findtext("source")] = words
    return made


def write(language, known):
    """Write a language's file: all that is collected, in order; returns what has no translation."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    missing, contexts = [], {}
    for context, text in collected():
        if context not in contexts:
            contexts[context] = ET.SubElement(root, "context")
            ET.SubElement(contexts[context], "name").text = context
        message = ET.SubElement(contexts[context], "message")
        ET.SubElement(message, "source").text = text
        translation = ET.SubElement(message, "translation")
        translation.text = known.get((context, text)) or known.get(("", text)) or ""
        if not translation.text:
            translation.set("type", "unfinished")
            missing.append((context, text))
    ET.indent(root, " ")
    FOLDER.mkdir(parents=True, exist_ok=True)
    body = ET.tostring(root, encoding="unicode")
    path_of(language).write_text(
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n' + body + "\n", encoding="utf-8"
    )
    return missing


def compile_language(language):
    """Make the file that the program loads, with Qt's own tool. A program that runs goes on reading the old one."""
    import PySide6

    name = "lrelease.exe" if sys.platform == "win32" else "lrelease"
    tool, path = Path(PySide6.__file__).parent / name, path_of(language)
    fresh = path.with_suffix(".fresh")
    subprocess.run([str(tool), "-silent", str(path), "-qm", str(fresh)], check=True)
    fresh.replace(path.with_suffix(".qm"))


def filled(path):
    """Translations from a JSON file."""
    made = {}
    for key, words in json.loads(path.read_text(encoding="utf-8")).items():
        context, stroke, text = key.partition("|")
        made[(context, text) if stroke and context.isidentifier() else ("", key)] = words
    return made


def main():
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("--missing", type=Path, metavar="FILE.json")
    reader.add_argument("--fill", type=Path, metavar="FILE.json")
    options = reader.parse_args()
    for language in LANGUAGES:
        known = translations(language) | (filled(options.fill) if options.fill else {})
        missing = write(language, known)
        compile_language(language)
        print("{}: {} texts, {} without translation".format(language, len(collected()), len(missing)))
        if options.missing:
            empty = {"{}|{}".format(*pair): "" for pair in missing}
            options.missing.write_text(json.dumps(empty, ensure_ascii=False, indent=0), encoding="utf-8")


if __name__ == "__main__":
    main()
