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
    runs = "run" if verdict["runs"] == 1 else "runs"
    return " ".join(
        [
            f"{policy}: better in {verdict['better']} of {verdict['runs']} {runs}, worse in {verdict['worse']};",
            f"${middle['less_liquidated_usd']} less liquidated",
            f"(10–90 %: {billions(saved['p10'])} to {billions(saved['p90'])}),",
            f"median altcoin's low {points['p50']:+.1f} points.",
            f"Price: {verdict['halted_asset_minutes']['p50']:.1f} asset-minutes without trading,",
            f"${middle['trapped_usd']} of calls trapped in halts, ${middle['owed_usd']} owed by open accounts at worst,",
            f"insurance funds ${middle['fund_usd']}, bad debt ${middle['more_bad_debt_usd']}{_further(verdict)}.",
        ]
    )


def _further(verdict: dict[str, Any]) -> str:
    """What only some cures cost, where they do."""
    prices = {
        "margin_brought_usd": "margin brought from outside",
        "premiums_usd": "premiums",
        "rescue_result_usd": "rescue fund's result",
        "insurance_result_usd": "insurers' result",
    }
    known = {name: verdict[name]["p50"] for name in prices if name in verdict}
    return "".join(f", {prices[name]} ${billions(usd)}" for name, usd in known.items() if usd)


def range_line(arm: str, ranges: dict[str, Any]) -> str:
    """One arm of an ensemble: medians and ranges of what was liquidated and how deep prices fell."""
    usd, btc, alt = ranges["liquidated_usd"], ranges["low_btc"], ranges["low_median_alt"]
    return " ".join(
        [
            f"{arm:<10} ${billions(usd['p50'])} liquidated ({billions(usd['p10'])} to {billions(usd['p90'])}),",
            f"BTC low {btc['p50']:.1%} ({btc['p10']:.1%} to {btc['p90']:.1%}),",
            f"median altcoin {alt['p50']:.1%} ({alt['p10']:.1%} to {alt['p90']:.1%})",
        ]
    )


def fact_lines(rows: list[dict[str, Any]]) -> list[str]:
    """Stylised facts as a table: what real markets show, and every group of runs, a star where it lies outside."""
    if not rows:
        return []
    groups = [name for name, value in rows[0].items() if isinstance(value, dict)]
    lines = ["", f"{'stylised fact':<52} {'real markets':>14}" + "".join(f"{name:>12}" for name in groups)]
    for row in rows:
        low, high = (f"{row[end]:g}" if row[end] is not None else "…" for end in ("low", "high"))
        cells = [row[name] for name in groups]
        shown = [("–" if c["value"] is None else f"{c['value']:.3f}") + ("" if c["holds"] else " *") for c in cells]
        lines.append(f"{row['title']:<52} {f'{low} to {high}':>14}" + "".join(f"{text:>12}" for text in shown))
    return [*lines, "* outside the range of real markets, or too little to tell"]


def amount(value: float, unit: str) -> str:
    """A claim's number in its unit."""
    if unit == "usd":
        return f"${billions(value)}"
    if unit == "part":
        return f"{value:.1%}"
    return f"{value:.2f} ×" if unit == "times" else f"{value:,.1f} BTC"


def claim_lines(judged: list[dict[str, Any]]) -> list[str]:
    """The claims as a table: three lines each."""
    lines = []
    for row in judged:
        measured, unit = row["measured"], row["unit"]
        low, high = row["claimed"]["low"], row["claimed"]["high"]
        claimed = amount(low, unit) if low == high else f"{amount(low, unit)} to {amount(high, unit) if high else '…'}"
        found = "–"
        if measured:
            found = (
                f"{amount(measured['p50'], unit)} ({amount(measured['p10'], unit)} to {amount(measured['p90'], unit)})"
            )
        why = f": {row['why']}" if row["why"] else ""
        lines.append(f"{row['id']:>2}  {row['text']}")
        lines.append(f"    claimed {claimed}; {row['measured_as']}: {found}")
        lines.append(f"    {row['verdict'].upper()}{why}. Elsewhere: {row['reported']}")
    counts = {
        verdict: sum(row["verdict"] == verdict for row in judged)
        for verdict in dict.fromkeys(r["verdict"] for r in judged)
    }
    return [*lines, "", ", ".join(f"{count} {verdict}" for verdict, count in counts.items())]
