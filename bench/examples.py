"""The example pages: how many of the facts a desk officer finds on each page the reader finds too.

    python bench/examples.py [NAME …] [--missed] [--shared ../shared]

evaluate/facts.py checks the facts.
"""

import argparse
import importlib.util
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from measurement import Measurement, MissingDataError
from memcon.page.intake import take_in
from memcon.page.page import Page
from memcon.reading import Reader
from memcon.record.contract import encode

EXAMPLES = Path(__file__).parents[1] / "examples"


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


def score_examples(shared: Path, reader: Reader, names: tuple[str, ...] = ()) -> Iterator[Result]:
    """The result of each page, or of those named, in the order of their names."""
    checker = _checker(shared / "evaluate" / "facts.py")
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


def measure(shared: Path, reader: Reader) -> Measurement:
    """The facts found of each page and of each kind, and the nevers broken."""
    results = list(score_examples(shared, reader))
    found = sum(result.found for result in results)
    broken = sum(len(result.broken) for result in results)
    figures = {
        "share": found / sum(result.total for result in results),
        "nevers_broken": broken,
    }
    return Measurement("examples", "\n".join(_lines(results)), figures, tuple(EXAMPLES.glob("*/*")))


def _checker(path: Path) -> Any:
    """The checker of facts, which is no package."""
    spec = importlib.util.spec_from_file_location("facts_checker", path)
    if spec is None or spec.loader is None or not path.is_file():
        raise MissingDataError(f"the checker of facts is not at {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _lines(results: list[Result]) -> Iterator[str]:
    """A line for each page and each kind of fact, and the sums."""
    kinds: dict[str, tuple[int, int]] = {}
    for result in results:
        yield (
            f"{result.name:20} {result.found:4} of {result.total:3}"
            f"   nevers broken {len(result.broken)} of {result.nevers}"
        )
        for kind, (hits, of) in result.kinds.items():
            before = kinds.get(kind, (0, 0))
            kinds[kind] = (before[0] + hits, before[1] + of)
    yield ""
    for kind, (hits, of) in sorted(kinds.items()):
        yield f"{kind:20} {hits:4} of {of:3}  {hits / of:.3f}"
    hits, of = (sum(side) for side in zip(*kinds.values(), strict=True))
    broken = sum(len(result.broken) for result in results)
    nevers = sum(result.nevers for result in results)
    yield f"{'all':20} {hits:4} of {of:3}  {hits / of:.3f}   nevers broken {broken} of {nevers}"


def _missed(results: list[Result]) -> Iterator[str]:
    """A line for each fact that was missed and each never that was broken."""
    for result in results:
        for label, facts in (("missed", result.missed), ("broken", result.broken)):
            for fact in facts:
                yield f"{result.name}: {label} {json.dumps(fact, ensure_ascii=False)}"


def main() -> None:
    """Read the pages and print what was found."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", help="folders of examples/; without one, all")
    parser.add_argument("--missed", action="store_true", help="list what was missed or broken")
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    arguments = parser.parse_args()
    try:
        results = list(score_examples(arguments.shared, Reader(), tuple(arguments.names)))
    except MissingDataError as reason:
        sys.exit(f"skipped: {reason}")
    lines = [*(_missed(results) if arguments.missed else ()), *_lines(results)]
    print("\n".join(lines))


if __name__ == "__main__":
    main()
