"""The docs say what the code is: fields, types, commands and settings are there, examples run."""

import importlib.util
import re
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import get_args

import click
import msgspec
import pytest

from memcon.cli.main import commands, run
from memcon.reading import Reader
from memcon.record import article, contract, findings, terms
from memcon.record.contract import Record
from memcon.record.span import Span

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
HAND = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]
STRUCTS = {
    kind.__name__: kind
    for module in (article, findings, contract)
    for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct) and kind is not Span
}


def _generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


GENERATE = _generator()


def _blocks(page: Path, kind: str) -> list[tuple[str, str]]:
    """(what stands behind the kind, the block) of each fenced block of a page."""
    fence = re.compile(rf"^```{kind}\b ?(.*?)\n(.*?)^```", re.DOTALL | re.MULTILINE)
    return fence.findall(page.read_text("utf-8"))


def _with(kind: str) -> list[Path]:
    return [page for page in HAND if _blocks(page, kind)]


def _part(page: str, heading: str) -> str:
    """What stands under a heading, up to the next."""
    text = (DOCS / "reference" / page).read_text("utf-8")
    found = re.search(rf"^#+ {re.escape(heading)}\n(.*?)(?=^#+ |\Z)", text, re.M | re.S)
    assert found, f"{page} has no heading {heading}"
    return found[1]


@pytest.fixture
def desk(tmp_path: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the examples in it; the Reader asked for there has its models loaded."""
    (tmp_path / "examples").symlink_to(ROOT / "examples", target_is_directory=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("memcon.reading.Reader", lambda: reader)
    return tmp_path


@pytest.mark.parametrize("name", sorted(STRUCTS))
def test_every_field_of_the_record_is_explained(name: str) -> None:
    part = _part("record.md", name)
    named = set(re.findall(r"^\|(.*?)\|", part, re.M))
    fields = {field for cell in named for field in re.findall(r"`(\w+)`", cell)}
    assert fields == set(STRUCTS[name].__struct_fields__)


@pytest.mark.parametrize(("name", "example"), _blocks(DOCS / "reference" / "record.md", "json"))
def test_every_example_of_the_record_is_valid(name: str, example: str) -> None:
    msgspec.json.decode(example, type=STRUCTS[name])


def _examples_of_types() -> Iterator[tuple[str, str]]:
    for event_type in get_args(terms.EventType):
        sentences = re.findall(r"^> (.+)$", _part("codebook.md", event_type), re.M)
        assert sentences, f"the codebook has no example of {event_type}"
        yield from ((event_type, sentence) for sentence in sentences)


@pytest.mark.parametrize(("event_type", "sentence"), list(_examples_of_types()))
def test_every_event_type_has_an_example_that_is_coded(
    event_type: str, sentence: str, read: Callable[..., Record]
) -> None:
    assert event_type in [event.type for event in read(sentence).events]


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("Status of an event", terms.EventStatus),
        ("Stances", terms.Stance),
        ("Silences", terms.SilenceKind),
        ("Prospects", terms.ProspectStatus),
        ("Statements", terms.Form),
        ("Actors", terms.ActorKind),
        ("Actors", terms.Tenure),
    ],
)
def test_every_code_is_in_the_codebook(heading: str, words: object) -> None:
    assert set(get_args(words)) <= set(re.findall(r"`([\w-]+)`", _part("codebook.md", heading)))


@pytest.mark.parametrize(
    ("path", "text"), list(GENERATE.pages().items()), ids=lambda v: getattr(v, "stem", "")
)
def test_nothing_generated_is_stale(path: Path, text: str) -> None:
    assert path.read_text("utf-8") == text, "run `make docs`"


def test_every_command_and_flag_is_told_in_the_guide() -> None:
    guide = "".join(page.read_text("utf-8") for page in GENERATE.written())
    for name in commands.list_commands(click.Context(commands)):
        command = commands.get_command(click.Context(commands), name)
        assert command is not None
        assert f"memcon {name}" in guide
        for option in command.params:
            if isinstance(option, click.Option):
                assert any(flag in guide for flag in option.opts), option.opts


@pytest.mark.parametrize("page", _with("console"), ids=lambda page: page.stem)
def test_every_command_in_the_docs_runs(
    page: Path, desk: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    for _, block in _blocks(page, "console"):
        for command in GENERATE.asked(block):
            program, *arguments = shlex.split(command.partition("|")[0])
            is_to_fail = GENERATE.MISSING in command
            assert program == "memcon"
            assert run(arguments) == (2 if is_to_fail else 0), command
            # What a command counts or makes is told there as well.
            assert capfd.readouterr().err or not is_to_fail, command


@pytest.mark.parametrize("page", _with("python"), ids=lambda page: page.stem)
def test_every_python_example_runs(page: Path, desk: Path) -> None:
    names: dict[str, object] = {}
    for _, block in _blocks(page, "python"):
        exec(compile(block, str(page), "exec"), names)


@pytest.mark.parametrize("page", HAND, ids=lambda page: page.stem)
def test_every_link_leads_somewhere(page: Path) -> None:
    text = page.read_text("utf-8")
    links = re.findall(r"\]\((?!https?:)([^)#]*)(?:#[^)]*)?\)", text)
    pictures = re.findall(r'src(?:set)?="([^"]*)"', text)
    for target in (*links, *pictures):
        assert not target or (page.parent / target).exists(), target
