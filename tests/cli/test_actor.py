"""`memcon actor`: a name in, what the desk knows of it out."""

import csv
import io
import json

import pytest


def test_an_actor_is_told(ask):
    code, out, err = ask("actor", "Lavrov")
    assert (code, err) == (0, "")
    assert out.startswith("Sergei Lavrov\nperson, Russia, person:sergei lavrov\n")
    assert "Antony Blinken (USA)" in out


@pytest.mark.parametrize("name", ["RUS", "Russia", "russia"])
def test_a_country_is_known_by_code_and_name(ask, name):
    _, out, _ = ask("actor", name, "--json")
    profile = json.loads(out)
    assert (profile["identity"]["key"], profile["happened"]) == ("state:RUS", 6)


def test_days_bound_what_is_told(ask):
    _, out, _ = ask("actor", "Lavrov", "--since", "2021-06", "--csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [(row["part"], row["what"]) for row in rows] == [
        ("alias", "Sergei Lavrov"),
        ("position", "open"),
    ]


def test_markdown_has_footnotes(ask):
    _, out, _ = ask("actor", "Peskov", "--markdown")
    assert out.startswith("# Dmitry Peskov\n")
    assert "[^1]: Northern Courier, 20 May 2021: “Peskov" in out


def test_who_is_not_on_the_desk_is_refused(ask):
    code, out, err = ask("actor", "Metternich")
    assert (code, out) == (2, "")
    assert err == "memcon: Metternich: nobody on the desk is called so\n"
