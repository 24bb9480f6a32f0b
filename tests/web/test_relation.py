"""The relation of two parties, as it is looked at."""

import csv
import io
from urllib.parse import parse_qs, urlsplit

import pytest

from browsing import LOOKS, await_so, base, violations

USA_RUSSIA = "/relation/USA/RUS"
# The months that the chart has on the story's desk, and where one of its bars is.
CHART, STRIP = ".drawing:not(.strip)", ".drawing.strip"
JUNE = f'{CHART} path[aria-label*="June 2021"]'


@pytest.fixture
def drawn(page):
    """The relation's page with its chart and strip."""
    page.goto(USA_RUSSIA)
    page.wait_for_selector("html[data-drawn]")
    return page


def middle(page, selector):
    """Where the first such element is, across and down."""
    page.locator(selector).first.scroll_into_view_if_needed()
    box = page.locator(selector).first.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def breadth(page, selector):
    return page.locator(selector).first.bounding_box()["width"]


def brush(page, start, end):
    """Drag over the strip, from a share of its breadth to another."""
    box = page.locator(f"{STRIP} .background").first.bounding_box()
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * start, y)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * end, y, steps=5)
    page.mouse.up()


@pytest.mark.parametrize("look", LOOKS)
def test_its_parts_are_there_for_everybody(page, look):
    page.goto(USA_RUSSIA)
    assert page.locator("h1").inner_text() == "United States and Russia"
    for part in ("Signals", "Differences", "Positions by issue", "Left unsaid", "Who met whom"):
        assert page.get_by_role("heading", name=part, exact=True).is_visible()
    width = page.viewport_size["width"]
    assert page.locator("html").evaluate("root => root.scrollWidth") <= width


@pytest.mark.parametrize("look", ["light", "dark", "phone"])
def test_it_has_no_barrier(drawn, look):
    for summary in drawn.locator("summary:visible").all():
        summary.click()
    assert violations(drawn) == []


def test_a_bar_opens_the_happenings_of_its_month(drawn):
    drawn.mouse.click(*middle(drawn, JUNE))
    drawn.wait_for_url("**/timeline?**")
    assert parse_qs(urlsplit(drawn.url).query) == {
        "party": ["USA", "RUS"],
        "since": ["2021-06-01"],
        "until": ["2021-06-30"],
    }
    drawn.go_back()
    assert drawn.url.endswith(USA_RUSSIA)


def test_a_bar_tells_its_sums(drawn):
    drawn.mouse.move(*middle(drawn, JUNE))
    tooltip = drawn.locator("#vg-tooltip-element.visible")
    tooltip.wait_for()
    assert "June 2021" in tooltip.inner_text()


def test_the_strip_chooses_what_the_chart_shows(drawn):
    before = breadth(drawn, JUNE)
    brush(drawn, 0.5, 0.99)
    assert breadth(drawn, JUNE) < before / 2
    assert drawn.url.endswith(USA_RUSSIA)


def test_the_strip_follows_when_the_chart_is_zoomed_and_dragged(drawn):
    mark = f"{STRIP} .chosen_brush path"
    before = breadth(drawn, mark)
    x, y = middle(drawn, CHART)
    drawn.mouse.move(x, y)
    drawn.keyboard.down("Control")
    drawn.mouse.wheel(0, -600)
    drawn.keyboard.up("Control")
    await_so(drawn, lambda: breadth(drawn, mark) < before * 0.8)
    place = drawn.locator(mark).first.bounding_box()["x"]
    drawn.mouse.down()
    drawn.mouse.move(x + 150, y, steps=5)
    drawn.mouse.up()
    assert drawn.locator(mark).first.bounding_box()["x"] < place
    assert drawn.url.endswith(USA_RUSSIA)


def test_the_wheel_alone_scrolls_the_page(drawn):
    before = breadth(drawn, JUNE)
    drawn.mouse.move(*middle(drawn, CHART))
    drawn.mouse.wheel(0, 200)
    await_so(drawn, lambda: drawn.evaluate("scrollY") > 0)
    assert breadth(drawn, JUNE) == before


def test_it_fits_its_page_anew(drawn):
    drawn.set_viewport_size({"width": 500, "height": 800})
    await_so(drawn, lambda: breadth(drawn, ".drawing svg") <= 500)


def test_days_are_those_of_the_calendar_wherever_the_reader_is(browser, served):
    with browser.new_context(base_url=base(served), timezone_id="America/New_York") as context:
        context.request.get(served, max_redirects=0).dispose()
        page = context.new_page()
        page.goto(USA_RUSSIA)
        page.wait_for_selector("html[data-drawn]")
        assert "since: Jun 01, 2021" in page.locator(JUNE).first.get_attribute("aria-label")


@pytest.mark.parametrize("look", ["unscripted"])
def test_without_scripts_a_picture_and_a_table_say_the_same(page, look):
    page.goto(USA_RUSSIA)
    assert page.locator("noscript img, figure img").evaluate("image => image.naturalWidth") > 0
    page.get_by_text("The figures by month").click()
    page.get_by_role("link", name="June 2021", exact=True).click()
    assert "since=2021-06-01" in page.url


def test_a_cell_opens_to_its_words(page):
    page.goto(USA_RUSSIA)
    cell = page.locator(".facing details").first
    assert not cell.locator("blockquote").first.is_visible()
    cell.locator("summary").press("Enter")
    assert cell.locator("blockquote").first.is_visible()
    cell.locator("blockquote a").first.click()
    assert "/article/" in page.url


def test_its_form_asks_for_days_and_a_grain(page):
    page.goto(USA_RUSSIA)
    page.get_by_role("textbox", name="From").fill("2021-05")
    page.get_by_role("textbox", name="As of").fill("2021-06-10")
    page.get_by_role("combobox", name="By").select_option("week")
    page.get_by_role("button", name="Show").click()
    assert "1 May 2021" in page.locator(".lead").inner_text()
    assert "as of 10 June 2021" in page.locator(".lead").inner_text()
    assert page.get_by_text("The figures by week").is_visible()


def test_more_of_each_kind_is_one_step_away(page):
    page.goto(f"{USA_RUSSIA}?limit=1")
    told = page.locator("#signals ~ .account").count()
    page.locator("section[aria-labelledby=signals] .left a").first.click()
    assert page.locator("#signals ~ .account").count() > told


def test_its_twins_stand_at_the_same_address(page):
    page.goto(USA_RUSSIA)
    whole = page.request.get(f"{USA_RUSSIA}.json").json()
    assert [party["code"] for party in (whole["a"], whole["b"])] == ["USA", "RUS"]
    rows = csv.DictReader(io.StringIO(page.request.get(f"{USA_RUSSIA}.csv").text()))
    assert len(list(rows)) == len(whole["deeds"])
    assert page.request.get(f"{USA_RUSSIA}.svg").headers["content-type"] == "image/svg+xml"


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/relation/USA/United States", 404),
        ("/relation/USA/Nobody At All", 404),
        (f"{USA_RUSSIA}?by=year", 400),
        (f"{USA_RUSSIA}?limit=0", 400),
        (f"{USA_RUSSIA}?since=soon", 400),
        (f"{USA_RUSSIA}?until=2009", 200),
        (f"{USA_RUSSIA}?since=9999-12-31", 200),
        (f"{USA_RUSSIA}?as_of=0001-01-01", 200),
    ],
)
@pytest.mark.parametrize("form", ["", ".json", ".svg"])
def test_what_cannot_be_asked_is_told(page, address, status, form):
    path, mark, rest = address.partition("?")
    assert page.request.get(f"{path}{form}{mark}{rest}").status == status
