"""Prospects: gatherings and decisions ahead, each once, with all that the page says of it."""

from collections.abc import Sequence

from memcon.actors.cast import Cast
from memcon.coding.horizon import days
from memcon.coding.outlook import Mention, find_mentions
from memcon.coding.parties import unique
from memcon.coding.scene import Scene
from memcon.lexicon.acts import ActWords
from memcon.lexicon.affairs import AffairWords
from memcon.record.findings import Prospect, Time
from memcon.record.terms import ProspectStatus

# When the page speaks of one prospect in several ways, the firmest news wins; an end beats all.
FIRMNESS: tuple[ProspectStatus, ...] = (
    "considered",
    "floated",
    "intended",
    "agreed",
    "scheduled",
    "ongoing",
    "held",
    "rejected",
    "postponed",
    "cancelled",
)
PLANNED = frozenset({"intended", "agreed", "scheduled"})
MEETINGS = frozenset({"summit", "talks", "call", "meeting"})
DAY = len("2021-05-20")


def find_prospects(
    scene: Scene, cast: Cast, words: AffairWords, acts: ActWords
) -> tuple[Prospect, ...]:
    """Each gathering or decision ahead, in reading order."""
    mentions = find_mentions(scene, cast, words, acts)
    groups = [g for g in _grouped(mentions, cast) if _is_ahead(g, scene)]
    return tuple(
        _prospect(f"n{number}", group, scene, words.confidence["prospect"])
        for number, group in enumerate(groups, 1)
    )


def _grouped(mentions: Sequence[Mention], cast: Cast) -> tuple[tuple[Mention, ...], ...]:
    """The mentions of each prospect; those that name nobody go with the one spoken of before."""
    groups: list[list[Mention]] = []
    for mention in mentions:
        fitting = [g for g in groups if _fits(g, mention, cast)]
        same = [g for g in fitting if any(_kind(m.what) == _kind(mention.what) for m in g)]
        if same or fitting:
            (same or fitting)[-1].append(mention)
        else:
            groups.append([mention])
    return tuple(tuple(group) for group in groups)


def _fits(group: Sequence[Mention], mention: Mention, cast: Cast) -> bool:
    """Whether a mention can be of the same thing as a group: its kind, day, place and people."""
    if not all(_is_same_kind(member.what, mention.what) for member in group):
        return False
    if not _is_named_or_known(group, mention):
        return False
    if not all(_is_same_day(member.time, mention.time) for member in group):
        return False
    places = {m.place.name for m in (*group, mention) if m.place is not None}
    return len(places) < 2 and _agree(group, mention, cast)


def _is_named_or_known(group: Sequence[Mention], mention: Mention) -> bool:
    """Whether more than the kind joins a mention: people on both sides, "the", the same word."""
    if mention.participants and any(m.participants for m in group):
        return True
    if any(_kind(m.what) == _kind(mention.what) for m in group):
        return True
    return mention.is_definite and " " not in mention.what


def _kind(what: str) -> str:
    return what.rpartition(" ")[2]


def _is_same_kind(one: str, other: str) -> bool:
    """Whether two names fit one thing: a summit is a meeting, but a G7 summit no peace talks."""
    (*first, kind), (*second, other_kind) = one.split(), other.split()
    is_kin = kind == other_kind or (kind in MEETINGS and other_kind in MEETINGS)
    return is_kin and (not first or not second or first == second)


def _is_same_day(one: Time | None, other: Time | None) -> bool:
    """Whether no two dates speak against one thing."""
    if one is None or other is None:
        return True
    first, second = days(one.value), days(other.value)
    if first is None or second is None:
        return one.value[:DAY] == other.value[:DAY]
    return first[0] <= second[1] and second[0] <= first[1]


def _agree(group: Sequence[Mention], mention: Mention, cast: Cast) -> bool:
    """Whether the participants can be the same people, or the countries they stand for."""
    known = unique(p for m in group for p in m.participants)
    if not known or not mention.participants:
        return True
    mine = {_side(p, cast) for p in mention.participants}
    theirs = {_side(p, cast) for p in known}
    if mine == theirs or len(mine & theirs) > 1:
        return True
    return mention.is_definite and (mine <= theirs or theirs <= mine)


def _side(ident: str, cast: Cast) -> str:
    """A party's country, or the party itself."""
    return cast.by_id(ident).country or ident


def _is_ahead(group: Sequence[Mention], scene: Scene) -> bool:
    """Whether something in a group is said of what lies ahead, or of a plan that has come true."""
    if any(m.status != "held" and not m.is_former for m in group):
        return True
    has_plan = any(m.is_former and m.status in PLANNED for m in group)
    return has_plan and any(m.status == "held" for m in group)


def _status(group: Sequence[Mention]) -> ProspectStatus:
    """The firmest news; what is over only when its day is the one that was planned."""
    current = [m for m in group if not m.is_former] or list(group)
    ahead = [m for m in current if m.status != "held"]
    held = [m for m in current if m.status == "held"]
    planned = {m.time.value[:DAY] for m in ahead if m.time is not None}
    is_done = any(m.time is not None and m.time.value[:DAY] in planned for m in held)
    if held and (is_done or not ahead):
        return "held"
    statuses: list[ProspectStatus] = [m.status for m in ahead]
    return max(statuses, key=FIRMNESS.index)


def _prospect(ident: str, group: Sequence[Mention], scene: Scene, confidence: float) -> Prospect:
    """One prospect of all its mentions."""
    status = _status(group)
    told = [m for m in group if m.status != "held" or status == "held"]
    first = next((m for m in told if len(m.participants) > 1), told[0])
    times = [m.time for m in told if m.time is not None]
    evidence = dict.fromkeys(scene.parse.sentence(m.token).span for m in told)
    return Prospect(
        id=ident,
        what=max((m.what for m in told), key=lambda what: len(what.split())),
        participants=first.participants,
        status=status,
        time=max(times, key=lambda t: len(t.value[:DAY])).id if times else None,
        place=next((m.place.id for m in told if m.place is not None), None),
        deciders=unique(p for m in told for p in m.deciders),
        announcers=unique(p for m in told for p in m.announcers),
        conditions=tuple(dict.fromkeys(c for m in told for c in m.conditions)),
        evidence=tuple(evidence),
        confidence=confidence,
    )
