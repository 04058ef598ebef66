"""Ticks, lots, micro-dollars and seconds: the integers in which the market counts."""

MICRO = 1_000_000
"""Micro-dollars in a dollar."""
STEPS_PER_MINUTE = 60
STEPS_PER_HOUR = 3_600
STEPS_PER_DAY = 86_400
STEPS_PER_YEAR = 365 * STEPS_PER_DAY
"""Crypto markets never close: a year has 365 days of 86,400 one-second steps."""
BASIS_POINT = 1e-4


def to_micro(dollars: float) -> int:
    """Whole micro-dollars nearest to an amount in dollars."""
    return round(dollars * MICRO)


def to_dollars(micro: int) -> float:
    """Amount in dollars."""
    return micro / MICRO


def clock(step: int) -> str:
    """Model time as hh:mm:ss."""
    minutes, seconds = divmod(int(step), STEPS_PER_MINUTE)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02d}:{minutes:02d}:{seconds:02d}"
