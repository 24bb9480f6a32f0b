"""The browser that the other tests look with: it is let in, complains, and stays on this machine."""

import pytest
from playwright.sync_api import Error

from browsing import LOOKS, violations


@pytest.mark.parametrize("look", LOOKS)
def test_it_is_let_in(page, look):
    answer = page.goto("/timeline")
    assert answer.status == 200
    assert "token" not in page.url


def test_it_sees_what_a_screen_reader_misses(page):
    page.goto("/timeline")
    page.evaluate("document.querySelector('main h1').innerHTML = '<img src=\"data:,\">'")
    assert "image-alt: img" in violations(page)


def test_it_complains_of_a_script_that_fails(page, faults):
    page.goto("/timeline")
    page.evaluate("setTimeout(() => { throw new Error('oh dear'); })")
    page.wait_for_timeout(200)
    assert [fault for fault in faults if "oh dear" in fault]
    faults.clear()


def test_it_complains_of_what_the_policy_forbids(page, faults):
    page.goto("/timeline")
    page.evaluate("document.body.append(Object.assign(new Image(), {src: 'http://example.org/'}))")
    page.wait_for_timeout(200)
    assert [fault for fault in faults if "Content Security Policy" in fault]
    assert "asked for http://example.org/" in faults
    faults.clear()


def test_it_reaches_nothing_but_this_machine(browser, way_out):
    with browser.new_context() as context, pytest.raises(Error, match="ERR_"):
        context.new_page().goto("http://example.org/")
    assert way_out.tried == ["example.org"]
    way_out.tried.clear()
