"""What is in sight: parts of the window, single switches, single charts; whatever holds only hidden parts is hidden too."""

from PySide6.QtWidgets import QWidget

from model.lesson import CHARTS, SHOCK
from ui.window import Window

CHART = "charts."


def show_parts(window: Window, names: frozenset[str] | None) -> None:
    """Show exactly these parts, switches and charts; for none whatever the user wants to see, as it was before."""
    if names is None:
        window.switches.show_only(frozenset())
        window.charts.show_only(frozenset())
        window.layout_keeper.apply()
        return
    parts, wanted = set(window.parts), names
    charts = {name.removeprefix(CHART) for name in wanted if name.startswith(CHART) and "charts" not in wanted}
    single = {name for name in wanted if name == SHOCK or ("." in name and not name.startswith(CHART))}
    switches = frozenset() if "switches" in wanted else frozenset(single)
    seen = parts & names
    seen |= ({"charts"} if charts else set()) | ({"switches"} if single else set())
    for name, part in window.parts.items():
        part.setVisible(name in seen)
    _show_holders(window, seen)
    window.switches.show_only(switches)
    window.charts.show_only(frozenset(charts))
    window.layout_keeper.divide()


def _show_holders(window: Window, seen: set[str]) -> None:
    """A splitter or column whose parts are all hidden gives its room away."""
    whole = window.centralWidget()
    holders: dict[QWidget, bool] = {}
    for name, part in window.parts.items():
        holder = part.parentWidget()
        while holder is not None and holder is not whole and holder is not window:
            holders[holder] = holders.get(holder, False) or name in seen
            holder = holder.parentWidget()
    for widget, needed in holders.items():
        widget.setVisible(needed)


def show_chart(window: Window, name: str) -> None:
    """Bring a chart to the front."""
    names = window.charts.names()
    if name in names and name in CHARTS:
        window.charts.setCurrentIndex(names.index(name))
