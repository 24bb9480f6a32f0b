"""Under which name an article stands."""

from collections.abc import Callable

import msgspec
import pytest

from memcon.record.article import Article, Credit
from memcon.story.outlets import outlet_of


def credit(name, kind):
    return Credit(name=name, kind=kind, start=0, end=1)


AGENCY = (credit("Ann Doe", "author"), credit("Volga News", "agency"), credit("dpa", "agency"))
ADDRESS = "https://www.courier.example/world/1?from=www.other.example"


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"publisher": "Beacon", "credits": AGENCY, "url": ADDRESS, "given_id": "7"}, "Beacon"),
        ({"credits": AGENCY, "url": ADDRESS, "given_id": "7"}, "Volga News"),
        ({"credits": AGENCY[:1], "url": ADDRESS, "given_id": "7"}, "courier.example"),
        ({"url": "http://[broken", "given_id": "7"}, "7"),
        ({"url": "no address", "given_id": "7"}, "7"),
        ({"url": "no address"}, None),
        ({}, None),
    ],
)
def test_an_article_without_a_publisher_is_called_by_what_is_known(
    article: Callable[..., Article], fields, name
):
    assert outlet_of(msgspec.structs.replace(article("The page."), **fields)) == name
