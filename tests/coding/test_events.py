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


# One sentence and the one event of the type that it tells; None leaves a side unchecked.
TOLD = [
    (
        "Foreign Minister Sergei Lavrov met Antony Blinken in Reykjavik.",
        "CONSULT",
        ["Antony Blinken", "Sergei Lavrov"],
        [],
    ),
    ("India held talks with China on Monday.", "CONSULT", ["China", "India"], []),
    ("Talks between Turkey and Greece began on Monday.", "CONSULT", ["Greece", "Turkey"], []),
    (
        "Emmanuel Macron telephoned Vladimir Putin on Sunday.",
        "CONSULT",
        ["Emmanuel Macron", "Vladimir Putin"],
        [],
    ),
    (
        "Recep Tayyip Erdogan visited Azerbaijan on Tuesday.",
        "CONSULT",
        ["Recep Tayyip Erdogan"],
        ["Azerbaijan"],
    ),
    ("Spain took part in talks with Cuba.", "CONSULT", ["Cuba", "Spain"], []),
    ("Canada signed a treaty with Norway.", "SUPPORT", ["Canada", "Norway"], []),
    ("Japan hailed the Chinese decision.", "SUPPORT", ["Japan"], ["China"]),
    (
        "Kazakhstan and Mongolia restored diplomatic relations.",
        "SUPPORT",
        ["Kazakhstan", "Mongolia"],
        [],
    ),
    ("Brazil voiced support for Argentina.", "SUPPORT", ["Brazil"], ["Argentina"]),
    ("Angela Merkel congratulated Joe Biden.", "SUPPORT", ["Angela Merkel"], ["Joe Biden"]),
    ("Portugal thanked Spain for its help.", "SUPPORT", ["Portugal"], ["Spain"]),
    ("Germany shared intelligence with France.", "COOPERATE", ["Germany"], ["France"]),
    ("Russia and Belarus held joint drills on Friday.", "COOPERATE", ["Belarus", "Russia"], []),
    ("India and Japan exchanged prisoners.", "COOPERATE", ["India", "Japan"], []),
    ("Iran cooperated with Iraq.", "COOPERATE", ["Iran", "Iraq"], []),
    ("Norway sent food aid to Sudan.", "AID", ["Norway"], ["Sudan"]),
    ("Poland supplied tanks to Ukraine.", "AID", ["Poland"], ["Ukraine"]),
    ("Poland provided Ukraine with tanks.", "AID", ["Poland"], ["Ukraine"]),
    ("Jordan took in refugees from Syria.", "AID", ["Jordan"], None),
    ("Lebanon received a loan from France.", "AID", ["France"], ["Lebanon"]),
    ("Denmark gave ten million dollars in relief to Haiti.", "AID", ["Denmark"], ["Haiti"]),
    ("Egypt lifted the blockade of Qatar.", "CONCEDE", ["Egypt"], ["Qatar"]),
    ("Washington eased sanctions on Iran.", "CONCEDE", ["Washington"], ["Iran"]),
    ("Japan lifted sanctions imposed on India.", "CONCEDE", ["Japan"], ["India"]),
    ("Turkey dropped its objection to Sweden.", "CONCEDE", ["Turkey"], ["Sweden"]),
    ("Israel allowed Jordan to reopen the crossing.", "CONCEDE", ["Israel"], ["Jordan"]),
    ("Russia withdrew its troops from Georgia.", "RETREAT", ["Russia"], ["Georgia"]),
    ("Syria freed two Turkish pilots.", "RETREAT", ["Syria"], None),
    ("Sudan declared a ceasefire with Chad.", "RETREAT", ["Sudan"], ["Chad"]),
    ("Libya surrendered its weapons to Egypt.", "RETREAT", ["Libya"], ["Egypt"]),
    ("American troops left Afghanistan.", "RETREAT", ["United States"], ["Afghanistan"]),
    ("Turkey and Armenia agreed to reopen their border.", "AGREE", ["Armenia", "Turkey"], []),
    ("Germany promised to send more weapons to Ukraine.", "AGREE", ["Germany"], ["Ukraine"]),
    ("Serbia reached a deal with Kosovo.", "AGREE", ["Kosovo", "Serbia"], []),
    ("Georgia offered to help Moldova.", "AGREE", ["Georgia"], ["Moldova"]),
    ("Iceland agreed on a roadmap with Greenland.", "AGREE", ["Greenland", "Iceland"], []),
    ("Britain urged Iran to release the sailors.", "REQUEST", ["Britain"], ["Iran"]),
    ("Finland demanded that Russia reopen the crossing.", "REQUEST", ["Finland"], ["Russia"]),
    ("Armenia called on Azerbaijan to pull back.", "REQUEST", ["Armenia"], ["Azerbaijan"]),
    ("Moldova asked Romania for help.", "REQUEST", ["Moldova"], ["Romania"]),
    (
        "Angela Merkel said Russia must respect the border.",
        "REQUEST",
        ["Angela Merkel"],
        ["Russia"],
    ),
    ("Ukraine accused Belarus of shelling a village.", "ACCUSE", ["Ukraine"], ["Belarus"]),
    ("France condemned the decision of Azerbaijan.", "ACCUSE", ["France"], ["Azerbaijan"]),
    ("Sweden blamed Iran for the attack.", "ACCUSE", ["Sweden"], ["Iran"]),
    ("Denmark opened an investigation into Shell.", "ACCUSE", ["Denmark"], None),
    (
        "A report by Amnesty International criticised Nigeria.",
        "ACCUSE",
        None,
        ["Nigeria"],
    ),
    ("Ethiopia launched a scathing attack on Egypt.", "ACCUSE", ["Ethiopia"], ["Egypt"]),
    ("Serbia rejected a proposal by Kosovo.", "REJECT", ["Serbia"], ["Kosovo"]),
    ("Hungary refused to meet the Ukrainian envoy.", "REJECT", ["Hungary"], None),
    ("Greece said it would not accept the Turkish demand.", "REJECT", ["Greece"], ["Turkey"]),
    ("Spain does not recognise Kosovo.", "REJECT", ["Spain"], ["Kosovo"]),
    ("India turned down an offer from Pakistan.", "REJECT", ["India"], ["Pakistan"]),
    ("Iran threatened to attack Israel.", "THREATEN", ["Iran"], ["Israel"]),
    ("North Korea vowed to retaliate against Japan.", "THREATEN", ["North Korea"], ["Japan"]),
    ("China warned Taiwan against the move.", "THREATEN", ["China"], ["Taiwan"]),
    ("Algeria issued an ultimatum to Morocco.", "THREATEN", ["Algeria"], ["Morocco"]),
    ("Pyongyang vowed to bomb South Korea.", "THREATEN", ["Pyongyang"], ["South Korea"]),
    ("Protesters rallied against Belarus in Warsaw.", "PROTEST", ["Protesters"], ["Belarus"]),
    ("Students staged a sit-in at the Russian embassy.", "PROTEST", ["Students"], None),
    ("Workers at the port of Haifa went on strike.", "PROTEST", ["Workers"], None),
    ("Iran boycotted the conference of the Arab League.", "PROTEST", ["Iran"], ["Arab League"]),
    (
        "The Czech Republic expelled 18 Russian diplomats.",
        "SANCTION",
        ["Czech Republic"],
        ["Russian diplomats"],
    ),
    ("Lithuania cut ties with Belarus.", "SANCTION", ["Lithuania"], ["Belarus"]),
    (
        "Moscow declared five Polish diplomats personae non gratae.",
        "SANCTION",
        ["Moscow"],
        ["Polish diplomats"],
    ),
    ("Peru recalled its ambassador from Mexico.", "SANCTION", ["Peru"], ["Mexico"]),
    (
        "North Korea called off talks with South Korea.",
        "SANCTION",
        ["North Korea"],
        ["South Korea"],
    ),
    (
        "The United States pulled out of the treaty with Russia.",
        "SANCTION",
        ["United States"],
        ["Russia"],
    ),
    ("China deployed warships near Taiwan.", "MOBILIZE", ["China"], ["Taiwan"]),
    ("Russia massed troops along the border with Ukraine.", "MOBILIZE", ["Russia"], ["Ukraine"]),
    ("Greek troops were put on high alert.", "MOBILIZE", ["Greece"], None),
    ("China held military drills near Taiwan.", "MOBILIZE", ["China"], None),
    ("North Korea tested a ballistic missile.", "MOBILIZE", ["North Korea"], None),
    (
        "The European Union imposed sanctions on Belarus.",
        "COERCE",
        ["European Union"],
        ["Belarus"],
    ),
    ("Myanmar arrested two Japanese journalists.", "COERCE", ["Myanmar"], None),
    ("Turkey blocked access to Wikipedia.", "COERCE", ["Turkey"], ["Wikipedia"]),
    ("Iran seized a Greek tanker.", "COERCE", ["Iran"], ["Greece"]),
    ("Poland closed its border with Belarus.", "COERCE", ["Poland"], ["Belarus"]),
    ("Azerbaijan launched an attack on Armenia.", "ASSAULT", ["Azerbaijan"], ["Armenia"]),
    ("Sudan was bombed by Egypt.", "ASSAULT", ["Egypt"], ["Sudan"]),
    (
        "The ceasefire did not hold, and Israel and Lebanon exchanged fire.",
        "ASSAULT",
        ["Israel", "Lebanon"],
        [],
    ),
    ("Russian forces shelled Ukraine overnight.", "ASSAULT", ["Russia"], ["Ukraine"]),
    ("Indian and Chinese soldiers clashed in Ladakh.", "ASSAULT", None, None),
    ("Chad violated the ceasefire with Libya.", "ASSAULT", ["Chad"], ["Libya"]),
]


@pytest.mark.parametrize(("text", "kind", "source", "target"), TOLD)
def test_an_act_has_its_type_and_parties(read, text, kind, source, target):
    events = [e for e in summary(read(text)) if e[0] == kind]
    assert [e[3] for e in events] == ["actual"]
    assert source is None or events[0][1] == source
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
    ("Armenia decried Azerbaijan's attack on Armenia.", "ASSAULT", "alleged"),
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
        ("Norway does not recognise the government of Belarus.", "REJECT", "SUPPORT"),
        ("Pyongyang vowed to bomb South Korea.", "THREATEN", "ASSAULT"),
        ("Greece asked Turkey to free the sailors.", "REQUEST", "RETREAT"),
        ("Israel allowed Egypt to send aid to Gaza.", "CONCEDE", "AID"),
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
        "Sergei Lavrov will fly to Oslo on Friday for talks with Erna Solberg.",
        "Putin said that he hoped to meet Biden in June.",
    ],
)
def test_a_gathering_ahead_is_a_prospect_and_no_event(read, text):
    record = read(text)
    assert not [e for e in record.events if e.type == "CONSULT"]
    assert record.prospects


TRAPS = [
    "Arsenal beat Chelsea 3-0 in the football match in London.",
    "The dollar hit 110 yen in Tokyo on Monday.",
    "An earthquake killed 20 people in Chile.",
    "Iran insisted that the drills were routine.",
    "The hall in Geneva meets the needs of Switzerland.",
    "Donald Trump called the ambassador of Denmark a fool.",
    "Sweden released a report on trade.",
    "Economists warned that growth in Germany was slow.",
    "Norway declined to say whether it would help.",
    "Poland launched a campaign against smoking.",
    "Austria returned to growth.",
]


@pytest.mark.parametrize("text", TRAPS)
def test_words_of_an_act_that_mean_none_are_no_event(read, text):
    assert summary(read(text)) == []


@pytest.mark.parametrize(
    ("text", "kind", "source"),
    [
        ("Iran said it had freed two Danes.", "RETREAT", ["Iran"]),
        ("Norway passed a resolution criticising Belarus.", "ACCUSE", ["Norway"]),
        ("An attack by Chad killed ten people in Niger.", "ASSAULT", ["Chad"]),
        ("Serbia, which recognised Palestine, is a friend of Syria.", "SUPPORT", ["Serbia"]),
        ("Peru's decision to expel the ambassador of Chile came on Monday.", "SANCTION", ["Peru"]),
        ("Mali began withdrawing its troops from Niger.", "RETREAT", ["Mali"]),
    ],
)
def test_who_acts_is_found_behind_pronouns_papers_and_deeds(read, text, kind, source):
    assert source in [e[1] for e in summary(read(text)) if e[0] == kind]


def test_who_suffers_what_is_condemned_is_not_the_accused(read):
    events = summary(read("Finland condemned the attack by Iran on Kuwait."))
    assert ("ACCUSE", ["Finland"], ["Iran"], "actual") in events


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
    record = read(
        "State Department spokesman Ned Price said Blinken urged Russia to release two men."
    )
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
