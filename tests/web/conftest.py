"""A desk with the bundled story, served, and a browser in which it is looked at."""

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

from browsing import LOOKS, Exit, base, chromium, is_here, launch, serving, shut_exit
from memcon.desk.desk import Desk
from memcon.record.contract import Record


@pytest.fixture(scope="session")
def story(examples: Sequence[Record], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk that all example pages are on; it is copied before anybody works on it."""
    path = tmp_path_factory.mktemp("story") / "story.memcon"
    with Desk.create(path) as desk:
        for record in examples:
            desk.add(record)
    return path


@pytest.fixture(scope="session")
def served(story: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The first address, with its token, of `memcon serve` on the story.

    Where tests change what is on the desk, their module has a `served` of its own in its place,
    made of `served_apart`.
    """
    with serving(_copied(story, tmp_path_factory)) as address:
        yield address


@pytest.fixture(scope="module")
def served_apart(story: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same of a desk that only the tests of one module see."""
    with serving(_copied(story, tmp_path_factory)) as address:
        yield address


@pytest.fixture(scope="module")
def way_out() -> Iterator[Exit]:
    """The only way by which the browser could reach anything but this machine."""
    with shut_exit() as server:
        yield server


# Of a module: as long as Playwright waits for a browser no test can run an event loop of its own.
@pytest.fixture(scope="module")
def browser(way_out: Exit) -> Iterator[Browser]:
    """This machine's Chromium, without a window."""
    executable = chromium()
    if executable is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = launch(playwright, executable, way_out)
        yield browser
        browser.close()


@pytest.fixture
def look() -> str:
    """A key of browsing.LOOKS; a test that is parametrized with `look` is run in each."""
    return "light"


@pytest.fixture
def faults() -> list[str]:
    """What a page complained of: a test that provokes some clears it once it has looked."""
    return []


@pytest.fixture
def page(
    browser: Browser, served: str, look: str, faults: list[str], way_out: Exit
) -> Iterator[Page]:
    """A page of a browser that is let in; addresses are relative to the server's.

    Fails the test on what the browser holds against a page (errors of scripts, what the policy
    forbids, files that are missing), and on whatever it asks for that is not on this machine.
    """
    with browser.new_context(base_url=base(served), **LOOKS[look]) as context:
        context.on("console", lambda message: faults.extend(_complaints(message)))
        context.on("weberror", lambda error: faults.append(str(error.error)))
        context.on("request", lambda request: faults.extend(_strays(request)))
        context.request.get(served, max_redirects=0).dispose()
        yield context.new_page()
    assert not faults
    assert not way_out.tried


def _copied(desk: Path, folders: pytest.TempPathFactory) -> Path:
    return Path(shutil.copy(desk, folders.mktemp("served")))


def _complaints(message: ConsoleMessage) -> Iterator[str]:
    if message.type in ("error", "warning"):
        yield f"{message.text} ({message.location['url']})"


def _strays(request: Request) -> Iterator[str]:
    if not is_here(request.url):
        yield f"asked for {request.url}"
