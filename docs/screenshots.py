"""Draws docs/images/web/*.webp: the pages of the desk in the browser, by day and by night.

make screenshots

They show the story that `make demo` puts on a desk, in this machine's Chromium.
"""

import base64
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import BrowserContext, Page, sync_playwright

from browsing import LOOKS, chromium, launch, serving, shut_exit

TARGET = Path("docs/images/web")
SHOWN = ("light", "dark")
SIZE = {"width": 1200, "height": 800}
# What a reader of the docs need not wait for.
MOST_BYTES = 150_000
QUALITIES = (85, 70, 55, 40)
# Each address, and what is chosen there, one after another, before the picture is taken.
PAGES: Mapping[str, tuple[str, ...]] = {
    "overview": ("/overview",),
    "relation": ("/relation/USA/RUS?since=2021-04-01&as_of=2021-06-20&by=week",),
    "happening": (
        "/timeline?party=USA&party=RUS&type=CONSULT&since=2021-06-16&until=2021-06-16",
        "main a[href^='/happening/']",
    ),
    "article": (
        "/timeline?party=USA&party=RUS&type=CONSULT&since=2021-05-19&until=2021-05-19",
        "main a[href^='/article/']",
    ),
    "actor": ("/actor/Sergei%20Lavrov",),
    "issue": ("/issues", "main a[href^='/issue/']"),
    "timeline": ("/timeline?party=USA&party=RUS",),
    "prospects": ("/prospects?as_of=2021-06-01",),
    "discrepancies": ("/discrepancies",),
    "said": ("/said",),
    "search": ("/search?words=summit",),
    "map": ("/map",),
    "network": ("/network",),
    "add": ("/add",),
    "export": ("/export",),
}


def main(desk: str, *names: str) -> None:
    """Draw every page of a desk, or those of these names."""
    executable = chromium()
    if executable is None:
        raise SystemExit("no Chromium on this machine")
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copy(desk, folder))
        with serving(copy) as address, shut_exit() as way_out, sync_playwright() as playwright:
            browser = launch(playwright, executable, way_out)
            for look in SHOWN:
                with browser.new_context(viewport=SIZE, **LOOKS[look]) as context:
                    for name, picture in _pictures(context, address, names or tuple(PAGES)):
                        (TARGET / f"{name}-{look}.webp").write_bytes(picture)
            browser.close()


def _pictures(
    context: BrowserContext, address: str, names: tuple[str, ...]
) -> Iterator[tuple[str, bytes]]:
    """The name of each page, and what it looks like; a browser that is let in once stays so."""
    page = context.new_page()
    page.goto(address)
    for name in names:
        place, *choices = PAGES[name]
        _go(page, urljoin(address, place))
        for choice in choices:
            link = page.locator(choice).first.get_attribute("href", timeout=5_000)
            _go(page, urljoin(address, link))
        yield name, _picture(page)


def _go(page: Page, address: str) -> None:
    """Open it and wait until its charts are drawn."""
    answer = page.goto(address)
    if answer is None or not answer.ok:
        raise SystemExit(f"{urlsplit(address).path}: {answer and answer.status}")
    if page.locator("figure.chart").count():
        page.locator("html[data-drawn]").wait_for()


def _picture(page: Page) -> bytes:
    """The window as WebP, as well as fits."""
    session = page.context.new_cdp_session(page)
    for quality in QUALITIES:
        told = session.send("Page.captureScreenshot", {"format": "webp", "quality": quality})
        picture = base64.b64decode(told["data"])
        if len(picture) <= MOST_BYTES:
            break
    else:
        raise SystemExit(f"{page.url}: too much for a picture")
    session.detach()
    return picture


if __name__ == "__main__":
    main(*sys.argv[1:])
