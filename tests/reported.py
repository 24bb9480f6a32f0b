"""Actors, witnesses and happenings as a desk would hold them, for tests of its answers."""

from datetime import date

from memcon.story.answers import Account, Witness
from memcon.story.happenings import Happening
from memcon.story.identities import Identity
from memcon.story.periods import Period

USA = Identity("state:USA", "United States", "state", "USA", None, "USA")
RUSSIA = Identity("state:RUS", "Russia", "state", "RUS", None, "RUS")
BIDEN = Identity("person:joe biden", "Joe Biden", "person", "USA", "GOV", "USA")
PUTIN = Identity("person:vladimir putin", "Vladimir Putin", "person", "RUS", "GOV", "RUS")
LAVROV = Identity("person:sergei lavrov", "Sergei Lavrov", "person", "RUS", "GOV", "RUS")
NATO = Identity("igo:nato", "NATO", "igo", None, "IGO", "igo:nato")


def witness(
    words: str, day: str | None = "2021-05-20", family: int = 1, publisher: str = "Example Courier"
) -> Witness:
    """The words of an article of a family; each family has its own article."""
    return Witness(
        article=f"{family:064x}",
        finding="e1",
        publisher=publisher,
        published=date.fromisoformat(day) if day else None,
        family=family,
        start=0,
        end=len(words),
        words=words,
    )


def happening(
    type_: str = "CONSULT",
    source: tuple[Identity, ...] = (BIDEN, PUTIN),
    target: tuple[Identity, ...] = (),
    day: str | None = "2021-06-16",
    **fields: object,
) -> Happening:
    """A happening that one source tells, mutual where it has no target."""
    told = date.fromisoformat(day) if day else None
    return Happening(
        **{
            "type": type_,
            "mode": None,
            "status": "actual",
            "quad": "verbal-cooperation",
            "goldstein": 1.0,
            "mutual": not target,
            "source": source,
            "target": target,
            "intermediaries": (),
            "period": Period(told, told) if told else None,
            "is_dated": True,
            "spot": None,
            "sources": 1,
            "tellings": 1,
            "confidence": 0.9,
            **fields,
        }
    )


def account(number: int, told: Happening, *witnesses: Witness) -> Account:
    """A happening with its number and its witnesses; one that tells what it is, if none is given."""
    return Account(number, told, witnesses or (witness(f"Words of happening {number}."),))
