"""Timeline: happenings by date, one line each."""

from dataclasses import replace
from itertools import groupby

from memcon.brief import accounts
from memcon.brief.accounts import counted, day_words, in_words, more_of
from memcon.brief.report import Chapter, Cluster, Remark, Report, told
from memcon.story.answers import Account
from memcon.story.timelines import Timeline


def timeline_report(timeline: Timeline) -> Report:
    """The happenings day by day, with the number under which `memcon happening` opens each."""
    names = ", ".join(party.name for party in timeline.parties)
    found, shown = timeline.found, len(timeline.accounts)
    clusters = tuple(
        Cluster(
            head=told(day[:1].upper() + day[1:]),
            remarks=tuple(_line(account) for account in day_accounts),
        )
        for day, day_accounts in groupby(timeline.accounts, _day)
    )
    chapter = Chapter(
        title="Happenings",
        clusters=clusters,
        none="No happening is told of.",
        more=more_of(found, shown, "earlier"),
    )
    return Report(
        title=f"Timeline: {names}" if names else "Timeline",
        lead=(told(f"{counted(found, 'happening')}{_window(timeline)}."),),
        chapters=(chapter,),
    )


def _day(account: Account) -> str:
    """The day under which it stands."""
    return day_words(account.happening)


def _line(account: Account) -> Remark:
    """One happening, with the words of its first witness alone."""
    return accounts.told(
        replace(account, witnesses=account.witnesses[:1]), is_quoted=False, is_dated=False
    )


def _window(timeline: Timeline) -> str:
    """ " from 1 May 2021 to 30 June 2021", as far as it was asked for."""
    since = f" from {in_words(timeline.since)}" if timeline.since else ""
    until = f" to {in_words(timeline.until)}" if timeline.until else ""
    return f"{since}{until}"
