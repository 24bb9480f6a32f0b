"""Proposals: what the rules read in an article before a model decides on its events."""

from collections.abc import Sequence
from dataclasses import dataclass

from memcon.actors.cast import Cast
from memcon.actors.casting import find_cast
from memcon.coding.candidates import find_candidates
from memcon.coding.decisions import Decision, decide
from memcon.coding.issues import find_issues
from memcon.coding.modality import Modality
from memcon.coding.places import find_places
from memcon.coding.readings import Reading, understand
from memcon.coding.scene import Scene
from memcon.coding.stances import Taken, find_stances
from memcon.coding.statements import find_statements
from memcon.coding.tagged import Hearing
from memcon.coding.times import find_times
from memcon.coding.traces import find_traces
from memcon.coding.verdicts import Judge
from memcon.language.parse import Parse
from memcon.language.parsing import parse_article
from memcon.models.models import Models
from memcon.record.article import Article


@dataclass(frozen=True, slots=True)
class Proposals:
    """The scene with what was seen in it, and each candidate as it is to be understood."""

    scene: Scene
    hearing: Hearing
    cast: Cast
    stances: Sequence[Taken]
    readings: Sequence[Reading]

    @property
    def parse(self) -> Parse:
        """The parse of the article."""
        return self.scene.parse


def propose(article: Article, models: Models) -> Proposals:
    """Every stage up to the decision on events, in order."""
    words = models.lexicon
    parse = parse_article(article, models.english, words.grammar)
    cast = find_cast(parse, words.actors, models.countries, models.offices, models.organisations)
    times = find_times(parse, words.times)
    places = find_places(parse, cast, models.gazetteer, models.countries, words.places)
    hearing = Hearing(find_traces(parse, models.tagger), models.calibration)
    statements = find_statements(parse, cast, times, words.speech, hearing)
    stances = find_stances(parse, cast, words.affairs)
    issues = find_issues(parse, cast, stances, words.affairs)
    scene = Scene(parse, times, places, issues, statements)
    candidates = find_candidates(scene, cast, words.acts, words.grammar)
    readings = understand(candidates, cast, scene, Modality.of(parse, words.acts))
    return Proposals(scene, hearing, cast, stances, readings)


def decide_on(proposals: Proposals, models: Models) -> tuple[Decision, ...]:
    """A decision on each reading."""
    judge = Judge(models.typer, models.calibration)
    acts = models.lexicon.acts
    return decide(proposals.readings, proposals.cast, proposals.parse, acts, judge)
