"""All messages that show a changed meeting are brought up to date, and calendars hear of it; and meetings
that are not over: a person's, or all of some projects."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from bot.core.calendar import PublicHolidays, country_of
from bot.core.context import Context, PersonContext, may_see, notice_of, projects_of, show, show_again
from bot.core.jobs import Notice, post
from bot.core.nouns import Change
from bot.core.ports import UnitOfWork
from bot.core.project import Project
from bot.meetings.model import Answer, Meeting, Meetings, Status
from bot.people.quiet_hours import notify, waiting, waits_until

NOUN = "meetings"
CARD, INVITATION = "meetings.card", "meetings.invitation"
NEWS = "meetings.news"
"""A line of its own, as nobody notices that a message was edited. `about["since"]` is the event of the
first change that it tells of."""
FILE = "meetings.file"
REMINDER = "meetings.reminder"
NOTES_WANTED = "meetings.notes_wanted"
LEFT = "meetings.left"
"""To who organises it, that `about["user"]`, who was asked, is not there any more."""
ANSWERED = "meetings.answered"
"""To who organises it, that `about["user"]` said no, and what they answer afterwards; with
`about["instead"]` that they ask for that time."""
HOLIDAY = "meetings.holiday"
"""To who organises a series, that this one of it falls on a public holiday."""
KEPT = "meetings.kept"
"""To who asked for another time, `about["instead"]`, that it stays when it is."""
ENDED = "ended"
"""Of the log: a series has a last day from now on."""

BURST = timedelta(minutes=3)
"""Changes within it are told together, as one."""
SOON = timedelta(minutes=15)
"""Before a meeting that begins so soon, changes are told at once."""


class MeetingChanged(Change[Meeting]):
    pass


def told(ctx: Context, fact: MeetingChanged) -> None:
    """The channel's card and the invitations that show the change, of which only new ones are posted; and of
    another plan news, and files for calendars. Once closed, nobody is asked for notes any more."""
    before, meeting, event = fact.before, fact.after, fact.event
    planned_anew = before is None or before.sequence != meeting.sequence
    alone = not told_by_its_series(ctx, before, meeting)
    card = notice_of(CARD, ctx, meeting, ctx.project.channel)
    stands = meeting.series is not None and not (planned_anew and alone)
    show(ctx, card.evolve(only_update=stands, thread_ts=meeting.thread), event)
    former = before.people if before else []
    over_or_on = before is not None and before.awaited != meeting.awaited
    for user in dict.fromkeys([*former, *meeting.people]):
        answers_anew = before is not None and _said(before, user) != _said(meeting, user)
        if planned_anew or answers_anew or over_or_on:
            known = user in former or not alone
            asked = notice_of(INVITATION, ctx, meeting, user).evolve(only_update=known)
            notify(ctx, asked, event, begins=_begins(meeting))
        if over_or_on or (answers_anew and not planned_anew):
            _show_news_again(ctx, meeting, user, event)
        if answers_anew and not planned_anew and user == ctx.who.user and alone:
            _tell_organiser(ctx, meeting, user, event)
        if before and (planned_anew or answers_anew or over_or_on):
            _show_refusal_again(ctx, before, meeting, user, event)
    if planned_anew and alone:
        _tell_plan(ctx, before, meeting, event, quietly=_goes_on(ctx, meeting))
    _tell_holiday(ctx, before, meeting, event)
    if before and before.status != meeting.status and Status.closed in (before.status, meeting.status):
        writer = asked_for_notes(ctx.uow, ctx.project, meeting)
        show_again(ctx, notice_of(NOTES_WANTED, ctx, meeting, writer), event)
    ctx.publish(fact)


def told_by_its_series(ctx: Context, before: Meeting | None, meeting: Meeting) -> bool:
    """One that the series plans, or that changes with it: people hear of the series."""
    if meeting.series is None or before is None:
        return meeting.series is not None
    act = ctx.uow.log.of_batch(ctx.batch) if ctx.batch else []
    return any((event.noun, event.number) == (NOUN, meeting.series) for event in act)


def _goes_on(ctx: Context, meeting: Meeting) -> bool:
    """A series ends, and by the same act another goes on in its place: people hear of that one."""
    act = ctx.uow.log.of_batch(ctx.batch) if ctx.batch and meeting.of_series else []
    ends = meeting.cancelled or any((each.number, each.what) == (meeting.number, ENDED) for each in act)
    others = [each.after for each in act if each.noun == NOUN and each.number != meeting.number]
    return ends and any(after and after["status"] == Status.repeating for after in others)


def on_holiday(meeting: Meeting) -> bool:
    return meeting.day in PublicHolidays(country_of(meeting.zone))


def _tell_holiday(ctx: Context, before: Meeting | None, meeting: Meeting, event: int) -> None:
    """To who organises a series, that a meeting of it falls on a public holiday, or not any more."""
    told = notice_of(HOLIDAY, ctx, meeting, meeting.organiser)
    stands = before is not None and show_again(ctx, told, event)
    new = meeting.series is not None and not (before and on_holiday(before))
    if new and not stands and on_holiday(meeting):
        notify(ctx, told, event)


def _begins(*plans: Meeting) -> datetime | None:
    """The first moment of these; None for a series, of which each meeting is reminded by itself."""
    return None if any(each.of_series for each in plans) else min(each.starts_at for each in plans)


def _said(meeting: Meeting, user: str) -> object:
    """All that is known of whether and why they come."""
    return meeting.answers.get(user), meeting.apologies.get(user), user in meeting.optional


def _tell_plan(ctx: Context, before: Meeting | None, meeting: Meeting, event: int, *, quietly: bool) -> None:
    """A burst of changes is told once, a little later; cancelled or on again, at once."""
    former = before.people if before else []
    stayed = [user for user in meeting.people if user in former]
    waiting_news = _waiting_news(ctx, meeting)
    at, to = ctx.now, stayed
    if before and before.status != meeting.status:
        waiting_news, to = {}, before.who_may_come()
    elif before:
        begins = _begins(before, meeting)
        soon = begins is not None and begins - ctx.now <= SOON
        pending = (due_at for _since, due_at in waiting_news.values())
        at = min(pending, default=ctx.now if soon else ctx.now + BURST)
    begins = _begins(*filter(None, (before, meeting)))
    for user in to:
        if not quietly and user != ctx.who.user:
            since, _due_at = waiting_news.get(user, (event, at))
            _tell_news(ctx, notice_of(NEWS, ctx, meeting, user, since=since), at, begins)
    _send_files(ctx, stayed, meeting, at)
    _send_files(ctx, [user for user in (*former, *meeting.people) if user not in stayed], meeting, ctx.now)


def _tell_news(ctx: Context, news: Notice, at: datetime, begins: datetime | None) -> None:
    """Nothing more to who will read in their morning of the meeting as it is by then."""
    person = ctx.uow.people.get(news.team, news.to)
    if person is None or waits_until(ctx, person, begins=begins) is None:
        ctx.uow.jobs.add(post(news, str(news.about["since"]), at))
    elif all(held.notice.subject != news.subject for held in waiting(ctx.uow, news.team, news.to)):
        notify(ctx, news, news.about["since"])


def _send_files(ctx: Context, users: Iterable[str], meeting: Meeting, at: datetime) -> None:
    for user in users:
        file = file_notice(ctx, meeting, user, sequence=meeting.sequence)
        _notify_at(ctx, file, meeting.sequence, at, _begins(meeting))


def _show_news_again(ctx: Context, meeting: Meeting, user: str, event: int) -> None:
    """Their answer, and that there is none to give any more, shows also where they were told of changes."""
    for earlier in ctx.uow.log.of_item(ctx.project.id, NOUN, meeting.number):
        show_again(ctx, notice_of(NEWS, ctx, meeting, user, since=earlier.id), event)


def _tell_organiser(ctx: Context, meeting: Meeting, user: str, event: int) -> None:
    """A no, a little later, with its reason; another time that they ask for, at once."""
    if user == meeting.organiser:
        return
    told = notice_of(ANSWERED, ctx, meeting, meeting.organiser, user=user)
    instead = meeting.instead_of(user)
    if instead:
        ctx.uow.jobs.withdraw(f"post:{told.key}:")
    stands = show_again(ctx, told, event)
    if instead:
        asked = notice_of(ANSWERED, ctx, meeting, meeting.organiser, user=user, instead=instead.isoformat())
        notify(ctx, asked, event, begins=_begins(meeting))
    elif meeting.answers.get(user) == Answer.no and not stands:
        begins = _begins(meeting)
        soon = begins is not None and begins - ctx.now <= SOON
        _notify_at(ctx, told, event, ctx.now if soon else ctx.now + BURST, begins)


def _show_refusal_again(ctx: Context, before: Meeting, meeting: Meeting, user: str, event: int) -> None:
    """What the organiser read of it; who asked for another time hears where they keep to the meeting's."""
    if before.answers.get(user) == Answer.no:
        show_again(ctx, notice_of(ANSWERED, ctx, meeting, meeting.organiser, user=user), event)
    if instead := before.instead_of(user):
        at = instead.isoformat()
        show_again(ctx, notice_of(ANSWERED, ctx, meeting, meeting.organiser, user=user, instead=at), event)
        kept = before.starts == meeting.starts and ctx.who.user != user
        if kept and not meeting.instead_of(user):
            notify(ctx, notice_of(KEPT, ctx, meeting, user, instead=at), event)


def _notify_at(ctx: Context, told: Notice, occasion: object, at: datetime, begins: datetime | None) -> None:
    """As `notify`, at that moment; what waits for a morning waits as ever."""
    person = ctx.uow.people.get(told.team, told.to)
    if person is None or waits_until(ctx, person, begins=begins) is None:
        ctx.uow.jobs.add(post(told, str(occasion), at))
    else:
        notify(ctx, told, occasion, begins=begins)


def cancelled_by(ctx: Context, meeting: Meeting) -> str | None:
    """Who cancelled it, a user id; None when nobody knows."""
    for event in reversed(ctx.uow.log.of_item(meeting.project_id, NOUN, meeting.number)):
        if (event.after or {}).get("status") == Status.cancelled != (event.before or {}).get("status"):
            return event.who
    return None


def last_heard(ctx: Context, meeting: Meeting) -> Meeting | None:
    """As people know it, while news of it waits; None when they know all."""
    since = min((since for since, _due_at in _waiting_news(ctx, meeting).values()), default=0)
    event = ctx.uow.log.get(since)
    return Meeting.model_validate(event.before) if event and event.before else None


def _waiting_news(ctx: Context, meeting: Meeting) -> dict[str, tuple[int, datetime]]:
    """News of this meeting that is still to be told, by user id: since which event, and when."""
    about = f"number={meeting.number},project={meeting.project_id},since="
    jobs = ctx.uow.jobs.starting(f"post:{NEWS}({about}")
    return {it.payload["to"]: (it.payload["about"]["since"], it.due_at) for it in jobs if it.due_at > ctx.now}


def file_notice(ctx: Context, meeting: Meeting, user: str, **about: int) -> Notice:
    """A file for somebody's calendar, under their invitation, which one of a series has of that."""
    invited = meeting.evolve(number=meeting.series or meeting.number)
    parent = notice_of(INVITATION, ctx, invited, user).key
    return notice_of(FILE, ctx, meeting, user, **about).evolve(thread_of=parent)


def asked_for_notes(uow: UnitOfWork, project: Project, meeting: Meeting) -> str:
    """Who takes its minutes, else its organiser, else the project manager: the first who has not left."""
    return all_asked_for_notes(uow, {project.id: project}, [meeting])[project.id, meeting.number]


def all_asked_for_notes(
    uow: UnitOfWork, projects: Mapping[int, Project], meetings: Sequence[Meeting]
) -> dict[tuple[int, int], str]:
    """`asked_for_notes` of each, by project and number; all of one workspace."""
    asked = {}
    for each in meetings:
        in_turn = (each.minute_taker, each.organiser, projects[each.project_id].manager)
        asked[each.project_id, each.number] = [user for user in in_turn if user]
    team = next((project.team for project in projects.values()), "")
    people = uow.people.get_many(team, {user for users in asked.values() for user in users})
    members = uow.people.members_of(team, {projects[each.project_id].channel for each in meetings})
    found = {}
    for (project, number), users in asked.items():
        here = members[projects[project].channel]
        there = (user for user in users if user in people and may_see(people[user], here))
        found[project, number] = next(there, users[0])
    return found


def my_meetings(ctx: PersonContext, seen: Sequence[int] | None = None) -> list[Meeting]:
    """Those to which they are asked, the first one first; `seen`: projects that they may see, if known."""
    projects = [project.id for project in projects_of(ctx.uow, ctx.who)] if seen is None else seen
    return sorted(ahead(ctx, projects, ctx.who.user), key=lambda meeting: meeting.starts_at)


def ahead(ctx: PersonContext, projects: Sequence[int], user: str | None = None) -> list[Meeting]:
    """Those that are planned and not over; `user`: to which they are asked."""
    found = ctx.uow.of(Meetings).of_projects(projects, ctx.now, user)
    return [meeting for meeting in found if meeting.planned and meeting.ends_at > ctx.now]


def came_or_went(ctx: Context, user: str) -> None:
    """Bring the cards of their meetings up to date; of who left, tell the organisers who counted on them."""
    for meeting in ahead(ctx, [ctx.project.id], user):
        show_again(ctx, notice_of(CARD, ctx, meeting, ctx.project.channel), ctx.now.isoformat())
        missed = user in departed(ctx, meeting) and meeting.answers.get(user) != Answer.no
        if missed and ctx.sees(meeting.organiser):
            told = notice_of(LEFT, ctx, meeting, meeting.organiser, user=user)
            notify(ctx, told, "left", begins=meeting.starts_at)


def departed(ctx: Context, meeting: Meeting) -> list[str]:
    """Who is asked to one that is still to come, and is not there any more."""
    left = gone(ctx, meeting.people) if meeting.awaited else set()
    return [user for user in meeting.people if user in left]


def gone(ctx: Context, users: Iterable[str]) -> set[str]:
    """Who of them may not see the project any more; nobody while we don't know who is there."""
    members = ctx.uow.people.members(ctx.project.team, ctx.project.channel)
    people = ctx.uow.people.get_many(ctx.project.team, users) if members else {}
    return {user for user, person in people.items() if not may_see(person, members)}
