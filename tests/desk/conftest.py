"""A desk in a file, and records to fill it with."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bulletins import SUMMIT
from memcon.desk.desk import Desk
from memcon.desk.store import Store
from memcon.record.article import Article
from memcon.record.contract import MadeBy, Record


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a desk may be made."""
    return tmp_path / "desk.memcon"


@pytest.fixture
def desk(path: Path) -> Iterator[Desk]:
    """A new plain desk."""
    with Desk.create(path) as desk:
        yield desk


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """The file of a new plain desk."""
    with Store.create(path) as store:
        yield store


@pytest.fixture(scope="session")
def bare(article: Callable[..., Article]) -> Callable[..., Record]:
    """bare(text, **fields of `article`) -> Record in which nothing was found."""
    return lambda text, **fields: Record(
        format="memcon/1",
        made_by=MadeBy(memcon="0.0.1", models={}),
        warnings=(),
        article=article(text, **fields),
        actors=(),
        times=(),
        places=(),
        events=(),
        statements=(),
        issues=(),
        positions=(),
        silences=(),
        prospects=(),
    )


@pytest.fixture
def summit(desk: Desk) -> Desk:
    """A desk with the articles of bulletins.SUMMIT."""
    for record in SUMMIT:
        desk.add(record)
    return desk
