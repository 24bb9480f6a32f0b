"""Assets: style sheet and scripts, each under an address that changes with what is in it.

Vega, Vega-Lite and Vega-Embed come out of the package vl-convert; the rest is ours and lies beside
the pages' modules: each page's style (.css) is part of the one style sheet, its script (.js) a
module of its own.
"""

import gzip
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import resources
from importlib.metadata import version
from threading import Lock, Thread

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

STYLE, VEGA = "style.css", "vega.js"
_FIRST = "sheet.css"
_TYPES = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8"}
_FOREVER = "public, max-age=31536000, immutable"
_DIGITS = 12
_BUNDLING = """
import sys, vl_convert
sys.stdout.buffer.write(vl_convert.javascript_bundle().encode())
"""
_MAKING = Lock()


@dataclass(frozen=True, slots=True)
class Asset:
    """A file as it is served, and its compressed twin."""

    body: bytes
    packed: bytes


def asset(name: str) -> str:
    """The address of "style.css", "vega.js" or a script; KeyError if there is no such file."""
    return f"/assets/{_digest(name)}/{name}"


def prepare() -> None:
    """Have Vega made while nobody asks for it yet; it keeps nobody from ending the program."""
    Thread(target=_asset, args=(VEGA,), daemon=True).start()


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
    return frozenset((STYLE, VEGA, *(name for name in files if name.endswith(".js"))))


@cache
def _digest(name: str) -> str:
    """What tells versions apart; of Vega its converter's version, as that is quicker."""
    if name not in _names():
        raise KeyError(name)
    body = version("vl-convert-python").encode() if name == VEGA else _body(name)
    return sha256(body).hexdigest()[:_DIGITS]


@cache
def _asset(name: str) -> Asset:
    body = _body(name)
    return Asset(body, gzip.compress(body, mtime=0))


def _body(name: str) -> bytes:
    if name == VEGA:
        # Who asks while it is being made waits for it.
        with _MAKING:
            return _vega()
    folder = resources.files("memcon.web")
    if name == STYLE:
        sheets = sorted(
            (file for file in folder.iterdir() if file.name.endswith(".css")),
            key=lambda file: (file.name != _FIRST, file.name),
        )
        return b"\n".join(sheet.read_bytes() for sheet in sheets)
    return (folder / name).read_bytes()


@cache
def _vega() -> bytes:
    """Vega, Vega-Lite and Vega-Embed as one script.

    It takes a second or two to put together, in which a process does nothing else: it is another's.
    """
    making = (sys.executable, "-c", _BUNDLING)
    return subprocess.run(making, stdout=subprocess.PIPE, check=True).stdout
