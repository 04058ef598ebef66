"""The program's door: without a command the window opens; every command works without a display."""

import os
import sys
from collections.abc import Mapping, Sequence
from multiprocessing import freeze_support
from typing import TextIO

COMMANDS = ("run", "compare", "ensemble", "claims", "shot", "book", "margin", "bench", "check")

USAGE = """\
Cascade Lab: watch a crypto market crash happen, step by step, and find out what would have stopped it.

  main.py [--scenario S] [--seed N] [--lesson L] [--presenter]      the window
  main.py FILE.cascade                                 the window, where it was saved
  main.py --reset-settings      the window as at its first start, should it be out of sight or unreadable
  main.py --self-test           tries the whole program out without a display and prints a table

Commands, none of which needs a display:
  run         one run of a scenario, in numbers
  compare     one scenario with different policies, on the same seeds
  ensemble    one scenario over many seeds and policies, on all processors or a cluster
  claims      the news post's claims against this market, over many seeds
  shot        a picture of the window or of one view
  book        replay a list of orders through the matching engine
  margin      liquidation and bankruptcy prices of positions
  bench       how fast the program is on this machine
  check       find every problem in scenario, lesson and save files

main.py COMMAND --help says what a command takes.
"""

UNKNOWN_COMMAND = "'{given}' is not a command; the commands are {commands}, and without one the window opens."
NO_DISPLAY = "There is no display to open the window on; without one, try: main.py run classroom"
DEAD_DISPLAY = "The display {display} does not answer; without a display, try: main.py run classroom"
MISSING_LIBRARIES = "The window needs system libraries that are missing ({libraries}); install them with: {command}"
INSTALL_LIBRARIES = "sudo apt-get install -y {packages}"
MISSING_PACKAGE = "{package} is not installed for this Python; start the program with: python3 -m uv run main.py"
FAILED = "Cascade Lab stopped because of an error of its own ({kind}: {message}); the details are in {log}"

DONE, USAGE_ERROR, OWN_ERROR, INTERRUPTED, READER_GONE = 0, 2, 3, 130, 141

QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""What Qt links to on Linux, also without a display, and the Debian and Ubuntu package of each."""

XCB_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What a window on an X display needs besides."""


def missing_libraries(libraries: Mapping[str, str]) -> list[str]:
    """Those of the libraries that this Linux cannot load; none on other systems, where Qt brings its own."""
    if not sys.platform.startswith("linux"):
        return []
    from ctypes import CDLL

    missing = []
    for library in libraries:
        try:
            CDLL(library)
        except OSError:
            missing.append(library)
    return missing


def library_advice(missing: Sequence[str]) -> str:
    """One sentence that names the missing libraries and the one command that installs them."""
    packages = {**QT_LIBRARIES, **XCB_LIBRARIES}
    command = INSTALL_LIBRARIES.format(packages=" ".join(packages[library] for library in missing))
    return MISSING_LIBRARIES.format(libraries=", ".join(missing), command=command)


def display_answers() -> bool:
    """Whether the X display can be reached; Qt would abort the whole program if not."""
    from ctypes import CDLL, c_void_p

    xcb = CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = c_void_p
    connection = c_void_p(xcb.xcb_connect(None, None))
    answers = xcb.xcb_connection_has_error(connection) == 0
    xcb.xcb_disconnect(connection)
    return answers


def window_obstacle(environ: Mapping[str, str]) -> str | None:
    """What keeps a window from opening on this Linux, in one sentence; None when nothing does."""
    if not sys.platform.startswith("linux"):
        return None
    platform = environ.get("QT_QPA_PLATFORM", "")
    wayland = bool(environ.get("WAYLAND_DISPLAY"))
    if not platform and not wayland and not environ.get("DISPLAY"):
        return NO_DISPLAY
    on_x = platform.startswith("xcb") or not (platform or wayland)
    missing = missing_libraries({**QT_LIBRARIES, **XCB_LIBRARIES} if on_x else QT_LIBRARIES)
    if missing:
        return library_advice(missing)
    if on_x and not display_answers():
        return DEAD_DISPLAY.format(display=environ.get("DISPLAY", ""))
    return None


def refuse(sentence: str) -> int:
    """Say on standard error why nothing was done."""
    print(sentence, file=sys.stderr)
    return USAGE_ERROR


def open_window(arguments: list[str]) -> int:
    """Open the window, or say in one sentence why this machine cannot."""
    obstacle = window_obstacle(os.environ)
    if obstacle:
        return refuse(obstacle)
    from ui import app

    return app.main(arguments)


def try_out(arguments: list[str]) -> int:
    """Let the program test itself without a display."""
    missing = missing_libraries(QT_LIBRARIES)
    if missing:
        return refuse(library_advice(missing))
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from ui import app

    return app.main(arguments)


def take_picture(arguments: list[str]) -> int:
    """Draw without a display what the arguments after `shot` name."""
    missing = missing_libraries(QT_LIBRARIES)
    if missing:
        return refuse(library_advice(missing))
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from ui import shot

    return shot.main(arguments)


def measure(arguments: list[str]) -> int:
    """Measure the model and, where Qt can load, the window."""
    if missing_libraries(QT_LIBRARIES):
        from model import benchmarks

        return benchmarks.bench(benchmarks.arguments_of(arguments))
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from ui import bench

    return bench.main(arguments)


def dispatch(arguments: list[str]) -> int:
    """Do what the arguments name, importing no more than that needs."""
    first = arguments[0] if arguments else ""
    if first in ("-h", "--help"):
        print(USAGE, end="")
        return DONE
    if first == "--version":
        from model import __version__

        print(__version__)
        return DONE
    if "--self-test" in arguments or "--open-and-quit" in arguments:
        return try_out(arguments)
    if not first or first.startswith("-"):
        return open_window(arguments)
    if first.endswith(".cascade"):
        return open_window(["--scenario", *arguments])
    if first == "shot":
        return take_picture(arguments[1:])
    if first == "bench":
        return measure(arguments[1:])
    if first in COMMANDS:
        from model import commands

        return commands.main(arguments)
    return refuse(UNKNOWN_COMMAND.format(given=first, commands=", ".join(COMMANDS)))


def explain(error: Exception) -> str:
    """One sentence for an error that nobody expected; its details go to a file, never to a class."""
    if isinstance(error, ModuleNotFoundError) and error.name and error.name.split(".")[0] not in ("model", "ui"):
        return MISSING_PACKAGE.format(package=error.name)
    message = str(error).partition("\n")[0]
    return FAILED.format(kind=type(error).__name__, message=message, log=write_log(error))


def write_log(error: Exception) -> str:
    """Keep the details of an error in the log; its path."""
    from ui.log import details_of, write_log

    return str(write_log(details_of(error)))


def speak_utf8(stream: TextIO | None) -> None:
    """Let a file or a pipe receive every sign, whatever the system's code page; a windowed program has no streams."""
    reconfigure = getattr(stream, "reconfigure", None)
    if stream is not None and reconfigure and not stream.isatty():
        reconfigure(encoding="utf-8")


def main(arguments: Sequence[str]) -> int:
    """Run the program; 0 done, 1 a check found problems, 2 wrong usage or bad input, 3 an error of the program."""
    speak_utf8(sys.stdout)
    speak_utf8(sys.stderr)
    try:
        status = dispatch(list(arguments))
        if sys.stdout is not None:
            sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return READER_GONE
    except Exception as error:
        print(explain(error), file=sys.stderr)
        return OWN_ERROR
    return status


if __name__ == "__main__":
    freeze_support()  # in the packaged program a worker of an ensemble starts here and goes no further
    sys.exit(main(sys.argv[1:]))
