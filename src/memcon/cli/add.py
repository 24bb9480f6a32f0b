"""`memcon add`: pages or records in; they are kept on the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from memcon.cli.articles import named
from memcon.cli.desks import fills_desk
from memcon.cli.lines import lines_of
from memcon.cli.pages import Pages, dated, may_read_pages, report
from memcon.errors import MemconError, RecordError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from memcon.cli.progress import Meter
    from memcon.desk.desk import Desk
    from memcon.page.page import Rejected
    from memcon.reading import Known
    from memcon.record.contract import Record

    Result = Record | Known | Rejected


@click.command()
@click.option("--records", is_flag=True, help="PAGES are records, as `memcon read --json` writes.")
@click.option(
    "--reread",
    is_flag=True,
    help="Read again what is on the desk and was read by another version or with other models.",
)
@may_read_pages
@fills_desk
def add(desk: Desk, pages: Pages, records: bool, reread: bool) -> int:
    """Read PAGES and keep what they say on the desk.

    PAGES are as for `memcon read`. A page whose text is on the desk already changes nothing. Each
    line says of one article that it is kept, and no crash can undo that. What was ruled of
    happenings holds when articles are read again.
    """
    if reread == bool(pages.sources):
        raise click.UsageError("name PAGES to add, or --reread what is there.")
    if reread:
        return _reread(desk, pages.jobs)
    return _add(desk, pages, _recorded(pages.sources) if records else _read(desk, pages))


def _add(desk: Desk, pages: Pages, results: Iterator[Result]) -> int:
    """Add what was read, say so line by line, and in the end how many there are."""
    from memcon.cli.progress import metered

    tally = Tally(desk)
    with metered(pages.sources) as meter, tally:
        for result in results:
            tally.take(result, meter)
            meter.advance()
    if not tally.found:
        raise MemconError(f"{', '.join(pages.sources)}: no page found")
    return tally.report()


class Tally:
    """Puts records on a desk and counts what became of them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._refused: list[Rejected] = []
        self._added = self._known = 0

    @property
    def refused(self) -> int:
        """How many were refused."""
        return len(self._refused)

    @property
    def found(self) -> int:
        """How many there were, whatever became of them."""
        return self._added + self._known + self.refused

    def __enter__(self) -> None:
        return

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """After Ctrl-C say how many are kept."""
        if kind is KeyboardInterrupt:
            click.echo(f"memcon: interrupted; {self._added} articles were added", err=True)

    def take(self, result: Result, meter: Meter) -> None:
        """Add a record and say so; count a page that is known or was refused."""
        from memcon.page.page import Rejected
        from memcon.reading import Known

        if isinstance(result, Rejected):
            self._refused.append(result)
        elif isinstance(result, Known):
            self._known += 1
        else:
            self._keep(result, meter)

    def _keep(self, record: Record, meter: Meter) -> None:
        try:
            added = self._desk.add(record)
        except RecordError as error:
            from memcon.page.page import Rejected

            self._refused.append(Rejected(f"article {record.article.id}", str(error)))
            return
        if not added.is_new:
            self._known += 1
            return
        self._added += 1
        meter.clear()
        click.echo(_line("added", record, is_copy=added.is_copy))

    def report(self) -> int:
        """Say how many there were of each; the exit code."""
        click.echo(f"{self._added} added, {self._known} known, {self.refused} refused", err=True)
        return report(self._refused, self.found)


def _line(verb: str, record: Record, *, is_copy: bool) -> str:
    """What became of an article: "added 3f1c09b2a4d7 2021-05-20 Envoys meet (a copy)"."""
    return f"{verb} {named(record.article)}{' (a copy)' if is_copy else ''}"


def _read(desk: Desk, pages: Pages) -> Iterator[Result]:
    """Read the pages, but for those whose article is on the desk."""
    from memcon.page.intake import take_in
    from memcon.reading import Reader

    taken = dated(take_in(pages.sources, fetch=pages.fetch), pages.published)
    return Reader().read_new(taken, desk.articles(), pages.jobs)


def _recorded(sources: tuple[str, ...]) -> Iterator[Result]:
    """The records of files of JSON Lines."""
    for source in sources:
        yield from records_in(source, lines_of(source))


def records_in(name: str, lines: Iterable[str]) -> Iterator[Record | Rejected]:
    """The records of a file of JSON Lines; one that begins with none is refused as a whole."""
    from memcon.page.page import Rejected
    from memcon.record.contract import decode

    told = ((number, line) for number, line in enumerate(lines, 1) if line.strip())
    for count, (number, line) in enumerate(told):
        try:
            yield decode(line)
        except RecordError as error:
            yield Rejected(f"{name}, line {number}", str(error))
            if not count and not _is_json(line):
                break


def _is_json(line: str) -> bool:
    """Whether a line is an object of JSON, be it a record or not."""
    import msgspec

    try:
        return isinstance(msgspec.json.decode(line), dict)
    except msgspec.DecodeError:
        return False


def _reread(desk: Desk, jobs: int) -> int:
    """Read again what another version read; say so line by line."""
    from memcon.cli.progress import counted
    from memcon.reading import Reader
    from memcon.record.contract import Record

    reader = Reader()
    articles = desk.outdated(reader.made_by)
    before = (desk.record(article) for article in articles)
    done = 0
    with counted(len(articles), "articles", "Reading") as meter:
        for record in reader.read_new(before, (), jobs):
            if isinstance(record, Record):
                desk.reread(record)
                done += 1
                meter.clear()
                click.echo(_line("read again", record, is_copy=False))
            meter.advance()
    click.echo(f"{done} read again", err=True)
    return 0
