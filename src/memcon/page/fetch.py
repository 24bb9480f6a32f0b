"""Fetch: a URL -> Page, only when asked, within limits of size, time and address."""

import ipaddress
import socket
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import httpx

from memcon.errors import PageError

LARGEST_ANSWER = 20_000_000
MOST_REDIRECTS = 5
TIMEOUT_SECONDS = 15.0
DEADLINE_SECONDS = 60.0

_READABLE = ("text/", "application/xhtml", "application/xml", "application/rss", "application/atom")
_UNCHANGED = 304
_REDIRECTS = (301, 302, 303, 307, 308)
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True)
class Stamp:
    """By what a server tells one version of a page from the next: ETag and Last-Modified, as sent.

    Both are None where the server sent none, or nothing was fetched yet.
    """

    etag: str | None = None
    modified: str | None = None

    @property
    def headers(self) -> dict[str, str]:
        """What asks for the page only if its version is another (RFC 9110, section 13.1)."""
        asked = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in asked.items() if value}


_NEW = Stamp()


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server sent: the address it came from in the end, and its bytes undecoded."""

    url: str
    content: bytes
    charset: str | None
    stamp: Stamp = _NEW


def fetch(url: str, *, is_allowed: "Callable[[Address], bool] | None" = None) -> Answer:
    """What stands at `url`; PageError if it is not to be had, or not to be asked for.

    Every address that a host's name stands for must be public, at each redirect anew, and the
    connection is made to an address that was checked, whatever the name stands for by then.
    """
    answer = fetch_if_changed(url, _NEW, is_allowed=is_allowed)
    if answer is None:
        raise PageError(url, "answered 304 Not Modified, though nothing was known of it")
    return answer


def fetch_if_changed(
    url: str, stamp: Stamp, *, is_allowed: "Callable[[Address], bool] | None" = None
) -> Answer | None:
    """The same; None where the server says that it is still what it had under that stamp."""
    allowed = is_allowed or is_public
    deadline = time.monotonic() + DEADLINE_SECONDS
    here = url
    with httpx.Client(trust_env=False, timeout=TIMEOUT_SECONDS, follow_redirects=False) as client:
        for _ in range(MOST_REDIRECTS + 1):
            try:
                answer = _ask(client, url, here, stamp, allowed, deadline)
            except httpx.InvalidURL as error:
                raise PageError(url, f"is no valid address: {error}") from error
            except httpx.HTTPError as error:
                raise PageError(url, f"could not be fetched: {_reason(error)}") from error
            if not isinstance(answer, str):
                return answer
            here = answer
    raise PageError(url, f"redirects more than {MOST_REDIRECTS} times")


def is_public(address: Address) -> bool:
    """Whether an address is one of the open internet, also where it wraps an older one."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if address in _TRANSLATED:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if address.teredo:
            inner = address.teredo[1]
        if inner is not None:
            return is_public(inner)
    return address.is_global and not address.is_multicast


def _ask(
    client: httpx.Client,
    first: str,
    here: str,
    stamp: Stamp,
    is_allowed: Callable[[Address], bool],
    deadline: float,
) -> Answer | str | None:
    """One request: the answer, where it sends us, or None where nothing has changed."""
    url = httpx.URL(here)
    if url.scheme not in ("http", "https") or not url.host:
        raise PageError(first, f"{here} is no http or https address")
    address = _checked_address(first, url, is_allowed)
    request = client.build_request(
        "GET",
        url.copy_with(host=address, username=None, password=None),
        headers={
            "Host": url.netloc.decode("ascii"),
            "User-Agent": "memcon",
            **stamp.headers,
        },
        extensions={"sni_hostname": url.raw_host.decode("ascii")},
    )
    answer = client.send(request, stream=True)
    try:
        if answer.status_code in _REDIRECTS and "location" in answer.headers:
            return str(url.join(answer.headers["location"]))
        if answer.status_code == _UNCHANGED:
            return None
        _check(first, answer)
        content = b"".join(_pieces(first, answer, deadline))
        sent = Stamp(answer.headers.get("etag"), answer.headers.get("last-modified"))
        return Answer(url=here, content=content, charset=answer.charset_encoding, stamp=sent)
    finally:
        answer.close()


def _checked_address(first: str, url: httpx.URL, is_allowed: Callable[[Address], bool]) -> str:
    """An address of the host, all of whose addresses are allowed."""
    port = url.port or (443 if url.scheme == "https" else 80)
    try:
        found = socket.getaddrinfo(url.host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise PageError(first, f"no host is called {url.host}") from error
    addresses = [str(entry[4][0]).split("%")[0] for entry in found]
    for address in addresses:
        if not is_allowed(ipaddress.ip_address(address)):
            sent = "" if first == str(url) else f"sends to {url}: "
            raise PageError(first, f"{sent}{address} is no public address")
    return addresses[0]


def _check(first: str, answer: httpx.Response) -> None:
    if answer.status_code != 200:
        raise PageError(first, f"answered {answer.status_code} {answer.reason_phrase}".rstrip())
    kind = answer.headers.get("content-type", "text/html").split(";")[0].strip().lower()
    if not kind.startswith(_READABLE):
        raise PageError(first, f"is {kind}, not a page of text")


def _pieces(first: str, answer: httpx.Response, deadline: float) -> Iterator[bytes]:
    """The body as it comes; PageError as soon as it is too much or too slow."""
    size = 0
    for piece in answer.iter_bytes():
        size += len(piece)
        if size > LARGEST_ANSWER:
            raise PageError(first, f"is larger than {LARGEST_ANSWER // 1_000_000} MB")
        if time.monotonic() > deadline:
            raise PageError(first, f"took longer than {DEADLINE_SECONDS:.0f} seconds")
        yield piece


def _reason(error: httpx.HTTPError) -> str:
    return str(error) or type(error).__name__
