"""The words of affairs: what is talked about, who stands where, what may come."""

from typing import Literal

import msgspec

from memcon.record.terms import ProspectStatus, Stance

Holder = Literal["subject", "object", "speaker"]


class Taking(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Wordings that take a stance.

    `verbs` as in acts.toml ("object to", "be ready"). With `objects` the verb's object must be
    one of these ("raise concerns"). `on`: where the issue stands: "object", "subject",
    "complement" (the object of what is to be done), or a preposition. `denied`: the stance when
    the verb is negated, if it is one. `holder`: whose stance it is. `is_narrow`: only towards a
    noun of affairs. `has_states`: also towards a country. `is_act`: an act done to people is an
    issue too ("release them").
    """

    stance: Stance
    verbs: tuple[str, ...]
    objects: frozenset[str] = frozenset()
    on: tuple[str, ...] = ("object",)
    denied: Stance | None = None
    modals: frozenset[str] = frozenset()
    holder: Holder = "subject"
    is_narrow: bool = False
    has_states: bool = False
    is_act: bool = False


class ProspectSign(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words beside a gathering that say how firm it is: adjectives, and verbs that govern it."""

    status: ProspectStatus
    words: frozenset[str]


class AffairWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What `affairs.toml` holds.

    Issues. `topic_verbs` take one as object or behind their preposition, `narrow_verbs` only a
    noun of affairs, `agenda_verbs` where talks or `agendas` are the subject. `topic_nouns` name
    one behind "of", "on", "over" or "about". `never` nouns are none; `vague` ones are seen
    through ("details of"). Nouns of affairs are `affairs` and those with `act_endings`.
    `issues`: nouns that are one wherever they stand, by PLOVER context; the `weak` of them only
    if a page comes back to them. `generic` nouns and `circumstances` end a phrase; `to_act`
    nouns take an infinitive into it.

    Stances. `keeping` verbs leave the sense of an infinitive as it is, `turning` ones reverse
    it; `ending` verbs make the act the issue, as do those `done_to_people`; `telling` verbs
    take none. `judging` verbs pass the `verdicts`.

    Prospects. `gatherings` and `gathering_verbs` can be prospects, each named by what it is;
    with one of the words `no_gathering` beside them they are none ("press conference"), in the
    plural only those in `plural`, and some need one of the words in `needs`. Who meets what is
    `not_met` meets nobody; `signed` is what a signing needs. `light` verbs only say that a
    gathering takes place, `hosting` ones that others hold it, `over` ones that it is past;
    `measures` are nouns of amounts of them ("a round of"). `bygone` ones are past. Who does
    what is in `taking_part` takes part. `only_conditions` open a condition behind "only".
    """

    topic_verbs: frozenset[str]
    narrow_verbs: frozenset[str]
    agenda_verbs: frozenset[str]
    agendas: frozenset[str]
    topic_nouns: frozenset[str]
    topic_prepositions: tuple[str, ...]
    list_openers: frozenset[str]
    never: frozenset[str]
    vague: frozenset[str]
    affairs: frozenset[str]
    act_endings: tuple[str, ...]
    generic: frozenset[str]
    circumstances: frozenset[str]
    to_act: frozenset[str]
    weak: frozenset[str]
    issues: dict[str, frozenset[str]]
    takings: tuple[Taking, ...]
    keeping: frozenset[str]
    turning: frozenset[str]
    ending: frozenset[str]
    done_to_people: frozenset[str]
    telling: frozenset[str]
    judging: frozenset[str]
    verdicts: dict[Stance, frozenset[str]]
    conditions: frozenset[str]
    only_conditions: frozenset[str]
    taking_part: frozenset[str]
    bygone: frozenset[str]
    gatherings: dict[str, str]
    gathering_verbs: dict[str, str]
    no_gathering: frozenset[str]
    needs: dict[str, frozenset[str]]
    not_met: frozenset[str]
    signed: frozenset[str]
    signs: tuple[ProspectSign, ...]
    light: frozenset[str]
    hosting: frozenset[str]
    over: frozenset[str]
    plural: frozenset[str]
    measures: frozenset[str]
    deciding: frozenset[str]
    announcing: frozenset[str]
    confidence: dict[str, float]
