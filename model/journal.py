"""The table of an ensemble on disk: each finished run is added at once, so that nothing is lost and work can be resumed.

While runs come in, each is one whole line, written through to the disk; a line that a crash cut short is dropped when
the file is read again. At the end the file is put in order, so that it is the same whoever finished first. Every row
says which scenario, settings and rules it belongs to; rows of others are never mixed in.
"""

import csv
import io
import os
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path
from typing import IO

from model import __version__
from model.bad_input import BadInput
from model.ensemble import Plan, Row, rules_stamp
from model.files import write_atomically

FIRST, LAST = ("seed", "policy", "digest"), ("scenario", "version", "of")
OTHER_RUNS = "results of this scenario with the same settings, length and program version; name another file for others"
NOT_A_TABLE = "a table that this command has written"


def fingerprint(plan: Plan) -> str:
    """Hash of all that every run of a plan shares: scenario, settings, length and rules; neither seeds nor policies."""
    scenario = plan.scenario
    parts = (rules_stamp(), scenario.exchanges, sorted(scenario.values.items()), plan.steps)
    return blake2b(repr(parts).encode(), digest_size=8).hexdigest()


class Journal:
    """A CSV file that grows by a line for each finished run."""

    def __init__(self, path: Path, plan: Plan) -> None:
        """Read what is there; refuse a file of other runs, before anything is changed."""
        if not path.parent.is_dir():
            raise BadInput(str(path), "", "a place in a folder that is there")
        self.path = path
        self.plan = plan
        self._of = fingerprint(plan)
        self._columns: list[str] = []
        self.known: list[Row] = self._read()
        self._file: IO[str] | None = None

    def _read(self) -> list[Row]:
        try:
            text = self.path.read_text(encoding="utf-8", errors="strict")
        except FileNotFoundError:
            return []
        except UnicodeDecodeError:
            raise BadInput(str(self.path), "", NOT_A_TABLE) from None
        except OSError as error:
            raise BadInput(str(self.path), "", f"a file that can be read ({error.strerror})") from None
        lines = text.splitlines(keepends=True)
        if lines and not lines[-1].endswith("\n"):
            lines.pop()
        if not lines:
            return []
        columns, *rows = list(csv.reader(lines))
        if tuple(columns[:3]) != FIRST or tuple(columns[-3:]) != LAST:
            raise BadInput(str(self.path), "", NOT_A_TABLE, 1)
        self._columns = columns[3:-3]
        return [self._row(cells, number) for number, cells in enumerate(rows, 2)]

    def _row(self, cells: list[str], line: int) -> Row:
        if len(cells) != len(self._columns) + 6:
            raise BadInput(str(self.path), "", f"{len(self._columns) + 6} columns", line)
        if cells[-1] != self._of:
            raise BadInput(str(self.path), "", OTHER_RUNS, line)
        try:
            numbers = [None if cell == "" else float(cell) for cell in cells[3:-3]]
            return Row(int(cells[0]), cells[1], cells[2], dict(zip(self._columns, numbers, strict=True)))
        except ValueError:
            raise BadInput(str(self.path), "", "numbers", line) from None

    def _cells(self, row: Row) -> list[str]:
        written = ["" if (value := row.numbers.get(name)) is None else repr(value) for name in self._columns]
        return [str(row.seed), row.policy, row.digest, *written, self.plan.scenario.name, __version__, self._of]

    def _text(self, rows: Iterable[Row]) -> str:
        made = io.StringIO()
        writer = csv.writer(made, lineterminator="\n")
        writer.writerow([*FIRST, *self._columns, *LAST])
        writer.writerows(self._cells(row) for row in rows)
        return made.getvalue()

    def _open(self) -> IO[str]:
        """The file, whole lines only, ready for more."""
        write_atomically(self.path, self._text(self.known).encode())
        return self.path.open("a", encoding="utf-8", newline="")

    def add(self, row: Row) -> None:
        """Add one finished run; it is on the disk when this returns."""
        self._columns = self._columns or list(dict.fromkeys(row.numbers))
        self._file = self._file or self._open()
        self.known.append(row)
        csv.writer(self._file, lineterminator="\n").writerow(self._cells(row))
        self._file.flush()
        os.fsync(self._file.fileno())

    def close(self, finished: Iterable[Row] = ()) -> None:
        """Put the rows in the order of the plan; the file is the old one or the new one, never half of either.

        `finished` are rows that a Ctrl-C may have kept from being added.
        """
        latest = {(row.seed, row.policy): row for row in (*finished, *self.known)}
        if self._file is None and len(latest) == len(self.known):
            return
        if self._file is not None:
            self._file.close()
            self._file = None
        self._columns = self._columns or list(dict.fromkeys(name for row in latest.values() for name in row.numbers))
        write_atomically(self.path, self._text(sorted(latest.values(), key=self.plan.rank)).encode())
