"""Scores become probabilities."""

import numpy as np
import pytest

from memcon.models.calibration import log_odds
from memcon.models.models import Models


def test_types_and_statuses_are_probabilities(models: Models):
    for chances in (
        models.calibration.types(np.arange(16, dtype=np.float32)),
        models.calibration.statuses(np.zeros(9, np.float32)),
    ):
        assert chances.sum() == pytest.approx(1)
        assert (chances >= 0).all()


def test_log_odds_stay_finite():
    assert log_odds(0) == pytest.approx(-log_odds(1))
    assert log_odds(0.5) == pytest.approx(0)


def test_the_surer_the_typer_the_surer_the_event(models: Models):
    weak = models.calibration.event_confidence((-2.0, 1.0, 0.0, 1.0, 1.0))
    strong = models.calibration.event_confidence((3.0, -4.0, -3.0, 1.0, 1.0))
    assert 0 < weak < strong < 1
