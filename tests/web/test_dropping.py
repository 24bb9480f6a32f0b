"""Dropping: files are added in the browser, by drop, by choice and without scripts."""

import pytest

from browsing import violations
from envoys import ACCORD, TALKS

# So long the models may take to be loaded.
_MOST = 120_000
_DROP = """([target, files]) => {
  const carried = new DataTransfer();
  for (const [name, text] of files) carried.items.add(new File([text], name, { type: "text/plain" }));
  const told = { dataTransfer: carried, bubbles: true, cancelable: true };
  const there = document.querySelector(target);
  there.dispatchEvent(new DragEvent("dragover", told));
  there.dispatchEvent(new DragEvent("drop", told));
}"""


@pytest.fixture(scope="module")
def served(served_apart):
    return served_apart


def drop(page, files):
    page.evaluate(_DROP, ["main", [list(one) for one in files.items()]])


def shown(page, name):
    return page.locator("#uploads li", has_text=name)


def test_files_that_are_dropped_are_read_and_lead_to_their_articles(page):
    page.goto("/add")
    drop(page, {"talks.txt": TALKS, "empty.txt": " ", "twice.txt": TALKS})
    shown(page, "talks.txt").get_by_text("1 added").wait_for(timeout=_MOST)
    shown(page, "twice.txt").get_by_text("1 known").wait_for(timeout=_MOST)
    assert shown(page, "empty.txt").get_by_text("1 refused").is_visible()
    assert page.locator("#tally").inner_text() == "1 added, 1 known, 1 refused"
    assert page.locator("#sending").is_hidden()
    assert violations(page) == []
    page.get_by_role("link", name="Envoys of Chile and Peru meet in Lima").click()
    assert page.get_by_text("Chilean Foreign Minister Antonia Urrejola met").first.is_visible()
    page.go_back()
    # What was refused stays until it is dismissed, by keyboard, too.
    page.get_by_role("button", name="Dismiss empty.txt").focus()
    page.keyboard.press("Enter")
    shown(page, "empty.txt").wait_for(state="detached")
    page.get_by_role("button", name="Dismiss all that is done").click()
    page.get_by_text("Nothing was sent since memcon was started.").wait_for()


def test_a_file_is_cancelled_while_others_wait(page):
    page.goto("/add")
    long = "\n\n".join(f"{ACCORD} Day {n}." for n in range(300))
    drop(
        page, {"long.txt": long, "next.txt": "Kenya met Ethiopia in Nairobi on Monday, 3 May 2021."}
    )
    shown(page, "long.txt").get_by_text("page 1 of 1").wait_for(timeout=_MOST)
    assert shown(page, "long.txt").get_by_role("progressbar").is_visible()
    assert shown(page, "next.txt").get_by_text("waiting").is_visible()
    page.get_by_role("button", name="Cancel long.txt").click()
    shown(page, "long.txt").get_by_text("cancelled").wait_for()
    shown(page, "next.txt").get_by_text("1 added").wait_for(timeout=_MOST)
    assert shown(page, "long.txt").get_by_text("added").count() == 0


def test_a_file_that_is_too_large_is_listed_with_the_reason(page, faults):
    page.goto("/add")
    large = {"name": "large.txt", "mimeType": "text/plain", "buffer": b"x" * 21_000_000}
    page.set_input_files("input[type=file]", [large])
    shown(page, "large.txt").get_by_text("is larger than 20 MB").wait_for(timeout=_MOST)
    assert page.locator("#sending").is_hidden()
    assert all("large.txt" in fault for fault in faults)
    faults.clear()


@pytest.mark.parametrize("look", ["unscripted"])
def test_without_scripts_a_form_and_a_link_do(page, look):
    page.goto("/add")
    page.set_input_files(
        "input[type=file]", [{"name": "a.txt", "mimeType": "text/plain", "buffer": ACCORD.encode()}]
    )
    page.locator("#files button").click()
    while page.get_by_role("link", name="See how far it is").count():
        page.get_by_role("link", name="See how far it is").click()
        page.wait_for_timeout(200)
    assert shown(page, "a.txt").get_by_text("1 added").is_visible()
    page.get_by_text("Paste a text").click()
    page.get_by_label("Text", exact=True).fill(
        "Poland and Latvia signed an accord in Riga on Monday."
    )
    page.get_by_label("Headline").fill("An accord in Riga")
    page.locator(".paste button").click()
    while page.get_by_role("link", name="See how far it is").count():
        page.get_by_role("link", name="See how far it is").click()
        page.wait_for_timeout(200)
    assert page.get_by_role("link", name="An accord in Riga").is_visible()


@pytest.mark.parametrize("look", ["light", "dark", "phone"])
@pytest.mark.parametrize("place", ["/add", "/export"])
def test_everybody_can_use_the_forms(page, place, look):
    page.goto(place)
    for one in page.locator("details").all():
        one.evaluate("one => one.open = true")
    assert violations(page) == []
    width = page.viewport_size["width"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_file_is_exported(page):
    page.goto("/export")
    page.get_by_label("plover", exact=False).first.check()
    with page.expect_download() as waited:
        page.get_by_role("button", name="Download").click()
    assert waited.value.suggested_filename == "memcon-plover.csv"
    assert waited.value.path().read_text().startswith("Event ID,")
