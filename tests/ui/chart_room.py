"""Charts in their tabs, for the tests of many kinds."""


def opened(tabs, key):
    """A chart in sight that knows everything it shows."""
    chart = tabs.open(key)
    if hasattr(chart, "scouting"):
        chart.scouting.finish()
    chart.grab()
    return chart


def charts_of(tabs):
    return {chart.key: chart for view in tabs.charts for chart in tabs.of(view)}
