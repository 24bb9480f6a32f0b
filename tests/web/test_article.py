"""An article in the browser: a mark chosen by mouse and keyboard, why it stands, and set right."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from browsing import violations

ARTICLE = "/article/d3b621ecd8434ffc"
MODELS_MILLISECONDS = 90_000


@pytest.fixture
def served(served_apart: str) -> str:
    """These tests change what is on the desk."""
    return served_apart


@pytest.fixture
def article(page: Page) -> Iterator[Page]:
    """The article, its scripts at work."""
    page.goto(ARTICLE)
    expect(page.locator("html.scripted")).to_be_attached()
    return page


def panel(page: Page, finding: str):
    return page.locator(f"#panel[data-finding={finding}]")


def test_a_mark_chosen_by_mouse_shows_what_it_is_and_why(article):
    article.locator("#e1").click()
    expect(panel(article, "e1")).to_contain_text("CONSULT meet, actual")
    expect(article).to_have_url(re.compile(r"\?finding=e1$"))
    expect(article.locator("#memo")).to_be_hidden()
    why = article.locator("#why")
    expect(why).to_contain_text("Rejected in the same sentence", timeout=MODELS_MILLISECONDS)
    expect(why).to_contain_text("CONSULT 0.")
    assert not violations(article)


def test_words_within_a_statement_choose_it(article):
    article.locator("span.m.content").first.click()
    expect(article.locator("#panel .kicker")).to_contain_text("Statement s")


def test_the_keyboard_goes_from_mark_to_mark_and_back(article):
    article.locator("#main").focus()
    article.keyboard.press("j")
    expect(panel(article, "e1")).to_be_visible()
    expect(article.locator("#e1")).to_be_focused()
    article.keyboard.press("ArrowDown")
    expect(panel(article, "s1")).to_be_visible()
    article.keyboard.press("k")
    expect(panel(article, "e1")).to_be_visible()
    article.go_back()
    expect(panel(article, "s1")).to_be_visible()
    article.go_back()
    article.go_back()
    expect(article.locator("#memo")).to_be_visible()
    expect(article).to_have_url(re.compile(f"{ARTICLE}$"))
    article.go_forward()
    expect(panel(article, "e1")).to_be_visible()
    article.keyboard.press("Escape")
    expect(article.locator("#memo")).to_be_visible()


def test_a_mark_that_is_entered_is_read_and_left_where_it_stands(article):
    article.locator("#e1").focus()
    article.keyboard.press("Enter")
    expect(article.locator("#panel-title")).to_be_focused()
    article.keyboard.press("Escape")
    expect(article.locator("#e1")).to_be_focused()


def test_one_mark_alone_is_reached_with_tab(article):
    assert article.locator(".text a.m[tabindex='0']").count() == 1
    assert article.locator(".text a.m[tabindex='-1']").count() > 10


def test_what_is_not_shown_is_not_gone_to(article):
    for kind in ("event", "statement", "silence"):
        article.locator(f"#show-{kind}").uncheck()
    article.keyboard.press("Escape")
    article.locator("#main").focus()
    article.keyboard.press("j")
    expect(article.locator("#panel .kicker")).to_contain_text("Prospect n")


def test_a_note_of_the_memo_lights_its_words(article):
    article.locator("[data-note='1']").first.click()
    assert article.locator(".text .lit").all_inner_texts()


def test_grounds_that_cannot_be_told_leave_the_way_to_them(article, faults):
    article.route("**/why", lambda route: route.fulfill(status=404))
    visits: list[str] = []
    article.on("framenavigated", lambda frame: visits.append(frame.url))
    article.goto(f"{ARTICLE}?finding=e1#e1")
    with article.expect_response("**/why"):
        pass
    expect(article.locator("#ask-why:not([aria-busy])")).to_have_text("Why memcon says so")
    article.wait_for_timeout(1000)
    assert len(visits) == 1
    faults.clear()


def test_a_finding_that_is_gone_is_told_once(page):
    visits: list[str] = []
    page.on("framenavigated", lambda frame: visits.append(frame.url))
    page.goto(f"{ARTICLE}?finding=e999")
    page.wait_for_timeout(1000)
    expect(page.locator("#beside .none")).to_contain_text("There is no finding e999")
    assert len(visits) == 1


@pytest.mark.parametrize("look", ["unscripted"])
def test_without_scripts_a_mark_is_a_link(page, look):
    page.goto(ARTICLE)
    page.locator("#e1").click()
    assert page.url.endswith(f"{ARTICLE}?finding=e1#e1")
    expect(panel(page, "e1")).to_be_visible()
    page.get_by_text("Why memcon says so").click()
    expect(page.locator("#why")).to_contain_text("Rule", timeout=MODELS_MILLISECONDS)


@pytest.mark.parametrize("look", ["light", "dark", "phone"])
@pytest.mark.parametrize("path", [ARTICLE, f"{ARTICLE}?finding=s1#s1", "/happening/74"])
def test_nobody_is_kept_out(page, look, path):
    page.goto(path)
    assert not violations(page)
    # A phone's innerWidth grows with what does not fit.
    assert page.viewport_size
    width = page.viewport_size["width"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_wrong_type_is_set_right_the_desk_follows_and_it_is_taken_back(page):
    page.goto(f"{ARTICLE}?finding=e1#e1")
    page.get_by_text("Set it right").click()
    page.get_by_label("It is").select_option("REQUEST")
    page.get_by_label("Your name").fill("Ada")
    page.get_by_role("button", name="Set the type").click()
    expect(page.locator("#panel .erratum")).to_contain_text("was CONSULT meet, is REQUEST")
    page.get_by_role("link", name="The happening").click()
    expect(page.locator("h1")).to_contain_text("asked each other")
    expect(page.locator(".card .erratum")).to_contain_text("Ada")
    address = re.search(r"/happening/\d+", page.url).group()
    page.goto("/timeline?party=Blinken&type=REQUEST")
    expect(page.locator(f"a[href='{address}']")).to_contain_text("asked each other")
    page.goto("/corrections")
    assert not violations(page)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".lead")).to_contain_text("0 corrections")
    page.goto(f"{ARTICLE}?finding=e1#e1")
    expect(panel(page, "e1")).to_contain_text("CONSULT meet, actual")


def test_a_reader_signs_once(page):
    page.goto(f"{ARTICLE}?finding=e2#e2")
    page.get_by_text("Set it right").click()
    page.get_by_label("Your name").fill("Ada")
    page.get_by_label("Your name").blur()
    page.goto(f"{ARTICLE}?finding=e3#e3")
    page.get_by_text("Set it right").click()
    expect(page.get_by_label("Your name")).to_have_value("Ada")
