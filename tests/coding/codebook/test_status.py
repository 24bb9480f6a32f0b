"""How real an event is, in the contract's nine statuses; all that a sentence tells is listed."""

import pytest

from codings import misread

ACTUAL = [
    ("Niger has expelled the French ambassador.", "SANCTION Niger > ?"),
    (
        "Angela Merkel confirmed that Germany had sent howitzers to Ukraine.",
        "AID Germany > Ukraine by Angela Merkel",
    ),
    (
        "The Egyptian foreign minister, Sameh Shoukry, said Egypt had freed the Sudanese soldiers.",
        "RETREAT Egypt > ? by Sameh Shoukry",
    ),
    ("The European Union is to grant Georgia a loan.", "AGREE European Union > Georgia"),
    ("Estonia pledged to abandon its claim on Russian land.", "AGREE Estonia > Russia"),
    (
        "Having recalled its envoy from Lima, Mexico fell silent.",
        "SANCTION Mexico > ?",
    ),
    (
        "Nepal, which had wavered for years, finally signed the compact with the United States.",
        "SUPPORT Nepal + United States",
    ),
]

ONGOING = [
    (
        "Turkey is hosting peace talks between Russia and Ukraine.",
        "CONSULT Russia + Ukraine [ongoing]",
    ),
    ("Israeli jets are still bombing Lebanon.", "ASSAULT Israel > Lebanon [ongoing]"),
    (
        "Teachers in Chile continue to strike against the reform.",
        "PROTEST Teachers > ? [ongoing]",
    ),
    ("China keeps massing ships near Taiwan.", "MOBILIZE China > ? [ongoing]"),
    ("Talks between Iran and Iraq are under way in Basra.", "CONSULT Iran + Iraq [ongoing]"),
    ("Italy is sending doctors to Albania.", "AID Italy > Albania [ongoing]"),
    (
        "Azerbaijan continues to hold Armenian prisoners.",
        "COERCE Azerbaijan > Armenian prisoners|Armenia [ongoing]",
    ),
]

PLANNED = [
    ("Moscow plans to recall its ambassador from Norway.", "SANCTION Moscow > Norway [planned]"),
    (
        "Kazakhstan has decided to withdraw its peacekeepers from Lebanon.",
        "SANCTION|RETREAT Kazakhstan > Lebanon [planned]",
    ),
    (
        "The Pentagon intends to pull its troops out of Somalia.",
        "RETREAT Pentagon > Somalia [planned]",
    ),
    (
        "India is preparing to deploy missiles along the border with China.",
        "MOBILIZE India > China [planned]",
    ),
    ("Greek seamen plan to strike on Wednesday.", "PROTEST Greek seamen|seamen|Greece [planned]"),
    (
        "Iran is set to free the Portuguese crew of the tanker.",
        "RETREAT Iran > ? [planned]",
    ),
    ("Australia is about to deport Novak Djokovic.", "COERCE Australia > Djokovic [planned]"),
]

PROPOSED = [
    (
        "A draft resolution of the Security Council urges Israel to lift the blockade.",
        "REQUEST draft resolution|resolution|Security Council > Israel [proposed]",
    ),
    (
        "Under a French proposal, the European Union would lift its sanctions on Syria.",
        "CONCEDE European Union > Syria [proposed]",
    ),
    (
        "The proposed deployment of American missiles in Poland drew no comment.",
        "MOBILIZE United States > Poland [proposed]",
    ),
    (
        "The draft condemns Rwanda for its conduct in Congo.",
        "ACCUSE draft > Rwanda [proposed]",
    ),
    (
        "The bill would ban TikTok in Kyrgyzstan.",
        "COERCE ? > TikTok [proposed]",
    ),
]

POSSIBLE = [
    (
        "Ankara may close its airspace to Russia.",
        "COERCE Ankara > Russia [possible]",
    ),
    (
        "Japan is weighing whether to send Patriot missiles to Ukraine.",
        "AID Japan > Ukraine [possible]",
    ),
    (
        "Poland could expel the ambassador of Belarus.",
        "SANCTION Poland > ambassador|Belarus [possible]",
    ),
    (
        "Analysts fear that China will invade Taiwan.",
        "ASSAULT China > Taiwan [possible]",
    ),
    (
        "It is possible that Chad has closed its border with Sudan.",
        "COERCE Chad > Sudan [possible]",
    ),
    (
        "Denmark is thinking of pulling its soldiers out of Iraq.",
        "RETREAT Denmark > Iraq [possible]",
    ),
]

CONDITIONAL = [
    (
        "Finland would reopen its border with Russia if the flow of migrants stopped.",
        "CONCEDE|RETREAT Finland > Russia [conditional]",
    ),
    (
        "The United States would ease sanctions on Venezuela if free elections were held.",
        "CONCEDE United States > Venezuela [conditional]",
    ),
    (
        "Provided that a judge agrees, Spain would extradite the rapper to Belgium.",
        "COOPERATE Spain > Belgium [conditional]",
    ),
    (
        "Only if the truce holds will Israel pull its tanks out of Lebanon.",
        "RETREAT Israel > ? [conditional]",
    ),
    (
        "Unless Kyiv objects, Romania would send weapons to Moldova.",
        "AID Romania > Moldova [conditional]",
    ),
    (
        "France will return the bronzes to Benin once parliament has passed the law.",
        "RETREAT France > Benin [conditional]",
    ),
]

ALLEGED = [
    (
        "Kyiv said Russian forces had shelled Ukraine overnight.",
        "ASSAULT Russia > Ukraine [alleged] by Kyiv",
    ),
    ("Iran allegedly supplied Hezbollah with drones.", "AID Iran > Hezbollah [alleged]"),
    (
        "According to Amnesty International, Eritrean soldiers massacred civilians in Axum.",
        "ASSAULT Eritrea|Eritrean soldiers > civilians [alleged] by Amnesty International",
    ),
    (
        "Israel allegedly killed the Iranian scientist Mohsen Fakhrizadeh.",
        "ASSAULT Israel > Fakhrizadeh [alleged]",
    ),
    (
        "Rwanda reportedly sent weapons to Burundi.",
        "AID Rwanda > Burundi [alleged]",
    ),
    (
        "Yerevan says that Azerbaijan attacked Armenia at dawn.",
        "ASSAULT Azerbaijan > Armenia [alleged] by Yerevan",
    ),
]

DENIED = [
    (
        "Moscow denied that it had poisoned Sergei Skripal.",
        "ASSAULT Moscow > Skripal [denied] by Moscow",
    ),
    (
        "Beijing has rejected reports that it sent arms to Russia.",
        "AID Beijing > Russia [denied]",
    ),
    (
        "Iran did not give missiles to Russia, Hossein Amirabdollahian said.",
        "AID Iran > Russia [denied] by Amirabdollahian",
    ),
    (
        "Nicolas Maduro said Venezuela had never attacked Colombia.",
        "ASSAULT Venezuela > Colombia [denied] by Maduro",
    ),
    (
        "Pakistan's denial that it had bombed a village in Afghanistan was met with laughter.",
        "ASSAULT Pakistan > ? [denied]",
    ),
    ("Rwanda denies supplying weapons to the M23.", "AID Rwanda > M23 [denied] by Rwanda"),
]

NOT_HAPPENED = [
    ("Switzerland never supplied weapons to Ukraine.", "AID Switzerland > Ukraine [not-happened]"),
    (
        "A meeting between Vladimir Putin and Volodymyr Zelenskiy did not take place.",
        "CONSULT Putin + Zelenskiy [not-happened]",
    ),
    ("India stopped short of condemning Russia.", "ACCUSE India > Russia [not-happened]"),
    (
        "South Africa failed to arrest Omar al-Bashir.",
        "COERCE South Africa > Omar al-Bashir [not-happened]",
    ),
    (
        "The European Union has yet to lift its sanctions on Zimbabwe.",
        "CONCEDE European Union > Zimbabwe [not-happened]",
    ),
    (
        "Armenia and Azerbaijan left Munich without signing a treaty.",
        "SUPPORT Armenia + Azerbaijan [not-happened]",
    ),
    (
        "Neither Egypt nor Jordan took in refugees from Gaza.",
        "AID Egypt, Jordan > ? [not-happened]",
    ),
]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        *ACTUAL,
        *ONGOING,
        *PLANNED,
        *PROPOSED,
        *POSSIBLE,
        *CONDITIONAL,
        *ALLEGED,
        *DENIED,
        *NOT_HAPPENED,
    ],
)
def test_status(coded, text, line):
    assert misread(coded(text), (line,)) == ([], [])
