"""A desk on which three articles tell of one meeting, and what it hands out."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from memcon.desk.desk import Desk
from memcon.desk.dossiers import Wanted, dossiers, happenings_wanted
from memcon.record.contract import Record
from memcon.story.dossiers import Dossier

PAGES = (
    {
        "name": "wire",
        "url": "https://wire.example/envoys meet",
        "publisher": "Lima Wire",
        "title": "Chile and Peru meet in Lima",
        "published": date(2021, 5, 18),
        "text": "Chilean Foreign Minister Antonia Urrejola met her Peruvian counterpart Cesar "
        "Landa in Lima on 17 May 2021.\n\n"
        '"We spoke about the border treaty," Urrejola told reporters. Landa declined to comment '
        "on fishing rights.\n\nChile expelled 10 Peruvian diplomats on 18 May 2021.\n\n"
        "A summit of the two presidents may be held in Santiago in June.",
    },
    {
        "name": "paper",
        "url": None,
        "publisher": "Santiago Paper & Sons",
        "title": "Urrejola sees Landa",
        "published": date(2021, 5, 20),
        "text": "Antonia Urrejola, the foreign minister of Chile, held talks with Peru's foreign "
        "minister, Cesar Landa, in Lima on 17 May 2021.\n\n"
        "Chile expelled eight Peruvian diplomats on 18 May 2021. Peru criticised the expulsion.",
    },
    {
        "name": "trade",
        "url": "https://trade.example/a/1",
        "publisher": "Nairobi Trade",
        "title": None,
        "published": date(2021, 6, 2),
        "text": "Kenya and Ethiopia signed an accord on trade in Nairobi on 1 June 2021. Ethiopian "
        "officials welcomed the accord.",
    },
)


@pytest.fixture(scope="session")
def records(read: Callable[..., Record]) -> tuple[Record, ...]:
    """What the pages tell."""
    return tuple(read(**page) for page in PAGES)


@pytest.fixture(scope="session")
def full_desk(records: tuple[Record, ...], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk with the records."""
    path = tmp_path_factory.mktemp("desk") / "desk.memcon"
    with Desk.create(path) as desk:
        for record in records:
            desk.add(record)
    return path


@pytest.fixture(scope="session")
def told(full_desk: Path) -> tuple[Dossier, ...]:
    """All happenings of the desk."""
    with Desk(full_desk) as desk:
        return tuple(dossiers(desk.store, happenings_wanted(desk.store, Wanted())))


@pytest.fixture(scope="session")
def meeting(told: tuple[Dossier, ...]) -> Dossier:
    """The meeting of which two articles tell."""
    (found,) = (d for d in told if d.happening.type == "CONSULT" and len(d.sources) == 2)
    return found


@pytest.fixture(scope="session")
def expulsion(told: tuple[Dossier, ...]) -> Dossier:
    """The expulsion on whose number the two differ."""
    (found,) = (d for d in told if d.contrasts)
    return found


@pytest.fixture(scope="session")
def made() -> datetime:
    return datetime(2021, 6, 20, tzinfo=UTC)
