"""Dispute: where sources differ: the happening, and what each side says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.brief import accounts
from memcon.brief.accounts import counted, in_words, more_of, quoted
from memcon.brief.lines import Piece, plain
from memcon.brief.report import Chapter, Cluster, Remark, Report, told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from memcon.story.discrepancies import Kind
    from memcon.story.disputes import Dispute, Disputes, Version

KINDS: dict[Kind, str] = {
    "date": "On which day",
    "place": "Where",
    "number": "How many",
    "proposer": "Who proposed it",
    "denial": "Whether it is so",
}


def disputes_report(disputes: Disputes) -> Report:
    """Each discrepancy with its happening and the words of both sides."""
    names = ", ".join(plain(party.name) for party in disputes.parties)
    return Report(
        title=f"Discrepancies: {names}" if names else "Discrepancies",
        lead=(told(f"{disputes.found:,} found."),),
        chapters=(disputes_chapter(disputes.disputes, disputes.found),),
    )


def disputes_chapter(disputes: Sequence[Dispute], found: int) -> Chapter:
    """Discrepancies, of so many that were found."""
    return Chapter(
        title="Where sources differ",
        clusters=tuple(map(dispute_cluster, disputes)),
        none="No two sources differ.",
        more=more_of(found, len(disputes)),
    )


def dispute_cluster(dispute: Dispute) -> Cluster:
    """The happening and what is in dispute, and each version with its first source's words."""
    head = Remark(pieces=dispute_words(dispute))
    return Cluster(head=head, remarks=tuple(map(_version, dispute.versions)))


def dispute_words(dispute: Dispute) -> tuple[Piece, ...]:
    """ "19 May 2021: A and B held talks: how many?"."""
    happening = accounts.told(dispute.account, is_quoted=False)
    return (*happening.pieces, Piece(f": {KINDS[dispute.kind].lower()}?"))


def _version(version: Version) -> Remark:
    """ "10 diplomats: “…” (Reuters, 20 May 2021) [2 sources]"."""
    words = (Piece(plain(version.value), "name"),)
    if version.witnesses:
        first = version.witnesses[0]
        source = f"{plain(first.publisher or '') or 'publisher unknown'}"
        words += (Piece(": "), quoted(first), Piece(f" ({source}, {in_words(first.published)})"))
    return Remark(
        pieces=words, witnesses=version.witnesses, marks=(counted(version.sources, "source"),)
    )
