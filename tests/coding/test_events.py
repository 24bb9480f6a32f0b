"""Events: what signals one, who acts on whom, how real it is, and who tells it."""

import pytest


def named(record, idents):
    """Names of actors, sorted."""
    names = {actor.id: actor.name for actor in record.actors}
    return sorted(names[ident] for ident in idents)


def summary(record):
    """(type, source, target, status) of each event."""
    return [
        (e.type, named(record, e.source), named(record, e.target), e.status) for e in record.events
    ]


# One sentence and the one event it tells.
TOLD = [
    ("Canada signed a treaty with Norway.", "SUPPORT", ["Canada", "Norway"], []),
    ("Japan hailed the Chinese decision.", "SUPPORT", ["Japan"], ["China"]),
    ("Foreign Minister Sergei Lavrov met Antony Blinken in Reykjavik.", "CONSULT", ["Antony Blinken", "Sergei Lavrov"], []),
    ("India held talks with China on Monday.", "CONSULT", ["China", "India"], []),
    ("Talks between Turkey and Greece began on Monday.", "CONSULT", ["Greece", "Turkey"], []),
    ("Germany shared intelligence with France.", "COOPERATE", ["Germany"], ["France"]),
    ("Norway sent food aid to Sudan.", "AID", ["Norway"], ["Sudan"]),
    ("Poland supplied tanks to Ukraine.", "AID", ["Poland"], ["Ukraine"]),
    ("Egypt lifted the blockade of Qatar.", "CONCEDE", ["Egypt"], ["Qatar"]),
    ("Washington eased sanctions on Iran.", "CONCEDE", ["Washington"], ["Iran"]),
    ("Russia withdrew its troops from Georgia.", "RETREAT", ["Russia"], ["Georgia"]),
    ("Turkey and Armenia agreed to reopen their border.", "AGREE", ["Armenia", "Turkey"], []),
    ("Germany promised to send more weapons to Ukraine.", "AGREE", ["Germany"], ["Ukraine"]),
    ("Britain urged Iran to release the sailors.", "REQUEST", ["United Kingdom"], ["Iran"]),
    ("Finland demanded that Russia reopen the crossing.", "REQUEST", ["Finland"], ["Russia"]),
    ("Ukraine accused Belarus of shelling a village.", "ACCUSE", ["Ukraine"], ["Belarus"]),
    ("France condemned the decision of Azerbaijan.", "ACCUSE", ["France"], ["Azerbaijan"]),
    ("Serbia rejected a proposal by Kosovo.", "REJECT", ["Serbia"], ["Kosovo"]),
    ("Iran threatened to attack Israel.", "THREATEN", ["Iran"], ["Israel"]),
    ("The Czech Republic expelled 18 Russian diplomats.", "SANCTION", ["Czech Republic"], ["Russian diplomats"]),
    ("Lithuania cut ties with Belarus.", "SANCTION", ["Lithuania"], ["Belarus"]),
    ("China deployed warships near Taiwan.", "MOBILIZE", ["China"], ["Taiwan"]),
    ("The European Union imposed sanctions on Belarus.", "COERCE", ["European Union"], ["Belarus"]),
    ("Myanmar arrested two Japanese journalists.", "COERCE", ["Myanmar"], None),
    ("Azerbaijan launched an attack on Armenia.", "ASSAULT", ["Azerbaijan"], ["Armenia"]),
    ("Sudan was bombed by Egypt.", "ASSAULT", ["Egypt"], ["Sudan"]),
]


@pytest.mark.parametrize(("text", "kind", "source", "target"), TOLD)
def test_an_act_has_its_type_and_parties(read, text, kind, source, target):
    events = [e for e in summary(read(text)) if e[0] == kind]
    assert [e[3] for e in events] == ["actual"]
    assert events[0][1] == source
    assert target is None or events[0][2] == target


STATUS = [
    ("Poland did not send tanks to Ukraine.", "AID", "not-happened"),
    ("Poland may send tanks to Ukraine.", "AID", "possible"),
    ("Poland plans to send tanks to Ukraine.", "AID", "planned"),
    ("Poland is considering sending tanks to Ukraine.", "AID", "possible"),
    ("Poland would send tanks to Ukraine if Germany agreed.", "AID", "conditional"),
    ("Poland reportedly sent tanks to Ukraine.", "AID", "alleged"),
    ("Poland is sending tanks to Ukraine.", "AID", "ongoing"),
    ("Moscow denied that Russia had shelled Ukraine.", "ASSAULT", "denied"),
    ("Ukraine accused Russia of shelling Moldova.", "ASSAULT", "alleged"),
    ("Ukraine's president said Russia had attacked Ukraine on Monday.", "ASSAULT", "alleged"),
    ("The Russian president said Russia had attacked Ukraine on Monday.", "ASSAULT", "actual"),
]


@pytest.mark.parametrize(("text", "kind", "status"), STATUS)
def test_the_words_around_an_act_say_how_real_it_is(read, text, kind, status):
    assert [e[3] for e in summary(read(text)) if e[0] == kind] == [status]


@pytest.mark.parametrize(
    ("text", "kind", "not_kind"),
    [
        ("Germany will send tanks to Ukraine.", "AGREE", "AID"),
        ("Norway pledged to send food aid to Sudan.", "AGREE", "AID"),
        ("Russia said it would cut ties with Poland.", "THREATEN", "SANCTION"),
        ("Iran threatened to attack Israel.", "THREATEN", "ASSAULT"),
        ("Hungary said it would not send weapons to Ukraine.", "REJECT", "AID"),
        ("Hungary refused to send weapons to Ukraine.", "REJECT", "AID"),
        ("Britain urged Iran to release the sailors.", "REQUEST", "RETREAT"),
    ],
)
def test_what_is_promised_threatened_or_asked_for_is_no_act_of_its_own(read, text, kind, not_kind):
    kinds = [e[0] for e in summary(read(text))]
    assert kind in kinds
    assert not_kind not in kinds


@pytest.mark.parametrize(
    "text",
    [
        "Biden may meet Putin in Vienna in June.",
        "Biden and Putin will hold a summit in Geneva on June 16.",
        "The Kremlin is studying a proposed summit between Biden and Putin.",
        "Peskov said a meeting between Putin and Biden was possible.",
    ],
)
def test_a_gathering_ahead_is_a_prospect_and_no_event(read, text):
    record = read(text)
    assert not [e for e in record.events if e.type == "CONSULT"]
    assert record.prospects


def test_what_is_told_twice_is_one_event_with_two_evidences(read):
    record = read(
        "Sergei Lavrov met Antony Blinken in Reykjavik on May 19.\n\n"
        "Lavrov held talks with Blinken for two hours."
    )
    (event,) = [e for e in record.events if e.type == "CONSULT"]
    assert len(event.evidence) == 2
    times = {t.id: t.value for t in record.times}
    places = {p.id: p.name for p in record.places}
    assert (times[event.time], places[event.place]) == ("2021-05-19", "Reykjavik")


def test_an_event_names_the_statement_that_tells_it(read):
    record = read("State Department spokesman Ned Price said Blinken urged Russia to release two men.")
    (event,) = [e for e in record.events if e.type == "REQUEST"]
    statement = next(s for s in record.statements if s.id == event.said_by)
    assert named(record, statement.speakers) == ["Ned Price"]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The United States sent $250 million in military aid to Ukraine.", 250e6, "USD"),
        ("Germany granted Moldova 1.5 billion euros in loans.", 1.5e9, "EUR"),
        ("Russia expelled 20 Czech diplomats.", 20.0, "diplomat"),
        ("India sent 1,500 tonnes of wheat to Afghanistan.", 1500.0, "tonne"),
    ],
)
def test_quantities_have_a_value_and_a_unit(read, text, value, unit):
    record = read(text)
    quantities = [q for e in record.events for q in e.quantities]
    assert (value, unit) in [(q.value, q.unit) for q in quantities]


def test_a_host_is_no_party_of_what_it_hosts(read):
    record = read("Oman hosted talks between Iran and the United States.")
    (event,) = [e for e in record.events if e.type == "CONSULT"]
    assert named(record, event.intermediaries) == ["Oman"]
    assert named(record, event.source) == ["Iran", "United States"]
    assert event.mutual
