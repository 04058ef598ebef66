"""What is in sight: parts of the window, details of them, single switches."""

from model.lesson import CHARTS, DETAILS, SHOCK
from ui.window import Window


def details_of(part: str, names: frozenset[str]) -> frozenset[str]:
    """What is wanted of a part: some of its details; empty for all of it."""
    if part in names:
        return frozenset()
    before = "{part}.".format(part=part)
    return frozenset(name.removeprefix(before) for name in names if name.startswith(before))


def show_parts(window: Window, names: frozenset[str] | None) -> None:
    """Show exactly these parts, switches and charts; for none whatever the user wants to see, as it was before."""
    keeper = window.layout_keeper
    details = {part: details_of(part, names) if names is not None else frozenset() for part in DETAILS}
    for named, shown in details.items():
        getattr(window, named).show_only(shown)
    keeper.opens_charts = bool(details["charts"])
    if names is None:
        window.switches.show_only(frozenset())
        keeper.show_only(None)
        return
    single = {name for name in names if name == SHOCK or ("." in name and name.partition(".")[0] not in DETAILS)}
    seen = (set(window.parts) & names) | {part for part, shown in details.items() if shown}
    seen |= {"switches"} if single else set()
    window.switches.show_only(frozenset() if "switches" in names else frozenset(single))
    keeper.show_only(frozenset(seen))
    if "switches" in names:  # a step that gives all switches away is about them
        keeper.turns.bring("switches")


def show_chart(window: Window, name: str) -> None:
    """Bring a chart to the front."""
    names = window.charts.names()
    if name in names and name in CHARTS:
        window.charts.setCurrentIndex(names.index(name))
