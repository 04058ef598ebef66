"""A span of market time as an animated GIF or a row of PNG files, made beside the window in small pieces of work."""

import queue
import threading
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, QTimer, Signal
from PySide6.QtGui import QImage, QImageWriter

from model.bad_input import BadInput
from model.files import write_atomically
from model.session import Session
from ui.problem_words import problem_words
from ui.replica import Canvas, Replica

COLORS = 256
FRAME_MS = 120
"""How long each picture of a GIF stands."""
WAITING = 4
"""Pictures that may wait to be encoded."""
SETTLING = 3
"""Turns of the event loop in which a new view finds its layout."""
MOST = 2000
"""Pictures in one film."""


class Shots(NamedTuple):
    """Which moments, and how they are drawn."""

    first: int
    last: int
    every: int
    view: str
    size: QSize
    reading: int = 0
    """Which of its readings, if the view is a chart that has some."""

    @property
    def steps(self) -> list[int]:
        """The seconds that become pictures."""
        return list(range(self.first, self.last + 1, self.every))


def png_bytes(image: QImage) -> bytes:
    """A picture as a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def sequence_path(path: Path, step: int) -> Path:
    """One file of a row of pictures: its second stands before the ending."""
    return path.with_name("{stem}-{step:05d}{suffix}".format(stem=path.stem, step=step, suffix=path.suffix))


class Encoder:
    """Writes pictures to one GIF on a thread of its own; the file appears complete or not at all."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._queue: queue.Queue[tuple[bytes, int, int] | None] = queue.Queue(WAITING)
        self.problem: Exception | None = None
        self._stopped = False
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    @property
    def is_full(self) -> bool:
        """Whether the next picture has to wait."""
        return self._queue.full() and self._thread.is_alive()

    @property
    def is_done(self) -> bool:
        """Whether the file is written, or cannot be."""
        return not self._thread.is_alive()

    def add(self, image: QImage | None) -> None:
        """Take a picture; none ends the film."""
        if image is None:
            self._queue.put(None)
            return
        self._queue.put((bytes(image.constBits()), image.width(), image.height()))

    def stop(self) -> None:
        """Write nothing."""
        self._stopped = True
        while True:  # whoever waits at the queue goes on and sees that all is over
            try:
                self._queue.get_nowait()
            except queue.Empty:
                break
        self._queue.put(None)
        self._thread.join()

    def _pictures(self) -> Iterator[Image.Image]:
        while (item := self._queue.get()) is not None:
            pixels, width, height = item
            picture = Image.frombuffer("RGB", (width, height), pixels, "raw", "BGRX", 0, 1)
            yield picture.quantize(COLORS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)

    def _run(self) -> None:
        try:
            pictures = self._pictures()
            first = next(pictures)
            with TemporaryDirectory() as folder:
                own = Path(folder) / "film.gif"
                first.save(own, save_all=True, append_images=pictures, duration=FRAME_MS, loop=0, optimize=False)
                if not self._stopped:
                    write_atomically(self._path, own.read_bytes())
        except StopIteration:
            return
        except (OSError, BadInput) as problem:
            self.problem = problem


class Film(QObject):
    """Makes a film in the event loop; `progress` counts pictures."""

    progress = Signal(int, int)
    finished = Signal(str)
    """The path that was written."""
    failed = Signal(str)

    def __init__(self, session: Session, shots: Shots, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._replica, self._shots, self._path = Replica(session), shots, path
        self._steps = shots.steps
        self._all = len(self._steps)
        self._canvas: Canvas | None = None
        self._settling = SETTLING
        self._encoder = Encoder(path) if path.suffix.lower() == ".gif" else None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self.work)
        self.is_over = False

    def start(self) -> None:
        """Begin."""
        self._timer.start()

    def work(self) -> None:
        """One small piece: some seconds of the market, or one picture; none while other work is under way."""
        if self._replica.session.worker.is_busy:
            return
        try:
            if self._steps:
                self._take_next()
            elif self._encoder is None or self._encoder.is_done:
                problem = self._encoder.problem if self._encoder else None
                self._end()
                if problem is not None:
                    self.failed.emit(problem_words(problem))
                else:
                    self.finished.emit(str(self._path))
        except (OSError, BadInput) as problem:
            self.cancel()
            self.failed.emit(problem_words(problem))

    def _take_next(self) -> None:
        if self._encoder is not None and self._encoder.is_full:
            return
        if not self._replica.advance(self._steps[0]):
            return
        if self._canvas is None:
            shots = self._shots
            self._canvas = Canvas(self._replica.session, shots.view, shots.size, shots.reading)
        if self._settling:
            self._settling -= 1
            return
        if not self._canvas.is_ready():
            return
        image, step = self._canvas.picture(), self._steps.pop(0)
        if self._encoder is None:
            write_atomically(sequence_path(self._path, step), png_bytes(image))
        else:
            self._encoder.add(image)
            if not self._steps:
                self._encoder.add(None)
        self.progress.emit(self._all - len(self._steps), self._all)

    def cancel(self) -> None:
        """Stop; a GIF that is not finished is not written."""
        if not self.is_over and self._encoder is not None:
            self._encoder.stop()
        self._end()

    def _end(self) -> None:
        self.is_over = True
        self._timer.stop()
        self._steps.clear()
        if self._canvas is not None:
            self._canvas.close()
            self._canvas = None
