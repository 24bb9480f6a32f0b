"""An article's text is fixed once; what is no article is refused in one clear line."""

import hashlib
import unicodedata

import pytest

from memcon.errors import PageError
from memcon.page.article import LONGEST_TEXT

NEWS = (
    "The two foreign ministers held three hours of talks on Tuesday and agreed to meet again in the"
    " autumn, officials from both delegations told reporters after the session."
)
NAVIGATION = "".join(f'<li><a href="/{n}">{n}</a></li>' for n in ("Home", "World", "Sport"))


def test_the_text_is_normal_and_parted_by_blank_lines(take):
    article = take(
        f"Zu\u0308rich\u00a0talks go on \n\n\n\n {NEWS}\u200b\x07\r\n\r\nNo more was said."
    )
    assert article.text == f"Zürich talks go on\n\n{NEWS}\n\nNo more was said."
    assert unicodedata.is_normalized("NFC", article.text)
    assert article.id == hashlib.sha256(article.text.encode()).hexdigest()
    assert article.title == "Zürich talks go on"


def test_what_the_carrier_says_is_kept(take):
    article = take(
        NEWS, given_id="7", title="Talks", url="https://wire.example/1", publisher="Wire"
    )
    assert (article.given_id, article.title, article.url, article.publisher) == (
        "7",
        "Talks",
        "https://wire.example/1",
        "Wire",
    )


@pytest.mark.parametrize(
    ("content", "media_type", "reason"),
    [
        ("", "text/plain", "no text"),
        (" \u200b\n\u202e", "text/plain", "no text"),
        ("Home\n\nShare\n\nPrint\n\nSubscribe", "text/plain", "only the furniture"),
        ("16x9 Image\n\nRead more: The strait", "text/plain", "only the furniture"),
        (
            f"<html><body><nav><ul>{NAVIGATION}</ul></nav></body></html>",
            "text/html",
            "furniture|no text",
        ),
        ("<html><body></body></html>", "text/html", "no text"),
        ("<html><script>var a = 'The ministers met.'</script></html>", "text/html", "no text"),
        ("<html", "text/html", "no article"),
        (f"{NEWS}\n\n" * 2_000, "text/plain", "characters of text"),
    ],
)
def test_what_is_no_article_is_refused_in_one_line(take, content, media_type, reason):
    with pytest.raises(PageError, match=reason) as error:
        take(content, media_type=media_type, name="page.html")
    assert str(error.value).startswith("page.html: ")
    assert "\n" not in str(error.value)


def test_a_long_read_is_still_an_article(take):
    assert len(take(f"{NEWS}\n\n" * (LONGEST_TEXT // (len(NEWS) + 9))).text) > 250_000


def test_right_to_left_text_is_read(take):
    arabic = (
        "اجتمع وزيرا الخارجية يوم الثلاثاء لمدة ثلاث ساعات واتفقا على اللقاء مجددا في الخريف، بحسب"
        " ما قاله مسؤولون من الوفدين للصحفيين بعد الجلسة."
    )
    article = take(f"\u202bالوزيران يلتقيان في تونس\u202c\n\n{arabic}\n\n{arabic} وانتهى اللقاء.")
    assert article.language == "ar"
    assert [section.kind for section in article.sections] == ["headline", "body", "body"]
    assert article.title == "الوزيران يلتقيان في تونس"


@pytest.mark.parametrize(
    ("language", "title", "paragraph"),
    [
        (
            "de",
            "Außenminister treffen sich erneut in Triest",
            "Die beiden Außenminister haben am Dienstag drei Stunden lang miteinander gesprochen"
            " und wollen sich im Herbst wieder treffen, teilten beide Delegationen mit.",
        ),
        (
            "zh",
            "两国外长在的里雅斯特再次会晤",
            "两国外长星期二举行了三个小时的会谈，并同意在秋天再次会晤。双方官员在会后对记者说，"
            "会谈是坦率和建设性的，但没有就被拘留的记者问题达成任何协议。",
        ),
        (
            "ru",
            "Министры снова встречаются в Триесте",
            "Министры иностранных дел двух стран провели во вторник трёхчасовые переговоры и"
            " договорились встретиться осенью, сообщили журналистам участники встречи.",
        ),
    ],
)
def test_other_languages_have_their_article_part(take, language, title, paragraph):
    article = take(f"{title}\n\n{paragraph}\n\n{paragraph} Больше ничего. Ende. 完。")
    assert article.language == language
    assert article.title == title
    assert [section.kind for section in article.sections] == ["headline", "body", "body"]


@pytest.mark.timeout(30)
@pytest.mark.parametrize(
    "content",
    [
        "<!--" * 100_000,
        "<" * 300_000,
        "<b>" * 100_000,
        "<p " + "a='b' " * 50_000 + ">",
        "<script>" * 50_000,
        "</p>" * 100_000,
        "&" * 250_000,
        "<table>" * 100_000 + "<p>x",
    ],
)
def test_markup_that_is_a_trap_costs_no_more_than_its_length(take, content):
    with pytest.raises(PageError):
        take(content, media_type="text/html")


@pytest.mark.timeout(30)
@pytest.mark.parametrize(
    "text", ["AB " * 60_000, "Aa Bb " * 40_000, "A, " * 90_000, '"' * 250_000, "a." * 120_000]
)
def test_text_that_is_a_trap_costs_no_more_than_its_length(take, text):
    assert NEWS in take(f"{NEWS}\n\n{text}").text
