"""Echo: an event that a headline or caption tells and the text of the same article tells again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from memcon.story.matches import Match, logistic, match
from memcon.story.sightings import Sighting

# What speaks for it before anything is known, beyond what two articles have: a headline tells what
# the text tells.
_RETOLD: Final = 2.5
_THRESHOLD: Final = 0.5


@dataclass(frozen=True, slots=True)
class Echo:
    """Which event of the article an event tells again, by its place among them, and why."""

    of: int
    match: Match


def find_echoes(sightings: Sequence[Sighting]) -> Mapping[int, Echo]:
    """The events of one article that its headline or a caption takes from the text, by place.

    Each is that of the text which it fits best; one that fits none is told there alone. Two events
    of one headline are not one: the better fit has it, the other looks further.
    """
    places = range(len(sightings))
    fits = [
        (found.score, -heading, -text, found)
        for heading in places
        for text in places
        if sightings[heading].is_heading and not sightings[text].is_heading
        if not _stand_together(sightings[heading], sightings[text])
        if (found := _match(sightings[heading], sightings[text])).score > _THRESHOLD
    ]
    echoes: dict[int, Echo] = {}
    for _, heading, text, found in sorted(fits, key=lambda fit: fit[:3], reverse=True):
        rivals = (sightings[place] for place, echo in echoes.items() if echo.of == -text)
        if -heading not in echoes and not any(
            _stand_together(sightings[-heading], rival) for rival in rivals
        ):
            echoes[-heading] = Echo(-text, found)
    return echoes


def _stand_together(one: Sighting, other: Sighting) -> bool:
    """Whether one sentence tells both."""
    return any(part.overlaps(span) for part in one.evidence for span in other.evidence)


def _match(heading: Sighting, told: Sighting) -> Match:
    """How well the two agree, weighed as if two articles told them, with what a headline adds."""
    found = match(replace(heading, article=""), told)
    if found.is_impossible:
        return found
    return Match(logistic(found.total + _RETOLD), found.reasons)
