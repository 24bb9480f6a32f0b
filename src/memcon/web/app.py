"""App: the routes and nothing else."""

import asyncio
from collections.abc import AsyncGenerator, Iterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from memcon.web.actor import ACTOR
from memcon.web.actors import ACTORS
from memcon.web.add import ADD
from memcon.web.answering import does, shows
from memcon.web.article import ARTICLE
from memcon.web.assets import prepare, serve_asset
from memcon.web.clerk import Clerk
from memcon.web.correcting import CORRECTING
from memcon.web.corrections import CORRECTIONS
from memcon.web.discrepancies import DISCREPANCIES
from memcon.web.export import EXPORT, EXPORTED
from memcon.web.finding import FINDING
from memcon.web.guard import Guard, Session
from memcon.web.happening import HAPPENING
from memcon.web.issue import ISSUE
from memcon.web.issues import ISSUES
from memcon.web.lock import LOCK
from memcon.web.map import MAP
from memcon.web.network import NETWORK
from memcon.web.openapi import describes
from memcon.web.overview import LOOKING, OVERVIEW
from memcon.web.problem import PROBLEMS
from memcon.web.prospect import PROSPECT
from memcon.web.prospects import PROSPECTS
from memcon.web.reading import Reading
from memcon.web.relation import RELATION
from memcon.web.room import Room
from memcon.web.said import SAID
from memcon.web.search import SEARCH
from memcon.web.timeline import TIMELINE
from memcon.web.unforeseen import Unforeseen
from memcon.web.uploads import Uploads
from memcon.web.view import AnyDeed, AnyView
from memcon.web.watches import WATCHES, WATCHING
from memcon.web.ways import Way
from memcon.web.why import WHY

FIRST = OVERVIEW.path
VIEWS: tuple[AnyView, ...] = (
    ACTOR,
    ACTORS,
    ARTICLE,
    CORRECTIONS,
    DISCREPANCIES,
    EXPORT,
    FINDING,
    HAPPENING,
    ISSUE,
    ISSUES,
    MAP,
    NETWORK,
    OVERVIEW,
    PROSPECT,
    PROSPECTS,
    RELATION,
    SAID,
    SEARCH,
    TIMELINE,
    WATCHES,
)
DEEDS: tuple[AnyDeed, ...] = (*CORRECTING, *LOOKING, *WATCHING)
# What is neither: it streams, or asks the reading side.
PLACES: tuple[Route, ...] = (*ADD, *EXPORTED, *LOCK, *WHY)


def create_app(clerk: Clerk, reading: Reading, session: Session) -> Starlette:
    """The application over a desk; the clerk is closed with it."""
    uploads = Uploads(clerk, reading)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncGenerator[None]:
        await clerk.start()
        prepare()
        tasks = [asyncio.create_task(work) for work in (clerk.lock_when_idle(), uploads.work())]
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            uploads.close()
            await clerk.close()

    app = Starlette(
        routes=list(_routes()),
        middleware=[
            Middleware(Guard, session),
            Middleware(Unforeseen),
            # At the highest level it would take twice as long for a fiftieth less.
            Middleware(GZipMiddleware, minimum_size=1000, compresslevel=6),
        ],
        exception_handlers=PROBLEMS,
        lifespan=lifespan,
    )
    app.state.room = Room(clerk, reading, session, uploads)
    return app


def _routes() -> Iterator[Route]:
    """Of each view first the forms that end in something: a name may have a dot in it, too, and a
    slash."""
    yield Route("/", _first)
    yield Route("/assets/{digest}/{name}", serve_asset)
    yield Route("/openapi.json", describes(VIEWS, DEEDS))
    yield from PLACES
    for view in VIEWS:
        path = view.path.replace("{name}", "{name:path}")
        for form in view.forms[1:]:
            yield Way(f"{path}.{form}", shows(view, form))
        yield Way(path, shows(view, "html"))
    for deed in DEEDS:
        yield Route(deed.path, does(deed), methods=["POST"])


async def _first(_: Request) -> Response:
    return RedirectResponse(FIRST, 303)
