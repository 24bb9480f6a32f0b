"""What a line is by its words alone."""

import pytest

from memcon.page.blocks import Block
from memcon.page.shapes import count_words, shape_of

SHAPES = {
    "furniture": [
        "Accessibility links",
        "Skip to main content",
        "Breaking News",
        "Share",
        "Share on Facebook",
        "Print",
        "16x9 Image",
        "0:00 0:02:31 0:00",
        "No media source currently available",
        "3 min read",
        "2 hours ago",
        "This article is more than 3 years old",
        "Home > News > Europe",
        "(This story has been refiled to correct the spelling of the envoy's name in paragraph 4)",
        "Editor's note: The quotes were translated by our staff.",
        "Correction: An earlier version gave the wrong day for the vote.",
        "An earlier version of this article misstated the size of the loan.",
        "We use cookies to make this site work.",
        "Sign up for our morning briefing.",
        "All rights reserved.",
        "© 2021 Harbour Wire. All rights reserved.",
        "___",
        "- 30 -",
    ],
    "label": ["Related", "Read more:", "See also", "More on this story", "Most Read"],
    "link": [
        "Read more: Why the strait matters",
        "READ ALSO: Ten years of the accord",
        "See SPORT, B4: The cup goes north",
        "Continued on A12",
        "To find out more, click here.",
        "Click here for the full text.",
        "https://example.org/story/1",
        "#Vienna #IranDeal",
        "Follow our coverage on Twitter: @harbourwire",
        "For more information, visit example.org",
    ],
    "dateline": [
        "May 20, 2021",
        "20 May 2021 10:04 GMT",
        "Thursday 20 May 2021, 5.30am",
        "Published: May 20, 2021 at 3:15 pm",
        "Last updated on 2021-05-20",
        "2021-05-20T10:04:00Z",
        "20.05.2021",
        "Published On 20 May 2021",
    ],
    "byline": [
        "By Jane Holloway",
        "By JANE HOLLOWAY and PIERRE LAMBERT",
        "By Jane Holloway, Harbour Wire",
        "By AFP",
        "By Jane Holloway in Vienna",
        "Jane Holloway in Vienna",
        "Jane Holloway Diplomatic editor",
        "RFE/RL's Kyrgyz Service",
        "Written by Jane Holloway",
    ],
    "credit": [
        "With reporting by Reuters, AP, and dpa",
        "(Reuters)",
        "(Reporting by Jane Holloway; Editing by Pierre Lambert)",
        "Reporting by Jane Holloway in Vienna, Editing by Pierre Lambert",
        "Additional reporting by Pierre Lambert in Paris",
        "Jane Holloway contributed to this report.",
        "Associated Press writer Pierre Lambert in Paris contributed to this report.",
        "Jane Holloway reported from Vienna.",
        "Source: Harbour Wire and news agencies",
        "© 2021 AFP",
        "jh/pl (AFP, dpa, Reuters)",
        "(FRANCE 24 with AFP)",
        "Photo: Pierre Lambert/Pool via AP",
        "Pierre Lambert/Getty Images",
        "REUTERS/Pierre Lambert",
    ],
    "caption": [
        "The envoys of Norway (left) and Chad shake hands before their meeting in Oslo.",
        "FILE - The president speaks at a rally in Lagos, March 3, 2020.",
        "FILE PHOTO: A flag flies over the embassy in Prague, April 18, 2021.",
        "Image caption The hall where the talks were held",
        "President Adeyemi, left, and his guest walk through the palace garden.",
        "In this photo released by the navy, a patrol boat leaves the harbour.",
        "[1/2] Soldiers stand guard at the border crossing. REUTERS/Pierre Lambert",
        "Delegates at the conference in Nairobi (File photo)",
        "Protesters outside the ministry [File: Pierre Lambert/Reuters]",
    ],
    "notice": [
        "If you are in Belarus, note that sharing this material may lead to a fine or arrest.",
        "Warning: this story contains descriptions of violence.",
        "Some readers may find the following account distressing.",
        "*Meta is recognised as extremist and banned in Russia",
        "This material is distributed by Volga Media on behalf of the Ministry of Culture.",
    ],
    "prose": [
        "The minister declined to say when he would travel.",
        '"We agreed on nothing," he said.',
        "By Thursday the two sides had agreed on most of the text, a diplomat said on Friday.",
        "With reports of fresh shelling coming in, the mediators called off the session.",
        "You could face a fine, the judge told the defendant before he adjourned the hearing.",
        "More on that subject was not to be had from the spokesman, who left early.",
        "Sources close to the talks said that the text was ready and only wanted signing.",
        "The Reuters/Ipsos poll showed the candidate ahead by four points in September.",
        "Sen. Ruth Adeyemi (R) and Rep. Paul Lambert (D) introduced the bill on Monday.",
    ],
    "short": ["Ministers meet again in Oslo", "A long road to the summit", "Four points"],
}


@pytest.mark.parametrize(("line", "shape"), [(t, s) for s, lines in SHAPES.items() for t in lines])
def test_a_line_has_the_shape_that_its_words_give(line, shape, patterns):
    assert shape_of(Block(line), patterns) == shape


@pytest.mark.parametrize(
    ("hint", "line", "shape"),
    [
        ("title", "Share", "headline"),
        ("caption", "The hall in Oslo", "caption"),
        ("caption", "Image caption", "furniture"),
        ("caption", "Pierre Lambert/Getty Images", "credit"),
        ("byline", "Jane Holloway", "byline"),
        ("byline", "Jane Holloway covers the Gulf for us and has lived in Doha since 2011.", "bio"),
        ("stamp", "4 minute read", "furniture"),
        ("stamp", "Thu 20 May", "dateline"),
        ("heading", "What comes next for the accord after the vote of Tuesday?", "short"),
        ("link", "Why the strait matters", "link"),
        ("paragraph", "The talks are to go on in Doha next month says the host", "prose"),
    ],
)
def test_markup_speaks_where_words_do_not(hint, line, shape, patterns):
    assert shape_of(Block(line, hint), patterns) == shape


@pytest.mark.parametrize(
    ("text", "count"), [("two words", 2), ("拜登会见普京", 3), ("Встреча в Женеве", 3), ("", 0)]
)
def test_words_are_counted_in_scripts_without_spaces_too(text, count):
    assert count_words(text) == count
