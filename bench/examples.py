"""The example pages: how many of the facts a desk officer finds on each page the reader finds too.

`python bench/examples.py [NAME …] [--missed]`; ../shared/evaluate/facts.py checks the facts.
"""

import argparse
import importlib.util
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from memcon.page.intake import take_in
from memcon.page.page import Page
from memcon.reading import Reader
from memcon.record.contract import encode

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
CHECKER = ROOT.parent / "shared" / "evaluate" / "facts.py"


@dataclass(frozen=True, slots=True)
class Result:
    """What the checker says of one page."""

    name: str
    missed: tuple[dict[str, Any], ...]
    broken: tuple[dict[str, Any], ...]
    kinds: dict[str, tuple[int, int]]  # kind of fact -> found, total
    nevers: int

    @property
    def found(self) -> int:
        """How many facts were found."""
        return sum(found for found, _ in self.kinds.values())

    @property
    def total(self) -> int:
        """How many there are."""
        return sum(total for _, total in self.kinds.values())


def score_examples(names: tuple[str, ...] = ()) -> Iterator[Result]:
    """The result of each page, or of those named, in the order of their names."""
    checker = _checker()
    reader = Reader()
    for facts in sorted(EXAMPLES.glob("*/facts.json")):
        name = facts.parent.name
        if names and name not in names:
            continue
        (page,) = take_in([str(next(facts.parent.glob("page.*")))])
        assert isinstance(page, Page), page
        record = json.loads(encode(reader.read(page)))
        missed, broken, kinds, nevers = checker.evaluate(json.loads(facts.read_bytes()), record)
        yield Result(
            name=name,
            missed=tuple(fact for _, fact in missed),
            broken=tuple(fact for _, fact in broken),
            kinds={kind: (found, total) for kind, (found, total) in kinds.items()},
            nevers=nevers,
        )


def _checker() -> Any:
    """The checker of facts, which is no package."""
    spec = importlib.util.spec_from_file_location("facts", CHECKER)
    if spec is None or spec.loader is None or not CHECKER.is_file():
        sys.exit(f"no {CHECKER.name} in {CHECKER.parent}: the checker lies beside the checkout")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _print(results: list[Result], show_missed: bool) -> None:
    """A line for each page and each kind of fact, and the sums."""
    found: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for result in results:
        print(
            f"{result.name:20} {result.found:4} of {result.total:3}"
            f"   nevers broken {len(result.broken)} of {result.nevers}"
        )
        for kind, (hits, of) in result.kinds.items():
            found[kind] += hits
            total[kind] += of
        for label, facts in (("missed", result.missed), ("broken", result.broken)):
            for fact in facts if show_missed else ():
                print(f"  {label} {json.dumps(fact, ensure_ascii=False)}")
    for kind in sorted(total):
        print(f"  {kind:10} {found[kind]:4} of {total[kind]:4}  {found[kind] / total[kind]:.3f}")
    facts, nevers = total.total(), sum(result.nevers for result in results)
    broken = sum(len(result.broken) for result in results)
    print(
        f"METRIC examples={len(results)} facts_found={found.total()}/{facts}"
        f" share={found.total() / max(facts, 1):.3f} nevers_broken={broken}/{nevers}"
    )


def main() -> None:
    """Read the pages and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="folders of examples/; without one, all")
    parser.add_argument("--missed", action="store_true", help="list what was missed or broken")
    arguments = parser.parse_args()
    _print(list(score_examples(tuple(arguments.names))), arguments.missed)


if __name__ == "__main__":
    main()
