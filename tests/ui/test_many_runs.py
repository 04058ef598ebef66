"""Ensemble and claims in the window: runs in processes of their own, judged as the command line judges them."""

import numpy as np
import pytest

from model.claims import CLAIMS, INPUT, NOT_MEASURED, judge
from model.ensemble import Plan, Row, summary
from model.scenario import find_scenario
from ui.charts import run_bar
from ui.charts.claims import ClaimsView
from ui.charts.ensemble import ENSEMBLE, EnsembleChart, EnsembleView, policy_title, strips
from ui.charts.run_bar import RunBar
from ui.theme import pixels

TINY = {"accounts.count": 500, "run.steps": 600}


@pytest.fixture
def plan():
    scenario = find_scenario("classroom").with_values({**TINY, "shock.size": -0.12})
    return Plan(scenario, ("breaker", "gradual"), (1, 2, 3), 600, together=False)


@pytest.fixture
def bar(qtbot, plan):
    made = RunBar(lambda seeds: {ENSEMBLE: plan})
    qtbot.addWidget(made)
    yield made
    made.cancel()


def test_runs_are_carried_out_beside_the_window_and_strips_show_exactly_their_differences(qtbot, session, bar, plan):
    chart = EnsembleChart(session, bar)
    qtbot.addWidget(chart)
    assert chart.empty()
    bar.start()
    assert bar.is_running
    assert not bar.button.isEnabled()
    qtbot.waitUntil(lambda: not bar.is_running, timeout=300_000)
    rows = bar.rows[ENSEMBLE]
    assert [(row.seed, row.policy) for row in rows] == [(w.scenario.seed, w.policy) for w in plan.works()]
    assert bar.bar.value() == bar.bar.maximum() == len(rows)
    assert bar.bar.text() == "all 9 runs done"
    numbers = {(row.seed, row.policy): row.numbers["liquidated_usd"] for row in rows}
    judged = summary(plan, rows)["policies"]
    shown = strips(rows, "liquidated_usd", -1.0)
    assert [strip.policy for strip in shown] == ["breaker", "gradual"]
    for strip in shown:
        saved = [numbers[seed, "none"] - numbers[seed, strip.policy] for seed in strip.seeds]
        np.testing.assert_allclose(strip.gain, saved)
        assert (strip.better, strip.worse) == (judged[strip.policy]["better"], judged[strip.policy]["worse"])
    chart.resize(800, 300)
    chart.grab()
    low, high = chart.limits()
    for strip, place, at in chart.dots():
        drawn = low + (at.x() - chart.plot.left()) / chart.plot.width() * (high - low)
        assert drawn == pytest.approx(float(strip.gain[place]), abs=(high - low) * 1e-9)
        assert chart.plot.contains(at)
    assert len(chart.table().rows) == len(rows)
    assert policy_title("breaker") in chart.told_at(chart.dots()[0][2])[0]


def test_a_stopped_ensemble_keeps_what_is_finished_and_can_begin_again(qtbot, bar):
    bar.start()
    bar.cancel()
    assert not bar.is_running
    assert bar.button.isEnabled()
    assert not bar.stop.isEnabled()
    assert bar.told() == bar.bar.text() == "stopped: 0 of 9 runs"
    kept = len(bar.rows[ENSEMBLE])
    bar.look()
    assert len(bar.rows[ENSEMBLE]) == kept


def test_a_run_that_fails_is_told_once_and_the_bar_can_be_used_again(qtbot, plan, tmp_path, monkeypatch):
    monkeypatch.setattr(run_bar, "write_log", lambda details: tmp_path / "log")
    broken = plan._replace(scenario=plan.scenario._replace(values={}))
    bar = RunBar(lambda seeds: {ENSEMBLE: broken, "more": plan})
    qtbot.addWidget(bar)
    told = []
    bar.failed.connect(told.append)
    bar.start()
    qtbot.waitUntil(lambda: not bar.is_running, timeout=120_000)
    assert len(told) == 1
    assert str(tmp_path / "log") in told[0]
    assert bar.told() == "a run failed: 0 of 18 runs"
    assert bar.button.isEnabled()
    bar.look()
    assert not bar.is_running
    assert len(told) == 1


def test_a_finished_bar_says_so_and_names_every_policy_once(qtbot, session):
    view = EnsembleView(session)
    qtbot.addWidget(view)
    names = [policy_title(arm) for arm in view._plan(5)[ENSEMBLE].arms()]
    assert len(set(names)) == len(names)
    assert view.bar.told() == ""


def test_the_window_plans_every_cure_and_the_claims_their_studies(qtbot, session):
    ensemble, claims = EnsembleView(session), ClaimsView(session)
    for view in (ensemble, claims):
        qtbot.addWidget(view)
    assert ensemble._plan(20)[ENSEMBLE].seeds == tuple(range(1, 21))
    plans = claims._plans(5)
    assert set(plans) == {"market", "button"}
    assert plans["market"].scenario == session.scenario


def test_claims_are_judged_by_the_model_and_every_row_says_why(qtbot, session):
    view = ClaimsView(session)
    qtbot.addWidget(view)
    view.resize(1000, 300)
    view.show()
    view.grab()
    chart = view.chart
    assert chart.judged == judge({})
    assert {row["verdict"] for row in chart.judged} == {INPUT, NOT_MEASURED}
    table = chart.table()
    assert [row[0] for row in table.rows] == [claim.id for claim in CLAIMS]
    for spot in chart.spots():
        assert len(chart.told_at(spot)) == 3
    assert chart.height() >= chart.boxes(len(chart.judged) - 1)[0].bottom()


def test_strips_never_overlap_however_low_the_view_is(qtbot, session, bar):
    view = EnsembleView(session)
    qtbot.addWidget(view)
    policies = ["none", "breaker", "gradual", "rescue", "cap", "freeze", "full_margin"]
    view.bar.rows = {ENSEMBLE: [Row(1, policy, "", {"liquidated_usd": float(n)}) for n, policy in enumerate(policies)]}
    view.resize(700, 150)
    view.show()
    view.bar.progressed.emit()
    view.grab()
    chart = view.chart
    assert len(chart.strips()) == len(policies) - 1
    assert chart.plot.height() / len(chart.strips()) >= pixels("small") * 1.4
    assert chart.height() > view.height() - view.bar.height(), "it scrolls"
