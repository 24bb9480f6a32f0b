"""Body: what a request brings, held in memory alone and never more than is allowed."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.formparsers import FormParser, MultiPartException, MultiPartParser
from starlette.requests import Request

from memcon.web.guard import is_ours
from memcon.web.room import Room

CSRF = "csrf"
# What people type; a form with files may be as large as it says itself.
LARGEST_FORM = 2_000_000
_MOST_FIELDS = 200
_MB = 1_000_000


class TooLargeError(HTTPException):
    """More than is allowed."""

    def __init__(self, most: int) -> None:
        self.most_words = f"{most // _MB} MB"
        super().__init__(413, f"This is larger than {self.most_words}.")


async def body_of(request: Request, most: int) -> bytes:
    """The whole body; TooLargeError before it is read, where its length is told, or while it is."""
    return b"".join([chunk async for chunk in _within(request, most)])


@asynccontextmanager
async def form_of(
    request: Request, most: int = LARGEST_FORM, max_files: int = 0
) -> AsyncGenerator[FormData, None]:
    """The fields and files of a form that is ours, without the proof that it is.

    400 if it cannot be read, 403 if it is not ours, TooLargeError.
    """
    form = await _parsed(request, most, max_files)
    try:
        proven(request, str(form.get(CSRF, "")))
        yield FormData([(name, value) for name, value in form.multi_items() if name != CSRF])
    finally:
        await form.close()


async def _parsed(request: Request, most: int, max_files: int) -> FormData:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    try:
        if kind == "multipart/form-data":
            return await _Unspooled(
                request.headers,
                _within(request, most),
                max_files=max_files,
                max_fields=_MOST_FIELDS,
                max_part_size=most,
            ).parse()
        return await FormParser(
            request.headers,
            _within(request, most),
            max_fields=_MOST_FIELDS,
            max_part_size=most,
        ).parse()
    except MultiPartException as error:
        raise HTTPException(400, "This form cannot be read.") from error


def proven(request: Request, proof: str) -> None:
    """403 if this does not prove that a page of ours sends it."""
    if not is_ours(Room.of(request).session, proof):
        raise HTTPException(403, "This form does not come from memcon, or is of an earlier run.")


class _Unspooled(MultiPartParser):
    """Keeps files in memory: an upload must not reach the disk, where nothing encrypts it."""

    # A body is never so large.
    spool_max_size = 1 << 40


async def _within(request: Request, most: int) -> AsyncGenerator[bytes, None]:
    """The body's chunks, as long as they are not too many."""
    told = request.headers.get("content-length", "")
    if told.isdecimal() and int(told) > most:
        raise TooLargeError(most)
    size = 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > most:
            raise TooLargeError(most)
        yield chunk
