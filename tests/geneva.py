"""A record written by hand: the talks of Blinken and Lavrov in Geneva on 21 January 2022.

The story is told in our own words; the quotations are from the State Department's transcript. Every
span is found by its words, so that the story can be changed without counting letters.
"""

from hashlib import sha256

from memcon.record.article import Article, Credit, Notice, Published, Section
from memcon.record.contract import MadeBy, Record
from memcon.record.findings import (
    Actor,
    Event,
    Issue,
    Place,
    Position,
    Prospect,
    Quantity,
    Role,
    Silence,
    Statement,
    Time,
)
from memcon.record.span import Span

BLOCKS = (
    ("headline", "U.S. and Russia agree to keep talking after Geneva meeting on Ukraine"),
    ("byline", "By our diplomatic staff"),
    (
        "body",
        "U.S. Secretary of State Antony Blinken met Russian Foreign Minister Sergei Lavrov in "
        "Geneva on January 21, with some 100,000 Russian troops massed near Ukraine's borders.",
    ),
    (
        "body",
        "Blinken pressed Russia to release Paul Whelan and Trevor Reed, two Americans held in "
        "Russian prisons, State Department spokesman Ned Price said.",
    ),
    (
        "body",
        '"We didn\'t expect any major breakthroughs to happen today," Blinken told reporters after '
        'the talks, which he called "frank and substantive."',
    ),
    (
        "body",
        "Lavrov said that Moscow had no plans to attack Ukraine. He demanded a written guarantee "
        "that Ukraine would never join NATO, and said he and Blinken had agreed to speak again "
        "once Washington had sent its answers.",
    ),
    (
        "body",
        "The Russian minister declined to say what Moscow would do if the answers fell short, TASS "
        "reported. The Russian Foreign Ministry did not mention the prisoners in its account of "
        "the meeting.",
    ),
    (
        "body",
        "A senior U.S. official said the White House would decide on a call between President Joe "
        "Biden and Russian President Vladimir Putin, provided that the answers had been studied in "
        "Moscow. The Kremlin and the White House would announce its date.",
    ),
    (
        "body",
        "Kyiv has accused Russia of preparing sabotage in eastern Ukraine. The United States may "
        "cut Russian banks off from the dollar. Russia seized Crimea from Ukraine in 2014.",
    ),
    ("credit", "With reporting by Reuters and AP"),
    (
        "notice",
        "If you are in Belarus, where the authorities have labelled this site extremist, you may "
        "be punished for following it or for saving its pages.",
    ),
)
TEXT = "\n\n".join(words for _, words in BLOCKS)


def at(words: str, after: str = "") -> Span:
    """Where `words` first stand in the story, behind `after`."""
    start = TEXT.index(words, TEXT.index(after))
    return Span(start=start, end=start + len(words))


def actor(
    ident: str, name: str, kind: str, country: str | None, *mentions: Span
) -> dict[str, object]:
    """The fields of an actor without offices."""
    found = mentions or (at(name),)
    sector = {"person": "GOV", "government": "GOV", "agency": "GOV", "media": "MED"}.get(kind)
    return {
        "id": ident,
        "name": name,
        "kind": kind,
        "country": country,
        "sector": sector,
        "roles": (),
        "mentions": found,
    }


def role(title: str, of: str, words: str, tenure: str = "current") -> Role:
    """An office, quoted by `words`."""
    where = at(words)
    return Role(title=title, of=of, tenure=tenure, start=where.start, end=where.end)


def event(ident: str, kind: str, trigger: str, evidence: str, **fields: object) -> Event:
    """An actual event of this article's own news, unless `fields` say otherwise."""
    plain: dict[str, object] = {
        "mode": None,
        "cameo": None,
        "contexts": (),
        "source": (),
        "target": (),
        "mutual": False,
        "intermediaries": (),
        "issues": (),
        "time": None,
        "place": None,
        "status": "actual",
        "background": False,
        "said_by": None,
        "quantities": (),
        "goldstein": 0.0,
        "quad": "verbal-cooperation",
        "confidence": 0.9,
    }
    return Event(
        id=ident,
        type=kind,
        trigger=at(trigger),
        evidence=(at(evidence),),
        **{**plain, **fields},
    )


def statement(ident: str, speakers: tuple[str, ...], content: str, **fields: object) -> Statement:
    """An indirect statement at first hand, unless `fields` say otherwise."""
    plain: dict[str, object] = {
        "speaker_span": None,
        "cue": None,
        "form": "indirect",
        "via": None,
        "venue": None,
        "time": None,
        "confidence": 0.9,
    }
    return Statement(id=ident, speakers=speakers, content=(at(content),), **{**plain, **fields})


def position(who: str, issue: str, stance: str, evidence: str, **fields: object) -> Position:
    """A stance, quoted by `evidence`."""
    plain: dict[str, object] = {"statement": None, "event": None, "confidence": 0.9}
    return Position(
        actor=who, issue=issue, stance=stance, evidence=at(evidence), **{**plain, **fields}
    )


def sections() -> tuple[Section, ...]:
    """The blocks of the story, each with its kind."""
    made, start = [], 0
    for kind, words in BLOCKS:
        made.append(Section(kind=kind, start=start, end=start + len(words)))
        start += len(words) + 2
    return tuple(made)


def credit(name: str) -> Credit:
    """An agency that the last line of the story credits."""
    where = at(name, after="With reporting by")
    return Credit(name=name, kind="agency", start=where.start, end=where.end)


_NOTICE = at(BLOCKS[-1][1])

ARTICLE = Article(
    id=sha256(TEXT.encode()).hexdigest(),
    given_id=None,
    url="https://news.example/2022/01/21/geneva-talks",
    publisher="The Example Courier",
    language="en",
    published=Published(value="2022-01-22", basis="url"),
    title=BLOCKS[0][1],
    text=TEXT,
    sections=sections(),
    credits=(credit("Reuters"), credit("AP")),
    flags=("breaking",),
    notices=(Notice(jurisdictions=("BLR",), start=_NOTICE.start, end=_NOTICE.end),),
)

ACTORS = (
    Actor(
        **{
            **actor("a1", "Antony Blinken", "person", "USA"),
            "roles": (role("Secretary of State", "USA", "U.S. Secretary of State"),),
        }
    ),
    Actor(
        **{
            **actor("a2", "Sergei Lavrov", "person", "RUS"),
            "roles": (role("Foreign Minister", "RUS", "Russian Foreign Minister"),),
        }
    ),
    Actor(**actor("a3", "Russia", "state", "RUS", at("Russia to", after="pressed"))),
    Actor(
        **{
            **actor("a4", "Ned Price", "person", "USA"),
            "roles": (role("spokesman", "State Department", "State Department spokesman"),),
        }
    ),
    Actor(**actor("a5", "Moscow", "government", "RUS")),
    Actor(**actor("a6", "TASS", "media", "RUS")),
    Actor(**actor("a7", "Russian Foreign Ministry", "agency", "RUS")),
    Actor(**actor("a8", "a senior U.S. official", "unnamed", "USA", at("A senior U.S. official"))),
    Actor(**actor("a9", "White House", "government", "USA")),
    Actor(
        **{
            **actor("a10", "Joe Biden", "person", "USA", at("Joe Biden")),
            "roles": (role("President", "USA", "President Joe"),),
        }
    ),
    Actor(
        **{
            **actor("a11", "Vladimir Putin", "person", "RUS"),
            "roles": (role("President", "RUS", "Russian President"),),
        }
    ),
    Actor(**actor("a12", "Kremlin", "government", "RUS")),
    Actor(**actor("a13", "Kyiv", "government", "UKR")),
    Actor(**actor("a14", "Ukraine", "state", "UKR", at("Ukraine's borders"))),
    Actor(**actor("a15", "Paul Whelan", "person", "USA")),
    Actor(**actor("a16", "United States", "state", "USA", at("The United States"))),
    Actor(**actor("a17", "NATO", "igo", None)),
)

_DAY, _YEAR, _CITY = at("January 21"), at("2014"), at("Geneva", after="Lavrov in")
_TROOPS = at("100,000 Russian troops")

EVENTS = (
    event(
        "e1",
        "MOBILIZE",
        "massed",
        "some 100,000 Russian troops massed near Ukraine's borders",
        source=("a3",),
        target=("a14",),
        status="ongoing",
        quantities=(Quantity(value=100000, unit="troops", start=_TROOPS.start, end=_TROOPS.end),),
        quad="material-conflict",
    ),
    event(
        "e2",
        "CONSULT",
        "met",
        "U.S. Secretary of State Antony Blinken met Russian Foreign Minister Sergei Lavrov in "
        "Geneva on January 21",
        source=("a1", "a2"),
        mutual=True,
        mode="meet",
        time="t1",
        place="p1",
    ),
    event(
        "e3",
        "REQUEST",
        "pressed",
        "Blinken pressed Russia to release Paul Whelan and Trevor Reed",
        source=("a1",),
        target=("a3",),
        said_by="s1",
        issues=("i1",),
    ),
    event(
        "e4",
        "AGREE",
        "agreed to speak",
        "he and Blinken had agreed to speak again once Washington had sent its answers",
        source=("a2", "a1"),
        mutual=True,
        said_by="s5",
    ),
    event(
        "e5",
        "ACCUSE",
        "accused",
        "Kyiv has accused Russia of preparing sabotage in eastern Ukraine",
        source=("a13",),
        target=("a3",),
        quad="verbal-conflict",
    ),
    event(
        "e6",
        "ASSAULT",
        "sabotage",
        "preparing sabotage in eastern Ukraine",
        source=("a3",),
        target=("a14",),
        status="alleged",
        confidence=0.4,
        quad="material-conflict",
    ),
    event(
        "e7",
        "SANCTION",
        "cut",
        "The United States may cut Russian banks off from the dollar",
        source=("a16",),
        target=("a3",),
        status="possible",
        quad="material-conflict",
    ),
    event(
        "e8",
        "ASSAULT",
        "seized",
        "Russia seized Crimea from Ukraine in 2014",
        source=("a3",),
        target=("a14",),
        time="t2",
        background=True,
        quad="material-conflict",
    ),
)

STATEMENTS = (
    statement(
        "s1",
        ("a4",),
        "Blinken pressed Russia to release Paul Whelan and Trevor Reed, two Americans held in "
        "Russian prisons",
        speaker_span=at("State Department spokesman Ned Price"),
        cue=at("said", after="Ned Price"),
    ),
    statement(
        "s2",
        ("a1",),
        "We didn't expect any major breakthroughs to happen today,",
        speaker_span=at("Blinken", after="happen today"),
        cue=at("told"),
        form="direct",
        venue="press conference",
        time="t1",
    ),
    statement(
        "s3",
        ("a1",),
        'the talks, which he called "frank and substantive."',
        cue=at("called"),
        form="mixed",
    ),
    statement(
        "s4",
        ("a2",),
        "that Moscow had no plans to attack Ukraine",
        speaker_span=at("Lavrov", after="Lavrov said"),
        cue=at("said", after="Lavrov said"),
    ),
    statement(
        "s5",
        ("a2",),
        "he and Blinken had agreed to speak again once Washington had sent its answers",
        cue=at("said", after="join NATO"),
        via="a6",
        confidence=0.3,
    ),
    statement(
        "s6",
        ("a8",),
        "the White House would decide on a call between President Joe Biden and Russian President "
        "Vladimir Putin, provided that the answers had been studied in Moscow",
        speaker_span=at("A senior U.S. official"),
        cue=at("said", after="U.S. official"),
    ),
)

ISSUES = (
    Issue(id="i1", name="prisoners", context="human-rights", mentions=(at("the prisoners"),)),
    Issue(
        id="i2",
        name="guarantee that Ukraine would never join NATO",
        context="military",
        mentions=(at("a written guarantee that Ukraine would never join NATO"),),
    ),
    Issue(
        id="i3",
        name="what Moscow would do",
        context=None,
        mentions=(at("what Moscow would do if the answers fell short"),),
    ),
)

POSITIONS = (
    position(
        "a1",
        "i1",
        "demands",
        "Blinken pressed Russia to release Paul Whelan and Trevor Reed",
        event="e3",
    ),
    position(
        "a2", "i2", "demands", "He demanded a written guarantee that Ukraine would never join NATO"
    ),
)

SILENCES = (
    Silence(
        actor="a2",
        about="i3",
        kind="refused",
        asked_by=None,
        evidence=at("The Russian minister declined to say what Moscow would do"),
        confidence=0.9,
    ),
    Silence(
        actor="a7",
        about="i1",
        kind="omitted",
        asked_by=None,
        evidence=at("The Russian Foreign Ministry did not mention the prisoners"),
        confidence=0.9,
    ),
)

PROSPECTS = (
    Prospect(
        id="n1",
        what="call",
        participants=("a10", "a11"),
        status="considered",
        time=None,
        place=None,
        deciders=("a9",),
        announcers=("a12", "a9"),
        conditions=(at("provided that the answers had been studied in Moscow"),),
        evidence=(
            at(
                "the White House would decide on a call between President Joe Biden and Russian "
                "President Vladimir Putin"
            ),
            at("The Kremlin and the White House would announce its date"),
        ),
        confidence=0.8,
    ),
)

GENEVA = Record(
    format="memcon/1",
    made_by=MadeBy(memcon="0.1.0", models={}),
    warnings=("date taken from the address",),
    article=ARTICLE,
    actors=ACTORS,
    times=(
        Time(id="t1", type="DATE", value="2022-01-21", start=_DAY.start, end=_DAY.end),
        Time(id="t2", type="DATE", value="2014", start=_YEAR.start, end=_YEAR.end),
    ),
    places=(
        Place(
            id="p1",
            name="Geneva",
            country="CHE",
            lat=46.2,
            lon=6.15,
            start=_CITY.start,
            end=_CITY.end,
        ),
    ),
    events=EVENTS,
    statements=STATEMENTS,
    issues=ISSUES,
    positions=POSITIONS,
    silences=SILENCES,
    prospects=PROSPECTS,
)
