"""Problem: what was asked cannot be answered: one clear line, as a page or as JSON."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from memcon.desk.parties import UnknownPartyError
from memcon.errors import FaultError, MemconError, RecordError
from memcon.web.choosing import candidates, choices
from memcon.web.clerk import LockedError
from memcon.web.room import Room
from memcon.web.sheets import render

_TWINS = (".json", ".csv", ".svg")
_TITLES = {
    400: "This cannot be asked",
    403: "Not from here",
    404: "Not on the desk",
    405: "Not in this way",
    409: "Not now",
    413: "Too large",
    423: "The desk is locked",
    429: "Too much at once",
    503: "The desk cannot be used",
}


async def _refused(request: Request, error: Exception) -> Response:
    """An address that leads nowhere, or a query that means nothing."""
    assert isinstance(error, HTTPException)
    return _told(request, error.status_code, error.detail, error.headers)


async def _unknown(request: Request, error: Exception) -> Response:
    """What the desk does not have, or cannot do; its own words say why."""
    reading = request.method in ("GET", "HEAD")
    status = 400 if isinstance(error, RecordError) else 404 if reading else 409
    return _told(request, status, str(error))


async def _unusable(request: Request, error: Exception) -> Response:
    """A desk whose file is busy, damaged or cannot be written to."""
    return _told(request, 503, str(error))


async def _unnamed(request: Request, error: Exception) -> Response:
    """A name that means nobody or several: people may choose."""
    assert isinstance(error, UnknownPartyError)
    if request.method not in ("GET", "HEAD") or _is_of_a_program(request):
        return await _unknown(request, error)
    words = error.words
    known = await Room.of(request).clerk.ask(lambda desk: candidates(desk, words))
    title = f"Whom does “{words}” mean?" if known else _TITLES[404]
    told = {"title": title, "reason": str(error), "choices": tuple(choices(request, words, known))}
    return Response(render("choosing.html", request, told), 404, media_type="text/html")


async def _locked(request: Request, error: Exception) -> Response:
    """People are led to where the key is given, and from there to where they were going."""
    if request.method not in ("GET", "HEAD") or _is_of_a_program(request):
        return _told(request, 423, "The desk is locked; give its passphrase at /unlock.")
    there = request.scope["raw_path"].decode("ascii")
    there += f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"/unlock?then={quote(there, safe='')}", 303)


def _told(
    request: Request, status: int, reason: str, headers: Mapping[str, str] | None = None
) -> Response:
    if _is_of_a_program(request):
        return JSONResponse({"error": reason}, status, headers=headers)
    title = _TITLES.get(status, "This went wrong")
    page = render("problem.html", request, {"title": title, "reason": reason})
    return Response(page, status, headers=headers, media_type="text/html")


def _is_of_a_program(request: Request) -> bool:
    """Whether who asks takes no page for an answer."""
    return request.scope["path"].endswith(_TWINS) or "json" in request.headers.get("accept", "")


PROBLEMS: Mapping[Any, Callable[[Request, Exception], Awaitable[Response]]] = {
    HTTPException: _refused,
    LockedError: _locked,
    FaultError: _unusable,
    UnknownPartyError: _unnamed,
    MemconError: _unknown,
}
