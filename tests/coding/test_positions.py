"""Positions: who stands where, by sentence; and what is no position of anybody."""

import pytest


@pytest.fixture(scope="session")
def positions(read):
    """positions(text) -> [(actor, stance, issue)] of the record's positions."""

    def find(text):
        record = read(text)
        names = {actor.id: actor.name for actor in record.actors}
        issues = {issue.id: issue.name for issue in record.issues}
        return [(names[p.actor], p.stance, issues[p.issue]) for p in record.positions]

    return find


@pytest.mark.parametrize(
    ("text", "actor", "stance", "issue"),
    [
        ("Israel supports the plan.", "Israel", "supports", "plan"),
        ("Germany has backed the two-state solution.", "Germany", "supports", "two-state solution"),
        ("Biden reaffirmed his commitment to the alliance.", "Joe Biden", "supports", "alliance"),
        ("Rome voted for the resolution.", "Rome", "supports", "resolution"),
        ("Poland is in favour of new sanctions.", "Poland", "supports", "new sanctions"),
        ("Israel opposes the deal.", "Israel", "opposes", "deal"),
        ("Iran rejected the draft.", "Iran", "opposes", "draft"),
        ("Hungary is against the embargo.", "Hungary", "opposes", "embargo"),
        ("The plan was turned down by Serbia.", "Serbia", "opposes", "plan"),
        ("France refused to back the motion.", "France", "opposes", "motion"),
        ("China does not support the resolution.", "China", "opposes", "resolution"),
        ("Kyiv, which opposes the pipeline, would lose fees.", "Kyiv", "opposes", "pipeline"),
        ("Antonio Guterres called for a ceasefire.", "Antonio Guterres", "demands", "ceasefire"),
        ("NATO urged Russia to end its build-up.", "NATO", "demands", "end its build-up"),
        (
            "Erdogan demanded the extradition of the general.",
            "Recep Tayyip Erdogan",
            "demands",
            "extradition of the general",
        ),
        (
            '"Russia must end this blockade," Stoltenberg said.',
            "Jens Stoltenberg",
            "demands",
            "end this blockade",
        ),
        ("Egypt offered assistance.", "Egypt", "offers", "assistance"),
        ("Macron proposed a truce.", "Emmanuel Macron", "offers", "truce"),
        ("Washington pledged to lift the embargo.", "Washington", "offers", "lift the embargo"),
        ("The United States welcomed the outcome.", "United States", "welcomes", "outcome"),
        (
            "Peskov hailed the decision to waive sanctions.",
            "Dmitry Peskov",
            "welcomes",
            "decision to waive sanctions",
        ),
        ("Bennett was pleased by the delay.", "Naftali Bennett", "welcomes", "delay"),
        ("Japan described the accord as historic.", "Japan", "welcomes", "accord"),
        ("Japan voiced concern about the launch.", "Japan", "concerned", "launch"),
        ("Sweden is worried about the cyberattacks.", "Sweden", "concerned", "cyberattacks"),
        ('"This law worries us," Borrell said.', "Josep Borrell", "concerned", "law"),
        ("Paris condemned the strike.", "Paris", "criticizes", "strike"),
        ("Seoul called the decision regrettable.", "Seoul", "criticizes", "decision"),
        (
            "Peskov said the sanctions were unacceptable.",
            "Dmitry Peskov",
            "criticizes",
            "sanctions",
        ),
        (
            "Antonio Guterres was shocked by the bombing.",
            "Antonio Guterres",
            "criticizes",
            "bombing",
        ),
        ("Iran blamed Israel for the attack.", "Iran", "criticizes", "attack"),
        (
            "Putin is ready to discuss a prisoner exchange.",
            "Vladimir Putin",
            "open",
            "prisoner exchange",
        ),
        ("Iran is open to talks.", "Iran", "open", "talks"),
        ("Peskov did not rule out talks.", "Dmitry Peskov", "open", "talks"),
        ("Turkey is undecided on the bid.", "Turkey", "undecided", "bid"),
        ("London is weighing a ban.", "London", "undecided", "ban"),
        ("Russia denied the hacking.", "Russia", "denies", "hacking"),
        ("The Kremlin denied any role in the poisoning.", "Kremlin", "denies", "poisoning"),
        (
            "Russia denied that it was responsible for the food crisis.",
            "Russia",
            "denies",
            "food crisis",
        ),
    ],
)
def test_a_position_has_its_holder_stance_and_issue(positions, text, actor, stance, issue):
    assert positions(text) == [(actor, stance, issue)]


@pytest.mark.parametrize(
    "text",
    [
        "Does Israel support the plan?",
        "Whether Israel supports the plan is unclear.",
        "If Israel supports the plan, it will pass.",
        "Israel might support the plan.",
        "Iran was urged to support the plan.",
        "Iran was accused of supporting the attack.",
        "Lavrov mentioned the plan.",
        "Lavrov declined to comment on the plan.",
        "Biden agreed with the interviewer.",
        "Blinken praised Lavrov.",
        "The diplomat requested anonymity.",
        "The drill was dangerous.",
        "Peskov did not rule out a war.",
        "The bank promised customers new cards.",
    ],
)
def test_who_only_mentions_asks_or_may_takes_no_position(positions, text):
    assert positions(text) == []


def test_each_member_of_a_list_is_an_issue(positions):
    text = (
        "Blinken raised concerns about the troops at the border, the health of the critic and the"
        " closure of newspapers."
    )
    found = positions(text)
    assert {(actor, stance) for actor, stance, _ in found} == {("Antony Blinken", "concerned")}
    assert [issue.split()[-1] for _, _, issue in found] == ["border", "critic", "newspapers"]


def test_joint_words_are_the_speakers_own(positions):
    text = "Blinken said the United States and Russia could work together on climate change."
    assert positions(text) == [("Antony Blinken", "open", "climate change")]


def test_what_others_hold_is_not_the_speakers(positions):
    assert positions("Lavrov said that Ukraine opposed the plan.") == [
        ("Ukraine", "opposes", "plan")
    ]


def test_a_position_points_to_its_statement(read):
    record = read("Peskov said that Russia opposed the plan.")
    (position,) = record.positions
    assert position.statement == record.statements[0].id
    words = record.article.text[position.evidence.start : position.evidence.end]
    assert words == "Peskov said that Russia opposed the plan."
