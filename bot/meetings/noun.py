"""What meetings are called, what people see of them, how they are found, and what no undo takes back."""

from datetime import datetime

from bot.core.calendar import local
from bot.core.context import Context
from bot.core.errors import InThePast
from bot.core.events import Event
from bot.core.language import Both, Language
from bot.core.nouns import Field, Kind, NameOf, Noun
from bot.core.record_lists import PERIODS, By, Filter
from bot.meetings.model import (
    PLACE_LIMIT,
    TITLE_LIMIT,
    ChairChecks,
    Meeting,
    Meetings,
    Status,
    taken_back,
    with_status,
)
from bot.meetings.notifications import ENDED, NOUN, MeetingChanged, told
from bot.meetings.schedule import schedule
from bot.text.formats import near_moment

RULE_LIMIT = 100
WITHOUT_NOTES, WITHOUT_THEM = "without_notes", "without_them"
HELD = (Status.held, Status.closed)
STATES = {
    Status.repeating: Both("repeating", "herhaalt"),
    Status.planned: Both("planned", "gepland"),
    Status.held: Both("held", "gehouden"),
    Status.closed: Both("closed", "afgesloten"),
    Status.cancelled: Both("cancelled", "afgezegd"),
}

CHAIR_CHECKS = {
    ChairChecks.yes: Both("yes", "ja"),
    ChairChecks.no: Both("no", "nee"),
    ChairChecks.project: Both("as in all of the project", "zoals in heel het project"),
}


def announce(ctx: Context, what: str, before: Meeting | None, meeting: Meeting) -> None:
    ctx.tell(ctx.record(NOUN, what, before=before, after=meeting))
    if before is None or before.sequence != meeting.sequence:
        schedule(ctx, meeting)


def _withdrawn(meeting: Meeting, now: datetime) -> Meeting:
    """One of a series leaves its day free; raise MeetingOver."""
    if not meeting.cancelled:
        meeting.check_ahead(now)
    return with_status(meeting, Status.cancelled).evolve(slot=None)


def _restored(_event: Event, present: Meeting, before: Meeting, now: datetime) -> Meeting:
    """Raise InThePast or MeetingOver."""
    if before.starts_at <= now and not before.repeating:
        raise InThePast(before.starts, local(now, before.zone).date())
    if not present.cancelled:
        present.check_ahead(now)
    return taken_back(present, before)


def _when(value: str, language: Language, _name_of: NameOf) -> str:
    at = datetime.fromisoformat(value)
    return near_moment(at, at.date(), language)


MEETING = Noun(
    name=NOUN,
    letter="M",
    value=Meeting,
    records=Meetings,
    changed=MeetingChanged,
    announced=announce,
    told=told,
    withdrawn=_withdrawn,
    restored=_restored,
    whole=lambda meeting: meeting.of_series,
    one=Both("meeting", "overleg"),
    many=Both("meetings", "overleggen"),
    example=Both(
        "Sprint review with @colleague friday 14:00 45m", "Sprintreview met @collega vrijdag 14:00 45 minuten"
    ),
    note=Both(
        "With days in place of a time, as “next week 45m”, I look for moments that suit everybody; with "
        "`every monday 9:30 until 1 march` it's a series; with `poll` behind the command everybody says when "
        "they can.",
        "Met dagen in plaats van een tijd, als “volgende week 45 min”, zoek ik momenten waarop iedereen kan; "
        "met `elke maandag 9:30 tot 1 maart` is het een reeks; met `peiling` achter het commando geeft "
        "iedereen aan wanneer het kan.",
    ),
    adds=Both("Plan “{}”", "Plan “{}”"),
    makes=Both("plans it and invites", "plant het en nodigt uit"),
    none=Both("No meetings ahead. Plan one:", "Geen overleg in het vooruitzicht. Plan er een:"),
    fields=(
        Field("title", Kind.text, Both("subject", "onderwerp"), limit=TITLE_LIMIT, required=True),
        Field("people", Kind.people, Both("who should come", "wie erbij moeten zijn"), required=True),
        Field(
            "optional",
            Kind.people,
            Both("optional", "facultatief"),
            Both("who may come if they can", "wie mag aansluiten"),
            hint=Both("All others are needed.", "Alle anderen moeten erbij zijn."),
        ),
        Field("day", Kind.day, Both("day", "dag"), kept=False),
        Field("at", Kind.time, Both("starts at", "begint om"), kept=False),
        Field(
            "until",
            Kind.day,
            Both("or any day up to", "of een dag tot en met"),
            when=lambda values: not values.get("number"),
            kept=False,
            hint=Both(
                "Leave the time empty, and I look for moments that suit everybody.",
                "Laat de tijd leeg, dan zoek ik momenten waarop iedereen kan.",
            ),
        ),
        Field("starts", Kind.day, Both("when", "wanneer"), typed=False, told=_when),
        Field("minutes", Kind.length, Both("length", "duur"), required=True),
        Field("place", Kind.text, Both("place or link", "plaats of link"), limit=PLACE_LIMIT),
        Field(
            "repeats",
            Kind.repeat,
            Both("repeats", "herhaalt"),
            Both("Repeats", "Komt terug"),
            when=lambda values: not values.get("number") or bool(values.get("repeats")),
            limit=RULE_LIMIT,
            hint=Both("For example: every Monday until 1 March", "Bijvoorbeeld: elke maandag tot 1 maart"),
        ),
        Field("chair", Kind.person, Both("chair", "voorzitter")),
        Field("minute_taker", Kind.person, Both("minute-taker", "notulist")),
        Field("organiser", Kind.person, Both("organiser", "organisator"), typed=False),
        Field("coming", Kind.people, Both("will come", "komt"), typed=False),
        Field("status", Kind.state, Both("status", "status"), typed=False, states=STATES),
        Field(
            "chair_checks",
            Kind.state,
            Both("check by the chair", "controle door de voorzitter"),
            Both("chair checks the minutes", "voorzitter controleert de notulen"),
            states=CHAIR_CHECKS,
            hint=Both("Before they are sent.", "Voordat ze verspreid worden."),
        ),
    ),
    filters=(
        Filter(
            "status",
            By.state,
            {
                Status.repeating: Both("series|repeating", "reeks|reeksen|herhalend"),
                Status.planned: Both("ahead|upcoming|planned|coming", "komend|komende|gepland|geplande"),
                Status.held: Both("held|past", "gehouden|geweest|voorbij"),
                Status.closed: Both("closed|past", "afgesloten|geweest|voorbij"),
                Status.cancelled: Both("cancelled|canceled", "afgezegd|geannuleerd"),
            },
            usual=(Status.planned,),
            in_period=(Status.planned, *HELD),
        ),
        Filter("people", By.person, mine=Both("mine|my", "van mij|mijn"), before=Both("with|of", "met|van")),
        Filter("starts", By.period, PERIODS, ahead=True),
    ),
    order=lambda _wanted: ("starts", "number"),
    lasting=("answered", "answered_yes", "answered_no", "answered_maybe", *HELD, WITHOUT_NOTES),
    tells={
        "created": Both(
            "planned it[ for {starts}][ with {people}]", "plande het[ op {starts}][ met {people}]"
        )
    },
    past={
        "created": Both("planned it", "plande het"),
        "answered": Both("answered", "antwoordde"),
        "answered_yes": Both("answered yes", "antwoordde ja"),
        "answered_no": Both("answered no", "antwoordde nee"),
        "answered_maybe": Both("answered maybe", "antwoordde misschien"),
        WITHOUT_THEM: Both("decided to go ahead without somebody", "liet het doorgaan zonder iemand"),
        ENDED: Both("ended it", "maakte er een eind aan"),
        "held": Both("saw that its time was over", "zag dat de tijd voorbij was"),
        "closed": Both("sent its minutes", "verstuurde de notulen ervan"),
        WITHOUT_NOTES: Both("said that there are no notes", "zei dat er geen aantekeningen zijn"),
    },
)
