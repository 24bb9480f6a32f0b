"""Guard: nobody but the user's own browser may ask, and no page may do anything but show itself.

The first address carries a token; the browser gets a cookie for it. A page of the web that is open
in the same browser is kept out: the Host must be loopback (against names bound anew to it), a form
must come from here (Origin, and a field that only our pages know), and the cookie goes with no
request from elsewhere; pages of this machine's other ports, with which it does go, may lead here
but fetch nothing (Sec-Fetch-Site). What an article says cannot run: scripts come from this server's
files only.
"""

import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from secrets import token_urlsafe
from urllib.parse import quote, unquote, urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders, QueryParams
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

TOKEN = "token"
# Longer than any that a page of ours makes; what is asked for is never longer than its address.
LONGEST_ADDRESS = 8_000
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_READING = ("GET", "HEAD")
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # With no-referrer a browser would not tell where a form comes from.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
# What is on the desk is not to be kept by the browser.
_UNKEPT = "no-store"


@dataclass(frozen=True, slots=True)
class Session:
    """The secrets of one run of the server: of the first address, the cookie, and our own forms.

    `once` is a token, too, but good for one use: what starts a browser can be read in the list of
    processes by whoever else uses the machine.
    """

    token: str
    once: str
    cookie: str
    csrf: str

    @classmethod
    def new(cls) -> "Session":
        """Secrets that nobody can guess."""
        return cls(*(token_urlsafe(32) for _ in range(4)))


def is_ours(session: Session, proof: str) -> bool:
    """Whether a form carries what only our pages know."""
    return _same(proof, session.csrf)


class Guard:
    """Lets through what may ask, and puts on every answer what it may do."""

    def __init__(self, app: ASGIApp, session: Session) -> None:
        self._app = app
        self._session = session
        self._is_once_used = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer in the application's place where it must not be asked."""
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
            return
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refusal = self._refusal(scope)

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.setdefault("Cache-Control", _UNKEPT)
                for name, value in _HEADERS.items():
                    headers[name] = value
            await send(message)

        await (refusal or self._app)(scope, receive, guarded)

    def _refusal(self, scope: Scope) -> Response | None:
        """What is answered instead, or None if all is well."""
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if _name(host) not in _LOOPBACK:
            return _refused(400, "memcon answers on this machine only, by its loopback address.")
        if len(scope["path"]) + len(scope["query_string"]) > LONGEST_ADDRESS:
            return _refused(414, "This address is too long.")
        is_reading = scope["method"] in _READING
        if not is_reading and headers.get("origin") != f"http://{host}":
            return _refused(403, "This form does not come from memcon.")
        told = QueryParams(scope["query_string"])
        if is_reading and TOKEN in told:
            return self._admission(scope, headers, told)
        return self._exclusion(headers)

    def _exclusion(self, headers: Headers) -> Response | None:
        """None for who has the cookie, and is a page of ours or somebody who comes to one."""
        name = _cookie_name(headers)
        if not any(_same(kept, self._session.cookie) for kept in _cookies(headers, name)):
            return _refused(403, "Open the address that `memcon serve` has printed.")
        is_from_elsewhere = headers.get("sec-fetch-site", "none") not in ("same-origin", "none")
        if is_from_elsewhere and headers.get("sec-fetch-mode") != "navigate":
            return _refused(403, "Only pages of memcon may fetch this.")
        return None

    def _admission(self, scope: Scope, headers: Headers, told: QueryParams) -> Response | None:
        """Who brings the token gets the cookie; who has that goes on without another token, too.

        Either way no address with a token stays in the browser's history.
        """
        is_right = self._admits(told.get(TOKEN, ""))
        if not is_right and (exclusion := self._exclusion(headers)):
            return exclusion
        rest = urlencode([(key, value) for key, value in told.multi_items() if key != TOKEN])
        asked = scope["raw_path"].decode("latin-1")
        parts = (quote(unquote(part), safe="") for part in asked.lstrip("/").split("/"))
        # Slashes at the head would name another host.
        path = f"/{'/'.join(parts)}"
        answer = RedirectResponse(f"{path}{f'?{rest}' if rest else ''}", 303)
        if is_right:
            answer.set_cookie(
                _cookie_name(headers), self._session.cookie, httponly=True, samesite="strict"
            )
        return answer

    def _admits(self, token: str) -> bool:
        """Whether a token is right; the one that is good once is so no more after that."""
        if not self._is_once_used and _same(token, self._session.once):
            self._is_once_used = True
            return True
        return _same(token, self._session.token)


def _cookie_name(headers: Headers) -> str:
    """Cookies are the same for all ports of a host, but each port may be another desk."""
    host = headers.get("host", "")
    return f"memcon-{urlsplit(f'//{host}').port or 80}"


def _cookies(headers: Headers, name: str) -> Iterator[str]:
    """The values of all cookies of this name; others' may be of any shape."""
    for part in headers.get("cookie", "").split(";"):
        known, _, value = part.strip().partition("=")
        if known == name:
            yield value


def _name(host: str) -> str | None:
    """The name in a Host header; None if there is none."""
    try:
        parts = urlsplit(f"//{host}")
        _ = parts.port
    except ValueError:
        return None
    return parts.hostname if parts.netloc == host and "@" not in host else None


def _same(given: str, secret: str) -> bool:
    """Whether they are, in a time that does not tell how far."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), secret.encode())


def _refused(status: int, reason: str) -> Response:
    return PlainTextResponse(f"{reason}\n", status)
