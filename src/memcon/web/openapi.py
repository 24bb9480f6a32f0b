"""OpenAPI: what can be asked as JSON and done by forms, for programs, made of the views and deeds.

Every answer has a page for people at the same address without `.json`.
"""

import re
from collections.abc import Awaitable, Callable, Iterable, Mapping
from importlib.metadata import version
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from memcon.web import add, export
from memcon.web.bodies import CSRF
from memcon.web.query import DAYS, Query
from memcon.web.view import AnyDeed, AnyView

_REFERENCE = "#/components/schemas/{name}"
_NAMED = re.compile(r"{(\w+)}")
_DAY = {
    "type": "string",
    "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$",
    "description": "A day; of a month or a year its first or last, as is meant.",
}
_OBJECT = {"type": "object"}
_FAILURES: Mapping[str, str] = {
    "400": "the query means nothing",
    "403": "not from here: the cookie is missing, or the proof that a form is ours",
    "404": "not on the desk",
    "409": "the desk is not so that this can be done",
    "413": "too large",
    "414": "the address is too long",
    "423": "the desk is locked",
    "429": "too much is waiting",
}
_READING, _CHANGING = ("400", "403", "404", "414", "423"), ("400", "403", "409", "413", "423")


def describes(
    views: Iterable[AnyView], deeds: Iterable[AnyDeed]
) -> Callable[[Request], Awaitable[Response]]:
    """The endpoint that gives the description."""
    told = description(views, deeds)

    async def describe(_: Request) -> Response:
        return JSONResponse(told)

    return describe


def description(views: Iterable[AnyView], deeds: Iterable[AnyDeed]) -> dict[str, Any]:
    """All of it, as OpenAPI 3.1 has it."""
    views, deeds = tuple(views), tuple(deeds)
    paths = {
        f"{view.path}.json": {"get": _read(view.path, view.about, view.query)} for view in views
    }
    paths |= {deed.path: {"post": _sent(deed)} for deed in deeds}
    paths |= {
        "/export/file": {
            "get": _read("", "The desk in the format of another tool", export.FileQuery)
        },
        "/add.json": {"get": _read("", "What has become of what was sent", Query)},
        "/add/file": {"put": _put()},
        "/lock.json": {"get": _read("", "Whether the desk is locked", Query)},
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "The desk in the browser", "version": version("memcon")},
        "paths": paths,
        "components": {
            "schemas": _schemas((*(one.query for one in (*views, *deeds)), export.FileQuery)),
            "securitySchemes": {
                "browser": {"type": "apiKey", "in": "cookie", "name": "memcon-PORT"}
            },
        },
        "security": [{"browser": []}],
    }


def _read(path: str, about: str, query: type[Query]) -> dict[str, Any]:
    return {
        "summary": about,
        "parameters": list(_parameters(path, query)),
        "responses": _responses("200", "the answer", _READING),
    }


def _sent(deed: AnyDeed) -> dict[str, Any]:
    inside = set(_NAMED.findall(deed.path))
    fields, needed = _fields(deed.query)
    form = {
        "type": "object",
        "properties": {CSRF: {"type": "string"}}
        | {name: schema for name, schema in fields.items() if name not in inside},
        "required": [CSRF, *sorted(needed - inside)],
    }
    return {
        "summary": deed.about,
        "parameters": [one for one in _parameters(deed.path, deed.query) if one["in"] == "path"],
        "requestBody": {"content": {"application/x-www-form-urlencoded": {"schema": form}}},
        "responses": _responses("303", "done; go on there", _CHANGING),
    }


def _put() -> dict[str, Any]:
    proof = {"name": add.PROOF, "in": "header", "required": True, "schema": {"type": "string"}}
    return {
        "summary": "A file to be read and added, as it is",
        "parameters": [*_parameters("", add.FileQuery), proof],
        "requestBody": {"content": {"application/octet-stream": {}}},
        "responses": _responses("202", "taken", (*_CHANGING, "429")),
    }


def _responses(status: str, about: str, failures: Iterable[str]) -> dict[str, Any]:
    told = {"description": about, "content": {"application/json": {"schema": _OBJECT}}}
    return {status: told} | {one: {"description": _FAILURES[one]} for one in failures}


def _parameters(path: str, query: type[Query]) -> Iterable[dict[str, Any]]:
    """A query's fields: those that stand in the path, and those behind the question mark."""
    inside = set(_NAMED.findall(path))
    fields, needed = _fields(query)
    for name, schema in fields.items():
        place = "path" if name in inside else "query"
        is_needed = name in inside or name in needed
        yield {"name": name, "in": place, "required": is_needed, "schema": schema}


def _fields(query: type[Query]) -> tuple[dict[str, Any], set[str]]:
    """What each field may be, and which must be there; in an address nothing is null."""
    (made,), known = msgspec.json.schema_components([query], ref_template=_REFERENCE)
    told = known[made["$ref"].rpartition("/")[2]]
    fields = {
        name: _DAY if name in DAYS else _present(schema)
        for name, schema in told["properties"].items()
    }
    return fields, set(told.get("required", ()))


def _present(schema: Mapping[str, Any]) -> dict[str, Any]:
    told = {name: value for name, value in schema.items() if name not in ("anyOf", "default")}
    kinds = [one for one in schema.get("anyOf", ()) if one.get("type") != "null"]
    return told | (dict(kinds[0]) if len(kinds) == 1 else {"anyOf": kinds} if kinds else {})


def _schemas(queries: Iterable[type[Query]]) -> dict[str, Any]:
    """What fields refer to: lists of terms and the like."""
    _, known = msgspec.json.schema_components(queries, ref_template=_REFERENCE)
    return {name: told for name, told in known.items() if told.get("type") != "object"}
