"""Types of cooperation: in words AGREE, CONSULT, SUPPORT, CONCEDE, in deeds COOPERATE, AID, RETREAT.

The line behind a sentence is all that it tells: another event would be a false one.
"""

import pytest

from codings import misread

AGREE = [
    (
        "Armenia and Azerbaijan agreed on Tuesday to exchange the bodies of soldiers killed in "
        "last autumn's war.",
        "AGREE Armenia + Azerbaijan",
    ),
    (
        "Ethiopia and Sudan reached a deal on the dam after three nights in Kinshasa.",
        "AGREE Ethiopia + Sudan",
    ),
    (
        "Germany promised Ukraine a further 150 million euros for the winter.",
        "AGREE Germany > Ukraine",
    ),
    (
        "The European Union is to grant Moldova visa-free travel.",
        "AGREE European Union > Moldova",
    ),
    (
        "Boris Johnson pledged British help to Nigeria against Boko Haram.",
        "AGREE Boris Johnson > Nigeria",
    ),
    (
        "Switzerland offered to mediate between Venezuela and Colombia.",
        "AGREE Switzerland > Venezuela, Colombia",
    ),
    (
        "The accord on Nile water that Egypt and Uganda struck in Entebbe runs for ten years.",
        "AGREE Egypt + Uganda",
    ),
    (
        "Japan has committed itself to paying for the new airport of Palau.",
        "AGREE Japan > Palau",
    ),
]

CONSULT = [
    (
        "Antony Blinken received Dmytro Kuleba at the State Department on Monday.",
        "CONSULT Blinken + Kuleba",
    ),
    (
        "Talks between Serbia and Kosovo resumed in Brussels on Thursday.",
        "CONSULT Serbia + Kosovo",
    ),
    (
        "The Finnish president, Sauli Niinisto, spoke by phone with Vladimir Putin for an hour.",
        "CONSULT Niinisto + Putin",
    ),
    (
        "Norway brokered a fourth round of talks between Colombia and the National Liberation Army.",
        "CONSULT Colombia + National Liberation Army",
    ),
    (
        "Ursula von der Leyen flew to Ankara and sat down with Recep Tayyip Erdogan.",
        "CONSULT Ursula von der Leyen + Erdogan",
    ),
    pytest.param(
        "The foreign ministers of Greece and Turkey met over dinner in Athens.",
        "CONSULT Greece + Turkey",
        marks=pytest.mark.xfail(
            strict=True,
            reason="the cast takes ministers of two states for one unnamed actor of the first",
        ),
    ),
    ("Pope Francis visited Iraq in March.", "CONSULT Francis > Iraq"),
    (
        "Envoys of the Taliban and of the United States negotiated for nine days in Doha.",
        "CONSULT Taliban + United States",
    ),
]

SUPPORT = [
    ("Chile and Ecuador signed a trade treaty in Quito.", "SUPPORT Chile + Ecuador"),
    ("Narendra Modi congratulated Kamala Harris on her election.", "SUPPORT Modi > Harris"),
    ("Ireland has formally recognised the State of Palestine.", "SUPPORT Ireland > Palestine"),
    (
        "The Dutch government apologised to Indonesia for the violence of the 1940s.",
        "SUPPORT Dutch government > Indonesia",
    ),
    (
        "Jens Stoltenberg praised Montenegro for its contribution to the alliance.",
        "SUPPORT Stoltenberg > Montenegro",
    ),
    (
        "The endorsement of Mark Rutte by Poland came as a relief.",
        "SUPPORT Poland > Rutte",
    ),
    ("Beijing voiced its backing for Pakistan over Kashmir.", "SUPPORT Beijing > Pakistan"),
    ("Kuwait and Lebanon restored full diplomatic ties.", "SUPPORT Kuwait + Lebanon"),
]

CONCEDE = [
    ("Washington lifted its arms embargo on Vietnam.", "CONCEDE Washington > Vietnam"),
    (
        "Turkey dropped the charges against the American pastor Andrew Brunson.",
        "CONCEDE Turkey > Brunson",
    ),
    (
        "The Armenian prime minister, Serzh Sargsyan, resigned after eleven days of marches.",
        "CONCEDE Sargsyan",
    ),
    ("Canada relaxed its visa rules for Mexico.", "CONCEDE Canada > Mexico"),
    (
        "The embargo on Eritrea was lifted by the United Nations in November.",
        "CONCEDE United Nations > Eritrea",
    ),
    (
        "Saudi Arabia reopened its border with Qatar after more than three years.",
        "CONCEDE|RETREAT Saudi Arabia > Qatar",
    ),
    ("Ankara withdrew its objection to Finland's membership.", "CONCEDE Ankara > Finland"),
    (
        "The easing of sanctions on Venezuela by the United States surprised investors.",
        "CONCEDE United States > Venezuela",
    ),
]

COOPERATE = [
    ("Indian and French warships exercised together off Goa.", "COOPERATE India + France"),
    (
        "Thailand extradited the arms dealer to the United States.",
        "COOPERATE Thailand > United States",
    ),
    ("Morocco shared intelligence with Spain on the cell.", "COOPERATE Morocco > Spain"),
    (
        "Russia and China held joint naval drills in the Sea of Japan.",
        "COOPERATE Russia + China",
    ),
    (
        "Since 2017 Libya has worked closely with Italy on migration.",
        "COOPERATE Libya + Italy",
    ),
    ("Iraq resumed oil exports to Jordan.", "COOPERATE Iraq > Jordan"),
    ("Ukraine and Russia swapped 35 prisoners each.", "COOPERATE Ukraine + Russia"),
    pytest.param(
        "Austria bought 50 percent of its gas from Russia last year.",
        "COOPERATE Austria > Russia",
        marks=pytest.mark.xfail(strict=True, reason="the typer takes plain trade for no event"),
    ),
]

AID = [
    ("Qatar paid the salaries of the Lebanese army.", "AID Qatar > Lebanese army|Lebanon"),
    ("Cuba sent 52 doctors to Italy in March.", "AID Cuba > Italy"),
    (
        "Uganda sheltered more than a million refugees from South Sudan.",
        "AID Uganda > refugees|South Sudan",
    ),
    ("Kyrgyzstan received 500,000 doses of vaccine from Russia.", "AID Russia > Kyrgyzstan"),
    ("Ecuador granted Julian Assange asylum in its embassy.", "AID Ecuador > Assange"),
    ("The World Bank lent Egypt $400 million for its railways.", "AID World Bank > Egypt"),
    ("Mali was supplied with helicopters by Moscow.", "AID Moscow > Mali"),
    (
        "Israel rushed a field hospital to Nepal after the earthquake.",
        "AID Israel > Nepal",
    ),
]

RETREAT = [
    ("France pulled its last soldiers out of Mali.", "RETREAT France > Mali"),
    (
        "Iran freed the charity worker Nazanin Zaghari-Ratcliffe after six years.",
        "RETREAT Iran > Zaghari-Ratcliffe",
    ),
    (
        "The ceasefire between Israel and Hamas took hold at two in the morning.",
        "RETREAT Israel + Hamas",
    ),
    (
        "The FARC handed over the last of its weapons to the United Nations.",
        "RETREAT FARC > United Nations",
    ),
    ("Russian troops withdrew from Kherson overnight.", "RETREAT Russia > ?"),
    (
        "Belgium returned the remains of Patrice Lumumba to Congo.",
        "RETREAT Belgium > Congo",
    ),
    (
        "The Taliban released the Australian teacher Timothy Weeks.",
        "RETREAT Taliban > Timothy Weeks",
    ),
    (
        "Tehran let inspectors of the International Atomic Energy Agency into the site at Karaj.",
        "RETREAT Tehran > inspectors|International Atomic Energy Agency",
    ),
]


@pytest.mark.parametrize(
    ("text", "line"), [*AGREE, *CONSULT, *SUPPORT, *CONCEDE, *COOPERATE, *AID, *RETREAT]
)
def test_cooperation(coded, text, line):
    assert misread(coded(text), (line,)) == ([], [])
