"""What minutes are called, what people see of them, who may, and what no undo takes back."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.core.context import Context
from bot.core.errors import TEXT_LIMIT
from bot.core.events import DRAFTED, NEWS, UNREAD, Event
from bot.core.language import Both, Language
from bot.core.nouns import Change, Field, Kind, NameOf, Noun
from bot.core.record_lists import PERIODS, By, Filter
from bot.meetings.model import Meetings
from bot.minutes.errors import AlreadySent, HoldsConfidential, NotAuthor
from bot.minutes.model import (
    TITLE_LIMIT,
    Item,
    Minutes,
    ProposalKind,
    Status,
    Verdict,
)
from bot.minutes.notifications import CORRECTED, MARKED, NOUN, PROPOSED, REFUSED, changed
from bot.minutes.parts import Amendment
from bot.minutes.ports import MinutesBook
from bot.text.formats import near_day
from bot.text.sentences import bold, esc, shortened

CHANGES = {CORRECTED: {"attendees"}, MARKED: {"attendees", "rest", "confidential"}}
"""What an act changes of what else stays as it was found in the notes."""
TOLD = 3
"""Proposals that a step of the history names; more of them are counted."""
STATES = {
    Status.concept: Both("draft", "concept"),
    Status.checking: Both("with the chair", "bij de voorzitter"),
    Status.distributed: Both("sent", "verspreid"),
    Status.adopted: Both("adopted", "vastgesteld"),
    Status.discarded: Both("discarded", "weggegooid"),
}
KINDS = {
    ProposalKind.action: Both("Action item", "Actiepunt"),
    ProposalKind.decision: Both("Decision", "Besluit"),
}
VERDICTS = {
    Verdict.proposed: Both("open", "open"),
    Verdict.accepted: Both("accepted", "overgenomen"),
    Verdict.dropped: Both("left out", "weggelaten"),
    Verdict.confidential: Both("confidential", "vertrouwelijk"),
}


class MinutesChanged(Change[Minutes]):
    pass


def may_change(ctx: Context, minutes: Minutes) -> bool:
    """Who writes them, the project manager, and the chair who checks them: who must be able to read all."""
    return may_open(ctx, minutes, ctx.who.user)


def may_open(ctx: Context, minutes: Minutes, user: str) -> bool:
    checks = user == minutes.chair and minutes.status == Status.checking
    return (checks or user in (minutes.author, ctx.project.manager)) and not minutes.hidden_from(user)


def may_correct(ctx: Context, minutes: Minutes, user: str | None = None) -> bool:
    """Once they are sent: who wrote them, the project manager, and who chairs or organises the meeting."""
    meeting = ctx.uow.of(Meetings).get(ctx.project.id, minutes.meeting) if minutes.meeting else None
    runs = (meeting.chair, meeting.organiser) if meeting else ()
    return (user or ctx.who.user) in (minutes.author, ctx.project.manager, *runs)


def _check_read(ctx: Context, minutes: Minutes) -> None:
    """Raise NotAuthor: nobody else sees what was in a concept, of sent ones neither what was left out."""
    if ctx.who.user == ctx.project.manager and minutes.hidden_from(ctx.who.user):
        raise HoldsConfidential(minutes.author)
    if not may_change(ctx, minutes):
        raise NotAuthor(minutes.author)


def _check_write(ctx: Context, minutes: Minutes) -> None:
    """Raise NotAuthor or HoldsConfidential."""
    if not minutes.sent:
        _check_read(ctx, minutes)
    elif not may_correct(ctx, minutes):
        raise NotAuthor(minutes.author)


def _restored(event: Event, present: Minutes, before: Minutes, _now: datetime) -> Minutes:
    """What was found in the notes stays, and of the proposals those are as before that the event changed.

    These are one version up, so that a form that shows them as they were is known to be overtaken. Raise
    AlreadySent: sending is not taken back.
    """
    if event.what == Status.distributed:
        raise AlreadySent(present.number)
    # Only reading the notes, and a line that a person took up, make more of them.
    items = list(present.items[: len(before.items)] if before.read else present.items)
    for at, (old, item) in enumerate(zip(before.items, present.proposals, strict=False)):
        if old and old != items[at]:
            items[at] = {**old, "version": item.version + 1}
    kept = {"notes", "attendees", "rest", "read", "by_model", "confidential"} - CHANGES.get(event.what, set())
    update = {**present.model_dump(include=kept), "items": items}
    return before.evolve(**update).with_amendments(_amended_before(event, present, before))


def _amended_before(event: Event, present: Minutes, before: Minutes) -> list[Amendment]:
    """Without what the event corrected; what others proposed since stays."""
    earlier = {each.id: each for each in before.amended}
    made = {each.id for each in Minutes.model_validate(event.after).amended} - {*earlier}
    return [earlier.get(each.id, each) for each in present.amended if each.id not in made]


def _told(items: list[Mapping[str, Any]], language: Language, name_of: NameOf) -> str:
    if len(items) > TOLD:
        return str(len(items))
    return ", ".join(_proposal(Item.model_validate(item), language, name_of) for item in items)


def _amendments(made: list[Mapping[str, Any]], _language: Language, name_of: NameOf) -> str:
    return ", ".join(_amendment(Amendment.model_validate(each), name_of) for each in made if each)


def _amendment(it: Amendment, name_of: NameOf) -> str:
    wrong, right, text, remark = map(shortened, (it.wrong, it.right, it.text, it.remark))
    told = (
        f"“{wrong}” → “{right}”" if wrong else "",
        f"{it.record} “{text}”" if it.record else "",
        esc(", ".join(map(name_of, it.attendees or ()))),
        f"“{remark}”" if remark else "",
    )
    return "; ".join(filter(None, told))


def _proposal(item: Item, language: Language, name_of: NameOf) -> str:
    owner = bold(name_of(item.owner) or item.owner) if item.owner else ""
    due = near_day(item.due, item.due, language) if item.due else ""
    facts = filter(None, (VERDICTS[item.verdict].in_language(language), owner, due))
    return f"“{shortened(item.text)}” ({', '.join(facts)})"


MINUTES = Noun(
    name=NOUN,
    letter="N",
    value=Minutes,
    records=MinutesBook,
    changed=MinutesChanged,
    announced=changed,
    one=Both("minutes", "notulen"),
    many=Both("minutes", "notulen"),
    counted=(Both("set of minutes", "set notulen"), Both("sets of minutes", "sets notulen")),
    fields=(
        Field("title", Kind.text, Both("title", "titel"), limit=TITLE_LIMIT, required=True),
        Field("held_on", Kind.day, Both("date of the meeting", "datum van het overleg"), required=True),
        Field("author", Kind.person, Both("by", "door"), typed=False),
        Field("status", Kind.state, Both("status", "status"), typed=False, states=STATES),
        Field("items", Kind.parts, Both("proposals", "voorstellen"), typed=False, told=_told),
        Field("amendments", Kind.parts, Both("corrections", "verbeteringen"), typed=False, told=_amendments),
    ),
    example=Both("ACTION: Tom – call the supplier – Friday", "ACTIE: Tom – bel de leverancier – vrijdag"),
    adds=Both("Write minutes of “{}”", "Maak notulen van “{}”"),
    makes=Both(
        "reads your notes, many lines at once; without notes, or with a title, it opens a form for them",
        "leest je aantekeningen, veel regels ineens; zonder, of met een titel, opent het een formulier",
    ),
    none=Both(
        "No minutes yet. Paste notes, with lines as:",
        "Nog geen notulen. Plak aantekeningen, met regels als:",
    ),
    note=Both(
        "Nothing is made and nobody is told before you send them. Afterwards `correct 3 12 May -> "
        "13 May` corrects them, `file 3 pdf` gives a file (or `docx`, `md`), and `find budget` looks in all.",
        "Er ontstaat niets en niemand hoort iets voordat jij ze verspreidt. Daarna verbetert "
        "`verbeter 3 12 mei -> 13 mei` ze, geeft `bestand 3 pdf` een bestand (of `docx`, `md`), en zoekt "
        "`zoek begroting` in alle notulen.",
    ),
    check_read=_check_read,
    check_write=_check_write,
    withdrawn=lambda minutes, _now: minutes.discarded(),
    restored=_restored,
    whole=lambda minutes: minutes.sent,
    lasting={*NEWS, PROPOSED, REFUSED},
    past={
        "created": Both("wrote them", "maakte ze"),
        DRAFTED: Both("read the notes", "las de aantekeningen"),
        UNREAD: Both("went on without reading the notes", "ging verder zonder de aantekeningen te lezen"),
        "accepted": Both("accepted a proposal", "nam een voorstel over"),
        "dropped": Both("left a proposal out", "liet een voorstel weg"),
        "proposed": Both("opened a proposal again", "heropende een voorstel"),
        "edited": Both("edited them", "wijzigde ze"),
        "distributed": Both("sent them", "verspreidde ze"),
        "answered": Both("said who or when is meant", "zei wie of wanneer bedoeld is"),
        "to_chair": Both("sent them to the chair to check", "stuurde ze ter controle aan de voorzitter"),
        "given_back": Both("gave them back", "gaf ze terug"),
        "taken_back": Both("took them back from the chair", "haalde ze terug bij de voorzitter"),
        MARKED: Both("marked a topic confidential", "maakte een onderwerp vertrouwelijk"),
        CORRECTED: Both("corrected them", "verbeterde ze"),
        PROPOSED: Both("proposed a correction", "stelde een verbetering voor"),
        REFUSED: Both("left a proposed correction out", "nam een voorgestelde verbetering niet over"),
    },
    filters=(
        Filter(
            "status",
            By.state,
            {
                Status.concept: Both("draft|drafts", "concept|concepten"),
                Status.checking: Both("with the chair", "bij de voorzitter"),
                Status.distributed: Both("sent", "verspreid|verspreide"),
                Status.adopted: Both("adopted", "vastgesteld|vastgestelde"),
                Status.discarded: Both("discarded", "weggegooid|weggegooide"),
            },
            usual=(Status.concept, Status.checking, Status.distributed, Status.adopted),
        ),
        Filter(
            "author",
            By.person,
            mine=Both("mine|by me", "van mij|door mij"),
            before=Both("by|of", "door|van"),
        ),
        Filter("held_on", By.period, PERIODS),
    ),
    order=lambda _wanted: ("-held_on", "-number"),
)
PROPOSAL: Noun[Any] = Noun(
    name="proposals",
    letter="",
    value=Item,
    records=MinutesBook,
    changed=MinutesChanged,
    one=Both("proposal", "voorstel"),
    many=Both("proposals", "voorstellen"),
    fields=(
        Field("kind", Kind.state, Both("what it is", "wat het is"), required=True, states=KINDS),
        Field("text", Kind.text, Both("text", "tekst"), limit=TEXT_LIMIT, required=True),
        Field(
            "owner",
            Kind.person,
            Both("owner", "actiehouder"),
            hint=Both(
                "For an action item. Leave it empty when nobody took it.",
                "Bij een actiepunt. Laat het leeg als niemand het op zich nam.",
            ),
        ),
        Field(
            "due",
            Kind.day,
            Both("due", "uiterlijk"),
            hint=Both("For an action item.", "Bij een actiepunt."),
        ),
        Field("verdict", Kind.state, Both("status", "status"), typed=False, states=VERDICTS),
    ),
    example=Both("", ""),
    withdrawn=lambda item, _now: item,
)
"""One proposal of a concept: declared for its form and for what changed in it; it is kept in its minutes."""
