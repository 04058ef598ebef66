"""A kernel costs nothing until it is called, and is the same for all who call it."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import main
from model.kernels import Kernel, kernel

ROOT = Path(main.__file__).resolve().parent
MADE = """
import model.engine
from model.warm import kernels
print(len(list(kernels())))
from model.numeric import exp
print(exp(0.0), len(list(kernels())))
"""


def test_importing_the_engine_makes_no_kernel_and_a_call_makes_one_and_its_twin():
    done = subprocess.run([sys.executable, "-c", MADE], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0", "1.0", "2"]


def test_threads_that_ask_at_once_get_the_same_kernel():
    @kernel()
    def twice(x):
        """Double."""
        return 2 * x

    assert isinstance(twice, Kernel)
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: id(twice.dispatcher), range(32)))
    assert len(set(made)) == 1
    assert (twice.__name__, twice.__doc__, twice.py_func(4)) == ("twice", "Double.", 8)
