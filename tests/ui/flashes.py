"""Counts flashes in a row of pictures as WCAG 2.3.1 defines them, for a screen of 1024 × 768 pixels.

A general flash is a pair of opposing changes of relative luminance by 10 % or more, the darker one below 0.8; a red flash a
pair of opposing changes to or from a saturated red. It counts where it fills more than a quarter of any rectangle of
341 × 256 pixels at once; more than three in a second are too many.
"""

import numpy as np

SIZE = 1024, 768
GRAIN = 4
"""Pixels of the screen on a side of a cell that is judged as one."""
BLOCK = 341 // GRAIN, 256 // GRAIN
PART, MOST = 0.25, 3
AT_ONCE = 0.1
"""Seconds within which changes in the same direction are one: a change may take some pictures."""
STEP, BRIGHT = 0.1, 0.8
RED, RED_STEP = 0.8, 20.0 / 320.0


def cells(image):
    """Linear red, green, blue of each cell of a QImage: rows, columns, 3."""
    image = image.convertToFormat(image.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    plain = pixels[: image.height() // GRAIN * GRAIN, : image.width() // GRAIN * GRAIN, 2::-1]
    linear = LINEAR[plain]
    rows, columns = plain.shape[0] // GRAIN, plain.shape[1] // GRAIN
    return linear.reshape(rows, GRAIN, columns, GRAIN, 3).mean(axis=(1, 3))


GREY = np.arange(256) / 255.0
LINEAR = np.where(GREY <= 0.04045, GREY / 12.92, ((GREY + 0.055) / 1.055) ** 2.4).astype(np.float32)


class Changes:
    """Opposing changes of one quantity in every cell, as they come."""

    def __init__(self, shape, step):
        self.step = step
        self.low, self.high = np.full(shape, np.inf, np.float32), np.full(shape, -np.inf, np.float32)
        self.rising = np.zeros(shape, np.int8)

    def see(self, value, allowed):
        """Cells that have now changed by a step, up and down, each in the other direction than before."""
        np.minimum(self.low, value, out=self.low)
        np.maximum(self.high, value, out=self.high)
        up = (value - self.low >= self.step) & (self.rising <= 0) & allowed(self.low, value)
        down = (self.high - value >= self.step) & (self.rising >= 0) & allowed(value, self.high) & ~up
        self.rising[up], self.rising[down] = 1, -1
        fresh = up | down
        self.low[fresh] = self.high[fresh] = value[fresh]
        return up, down


class Blocks:
    """Changes that fill a part of a block at once, for every place of the block, and how often they turn within a second."""

    def __init__(self, rate):
        self.rate, self.recent, self.turns, self.last = rate, [], [], None

    def see(self, up, down):
        """Most flashes within the last second at any place."""
        self.recent = [*self.recent, (up, down)][-max(round(self.rate * AT_ONCE), 1) :]
        risen, fallen = (filled(np.logical_or.reduce([pair[way] for pair in self.recent])) > PART for way in (0, 1))
        if self.last is None:
            self.last = np.zeros(risen.shape, np.int8)
        risen, fallen = risen & (self.last <= 0), fallen & (self.last >= 0) & ~risen
        self.last[risen], self.last[fallen] = 1, -1
        self.turns = [*self.turns, risen | fallen][-self.rate :]
        return int(np.sum(self.turns, axis=0, dtype=np.int16).max()) / 2


class Flashes:
    """Watches pictures at a steady rate."""

    def __init__(self, rate):
        self.most = 0.0
        """Most flashes within a second, wherever they were."""
        self._general, self._red = Blocks(rate), Blocks(rate)
        self._luminance = self._redness = self._saturated = None

    def see(self, image):
        """The next picture."""
        color = cells(image)
        luminance = color @ np.array([0.2126, 0.7152, 0.0722], np.float32)
        redness = np.maximum(color[..., 0] - color[..., 1] - color[..., 2], 0.0)
        saturated = color[..., 0] >= RED * np.maximum(color.sum(axis=2), 1e-6)
        if self._luminance is None:
            self._luminance, self._redness = Changes(luminance.shape, STEP), Changes(luminance.shape, RED_STEP)
            self._saturated = saturated
        either, self._saturated = saturated | self._saturated, saturated
        general = self._general.see(*self._luminance.see(luminance, lambda darker, _: darker < BRIGHT))
        red = self._red.see(*self._redness.see(redness, lambda *_: either))
        self.most = max(self.most, general, red)


def filled(marked):
    """The part of the block that is marked, for every place of the block."""
    sums = np.zeros((marked.shape[0] + 1, marked.shape[1] + 1), np.float32)
    sums[1:, 1:] = marked.cumsum(axis=0).cumsum(axis=1)
    wide, tall = BLOCK
    return (sums[tall:, wide:] - sums[:-tall, wide:] - sums[tall:, :-wide] + sums[:-tall, :-wide]) / (wide * tall)
