"""Two lives of a project, each with something in every table: the second leaves no more than the first."""

from datetime import datetime, time, timedelta

import pytest
from sqlalchemy import func, select

from bot.action_items import bulk_import, change, propose, snooze
from bot.action_items.model import ActionItems
from bot.action_items.snooze import Snooze
from bot.availability import links
from bot.availability.reading import Reading
from bot.core.context import Context, PersonContext, by_clock, in_project
from bot.core.events import Event
from bot.core.jobs import Job, JobResult, Notice, State
from bot.core.people import Person
from bot.decisions import noun
from bot.decisions.noun import DECISION
from bot.digests import digest
from bot.meetings import feed, plan
from bot.minutes import draft, find, review, send
from bot.offboarding import handover
from bot.people import delegation
from bot.people.hours import choose_profile
from bot.people.preferences import Profile
from bot.polls import ask
from bot.polls import ask as polls
from bot.polls.model import Answer as PollAnswer
from bot.polls.model import Polls
from bot.projects import set_up
from bot.reminders import mornings
from bot.runtime.job_handlers import timed
from storage.retention import clean_up, forget
from storage.tables import metadata
from storage.unit_of_work import Storage
from tests.kit.atlas import TEAM, Atlas, open_atlas, person, user
from tests.kit.clock import MONDAY
from tests.storage.examples import sent_message

DAY = timedelta(days=1)
RETENTION = 30
"""Days: the fewest that a project's form takes."""
LIFE, FORGOTTEN = 12 * DAY, 120 * DAY
STAYS = {
    "project": "one for each channel that is at work with us",
    "word_template": "one at most for each project, gone when its settings name none",
    "counter": "one for each noun of a project, as a number is never given twice",
}
"""Tables whose rows no life ends, and why they are few nevertheless."""
LINES = "- Tom: update the risk log - Friday\n- <@UTOM> call the supplier\n- order chairs\n"
CHORES = "Chore\tTurn\tMoment\nwash the windows\tTom\t{0}\noil the hinges\tTom\t{0}\n"
NOTES = (
    "Present: Sanne, Tom\nDECISION: we open in January\nACTION: Tom – call the supplier\nACTION: Karel – go\n"
)


@pytest.fixture
def atlas(storage: Storage) -> Atlas:
    opened = open_atlas(storage, retention_days=RETENTION)
    with opened.unit() as uow:
        about = {"project_id": opened.project.id, "noun": set_up.NOUN, "number": 0}
        uow.log.add(Event(at=MONDAY, who=user("sanne"), what="created", **about))  # type: ignore[arg-type]
        digest.schedule(by_clock(uow, MONDAY, opened.project))
        mornings.ensure_manager(by_clock(uow, MONDAY, opened.project))
    return opened


@pytest.mark.timeout(180)
def test_after_its_retention_nothing_of_a_record_is_left_in_any_table(atlas: Atlas) -> None:
    begins = MONDAY
    left: list[dict[str, int]] = []
    for name in ("first", "second"):
        before = filled(atlas.storage)
        live(atlas, begins, name)
        unplayed = [table for table, rows in filled(atlas.storage).items() if rows <= before[table]]
        assert {*unplayed} <= {*STAYS}, (
            f"nothing puts a row into {unplayed}: let `live` do so, and let storage/retention.py or "
            "storage/retention.py say when it goes; or say in STAYS why such rows stay few"
        )
        begins += FORGOTTEN
        keep_house(atlas, begins, name)
        left.append(filled(atlas.storage))
    grown = {table: rows for table, rows in left[1].items() if rows > left[0][table]}
    assert not grown, f"rows that outlive their record: {grown}"


def live(atlas: Atlas, begins: datetime, name: str) -> None:
    """Some days in which everything that is kept is made, and then all of it is closed."""
    newcomer = person(name)
    with atlas.unit() as uow:
        uow.people.put(newcomer)
        uow.people.add_member(TEAM, atlas.project.channel, newcomer.user)
        choose_profile(PersonContext(uow, begins, newcomer), Profile.active)
        links.give(PersonContext(uow, begins, newcomer), "https://example.org/a.ics", None, None)
        feed.subscribe(PersonContext(uow, begins, newcomer))
        set_up.arrive(PersonContext(uow, begins, newcomer), f"C{name}", person("tom"))
        ctx = atlas.ctx(uow, begins, "sanne")
        set_up.change(ctx, ctx.project.settings.model_copy(update={"name": name}), set_up.version(ctx))
    raise_items(atlas, begins, newcomer)
    hold_meeting(atlas, begins)
    for days in range(LIFE.days + 1):
        for hours in (0, 9):
            work(atlas, begins + days * DAY + timedelta(hours=hours))
    with atlas.unit() as uow:
        uow.people.add_member(TEAM, atlas.project.channel, newcomer.user)
        handover.back(PersonContext(uow, begins + LIFE, newcomer), [atlas.project])
        for item in uow.of(ActionItems).of_project(atlas.project.id, open=True):
            change.finish(atlas.ctx(uow, begins + LIFE, "sanne"), item.number)
        withdraw_decisions(atlas.ctx(uow, begins + LIFE, "sanne"), uow.log.since(atlas.project.id, begins))
        for poll in uow.of(Polls).open_of([atlas.project.id], user("sanne")):
            polls.cancel(atlas.ctx(uow, begins + LIFE, "tom"), poll.number)
        set_up.shut_out(PersonContext(uow, begins + LIFE, newcomer), f"C{name}")
    work(atlas, begins + LIFE)


def raise_items(atlas: Atlas, now: datetime, newcomer: Person) -> None:
    """Nobody does what they were asked, so that all that follows of that follows too."""
    project, due = atlas.project.id, (now + DAY).date()
    tom = person("tom")
    with atlas.unit() as uow:
        priya = atlas.ctx(uow, now, "priya")
        given = {"owner": tom.user, "due": due, "helpers": [newcomer.user]}
        first = change.create(priya, text="write the plan", **given)  # type: ignore[arg-type]
        snooze.snooze(in_project(uow, now, tom, project), first.number, Snooze.half_hour)
        propose.ask_for_due(in_project(uow, now, tom, project), first.number, due + DAY, "late")
        theirs = change.create(priya, text="test", owner=newcomer.user, due=due)
        change.create(priya, text="ship", owner=tom.user, due=due, waits_for=theirs.number)
        change.finish(in_project(uow, now + DAY, newcomer, project), theirs.number)
        change.create(priya, text="mend", owner=newcomer.user, due=due)
        sanne = atlas.ctx(uow, now, "sanne")
        bulk_import.make(sanne, bulk_import.spread(sanne, LINES))
        bulk_import.make(sanne, bulk_import.spread(sanne, CHORES.format(due + 30 * DAY)))
        bulk_import.spread(sanne, LINES)
        delegation.go_away(
            PersonContext(uow, now, tom), (now + 8 * DAY).date(), (now + 9 * DAY).date(), user("priya")
        )
        uow.people.remove_member(TEAM, atlas.project.channel, newcomer.user)
        handover.left(PersonContext(uow, now + timedelta(minutes=1), newcomer), [atlas.project])


def hold_meeting(atlas: Atlas, now: datetime) -> None:
    after = now + 2 * DAY
    with atlas.unit() as uow:
        meeting = plan.plan(
            atlas.ctx(uow, now, "tom"),
            title="Weekly",
            people=[user("sanne")],
            day=(now + DAY).date(),
            at=time(14),
            minutes=30,
        )
    with atlas.unit() as uow:
        asked = polls.ask_typed(
            atlas.ctx(uow, now, "tom"),
            title="When",
            people=[user("sanne"), user("priya")],
            minutes=30,
            times=f"{(now + 8 * DAY).date()} 14:00, {(now + 9 * DAY).date()} 14:00",
        )
        polls.vote(atlas.ctx(uow, now, "sanne"), asked.number, {1: PollAnswer.yes})
        ask.propose(
            atlas.ctx(uow, now, "sanne"), asked.number, datetime.combine((now + 9 * DAY).date(), time(9))
        )
    work(atlas, now + DAY)
    work(atlas, after)
    with atlas.unit() as uow:
        given = {"title": "", "held_on": None, "notes": NOTES, "meeting": meeting.number}
        written = find.write(atlas.ctx(uow, after, "tom"), **given)  # type: ignore[arg-type]
    work(atlas, after)
    with atlas.unit() as uow:
        ctx = atlas.ctx(uow, after, "tom")
        find.go_on(ctx, written.number)
        review.answer_who(ctx, written.number, "Karel", None)
        accepted = review.accept_all(ctx, written.number)
        send.send(ctx, written.number, accepted.version)
        noun.decide(ctx, text="we paint it", inform=[user("sanne")])


def withdraw_decisions(ctx: Context, events: list[Event]) -> None:
    for event in events:
        if event.noun == DECISION.name:
            noun.withdraw(ctx, event.number)


def work(atlas: Atlas, now: datetime) -> None:
    """All that is due. A message stands from when it was sent, as the sender notes it."""
    queue = atlas.storage.jobs
    while jobs := queue.claim(now, now + timedelta(minutes=1), 200):
        queue.note([worked(atlas, job, now) for job in jobs])


def worked(atlas: Atlas, job: Job, now: datetime) -> JobResult:
    storage = atlas.storage
    if job.expires_at and job.expires_at <= now:
        return JobResult(job, State.expired)
    if job.kind == links.READ:
        return links.run(storage.unit_of_work, storage.reading, lambda *_: Reading(), lambda: now, job)
    with atlas.unit() as uow:
        if job.kind != "post":
            if uow.claim_key(f"worked:{job.key}", now):
                {**timed(), draft.KIND: draft.run}[job.kind](uow, now, job)
            return JobResult(job)
        notice = Notice.model_validate(job.payload)
        if notice.only_update and uow.sent_messages.get(notice.key) is None:
            return JobResult(job)
    stands = sent_message(notice.key, subject=notice.subject, shown_at=now)
    return JobResult(job, slack_ts=stands.ts, sent_message=stands)


def keep_house(atlas: Atlas, now: datetime, name: str) -> None:
    with atlas.unit() as uow:
        uow.people.remove_member(TEAM, atlas.project.channel, user(name))
    work(atlas, now)
    forget(atlas.storage, now)
    clean_up(atlas.storage, now)


def filled(storage: Storage) -> dict[str, int]:
    """How many rows each table has."""
    with storage.reading() as uow:
        connection = uow.session.connection()
        return {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in metadata.sorted_tables
        }
