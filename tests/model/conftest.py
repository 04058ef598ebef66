"""A small market that crashes within minutes, for tests that follow it second by second."""

import pytest

from model.events import empty_record
from model.genesis import genesis
from model.replay import replay_orders
from model.scenario import find_scenario

SMALL = {
    "run.steps": 900,
    "market.assets": 5,
    "accounts.count": 3000,
    "shock.size": -0.2,
    "shock.start": 30,
    "shock.length": 240,
}


@pytest.fixture(scope="session")
def small():
    """Make the scenario: hard news after half a minute; `__` in a name stands for the dot of a key."""

    def scenario(seed=7, **values):
        return find_scenario("classroom").with_values(SMALL).changed(**values)._replace(seed=seed)

    return scenario


@pytest.fixture(scope="session")
def market_of():
    """Make a scenario's market and a record with room for its whole run."""

    def opened(scenario):
        market = genesis(scenario)
        steps = int(scenario.number("run.steps"))
        room = 40 * market.account.size + 200_000
        return market, empty_record(steps, market.books.book.size, market.exchange.size, market.asset.size, room)

    return opened


@pytest.fixture
def send(tmp_path):
    """Write lines of an order file under a header and replay them."""

    def replayed(*lines, tick=".01", lot="1", header="op,id,side,type,price,qty,tif,owner"):
        path = tmp_path / "orders.csv"
        path.write_text("\n".join([header, *lines]) + "\n", encoding="utf-8", newline="")
        return replay_orders(path, tick, lot)

    return replayed
