"""Amount: a number with its unit, as it is told: "10 diplomats", "90 minutes", "5,500,000 USD"."""

from typing import Final

_PLURALS: Final = {"people": "people", "child": "children", "serviceman": "servicemen"}


def amount(value: float, unit: str) -> str:
    """The number and its unit; what is counted is in the plural, a currency stays as it is."""
    is_one = value == 1 or not unit.islower()
    return f"{value:,.15g} {unit if is_one else _PLURALS.get(unit, f'{unit}s')}"
