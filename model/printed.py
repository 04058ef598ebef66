"""Results in lines for a terminal. Screens have their own, translated words; these are for scripts and logs."""

from typing import Any

from model.units import clock

COMPARE_HEAD = "  seed policy     liquidated  BTC low  alt low | halted min    trapped       owed fund change  bad debt"


def billions(usd: float) -> str:
    """Dollars for a table."""
    for size, letter in ((1e9, "B"), (1e6, "M"), (1e3, "K")):
        if abs(usd) >= size:
            return f"{usd / size:,.2f} {letter}"
    return f"{usd:,.0f}"


def summary(found: dict[str, Any]) -> str:
    """A run in a dozen lines."""
    usd = found["liquidated_usd"]
    lows, ends, depth = found["low_change"], found["end_change"], found["depth_ratio"]
    firsts = [
        f"{name} {clock(step) if step is not None else '–'}" for name, step in found["first_liquidation_step"].items()
    ]
    lines = [
        f"{found['scenario']}, seed {found['seed']}, {found['steps']} s: digest {found['digest']}",
        f"liquidated ${billions(usd['total'])}: makers ${billions(usd['makers'])}, leveraged ${billions(usd['leveraged'])}",
        f"first liquidations: {', '.join(firsts)}",
        f"market makers' orders withdrawn at worst: {found['maker_withdrawal']:.0%}",
        f"halts {len(found['halts'])}, bad debt ${billions(found['bad_debt_usd'])}",
        "asset        low      end   depth left",
    ]
    lines += [f"{name:<8} {lows[name]:8.1%} {ends[name]:8.1%} {depth[name]:12.0%}" for name in lows]
    return "\n".join([*lines, f"{found['wall_seconds']:.2f} s"])


def compare_line(row: dict[str, Any]) -> str:
    """One run of a comparison."""
    return " ".join(
        [
            f"{row['seed']:>6} {row['policy']:<10} {billions(row['liquidated_usd']):>10}",
            f"{row['low_btc']:>8.1%} {row['low_median_alt']:>8.1%}",
            f"{row['halted_asset_minutes']:>10.1f} {billions(row['trapped_usd']):>10} {billions(row['owed_usd']):>10}",
            f"{billions(row['fund_change_usd']):>11} {billions(row['bad_debt_usd']):>9}",
        ]
    )


def verdict_line(policy: str, verdict: dict[str, Any]) -> str:
    """A policy's benefit and its price over the seeds, in two sentences."""
    middle = {name: billions(spread["p50"]) for name, spread in verdict.items() if isinstance(spread, dict)}
    saved, points = verdict["less_liquidated_usd"], verdict["low_median_alt_points"]
    return " ".join(
        [
            f"{policy}: better in {verdict['better']} of {verdict['runs']} runs, worse in {verdict['worse']};",
            f"${middle['less_liquidated_usd']} less liquidated",
            f"(10–90 %: {billions(saved['p10'])} to {billions(saved['p90'])}),",
            f"median altcoin's low {points['p50']:+.1f} points.",
            f"Price: {verdict['halted_asset_minutes']['p50']:.1f} asset-minutes without trading,",
            f"${middle['trapped_usd']} of calls trapped in halts, ${middle['owed_usd']} owed by open accounts at worst,",
            f"insurance funds ${middle['fund_usd']}, bad debt ${middle['more_bad_debt_usd']}.",
        ]
    )
