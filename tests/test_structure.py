"""The shape of the tree, which way imports point, and how the program's door behaves."""

import ast
import fnmatch
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import main
import model

ROOT = Path(main.__file__).resolve().parent
TOP_LEVEL = {
    ".ci",
    ".git",
    ".github",
    ".gitignore",
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "build.spec",
    "main.py",
    "model",
    "pyproject.toml",
    "resources",
    "tests",
    "ui",
}
MODEL_PACKAGES = set(sys.stdlib_module_names) | {"model", "msgspec", "numba", "numpy"}
BY_FILE = {"bench.py": {"bourse", "limit_order_book"}, "cluster.py": {"distributed"}}
"""Packages that one file of the model may use where they are installed: the benchmark's peers, and the cluster."""
MOST_LINES = 400

MODEL_FILES = sorted((ROOT / "model").rglob("*.py"))
PROGRAM_FILES = [ROOT / "main.py", *MODEL_FILES, *sorted((ROOT / "ui").rglob("*.py"))]


def name_of(path):
    return path.relative_to(ROOT).as_posix()


def tree_of(path):
    return ast.parse(path.read_text(encoding="utf-8"), filename=name_of(path))


def run(*arguments, **environment):
    """Run Python in a process of its own; an environment value of None removes that variable."""
    merged = {**os.environ, **environment}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={key: value for key, value in merged.items() if value is not None},
        capture_output=True,
        text=True,
        check=False,
    )


each_program_file = pytest.mark.parametrize("path", PROGRAM_FILES, ids=name_of)
each_model_file = pytest.mark.parametrize("path", MODEL_FILES, ids=name_of)


def test_the_top_level_holds_the_agreed_names_and_nothing_else():
    ignored = [line.rstrip("/") for line in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()]
    found = {entry.name for entry in ROOT.iterdir()}
    kept = {name for name in found if not any(fnmatch.fnmatch(name, pattern) for pattern in ignored)}
    assert kept <= TOP_LEVEL


def test_the_version_is_the_same_wherever_it_is_written():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == model.__version__
    assert model.__version__ in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_readme_names_every_system_library_that_the_window_needs():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    command = next(line for line in readme.splitlines() if "apt-get install" in line)
    assert {*main.QT_LIBRARIES.values(), *main.XCB_LIBRARIES.values()} <= set(command.split())


@each_program_file
def test_no_file_is_too_long_to_be_read_aloud(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


@each_program_file
def test_every_module_says_what_it_is(path):
    assert ast.get_docstring(tree_of(path))


def is_kernel(function):
    """Whether numba compiles it: decorated by njit, a variant of it, or an alias whose name ends so."""
    decorators = (node.func if isinstance(node, ast.Call) else node for node in function.decorator_list)
    names = (node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "") for node in decorators)
    return any(name in ("njit", "jit", "vectorize", "guvectorize", "overload", "intrinsic", "kernel") for name in names)


def typed(function):
    arguments = function.args
    named = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, arguments.vararg, arguments.kwarg]
    free = [argument for argument in named if argument and not argument.annotation]
    return function.returns is not None and all(argument.arg in ("self", "cls") for argument in free)


@each_program_file
def test_only_compiled_kernels_go_without_types(path):
    tree = tree_of(path)
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    inside_kernels = {inner for outer in functions if is_kernel(outer) for inner in ast.walk(outer)}
    bare = [function.name for function in functions if function not in inside_kernels and not typed(function)]
    assert bare == []


@each_program_file
def test_only_literal_text_is_given_to_translators(path):
    calls = (node for node in ast.walk(tree_of(path)) if isinstance(node, ast.Call))
    called_tr = (call for call in calls if "tr" in (getattr(call.func, "attr", ""), getattr(call.func, "id", "")))
    assert [call.lineno for call in called_tr if not (call.args and isinstance(call.args[0], ast.Constant))] == []


@each_model_file
def test_the_model_imports_only_what_a_library_without_a_screen_may(path):
    allowed = MODEL_PACKAGES | BY_FILE.get(path.name, set())
    imported = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            imported |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported.add("model" if node.level else node.module.split(".")[0])
    assert imported <= allowed


def test_importing_the_whole_model_loads_no_part_of_qt():
    names = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in MODEL_FILES]
    modules = [name.removesuffix(".__init__") for name in names]
    code = (
        "import importlib, sys\n"
        f"for name in {modules!r}: importlib.import_module(name)\n"
        "print(sorted({name.split('.')[0] for name in sys.modules} & {'PySide6', 'shiboken6', 'pyqtgraph', 'ui'}))"
    )
    finished = run("-c", code)
    assert finished.stdout.strip() == "[]", finished.stderr


def test_the_door_imports_nothing_heavy():
    finished = run("-c", "import main, sys; print({'numpy', 'numba', 'PySide6', 'model', 'ui'} & set(sys.modules))")
    assert finished.stdout.strip() == "set()", finished.stderr


def test_the_help_names_every_command():
    finished = run("main.py", "--help")
    assert finished.returncode == 0
    assert all(f"\n  {command} " in finished.stdout for command in main.COMMANDS)


def test_an_unknown_command_is_refused_in_one_sentence():
    finished = run("main.py", "explode")
    assert (finished.returncode, finished.stdout) == (2, "")
    assert len(finished.stderr.splitlines()) == 1
    assert "'explode'" in finished.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")
def test_without_a_display_the_window_names_the_command_that_needs_none():
    finished = run("main.py", DISPLAY=None, WAYLAND_DISPLAY=None, QT_QPA_PLATFORM=None)
    assert (finished.returncode, finished.stdout) == (2, "")
    assert finished.stderr.splitlines() == [main.NO_DISPLAY]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems bring these libraries along")
def test_missing_system_libraries_are_named_with_the_command_that_installs_them(monkeypatch):
    monkeypatch.setitem(main.XCB_LIBRARIES, "libxcb-of-nowhere.so.7", "libxcb-of-nowhere7")
    obstacle = main.window_obstacle({"DISPLAY": ":0", "QT_QPA_PLATFORM": "xcb"})
    assert "libxcb-of-nowhere.so.7" in obstacle
    assert obstacle.endswith("libxcb-of-nowhere7")


def test_an_unexpected_error_becomes_one_sentence_and_a_file_with_its_details(monkeypatch, capsys):
    def fail(arguments):
        raise ValueError("the order book\nis on fire")

    monkeypatch.setattr(main, "dispatch", fail)
    assert main.main(["run"]) == main.OWN_ERROR
    (sentence,) = capsys.readouterr().err.splitlines()
    assert "the order book" in sentence
    log = Path(sentence.rpartition(" ")[2])
    assert "is on fire" in log.read_text(encoding="utf-8")
    log.unlink()


def test_a_missing_package_is_named_with_the_command_that_brings_it():
    sentence = main.explain(ModuleNotFoundError("No module named 'numba'", name="numba"))
    assert sentence == main.MISSING_PACKAGE.format(package="numba")
