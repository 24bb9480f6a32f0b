"""The root command: finds the others by name, and turns what goes wrong into one line."""

import errno
import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from memcon import __version__
from memcon.errors import MemconError
from memcon.settings import Settings

# Each command is imported when it is called for, so that help costs nothing.
_COMMANDS = (
    "read",
    "code",
    "quotes",
    "explain",
    "schema",
    "desk",
    "add",
    "happening",
    "correct",
    "follow",
    "pull",
    "relation",
    "timeline",
    "positions",
    "prospects",
    "actor",
    "search",
    "discrepancies",
    "watch",
    "serve",
)
_UNREAD = 1
_REFUSED = 2
_INTERRUPTED = 130


class _Commands(click.Group):
    """The commands by name: `read` is `read` in cli/read.py."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        return getattr(importlib.import_module(f"memcon.cli.{cmd_name}"), cmd_name)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="memcon", message="%(prog)s %(version)s")
@click.pass_context
def commands(context: click.Context) -> None:
    """Turn political news into sourced memoranda."""
    settings = Settings.load(os.environ, Path.cwd())
    context.obj = settings
    context.default_map = {
        "read": {"jobs": settings.jobs, "form": settings.format},
        "code": {"jobs": settings.jobs},
        "quotes": {"jobs": settings.jobs},
        "add": {"jobs": settings.jobs},
        "pull": {"jobs": settings.jobs},
    }


def main() -> None:
    """Run the command that the command line names, and leave with its exit code."""
    code = run(sys.argv[1:])
    try:
        sys.stdout.flush()
    except OSError:
        # What cannot be written was told already; Python shall not try again when it leaves.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """0 when all went well, 1 when nobody reads on, 2 for what was refused, 130 after Ctrl-C."""
    try:
        code = commands.main(list(arguments), prog_name="memcon", standalone_mode=False)
        sys.stdout.flush()
    except (click.Abort, KeyboardInterrupt):
        return _INTERRUPTED
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except MemconError as error:
        return _fail(str(error))
    except OSError as error:
        # Who reads the output has left: nobody is there to be told.
        return _UNREAD if error.errno == errno.EPIPE else _fail(_reason(error))
    return code if isinstance(code, int) else 0


def _reason(error: OSError) -> str:
    """What the system says, with the file it says it of."""
    reason = (error.strerror or str(error)).lower()
    return f"{error.filename}: {reason}" if error.filename else f"standard output: {reason}"


def _fail(reason: str) -> int:
    """One line on standard error."""
    click.echo(f"memcon: {reason}", err=True)
    return _REFUSED
