"""A run as tables: what `run --csv` writes, with units in the names of the columns."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from model.bad_input import BadInput
from model.events import Channel, Event
from model.files import write_csv
from model.headless import Run
from model.waterfall import transfers

LEDGER_COLUMNS = ("step", "from", "to", "paid_by", "who", "exchange", "asset", "usd", "event", "cause")
EXCHANGE_COLUMNS = ("liquidated", "makers", "fund", "withdrawn", "bad_debt")


def second_rows(run: Run) -> Iterator[dict[str, Any]]:
    """One row a second: each asset's index, the totals, each exchange's."""
    ticks = run.market.asset["tick_usd"]
    names = [exchange.name for exchange in run.scenario.exchanges]
    for step in range(1, run.steps + 1):
        totals = run.record.totals[step]
        row: dict[str, Any] = {"step": step}
        for a, symbol in enumerate(run.symbols):
            row[f"{symbol}_index_usd"] = round(float(run.record.assets[step, a] * ticks[a]), 6)
        for name in totals.dtype.names or ():
            unit = "" if name in ("stress", "orders") else "_usd"
            row[f"{name}{unit}"] = round(float(totals[name]), 4)
        for x, exchange in enumerate(names):
            for column in EXCHANGE_COLUMNS:
                row[f"{exchange}_{column}_usd"] = round(float(run.record.exchanges[step, x][column]), 2)
            row[f"{exchange}_confidence"] = round(float(run.record.exchanges[step, x]["confidence"]), 6)
        yield row


def event_rows(run: Run) -> Iterator[dict[str, Any]]:
    """One row an event, with its cause's number."""
    names = [exchange.name for exchange in run.scenario.exchanges]
    for number, event in enumerate(run.log):
        exchange, source, asset = int(event["exchange"]), int(event["source"]), int(event["asset"])
        yield {
            "event": number,
            "step": int(event["step"]),
            "kind": Event(int(event["kind"])).name.lower(),
            "exchange": names[exchange] if exchange >= 0 else "",
            "asset": run.symbols[asset] if asset >= 0 else "",
            "channel": Channel(int(event["channel"])).name.lower(),
            "source": names[source] if source >= 0 else "",
            "delay_s": int(event["delay"]),
            "cause": int(event["cause"]),
            "who": int(event["who"]),
            "side": int(event["side"]),
            "price_usd": round(float(event["price"] * run.market.asset["tick_usd"][asset]), 8) if asset >= 0 else "",
            "usd": round(float(event["usd"]) * 1e-6, 2),
        }


def ledger_rows(run: Run) -> Iterator[dict[str, Any]]:
    """One row a transfer of the ledger of bankruptcies, in dollars to the micro-dollar."""
    names = [exchange.name for exchange in run.scenario.exchanges]
    for row in transfers(run.log):
        yield {
            "step": row.step,
            "from": row.giver,
            "to": row.receiver,
            "paid_by": row.payer,
            "who": row.who,
            "exchange": names[row.exchange],
            "asset": run.symbols[row.asset] if row.asset >= 0 else "",
            "usd": row.micro / 1e6,
            "event": row.event,
            "cause": row.cause,
        }


def write_tables(run: Run, folder: Path) -> None:
    """Write `seconds.csv`, `events.csv` and `ledger.csv` into a folder."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadInput(str(folder), "", f"a folder that can be made ({error.strerror})") from None
    write_csv(folder / "seconds.csv", list(second_rows(run)))
    write_csv(folder / "events.csv", list(event_rows(run)))
    write_csv(folder / "ledger.csv", list(ledger_rows(run)), LEDGER_COLUMNS)
