"""Writing files so that a crash leaves the old one or the new one, never half of either."""

import csv
import json
import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from model.bad_input import BadInput, say


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file beside its place and move it there; a place that cannot be written is bad input."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(name).chmod(0o644)  # a temporary file is its owner's alone; what was asked for is not
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise BadInput(
            str(path), "", say("Problems", "a place that can be written ({reason})", reason=error.strerror)
        ) from None


def write_json(target: str, value: Any) -> None:
    """Write JSON to a file, or to standard output for `-`."""
    text = json.dumps(value, indent=1, ensure_ascii=False, allow_nan=False) + "\n"
    if target == "-":
        sys.stdout.write(text)
    else:
        write_atomically(Path(target), text.encode())


def write_csv(path: Path, rows: Sequence[Mapping[str, Any]], columns: Sequence[str] = ()) -> None:
    """Write rows with equal keys as CSV; `columns` names them where there may be no row."""
    with tempfile.TemporaryFile("w+", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns or (list(rows[0]) if rows else []))
        writer.writeheader()
        writer.writerows(rows)
        file.seek(0)
        write_atomically(path, file.read().encode())
