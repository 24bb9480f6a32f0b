"""Lock: an encrypted desk is closed by a button or after a while, and opened by its passphrase."""

import asyncio

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from memcon.desk.keys import Key
from memcon.errors import DeskError
from memcon.web.bodies import form_of
from memcon.web.room import Room
from memcon.web.sheets import render

FIRST = "/"
# So long waits who gave a wrong passphrase, however it was wrong.
_DELAY_SECONDS = 1.0


async def _show(request: Request) -> Response:
    """The page that asks for the passphrase; who need not give it goes on."""
    there = _there(request.query_params.get("then", ""))
    if not Room.of(request).clerk.is_locked:
        return RedirectResponse(there, 303)
    return _page(request, there, None)


async def _unlock(request: Request) -> Response:
    """Open the desk and go on; after a wrong passphrase say so."""
    async with form_of(request) as form:
        given = {name: str(words) for name, words in form.multi_items()}
    there, clerk = _there(given.get("then", "")), Room.of(request).clerk
    if not clerk.is_locked:
        return RedirectResponse(there, 303)
    try:
        if "kept" in given:
            await clerk.unlock_again()
        else:
            await clerk.unlock(Key.of_passphrase(given.get("passphrase", "")))
    except DeskError as error:
        await asyncio.sleep(_DELAY_SECONDS)
        return _page(request, there, str(error))
    return RedirectResponse(there, 303)


async def _lock(request: Request) -> Response:
    """Close the desk; one without a key cannot be opened by one, and stays open."""
    async with form_of(request):
        clerk = Room.of(request).clerk
    if not clerk.is_encrypted:
        raise HTTPException(409, "This desk is not encrypted: nothing could open it again.")
    await clerk.lock()
    return RedirectResponse("/unlock", 303)


async def _is_locked(request: Request) -> Response:
    """Whether the desk is locked; asking this does not keep it open."""
    return JSONResponse({"is_locked": Room.of(request).clerk.is_locked})


def _page(request: Request, there: str, reason: str | None) -> Response:
    told = {"then": there, "reason": reason, "is_key_kept": Room.of(request).clerk.is_key_kept}
    body = render("unlock.html", request, told)
    return Response(body, 403 if reason else 200, media_type="text/html")


def _there(words: str) -> str:
    """An address of ours to go on to; else the first.

    A browser takes // and /\\ at the head for another host, and drops control characters before it
    looks.
    """
    is_ours = words.startswith("/") and words.isprintable() and words[1:2] not in ("/", "\\")
    return words if is_ours else FIRST


LOCK = (
    Route("/unlock", _show),
    Route("/unlock", _unlock, methods=["POST"]),
    Route("/lock", _lock, methods=["POST"]),
    Route("/lock.json", _is_locked),
)
