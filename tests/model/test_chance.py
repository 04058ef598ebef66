"""Chance that is addressed: a draw depends on its address and on nothing else."""

import hypothesis.strategies as st
import numpy as np
import pytest
from hypothesis import given

from model.chance import POISSON_LIMIT, Stream, draw, normal, poisson, uniform
from model.kernels import kernel

MASK = (1 << 64) - 1


def by_hand(seed, stream, step, index):
    """The same mixing in Python's unlimited integers."""

    def mix(x):
        x = ((x ^ (x >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        x = ((x ^ (x >> 27)) * 0x94D049BB133111EB) & MASK
        return x ^ (x >> 31)

    gamma = 0x9E3779B97F4A7C15
    state = mix((seed + gamma) & MASK)
    state = mix(state ^ ((stream * gamma) & MASK))
    state = mix(state ^ ((step + gamma) & MASK))
    return mix(state ^ ((index * 0x94D049BB133111EB + gamma) & MASK))


@given(st.integers(0, 2**63 - 1), st.integers(1, 19), st.integers(0, 86_400), st.integers(0, 10**7))
def test_a_draw_is_the_published_mixing_of_its_address(seed, stream, step, index):
    assert draw(np.uint64(seed), stream, step, index) == by_hand(seed, stream, step, index)


def test_the_mixing_is_that_of_splitmix64():
    """First numbers of the published generator for seed 1234567."""
    state, numbers = 1234567, []
    for _ in range(3):
        state = (state + 0x9E3779B97F4A7C15) & MASK
        x = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        x = ((x ^ (x >> 27)) * 0x94D049BB133111EB) & MASK
        numbers.append(x ^ (x >> 31))
    assert numbers == [6457827717110365317, 3203168211198807973, 9817491932198370423]


def test_a_draw_does_not_depend_on_draws_before_it():
    first = [uniform(5, Stream.ORDER_SIZE, 10, n) for n in range(20)]
    for n in reversed(range(20)):
        uniform(5, Stream.ORDER_SIDE, 10, n)
        assert uniform(5, Stream.ORDER_SIZE, 10, n) == first[n]


def test_stream_numbers_never_change():
    assert [(stream.name, stream.value) for stream in Stream][:9] == [
        ("MARKET_FACTOR", 1), ("ASSET_NOISE", 2), ("ORDER_COUNT", 3), ("ORDER_SIDE", 4), ("ORDER_SIZE", 5), ("ACCOUNT_SIZE", 6),
        ("ACCOUNT_LEVERAGE", 7), ("ACCOUNT_ENTRY", 8), ("ACCOUNT_SIDE", 9),
    ]  # fmt: skip
    assert len({stream.value for stream in Stream}) == len(Stream)


@kernel()
def fill(seed, stream, step, out):
    """Draws at the first addresses of a stream and step."""
    for n in range(out.size):
        out[n] = uniform(seed, stream, step, n)


def sample(seed, stream, step, size=40_000):
    out = np.empty(size)
    fill(seed, stream, step, out)
    return out


def test_uniform_numbers_are_uniform_and_never_0_or_1():
    numbers = sample(1, 3, 100)
    assert 0 < numbers.min() < 1e-3
    assert 1 - 1e-3 < numbers.max() < 1
    counts, _ = np.histogram(numbers, bins=50, range=(0, 1))
    assert ((counts - 800) ** 2 / 800).sum() < 90, "chi-squared with 49 degrees of freedom, 99.97 %"


@pytest.mark.parametrize(("one", "other"), [((1, 3, 7), (2, 3, 7)), ((1, 3, 7), (1, 4, 7)), ((1, 3, 7), (1, 3, 8))])
def test_neighbouring_addresses_are_unrelated(one, other):
    assert abs(np.corrcoef(sample(*one), sample(*other))[0, 1]) < 0.02
    numbers = sample(*one)
    assert abs(np.corrcoef(numbers[1:], numbers[:-1])[0, 1]) < 0.02


def test_normal_numbers_have_the_moments_of_the_normal_distribution():
    numbers = np.array([normal(9, Stream.ASSET_NOISE, 4, n) for n in range(20_000)])
    assert abs(numbers.mean()) < 0.03
    assert abs(numbers.std() - 1) < 0.02
    assert abs((numbers**4).mean() - 3) < 0.2


@pytest.mark.parametrize("mean", [0.1, 0.8, 4.0, 20.0])
def test_arrivals_have_the_mean_and_the_variance_of_poissons_law(mean):
    counts = np.array([poisson(mean, uniform(3, Stream.ORDER_COUNT, 8, n)) for n in range(20_000)])
    assert counts.mean() == pytest.approx(mean, rel=0.05)
    assert counts.var() == pytest.approx(mean, rel=0.08)


@given(st.floats(0, 1, exclude_min=True, exclude_max=True), st.floats(0, 1, exclude_min=True, exclude_max=True))
def test_more_luck_never_means_fewer_arrivals(u, v):
    assert poisson(2.0, min(u, v)) <= poisson(2.0, max(u, v)) <= POISSON_LIMIT
