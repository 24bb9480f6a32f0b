"""Why: on what grounds a finding stands. The reading side tells it anew, which takes a while."""

from time import perf_counter

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from memcon.desk.desk import Desk
from memcon.record.contract import Record
from memcon.web.finding import Panel, at_article, panel
from memcon.web.room import Room
from memcon.web.sheets import render

_PATH = "/article/{id}/finding/{finding}/why"


async def _page(request: Request) -> Response:
    """The finding with its grounds."""
    found, reading = await _found(request)
    began = perf_counter()
    explained = await run_in_threadpool(Room.of(request).reading.explain, reading, found.ident)
    told = {
        "panel": found,
        "at_article": at_article(found),
        "explained": explained,
        "seconds": perf_counter() - began,
    }
    return Response(render("finding.html", request, told), media_type="text/html")


async def _twin(request: Request) -> Response:
    """The grounds alone; null where they cannot be told."""
    found, reading = await _found(request)
    explained = await run_in_threadpool(Room.of(request).reading.explain, reading, found.ident)
    return Response(msgspec.json.encode(explained), media_type="application/json")


async def _found(request: Request) -> tuple[Panel, Record]:
    """The finding that is asked for, and the record in which it was found; 404 without one."""
    article, ident = request.path_params["id"], request.path_params["finding"]

    def ask(desk: Desk) -> tuple[Panel | None, Record]:
        return panel(desk.article(article), ident), desk.reading(article)

    found, reading = await Room.of(request).clerk.ask(ask)
    if found is None or found.kind == "Actor":
        raise HTTPException(404, f"There is nothing to explain of {ident} in this article.")
    return found, reading


WHY = (Route(f"{_PATH}.json", _twin), Route(_PATH, _page))
