"""Beyond one machine: the same work on a Dask cluster, for whoever has installed the optional package `distributed`.

Workers must be able to import this program (start them in its folder) in the same version. A worker that is lost loses
nothing: the scheduler gives its work to another one.
"""

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager

from model.bad_input import BadInput

ANSWER_SECONDS = 10
RETRIES = 3
NO_PACKAGE = "the optional package distributed to be installed (python3 -m uv run --extra dask main.py …)"
NO_ANSWER = "the address of a Dask scheduler that answers, such as tcp://127.0.0.1:8786"


@contextmanager
def cluster_executor(address: str) -> Iterator[Executor]:
    """The workers of a Dask scheduler, as an executor."""
    try:
        from distributed import Client
    except ImportError:
        raise BadInput("--scheduler", "", NO_PACKAGE) from None
    try:
        client = Client(address, timeout=ANSWER_SECONDS, set_as_default=False)
    except (OSError, ValueError, TypeError):
        raise BadInput("--scheduler", address, NO_ANSWER) from None
    with client:
        yield client.get_executor(pure=False, retries=RETRIES)
