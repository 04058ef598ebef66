"""How tests run: without a display, away from the user's own settings, with chance that repeats in the gate."""

import atexit
import os
import shutil
import tempfile

import hypothesis
import pytest

import main
from model.kernels import cache_folder

os.environ["CASCADE_KERNEL_CACHE"] = str(cache_folder())  # the user's, so that a second run need not compile again
os.environ["QT_QPA_PLATFORM"] = os.environ.get("CASCADE_SCREEN", "offscreen")

_home = tempfile.mkdtemp(prefix="cascade-lab-tests-")
atexit.register(shutil.rmtree, _home, ignore_errors=True)
for _name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
    os.environ[_name] = _home

hypothesis.settings.register_profile(
    "cascade", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow], print_blob=True
)
hypothesis.settings.register_profile(
    "gate", hypothesis.settings.get_profile("cascade"), derandomize=True, database=None
)
hypothesis.settings.load_profile("gate" if os.environ.get("CI") else "cascade")


@pytest.hookimpl(tryfirst=True)
def pytest_configure():
    """Name missing system libraries in one sentence, before Qt fails to load in many."""
    missing = main.missing_libraries(main.QT_LIBRARIES)
    if missing:
        raise pytest.UsageError(main.library_advice(missing))
