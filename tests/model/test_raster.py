"""Bars hold what the levels hold, and rows fill the pixels that they cover."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.raster import fill, gathered

EDGES = np.linspace(90.0, 110.0, 41)


def plainly(ladder, spans, edges):
    """The same sums as a product of whole tables."""
    parts = np.clip((edges - spans[0][:, None]) / (spans[1] - spans[0])[:, None], 0.0, 1.0)
    within = np.diff(parts, axis=1)
    bid = ladder[2] > 0
    return np.array([ladder[row][side] @ within[side] for side in (bid, ~bid) for row in (0, 1)])


LEVEL = st.tuples(
    st.floats(85.0, 115.0), st.floats(0.01, 12.0), st.floats(0.0, 1e9), st.floats(0.0, 1.0), st.booleans()
)


@given(st.lists(LEVEL, max_size=30))
def test_each_level_is_spread_over_the_bars_that_it_stands_for(levels):
    low, size, usd, part, bid = (
        (np.array(column) for column in zip(*levels, strict=True)) if levels else np.zeros((5, 0))
    )
    ladder, spans = np.stack((usd, usd * part, bid.astype(float))), np.stack((low, low + size))
    assert gathered(ladder, spans, EDGES) == pytest.approx(plainly(ladder, spans, EDGES), abs=1.0)


def test_dollars_inside_the_edges_are_neither_lost_nor_made():
    ladder = np.array([[3e6, 5e6], [1e6, 0.0], [1.0, 0.0]])
    bars = gathered(ladder, np.array([[95.0, 101.0], [97.5, 108.2]]), EDGES)
    assert bars.sum(axis=1).tolist() == pytest.approx([3e6, 1e6, 5e6, 0.0])


def painted(rows, sides, ratio=1.0, size=(12, 10)):
    pixels = np.zeros(size, np.uint32)
    tops, heights = (np.array(values, float) for values in rows)
    fill(pixels, (tops, heights), sides, ratio, 7)
    return {(int(y), int(x)) for y, x in zip(*np.nonzero(pixels == 7), strict=True)}


def box(top, bottom, left, right):
    return {(y, x) for y in range(top, bottom) for x in range(left, right)}


def test_a_row_fills_its_pixels():
    assert painted(([2.0], [3.0]), (1.0, np.array([4.0]))) == box(2, 5, 1, 4)


def test_a_flat_row_is_one_pixel_high_and_one_without_height_is_left_out():
    assert painted(([2.0, 6.0], [0.1, 0.0]), (0.0, np.array([3.0, 3.0]))) == box(2, 3, 0, 3)


def test_what_reaches_beyond_the_picture_is_cut():
    assert painted(([-3.0, 11.0], [4.0, 9.0]), (np.array([-5.0, 8.0]), np.array([2.0, 99.0]))) == box(0, 1, 0, 2) | box(
        11, 12, 8, 10
    )


def test_places_are_multiplied_by_the_screens_ratio():
    assert painted(([1.0], [2.0]), (1.0, np.array([2.0])), ratio=2.0) == box(2, 6, 2, 4)
