"""What lies ahead, and one prospect's way from the first word of it to the last."""

import pytest

from browsing import LOOKS, violations


@pytest.mark.parametrize("look", LOOKS)
def test_prospects_stand_by_state_and_open_to_their_words(page, look):
    page.goto("/prospects?party=USA&party=RUS")
    assert page.get_by_role("heading", level=1).inner_text() == "Prospects: United States, Russia"
    summit = page.locator(".outlook", has_text="Summit of").first
    assert "held" in summit.locator(".chip").first.inner_text()
    summit.locator("summary").first.press("Enter")
    assert summit.locator("blockquote").first.is_visible()
    assert look == "unscripted" or violations(page) == []


def test_a_state_is_asked_for(page):
    page.goto("/prospects")
    page.get_by_role("combobox", name="State").select_option("overdue")
    page.get_by_role("button", name="Show").click()
    heads = page.locator("main h2").all_inner_texts()
    assert [head.partition(":")[0].lower() for head in heads] == ["overdue"]


def test_a_day_shows_what_was_known_of_it_then(page):
    page.goto("/prospects?party=USA&party=RUS&state=open&as_of=2021-05-01")
    summit = page.locator(".outlook", has_text="Summit of").first
    assert "held" not in summit.inner_text()
    summit.locator("p a").first.click()
    assert "/prospect/" in page.url
    assert page.url.endswith("?as_of=2021-05-01")


def test_more_are_one_step_away(page):
    page.goto("/prospects?limit=1")
    page.locator(".left a").click()
    assert page.locator(".outlook").count() == 4


def test_a_prospect_tells_its_stages_in_order(page):
    page.goto("/prospects?party=USA&party=RUS")
    page.locator(".outlook p a", has_text="Summit of").first.click()
    assert page.get_by_role("heading", level=1).inner_text().startswith("Summit of")
    stages = page.locator(".stages > li > .line").all_inner_texts()
    assert "floated" in stages[1]
    assert "held" in stages[-1]
    assert page.locator(".stages > li:has(blockquote)").count() == len(stages)
    assert violations(page) == []


def test_a_prospect_is_told_as_of_a_day(page):
    whole = page.request.get("/prospect/1.json").json()
    earlier = page.request.get("/prospect/1.json?as_of=2021-05-01").json()
    assert 0 < len(earlier["stages"]) < len(whole["stages"])


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/prospects?state=lost", 400),
        ("/prospects?party=Nobody%20At%20All", 404),
        ("/prospects.csv?state=open", 200),
        ("/prospect/987654", 404),
        ("/prospect/0", 400),
        ("/prospect/99999999999999999999", 400),
        ("/prospect/one", 400),
        ("/prospect/1?as_of=0001-01-01", 404),
    ],
)
def test_what_cannot_be_asked_is_told(page, address, status):
    assert page.request.get(address).status == status
