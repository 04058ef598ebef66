"""The drawn outline of the normal book keeps what is measured and has no steps."""

import numpy as np
import pytest

from model.book_shape import BookShape, cumulative_depth
from model.depth_curve import KNOTS, smoothed

BARS = np.arange(0.0, 0.0601, 0.001)
REAL = BookShape(0.1, (0.0005, 0.001, 0.004, 0.006, 0.02), (0.02, 0.2, 0.25, 0.7, 1.0)).within


@pytest.mark.parametrize("within", [cumulative_depth, REAL])
def test_every_measured_band_keeps_its_dollars(within):
    curve = smoothed(within)
    assert [curve(x) for x in KNOTS[1:]] == pytest.approx([within(x) for x in KNOTS[1:]])
    assert curve(0.0) == 0.0


@pytest.mark.parametrize("within", [cumulative_depth, REAL])
def test_the_running_total_never_falls(within):
    curve = smoothed(within)
    assert (np.diff([curve(x) for x in np.linspace(0.0, 0.08, 4001).tolist()]) >= -1e-15).all()


def test_neighbouring_bars_differ_by_little_where_the_bands_made_steps():
    def largest_step(within):
        bars = np.diff([within(x) if x > 0 else 0.0 for x in BARS])[10:]
        return np.abs(np.diff(bars)).max() / bars.max()

    assert largest_step(cumulative_depth) > 0.4
    assert largest_step(smoothed(cumulative_depth)) < 0.12
