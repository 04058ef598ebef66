"""How fast any second of the headline run is reached again, and how much memory its whole history takes.

Run in a process of its own, so that nothing else counts.
"""

import json
import sys

from model.chance import uniform
from model.scenario import Scenario
from model.stopwatch import Stopwatch
from model.timeline import Timeline

JUMPS = 200


def memory_mb() -> float:
    """Megabytes that this process has in memory now; the most it ever had where the system tells only that."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 - not a file
            return int(file.read().split()[1]) * 4096 / 1e6
    except OSError:
        pass
    try:
        import resource
    except ImportError:
        return float("nan")
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


def measure(scenario: Scenario) -> dict[str, float]:
    """Milliseconds of jumps to chance seconds of a whole run: 95 % are faster, and the slowest; and megabytes."""
    timeline = Timeline(scenario)
    timeline.here.forward(1)  # compiled or loaded here, which is not the history's
    timeline.here.forward(timeline.length)
    spent = []
    for n in range(JUMPS):
        step = int(uniform(1, 0, 0, n) * timeline.length)
        watch = Stopwatch()
        timeline.here.go(step)
        spent.append(watch.seconds * 1e3)
    spent.sort()
    return {"p95": spent[int(0.95 * JUMPS)], "worst": spent[-1], "memory": memory_mb()}


if __name__ == "__main__":
    from model.benchmarks import full_size

    sys.stdout.write(json.dumps(measure(full_size())))
