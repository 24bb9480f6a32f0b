"""Add: files that are dropped or chosen, and text that is pasted, are read and put on the desk."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any

from msgspec import Meta, to_builtins
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from memcon.brief.accounts import counted
from memcon.web.answering import query_in
from memcon.web.bodies import TooLargeError, body_of, form_of, proven
from memcon.web.query import Query
from memcon.web.reading import Sent
from memcon.web.room import Room
from memcon.web.sheets import render
from memcon.web.uploads import LARGEST_FILE, FullError, Upload, Uploads

PROOF = "x-memcon-proof"
_PASTED = "Pasted text"
_MOST_FILES = 200
# A form's other fields, and what stands between its files.
_BESIDE = 500_000


class FileQuery(Query, frozen=True, kw_only=True):
    """What is said of a file: its name, and its day, if the file does not say."""

    name: Annotated[str, Meta(max_length=300)]
    published: date | None = None


class _Numbered(Query, frozen=True, kw_only=True):
    number: int | None = None


class _Said(Query, frozen=True, kw_only=True):
    """What a form says beside its files: a text, and what is known of it."""

    text: str | None = None
    title: str | None = None
    publisher: str | None = None
    url: Annotated[str, Meta(pattern=r"^https?://\S+$")] | None = None
    published: date | None = None


async def _show(request: Request) -> Response:
    """The forms, and what has become of all that was sent; looking does not keep a desk open."""
    uploads = tuple(_uploads(request))
    told = {
        "twins": {"json": "/add.json"},
        "uploads": uploads,
        "is_under_way": any(one.is_under_way for one in uploads),
        "has_done": any(not one.is_under_way for one in uploads),
        "tally": _tally(uploads),
    }
    body = render("add.html", request, told)
    return Response(body, media_type="text/html")


def _tally(uploads: Sequence[Upload]) -> str:
    """ "2 files under way; 3 articles added, 1 known, 1 refused"."""
    under_way = sum(one.is_under_way for one in uploads)
    counts = {
        "added": sum(one.added for one in uploads),
        "known": sum(one.known for one in uploads),
        "refused": sum(one.refused for one in uploads),
    }
    told = ", ".join(f"{count:,} {words}" for words, count in counts.items() if count)
    parts = (f"{counted(under_way, 'file')} under way" if under_way else "", told)
    return "; ".join(part for part in parts if part)


async def _tell(request: Request) -> Response:
    """The same for a program."""
    told: list[Any] = [to_builtins(upload) for upload in _uploads(request)]
    return JSONResponse({"uploads": told})


async def _put(request: Request) -> Response:
    """Take one file, whose content is the whole body."""
    uploads = _uploads(request)
    proven(request, request.headers.get(PROOF, ""))
    query = query_in(FileQuery, request, request.query_params.multi_items())
    try:
        uploads.check_room(0)
        content = await body_of(request, LARGEST_FILE)
        upload = uploads.take(Sent(query.name, content, published=query.published))
    except TooLargeError as error:
        uploads.refuse(query.name, f"is larger than {error.most_words}")
        raise
    except FullError as error:
        raise _full(error) from error
    return JSONResponse({"number": upload.number}, 202)


async def _post(request: Request) -> Response:
    """Take what a form has: files, or a text."""
    uploads = _uploads(request)
    async with form_of(request, LARGEST_FILE + _BESIDE, _MOST_FILES) as form:
        fields = [(name, value) for name, value in form.multi_items() if isinstance(value, str)]
        files = await _files(form)
    said = query_in(_Said, request, fields)
    try:
        for name, content in files:
            uploads.take(Sent(name, content, published=said.published))
        if said.text:
            uploads.take(
                Sent(
                    name=said.title or _PASTED,
                    content=said.text.encode("utf-8", "replace"),
                    title=said.title,
                    publisher=said.publisher,
                    url=said.url,
                    published=said.published,
                    is_text=True,
                )
            )
    except FullError as error:
        raise _full(error) from error
    return RedirectResponse("/add", 303)


async def _files(form: FormData) -> list[tuple[str, bytes]]:
    """The files of a form; where none was chosen a browser sends one without a name."""
    files = [value for _, value in form.multi_items() if isinstance(value, UploadFile)]
    named = [(file.filename or "", await file.read()) for file in files]
    return [(name, content) for name, content in named if name]


async def _cancel(request: Request) -> Response:
    """Add no more of a file."""
    uploads, numbered = _uploads(request), await _numbered(request)
    if numbered.number is None:
        raise HTTPException(400, "number is missing")
    uploads.cancel(numbered.number)
    return RedirectResponse("/add", 303)


async def _dismiss(request: Request) -> Response:
    """Show a file no longer; without a number all of them."""
    uploads, numbered = _uploads(request), await _numbered(request)
    uploads.dismiss(numbered.number)
    return RedirectResponse("/add", 303)


async def _numbered(request: Request) -> _Numbered:
    async with form_of(request) as form:
        fields = [(name, str(value)) for name, value in form.multi_items()]
    return query_in(_Numbered, request, fields)


def _uploads(request: Request) -> Uploads:
    """All that was sent; LockedError where the desk is locked, as titles are told of it."""
    room = Room.of(request)
    room.clerk.opened()
    return room.uploads


def _full(error: FullError) -> HTTPException:
    return HTTPException(429, str(error), {"Retry-After": "1"})


ADD = (
    Route("/add.json", _tell),
    Route("/add", _show),
    Route("/add", _post, methods=["POST"]),
    Route("/add/file", _put, methods=["PUT"]),
    Route("/add/cancel", _cancel, methods=["POST"]),
    Route("/add/dismiss", _dismiss, methods=["POST"]),
)
