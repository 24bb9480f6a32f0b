"""Unforeseen: an error that nobody planned for, told plainly and without what was asked."""

import logging
from traceback import walk_tb

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_LOG = logging.getLogger(__name__)
_UNFORESEEN = (
    "This went wrong, and the fault is memcon's. What is on the desk is as it was; go back, or try"
    " again. The terminal in which `memcon serve` runs says where it went wrong.\n"
)


class Unforeseen:
    """Answers in the place of an application that fails."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Ask the application; what it cannot answer is answered with 500."""
        has_begun = False

        async def noted(message: Message) -> None:
            nonlocal has_begun
            has_begun = True
            await send(message)

        try:
            await self._app(scope, receive, noted)
        except Exception as error:  # noqa: BLE001 - whatever it is, it must not be told in full
            note(error)
            # What has begun is broken off by the server, so that nobody takes it for the whole.
            if scope["type"] == "http" and not has_begun:
                await PlainTextResponse(_UNFORESEEN, 500)(scope, receive, noted)


def note(error: Exception) -> None:
    """Note what kind of error it was and where, in the terminal in which the server runs.

    Its message is left out: it may have words that the user asked for, or that an article has.
    """
    _LOG.error("memcon: %s in %s", type(error).__name__, _place(error))


def _place(error: BaseException) -> str:
    """Where an error was, from the outside in, and where that came from which it followed."""
    frames = [
        f"{frame.f_globals.get('__name__', '?')}:{line}"
        for frame, line in walk_tb(error.__traceback__)
    ]
    cause = error.__cause__ or error.__context__
    behind = f"; after {type(cause).__name__} in {_place(cause)}" if cause else ""
    return " > ".join(frames) + behind
