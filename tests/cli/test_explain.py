"""`memcon explain`: the finding that is meant, and how the explanation reads."""

from io import StringIO
from pathlib import Path
from types import SimpleNamespace

import msgspec
import pytest
from rich.console import Console

from geneva import GENEVA, at
from memcon.cli.explanation import print_explanation, render_explanation, told
from memcon.coding.explanation import Explanation, Label, Rejection
from memcon.record.contract import encode

MET = Explanation(
    ident="e2",
    rule="verb of an act: meet (CONSULT)",
    words=(at("met"), at("in Geneva", after="Lavrov in")),
    labels=(Label("CONSULT", 0.934), Label("AGREE", 0.041), Label("none", 0.02)),
    rejected=(
        Rejection(
            words=at("massed"),
            rule="verb of an act: mass (MOBILIZE)",
            labels=(Label("MOBILIZE", 0.42), Label("none", 0.4), Label("COERCE", 0.1)),
            reason="less probable than 0.50",
        ),
    ),
)


@pytest.fixture
def explained(countries):
    """explained(ident, **fields) -> the text of an explanation, as one line."""

    def render(ident, **fields):
        explanation = Explanation(
            **{
                "ident": ident,
                "rule": "a rule",
                "words": (),
                "labels": (),
                "rejected": (),
                **fields,
            }
        )
        return " ".join(render_explanation(told(GENEVA, explanation, countries)).split())

    return render


def test_an_event_is_explained(countries):
    text = render_explanation(told(GENEVA, MET, countries))
    assert text == (
        "e2  CONSULT meet, actual: Antony Blinken, Sergei Lavrov\n"
        "\n"
        "“U.S. Secretary of State Antony Blinken **met** Russian Foreign Minister Sergei\n"
        "Lavrov **in Geneva** on January 21”\n"
        "\n"
        "Trigger     “met”\n"
        "Rule        verb of an act: meet (CONSULT)\n"
        "Model       CONSULT 0.93, AGREE 0.04, none 0.02\n"
        "Confidence  0.90\n"
        "\n"
        "REJECTED IN THE SAME SENTENCE ──────────────────────────────────────────────────\n"
        "•  “massed” verb of an act: mass (MOBILIZE); MOBILIZE 0.42, none 0.40, COERCE\n"
        "   0.10: less probable than 0.50\n"
    )


@pytest.mark.parametrize(
    ("ident", "words"),
    [
        ("e3", "e3 REQUEST, actual: Antony Blinken → Russia “Blinken **pressed** Russia"),
        ("s4", "s4 indirect statement: Sergei Lavrov “Lavrov **said** that Moscow had no plans"),
        ("s4", "Speaker “Lavrov” Cue “said” Content “that Moscow had no plans to attack Ukraine”"),
        ("pos1", "pos1 demands: Antony Blinken, on prisoners “Blinken pressed Russia to release"),
        ("sil2", "sil2 omitted: Russian Foreign Ministry, on prisoners “The Russian Foreign"),
        ("n1", "n1 call, considered: Joe Biden, Vladimir Putin “the White House would decide"),
        ("n1", "Condition “provided that the answers had been studied in Moscow”"),
        ("e1", "Model not asked; the rule alone decided"),
        ("e1", "REJECTED IN THE SAME SENTENCE"),
        ("e1", "Nothing else was proposed."),
    ],
)
def test_each_kind_of_finding(explained, ident, words):
    assert words in explained(ident)


def test_marked_words_do_not_cross(explained):
    text = explained("e2", words=(at("met Russian"), at("Antony Blinken"), at("January")))
    assert "State **Antony Blinken** **met Russian** Foreign" in text


@pytest.mark.parametrize("width", [40, 200])
def test_a_terminal_gets_no_line_that_is_too_long(countries, width):
    paper = StringIO()
    print_explanation(told(GENEVA, MET, countries), Console(file=paper, width=width))
    assert max(map(len, paper.getvalue().splitlines())) <= min(width, 100)


OTHER = msgspec.structs.replace(
    GENEVA, article=msgspec.structs.replace(GENEVA.article, id="0" * 64)
)


@pytest.fixture
def explain(memcon, monkeypatch):
    """memcon explain of the record files one.json, many.jsonl, twice.jsonl."""
    asked = []

    def of(record, ident):
        asked.append((record.article.id, ident))
        return MET

    monkeypatch.setattr("memcon.reading.Reader", lambda: SimpleNamespace(explain=of))
    Path("one.json").write_bytes(encode(GENEVA) + b"\n")
    Path("twice.jsonl").write_bytes((encode(GENEVA) + b"\n") * 2)
    Path("many.jsonl").write_bytes(encode(OTHER) + b"\n" + encode(GENEVA) + b"\n")
    Path("page.html").write_text("<html>\n<p>Lavrov met Blinken.</p>")
    return lambda *arguments: (*memcon("explain", *arguments), asked)


@pytest.mark.parametrize(
    ("source", "ident", "name"),
    [
        ("one.json", "e2", "e2"),
        ("one.json", "sil1", "sil1"),
        ("twice.jsonl", "e2", "e2"),
        ("many.jsonl", f"{GENEVA.article.id[:16]}-e2", "e2"),
        ("many.jsonl", f"{GENEVA.article.id[:4]}-pos2", "pos2"),
        ("one.json", f"{GENEVA.article.id[:16]}-e2.1", "e2"),
    ],
)
def test_the_finding_that_is_meant(explain, source, ident, name):
    code, out, err, asked = explain(source, ident)
    assert (code, err) == (0, "")
    assert out.startswith("e2  CONSULT meet, actual")
    assert asked == [(GENEVA.article.id, name)]


@pytest.mark.parametrize(
    ("source", "ident", "reason"),
    [
        ("one.json", "e9", "no finding e9; there are e1, e2, e3"),
        ("one.json", "pos3", "no finding pos3; there are e1"),
        ("one.json", "abc-e2", "one.json: no record of an article abc"),
        (
            "many.jsonl",
            "e2",
            "many.jsonl: several articles; say of which, as in 0000000000000000-e2",
        ),
        ("page.html", "e2", "page.html: not a memcon/1 record: "),
        ("missing.json", "e2", "missing.json: no such file or directory"),
    ],
)
def test_what_cannot_be_explained_is_one_line(explain, source, ident, reason):
    code, out, err, _ = explain(source, ident)
    assert (code, out) == (2, "")
    assert err.startswith(f"memcon: {reason}")
    assert err.count("\n") == 1
