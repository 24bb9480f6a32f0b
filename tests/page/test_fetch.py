"""Pages from the network: within limits, from public addresses only, asked of what was checked."""

import contextlib
import ipaddress
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest

from memcon.errors import PageError
from memcon.page import fetch as fetching
from memcon.page.fetch import fetch, is_public

PAGE = "<html><h1>Ministers meet</h1><p>Příjezd ministrů.</p></html>"


class Server(BaseHTTPRequestHandler):
    """Answers of every kind; remembers the Host it was asked for."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        if self.path.startswith("/to?"):
            self.answer(302, b"", Location=self.path[4:])
        elif self.path == "/unchanged":
            self.answer(304, b"")
        elif self.path == "/missing":
            self.answer(404, b"no")
        elif self.path == "/film":
            self.answer(200, b"x", **{"Content-Type": "video/mp4"})
        elif self.path == "/large":
            self.large()
        elif self.path == "/host":
            self.answer(200, str(self.headers["Host"]).encode(), **{"Content-Type": "text/plain"})
        else:
            kind = "text/html; charset=windows-1250"
            self.answer(200, PAGE.encode("windows-1250"), **{"Content-Type": kind})

    def answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for key, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(key, value)
        self.end_headers()
        self.wfile.write(body)

    def large(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        with contextlib.suppress(OSError):
            for _ in range(1_000):
                self.wfile.write(b"x" * 1_000)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"http://127.0.0.1:{httpd.server_port}"
    httpd.shutdown()
    thread.join()
    httpd.server_close()


def anything(address: object) -> bool:
    return True


def test_a_page_comes_with_its_charset(server):
    answer = fetch(f"{server}/story", is_allowed=anything)
    assert answer.content.decode(answer.charset) == PAGE
    assert answer.url == f"{server}/story"


def test_redirects_are_followed(server):
    answer = fetch(f"{server}/to?/to?{server}/story", is_allowed=anything)
    assert answer.url == f"{server}/story"


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/missing", "answered 404"),
        ("/unchanged", "answered 304"),
        ("/film", "video/mp4, not a page of text"),
        ("/to?/to?/to?/to?/to?/to?/to?/story", "redirects more than"),
        ("/to?file:///etc/passwd", "no http or https address"),
        ("/to?ftp://127.0.0.1/", "no http or https address"),
        ("/to?http://", "redirects more than"),
        ("/to?http://[bad", "no host is called"),
    ],
)
def test_what_is_no_page_is_refused_in_one_line(server, path, reason):
    with pytest.raises(PageError, match=reason) as error:
        fetch(server + path, is_allowed=anything)
    assert error.value.page == server + path
    assert "\n" not in str(error.value)


def test_more_than_the_limit_is_not_read(server, monkeypatch):
    monkeypatch.setattr(fetching, "LARGEST_ANSWER", 100_000)
    with pytest.raises(PageError, match="larger than"):
        fetch(f"{server}/large", is_allowed=anything)


def test_more_time_than_the_limit_is_not_given(server, monkeypatch):
    monkeypatch.setattr(fetching, "DEADLINE_SECONDS", -1.0)
    with pytest.raises(PageError, match="took longer"):
        fetch(f"{server}/story", is_allowed=anything)


def test_a_private_address_is_not_asked(server):
    with pytest.raises(PageError, match=r"127\.0\.0\.1 is no public address"):
        fetch(f"{server}/story")


def test_a_redirect_to_a_private_address_is_not_followed(server):
    """The first host counts as public, the one that it sends to does not."""
    target = server.replace("127.0.0.1", "127.0.0.2")
    with pytest.raises(PageError, match=r"sends to .*127\.0\.0\.2 is no public address"):
        fetch(f"{server}/to?{target}/story", is_allowed=lambda a: str(a) == "127.0.0.1")


def test_one_private_address_among_public_ones_is_enough_to_refuse(server, monkeypatch):
    def resolve(host, port, **options):
        return [(2, 1, 6, "", (address, port)) for address in ("93.184.216.34", "10.0.0.1")]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    with pytest.raises(PageError, match=r"10\.0\.0\.1 is no public address"):
        fetch("http://news.example/story")


def test_the_address_that_was_checked_is_the_one_that_is_asked(server, monkeypatch):
    """A name that stands for another address the next time gains nothing by it."""
    port = httpx.URL(server).port
    real, answers = socket.getaddrinfo, iter(["127.0.0.1", "127.0.0.99"])

    def resolve(host, asked_port, *args, **options):
        if host == "news.example":
            return [(2, 1, 6, "", (next(answers), asked_port))]
        return real(host, asked_port, *args, **options)

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    answer = fetch(f"http://news.example:{port}/host", is_allowed=lambda a: str(a) == "127.0.0.1")
    assert answer.content.decode() == f"news.example:{port}"
    assert next(answers) == "127.0.0.99"


def test_an_unknown_host_is_one_line():
    with pytest.raises(PageError, match="no host is called"):
        fetch("http://no-such-host.invalid/story")


def test_a_silent_port_is_one_line():
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    with pytest.raises(PageError, match="could not be fetched"):
        fetch(f"http://127.0.0.1:{port}/", is_allowed=anything)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1", False),
        ("fc00::1", False),
        ("ff02::1", False),
        ("ff0e::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:93.184.216.34", True),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_only_addresses_of_the_open_internet_are_public(address, public):
    assert is_public(ipaddress.ip_address(address)) == public
