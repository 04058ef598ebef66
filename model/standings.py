"""Who won and who lost: what every kind of party owns on each exchange, in whole micro-dollars.

Derivatives create no money: the gains and losses of all, with the fees that exchanges earned, what was taken out and what
was brought in, sum to nothing, exactly. On one exchange they sum to what funds moved there from the others. BTC that
stands as collateral counts as a long position of its owner.
"""

import numpy as np
from numpy.typing import NDArray

from model.market import Market
from model.parameters import QT_TRANSLATE_NOOP as T

GROUPS = (
    T("Standings", "leveraged traders"), T("Standings", "full-margin accounts"), T("Standings", "market makers"),
    T("Standings", "fees of the exchange"), T("Standings", "taken out of the exchange"),
    T("Standings", "brought in from outside"),
)  # fmt: skip
"""First rows of `standings`."""
PARTIES = (
    T("Standings", "value buyers"), T("Standings", "noise traders"), T("Standings", "arbitrageurs"),
    T("Standings", "insurance fund"), T("Standings", "hedgers"), T("Standings", "you"), T("Standings", "rescue fund"),
    T("Standings", "liquidity insurance"),
)  # fmt: skip
"""Further rows, in the order of the parties after the makers."""
ACCOUNTS, PORTFOLIOS, MAKERS, FEES, OUT, IN = range(len(GROUPS))


def standings(market: Market) -> NDArray[np.int64]:
    """(groups and parties, X) micro-dollars that each owns on each exchange, positions at mark."""
    exchanges, assets, makers = market.exchange.size, market.asset.size, market.maker.size
    worth = market.books.book["mark"] * market.asset["tick_value"][market.books.book["asset"]]
    parties = market.cash + (market.position * worth[:, None]).reshape(exchanges, assets, -1).sum(axis=1).T
    owned = np.zeros((len(GROUPS) + len(parties) - makers, exchanges), np.int64)
    owned[len(GROUPS) :] = parties[makers:]
    owned[MAKERS] = parties[:makers].sum(axis=0)
    owned[FEES] = market.exchange["fees"]
    owned[OUT] = market.exchange["cash_withdrawn"]
    owned[IN] = -(market.exchange["brought"] + market.exchange["premiums"])
    account = market.account
    np.add.at(
        owned[ACCOUNTS], account["book"] // assets, account["cash"] + account["position"] * worth[account["book"]]
    )
    if market.portfolio.size:
        rows = market.portfolio
        of_legs = (market.leg["cash"] + market.leg["lots"] * worth[market.leg["book"]]).sum(axis=1)
        whole = rows["cash"] + rows["savings"] + rows["collateral"] * worth[rows["exchange"] * assets] + of_legs
        np.add.at(owned[PORTFOLIOS], rows["exchange"], whole)
    return owned
