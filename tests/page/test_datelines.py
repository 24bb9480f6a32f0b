"""Datelines: place, day and agency at the start of a report."""

import pytest

from memcon.page.datelines import dateline_end

DATELINES = [
    "WASHINGTON, May 20 (Reuters) - ",
    "MOSCOW -- ",
    "KYIV — ",
    "TOKYO—",
    "BRUSSELS (AP) — ",
    "DAYTON, Ohio (AP) — ",
    "NEWPORT, R.I., Sept. 26 (UPI) — ",
    "ST. PETERSBURG, Russia — ",
    "PORT-AU-PRINCE, Haiti (AP) — ",
    "N'DJAMENA, Chad (Reuters) - ",
    "KYIV/MOSCOW (Reuters) - ",
    "MOSCOW, May 20. /TASS/. ",
    "MOSCOW. May 20 (Interfax) - ",
    "BEIJING, May 20 (Xinhua) -- ",
    "Vienna, April 13, 2021 (AFP) - ",
    "Reykjavik (AFP) – ",
    "GENEVA (20 May 2021) – ",
    "BRUSSELS, 20 May 2021 – ",
    "Bern, 16.06.2021 - ",
    "UNITED NATIONS, New York — ",
    "TEHRAN (Tasnim) – ",
    "May 20 (Reuters) - ",
    "(Reuters) - ",
    "(CNN) ",
    "CNN — ",
    "Moscow (CNN) — ",
    "(Bloomberg) -- ",
    "ABOARD AIR FORCE ONE (AP) — ",
    "New Delhi, May 20 (PTI) ",
    "Moscow, Russia – ",
    "Moscow — ",
    "WASHINGTON: ",
    "HARBOUR CITY, June 3 (Coast Wire) - ",
]


@pytest.mark.parametrize("dateline", DATELINES)
def test_dateline_is_told_from_the_report(dateline, countries):
    report = f"{dateline}The minister said talks would go on."
    assert report[: dateline_end(report, countries)] == dateline


@pytest.mark.parametrize(
    "text",
    [
        "NATO — which met on Tuesday — has no plan.",
        "The minister said - twice - that he would go.",
        "PRESIDENT BIDEN: Thank you all for coming.",
        "Lavrov: The talks were useful.",
        "Biden — The president's aides said so.",
        "WHO officials visited Wuhan.",
        "U.S. officials (AP) said so.",
        "AT LEAST TEN KILLED IN BLAST The president spoke.",
        '"We will see," he said.',
        "On May 20 (a Thursday) - they met.",
        "Reykjavik hosted the meeting.",
        "",
    ],
)
def test_other_beginnings_are_no_datelines(text, countries):
    assert dateline_end(text, countries) == 0
