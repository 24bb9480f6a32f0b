"""Correcting: what a reader sets right from the pages, and takes back."""

from datetime import UTC, datetime
from typing import Annotated, Literal, cast, get_args

from msgspec import Meta

from memcon.desk.desk import Desk
from memcon.errors import RecordError
from memcon.record.contract import Record
from memcon.record.terms import EventType
from memcon.story.corrections import Coding, Correction, Signature, reattributed, retyped, struck
from memcon.web.finding import address_of
from memcon.web.query import Query
from memcon.web.view import Deed

Name = Annotated[str, Meta(min_length=1, max_length=100)]
Words = Annotated[str, Meta(max_length=500)]
Number = Annotated[int, Meta(ge=0, le=2**62)]


class CorrectForm(Query, frozen=True, kw_only=True):
    """What is right of a finding: its `coding` ("CONSULT meet"), its `speaker`, or that it is no
    event; `who` says so."""

    id: str
    finding: str
    right: Literal["type", "not-event", "speaker"]
    who: Name
    coding: str = ""
    speaker: str = ""
    note: Words | None = None


class UndoForm(Query, frozen=True, kw_only=True):
    """The number of a correction; `finding` is that of the article's page it is taken back on."""

    number: Number
    finding: str | None = None


class SplitForm(Query, frozen=True, kw_only=True):
    """What an article tells of a happening, or one `event` of it, is another."""

    number: Number
    article: str
    event: tuple[str, ...] = ()
    who: Name


class JoinForm(Query, frozen=True, kw_only=True):
    """Another happening is this one."""

    number: Number
    other: Number
    who: Name


def _correct(desk: Desk, form: CorrectForm) -> str:
    record = desk.record(form.id)
    signed = Signature(" ".join(form.who.split()), datetime.now(UTC), form.note)
    desk.correct(_correction(record, form, signed))
    return address_of(record.article.id, form.finding)


def _correction(record: Record, form: CorrectForm, signed: Signature) -> Correction:
    if form.right == "not-event":
        return struck(record, form.finding, signed)
    if form.right == "speaker":
        return reattributed(record, form.finding, form.speaker, signed)
    event_type, _, mode = form.coding.partition(" ")
    if event_type not in get_args(EventType):
        raise RecordError(f"{form.coding!r} is no type of events")
    coding = Coding(cast(EventType, event_type), mode or None)
    return retyped(record, form.finding, coding, signed)


def _undo(desk: Desk, form: UndoForm) -> str:
    taken = desk.uncorrect(form.number)
    return address_of(taken.article, form.finding) if form.finding else "/corrections"


def _split(desk: Desk, form: SplitForm) -> str:
    return f"/happening/{desk.split(form.number, form.article, form.event, form.who)}"


def _join(desk: Desk, form: JoinForm) -> str:
    return f"/happening/{desk.merge(form.number, form.other, form.who)}"


CORRECTING = (
    Deed(
        path="/article/{id}/correct",
        about="Set a finding right",
        query=CorrectForm,
        do=_correct,
    ),
    Deed(
        path="/corrections/{number}/undo",
        about="Take a correction back",
        query=UndoForm,
        do=_undo,
    ),
    Deed(
        path="/happening/{number}/split",
        about="Make another happening of what an article tells",
        query=SplitForm,
        do=_split,
    ),
    Deed(
        path="/happening/{number}/join",
        about="Make one happening of two",
        query=JoinForm,
        do=_join,
    ),
)
