"""The article of an HTML page: its text, and what belongs to it beside the text."""

from pathlib import Path

import pytest

PARAGRAPHS = (
    "The two foreign ministers held three hours of talks on Tuesday and agreed to meet again in the"
    " autumn, officials from both delegations told reporters after the session.",
    "Neither side would say whether the detained journalists had been discussed, although a"
    " spokeswoman said that every outstanding question had been on the table.",
    "It was their first meeting since the embassies were closed two years ago, and the first visit"
    " of a minister from the north to the old port since the war.",
    "A diplomat who was in the room said that the hosts had offered to receive both delegations"
    " again, and that nobody had refused.",
)
STORY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
PAGE = (Path(__file__).parent / "pages" / "gazette.html").read_text("utf-8")


def test_a_page_gives_its_article_and_leaves_the_site(kinds):
    found = kinds(PAGE.replace("{story}", STORY), media_type="text/html")
    assert found == [
        ("headline", "Ministers meet in Trieste"),
        ("byline", "By Jane Holloway"),
        ("dateline", "May 20, 2021"),
        ("caption", "The ministers on the pier."),
        ("credit", "(Pierre Lambert/AP)"),
        *(("body", paragraph) for paragraph in PARAGRAPHS),
        ("credit", "With reporting by Reuters and AP"),
        ("bio", "Jane Holloway covers the Adriatic and has lived in Trieste since 2009."),
        (
            "notice",
            "If you are in Belarus, please note that sharing our content may be punished with a"
            " fine or arrest.",
        ),
    ]


def bodies(found):
    return [words for kind, words in found if kind == "body"]


@pytest.mark.parametrize(
    "story",
    [
        "".join(f"<div>{p}</div>" for p in PARAGRAPHS),
        "<br><br>".join(PARAGRAPHS),
        "<br>\n<br/>\n".join(PARAGRAPHS),
        "<table><tr><td>" + STORY + "</td></tr></table>",
        "<blockquote>" + STORY + "</blockquote>",
        STORY.replace("<p>", '<p><span style="color:red">').replace("</p>", "</span></p>"),
        STORY.replace("</p>", ""),
    ],
)
def test_paragraphs_are_found_however_they_are_marked(kinds, story):
    found = kinds(PAGE.replace("{story}", story), media_type="text/html")
    assert bodies(found)[: len(PARAGRAPHS)] == list(PARAGRAPHS)


def test_a_page_that_is_cut_off_gives_what_it_has(kinds):
    page = PAGE.replace("{story}", STORY)
    found = kinds(page[: page.index("It was their first")], media_type="text/html")
    assert bodies(found) == list(PARAGRAPHS[:2])


def test_a_text_that_goes_on_behind_an_advertisement_is_whole(kinds):
    half = f'<div class="text">{STORY}</div><div class="ad-slot">Advertisement</div>'
    second = half.replace("talks", "discussions").replace("ministers", "envoys")
    third = half.replace("talks", "debates").replace("ministers", "members")
    found = kinds(PAGE.replace("{story}", half + second + third), media_type="text/html")
    assert len(bodies(found)) == 3 * len(PARAGRAPHS)


def test_a_page_drawn_by_scripts_is_read_from_its_data(kinds):
    data = " ".join(PARAGRAPHS) * 2
    page = (
        "<html><head><title>Ministers meet in Trieste</title>"
        f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{data}"}}'
        '</script></head><body><div id="app"></div></body></html>'
    )
    found = kinds(page, media_type="text/html")
    assert found[0] == ("headline", "Ministers meet in Trieste")
    assert PARAGRAPHS[1] in " ".join(bodies(found))


def test_a_fragment_is_all_article(kinds):
    found = kinds(f"<p>{PARAGRAPHS[0]}</p><p>No more.</p>", media_type="text/html", title="Talks")
    assert found == [("headline", "Talks"), ("body", PARAGRAPHS[0]), ("body", "No more.")]


def test_a_picture_without_a_caption_is_told_by_its_alternative_text(kinds):
    picture = '<p><img alt="The ministers shake hands on the pier in Trieste on Tuesday."></p>'
    found = kinds(PAGE.replace("{story}", picture + STORY), media_type="text/html")
    assert ("caption", "The ministers shake hands on the pier in Trieste on Tuesday.") in found


@pytest.mark.parametrize(
    ("caption", "found"),
    [
        (
            "Envoys wait on the old quay.<span>Pierre Lambert / Reuters file</span>",
            [
                ("caption", "Envoys wait on the old quay."),
                ("credit", "Pierre Lambert / Reuters file"),
            ],
        ),
        (
            "Envoys wait on the old quay.<span>Credit...</span><span>Pierre Lambert/Gazette</span>",
            [
                ("caption", "Envoys wait on the old quay."),
                ("credit", "Credit... Pierre Lambert/Gazette"),
            ],
        ),
        (
            "<b>Envoys</b> wait on the old quay <i>[Pierre Lambert/Reuters]</i>",
            [("caption", "Envoys wait on the old quay"), ("credit", "[Pierre Lambert/Reuters]")],
        ),
        ("Image: Pierre Lambert/AP", [("credit", "Image: Pierre Lambert/AP")]),
    ],
)
def test_a_caption_is_parted_from_who_took_the_picture(kinds, caption, found):
    figure = f"<figure><figcaption>{caption}</figcaption></figure>"
    page = PAGE.replace("{story}", figure + STORY)
    assert [pair for pair in kinds(page, media_type="text/html") if pair in found] == found


def test_a_caption_is_told_once_whoever_took_the_picture(kinds):
    caption = "The ministers on the pier. (Ruth Adeyemi/AFP)"
    figure = f"<figure><figcaption>{caption}</figcaption></figure>"
    found = kinds(PAGE.replace("{story}", STORY + figure + STORY), media_type="text/html")
    assert [words for kind, words in found if kind == "caption"] == ["The ministers on the pier."]


def test_names_and_posts_that_style_keeps_apart_are_parted(kinds):
    page = PAGE.replace("Jane Holloway</a>", "Jane Holloway</a><span>Staff Writer</span>")
    found = kinds(page.replace("{story}", STORY), media_type="text/html")
    assert ("byline", "By Jane Holloway Staff Writer") in found


def test_what_is_hidden_is_not_read(kinds):
    hidden = '<p style="display: none">The secret is out, a hidden paragraph of the page says.</p>'
    found = kinds(PAGE.replace("{story}", STORY + hidden), media_type="text/html")
    assert not any("secret" in words for _, words in found)


@pytest.mark.timeout(60)
@pytest.mark.parametrize("depth", [150, 1_000, 20_000])
def test_nested_tables_are_no_trap(kinds, depth):
    nest = "<table><tr><td>" * depth + STORY + "</td></tr></table>" * depth
    found = kinds(PAGE.replace("{story}", nest), media_type="text/html")
    assert PARAGRAPHS[0] in " ".join(bodies(found))
