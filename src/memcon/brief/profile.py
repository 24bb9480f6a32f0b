"""Profile: an actor in words: who it is, with whom it dealt, what it did, said and left unsaid."""

from collections.abc import Iterable

from memcon.brief import accounts
from memcon.brief.accounts import counted, in_words, more_of, quoted
from memcon.brief.lines import Piece, plain, sentence
from memcon.brief.matrix import stance_words
from memcon.brief.report import Chapter, Cluster, Grid, Remark, Report, chapter_of, told
from memcon.brief.words import KINDS, SILENCES, SILENCES_ALONE
from memcon.codes.countries import Countries
from memcon.story.matrix import Cell, Matrix
from memcon.story.profiles import Office, Partner, Profile, Saying
from memcon.story.silences import Hush


def profile_report(profile: Profile, countries: Countries) -> Report:
    """All that the desk knows of the actor."""
    chapters = (
        _offices(profile, countries),
        _members(profile),
        _partners(profile, countries),
        _happenings(profile),
        _sayings(profile),
        _positions(profile.matrix),
        chapter_of("Silences", tuple(map(_silence, profile.silences)), "", None),
    )
    return Report(
        title=plain(profile.identity.name),
        lead=tuple(told(line) for line in profile_lead(profile, countries)),
        chapters=tuple(c for c in chapters if c.clusters or c.grid or c.none),
    )


def profile_lead(profile: Profile, countries: Countries) -> Iterable[str]:
    """What it is, whom it stands for, by which names it goes, and in how many articles."""
    identity = profile.identity
    land = _land(identity.country, countries) if identity.country else None
    side = land if land != identity.name else None
    yield ", ".join(w for w in (kind_words(profile), side, identity.key) if w)
    names = [plain(alias.name) for alias in profile.aliases if alias.name != identity.name]
    if names:
        yield f"Also called: {', '.join(names)}"
    yield (
        f"{counted(profile.articles, 'article')}, {counted(profile.happened, 'happening')}, "
        f"{counted(profile.said, 'statement')}."
    )


def kind_words(profile: Profile) -> str:
    """ "Foreign Minister", "state"; of a person the office of which most is told last."""
    current = [office for office in profile.offices if office.tenure == "current"]
    office = max(current, key=lambda o: o.articles, default=None)
    return plain(office.title) if office else KINDS[profile.identity.kind] or "person"


def _offices(profile: Profile, countries: Countries) -> Chapter:
    """The offices, and when articles told of them."""
    few = profile.sampled < profile.articles
    more = f"As {profile.sampled} of the articles tell, spread over all." if few else None
    lines = tuple(office_told(office, countries) for office in profile.offices)
    return chapter_of("Offices, as articles name them", lines, "", more if lines else None)


def office_told(office: Office, countries: Countries) -> Remark:
    """ "Foreign Minister of Russia, told from 19 May 2021 to 16 June 2021"."""
    of = f" of {_land(office.of, countries)}" if office.of else ""
    days = [in_words(day) for day in dict.fromkeys((office.first, office.last)) if day]
    when = f", told {'from ' if len(days) > 1 else 'on '}{' to '.join(days)}" if days else ""
    former = () if office.tenure == "current" else (office.tenure,)
    return told(
        f"{plain(office.title)}{of}{when}", marks=(*former, counted(office.articles, "article"))
    )


def _members(profile: Profile) -> Chapter:
    """Who stands for a country or body."""
    lines = tuple(
        Remark(
            pieces=(Piece(plain(member.name), "name"), Piece(_in_brackets(KINDS[member.kind]))),
            marks=(counted(member.articles, "article"),),
        )
        for member in profile.members
    )
    return chapter_of("Who stands for it", lines, "", None)


def _partners(profile: Profile, countries: Countries) -> Chapter:
    """With whom it dealt most, as a table."""
    rows = tuple(_partner(partner, countries) for partner in profile.partners)
    heads = ("With", "Happenings", "Cooperation", "Conflict", "Last")
    grid = Grid(heads=heads, rows=rows) if rows else None
    return Chapter(title="Dealt most with", grid=grid, none="Nobody is told of.")


def _partner(partner: Partner, countries: Countries) -> tuple[Remark, ...]:
    """A row: whom, how often, the sums of Goldstein values, the last day."""
    code = partner.code if partner.code in countries.by_code else ""
    side = f" ({code})" if code and countries.name(code) != partner.name else ""
    name = Remark(pieces=(Piece(plain(partner.name), "name"), Piece(side)))
    sums = (f"{partner.cooperation:+.1f}", f"{partner.conflict:+.1f}")
    return (name, told(f"{partner.happenings:,}"), *map(told, sums), told(in_words(partner.last)))


def _happenings(profile: Profile) -> Chapter:
    """What it did and what was done to it, latest first."""
    return chapter_of(
        "Latest happenings",
        tuple(accounts.told(account, is_quoted=False) for account in profile.accounts),
        "No happening is told of.",
        more_of(profile.happened, len(profile.accounts)),
    )


def _sayings(profile: Profile) -> Chapter:
    """What it said, latest first."""
    return chapter_of(
        "What it said",
        tuple(saying_told(saying, profile) for saying in profile.sayings),
        "No statement is told of.",
        more_of(profile.said, len(profile.sayings)),
    )


def saying_told(saying: Saying, profile: Profile) -> Remark:
    """ "20 May 2021, warned: “…”"; who speaks for a country or body is named."""
    others = [plain(speaker) for speaker in saying.speakers]
    is_plain = profile.party.actors is not None or others == [profile.identity.name]
    by = "" if is_plain else f", {' and '.join(others)}"
    cue = f", {plain(saying.cue)}" if saying.cue else ""
    venue = _in_brackets(plain(saying.venue or ""))
    return Remark(
        pieces=sentence(Piece(f"{in_words(saying.day)}{by}{cue}{venue}: "), quoted(saying.witness)),
        witnesses=(saying.witness,),
    )


def _positions(matrix: Matrix) -> Chapter:
    """What it holds, issue by issue, and what it held before."""
    clusters = tuple(
        Cluster(
            head=told(plain(issue)),
            remarks=tuple(_cell(cell) for cell in matrix.cells if cell.issue == issue),
        )
        for issue in matrix.issues
    )
    return Chapter(
        title="Positions by issue",
        clusters=clusters,
        more=more_of(matrix.found, len(matrix.issues), "more issues"),
    )


def _cell(cell: Cell) -> Remark:
    """ "Lavrov opposes the sanctions (12 May 2021); before: demands (1 May 2021)"."""
    *before, latest = cell.stands
    earlier = ", ".join(f"{stand.stance} ({in_words(stand.day)})" for stand in before)
    words = f" ({in_words(latest.until)})" + (f"; before: {earlier}" if earlier else "")
    return Remark(
        pieces=(*stance_words(cell, latest), Piece(words)),
        witnesses=latest.witnesses,
        marks=(
            *(("turned",) if cell.is_turned else ()),
            counted(latest.sources, "source"),
        ),
    )


def _silence(hush: Hush) -> Remark:
    """ "20 May 2021: Lavrov would not speak of the pipeline"."""
    if hush.issue:
        words = f" {SILENCES[hush.kind]} {plain(hush.issue)}"
    else:
        words = f" {SILENCES_ALONE[hush.kind]}"
    name = Piece(plain(hush.actor.name), "name")
    return Remark(
        pieces=sentence(Piece(f"{in_words(hush.day)}: "), name, Piece(words)),
        witnesses=(hush.witness,),
    )


def _land(code: str, countries: Countries) -> str:
    """The name of a country; what is no code stays as it is."""
    return countries.name(code) if code in countries.by_code else plain(code)


def _in_brackets(words: str) -> str:
    """ " (media)", or nothing."""
    return f" ({words})" if words else ""
