"""What a memo says of a record, and that each line of it can be traced."""

from dataclasses import replace

import msgspec
import pytest

from geneva import GENEVA, at
from memcon.record.findings import Role

NONE: dict[str, tuple[()]] = dict.fromkeys(
    ("times", "places", "events", "statements", "issues", "positions", "silences"), ()
) | {"prospects": ()}


def lines(memo, key):
    """The words of a part, heads too."""
    part = next(part for part in memo.parts if part.key == key)
    return [
        line.words
        for group in part.groups
        for line in (*((group.head,) if group.head else ()), *group.lines)
    ]


def changed(group, number, **fields):
    """Geneva with one finding changed."""
    findings = list(getattr(GENEVA, group))
    findings[number] = msgspec.structs.replace(findings[number], **fields)
    return msgspec.structs.replace(GENEVA, **{group: tuple(findings)})


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("participants", "Antony Blinken, Secretary of State"),
        ("participants", "Russia"),
        (
            "happened",
            "Antony Blinken and Sergei Lavrov held talks in Geneva, Switzerland, 21 January 2022: "
            "“U.S. Secretary of State Antony Blinken met Russian Foreign Minister Sergei Lavrov in "
            "Geneva on January 21”",
        ),
        (
            "happened",
            "Sergei Lavrov and Antony Blinken agreed, according to Sergei Lavrov, as reported by "
            "TASS: “he and Blinken had agreed to speak again once Washington had sent its answers”",
        ),
        (
            "happened",
            "Kyiv faulted Russia: “Kyiv has accused Russia of preparing sabotage in eastern "
            "Ukraine”",
        ),
        ("said", "Ned Price, spokesman, State Department, United States"),
        (
            "said",
            "“We didn't expect any major breakthroughs to happen today” (press conference, "
            "21 January 2022)",
        ),
        ("said", "Moscow had no plans to attack Ukraine"),
        ("issues", "Antony Blinken (United States): demands"),
        ("issues", "What Moscow would do"),
        (
            "asked",
            "Antony Blinken asked Russia, according to Ned Price: “Blinken pressed Russia to "
            "release Paul Whelan and Trevor Reed”",
        ),
        (
            "unsaid",
            "Sergei Lavrov would not speak of what Moscow would do: “The Russian minister declined "
            "to say what Moscow would do”",
        ),
        (
            "unsaid",
            "The Russian Foreign Ministry left out prisoners: “The Russian Foreign Ministry did "
            "not mention the prisoners”",
        ),
        (
            "uncertain",
            "Alleged attack by Russia on Ukraine: “preparing sabotage in eastern Ukraine”",
        ),
        (
            "uncertain",
            "Possible measures by the United States against Russia: “The United States may cut "
            "Russian banks off from the dollar”",
        ),
        ("ahead", "Call of Joe Biden and Vladimir Putin"),
        ("ahead", "To be decided by the White House"),
        ("ahead", "To be announced by the Kremlin and the White House"),
        ("ahead", "On condition: “provided that the answers had been studied in Moscow”"),
        (
            "background",
            "Russia attacked Ukraine, 2014: “Russia seized Crimea from Ukraine in 2014”",
        ),
        ("parties", "A senior U.S. official, not named"),
        (
            "sources",
            "Credited to Reuters and AP; what rests on them is not independent of other reports "
            "from the same wire",
        ),
        ("sources", "At second hand through TASS (1 statement)"),
        ("sources", "Not named: a senior U.S. official (1 statement)"),
        ("sources", "On the record: Ned Price, Antony Blinken and Sergei Lavrov"),
    ],
)
def test_memo_tells(memo, key, words):
    assert words in lines(memo, key)


def test_head_tells_source_and_talks(memo):
    told = {entry.label: entry.line.words for entry in memo.head}
    assert told["Source"] == "The Example Courier, 22 January 2022 (from the page's address)"
    assert told["Talks"] == "21 January 2022 · Geneva, Switzerland"


def test_caution_names_the_country(memo):
    (caution,) = memo.cautions
    assert caution.words.startswith("Readers in Belarus: “If you are in Belarus")
    assert memo.notes_of(caution) == (1,)


def test_meeting_is_told_before_what_stands_earlier(memo):
    happened = lines(memo, "happened")
    assert "held talks" in happened[0]
    assert "moved forces" in happened[2]


def test_a_demand_that_a_request_tells_is_told_once(memo):
    assert sum("Blinken" in words for words in lines(memo, "asked")) == 1


def test_only_who_met_is_a_participant(memo):
    told = " ".join(lines(memo, "participants"))
    assert "Lavrov" in told
    assert "Putin" not in told


@pytest.mark.parametrize(
    ("group", "number", "fields", "key", "mark"),
    [
        ("events", 0, {}, "happened", "ongoing"),
        ("events", 1, {"confidence": 0.49}, "happened", "uncertain"),
        ("statements", 1, {"confidence": 0.2}, "said", "uncertain"),
        ("silences", 0, {"confidence": 0.2}, "unsaid", "uncertain"),
        ("positions", 0, {"confidence": 0.2}, "issues", "uncertain"),
        ("prospects", 0, {"status": "postponed"}, "ahead", "postponed"),
    ],
)
def test_marks_qualify_lines(memo_of, group, number, fields, key, mark):
    memo = memo_of(changed(group, number, **fields))
    part = next(part for part in memo.parts if part.key == key)
    told = [line for g in part.groups for line in (g.head, *g.lines) if line]
    assert any(mark in line.marks for line in told)


def test_a_sure_fact_has_no_mark(memo):
    happened = next(part for part in memo.parts if part.key == "happened")
    assert happened.groups[0].lines[0].marks == ()


# What tells that there is nothing, or only heads a group, rests on no words.
UNSOURCED = {"Source", "Address", "Flagged", "Warning"}


def test_every_line_has_a_note_that_quotes_the_article(memo):
    plain = [line for entry in memo.head if entry.label in UNSOURCED for line in (entry.line,)]
    heads = [g.head for p in memo.parts for g in p.groups if g.head and p.key != "ahead"]
    publisher = next(p for p in memo.parts if p.key == "sources").groups[0].lines[0]
    for line in memo.lines:
        if line in (*plain, *heads, publisher):
            continue
        assert memo.notes_of(line), line.words
    for note in memo.notes:
        assert " ".join(note.span.words(GENEVA.article.text).split()) == note.words


def test_every_quotation_stands_in_a_note_of_its_line(memo):
    for line in memo.lines:
        quoted = " ".join(memo.notes[number - 1].words for number in memo.notes_of(line))
        for piece in line.pieces:
            if piece.kind == "quote":
                assert all(words in quoted for words in piece.words.split(" … ")), line.words


def test_notes_are_numbered_in_the_order_of_first_use(memo):
    used = [number for line in memo.lines for number in memo.notes_of(line)]
    first = list(dict.fromkeys(used))
    assert sorted(first) == list(range(1, len(memo.notes) + 1))
    # Within a line the numbers ascend; over the lines no number comes before a lower one.
    assert first == sorted(first)


def test_a_span_inside_a_note_shares_it(memo):
    inside, whole = at("Geneva", after="Lavrov in"), at("Antony Blinken met")
    numbers = {
        memo.numbers[span.start, span.end]
        for line in memo.lines
        for span in line.evidence
        if span.covers(inside) or span.overlaps(whole)
    }
    assert len(numbers) == 1


def test_a_direct_quotation_is_cited_with_the_mark_that_opens_it(memo):
    assert any(note.words.startswith("\"We didn't expect") for note in memo.notes)


@pytest.mark.parametrize(
    ("title", "of", "tenure", "told"),
    [
        ("Foreign Minister", "RUS", "current", "Sergei Lavrov, Foreign Minister"),
        ("Foreign Minister", "RUS", "former", "Sergei Lavrov, former Foreign Minister"),
        ("ambassador", "RUS", "designate", "Sergei Lavrov, ambassador-designate"),
        ("envoy", "United Nations", "former", "Sergei Lavrov, former envoy, United Nations"),
        ("envoy", "SYR", "current", "Sergei Lavrov, envoy, Syria"),
        ("envoy", None, "current", "Sergei Lavrov, envoy"),
    ],
)
def test_offices(memo_of, title, of, tenure, told):
    where = at("Russian Foreign Minister")
    role = Role(title=title, of=of, tenure=tenure, start=where.start, end=where.end)
    memo = memo_of(changed("actors", 1, roles=(role,)))
    assert told in lines(memo, "participants")


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"status": "planned"}, "Planned talks between Antony Blinken and Sergei Lavrov"),
        (
            {"status": "denied", "mutual": False, "source": ("a1",), "target": ("a2",)},
            "Denied talks by Antony Blinken with Sergei Lavrov",
        ),
        ({"mutual": False, "source": (), "target": ("a2",)}, "Talks with Sergei Lavrov"),
        ({"mutual": False, "source": ("a1",)}, "Antony Blinken held talks"),
        (
            {"mutual": False, "source": ("a1",), "target": ("a2",)},
            "Antony Blinken held talks with Sergei Lavrov",
        ),
        (
            {"source": ("a1", "a16"), "place": "p1", "time": None},
            "Antony Blinken and the United States held talks in Geneva, Switzerland: ",
        ),
        (
            {"intermediaries": ("a17",)},
            "Antony Blinken and Sergei Lavrov held talks in Geneva, Switzerland, 21 January 2022, "
            "through NATO",
        ),
    ],
)
def test_parties_of_an_event(memo_of, fields, told):
    memo = memo_of(changed("events", 1, **fields))
    assert any(line.words.startswith(told) for line in memo.lines)


def test_a_partys_own_country_is_no_place_to_tell(memo_of):
    place = msgspec.structs.replace(GENEVA.places[0], name="Russia", country="RUS")
    memo = memo_of(msgspec.structs.replace(GENEVA, places=(place,)))
    assert any(
        line.words.startswith("Antony Blinken and Sergei Lavrov held talks, 21 January 2022: ")
        for line in memo.lines
    )


def test_what_joined_a_quotation_to_its_cue_is_gone(memo_of):
    memo = memo_of(
        changed("statements", 1, form="mixed", content=(at("expect any"), at('today,"')))
    )
    assert 'Expect any … today" (press conference, 21 January 2022)' in lines(memo, "said")


def test_unknown_is_said_to_be_unknown(memo_of):
    article = msgspec.structs.replace(
        GENEVA.article, title=None, publisher=None, published=None, url=None, credits=()
    )
    memo = memo_of(msgspec.structs.replace(GENEVA, article=article))
    assert memo.title == "Untitled page"
    assert memo.head[0].line.words == "publisher unknown, date unknown"
    assert "No agency is credited" in lines(memo, "sources")


def test_a_page_without_findings_says_so(memo_of):
    memo = memo_of(msgspec.structs.replace(GENEVA, **NONE))
    nothing = {part.key: part.none for part in memo.parts if not part.groups}
    assert set(nothing) == {"happened", "said", "asked", "unsaid", "ahead"}
    assert all(nothing.values())


def test_a_page_that_was_not_coded_claims_nothing(memo_of):
    memo = memo_of(msgspec.structs.replace(GENEVA, **NONE, actors=()))
    assert [part.key for part in memo.parts] == ["sources"]


def test_a_country_that_the_table_lacks_keeps_its_code(memo_of):
    memo = memo_of(changed("actors", 1, country="ZZZ"))
    assert "ZZZ" in lines(memo, "participants")


@pytest.mark.parametrize(
    ("pieces", "told"),
    [
        (
            ("\"We didn't expect any major breakthroughs", 'to happen today,"'),
            "“We didn't expect any major breakthroughs to happen today”",
        ),
        (("We didn't expect", "to happen today"), "“We didn't expect … to happen today”"),
    ],
)
def test_direct_speech_in_pieces(memo_of, pieces, told):
    content = tuple(at(words) for words in pieces)
    memo = memo_of(changed("statements", 1, content=content, venue=None, time=None))
    assert told in lines(memo, "said")


def test_a_speaker_who_is_no_actor_is_quoted(memo_of):
    memo = memo_of(changed("statements", 1, speakers=()))
    assert "“Blinken”" in lines(memo, "said")


def test_a_memo_is_not_changed_by_its_reader(memo):
    with pytest.raises(AttributeError):
        memo.title = "other"
    assert replace(memo, title="other").notes == memo.notes
