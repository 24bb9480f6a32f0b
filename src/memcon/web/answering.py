"""Answering: a view or a deed as endpoints: the query checked, the desk asked, the form chosen."""

import io
from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import Any
from urllib.parse import urlencode

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from memcon.story.answers import Answer
from memcon.web.bodies import form_of
from memcon.web.charts import picture
from memcon.web.query import AnyQuery, asked
from memcon.web.room import Room
from memcon.web.sheets import render
from memcon.web.view import AnyDeed, AnyView, Form

# "More" shows so many times more.
_WIDER = 4

Endpoint = Callable[[Request], Awaitable[Response]]

_TYPES: Mapping[Form, str] = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "svg": "image/svg+xml",
}


def shows(view: AnyView, form: Form) -> Endpoint:
    """The endpoint that answers in one form."""

    async def show(request: Request) -> Response:
        query = query_in(view.query, request, request.query_params.multi_items())
        clerk = Room.of(request).clerk
        if form == "html":
            both = await clerk.ask(lambda desk: (view.ask(desk, query), view.aside(desk, query)))
            return await _page(view, request, query, *both)
        answer = await clerk.ask(lambda desk: view.ask(desk, query))
        if form == "svg":
            assert view.chart
            body = await run_in_threadpool(picture, view.chart(answer, query))
        else:
            body = _csv(answer) if form == "csv" else msgspec.json.encode(answer)
        return Response(body, media_type=_TYPES[form])

    return show


def does(deed: AnyDeed) -> Endpoint:
    """The endpoint that a form is sent to."""

    async def do(request: Request) -> Response:
        async with form_of(request) as form:
            fields = [(name, str(words)) for name, words in form.multi_items()]
        query = query_in(deed.query, request, fields)
        there = await Room.of(request).clerk.ask(lambda desk: deed.do(desk, query))
        return RedirectResponse(there, 303)

    return do


def query_in(kind: type[AnyQuery], request: Request, told: Iterable[tuple[str, str]]) -> AnyQuery:
    """The query in a request; 400 says what is wrong with it."""
    try:
        return asked(kind, request.path_params, told)
    except ValueError as error:
        raise HTTPException(400, str(error)) from error


async def _page(
    view: AnyView, request: Request, query: Any, answer: Any, aside: Mapping[str, Any]
) -> Response:
    """The page for people; its twins stand at the same address with other endings."""
    # As it was asked for: a name in it may have a slash or a question mark of its own.
    path = request.scope["raw_path"].decode("ascii").rstrip("/")
    told = request.url.query
    twins = {form: f"{path}.{form}{f'?{told}' if told else ''}" for form in view.forms[1:]}
    chart = view.chart(answer, query) if view.chart else None
    body = await run_in_threadpool(
        render,
        view.template,
        request,
        {"answer": answer, "query": query, "twins": twins, "chart": chart}
        | {**aside, **view.frame(answer, query)},
    )
    return Response(body, media_type="text/html")


def _csv(answer: Answer[Any]) -> bytes:
    """The rows under their names."""
    stream = io.BytesIO()
    answer.write_csv(stream)
    return stream.getvalue()


def wider(path: str, limit: int, most: int, **told: object) -> str | None:
    """Where so many times more are shown of what is asked; None where no more can be."""
    return address(path, **told, limit=min(limit * _WIDER, most)) if limit < most else None


def address(path: str, **told: object) -> str:
    """An address with what is asked behind it; what is None or empty is left out."""
    pairs = [(name, value) for name, value in told.items() if value not in (None, "", ())]
    return f"{path}?{urlencode(pairs, doseq=True)}" if pairs else path
