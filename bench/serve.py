"""Serve: a desk of 100,000 articles in the browser: how long its views take, how large they are.

    PYTHONPATH=tests python bench/serve.py --desk FILE [VIEW …]

A copy of the desk is served by `memcon serve`; of each view as many addresses as
addresses.py draws are asked for, one after another, on a connection that stays open: the page and
its JSON. The time is the client's, to the last byte; "work" is how long the server's threads had a
processor for it, which other programs on the machine lengthen little (Linux tells it). Then this
machine's Chromium opens the first address of each view, each time as if it had never been here: the
first paint of content is the median of five, and what was transferred is all that had to be, Vega
and style sheet too. A star marks what is above its mark.
"""

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from statistics import median, quantiles
from typing import Any
from urllib.parse import urlsplit

import psutil
from playwright.sync_api import Browser, sync_playwright

from addresses import ADDRESSES, Stock
from browsing import base, chromium, launch, serving, shut_exit
from measurement import Measurement
from memcon.desk.desk import Desk
from memcon.web.app import VIEWS

# What is asked of every view: milliseconds of the server at the median and at the 95th percentile,
# milliseconds until something is painted, kilobytes of a first view.
MEDIAN_MS, SLOW_MS, PAINT_MS, FIRST_KB = 200, 500, 1000, 400
ROUNDS = 5
_THOUSAND, _MILLION = 1000, 1_000_000
_ASKED = (("relation", "USA", "CHN"), ("search", "nuclear"), ("prospects", "ISR", "PSE"))
_HEAD = (
    "                               page: ms              work: ms         kB"
    "  JSON: ms           kB  browser\n"
    "view                            first median   95 %  median   95 %   most"
    " median   95 %   most   paint     kB"
)
_PAINTED = """new Promise(resolve => new PerformanceObserver(list => {
    for (const one of list.getEntriesByName("first-contentful-paint")) resolve(one.startTime);
}).observe({type: "paint", buffered: true}))"""


@dataclass(frozen=True, slots=True)
class Answers:
    """Of one view in one form: milliseconds until each answer was there, milliseconds that it took
    the processor, and its kilobytes, compressed."""

    times: Sequence[float]
    work: Sequence[float]
    sizes: Sequence[float]


@dataclass(frozen=True, slots=True)
class Sight:
    """What a browser sees of a view: milliseconds to the first paint, kilobytes transferred."""

    painted: float
    transferred: float


class Visitor:
    """Who asks the server, on one connection."""

    def __init__(self, first: str) -> None:
        parts = urlsplit(first)
        self._connection = HTTPConnection(parts.hostname or "", parts.port)
        self._connection.request("GET", f"{parts.path}?{parts.query}")
        answer = self._connection.getresponse()
        answer.read()
        self._headers = {
            "Cookie": (answer.getheader("Set-Cookie") or "").partition(";")[0],
            "Accept-Encoding": "gzip",
        }
        # Its only child, as it has started just now.
        (server,) = psutil.Process().children()
        self._threads = Path(f"/proc/{server.pid}/task")

    def ask(self, addresses: Sequence[str]) -> Answers:
        """Go to one after another."""
        times, work, sizes = [], [], []
        for address in addresses:
            before, start = self._work(), time.perf_counter()
            self._connection.request("GET", address, headers=self._headers)
            answer = self._connection.getresponse()
            body = answer.read()
            times.append(_THOUSAND * (time.perf_counter() - start))
            work.append((self._work() - before) / _MILLION)
            sizes.append(len(body) / _THOUSAND)
            if answer.status != 200:
                print(f"{address}: {answer.status}", file=sys.stderr)
        return Answers(times, work, sizes)

    def _work(self) -> int:
        """Nanoseconds for which any thread of the server had a processor."""
        return sum(int(told.read_text().split()[0]) for told in self._threads.glob("*/schedstat"))


def twin(address: str) -> str:
    """The JSON of a page."""
    path, mark, told = address.partition("?")
    return f"{path}.json{mark}{told}"


@contextmanager
def served(desk: Path) -> Iterator[tuple[str, Stock]]:
    """The first address of a copy on which some questions are watched, and what can be asked."""
    with tempfile.TemporaryDirectory(dir=desk.parent) as folder:
        copy = Path(shutil.copy(desk, folder))
        with Desk(copy) as opened:
            for question in _ASKED:
                opened.watch(" ".join(question), question)
            stock = Stock.of(opened)
        with serving(copy) as address:
            yield address, stock


def seen(browser: Browser, first: str, address: str) -> Sight:
    """What a browser sees that was never here: the paint is the median of several rounds."""
    rounds = [_look(browser, first, address) for _ in range(ROUNDS)]
    return Sight(median(one.painted for one in rounds), rounds[0].transferred)


def _look(browser: Browser, first: str, address: str) -> Sight:
    with browser.new_context() as context:
        context.request.get(first, max_redirects=0).dispose()
        page = context.new_page()
        session = context.new_cdp_session(page)
        sizes: list[float] = []

        def note(told: dict[str, Any]) -> None:
            sizes.append(told["encodedDataLength"])

        session.on("Network.loadingFinished", note)
        session.send("Network.enable")
        page.goto(base(first) + address, wait_until="networkidle")
        return Sight(page.evaluate(_PAINTED), sum(sizes) / _THOUSAND)


def sights(first: str, addresses: Mapping[str, str]) -> Iterator[tuple[str, Sight]]:
    """What a browser sees of each view; nothing where this machine has no Chromium."""
    executable = chromium()
    if executable is None:
        print("no first paint: there is no Chromium on this machine", file=sys.stderr)
        return
    with shut_exit() as way_out, sync_playwright() as playwright:
        browser = launch(playwright, executable, way_out)
        for view, address in addresses.items():
            yield view, seen(browser, first, address)
        browser.close()


def measured(desk: Path, views: Sequence[str]) -> Measurement:
    """The views of these paths."""
    with served(desk) as (first, stock):
        visitor = Visitor(first)
        addresses = {view: list(ADDRESSES[view](stock)) for view in views}
        pages = {view: visitor.ask(asked) for view, asked in addresses.items()}
        twins = {view: visitor.ask([*map(twin, asked)]) for view, asked in addresses.items()}
        looks = dict(sights(first, {view: asked[0] for view, asked in addresses.items()}))
    figures = {
        "median_ms": max(median(page.times) for page in pages.values()),
        "slow_ms": max(_slow(page.times) for page in pages.values()),
        "paint_ms": max((look.painted for look in looks.values()), default=0),
        "first_kb": max((look.transferred for look in looks.values()), default=0),
    }
    lines = [_HEAD, *(_line(view, pages[view], twins[view], looks.get(view)) for view in views)]
    return Measurement("serve", "\n".join(lines), figures)


def _line(view: str, page: Answers, told: Answers, look: Sight | None) -> str:
    """A view in the table; a figure that is above its mark has a star."""
    saw = (_figure(look.painted, PAINT_MS), _figure(look.transferred, FIRST_KB)) if look else ()
    figures = (
        f"{page.times[0]:6.0f} ",
        _figure(median(page.times), MEDIAN_MS),
        _figure(_slow(page.times), SLOW_MS),
        f" {median(page.work):6.0f} {_slow(page.work):6.0f} {max(page.sizes):6.0f} ",
        _figure(median(told.times), MEDIAN_MS),
        _figure(_slow(told.times), SLOW_MS),
        f"{max(told.sizes):6.0f}  ",
        *saw,
    )
    return f"{view:31}{''.join(figures)}".rstrip()


def _slow(times: Sequence[float]) -> float:
    """The 95th percentile."""
    return quantiles(times, n=20, method="inclusive")[-1]


def _figure(value: float, mark: float) -> str:
    return f"{value:6.0f}{'*' if value > mark else ' '}"


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("views", nargs="*", metavar="VIEW", help='as in "/relation/{a}/{b}"')
    parser.add_argument("--desk", type=Path, required=True)
    given = parser.parse_args()
    known = [view.path for view in VIEWS]
    if unknown := sorted(set(given.views) - set(known)):
        parser.error(f"no view stands at {', '.join(unknown)}")
    print(measured(given.desk, given.views or known).table)


if __name__ == "__main__":
    main()
