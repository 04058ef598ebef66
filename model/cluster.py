"""Beyond one machine: the same work on a Dask cluster, for whoever has installed the optional package `distributed`.

Scheduler and workers must be able to import this program (start them in its folder) in the same version. A worker that
is lost loses nothing: the scheduler gives its work to another one.
"""

import logging
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager

from model.bad_input import BadInput

ANSWER_SECONDS = 10
RETRIES = 3
NO_PACKAGE = "the optional package distributed to be installed (python3 -m uv run --extra dask main.py …)"
NO_ANSWER = "the address of a Dask scheduler that answers and has workers, such as tcp://127.0.0.1:8786"
NO_PROGRAM = "a scheduler and workers that can import this program; start them in its folder"
IMPORTED = "import model"


@contextmanager
def cluster_executor(address: str) -> Iterator[Executor]:
    """The workers of a Dask scheduler, as an executor."""
    try:
        from distributed import Client
    except ImportError:
        raise BadInput("--scheduler", "", NO_PACKAGE) from None
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what goes wrong is told in a sentence of our own
    try:
        client = Client(address, timeout=ANSWER_SECONDS, set_as_default=False)
    except (OSError, ValueError, TypeError):
        raise BadInput("--scheduler", address, NO_ANSWER) from None
    with client:
        try:
            client.wait_for_workers(1, timeout=ANSWER_SECONDS)
            client.run_on_scheduler(exec, IMPORTED)
            client.run(exec, IMPORTED)
        except OSError:  # also what a wait that takes too long raises
            raise BadInput("--scheduler", address, NO_ANSWER) from None
        except ModuleNotFoundError:
            raise BadInput("--scheduler", address, NO_PROGRAM) from None
        yield client.get_executor(pure=False, retries=RETRIES)
