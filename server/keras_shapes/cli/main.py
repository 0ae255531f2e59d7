"""`keras-shapes`: reads which command is meant, and imports that one only."""

from __future__ import annotations

import argparse
import gc
import importlib
import sys
from collections.abc import Sequence

from .. import __version__

COMMANDS = {
    "check": "find shape mistakes in Python files and notebooks",
    "shapes": "show every inferred shape: variables, layers, models",
    "validate": "really build and run the models, and tell whether Keras agrees",
    "rule": "explain a rule",
    "server": "start the language server",
}
FINE, FINDINGS, USAGE, INTERNAL, INTERRUPTED = 0, 1, 2, 101, 130
_STATUS = (
    "Exit status: 0 nothing found at or above error; 1 findings; 2 wrong usage, unreadable configuration or file; "
    "101 an internal error."
)


class UsageError(Exception):
    """What the user asked for cannot be done as asked; ends the command with status 2."""


def main(argv: Sequence[str] | None = None) -> int:
    """Runs a command; its exit status."""
    arguments = sys.argv[1:] if argv is None else list(argv)
    _make_printable()
    try:
        options = _parser(arguments).parse_args(arguments)
        status: int = importlib.import_module(f".{options.command}", __package__).run(options)
    except UsageError as problem:
        print(f"keras-shapes: {problem}", file=sys.stderr)
        return USAGE
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception:
        return _internal_error()
    finally:
        if argv is None:
            # The program ends here; without this Python would first search all trees for cycles, a fifth of the time.
            gc.freeze()
    return status


def _parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "keras-shapes",
        description="Shapes of Keras code, found without running it.",
        epilog=_STATUS,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"keras-shapes {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    wanted = next((argument for argument in arguments if not argument.startswith("-")), None)
    for name, text in COMMANDS.items():
        command = commands.add_parser(name, help=text, description=_sentence(text), epilog=_STATUS, allow_abbrev=False)
        if name == wanted:
            importlib.import_module(f".{name}", __package__).add_arguments(command)
    return parser


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."


def _make_printable() -> None:
    """A terminal that cannot show an arrow or a file's odd name gets an escape instead of an exception."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="backslashreplace")


def _internal_error() -> int:
    import traceback

    traceback.print_exc()
    print("keras-shapes: this is a mistake of keras-shapes, not of yours; please report it", file=sys.stderr)
    return INTERNAL
