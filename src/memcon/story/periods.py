"""Period: the days within which something was or is to be, as far as the words tell."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Period:
    """From the first day to the last, both inclusive: "in May 2021" is 1 to 31 May."""

    first: date
    last: date
