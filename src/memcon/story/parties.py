"""Party: whom a question to the desk is about: a country, a body, or one person of either."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Party:
    """`code` is whom it stands for in relations: "RUS", or the key of an actor without a state.

    `actors` are the desk's numbers of the actors that are meant; None where all that stand for the
    code are: "Russia" is every Russian official, "Lavrov" is one man.
    """

    code: str
    name: str
    actors: tuple[int, ...] | None = None
