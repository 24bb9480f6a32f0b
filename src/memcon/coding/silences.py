"""Silence: what somebody refused to say, avoided or left out."""

from collections.abc import Sequence

from memcon.actors.cast import Cast
from memcon.language.parse import Parse
from memcon.lexicon.speech import SpeechWords
from memcon.record.findings import Issue, Silence


def find_silences(
    parse: Parse, cast: Cast, issues: Sequence[Issue], words: SpeechWords
) -> tuple[Silence, ...]:
    """Find each silence, in reading order."""
    return ()
