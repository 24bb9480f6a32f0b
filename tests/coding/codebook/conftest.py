"""The codebook's tests read each text once."""

from collections.abc import Callable
from functools import cache

import pytest

from memcon.record.contract import Record


@pytest.fixture(scope="session")
def coded(read: Callable[..., Record]) -> Callable[[str], Record]:
    """coded(text) -> Record of a page that was published on 20 May 2021."""
    return cache(read)
