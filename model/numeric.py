"""exp, log and the normal quantile, built only of operations that IEEE 754 makes exact on every machine."""

from math import sqrt

from model.kernels import kernel

LN2_HIGH = 6.93147180369123816490e-01
LN2_LOW = 1.90821492927058770002e-10
SQRT_HALF = 0.7071067811865476


@kernel()
def power_of_two(n):
    """2 to the whole power n, exactly, for |n| < 1023."""
    result = 1.0
    base = 2.0 if n >= 0 else 0.5
    k = abs(n)
    while k > 0:
        if k & 1:
            result *= base
        base *= base
        k >>= 1
    return result


@kernel()
def exp(x):
    """e to the x, to about 1e-15 relative, for |x| < 700 (clamped beyond)."""
    x = min(max(x, -700.0), 700.0)
    n = int(x / 0.6931471805599453 + (0.5 if x >= 0 else -0.5))
    r = (x - n * LN2_HIGH) - n * LN2_LOW
    total = 1.0
    for k in range(14, 0, -1):
        total = 1.0 + total * r / k
    return total * power_of_two(n)


@kernel()
def log(x):
    """Natural logarithm of x > 0, to about 1e-15 relative."""
    n = 0
    while x > 1.4142135623730951:
        x *= 0.5
        n += 1
    while x < SQRT_HALF:
        x *= 2.0
        n -= 1
    t = (x - 1.0) / (x + 1.0)
    square = t * t
    total = 0.0
    for k in range(23, 0, -2):
        total = total * square + 1.0 / k
    return 2.0 * t * total + n * LN2_LOW + n * LN2_HIGH


@kernel()
def power(base, exponent):
    """base > 0 to a real exponent."""
    return exp(exponent * log(base))


@kernel()
def normal_quantile(p):
    """The z with P(Z < z) = p for 0 < p < 1; P. Acklam's rational approximation, relative error below 1.2e-9."""
    low = 0.02425
    if p < low or p > 1.0 - low:
        tail = p if p < low else 1.0 - p
        q = sqrt(-2.0 * log(tail))
        top = (
            (((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838) * q - 2.549732539343734) * q
            + 4.374664141464968
        ) * q + 2.938163982698783
        bottom = (
            ((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996) * q + 3.754408661907416
        ) * q + 1.0
        return top / bottom if p < low else -top / bottom
    q = p - 0.5
    r = q * q
    top = (
        (((-3.969683028665376e01 * r + 2.209460984245205e02) * r - 2.759285104469687e02) * r + 1.383577518672690e02) * r
        - 3.066479806614716e01
    ) * r + 2.506628277459239
    bottom = (
        (((-5.447609879822406e01 * r + 1.615858368580409e02) * r - 1.556989798598866e02) * r + 6.680131188771972e01) * r
        - 1.328068155288572e01
    ) * r + 1.0
    return top * q / bottom


@kernel()
def smooth_step(x):
    """0 below 0, 1 above 1, and 3x² − 2x³ between: a rise without corners."""
    x = min(max(x, 0.0), 1.0)
    return x * x * (3.0 - 2.0 * x)


@kernel()
def total(values):
    """Sum from first to last; numpy's and newer Pythons' own sums add in an order, or a precision, that may differ."""
    added = 0.0
    for value in values:
        added += value
    return added
