"""A desk that is served, and a Chromium that is kept on this machine."""

import os
import re
import shutil
import socketserver
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Playwright

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# How a page is looked at, as Playwright's contexts are told.
LOOKS: Mapping[str, Mapping[str, Any]] = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "phone": {
        "viewport": {"width": 390, "height": 844},
        "device_scale_factor": 2,
        "has_touch": True,
        "is_mobile": True,
    },
    "unscripted": {"java_script_enabled": False},
}
_STANDARD = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
_SECONDS = 20
_TRIES, _PAUSE_MS = 200, 50
# Whom Chromium asks of its own accord, for updates and the like, whatever page it shows.
_ITS_MAKERS = re.compile(r"(^|\.)(google|googleapis|gstatic|gvt1)\.com$")


def chromium() -> str | None:
    """Where this machine has a Chromium, if it has one."""
    return next(filter(None, map(shutil.which, CHROMIUMS)), None)


@contextmanager
def serving(desk: Path, *options: str) -> Iterator[str]:
    """`memcon serve` in a process of its own; its first address, token and all."""
    command = [Path(sys.executable).with_name("memcon"), "serve", "--desk", desk]
    process = subprocess.Popen(
        [*command, "--port", "0", "--no-browser", *options],
        stdout=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        text=True,
    )
    with process:
        assert process.stdout
        address = process.stdout.readline().strip()
        assert address.startswith("http://127.0.0.1:"), f"memcon serve said: {address!r}"
        try:
            yield address
        finally:
            process.terminate()
            try:
                process.wait(_SECONDS)
            finally:
                process.kill()


def base(address: str) -> str:
    """What all addresses of a server begin with: "http://127.0.0.1:8747"."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


class Exit(socketserver.ThreadingTCPServer):
    """The only way out of the browser, and it is shut: a proxy that notes which hosts are tried."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Knock)
        self.tried: list[str] = []

    @property
    def address(self) -> str:
        """What the browser is told of it."""
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Knock(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        """ "CONNECT example.org:443 HTTP/1.1" or "GET http://example.org/ HTTP/1.1"."""
        assert isinstance(self.server, Exit)
        _, target, _ = self.rfile.readline(100_000).decode("latin-1").split()
        host = urlsplit(target if "://" in target else f"//{target}").hostname or target
        if not _ITS_MAKERS.search(host):
            self.server.tried.append(host)
        self.wfile.write(b"HTTP/1.1 502 Shut\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")


@contextmanager
def shut_exit() -> Iterator[Exit]:
    """An exit that notes what is tried, from now on."""
    with Exit() as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def launch(playwright: Playwright, executable: str, way_out: Exit) -> Browser:
    """A Chromium that reaches loopback directly and all else through the exit alone."""
    return playwright.chromium.launch(
        executable_path=executable,
        args=[
            f"--proxy-server={way_out.address}",
            # Names are not looked up either, and no packet goes around the proxy.
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
            # The sandbox needs a user who is not root.
            *(["--no-sandbox"] if os.geteuid() == 0 else []),
        ],
    )


def is_here(url: str) -> bool:
    """Whether a request for it stays on this machine."""
    parts = urlsplit(url)
    return parts.scheme in ("data", "blob", "about") or parts.hostname == "127.0.0.1"


def await_so(page: Page, is_so: Callable[[], bool]) -> None:
    """Wait until something is so of a page; its policy forbids that the browser itself is told how
    to find out (`wait_for_function`)."""
    for _ in range(_TRIES):
        if is_so():
            return
        page.wait_for_timeout(_PAUSE_MS)
    raise AssertionError(f"not so after {_TRIES * _PAUSE_MS / 1000:.0f} seconds")


def violations(page: Page) -> list[str]:
    """What of WCAG 2.2 AA a page falls short of: "color-contrast: .chip.warn"."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": [*_STANDARD]}})
    return [
        f"{violation['id']}: {' '.join(map(str, node['target']))}"
        for violation in found.response["violations"]
        for node in violation["nodes"]
    ]
