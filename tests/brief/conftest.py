"""The memorandum of the Geneva talks, and of pages that mean harm."""

from collections.abc import Callable

import msgspec
import pytest

from geneva import GENEVA
from memcon.brief.memo import Memo
from memcon.codes.countries import Countries
from memcon.record.contract import Record

# A page can try to run a script, to move the cursor and to turn the direction of the text.
HOSTILE = "<script>alert(1)</script>\x1b[2J\u202e [red]*`x`*[/red]"


@pytest.fixture(scope="session")
def memo_of(countries: Countries) -> Callable[..., Memo]:
    """memo_of(record) -> Memo."""
    return lambda record: Memo.of(record, countries)


@pytest.fixture(scope="session")
def memo(memo_of: Callable[[Record], Memo]) -> Memo:
    return memo_of(GENEVA)


@pytest.fixture(scope="session")
def hostile(memo_of: Callable[[Record], Memo], hostile_record: Record) -> Memo:
    return memo_of(hostile_record)


@pytest.fixture(scope="session")
def hostile_record() -> Record:
    """The same findings, of a page whose every name and sentence means harm."""
    article = GENEVA.article
    text = "".join(
        f"{HOSTILE}{' ' * 200}"[: s.end - s.start].ljust(s.end - s.start, "x") + "\n\n"
        for s in article.sections
    )[: len(article.text)]
    article = msgspec.structs.replace(
        article, text=text, title=HOSTILE, publisher=HOSTILE, url=f"javascript:{HOSTILE}"
    )
    return msgspec.structs.replace(
        GENEVA,
        article=article,
        warnings=(HOSTILE,),
        actors=tuple(msgspec.structs.replace(a, name=HOSTILE) for a in GENEVA.actors),
        issues=tuple(msgspec.structs.replace(i, name=HOSTILE) for i in GENEVA.issues),
        places=tuple(msgspec.structs.replace(p, name=HOSTILE) for p in GENEVA.places),
        prospects=tuple(msgspec.structs.replace(n, what=HOSTILE) for n in GENEVA.prospects),
    )
