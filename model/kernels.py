"""Where compiled kernels are kept: one cache whose stamps are the text of the model.

Numba's own stamp looks at one file only, so a changed constant in another file would go unseen. Here a kernel's stamp
covers its file and every file of the model that it imports. Importing this module names the locator to numba; it must
come before any kernel.
"""

import hashlib
import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterable
from functools import cache, cached_property, update_wrapper
from pathlib import Path
from threading import RLock
from types import FunctionType
from typing import Any

HERE = Path(__file__).resolve().parent
INSIDE = "{name}_inside"
LOCATORS = "model.kernels.ModelCacheLocator,InTreeCacheLocator,UserWideCacheLocator"
SHIPPED, STAMPS = HERE / "kernel_cache", HERE / "kernels.stamp"
"""Beside a packaged program: kernels compiled when it was built, for any processor, and the stamp of each file of the model."""
GENERIC = "generic"
"""Numba's name of the processor that every processor of its family can stand in for."""


IMPORT = re.compile(r"^[ \t]*from (model(?:\.\w+)*) import (\([^)]*\)|[^\n]*)", re.MULTILINE)


@cache
def _imported(path: Path) -> tuple[Path, ...]:
    """Files of the model that this file imports, directly. Read by pattern: parsing them all would cost every start 0.4 s."""
    names = []
    for module, what in IMPORT.findall(path.read_text(encoding="utf-8")):
        names += [module] + [f"{module}.{name}" for name in re.findall(r"\w+", what)]
    files = (HERE.joinpath(*name.split(".")[1:]).with_suffix(".py") for name in names if name != "model")
    return tuple(sorted({file for file in files if file.is_file()}))


@cache
def shipped_stamps() -> dict[str, str]:
    """Stamps by file name, as `write_stamps` left them; a packaged program has no source to take them from."""
    return dict(line.split() for line in STAMPS.read_text(encoding="ascii").splitlines())


def write_stamps(target: Path) -> None:
    """Write the stamp of every file of the model, for a packaged program."""
    lines = ["{name} {stamp}\n".format(name=file.name, stamp=source_stamp(file)) for file in sorted(HERE.glob("*.py"))]
    target.write_text("".join(lines), encoding="ascii")


@cache
def source_stamp(path: Path) -> str:
    """Hash of a file's text and of all model files it imports, near and far; the same on every machine."""
    if STAMPS.exists():
        return shipped_stamps()[path.name]
    reached, waiting = {path}, [path]
    while waiting:
        new = set(_imported(waiting.pop())) - reached
        reached |= new
        waiting.extend(new)
    return _stamp_of(reached)


def whole_stamp() -> str:
    """Hash of the text of the whole model."""
    return _stamp_of(HERE.glob("*.py"))


def _stamp_of(files: Iterable[Path]) -> str:
    text = hashlib.blake2b(digest_size=16)
    for file in sorted(files):
        text.update(file.name.encode())
        text.update(file.read_bytes().replace(b"\r\n", b"\n"))
    return text.hexdigest()


def _writable(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def user_cache_folder() -> Path:
    """Per-user folder for compiled kernels, by the custom of each system."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "cascade-lab" / "kernels"


@cache
def cache_folder() -> Path:
    """Where fresh kernels are kept: the first usable of the place that CASCADE_KERNEL_CACHE names, per user, temporary."""
    named = os.environ.get("CASCADE_KERNEL_CACHE")
    if named:
        return Path(named)
    own = user_cache_folder()
    return own if _writable(own) else Path(tempfile.gettempdir()) / "cascade-lab-kernels"


class ModelCacheLocator:
    """Numba's protocol for naming a cache place: path, stamp of the source, and what tells two functions apart."""

    def __init__(self, py_func: Any, py_file: str) -> None:
        """Remember the line, which tells functions of one name apart; the stamp tells versions apart."""
        self._line = py_func.__code__.co_firstlineno
        self._path = HERE / Path(py_file).name

    def get_cache_path(self) -> str:
        """Folder that holds index and data files."""
        return str(cache_folder())

    def ensure_cache_path(self) -> None:
        """Make the folder; a folder that cannot be made only means that nothing is kept."""
        Path(self.get_cache_path()).mkdir(parents=True, exist_ok=True)

    def get_source_stamp(self) -> str:
        """Same text, same stamp, on every machine."""
        return source_stamp(self._path)

    def get_disambiguator(self) -> str:
        """Tells kernels of one qualified name apart, and versions of one kernel, which never overwrite each other."""
        return f"{self._path.stem}{self._line}-{self.get_source_stamp()[:8]}"

    @classmethod
    def from_function(cls, py_func: Any, py_file: str) -> "ModelCacheLocator | None":
        """Serve kernels of `model/`; leave any other package to numba's own locators."""
        if py_func.__module__.split(".")[0] != "model":
            return None
        return cls(py_func, py_file)


def _twin(function: Callable[..., Any]) -> Callable[..., Any]:
    """The same function under another name, so that the cache keeps what is compiled of it apart."""
    twin = FunctionType(
        function.__code__, function.__globals__, function.__name__, function.__defaults__, function.__closure__
    )
    twin.__qualname__ = INSIDE.format(name=function.__qualname__)
    twin.__module__ = function.__module__
    return twin


os.environ.setdefault("NUMBA_CACHE_LOCATOR_CLASSES", LOCATORS)
if SHIPPED.is_dir():  # numba looks kernels up by processor, so this one must go by the name they were compiled for
    os.environ.setdefault("NUMBA_CPU_NAME", GENERIC)


class Kernel:
    """A function that is compiled when it is first called, or read from the cache; until then it costs next to nothing.

    Numba's own object for a compiled function takes a millisecond to make, and a start needs one in ten of them.
    """

    def __init__(self, function: Callable[..., Any], options: dict[str, Any]) -> None:
        update_wrapper(self, function)
        self.py_func = function
        """The function as it was written."""
        self._options = options

    def __call__(self, *args: Any) -> Any:
        """Run the compiled function."""
        return self.dispatcher(*args)

    @cached_property
    def dispatcher(self) -> Any:
        """Numba's object for the compiled function."""
        with _making:
            return vars(self).get("dispatcher") or _dispatcher(self.py_func, self._options)

    def __getattr__(self, name: str) -> Any:
        """All else that numba's object has."""
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self.dispatcher, name)


_making = RLock()


@cache
def _introduced() -> None:
    """Tell numba, once, what a kernel is that it meets in another kernel."""
    from numba.extending import typeof_impl

    typeof_impl.register(Kernel)(lambda value, context: typeof_impl(value.dispatcher, context))


def _dispatcher(function: Callable[..., Any], options: dict[str, Any]) -> Any:
    from numba import njit, types

    from model.kernel_shelf import KernelShelf

    def widened(kind: Any) -> Any:
        kind = types.unliteral(kind)
        if isinstance(kind, types.IntEnumMember):
            kind = kind.dtype
        return types.int64 if isinstance(kind, types.Integer) and kind.bitwidth < types.int64.bitwidth else kind

    _introduced()
    compiled = njit(cache=True, nogil=True, **options)(function)
    inside = njit(cache=True, no_cpython_wrapper=True, no_cfunc_wrapper=True, **options)(_twin(function))
    for each in (compiled, inside):
        each._cache = KernelShelf(each.py_func)

    def get_call_template(args: Any, kws: Any) -> Any:
        kinds = tuple(map(widened, args)), {name: widened(kind) for name, kind in kws.items()}
        return inside.get_call_template(*kinds)

    compiled.get_call_template = get_call_template
    compiled.get_overload = inside.get_overload
    return compiled


def kernel(allocates: bool = False, **options: Any) -> Callable[[Callable[..., Any]], Any]:
    """Decorator of a compiled function: `njit`, cached, and compiled once for all whole numbers it may be called with.

    Numba would compile a function anew for every constant and width of an argument; here they all arrive as 64 bits.
    Unless it `allocates` arrays, a kernel does without reference counts. Other kernels get a twin without the two
    wrappers that Python needs, which cost a seventh of all compiling; the function itself is compiled when Python calls.
    While a kernel works, other threads of Python go on: a window answers.
    """
    return lambda function: Kernel(function, {"_nrt": allocates, **options})
