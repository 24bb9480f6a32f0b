"""Draws docs/images/web/*.webp: the pages of the desk in the browser, by day and by night.

make screenshots

They show the story that `make demo` puts on a desk, in this machine's Chromium.
"""

import base64
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

from playwright.sync_api import BrowserContext, Page, sync_playwright

from browsing import LOOKS, chromium, launch, serving, shut_exit
from memcon import Desk
from memcon.story.corrections import Coding, Signature, retyped

TARGET = Path("docs/images/web")
SHOWN = ("light", "dark")
SIZE = {"width": 1200, "height": 800}
# What a reader of the docs need not wait for.
MOST_BYTES = 150_000
QUALITIES = (85, 70, 55, 40)
# The models take their time to be loaded and to explain a finding.
PATIENCE_MILLISECONDS = 120_000
# The article in which a type is set right.
CORRECTED = "0b26d69e919d"
# Each address, and the link that is followed there, before the picture is taken.
PAGES: Mapping[str, tuple[str, ...]] = {
    "overview": ("/overview",),
    "relation": ("/relation/USA/RUS?since=2021-04-01&as_of=2021-06-20&by=week",),
    "happening": ("/discrepancies?party=USA&party=RUS", "main a[href^='/happening/']"),
    "article": (
        "/timeline?party=USA&party=RUS&type=CONSULT&since=2021-05-19&until=2021-05-19",
        "main a[href^='/article/']",
    ),
    "actor": ("/actor/Lavrov",),
    "actors": ("/actors",),
    "issue": ("/issues", "main a[href^='/issue/']"),
    "issues": ("/issues",),
    "timeline": ("/timeline?party=USA&party=RUS",),
    "prospects": ("/prospects?as_of=2021-06-01",),
    "prospect": (
        "/prospects?party=USA&party=RUS&state=settled&as_of=2021-06-20",
        "main a[href^='/prospect/']",
    ),
    "discrepancies": ("/discrepancies",),
    "said": ("/said?speaker=Lavrov",),
    "search": ("/search?words=summit",),
    "map": ("/map?region=Europe",),
    "network": ("/network",),
    "watches": ("/watches",),
    "corrections": ("/corrections",),
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
        _use(copy)
        with serving(copy) as address, shut_exit() as way_out, sync_playwright() as playwright:
            browser = launch(playwright, executable, way_out)
            for look in SHOWN:
                with browser.new_context(viewport=SIZE, **LOOKS[look]) as context:
                    for name, picture in _pictures(context, address, names or tuple(PAGES)):
                        (TARGET / f"{name}-{look}.webp").write_bytes(picture)
            browser.close()


def _use(path: Path) -> None:
    """A question that is watched and a type that is set right: their pages have them to show."""
    signed = Signature("Ada", datetime.now(UTC), "he threatened nothing")
    with Desk(path) as desk:
        desk.watch("summitry", ("relation", "USA", "RUS"))
        desk.correct(retyped(desk.record(CORRECTED), "e6", Coding("ACCUSE"), signed))


def _pictures(
    context: BrowserContext, address: str, names: tuple[str, ...]
) -> Iterator[tuple[str, bytes]]:
    """The name of each page, and what it looks like; a browser that is let in once stays so."""
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MILLISECONDS)
    page.goto(address)
    for name in names:
        place, *choices = PAGES[name]
        _go(page, urljoin(address, place))
        for choice in choices:
            link = page.locator(choice).first.get_attribute("href")
            # Where an address leads into the page, the page is shown from its head all the same.
            _go(page, urldefrag(urljoin(address, link)).url)
        yield name, _picture(page)


def _go(page: Page, address: str) -> None:
    """Open it and wait until its charts are drawn, and what it asks for by itself is there."""
    answer = page.goto(address, wait_until="networkidle")
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
