"""A courier: a real server on this machine that offers a feed with ETag and Last-Modified."""

import threading
from collections.abc import Generator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

MODIFIED = "Thu, 20 May 2021 08:00:00 GMT"


class Courier(ThreadingHTTPServer):
    """Serves what stands in `pages` by path; `asked` are the paths and conditions of requests."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.pages: dict[str, tuple[str, str]] = {}
        self.asked: list[tuple[str, str | None, str | None]] = []
        self.has_dates = True

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


@contextmanager
def courier() -> Generator[Courier]:
    """A courier at work."""
    with Courier() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def feed(*entries: tuple[str, str, str]) -> str:
    """An Atom feed of (address, title, text)."""
    told = "".join(
        f"<entry><id>{url}</id><title>{title}</title><link href='{url}'/>"
        f"<updated>2021-05-20T08:00:00Z</updated><content type='text'>{text}</content></entry>"
        for url, title, text in entries
    )
    return (
        "<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><id>urn:feed</id>"
        f"<title>Potomac Ledger</title><updated>2021-05-20T08:00:00Z</updated>{told}</feed>"
    )


class _Handler(BaseHTTPRequestHandler):
    server: Courier

    def do_GET(self) -> None:
        known = (self.headers["If-None-Match"], self.headers["If-Modified-Since"])
        self.server.asked.append((self.path, *known))
        if self.path not in self.server.pages:
            self._answer(404, b"no such page", "text/plain")
            return
        kind, content = self.server.pages[self.path]
        tag = f'"{len(content)}"'
        if tag in (known[0] or "") and known[1] == MODIFIED:
            self._answer(304, b"", kind)
            return
        stamps = {"ETag": tag, "Last-Modified": MODIFIED} if self.server.has_dates else {}
        self._answer(200, content.encode(), kind, **stamps)

    def _answer(self, status: int, body: bytes, kind: str, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, **headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass
