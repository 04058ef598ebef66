"""What is in sight: parts of the window, single switches, single charts."""

from model.lesson import CHARTS, SHOCK
from ui.window import Window

CHART = "charts."


def show_parts(window: Window, names: frozenset[str] | None) -> None:
    """Show exactly these parts, switches and charts; for none whatever the user wants to see, as it was before."""
    if names is None:
        window.switches.show_only(frozenset())
        window.charts.show_only(frozenset())
        window.layout_keeper.show_only(None)
        return
    parts, wanted = set(window.parts), names
    charts = {name.removeprefix(CHART) for name in wanted if name.startswith(CHART) and "charts" not in wanted}
    single = {name for name in wanted if name == SHOCK or ("." in name and not name.startswith(CHART))}
    switches = frozenset() if "switches" in wanted else frozenset(single)
    seen = parts & names
    seen |= ({"charts"} if charts else set()) | ({"switches"} if single else set())
    window.switches.show_only(switches)
    window.charts.show_only(frozenset(charts))
    window.layout_keeper.show_only(frozenset(seen))


def show_chart(window: Window, name: str) -> None:
    """Bring a chart to the front."""
    names = window.charts.names()
    if name in names and name in CHARTS:
        window.charts.setCurrentIndex(names.index(name))
