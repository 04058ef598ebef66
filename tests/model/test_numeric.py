"""Our own exp, log and normal quantile against the library's, and exactly the same bits on every machine."""

import math
import statistics

import hypothesis.strategies as st
import numpy as np
import pytest
from hypothesis import given

from model.numeric import exp, log, normal_quantile, power, power_of_two, smooth_step


@given(st.floats(-690, 690))
def test_exp_is_the_librarys_to_fourteen_digits(x):
    assert exp(x) == pytest.approx(math.exp(x), rel=1e-14)


@given(st.floats(1e-300, 1e300))
def test_log_is_the_librarys_to_fourteen_digits(x):
    assert log(x) == pytest.approx(math.log(x), rel=1e-14, abs=1e-15)


@given(st.floats(1e-6, 1e6), st.floats(-20, 20))
def test_power_is_the_librarys_to_twelve_digits(base, exponent):
    assert power(base, exponent) == pytest.approx(base**exponent, rel=1e-12)


@given(st.floats(-600, 600))
def test_log_undoes_exp(x):
    assert log(exp(x)) == pytest.approx(x, rel=1e-13, abs=1e-13)


@given(st.floats(1e-12, 1 - 1e-12))
def test_the_normal_quantile_is_the_librarys_to_eight_digits(p):
    assert normal_quantile(p) == pytest.approx(statistics.NormalDist().inv_cdf(p), rel=2e-8, abs=1e-8)


@given(st.floats(0, 1), st.floats(0, 1))
def test_the_normal_quantile_never_falls(p, q):
    low, high = sorted((min(max(p, 1e-9), 1 - 1e-9), min(max(q, 1e-9), 1 - 1e-9)))
    assert normal_quantile(low) <= normal_quantile(high) + 1e-8


@pytest.mark.parametrize("n", [-1022, -300, -1, 0, 1, 10, 1022])
def test_powers_of_two_are_exact(n):
    assert power_of_two(n) == math.ldexp(1.0, n)


def test_exact_values_stay_exact():
    assert exp(0.0) == 1.0
    assert log(1.0) == 0.0
    assert power(2.0, 0.0) == 1.0
    assert normal_quantile(0.5) == 0.0


def test_exp_is_clamped_where_doubles_end():
    assert 0.0 < exp(-1e9) < 1e-300
    assert 1e300 < exp(1e9) < math.inf


@pytest.mark.parametrize(
    ("found", "bits"),
    [
        (exp(1.0), "0x1.5bf0a8b14576ap+1"),
        (exp(-0.1), "0x1.cf46d99d52b3ap-1"),
        (log(10.0), "0x1.26bb1bbb55516p+1"),
        (power(0.3, 2.7), "0x1.3d6858f50590ep-5"),
        (normal_quantile(0.01), "-0x1.29c5c463cecf1p+1"),
        (normal_quantile(0.3), "-0x1.0c7e395d14936p-1"),
    ],
)
def test_results_are_the_same_bits_on_every_machine(found, bits):
    assert float(found).hex() == bits


@given(st.floats(-690, 690), st.floats(1e-300, 1e300), st.floats(1e-12, 1 - 1e-12))
def test_compiled_code_rounds_after_every_operation_as_python_does(x, y, p):
    """No fused multiply-add, no reordering: the same text run by Python gives the same bits."""
    assert exp(x) == exp.py_func(x)
    assert log(y) == log.py_func(y)
    assert normal_quantile(p) == normal_quantile.py_func(p)


def test_a_smooth_step_rises_without_corners_from_nothing_to_one():
    x = np.linspace(-0.5, 1.5, 401)
    y = np.array([smooth_step(value) for value in x])
    slope = np.diff(y) / np.diff(x)
    assert (y[0], y[-1], smooth_step(0.5)) == (0.0, 1.0, 0.5)
    assert (slope >= 0).all()
    assert abs(np.diff(slope)).max() < 0.04
