"""Bytes become text by their mark, by what they declare, by trial."""

import codecs

import pytest

from memcon.errors import PageError
from memcon.page.charset import decode

CZECH = "Předseda vlády přijal žádost o schůzku. Řekl, že účast je možná, ale ne jistá. " * 4
RUSSIAN = "Министр иностранных дел заявил, что переговоры продолжатся в следующем месяце. " * 4


@pytest.mark.parametrize(
    "content",
    [
        codecs.BOM_UTF8 + CZECH.encode(),
        codecs.BOM_UTF16_LE + CZECH.encode("utf-16-le"),
        CZECH.encode("utf-16"),
        CZECH.encode("utf-32"),
        CZECH.encode(),
    ],
)
def test_unicode_is_known_by_its_mark_or_by_trial(content):
    assert decode("page", content) == CZECH


@pytest.mark.parametrize("charset", ["windows-1250", "iso-8859-2"])
def test_what_a_page_declares_is_tried_first(charset):
    page = f'<html><meta charset="{charset}"><p>{CZECH}</p>'
    assert CZECH in decode("page", page.encode(charset))


@pytest.mark.parametrize(
    ("charset", "text"),
    [("iso-8859-1", "“We met,” he said – twice."), ("gb2312", "双方同意朱镕基访问")],
)
def test_a_charset_is_read_as_browsers_read_it(charset, text):
    real = {"iso-8859-1": "cp1252", "gb2312": "gb18030"}[charset]
    page = f'<meta charset="{charset}"><p>{text}</p>'
    assert text in decode("page", page.encode(real))


def test_a_declaration_does_not_hide_valid_utf8():
    page = f'<meta charset="iso-8859-1"><p>{CZECH}</p>'
    assert CZECH in decode("page", page.encode())


def test_utf16_without_a_mark_is_known_by_its_noughts():
    assert decode("page", "The ministers met.".encode("utf-16-le")) == "The ministers met."
    assert decode("page", "The ministers met.".encode("utf-16-be")) == "The ministers met."


def test_seven_bit_charsets_are_not_taken_for_ascii():
    page = '<meta charset="iso-2022-jp"><p>外相が会談した</p>'
    assert "外相が会談した" in decode("page", page.encode("iso-2022-jp"))


def test_what_the_server_declares_goes_before_the_page():
    page = f'<html><meta charset="utf-8"><p>{RUSSIAN}</p>'
    assert RUSSIAN in decode("page", page.encode("koi8-r"), declared="koi8-r")


def test_a_wrong_declaration_does_no_harm():
    page = f'<html><meta charset="utf-8"><p>{RUSSIAN}</p>'
    assert RUSSIAN in decode("page", page.encode("windows-1251"))
    assert RUSSIAN in decode("page", RUSSIAN.encode(), declared="no-such-charset")


def test_the_undeclared_is_guessed():
    assert decode("page", RUSSIAN.encode("windows-1251")) == RUSSIAN


@pytest.mark.parametrize(
    "charset", ["idna", "base64", "bz2", "rot13", "undefined", "unicode_escape"]
)
def test_codecs_that_are_no_charset_are_not_run(charset):
    page = f'<html><meta charset="{charset}"><p>{CZECH}</p>'
    assert CZECH in decode("page", page.encode())


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (codecs.BOM_UTF8, "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "binary"),
        (b"PK\x03\x04" + b"\x00\x01\x02" * 400, "binary"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj <</Type /Catalog>> endobj", "PDF"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(content, reason):
    with pytest.raises(PageError, match=reason) as error:
        decode("page.bin", content)
    assert str(error.value).startswith("page.bin: ")
    assert "\n" not in str(error.value)
