"""The issues, and who holds what on one of them over time."""

import pytest

from browsing import LOOKS, violations


@pytest.mark.parametrize("look", LOOKS)
def test_the_issues_lead_to_who_holds_what(page, look):
    page.goto("/issues?words=meeting")
    assert look == "unscripted" or violations(page) == []
    page.get_by_role("link", name="meeting", exact=True).click()
    assert page.get_by_role("heading", level=1).inner_text() == "meeting"
    holder = page.get_by_role("row").filter(has_text="Lindsey Graham")
    holder.locator("summary").first.press("Enter")
    assert holder.locator("blockquote").is_visible()
    assert look == "unscripted" or violations(page) == []


def test_its_chart_has_a_mark_for_each_stance_which_leads_to_its_words(page):
    page.goto("/issue/meeting")
    page.wait_for_selector("html[data-drawn]")
    page.locator('.drawing path[aria-label*="Lindsey Graham"]').last.click(force=True)
    page.wait_for_url("**/article/*")


def test_more_actors_are_one_step_away(page):
    page.goto("/issue/meeting?limit=1")
    assert page.locator(".holding tbody tr").count() == 1
    page.locator(".left a").first.click()
    assert page.locator(".holding tbody tr").count() == 4


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/issue/whaling", 404),
        ("/issue/%00", 404),
        ("/issue/meeting.csv", 200),
        ("/issue/meeting.svg", 200),
        ("/issue/meeting.svg?until=1999", 200),
        ("/issue/meeting?limit=-1", 400),
        ("/issues?words=…", 404),
        ("/issues?words=whaling", 200),
        ("/issues.json?limit=1001", 400),
    ],
)
def test_what_cannot_be_asked_is_told(page, address, status):
    assert page.request.get(address).status == status
