"""Types of conflict: in words REQUEST, ACCUSE, REJECT, THREATEN, in deeds PROTEST to ASSAULT.

The line behind a sentence is all that it tells: another event would be a false one.
"""

import pytest

from codings import misread

REQUEST = [
    (
        "Kenya appealed to the United Nations for help against the locusts.",
        "REQUEST Kenya > United Nations",
    ),
    (
        "Volodymyr Zelenskiy pressed Olaf Scholz for more air defences.",
        "REQUEST Zelenskiy > Scholz",
    ),
    (
        "Relatives of the hostages implored Benjamin Netanyahu to agree to a deal.",
        "REQUEST Relatives > Netanyahu",
    ),
    (
        "Ghana's appeal to the International Monetary Fund for a loan was made public on Friday.",
        "REQUEST Ghana > International Monetary Fund",
    ),
    (
        "Wang Yi insisted that Japan withdraw its plan to release the water.",
        "REQUEST Wang Yi > Japan",
    ),
    (
        "Ottawa was asked by Washington to arrest the chief financial officer of Huawei.",
        "REQUEST Washington > Ottawa",
    ),
    (
        "Josep Borrell called for Israel to lift the blockade of Gaza.",
        "REQUEST Borrell > Israel",
    ),
    (
        '"Nicaragua must free the bishop," Antonio Guterres said.',
        "REQUEST Guterres > Nicaragua",
    ),
]

ACCUSE = [
    (
        "Human Rights Watch denounced the Philippines over its drug war.",
        "ACCUSE Human Rights Watch > Philippines",
    ),
    (
        "Gambia took Myanmar to the International Court of Justice over the Rohingya.",
        "ACCUSE Gambia > Myanmar",
    ),
    (
        "Italian prosecutors opened an inquiry into the oil company Eni.",
        "ACCUSE Italian prosecutors|prosecutors|Italy > Eni",
    ),
    ("Warsaw summoned the Russian ambassador over the missile.", "ACCUSE Warsaw > ?"),
    (
        "Britain's criticism of China over Hong Kong has grown sharper.",
        "ACCUSE Britain > China",
    ),
    (
        "Felix Tshisekedi blamed Rwanda for the collapse of the truce.",
        "ACCUSE Tshisekedi > Rwanda",
    ),
    (
        "Brazil was accused by Norway of neglecting the Amazon.",
        "ACCUSE Norway > Brazil",
    ),
    (
        "Jacinda Ardern voiced grave concern over China's conduct in Xinjiang.",
        "ACCUSE Ardern > China",
    ),
]

REJECT = [
    ("Hamas turned down the truce offered by Israel.", "REJECT Hamas > Israel"),
    (
        "Hungary vetoed the European Union's statement on Ukraine.",
        "REJECT Hungary > European Union",
    ),
    ("Kosovo refused to let Serbian officials cross.", "REJECT Kosovo > Serbian officials|Serbia"),
    (
        "Ilham Aliyev ruled out any status for Nagorno-Karabakh.",
        "REJECT Aliyev > ?",
    ),
    ("Mexico said it would not pay for the wall.", "REJECT Mexico"),
    (
        "Hungary's refusal to send weapons to Ukraine annoyed the alliance.",
        "REJECT Hungary > Ukraine",
    ),
    (
        "A proposal from Athens for a new name was rejected by Skopje.",
        "REJECT Skopje > Athens",
    ),
    (
        "Addis Ababa would not accept Egypt's draft.",
        "REJECT Addis Ababa > Egypt",
    ),
]

THREATEN = [
    (
        "Kim Yo Jong warned Seoul that it would pay dearly for the leaflets.",
        "THREATEN Kim Yo Jong > Seoul",
    ),
    ("Donald Trump threatened Mexico with tariffs.", "THREATEN Trump > Mexico"),
    (
        "Iran vowed revenge against the United States for the death of Qassem Soleimani.",
        "THREATEN Iran > United States",
    ),
    (
        "The European Union said it would suspend aid to Burundi unless the killings stopped.",
        "THREATEN European Union > Burundi",
    ),
    (
        "Russia's threat to cut off Moldova's gas drew no reply.",
        "THREATEN Russia > Moldova",
    ),
    (
        "China threatened to take countermeasures against Lithuania.",
        "THREATEN China > Lithuania",
    ),
    (
        "Israel will strike Lebanon if Hezbollah fires another rocket, Benny Gantz warned.",
        "THREATEN Israel|Benny Gantz > ?",
    ),
]

PROTEST = [
    (
        "Thousands of Israelis marched against Benjamin Netanyahu in Tel Aviv.",
        "PROTEST Israelis|Thousands of Israelis > Netanyahu",
    ),
    (
        "Argentine truckers blocked the port of Rosario over fuel prices.",
        "PROTEST truckers|Argentine truckers > ?",
    ),
    ("Alexei Navalny went on hunger strike in March.", "PROTEST Navalny"),
    (
        "The opposition boycotted the election in Serbia.",
        "PROTEST opposition > ?",
    ),
    (
        "Farmers from Punjab held a sit-in outside Delhi against the laws of Narendra Modi.",
        "PROTEST Farmers > Modi",
    ),
    ("French railway workers walked out on Thursday.", "PROTEST French railway workers|workers"),
    (
        "A rally by Georgians against Russia filled the square in front of the parliament.",
        "PROTEST Georgians > Russia",
    ),
]

SANCTION = [
    (
        "Bulgaria expelled two Russian diplomats for spying.",
        "SANCTION Bulgaria > Russian diplomats|Russia",
    ),
    ("Morocco broke off relations with Iran.", "SANCTION Morocco > Iran"),
    ("The African Union suspended Sudan after the coup.", "SANCTION African Union > Sudan"),
    pytest.param(
        "A Turkish court sentenced the philanthropist Osman Kavala to life.",
        "SANCTION Turkish court|court > Kavala",
        marks=pytest.mark.xfail(
            strict=True,
            reason="the coders of PLV take a sentence in court for COERCE; so does the lexicon",
        ),
    ),
    ("The Netherlands froze its budget aid to Rwanda.", "SANCTION Netherlands > Rwanda"),
    (
        "Burundi withdrew from the International Criminal Court.",
        "SANCTION Burundi > International Criminal Court",
    ),
    ("Pyongyang walked out of the talks with Seoul.", "SANCTION Pyongyang > Seoul"),
    (
        "Canada's expulsion of a Chinese consul drew applause.",
        "SANCTION Canada > consul|Chinese consul|China",
    ),
]

MOBILIZE = [
    (
        "Russia moved an armoured brigade up to the Ukrainian border.",
        "MOBILIZE Russia > Ukraine",
    ),
    ("South Korea put its army on alert after the launch.", "MOBILIZE South Korea > ?"),
    ("Iran test-fired a Shahab missile.", "MOBILIZE Iran"),
    (
        "China flew 25 warplanes into Taiwan's air-defence zone.",
        "MOBILIZE China > Taiwan",
    ),
    ("Poland called up its reservists.", "MOBILIZE Poland"),
    (
        "Colombia deployed 2,000 more troops along the border with Venezuela.",
        "MOBILIZE Colombia > Venezuela",
    ),
    (
        "The deployment of Turkish warships near Greece worried the fishermen.",
        "MOBILIZE Turkey > Greece",
    ),
]

COERCE = [
    (
        "Turkish police detained the singer Gulsen in Istanbul.",
        "COERCE Turkish police|police > Gulsen",
    ),
    (
        "The European Union blacklisted eleven generals of Myanmar.",
        "COERCE European Union > generals|Myanmar",
    ),
    ("Uganda banned the Daily Monitor for ten days.", "COERCE Uganda > Daily Monitor"),
    (
        "Iranian commandos seized the tanker Stena Impero.",
        "COERCE Iran|Iranian commandos > ?",
    ),
    ("Pakistan deported thousands of Afghans.", "COERCE Pakistan > Afghans|Afghanistan"),
    (
        "Russian hackers broke into the servers of the Bundestag.",
        "COERCE Russian hackers|hackers|Russia > Bundestag",
    ),
    ("Sri Lanka imposed a curfew after the blasts.", "COERCE Sri Lanka"),
    (
        "The reporter Evan Gershkovich was arrested by the FSB in Yekaterinburg.",
        "COERCE FSB > Gershkovich",
    ),
]

ASSAULT = [
    ("Saudi jets bombed a school bus in Yemen.", "ASSAULT Saudi Arabia > ?"),
    (
        "Boko Haram killed 40 farmers near Maiduguri.",
        "ASSAULT Boko Haram > farmers",
    ),
    (
        "The Islamic State attacked the Russian embassy in Kabul with a car bomb.",
        "ASSAULT Islamic State > Russian embassy|Russia",
    ),
    (
        "Turkish shelling of Syria went on through the night.",
        "ASSAULT Turkey > Syria [actual|ongoing]",
    ),
    ("Myanmar's army torched villages of the Rohingya.", "ASSAULT Myanmar's army|Myanmar > ?"),
    (
        "Armenian and Azerbaijani troops exchanged fire near Sotk.",
        "ASSAULT Armenia + Azerbaijan",
    ),
    ("Riot police beat students in Belgrade.", "ASSAULT Riot police|police > students"),
    (
        "The former prime minister Shinzo Abe was shot dead by Tetsuya Yamagami in Nara.",
        "ASSAULT Yamagami > Abe",
    ),
]


@pytest.mark.parametrize(("text", "line"), [*REQUEST, *ACCUSE, *REJECT, *THREATEN])
def test_conflict_in_words(coded, text, line):
    assert misread(coded(text), (line,)) == ([], [])


@pytest.mark.parametrize(("text", "line"), [*PROTEST, *SANCTION, *MOBILIZE, *COERCE, *ASSAULT])
def test_conflict_in_deeds(coded, text, line):
    assert misread(coded(text), (line,)) == ([], [])
