"""Lines: of a file that is named on the command line, or of standard input."""

import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

from memcon.errors import MemconError


def lines_of(source: str) -> Iterator[str]:
    """The lines of a file in UTF-8, each with its end; "-" is standard input.

    MemconError when the file cannot be read.
    """
    try:
        path = Path(source)
        standard = nullcontext(sys.stdin) if source == "-" else None
        with standard or path.open(encoding="utf-8-sig", newline="") as stream:
            yield from stream
    except OSError as error:
        raise MemconError(f"{source}: {(error.strerror or str(error)).lower()}") from error
    except UnicodeDecodeError as error:
        raise MemconError(f"{source}: is not UTF-8") from error
