"""Runs whose digests prove that two programs compute the same: packed and from source, here and on another machine."""

import json
from typing import NamedTuple

from model.files import write_json
from model.headless import run
from model.kernels import HERE
from model.market import digest
from model.scenario import find_scenario
from model.timeline import Value

RECORDED = HERE / "digests.json"
"""Beside a packed program: what the same runs gave from source when it was packed."""


class Proof(NamedTuple):
    """A run to compare."""

    scenario: str
    steps: int
    values: dict[str, Value]

    @property
    def name(self) -> str:
        """The run as the command line would have it."""
        settings = "".join(" --set {key}={value}".format(key=key, value=self.values[key]) for key in self.values)
        return "run {scenario} --steps {steps}{settings}".format(
            scenario=self.scenario, steps=self.steps, settings=settings
        )


PROOFS = (
    Proof("classroom", 900, {}),
    Proof("classroom", 900, {"breaker.on": True, "gradual.on": True}),
    Proof("nuclear-button", 900, {}),
    Proof("classroom", 600, {"market.assets": 102, "accounts.count": 200_000}),
)
"""Calm and crash, the cures, full margin, and a market of the size of a headline."""


def digest_of(proof: Proof) -> str:
    """Run it; the hash of what is left."""
    return digest(run(find_scenario(proof.scenario).with_values(proof.values), proof.steps).market)


def write_proofs(path: str) -> None:
    """Record the digests of this program."""
    write_json(path, {proof.name: digest_of(proof) for proof in PROOFS})


def recorded() -> dict[str, str]:
    """Digests by run, as a run from source gave them when this program was packed; none in a program from source."""
    return json.loads(RECORDED.read_text(encoding="utf-8")) if RECORDED.is_file() else {}
