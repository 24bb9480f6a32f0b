"""`memcon serve`: the desk in a browser, on this machine alone."""

from __future__ import annotations

import socket
import sys
from typing import TYPE_CHECKING

import click

from memcon.cli.desks import Place, at_desk, given_key, make_if_missing
from memcon.errors import MemconError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date

    from memcon.brief.explanation import Explained
    from memcon.record.contract import Record
    from memcon.web.reading import Familiar, Refusal

_HOST = "127.0.0.1"
_MINUTE = 60.0


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
    clerk = Clerk(place.desk, key, lock_after * _MINUTE)
    with _listening(port) as listener:
        address = f"http://{_HOST}:{listener.getsockname()[1]}/?{TOKEN}={session.token}"
        click.echo(address)
        sys.stdout.flush()
        click.echo(f"memcon: serving {place.desk}; Ctrl-C ends it", err=True)
        if not no_browser and sys.stdout.isatty():
            click.launch(address)
        # No log of addresses: they say what somebody asked for.
        settings = uvicorn.Config(
            create_app(clerk, _Reading(), session),
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,
        )
        uvicorn.Server(settings).run(sockets=[listener])


class _Reading:
    """The reading side, as the web asks for it; models are loaded when first needed."""

    def __init__(self) -> None:
        from memcon.reading import Reader

        self._reader = Reader()

    def read(
        self, name: str, content: bytes, published: date | None, known: Collection[str]
    ) -> Iterator[Record | Familiar | Refusal]:
        """What the pages in a file say, one after another."""
        raise NotImplementedError

    def explain(self, record: Record, ident: str) -> Explained | None:
        """Why a finding is in a record as it was read; None if this version did not read it."""
        from memcon.cli.explanation import told
        from memcon.codes.countries import Countries

        if record.made_by != self._reader.made_by:
            return None
        return told(record, self._reader.explain(record, ident), Countries.load())


def _listening(port: int) -> socket.socket:
    """A socket on the loopback address; MemconError if the port is taken."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((_HOST, port))
        listener.listen()
    except OSError as error:
        listener.close()
        reason = (error.strerror or str(error)).lower()
        raise MemconError(f"port {port}: {reason}; take another with --port") from error
    return listener
