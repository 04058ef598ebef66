"""What all lessons rely on, as the model shows it now; and their ranges set anew after the model has changed.

    python3 -m tests.rebase                  every guess, expected value and goal with its value, and what is wrong
    python3 -m tests.rebase --write          besides, set broken ranges and goals too easy or too hard anew
    python3 -m tests.rebase 03-reproduction  some lessons only
    python3 -m tests.rebase --tables         take the tables' figures of the English calibration page into the others

Of a range only the end that is broken moves, and never across zero where it said more or less: a value on the other side
of zero breaks the lesson's statement (TEXT), and then its words want a hand, as they do where a guess has another answer
than the one they tell. Ends of goals and borders between answers stand in the words as {goal 1} and {bound 1}.
A goal stands between what happens anyway and what its road reaches, so that it fails when the road no longer helps.
"""

import argparse
import math
import re
import sys
from pathlib import Path

from model.handbook import FOLDER
from model.lesson import INFINITE, MAIN, shipped_lessons
from model.lesson_file import lesson_path, read_lesson
from model.lesson_play import broken, play, reached, values, written
from model.sums import SUMS, sums
from model.toml_lines import key_lines
from model.translation import SOURCE_LANGUAGE, languages, speaker

WIDE = 0.5
"""Half width of a range that is set anew, as a part of its value."""
NEAR, FAR = 0.2, 0.5
"""Where a goal is set, and may at most stand: so far from its road's value on the way to what happens anyway."""


def rounded(value, up):
    """Two digits, outwards."""
    if value == 0 or not math.isfinite(value):
        return value
    unit = 10.0 ** (math.floor(math.log10(abs(value))) - 1)
    return (math.ceil(value / unit - 1e-9) if up else math.floor(value / unit + 1e-9)) * unit


def new_range(value, low, high):
    """A range that holds a value and says what the old one said: only the end that is broken moves, never across zero."""
    if (value <= 0 <= low and high > 0) or (high <= 0 <= value and low < 0):
        return None
    if value < low:
        return rounded(value - abs(value) * WIDE, False), high
    if value > high:
        return low, rounded(value + abs(value) * WIDE, True)
    return low, high


def number_words(value):
    """A number as the lesson files write it."""
    if abs(value) >= 1e5:
        digits = f"{value:.3g}"
        mantissa, _, power = f"{value:e}".partition("e")
        power = int(power) // 3 * 3
        return f"{float(digits) / 10.0**power:g}e{power}" if mantissa else digits
    return repr(float(f"{value:.3g}"))


def set_ends(text, place, ends):
    """A lesson's text with other ends of the range in one table."""
    lines = text.splitlines(keepends=True)
    start = key_lines(text)[place] - 1
    stop = next((n for n in range(start + 1, len(lines)) if lines[n].startswith("[")), len(lines))
    for name, value in ends.items():
        for n in range(start, stop):
            if re.match(rf"{name} *=", lines[n]):
                lines[n] = f"{name} = {number_words(value)}\n"
    return "".join(lines)


def judged_expects(lesson, played):
    """Each expected value: place in the file, words, and new ends (empty where it may stay)."""
    for found in values(lesson, played):
        place = f"expect {found.number}"
        told = "{} at {} on {}: {} in {} to {}".format(
            found.measure, found.at, f"trial {found.trial}" if found.trial else found.road,
            *(found.written(value) for value in (found.value, found.low, found.high)))  # fmt: skip
        if found.holds:
            yield place, "ok   ", told, {}
            continue
        ends = None if found.seeds else new_range(found.value, found.low, found.high)  # a count of seeds is a statement
        if ends is None:
            yield place, "TEXT ", told + " — the statement itself no longer holds", {}
        else:
            yield place, "RANGE", told, dict(zip(("low", "high"), ends, strict=True))


def judged_goals(lesson, played):
    """Each goal of a task: what its road reaches, what happens anyway, and where it would stand."""
    for number, step in enumerate(lesson.steps, 1):
        for at, goal in enumerate(step.goals, 1):
            if not goal.road:
                continue
            anyway, best = (reached(goal, played.pasts[road]) for road in (MAIN, goal.road))
            end, bound = ("low", goal.low) if goal.high >= INFINITE else ("high", goal.high)
            told = "{} {} {}: {} reaches {}, anyway {}".format(
                goal.measure, end, written(goal.measure, bound), goal.road,
                written(goal.measure, best), written(goal.measure, anyway))  # fmt: skip
            helps = best > anyway if end == "low" else best < anyway
            way = (bound - best) / (anyway - best) if anyway != best else INFINITE
            tight = helps and 0 <= way <= FAR
            place = f"step {number}.goal {at}"
            if tight or (len(step.goals) > 1 and goal.low <= anyway <= goal.high and goal.low <= best <= goal.high):
                yield place, "ok   ", told, {}
            elif not helps:
                yield place, "TEXT ", told + " — the road does not help", {}
            else:
                wanted = best + NEAR * (anyway - best)
                yield place, "GOAL ", told, {end: rounded(wanted, end == "high")}


def judged_guesses(lesson, played):
    """Each guess whose text speaks of one answer, or whose number may not be guessed."""
    for number, step in enumerate(lesson.steps, 1):
        given, guess = played.answers.get(step.id), step.guess
        if guess is None or given is None or guess.answer:
            continue
        value = written(guess.measure, given.value) if guess.measure else f"{given.value:g}"
        told = "{}: {}".format(step.id, value) + (f", choice {given.choice + 1}" if given.choice >= 0 else "")
        wrong = guess.tells and given.choice != guess.tells - 1
        outside = given.choice < 0 and not guess.low <= given.value <= guess.high
        near = [bound for bound in guess.bounds if abs(given.value - bound) < 0.1 * abs(given.value)]
        sign = "TEXT " if wrong else "RANGE" if outside else "NEAR " if near else "ok   "
        yield f"step {number}.guess", sign, told + (f" (the text tells {guess.tells})" if wrong else ""), {}


def rebase(name, writes):
    """Judge one lesson; the number of lines that want a hand."""
    lesson, file = read_lesson(name), lesson_path(name) / "lesson.toml"
    played, text, left = play(lesson), file.read_text(encoding="utf-8"), 0
    sys.stdout.write(f"{name}\n")
    for judged in (judged_guesses, judged_expects, judged_goals):
        for place, sign, told, ends in judged(lesson, played):
            moved = ", ".join(f"{end} = {number_words(value)}" for end, value in ends.items())
            sys.stdout.write(f"  {sign} {place}: {told}{'   → ' if moved else ''}{moved}\n")
            left += sign == "TEXT " or (sign != "ok   " and sign != "NEAR " and not (ends and writes))
            if ends and writes:
                text = set_ends(text, place, ends)
    if writes:
        file.write_text(text, encoding="utf-8")
        left += len(broken(read_lesson(name), played)) if not left else 0
    return left


def table_rows(lines):
    """Places of the rows of every table, its head and line left away."""
    tables, here = [], []
    for place, line in enumerate([*lines, ""]):
        if line.startswith("|"):
            here.append(place)
        elif here:
            tables.append(here[2:])
            here = []
    return tables


VERDICTS = {
    "zh_CN": {
        r"reproduced": "重现",
        r"input": "输入",
        r"not measured": "未测量",
        r"not reproduced: the median is (\S+) above the claim": r"未重现：中位数比论断高 \1",
        r"not reproduced: the median is (\S+) below the claim": r"未重现：中位数比论断低 \1",
    }
}
"""The last cell of a claim's row, in the words of each language."""
SUM = re.compile(r"\$(-?[\d,.]*\d)(?: (万亿|[万亿]|[KMB]\b))?")
FIGURE = re.compile(SUM.pattern + r"|(?<![\w.])[-+]?\d(?:[\d,.]*\d)?")


def figures(row):
    """The figures of a row, each sum of money with its word."""
    return [found[0] for found in FIGURE.finditer(row)]


def in_steps_of(figure, language):
    """An English figure as another language writes it: sums of money are counted in its own steps."""
    found = SUM.fullmatch(figure)
    if not found:
        return figure
    english = {word: size for size, word in sums(SUMS).steps}
    dollars = float(found[1].replace(",", "")) * english.get(found[2], 1.0)
    size, word = sums(speaker(language)("Text", SUMS)).step(dollars)
    return "${:,.6g} {}".format(dollars / size, word).strip()


def with_verdict(source, target, language):
    """A claim's row with the verdict of the English one; any other row as it is."""
    said = source.rstrip("| ").rpartition("| ")[2]
    for pattern, words in VERDICTS[language].items():
        if found := re.fullmatch(pattern, said):
            return "{}| {} |".format(target.rstrip("| ").rpartition("| ")[0], found.expand(words))
    return target


def take_figures(folder, language):
    """Write the figures of the English calibration page's tables into another language's; rows that differ in kind are told."""
    ours, theirs = (folder / code / "calibration.md" for code in (SOURCE_LANGUAGE, language))
    source, target = (path.read_text(encoding="utf-8").splitlines() for path in (ours, theirs))
    left = 0
    for mine, other in zip(table_rows(source), table_rows(target), strict=True):
        for row, place in zip(mine, other, strict=True):
            target[place] = with_verdict(source[row], target[place], language)
            told = iter([in_steps_of(figure, language) for figure in figures(source[row])])
            wanted, known = len(figures(source[row])), len(figures(target[place]))
            if wanted == known:
                target[place] = FIGURE.sub(lambda _, told=told: next(told), target[place])
            else:
                left += 1
                sys.stdout.write(f"{theirs}:{place + 1}: {known} figures, {wanted} in English: {source[row]}\n")
    theirs.write_text("\n".join(target) + "\n", encoding="utf-8")
    return left


def main():
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("lessons", nargs="*", metavar="LESSON")
    reader.add_argument("--write", action="store_true")
    reader.add_argument("--tables", action="store_true")
    options = reader.parse_args()
    if options.tables:
        return sum(take_figures(Path(FOLDER), code) for code in languages() if code != SOURCE_LANGUAGE)
    return sum(rebase(name, options.write) for name in options.lessons or shipped_lessons())


if __name__ == "__main__":
    sys.exit(min(main(), 1))
