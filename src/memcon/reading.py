"""Reader: Page -> Record, every stage in order."""

import signal
from collections.abc import Collection, Generator, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from threading import current_thread, main_thread

from memcon.coding.events import find_events
from memcon.coding.explanation import Explanation
from memcon.coding.grounds import explain
from memcon.coding.positions import find_positions
from memcon.coding.proposals import decide_on, propose
from memcon.coding.prospects import find_prospects
from memcon.coding.silences import find_silences
from memcon.errors import MemconError, PageError
from memcon.models.models import Models
from memcon.page.article import take_article
from memcon.page.page import Page, Rejected
from memcon.record.article import Article
from memcon.record.contract import MadeBy, Record

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Known:
    """A page that was not read on, as its article is known; both by name and id."""

    page: str
    article: str


_Page = Page | Record | Rejected
_Result = Record | Known | Rejected


class Reader:
    """Reads pages into records; its models are loaded once, when the first page needs them.

    >>> record = Reader().read(Page(name="page", content="Lavrov met Blinken in Reykjavik. …"))
    """

    def __init__(self, models: Models | None = None) -> None:
        self._models = models

    @property
    def models(self) -> Models:
        """The models, loaded when first asked for; ModelError if one is missing."""
        if self._models is None:
            self._models = Models.load()
        return self._models

    def read(self, page: Page) -> Record:
        """The record of a page; PageError when it holds no article."""
        return _read(self._article(page), self.models)

    def read_unless(self, page: Page, known: Collection[str]) -> Record | Known:
        """The record of a page; if its article's id is known, it is not read on."""
        article = self._article(page)
        return Known(page.name, article.id) if article.id in known else _read(article, self.models)

    def reread(self, record: Record) -> Record:
        """What this version, with its models, finds in the article of a record."""
        return _read(record.article, self.models)

    @property
    def made_by(self) -> MadeBy:
        """What this reader's records say of who made them."""
        return _made_by(self.models)

    def _article(self, page: Page) -> Article:
        models = self.models
        return take_article(
            page, models.lexicon.page, models.languages, models.offices, models.countries
        )

    def explain(self, record: Record, ident: str) -> Explanation:
        """Why a finding is in a record that this version made; RecordError if it is not in it."""
        models = self.models
        proposals = propose(record.article, models)
        decisions = decide_on(proposals, models)
        return explain(record, ident, proposals, decisions, models.lexicon.speech)

    def read_all(
        self, pages: Iterable[Page | Rejected], jobs: int = 1
    ) -> Iterator[Record | Rejected]:
        """Read each page, in order; one that is refused comes as Rejected and the rest goes on.

        With `jobs` above 1 as many processes read, each with models of its own.
        """
        for result in self.read_new(pages, _NONE, jobs):
            if not isinstance(result, Known):
                yield result

    def read_new(
        self, pages: Iterable[Page | Record | Rejected], known: Collection[str], jobs: int = 1
    ) -> Iterator[Record | Known | Rejected]:
        """The same; pages whose article's id is among those known come as Known, and quickly.

        A record among the pages is read again.
        """
        return _in_turn(self, pages, known) if jobs == 1 else _in_parallel(pages, known, jobs)


def _try(reader: Reader, page: _Page, known: Collection[str]) -> _Result:
    """The record of a page, or why there is none."""
    if isinstance(page, Rejected):
        return page
    if isinstance(page, Record):
        return reader.reread(page)
    try:
        return reader.read_unless(page, known)
    except PageError as error:
        return Rejected(error.page, error.reason)


def _read(article: Article, models: Models) -> Record:
    """The record of an article; one in a language that is not coded has no findings."""
    is_coded = article.language.partition("-")[0] == models.lexicon.language
    return _coded(article, models) if is_coded else _uncoded(article, models)


def _coded(article: Article, models: Models) -> Record:
    """The full record of an article in a language that is coded."""
    words = models.lexicon
    proposals = propose(article, models)
    scene, cast, stances = proposals.scene, proposals.cast, proposals.stances
    events = find_events(scene, decide_on(proposals, models), words.acts)
    return Record(
        format="memcon/1",
        made_by=_made_by(models),
        warnings=_warnings(article),
        article=article,
        actors=cast.actors,
        times=scene.times,
        places=scene.places,
        events=events,
        statements=scene.statements,
        issues=scene.issues,
        positions=find_positions(scene, cast, events, stances, words.affairs),
        silences=find_silences(scene.parse, cast, scene.issues, words.speech),
        prospects=find_prospects(scene, cast, words.affairs, words.acts),
    )


def _uncoded(article: Article, models: Models) -> Record:
    """The record of an article in another language: what the page says of itself."""
    return Record(
        format="memcon/1",
        made_by=_made_by(models),
        warnings=(f"language {article.language} is not coded", *_warnings(article)),
        article=article,
        actors=(),
        times=(),
        places=(),
        events=(),
        statements=(),
        issues=(),
        positions=(),
        silences=(),
        prospects=(),
    )


def _made_by(models: Models) -> MadeBy:
    """The version, the parser's name and version, and the checksums of the trained models."""
    meta = models.english.meta
    return MadeBy(
        memcon=version("memcon"),
        models={
            "parser": f"{meta['lang']}_{meta['name']} {meta['version']}",
            "attribution": f"sha256:{models.sums['tagger.onnx']}",
            "events": f"sha256:{models.sums['typer.onnx']}",
        },
    )


def _warnings(article: Article) -> tuple[str, ...]:
    """What a reader should know of the date."""
    if article.published is None:
        return ("no date found; relative times have no year",)
    return ("date inferred",) if article.published.basis == "inferred" else ()


def _in_turn(reader: Reader, pages: Iterable[_Page], known: Collection[str]) -> Iterator[_Result]:
    for page in pages:
        yield _try(reader, page, known)


def _in_parallel(pages: Iterable[_Page], known: Collection[str], jobs: int) -> Iterator[_Result]:
    """Hand pages to `jobs` processes as they fall free; the results come in the pages' order."""
    context = get_context("spawn")
    with ExitStack() as stack:
        idle: list[Connection] = []
        for _ in range(jobs):
            ours, theirs = context.Pipe()
            process = context.Process(target=_work, args=(theirs, known), daemon=True)
            with _ignoring_interrupts():
                process.start()
            theirs.close()
            stack.callback(process.join, 5)
            stack.callback(ours.close)
            idle.append(ours)
        yield from _spread(enumerate(pages), idle)


@contextmanager
def _ignoring_interrupts() -> Generator[None]:
    """A process started meanwhile inherits that it ignores Ctrl-C, even while it still imports."""
    if current_thread() is not main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _spread(numbered: Iterator[tuple[int, _Page]], idle: list[Connection]) -> Iterator[_Result]:
    """Keep every process busy, and not more than a few results waiting for a slow page."""
    ahead = 8 * len(idle)
    busy: dict[Connection, tuple[int, str]] = {}
    done: dict[int, _Result] = {}
    turn, is_exhausted = 0, False
    while True:
        while idle and not is_exhausted and len(done) < ahead:
            number, page = next(numbered, (-1, None))
            if page is None:
                is_exhausted = True
            elif isinstance(page, Rejected):
                done[number] = page
            else:
                worker = idle.pop()
                _send(worker, page)
                busy[worker] = (number, _name(page))
        while turn in done:
            yield done.pop(turn)
            turn += 1
        if not busy and is_exhausted:
            return
        ready = wait(list(busy)) if busy else []
        for worker in [one for one in busy if one in ready]:
            number, name = busy.pop(worker)
            done[number] = _received(worker, name)
            idle.append(worker)


def _name(page: Page | Record) -> str:
    """What an error calls a page, or an article that is read again."""
    return page.name if isinstance(page, Page) else f"article {page.article.id}"


def _received(worker: Connection, name: str) -> _Result:
    """What a process made of a page."""
    try:
        result = worker.recv()
    except (EOFError, OSError) as error:
        raise _death(name) from error
    if isinstance(result, Exception):
        raise result
    return result


def _send(worker: Connection, page: Page | Record) -> None:
    """Hand a page to a process."""
    try:
        worker.send(page)
    except OSError as error:
        raise _death(_name(page)) from error


def _death(page: str) -> MemconError:
    return MemconError(f"{page}: a reading process died; it may need more memory")


def _work(connection: Connection, known: Collection[str]) -> None:
    """Read what comes until the other end closes; the parent alone answers to Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    reader = Reader()
    while True:
        try:
            page = connection.recv()
        except (EOFError, OSError):
            return
        try:
            result = _try(reader, page, known)
        except Exception as error:  # noqa: BLE001 - handed over, for the parent to raise
            result = error
        connection.send(result)
