"""What polls are called, what people see of them, how they are found, and what no undo takes back."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.core.context import Context
from bot.core.events import Event
from bot.core.language import Both, Language
from bot.core.nouns import Field, Kind, NameOf, Noun
from bot.core.record_lists import PERIODS, By, Filter
from bot.meetings.model import PLACE_LIMIT, TITLE_LIMIT, Meetings
from bot.meetings.plan import cancel
from bot.polls.model import Poll, Polls, Status
from bot.polls.notifications import NOUN, PollChanged, schedule, told
from bot.text.formats import near_moment

TIMES_LIMIT = 3000
STATES = {
    Status.open: Both("open", "open"),
    Status.chosen: Both("chosen", "gekozen"),
    Status.ended: Both("ended without a choice", "geëindigd zonder keuze"),
    Status.cancelled: Both("cancelled", "ingetrokken"),
}


def _announced(ctx: Context, what: str, before: Poll | None, poll: Poll) -> None:
    ctx.tell(ctx.record(NOUN, what, before=before, after=poll))
    if before is None or (before.deadline, before.status) != (poll.deadline, poll.status):
        schedule(ctx, poll)
    if before and before.meeting and not poll.meeting:
        _call_off(ctx, before.meeting)


def _call_off(ctx: Context, number: int) -> None:
    """The choice was taken back. Raise MeetingOver once the meeting has begun."""
    meeting = ctx.uow.of(Meetings).get(ctx.project.id, number)
    if meeting is not None and meeting.planned:
        cancel(ctx, number)


def _withdrawn(poll: Poll, _now: datetime) -> Poll:
    """Raise PollOver."""
    if poll.status != Status.cancelled:
        poll.check_open()
    return poll.with_status(Status.cancelled)


def _restored(_event: Event, present: Poll, before: Poll, _now: datetime) -> Poll:
    """What voters proposed since stays, and no number of an option is given twice."""
    return before.evolve(proposals=present.proposals, next_option=present.next_option)


def _moments(options: Sequence[dict[str, Any]], language: Language, _name_of: NameOf) -> str:
    starts = [datetime.fromisoformat(each["starts"]) for each in options]
    return ", ".join(near_moment(each, each.date(), language) for each in starts)


def _moment(value: str, language: Language, _name_of: NameOf) -> str:
    at = datetime.fromisoformat(value)
    return near_moment(at, at.date(), language)


POLL = Noun(
    name=NOUN,
    letter="P",
    value=Poll,
    records=Polls,
    changed=PollChanged,
    announced=_announced,
    told=told,
    withdrawn=_withdrawn,
    restored=_restored,
    one=Both("poll", "peiling"),
    many=Both("polls", "peilingen"),
    example=Both(
        "Sprint review with @colleague 45m: tue 10:00, wed 14:00",
        "Sprintreview met @collega 45 minuten: di 10:00, wo 14:00",
    ),
    adds=Both("Ask “{}”", "Peil “{}”"),
    makes=Both("asks who can come when", "vraagt wie wanneer kan"),
    none=Both("No polls open. Ask one:", "Er loopt geen peiling. Begin er een:"),
    fields=(
        Field("title", Kind.text, Both("subject", "onderwerp"), limit=TITLE_LIMIT, required=True),
        Field("people", Kind.people, Both("who should come", "wie erbij moeten zijn"), required=True),
        Field(
            "optional",
            Kind.people,
            Both("nice to have there", "mogen erbij zijn"),
            hint=Both("It can go on without them.", "Het kan ook zonder hen."),
        ),
        Field("minutes", Kind.length, Both("length", "duur"), required=True),
        Field(
            "times",
            Kind.text,
            Both("when it could be", "wanneer het zou kunnen"),
            limit=TIMES_LIMIT,
            required=True,
            kept=False,
            hint=Both(
                "A day a line, with its times: tue 10:00, 14:00",
                "Een dag per regel, met tijden: di 10:00, 14:00",
            ),
        ),
        Field("place", Kind.text, Both("place or link", "plaats of link"), limit=PLACE_LIMIT),
        Field(
            "until",
            Kind.day,
            Both("answer by", "antwoorden tot en met"),
            kept=False,
            hint=Both(
                "17:00 that day. Without one: in 2 working days.",
                "17:00 die dag. Zonder dag: over 2 werkdagen.",
            ),
        ),
        Field("options", Kind.parts, Both("moments", "momenten"), typed=False, told=_moments),
        Field("deadline", Kind.day, Both("answer by", "antwoorden tot"), typed=False, told=_moment),
        Field("organiser", Kind.person, Both("organiser", "organisator"), typed=False),
        Field("status", Kind.state, Both("status", "status"), typed=False, states=STATES),
    ),
    filters=(
        Filter(
            "status",
            By.state,
            {
                Status.open: Both("open", "open|lopend|lopende"),
                Status.chosen: Both("chosen|closed", "gekozen|gesloten"),
                Status.ended: Both("ended|closed", "geëindigd|gesloten"),
                Status.cancelled: Both("cancelled|canceled", "ingetrokken|geannuleerd"),
            },
            usual=(Status.open,),
        ),
        Filter("people", By.person, mine=Both("mine|my", "van mij|mijn"), before=Both("with|of", "met|van")),
        Filter("deadline", By.period, PERIODS, ahead=True),
    ),
    order=lambda _wanted: ("deadline", "number"),
    searched=("title", "place"),
    lasting=("proposed", "accepted", "declined", "ended"),
    tells={
        "created": Both(
            "asked it[ with {people}][: {options}]", "begon de peiling[ met {people}][: {options}]"
        )
    },
    past={
        "created": Both("asked it", "begon de peiling"),
        "chosen": Both("chose a moment", "koos een moment"),
        "ended": Both("saw that nobody chose", "zag dat niemand koos"),
        "proposed": Both("proposed another moment", "stelde een ander moment voor"),
        "accepted": Both("added a proposed moment", "voegde een voorgesteld moment toe"),
        "declined": Both("left out a proposed moment", "liet een voorgesteld moment weg"),
    },
)
