"""Outlook: a prospect across articles, and the step that each article adds to its history."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from typing import Any

from memcon.desk.accounts import listed
from memcon.desk.appearances import enter_actor
from memcon.desk.days import days_apart, kept_day
from memcon.desk.recall import Recall
from memcon.desk.store import Store
from memcon.story.forecasts import Forecast
from memcon.story.outlook import Outlook, choose_outlook, sum_up

# Of each party's prospects so many are gone through before and after the day of the report.
_MOST_SCANNED = 60
_MOST_PARTIES = 4
_MOST = 4
# So many reports are looked at for each pair of its parties.
_MOST_REPORTS = 12
# So many steps speak for a prospect: its first and its last.
_SPOKESMEN = 4
_MOST_SUMMED = 200
# A happening is put a day before or after its date, one without a date on the day of its report.
_OFF_THE_DAY = timedelta(days=1)
_LATE = timedelta(days=8)
_COLUMNS = (
    "what",
    "kind",
    "status",
    "first",
    "last",
    "place",
    "place_country",
    "opened",
    "mentioned",
    "sources",
)
_INSERT = (
    f"INSERT INTO outlooks ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' for _ in _COLUMNS)})"
)
_UPDATE = f"UPDATE outlooks SET {', '.join(f'{name} = ?' for name in _COLUMNS)} WHERE id = ?"
_NEAR = """
SELECT o.id, o.mentioned FROM (
    SELECT outlook FROM outlook_parties WHERE code = ? AND mentioned {side} ?
    ORDER BY mentioned {order} LIMIT ?
) p JOIN outlooks o ON o.id = p.outlook WHERE o.kind = ?
"""
_QUERIES = (_NEAR.format(side=">=", order="ASC"), _NEAR.format(side="<", order="DESC"))
_SHARED = """
SELECT outlook, count(DISTINCT code),
       count(DISTINCT CASE WHEN code IN (SELECT value FROM json_each(?)) THEN code END)
FROM outlook_parties WHERE outlook IN (SELECT value FROM json_each(?)) GROUP BY outlook
"""
_STEPS = """
SELECT s.article, s.finding, a.family, a.article, a.revision
FROM steps s JOIN articles a ON a.id = s.article
WHERE s.outlook = ? ORDER BY s.day {order}, s.article {order} LIMIT ?
"""
_REPORTS = """
SELECT t.article, t.number FROM dyads d JOIN tellings t ON t.happening = d.happening
WHERE d.a = ? AND d.b = ? AND d.day BETWEEN ? AND ? AND d.type = 'CONSULT'
ORDER BY d.day LIMIT ?
"""
_SOURCES = """
SELECT count(DISTINCT a.family) FROM steps s JOIN articles a ON a.id = s.article
WHERE s.outlook = ?
"""
_BESIDE = """
SELECT s.article, s.finding, a.family, a.article, a.revision FROM steps s
JOIN articles a ON a.id = s.article WHERE s.outlook = ? AND s.article = ?
"""
_FIRST, _LATEST = _STEPS.format(order="ASC"), _STEPS.format(order="DESC")

_Row = tuple[Any, ...]


def put_steps(
    store: Store, recall: Recall, article: int, before: Sequence[tuple[Forecast | None, int]]
) -> set[int]:
    """Put what an article tells of prospects to the histories of these; their numbers.

    A report that something was held settles a known prospect and never opens one. `before` says to
    which the findings belonged when the article was last read: one that is left keeps its number.
    """
    touched: set[int] = set()
    for forecast in recall.forecasts(store, article):
        number = _chosen(store, recall, article, forecast)
        is_new = number is None and not forecast.is_report
        if is_new:
            number = _left_behind(store, forecast, before) or _open(store, forecast)
        if number is not None:
            if is_new or (forecast.period and not forecast.is_report):
                _find_reports(store, recall, number, forecast)
            _put_step(store, article, number, forecast)
            touched.add(number)
    return touched


def remove_steps(store: Store, recall: Recall, article: int) -> list[tuple[Forecast | None, int]]:
    """Take what an article tells of prospects off their histories; each with its number.

    None for what an earlier version took for a step, and this one would not.
    """
    told = {one.finding: one for one in recall.forecasts(store, article)}
    rows = store.query("SELECT finding, outlook FROM steps WHERE article = ?", (article,))
    store.run("DELETE FROM steps WHERE article = ?", (article,))
    return [(told.get(finding), outlook) for finding, outlook in rows]


def sum_up_outlook(store: Store, recall: Recall, number: int) -> None:
    """Sum a prospect up anew from its steps; one that nothing tells of any more is removed.

    A report alone is no prospect either.
    """
    rows = _ends(store, number, _MOST_SUMMED)
    told = tuple(_forecasts(store, recall, rows))
    if all(forecast.is_report for forecast in told):
        store.run("DELETE FROM outlooks WHERE id = ?", (number,))
        return
    outlook = sum_up(told, {article: family for _, _, family, article, _ in rows})
    if len(rows) == _MOST_SUMMED:
        ((sources,),) = store.query(_SOURCES, (number,))
        outlook = replace(outlook, sources=sources)
    store.run(_UPDATE, (*_values(outlook), number))
    store.run("DELETE FROM outlook_parties WHERE outlook = ?", (number,))
    _put_parties(store, number, outlook)


def _chosen(store: Store, recall: Recall, article: int, forecast: Forecast) -> int | None:
    """Which of the desk's prospects is meant, if any."""
    known = {
        number: tuple(_forecasts(store, recall, _spoken(store, number, article)))
        for number in _candidates(store, forecast)
    }
    return choose_outlook(forecast, known) if known else None


def _candidates(store: Store, forecast: Forecast) -> list[int]:
    """The prospects of its kind that share a party with a forecast, the nearest in time first."""
    day = kept_day(forecast.day)
    found: dict[int, int] = {}
    codes = dict.fromkeys(party.code for party in forecast.participants)
    for code in list(codes)[:_MOST_PARTIES]:
        for query in _QUERIES:
            for number, mentioned in store.query(query, (code, day, _MOST_SCANNED, forecast.kind)):
                found[number] = days_apart(forecast.day, mentioned)
    alike = _of_the_same(store, found, list(codes))
    return sorted(alike, key=lambda number: (found[number], number))[:_MOST]


def _of_the_same(store: Store, numbers: Iterable[int], codes: Sequence[str]) -> list[int]:
    """Those of the prospects whose parties are all among these, or have all these among them."""
    asked = (listed(codes), listed(numbers))
    return [
        number
        for number, all_codes, shared in store.query(_SHARED, asked)
        if shared >= min(all_codes, len(codes))
    ]


def _spoken(store: Store, number: int, article: int) -> list[_Row]:
    """The first and the last steps of a prospect, and those of the article itself."""
    rows = _ends(store, number, _SPOKESMEN)
    return list(dict.fromkeys((*rows, *store.query(_BESIDE, (number, article)))))


def _ends(store: Store, number: int, most: int) -> list[_Row]:
    """The steps of a prospect; where there are more than so many, the first and the last."""
    rows = store.query(_FIRST, (number, most))
    if len(rows) == most:
        half = most // 2
        rows = [*rows[:half], *store.query(_LATEST, (number, half))]
    return rows


def _forecasts(store: Store, recall: Recall, rows: Iterable[_Row]) -> Iterator[Forecast]:
    """What the steps say."""
    for article, finding, _, *key in rows:
        forecast = recall.forecast(store, article, finding, (key[0], key[1]))
        if forecast:
            yield forecast


def _open(store: Store, forecast: Forecast) -> int:
    """A new prospect of which one article tells; its number."""
    outlook = sum_up((forecast,), {forecast.article: 0})
    number = store.insert(_INSERT, _values(outlook))
    _put_parties(store, number, outlook)
    return number


def _find_reports(store: Store, recall: Recall, number: int, forecast: Forecast) -> None:
    """Put to a prospect what articles read before reported: that it was held as it is forecast."""
    codes = sorted({party.code for party in forecast.participants})
    days = _days_of_reports(forecast)
    for a, b in (list(combinations(codes, 2)) or [(code, "") for code in codes])[:_MOST_PARTIES]:
        for article, event in store.query(_REPORTS, (a, b, *days, _MOST_REPORTS)):
            report = recall.forecast(store, article, f"e{event}")
            if report is None or _is_settled(store, article, report):
                continue
            told = (*_forecasts(store, recall, _spoken(store, number, article)), forecast)
            if choose_outlook(report, {number: told}) == number:
                _put_step(store, article, number, report)


def _days_of_reports(forecast: Forecast) -> tuple[str, str]:
    """Between which days a happening may be what is forecast: not before it was spoken of."""
    first, last = forecast.day or date.min, date.max
    if forecast.period:
        first = max(first, max(forecast.period.first, date.min + _OFF_THE_DAY) - _OFF_THE_DAY)
        last = min(forecast.period.last, date.max - _LATE) + _LATE
    return first.isoformat(), last.isoformat()


def _is_settled(store: Store, article: int, report: Forecast) -> bool:
    """Whether a report settles a prospect already."""
    return bool(
        store.first(
            "SELECT 1 FROM steps WHERE article = ? AND finding = ?", (article, report.finding)
        )
    )


def _put_step(store: Store, article: int, outlook: int, forecast: Forecast) -> None:
    words = forecast.evidence[0]
    store.run(
        'INSERT OR IGNORE INTO steps (outlook, article, finding, day, status, start, "end")'
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            outlook,
            article,
            forecast.finding,
            kept_day(forecast.day),
            forecast.status,
            words.start,
            words.end,
        ),
    )


def _values(outlook: Outlook) -> tuple[Any, ...]:
    """The row of a prospect, in the order of its columns."""
    period, spot = outlook.period, outlook.spot
    return (
        outlook.what,
        outlook.kind,
        outlook.status,
        period.first.isoformat() if period else None,
        period.last.isoformat() if period else None,
        spot.name if spot else None,
        spot.country if spot else None,
        kept_day(outlook.opened),
        kept_day(outlook.mentioned),
        outlook.sources,
    )


def _put_parties(store: Store, number: int, outlook: Outlook) -> None:
    """Put down who has a part in a prospect."""
    mentioned = kept_day(outlook.mentioned)
    store.run_each(
        "INSERT OR IGNORE INTO outlook_parties (code, outlook, actor, mentioned)"
        " VALUES (?, ?, ?, ?)",
        [
            (party.code, number, enter_actor(store, party), mentioned)
            for party in outlook.participants
        ],
    )


def _left_behind(
    store: Store, forecast: Forecast, before: Sequence[tuple[Forecast | None, int]]
) -> int | None:
    """The prospect of which the same words told before, if nothing tells of it any more."""
    for earlier, number in before:
        if earlier is None or earlier.is_report:
            continue
        if earlier.evidence[0].overlaps(forecast.evidence[0]):
            is_told = store.first("SELECT 1 FROM steps WHERE outlook = ?", (number,))
            return None if is_told else number
    return None
