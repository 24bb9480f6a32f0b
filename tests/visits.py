"""Who visits an application over a desk in its own process, as a browser would that is let in."""

import re
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from starlette.testclient import TestClient

from memcon.desk.keys import Key
from memcon.record.contract import Record
from memcon.web.app import create_app
from memcon.web.clerk import Clerk
from memcon.web.guard import TOKEN, Session
from memcon.web.reading import Familiar, Found, Refusal, Sent

HERE = "http://127.0.0.1:8747"
SESSION = Session("token-of-tests", "once-of-tests", "cookie-of-tests", "proof-of-tests")
_SECONDS = 30

Results = Iterator[Found | Record | Familiar | Refusal]


class Told:
    """A reading side that gives what a test tells it to, and knows no models."""

    def __init__(self, read: Callable[[Sent, Collection[str]], Results] | None = None) -> None:
        self._read = read

    def load(self) -> None:
        """Nothing is to be loaded."""

    def read(self, sent: Sent, known: Collection[str]) -> Results:
        """What the test says."""
        assert self._read
        return self._read(sent, known)

    def explain(self, record: Record, ident: str) -> None:
        """Nothing is explained."""


@contextmanager
def visiting(
    desk: Path,
    key: Key | None = None,
    reading: Any = None,
    idle_seconds: float = 900,
    find_key: Callable[[], Key | None] | None = None,
) -> Iterator[TestClient]:
    """A client that is let in; it sends the Origin that a browser sends, and follows nothing."""
    app = create_app(Clerk(desk, key, idle_seconds, find_key), reading or Told(), SESSION)
    with TestClient(app, HERE, headers={"Origin": HERE}, follow_redirects=False) as client:
        assert client.get(f"/?{TOKEN}={SESSION.token}").status_code == 303
        yield client


def proof(page: str) -> str:
    """The proof in a page's forms."""
    found = re.search(r'name="csrf" value="([^"]+)"', page)
    assert found
    return found[1]


def until(is_so: Callable[[], Any]) -> None:
    """Wait until something is so."""
    start = monotonic()
    while not is_so():
        assert monotonic() - start < _SECONDS
        sleep(0.02)
