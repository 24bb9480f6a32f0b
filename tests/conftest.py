"""What tests share: the models, loaded once, and short ways to an Article, a Parse or a Record."""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from spacy.language import Language

from memcon.actors.cast import Cast
from memcon.actors.casting import find_cast
from memcon.codes.countries import Countries
from memcon.codes.offices import Offices
from memcon.language.parse import Parse
from memcon.language.parsing import parse_article
from memcon.lexicon.lexicon import Lexicon
from memcon.models.models import Models
from memcon.page.intake import take_in
from memcon.page.page import Page
from memcon.reading import Reader
from memcon.record.article import Article, Published, Section
from memcon.record.contract import Record
from memcon.record.terms import SectionKind

settings.register_profile(
    "suite",
    max_examples=60,
    deadline=None,
    derandomize=True,
    phases=set(Phase) - {Phase.explain},  # which takes minutes on large records
)
settings.register_profile(
    "fuzz",
    max_examples=10_000,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.large_base_example],
)
settings.load_profile("suite")

EXAMPLES = Path(__file__).parents[1] / "examples"
SHARED = Path(__file__).parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of development data; tests that read it skip where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the development data is not beside this checkout (../shared)")
    return SHARED


@pytest.fixture(scope="session")
def models() -> Models:
    return Models.load()


@pytest.fixture(scope="session")
def nlp(models: Models) -> Language:
    return models.english


@pytest.fixture(scope="session")
def lexicon(models: Models) -> Lexicon:
    return models.lexicon


@pytest.fixture(scope="session")
def countries(models: Models) -> Countries:
    return models.countries


@pytest.fixture(scope="session")
def offices(models: Models) -> Offices:
    return models.offices


@pytest.fixture(scope="session")
def reader(models: Models) -> Reader:
    return Reader(models)


@pytest.fixture(scope="session")
def examples(reader: Reader) -> Sequence[Record]:
    """What each bundled page says, read once; in the order of their folders."""
    pages = take_in([str(page) for page in sorted(EXAMPLES.glob("*/page.*"))])
    return tuple(record for record in reader.read_all(pages) if isinstance(record, Record))


@pytest.fixture(scope="session")
def article() -> Callable[..., Article]:
    """article(text, published="2021-05-20", title=None): each paragraph a body section."""
    return make_article


@pytest.fixture(scope="session")
def parsed(nlp: Language, lexicon: Lexicon) -> Callable[..., Parse]:
    """parsed(text, …) -> Parse, with the arguments of `article`."""
    return lambda text, **fields: parse_article(make_article(text, **fields), nlp, lexicon.grammar)


@pytest.fixture(scope="session")
def cast_of(models: Models) -> Callable[[Parse], Cast]:
    """cast_of(parse) -> Cast."""
    return lambda parse: find_cast(
        parse, models.lexicon.actors, models.countries, models.offices, models.organisations
    )


@pytest.fixture(scope="session")
def read(reader: Reader) -> Callable[..., Record]:
    """read(text, **fields of Page) -> Record; published on 2021-05-20 unless said otherwise."""

    def read_text(text: str, **fields: object) -> Record:
        fields = {"name": "test", "published": date(2021, 5, 20), **fields}
        return reader.read(Page(content=text, **fields))

    return read_text


def make_article(
    text: str, published: str | None = "2021-05-20", title: str | None = None
) -> Article:
    """An article of plain paragraphs, headed by its title if it has one."""
    paragraphs = [" ".join(p.split()) for p in re.split(r"\n\s*\n", text.strip())]
    kinds: list[SectionKind] = ["body"] * len(paragraphs)
    if title is not None:
        paragraphs, kinds = [title, *paragraphs], ["headline", *kinds]
    whole = unicodedata.normalize("NFC", "\n\n".join(paragraphs))
    sections, start = [], 0
    for kind, block in zip(kinds, whole.split("\n\n"), strict=True):
        sections.append(Section(kind=kind, start=start, end=start + len(block)))
        start += len(block) + 2
    return Article(
        id=hashlib.sha256(whole.encode()).hexdigest(),
        given_id=None,
        url=None,
        publisher=None,
        language="en",
        published=None if published is None else Published(value=published, basis="given"),
        title=title,
        text=whole,
        sections=tuple(sections),
        credits=(),
        flags=(),
        notices=(),
    )
