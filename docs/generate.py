"""Docs from code: the generated pages of the reference, and what the docs' examples print.

`python docs/generate.py` (`make docs`) writes them; tests/contract/test_docs.py finds the stale.
"""

import contextlib
import io
import re
import shlex
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, get_args

import click
import msgspec

import memcon
from memcon import errors
from memcon.cli.main import commands, run
from memcon.codes import cameo, plover
from memcon.export import happenings
from memcon.record.terms import EventType
from memcon.settings import FILE, Settings
from memcon.tables import gdelt, icews, polecat, quotations
from memcon.tables.cells import UNFILLED, Column, Kind
from memcon.tables.columns import EXTRA
from memcon.web.app import DEEDS, VIEWS
from memcon.web.openapi import description
from memcon.web.view import AnyView

DOCS = Path(__file__).resolve().parent
ROOT = DOCS.parent
CONSOLE = re.compile(r"(?<=```console\n)(.*?)(?=^```)", re.DOTALL | re.MULTILINE)
_MADE = "<!-- Made by docs/generate.py; change the code, then run `make docs`. -->"
# The name of a page that an example looks for in vain.
MISSING = "no-such"
_WIDTH = {"terminal_width": 80, "max_content_width": 80}
_KINDS: dict[Kind, str] = {
    "str": "text",
    "int": "integer",
    "float": "number",
    "bool": "true or false",
    "date": "date",
}
_SCHEMATA = {"boolean": "`true`, `false`", "integer": "a number", "string": "words"}
# Larger than any number of things that can be asked for.
_BOUNDLESS = 1_000_000
# What stands in the browser beside the views.
_OTHER = (
    ("`/`", "the overview"),
    ("`/add`, `/add.json`", "files and texts to add, and what has become of them"),
    ("`/article/{id}/finding/{finding}/why`, `….json`", "why a finding is there"),
    ("`/export/file`", "the download that `/export` asks for; of happenings the newest `limit`"),
    ("`/unlock`, `/lock.json`", "where the passphrase is given; whether the desk is locked"),
    ("`/openapi.json`", "all of it, for programs"),
)
_HEAD = re.compile(r"\s*\|\s*head -(\d+)$")


def pages() -> Mapping[Path, str]:
    """Each generated page and what must stand in it."""
    reference = DOCS / "reference"
    return {
        reference / "addresses.md": _addresses(),
        reference / "cli.md": _cli(),
        reference / "settings.md": _settings(),
        reference / "errors.md": _errors(errors),
        reference / "plover.md": _plover(),
        reference / "columns.md": _columns(),
    }


def written() -> Iterator[Path]:
    """The pages written by hand, and the README."""
    generated = set(pages())
    yield ROOT / "README.md"
    yield from sorted(path for path in DOCS.rglob("*.md") if path not in generated)


def refreshed(text: str) -> str:
    """The page with the output of each console example as it is now."""
    return CONSOLE.sub(lambda block: "".join(printed(line) for line in asked(block[1])), text)


def asked(block: str) -> list[str]:
    """The commands of a console example."""
    return [line.removeprefix("$ ") for line in block.splitlines() if line.startswith("$ ")]


def printed(command: str) -> str:
    """A command of memcon as on a screen: the prompt, standard output, then what went wrong."""
    head = _HEAD.search(command)
    program, *arguments = shlex.split(_HEAD.sub("", command))
    if program != "memcon":
        raise ValueError(f"only memcon can be shown: {command}")
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run(arguments)
    if code and MISSING not in command:
        raise RuntimeError(f"{command}: {err.getvalue()}")
    out.seek(0)
    lines = out.read().splitlines()[: int(head[1]) if head else None]
    lines += err.getvalue().splitlines()
    return "\n".join([f"$ {command}", *(line.rstrip() for line in lines)]) + "\n"


def _cli() -> str:
    """Each command with its help."""
    context = click.Context(commands, info_name="memcon", **_WIDTH, **commands.context_settings)
    parts = [_MADE, "# Commands", _help(context)]
    for name in commands.list_commands(context):
        command = commands.get_command(context, name)
        assert command is not None
        parts += _helps(click.Context(command, parent=context, info_name=name))
    parts.append(
        "Memoranda, records and tables go to standard output, everything else to standard\n"
        "error. The exit code is 0 when all went well, 2 when a page or the request was refused,\n"
        "130 after Ctrl-C."
    )
    return "\n\n".join(parts) + "\n"


def _helps(context: click.Context) -> Iterator[str]:
    """The help of a command under its name; of a group, then that of each of its commands."""
    yield f"## {context.command_path}"
    yield _help(context)
    if isinstance(context.command, click.Group):
        for name in context.command.list_commands(context):
            command = context.command.get_command(context, name)
            assert command is not None
            yield from _helps(click.Context(command, parent=context, info_name=name))


def _help(context: click.Context) -> str:
    """What `--help` prints."""
    return f"```text\n{context.get_help()}\n```"


def _addresses() -> str:
    """What can be asked in the browser, and sent; the parameters are those of /openapi.json."""
    told = description(VIEWS, DEEDS)["paths"]
    views = sorted(VIEWS, key=lambda view: view.path)
    methods = [(path, *one) for path, all_of_it in told.items() for one in all_of_it.items()]
    failures = {
        code: response["description"]
        for _, _, one in methods
        for code, response in one["responses"].items()
        if int(code) >= 400
    }
    parts = [
        _MADE,
        "# Addresses",
        "What `memcon serve` has, and where. [How to use\n"
        "it](../how-to/ask-in-the-browser.md) is told elsewhere.",
        "## Forms",
        "An address without an ending is the page for people. With `.json` behind its path it\n"
        "is the whole answer, with `.csv` its rows, with `.svg` its main chart:\n"
        "`/relation/USA/RUS.csv?since=2021-05`. Where rows are many, as many of them have their\n"
        "words as `limit` says.",
        "In a path a space is `%20`, and a slash within a name `%2F`. A day is `2021-05-20`,\n"
        "`2021-05` or `2021`; of a month or year `until` and `as_of` mean the last day, `since`\n"
        "the first. Parties are named as for `memcon relation`. What may stand several times is\n"
        "repeated: `party=USA&party=RUS`. What is left empty is not asked for.",
        "## Views",
        _table(
            "| address | what stands there | also as |",
            [f"| `{v.path}` | {v.about} | {', '.join(v.forms[1:])} |" for v in views],
        ),
        *(_parameters(view, told[f"{view.path}.json"]["get"]["parameters"]) for view in views),
        "## Other places",
        _table("| address | what stands there |", [f"| {way} | {what} |" for way, what in _OTHER]),
        "## What is sent",
        "This changes the desk. A form must come from our own pages: its field `csrf`, or the\n"
        "header `X-Memcon-Proof` of a `PUT`, proves it. Programs have `memcon.Desk` for that.",
        _table(
            "| address | method | what it does |",
            [
                f"| `{path}` | {method.upper()} | {one['summary']} |"
                for path, method, one in methods
                if method != "get"
            ],
        ),
        "## What is refused",
        'A program gets `{"error": …}`, a person a page; where the desk is locked, a person is\n'
        "led to `/unlock`.",
        _table(
            "| status | when |", [f"| {code} | {failures[code]} |" for code in sorted(failures)]
        ),
        "## From a program",
        "`/openapi.json` describes all of it as OpenAPI 3.1. Who asks needs the cookie that the\n"
        "first address gives, the one with the token:",
        "```sh\n"
        "curl -s -L -c cookies 'http://127.0.0.1:8747/?token=…' -o overview.html\n"
        "curl -s -b cookies http://127.0.0.1:8747/relation/USA/RUS.csv -o usa-rus.csv\n"
        "```",
    ]
    return "\n\n".join(parts) + "\n"


def _parameters(view: AnyView, told: Sequence[Mapping[str, Any]]) -> str:
    """An address with what may be asked of it."""
    defaults = {field.name: field.default for field in msgspec.structs.fields(view.query)}
    rows = [
        f"| `{one['name']}` | {_asked(one['schema'])} | {_unasked(defaults[one['name']])} |"
        for one in sorted(told, key=lambda one: one["in"] != "path")
    ]
    return f"### {view.path}\n\n{_table('| parameter | what it may be | default |', rows)}"


def _asked(schema: Mapping[str, Any]) -> str:
    """What a parameter may be."""
    if "items" in schema:
        return f"{_asked(schema['items'])}; several times"
    if "anyOf" in schema:
        return ", ".join(map(_asked, schema["anyOf"]))
    if set(schema.get("enum", ())) == set(get_args(EventType)):
        return "one of [PLOVER's types](plover.md#types)"
    if "enum" in schema:
        return ", ".join(f"`{one}`" for one in schema["enum"])
    if schema.get("maximum", _BOUNDLESS) < _BOUNDLESS:
        return f"{schema['minimum']} to {schema['maximum']}"
    return "a day" if "pattern" in schema else _SCHEMATA[schema["type"]]


def _unasked(default: object) -> str:
    """What holds where a parameter is left out; nothing is told where nothing is asked."""
    return "" if default in (msgspec.NODEFAULT, None, (), "", False) else f"`{default}`"


def _settings() -> str:
    """The settings with their names, values and defaults."""
    schema = msgspec.json.schema(Settings)["$defs"]["Settings"]["properties"]
    rows = [
        f"| `{key}` | `MEMCON_{key.upper()}` | {_values(field)} | {_default(field)} |"
        for key, field in schema.items()
    ]
    parts = [
        _MADE,
        "# Settings",
        f"What you want every time in a folder can stand in a file `{FILE}` there, or in the\n"
        "environment. A flag comes before the environment, the environment before the file.",
        "\n".join(["| key | variable | values | default |", "|---|---|---|---|", *rows]),
        (Settings.__doc__ or "").strip(),
    ]
    return "\n\n".join(parts) + "\n"


def _values(field: Mapping[str, object]) -> str:
    """What a setting may be."""
    choices = field.get("enum")
    if isinstance(choices, list):
        return ", ".join(f"`{choice}`" for choice in choices)
    if "anyOf" in field:
        return "a file"
    lowest = f", at least {field['minimum']}" if "minimum" in field else ""
    return f"{field['type']}{lowest}"


def _default(field: Mapping[str, object]) -> str:
    """What holds where nothing is set."""
    return "none" if field["default"] is None else f"`{field['default']}`"


def _errors(module: ModuleType) -> str:
    """The errors that a user can act on."""
    kinds = [
        kind
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, memcon.MemconError)
    ]
    rows = [f"| `{kind.__name__}` | {(kind.__doc__ or '').strip()} |" for kind in kinds]
    parts = [
        _MADE,
        "# Errors",
        "All are `MemconError`s; on the command line each is one line on standard error and exit\n"
        "code 2. In a batch a `PageError` becomes a `Rejected` with the page and the reason, and\n"
        "the rest goes on.",
        "\n".join(["| error | when |", "|---|---|", *rows]),
    ]
    return "\n\n".join(parts) + "\n"


def _plover() -> str:
    """The lists of the codebook."""
    types = [
        f"| `{term.name}` | {term.meaning} | {plover.quad_of(term.name)} | {_code(term.name, None)}"
        f" | {plover.goldstein_of(term.name, None):g} |"
        for term in plover.terms("type")
    ]
    modes = [
        f"| {mode.of} | `{mode.name}` | {mode.meaning} | {_code(mode.of, mode.name)} |"
        for mode in plover.terms("mode")
    ]
    parts = [
        _MADE,
        "# PLOVER's lists",
        "What the types mean and where each ends is told in the [codebook](codebook.md).",
        "## Types",
        _table("| type | meaning | quad class | CAMEO | Goldstein |", types),
        "A dash: the type joins two CAMEO roots, and its Goldstein value is the mean of both.",
        "## Modes",
        _table("| type | mode | meaning | CAMEO |", modes),
    ]
    for title, kind in (("Contexts", "context"), ("Sectors", "sector")):
        rows = [f"| `{term.name}` | {term.meaning} |" for term in plover.terms(kind)]
        parts += [f"## {title}", _table("| name | meaning |", rows)]
    return "\n\n".join(parts) + "\n"


def _columns() -> str:
    """The columns of the tables that are written to files."""
    parts = [
        _MADE,
        "# Columns",
        "`memcon code --columns` writes event data as POLECAT (`plover`), ICEWS (`icews`) or\n"
        "GDELT (`gdelt`) has it, and [our own columns](#in-each-of-them) behind. A row is a\n"
        "pair of parties; [how to code events](../how-to/code-events.md) tells more. Several\n"
        "values in a cell are parted by `; `. What is unknown is empty in CSV and null\n"
        "elsewhere.",
        "## Ids",
        "An `Event ID` is the head of the article's id, the event's id in the record and,\n"
        "where an event has several pairs of parties, the pair's number:\n"
        "`d3b621ecd8434ffc-e1.2`. The same text gives the same ids. GDELT's ids are numbers,\n"
        "so `GLOBALEVENTID` is made from it by sha256; it is below 2^53, so that R and\n"
        "JavaScript read it exactly.",
        "## Days",
        "The day of an event is the first that its time in the article may mean: of «in May\n"
        "2021» the first of May. `Event Time` tells how much is known. An event without a\n"
        "time has the day of publication, as is usual in event data; one told as history\n"
        "without a time has none.",
    ]
    for title, source in (("POLECAT", polecat), ("ICEWS", icews), ("GDELT", gdelt)):
        parts += [f"## {title}", _meanings(source.COLUMNS)]
    parts += [
        "## In each of them",
        "A column that a data set has itself is not repeated.",
        _meanings(EXTRA),
        "## Of a happening",
        "With `--per happening`, `memcon desk export` writes the pairs of the event that tells a\n"
        "happening best. `Status` and `Confidence`, and GDELT's `NumMentions`, `NumSources` and\n"
        "`NumArticles`, are then those of the happening, and these columns stand behind.",
        _meanings(happenings.SUMS),
        "## Happenings",
        "`memcon desk export --format happenings` writes these: a row a happening. What an\n"
        "article tells is taken from the telling that agrees with the happening best.",
        _meanings(happenings.COLUMNS),
        "## Quotations",
        "`memcon quotes --csv` writes these.",
        _meanings(quotations.COLUMNS),
    ]
    return "\n\n".join(parts) + "\n"


def _meanings(columns: Sequence[Column[Any]]) -> str:
    """Columns with their types; those that are always empty in one line at the end."""
    rows = [
        f"| `{column.name}` | {_KINDS[column.kind]} | {column.meaning} |"
        for column in columns
        if column.meaning != UNFILLED
    ]
    empty = [f"`{column.name}`" for column in columns if column.meaning == UNFILLED]
    table = _table("| column | type | what it holds |", rows)
    return f"{table}\n\nAlways empty: {', '.join(empty)}." if empty else table


def _code(event_type: EventType, mode: str | None) -> str:
    """The CAMEO code, or a dash."""
    return cameo.cameo_of(event_type, mode) or "–"


def _table(head: str, rows: list[str]) -> str:
    """A table in Markdown."""
    return "\n".join([head, "|---" * (head.count("|") - 1) + "|", *rows])


def main() -> None:
    """Write what is generated, and refresh the examples, each page's in a folder of its own."""
    for path, text in pages().items():
        path.write_text(text, "utf-8")
    for path in written():
        text = path.read_text("utf-8")
        if "```console" not in text:
            continue
        with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
            Path("examples").symlink_to(ROOT / "examples", target_is_directory=True)
            path.write_text(refreshed(text), "utf-8")


if __name__ == "__main__":
    main()
