"""Names beyond the desk: stable, of the right form, and not the same for two things."""

from hashlib import sha256

import pytest

from memcon.desk.desk import Desk
from memcon.desk.dossiers import Wanted, dossiers, happenings_wanted
from memcon.export.iris import address, article_iri, cast_iris, happening_iri, text_iri


def test_a_text_is_named_as_in_rfc_6920():
    digest = sha256(b"Hello World!").hexdigest()
    assert text_iri(digest) == "ni:///sha-256;f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk"


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://wire.example/a?b=c&d=%20e#f", "https://wire.example/a?b=c&d=%20e#f"),
        ("https://wire.example/envoys meet", "https://wire.example/envoys%20meet"),
        ('https://wire.example/"<b>', "https://wire.example/%22%3Cb%3E"),
        ("https://wire.example/élysée", "https://wire.example/%C3%A9lys%C3%A9e"),
        ("file:///etc/passwd", None),
        ("wire.example/a", None),
        ("", None),
        (None, None),
    ],
)
def test_an_address(url, safe):
    assert address(url) == safe


def test_an_article_without_an_address_goes_by_its_text(records):
    wire, paper, _ = records
    assert article_iri(wire.article) == "https://wire.example/envoys%20meet"
    assert article_iri(paper.article) == text_iri(paper.article.id)


def test_who_is_named_is_the_same_in_every_article(records):
    wire, paper, _ = records
    names = [
        {actor.name: cast_iris(record)[actor.id] for actor in record.actors}
        for record in (wire, paper)
    ]
    assert names[0]["Antonia Urrejola"] == names[1]["Antonia Urrejola"]
    assert len({iri for known in names for iri in known.values()}) > 3


def test_a_happening_keeps_its_name_when_an_older_article_joins_it(records, meeting, tmp_path):
    wire, paper, _ = records
    with Desk.create(tmp_path / "desk.memcon") as desk:
        # The later report comes first here.
        desk.add(paper)
        (alone,) = (
            happening_iri(d)
            for d in dossiers(desk.store, happenings_wanted(desk.store, Wanted()))
            if d.happening.type == "CONSULT"
        )
        desk.add(wire)
        names = {
            happening_iri(d)
            for d in dossiers(desk.store, happenings_wanted(desk.store, Wanted()))
            if len(d.sources) == 2
        }
    assert alone in names
    assert happening_iri(meeting) != alone
