"""`memcon quotes`: what was said, as a digest and as lines for other programs."""

import csv
import io
import json

import pytest


def test_a_digest_is_by_speaker(memcon, pages):
    code, out, err = memcon("quotes", str(pages / "a.txt"))
    assert (code, err) == (0, "")
    assert out.startswith("Envoys of Chile and Peru meet in Lima\npublisher unknown, ")
    assert "\nAntonia Urrejola, Foreign Minister, Chile\n• told" in out
    assert "“We spoke about the border”" in out


@pytest.mark.parametrize(
    ("options", "count"),
    [
        (["--speaker", "urrejola"], 1),
        (["--speaker", "Chile"], 1),
        (["--speaker", "chile", "--about", "fishing"], 0),
        (["--about", "border"], 1),
        (["--about", "Santiago"], 1),
        (["--speaker", "nobody"], 0),
    ],
)
def test_filters(memcon, pages, options, count):
    code, out, err = memcon("quotes", "--json", *options, str(pages / "a.txt"))
    assert len(out.splitlines()) == count
    assert (code, err) == (0, "" if count else "memcon: no statement found\n")


def test_json_keeps_what_was_quoted_apart(memcon, pages):
    _, out, _ = memcon("quotes", "--json", "--speaker", "Urrejola", str(pages / "a.txt"))
    quotation = json.loads(out)
    assert quotation["speakers"][0]["country"] == "CHL"
    assert [(part["kind"], part["words"]) for part in quotation["passages"]] == [
        ("quoted", "We spoke about the border")
    ]


def test_csv_is_a_row_each(memcon, pages):
    _, out, _ = memcon("quotes", "--csv", str(pages / "a.txt"), str(pages / "d.txt"))
    rows = list(csv.DictReader(io.StringIO(out, newline="")))
    assert len({row["article"] for row in rows}) == 2
    assert "We spoke about the border" in [row["quoted"] for row in rows]


def test_a_page_without_such_a_statement_is_left_out(memcon, pages):
    code, out, _ = memcon("quotes", "--speaker", "Kenya", str(pages))
    assert code == 2  # two of the pages are refused
    assert "Kenya and Ethiopia sign accord" in out
    assert "Envoys of Chile" not in out
