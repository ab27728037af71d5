"""Quiet hours: what reaches somebody outside their contact hours waits for the one message of their morning.

What is due before that morning does not wait, nor does a meeting that begins before it.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Self

from bot.core.calendar import local
from bot.core.context import Context, PersonContext, show, show_again
from bot.core.events import CLOCK
from bot.core.jobs import WHISPER, Job, Notice, job_of, post
from bot.core.people import Person
from bot.core.ports import UnitOfWork
from bot.people.contact_hours import ContactHours
from bot.people.hours import contact_hours_of
from bot.projects.set_up import SettingsProposed

HELD, MORNING = "held", "morning"
"""Kinds: of the job of a notice that waits, and of the one message of a person's day."""
WAITS = "reminders.waits"
"""Kind of the notice to who did something (`about["user"]`): for whom it waits."""
JUST_NOW = timedelta(minutes=10)


@dataclass(frozen=True)
class Held:
    """A notice that waits for its reader's morning, or stood in the message of one."""

    key: str
    """Of its job."""
    notice: Notice
    due_at: datetime
    id: int
    """Of its job."""

    @classmethod
    def of(cls, job: Job) -> Self:
        return cls(job.key, Notice.model_validate(job.payload["notice"]), job.due_at, job.id)


def morning_notice(team: str, user: str, day: date) -> Notice:
    """One for each of a person's days: it cannot come twice, whatever makes it come."""
    return Notice(kind=MORNING, team=team, to=user, about={"day": day.isoformat()})


def notify(
    ctx: PersonContext,
    notice: Notice,
    occasion: object,
    *,
    due: date | None = None,
    begins: datetime | None = None,
) -> None:
    """At once in contact hours, to who did it and to channels; else next morning, if that is before `due`."""
    person = ctx.uow.people.get(notice.team, notice.to)
    at = waits_until(ctx, person, due=due, begins=begins) if person else None
    stands = notice.only_update or ctx.uow.sent_messages.get(notice.key) is not None
    if person is None or at is None or stands:
        show(ctx, notice, occasion)
    else:
        hold(ctx, notice, person, at)
        _say_so(ctx, notice)


def settings_proposed(ctx: Context, fact: SettingsProposed) -> None:
    notify(ctx, fact.question, "asked")


def _say_so(ctx: PersonContext, notice: Notice) -> None:
    """Have who did it read for whom it waits, once for all that tells of the same."""
    project = ctx.uow.projects.get(notice.about["project"]) if "project" in notice.about else None
    if project is None or ctx.who.user == CLOCK or notice.thread_of:
        return
    about = {"user": ctx.who.user, "of": notice.subject}
    told = Notice(kind=WAITS, team=project.team, to=project.channel, about=about)
    now = ctx.now
    once = post(told, now.isoformat(), now, expires_at=now + JUST_NOW)
    ctx.uow.jobs.add(once.evolve(kind=WHISPER))


def waits_until(
    ctx: PersonContext, person: Person, *, due: date | None = None, begins: datetime | None = None
) -> datetime | None:
    """The morning that something new for them waits for; None for what goes at once."""
    if person.user == ctx.who.user:
        return None
    contact_hours = contact_hours_of(ctx.uow, person, ctx.now)
    if contact_hours.inside(ctx.now):
        return None
    morning = contact_hours.next_bundle(ctx.now)
    over = due is not None and due < local(morning, person.zone).date()
    return None if over or (begins is not None and begins <= morning) else morning


def hold(ctx: PersonContext, notice: Notice, person: Person, at: datetime) -> None:
    """Let it wait for the message of the person's day of `at`, once."""
    if any(held.notice.key == notice.key for held in waiting(ctx.uow, person.team, person.user)):
        return
    when = f"{local(at, person.zone).date()}:{at:%H:%M}Z"
    about = {"team": person.team, "user": person.user, "notice": notice.model_dump(exclude_defaults=True)}
    key = f"{prefix(person.team, person.user)}{when}:{notice.key}"
    ctx.uow.jobs.add(job_of(HELD, key, lane(person), about, at))


def hold_for_morning(ctx: PersonContext, notice: Notice, person: Person) -> None:
    """As a part of today's message if that is still to come or came just now, else of the next one."""
    contact_hours = contact_hours_of(ctx.uow, person, ctx.now)
    hold(ctx, notice, person, _message_from(contact_hours, ctx.now, JUST_NOW))


def hold_anew(ctx: PersonContext, job: Job) -> None:
    """It could not be shown, or is due otherwise by new preferences: as soon as it can be."""
    contact_hours = contact_hours_of(ctx.uow, ctx.who, ctx.now)
    at = _message_from(contact_hours, ctx.now, timedelta(days=1))
    ctx.uow.jobs.withdraw(job.key)
    hold(ctx, Held.of(job).notice, ctx.who, at)


def hold_all_anew(ctx: PersonContext) -> None:
    """By new preferences or absences of the context's person."""
    for job in ctx.uow.jobs.in_lanes([lane(ctx.who)]):
        if job.due_at > ctx.now:
            hold_anew(ctx, job)


def hold_missed(ctx: PersonContext) -> None:
    """What stood in a message that never reached them, as while Slack was down, is part of the next one."""
    for job in ctx.uow.jobs.kept(prefix(ctx.who.team, ctx.who.user)):
        team, user, day = day_of(job.key)
        missed = day < ctx.own_today and job.due_at <= ctx.now
        notice = morning_notice(team, user, day)
        if missed and ctx.uow.sent_messages.get(notice.key) is None:
            hold(ctx, Held.of(job).notice, ctx.who, ctx.now)


def send_now(ctx: PersonContext, subject: str) -> list[str]:
    """Show at once all that waits of a record; return the user ids of who gets it."""
    users, parents = [], set[str]()
    for job in ctx.uow.jobs.starting(f"{HELD}:{ctx.who.team}:"):
        notice = Held.of(job).notice
        if notice.subject == subject or notice.thread_of in parents:
            parents.add(notice.key)
            ctx.uow.jobs.withdraw(job.key)
            show(ctx, notice, f"asked {ctx.now.isoformat()}")
            users.append(notice.to)
    return list(dict.fromkeys(users))


def waiting(uow: UnitOfWork, team: str, user: str) -> list[Held]:
    return [Held.of(job) for job in uow.jobs.starting(prefix(team, user))]


def waiting_of(uow: UnitOfWork, team: str, subject: str) -> dict[str, datetime]:
    """When it reaches each for whom something of a record, or of an act, waits."""
    found = map(Held.of, uow.jobs.starting(f"{HELD}:{team}:"))
    return {held.notice.to: held.due_at for held in found if held.notice.subject == subject}


def held_on(ctx: PersonContext, day: date) -> list[Held]:
    """What stands in their message of that day, each once."""
    jobs = ctx.uow.jobs.kept(f"{prefix(ctx.who.team, ctx.who.user)}{day}:")
    found = (Held.of(job) for job in jobs if job.due_at <= ctx.now)
    return list({held.notice.key: held for held in found}.values())


def show_anew(ctx: PersonContext, notice: Notice, occasion: object) -> None:
    """Where it stands, and in the morning message that it is a part of."""
    show_again(ctx, notice, occasion)
    for job in ctx.uow.jobs.kept(prefix(notice.team, notice.to)):
        if Held.of(job).notice.key == notice.key:
            show_again(ctx, morning_notice(*day_of(job.key)), occasion)


def lane(person: Person) -> str:
    return f"{HELD}:{person.team}:{person.user}"


def prefix(team: str, user: str) -> str:
    """The beginning of the keys of all that waits for somebody; the day follows."""
    return f"{HELD}:{team}:{user}:"


def day_of(key: str) -> tuple[str, str, date]:
    """Team, user and day of the key of something that was held."""
    _held, team, user, day, _rest = key.split(":", 4)
    return team, user, date.fromisoformat(day)


def _message_from(contact_hours: ContactHours, now: datetime, late: timedelta) -> datetime:
    """The moment of today's message, `now` when that was up to `late` ago, else of the next."""
    begins = contact_hours.bundle_of(local(now, contact_hours.zone).date())
    if begins is not None and begins <= now <= begins + late and contact_hours.inside(now):
        return now
    return contact_hours.next_bundle(now)
