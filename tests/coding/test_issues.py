"""Issues: what a page talks about, by sentence; and what is none."""

import pytest


@pytest.fixture(scope="session")
def issues(read):
    """issues(text) -> {name: context} of the record's issues."""
    return lambda text: {issue.name: issue.context for issue in read(text).issues}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Lavrov and Blinken discussed arms control.", ["arms control"]),
        ("Peskov declined to comment on the arrests.", ["arrests"]),
        (
            "The talks covered trade, visas and the return of prisoners.",
            ["trade", "visas", "return of prisoners"],
        ),
        (
            "They discussed a range of topics, including nuclear arms, the war in Yemen and climate change.",
            ["nuclear arms", "war in Yemen", "climate change"],
        ),
        ("The dispute over fishing rights goes on.", ["fishing rights"]),
        ("Talks on a peace treaty are to continue.", ["peace treaty"]),
        ("They spoke of the issue of water rights.", ["water rights"]),
        ("Germany welcomed the waiver.", ["waiver"]),
        ("Paris condemned the attack on the embassy.", ["attack on the embassy"]),
        ("The EU imposed sanctions on Minsk.", ["sanctions on Minsk"]),
        ("The army accused the rebels of violations of the ceasefire.", ["ceasefire"]),
        ("The Kremlin refused to discuss details of the draft treaty.", ["draft treaty"]),
        (
            "Ankara raised concerns about its neighbour's missile tests.",
            ["neighbour's missile tests"],
        ),
        ("NATO urged Russia to end its build-up.", ["end its build-up"]),
        ("The Kremlin denied any role in the poisoning.", ["poisoning"]),
        ("They discussed Ukraine and Syria.", ["Ukraine", "Syria"]),
        ("Seoul called the decision regrettable.", ["decision"]),
    ],
)
def test_an_issue_is_named_as_the_page_names_it(issues, text, names):
    assert list(issues(text)) == names


@pytest.mark.parametrize(
    "text",
    [
        "Lavrov met Blinken on Wednesday.",
        "Blinken praised Lavrov.",
        "He spoke on condition of anonymity.",
        "The diplomat requested anonymity.",
        "Troops were seen near the border.",
        "We must put the facts on the table, he said.",
        "Biden agreed with an interviewer.",
        "They want more time.",
        "The driver promised to come back.",
    ],
)
def test_persons_places_and_empty_words_are_no_issue(issues, text):
    assert issues(text) == {}


def test_one_issue_is_found_once_under_its_fullest_name(read):
    record = read(
        "The EU imposed sanctions on Minsk.\n\nThe sanctions hit banks.\n\nMinsk rejected the sanctions."
    )
    (issue,) = record.issues
    assert issue.name == "sanctions on Minsk"
    assert len(issue.mentions) == 3


def test_names_keep_two_issues_apart(issues):
    found = issues("The EU imposed sanctions on Minsk.\n\nThe U.S. lifted sanctions on Sudan.")
    assert list(found) == ["sanctions on Minsk", "sanctions on Sudan"]


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("They discussed the pipeline.", "economic"),
        ("They discussed a ceasefire.", "military"),
        ("They discussed uranium enrichment.", "cbrn"),
        ("They discussed the pandemic.", "disease"),
        ("They discussed cyberattacks.", "cyber"),
        ("They discussed fishing rights.", None),
    ],
)
def test_an_issue_has_its_context(issues, text, context):
    assert list(issues(text).values()) == [context]


def test_a_noun_that_a_page_comes_back_to_is_an_issue(issues):
    text = "The {0} is long.\n\nNobody crosses the {0}.\n\nThe {0} was shut in May."
    assert list(issues(text.format("border"))) == ["border"]
    assert issues(text.format("street")) == {}
