"""Traps: words of an act where nothing happened, or not now, or only by what somebody says."""

import pytest

from codings import misread

REAL = frozenset({"actual", "ongoing", "planned"})

NEGATED = [
    "Ukraine has not accused Poland of anything.",
    "No troops of Turkey entered Armenia.",
    "Norway never threatened Sweden.",
    "Chad denied that Sudan had attacked it.",
    "Neither Peru nor Chile has recalled its ambassador from Bolivia.",
    "Luxembourg was never going to expel the Belgian ambassador.",
]

HYPOTHETICAL = [
    "Had Russia invaded Estonia, the alliance would have fought back.",
    "Imagine that China bombed Japan tomorrow.",
    "What if Iran attacked Saudi Arabia?",
    "An attack by North Korea on Japan would kill a million people.",
    "If Egypt had bombed the dam, Sudan would have been flooded.",
    "In the war game, Russia struck Poland within an hour.",
    "The novel tells how Mexico invades Texas.",
]

# Grammar and words are those of a plan; only the world says that it is none.
MEANT = pytest.mark.xfail(strict=True, reason="irony without a sign in words or grammar")

IRONY = [
    pytest.param("Yes, of course, and tomorrow Luxembourg will invade France.", marks=MEANT),
    pytest.param("Monaco's mighty navy is no doubt about to attack Italy.", marks=MEANT),
    "As if Iceland had ever threatened Denmark.",
    "If Kim Jong Un had a penny for every time he destroyed Seoul, he would be rich.",
    "Switzerland has, we are asked to believe, declared war on Liechtenstein.",
]


@pytest.mark.parametrize("text", [*NEGATED, *HYPOTHETICAL, *IRONY])
def test_nothing_of_it_happened(coded, text):
    assert [e.type for e in coded(text).events if e.status in REAL] == []


HISTORICAL = [
    "In 1979 the Soviet Union invaded Afghanistan.",
    "Napoleon attacked Russia in June 1812.",
    "Eighty years ago Germany attacked Poland.",
    "Iraq invaded Kuwait in August 1990, and Saddam Hussein called it a province.",
    "During the Cold War the United States expelled dozens of Soviet diplomats.",
    "Egypt and Israel signed a treaty at the White House in March 1979.",
]


@pytest.mark.parametrize("text", HISTORICAL)
def test_what_is_long_past_is_background(coded, text):
    assert [e.type for e in coded(text).events if not e.background] == []


SPORT = [
    "Real Madrid beat Liverpool in Paris to win the Champions League.",
    "Serbia attacked from the first minute, but the Swiss goalkeeper saved everything.",
    "Novak Djokovic crushed Rafael Nadal in the semifinal.",
    "Argentina fought back to defeat France on penalties in the World Cup final.",
    "India's bowlers destroyed Pakistan in the cricket match in Colombo.",
    "Chelsea signed the Ukrainian midfielder Mykhailo Mudryk from Shakhtar Donetsk.",
    "Hungary hit the post twice before Scotland surrendered in the football match.",
]

TITLES = [
    'The film "Zero Dark Thirty" opened in London.',
    'He has written a book called "Germany Attacks Russia".',
    'The play "England Invades Scotland" ran in Edinburgh for a month.',
    'A song titled "Kill the King of Spain" was played in Madrid.',
    'The exhibition "France Bombs Algeria" closes on Sunday.',
    "The painting “Cossacks Attack Poland” was sold for a million euros.",
]

SCARE = [
    'Officials in Donetsk held a "referendum".',
    'The "aid" that Moscow sent to Syria was a box of leaflets.',
    'Beijing\'s "gift" to Sri Lanka was a debt of a billion dollars.',
    'Russian troops "liberated" the town of Popasna from Ukraine.',
    'The "attack" on Serbia was a fireworks display.',
]

SO_CALLED = [
    "The so-called attack by Albania on Serbia was a fireworks display.",
    "The so-called aid from Russia to Syria was a box of leaflets.",
    "The so-called referendum in Luhansk was over by noon.",
    "The so-called invasion of Grenada by Cuba was a rumour.",
    "The so-called treaty between Laos and Cambodia is a hoax.",
]

FIGURES = [
    "France bombed at the song contest.",
    "Inflation hit Turkey hard.",
    "Chip makers in Taiwan are fighting for talent.",
    "Germany fired the starting gun for the auction of its airwaves.",
    "A heat wave struck India in April.",
    "Estonia leads the European Union in broadband.",
    "The road links Kenya with Uganda.",
]


@pytest.mark.parametrize("text", [*SPORT, *TITLES, *SCARE, *SO_CALLED, *FIGURES])
def test_the_words_mean_no_act(coded, text):
    assert [e.type for e in coded(text).events if e.status in REAL] == []


NAMED_SO = [
    (
        "The so-called Islamic State attacked Iraq again on Monday.",
        ("ASSAULT Islamic State > Iraq",),
    ),
    (
        'Iran attacked Iraq with "kamikaze" drones.',
        ("ASSAULT Iran > Iraq",),
    ),
    (
        "China imposed sanctions on Taiwan's so-called separatists.",
        ("COERCE China > ?",),
    ),
    (
        'Russia recognised the "Donetsk People\'s Republic" in February.',
        ("SUPPORT Russia > ?",),
    ),
    (
        "After the football match, Egypt recalled its ambassador from Algeria.",
        ("SANCTION Egypt > Algeria",),
    ),
]


@pytest.mark.parametrize(("text", "lines"), NAMED_SO)
def test_an_act_stays_one_beside_such_words(coded, text, lines):
    assert misread(coded(text), lines) == ([], [])


# The accusation happened; what it says may have.
ACCUSED = [
    (
        "Kosovo accused Serbia of arming the gunmen.",
        ("ACCUSE Kosovo > Serbia", "AID Serbia > gunmen [alleged]"),
    ),
    (
        "Ukraine accused Russia of shelling Moldova.",
        ("ACCUSE Ukraine > Russia", "ASSAULT Russia > Moldova [alleged]"),
    ),
    (
        "Sudan complained to the Security Council that Ethiopia had attacked Sudan.",
        ("ACCUSE Sudan > Ethiopia|Security Council", "ASSAULT Ethiopia > Sudan [alleged]"),
    ),
    (
        "Berlin charged Russia with hacking the Bundestag.",
        ("ACCUSE Berlin > Russia", "COERCE Russia > Bundestag [alleged]"),
    ),
    (
        "Lebanon blamed Israel for an attack on Hezbollah.",
        ("ACCUSE Lebanon > Israel", "ASSAULT Israel > Hezbollah [alleged]"),
    ),
    (
        "Israel is suspected of killing the Iranian scientist Mohsen Fakhrizadeh.",
        ("ACCUSE - > Israel", "ASSAULT Israel > Fakhrizadeh [alleged]"),
    ),
    (
        "Canada condemned Iran's seizure of a Greek tanker.",
        ("ACCUSE Canada > Iran", "COERCE Iran > ? [alleged|actual]"),
    ),
]


@pytest.mark.parametrize(("text", "lines"), ACCUSED)
def test_what_an_accusation_says_is_alleged(coded, text, lines):
    assert misread(coded(text), lines) == ([], [])
