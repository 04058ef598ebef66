"""Who won and who lost: what every kind of party owns on each exchange, in whole micro-dollars.

Derivatives create no money: on each exchange the gains and losses of all, with the fees that the exchange itself earned,
sum to nothing, exactly. BTC that stands as collateral counts as a long position of its owner.
"""

import numpy as np
from numpy.typing import NDArray

from model.market import OTHER_PARTIES, Market
from model.parameters import QT_TRANSLATE_NOOP as T

GROUPS = (
    T("Standings", "leveraged traders"), T("Standings", "full-margin accounts"), T("Standings", "market makers"),
    T("Standings", "value buyers"), T("Standings", "noise traders"), T("Standings", "arbitrageurs"),
    T("Standings", "insurance fund"), T("Standings", "hedgers"), T("Standings", "you"),
    T("Standings", "rescue fund"), T("Standings", "fees of the exchange"),
)  # fmt: skip
"""Rows of `standings`; from the fourth to the tenth in the order of the parties after the makers."""
ACCOUNTS, PORTFOLIOS, MAKERS, VALUE, FEES = 0, 1, 2, 3, 10


def standings(market: Market) -> NDArray[np.int64]:
    """(groups, X) micro-dollars that each group owns on each exchange, positions at mark."""
    exchanges, assets, makers = market.exchange.size, market.asset.size, market.maker.size
    worth = market.books.book["mark"] * market.asset["tick_value"][market.books.book["asset"]]
    owned = np.zeros((len(GROUPS), exchanges), np.int64)
    parties = market.cash + (market.position * worth[:, None]).reshape(exchanges, assets, -1).sum(axis=1).T
    owned[MAKERS] = parties[:makers].sum(axis=0)
    owned[VALUE : VALUE + OTHER_PARTIES] = parties[makers:]
    owned[VALUE] += market.exchange["cash_withdrawn"]
    owned[FEES] = market.exchange["fees"]
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
