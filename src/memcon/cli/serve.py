"""`memcon serve`: the desk in a browser, on this machine alone."""

from __future__ import annotations

import socket
import sys
from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING

import click

from memcon.cli.desks import Place, at_desk, given_key, make_if_missing
from memcon.errors import MemconError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from memcon.brief.explanation import Explained
    from memcon.page.page import Page, Rejected
    from memcon.record.contract import Record
    from memcon.web.reading import Familiar, Found, Refusal, Sent

_HOST = "127.0.0.1"
_MINUTE = 60.0
_PATIENCE_SECONDS = 2


@click.command()
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8747,
    show_default=True,
    help="Where it listens, on 127.0.0.1; 0 takes a port that is free.",
)
@click.option(
    "--lock-after",
    type=click.FloatRange(min=0.1),
    default=15.0,
    show_default=True,
    metavar="MINUTES",
    help="Lock an encrypted desk when nobody has asked it for so long.",
)
@click.option("--no-browser", is_flag=True, help="Only print the address.")
@at_desk
def serve(place: Place, port: int, lock_after: float, no_browser: bool) -> None:
    """Open the desk in your browser, until Ctrl-C.

    It listens on this machine's loopback address only, and the address that it prints has a token
    that nobody else knows. An encrypted desk asks for its passphrase there.
    """
    import uvicorn

    from memcon.desk.desk import Desk
    from memcon.desk.store import is_encrypted
    from memcon.web.app import create_app
    from memcon.web.clerk import Clerk
    from memcon.web.guard import TOKEN, Session

    make_if_missing(place)
    key = given_key(place)
    if key or not is_encrypted(place.desk):
        # What is wrong with a desk is told here, and not by a server that has begun.
        Desk(place.desk, key).close()
    session = Session.new()
    clerk = Clerk(place.desk, key, lock_after * _MINUTE, lambda: given_key(place))
    with _listening(port) as listener:
        address = f"http://{_HOST}:{listener.getsockname()[1]}/?{TOKEN}="
        click.echo(f"{address}{session.token}")
        sys.stdout.flush()
        click.echo(f"memcon: serving {place.desk}; Ctrl-C ends it", err=True)
        if not no_browser and sys.stdout.isatty():
            click.launch(f"{address}{session.once}")
        # No log of addresses: they say what somebody asked for.
        settings = uvicorn.Config(
            create_app(clerk, _Reading(), session),
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            # A download that nobody takes does not keep it from ending.
            timeout_graceful_shutdown=_PATIENCE_SECONDS,
        )
        uvicorn.Server(settings).run(sockets=[listener])


class _Reading:
    """The reading side, as the web asks for it: one page at a time, whoever asks.

    The models are loaded when they are first needed.
    """

    def __init__(self) -> None:
        from memcon.reading import Reader

        self._reader = Reader()
        self._turn = Lock()

    def load(self) -> None:
        """Load the models, once."""
        with self._turn:
            _ = self._reader.models

    def read(
        self, sent: Sent, known: Collection[str]
    ) -> Iterator[Found | Record | Familiar | Refusal]:
        """How many pages a file has, and what each of them says."""
        from memcon.web.reading import Found

        pages = tuple(_pages(sent))
        yield Found(len(pages))
        for page in pages:
            yield self._read(page, known)

    def _read(
        self, page: Page | Record | Rejected, known: Collection[str]
    ) -> Record | Familiar | Refusal:
        from memcon.errors import PageError
        from memcon.page.page import Page, Rejected
        from memcon.reading import Known
        from memcon.web.reading import Familiar, Refusal

        if isinstance(page, Rejected):
            return Refusal(page.page, page.reason)
        if not isinstance(page, Page):
            return page
        try:
            with self._turn:
                result = self._reader.read_unless(page, known)
        except PageError as error:
            return Refusal(error.page, error.reason)
        return Familiar(result.page, result.article) if isinstance(result, Known) else result

    def explain(self, record: Record, ident: str) -> Explained | None:
        """Why a finding is in a record as it was read; None if this version did not read it."""
        from memcon.cli.explanation import told
        from memcon.codes.countries import Countries

        with self._turn:
            if record.made_by != self._reader.made_by:
                return None
            explanation = self._reader.explain(record, ident)
        return told(record, explanation, Countries.load())


def _pages(sent: Sent) -> Iterator[Page | Record | Rejected]:
    """What was sent page by page, with what the sender says of it; records are read already."""
    from memcon.cli.add import records_in
    from memcon.page.intake import is_record, media_type_of, pages_in
    from memcon.page.page import Page

    if sent.is_text:
        text = sent.content.decode("utf-8", "replace")
        pages = iter([Page(name=sent.name, content=text, media_type=media_type_of("", text))])
    elif is_record(sent.content.partition(b"\n")[0]):
        lines = sent.content.decode("utf-8", "replace").split("\n")
        yield from records_in(sent.name, lines)
        return
    else:
        pages = pages_in(sent.name, sent.content)
    said = {
        name: value
        for name in ("title", "publisher", "url", "published")
        if (value := getattr(sent, name)) is not None
    }
    for page in pages:
        yield replace(page, **said) if isinstance(page, Page) else page


def _listening(port: int) -> socket.socket:
    """A socket on the loopback address; MemconError if the port is taken."""
    # Without the protocol's name asyncio would not send an answer's end before its beginning is
    # acknowledged, and browsers take 40 ms for that.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((_HOST, port))
        listener.listen()
    except OSError as error:
        listener.close()
        reason = (error.strerror or str(error)).lower()
        raise MemconError(f"port {port}: {reason}; take another with --port") from error
    return listener
