"""A desk in a file, and records to fill it with."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from memcon.desk.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A new plain desk."""
    with Desk.create(tmp_path / "desk.memcon") as desk:
        yield desk
