"""Two lives of a project, each with something in every table: the second leaves no more than the first."""

from datetime import datetime, time, timedelta

import pytest
from sqlalchemy import func, select

from bot.action_items import bulk_import, change, propose, snooze
from bot.action_items.ports import ActionItems
from bot.action_items.snoozes import Snooze
from bot.core.events import Event
from bot.core.job_results import JobResult
from bot.core.jobs import Job, Notice
from bot.core.people import Person
from bot.core.ports import UnitOfWork
from bot.digests import digest
from bot.meetings import plan
from bot.meetings.model import Sketch
from bot.minutes import draft, find, review, send
from bot.minutes.ports import Decisions
from bot.offboarding import handover
from bot.people import typed_absences, wishes
from bot.people.preferences import Profile
from bot.projects import presence, set_up
from bot.reminders import mornings
from bot.runtime.wiring import timed
from storage.cleanup import clean_up
from storage.retention import forget
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
    "counter": "one for each noun of a project, as a number is never given twice",
}
"""Tables whose rows no life ends, and why they are few nevertheless."""
LINES = "- Tom: update the risk log - Friday\n- <@UTOM> call the supplier\n- order chairs\n"
NOTES = "Present: Sanne, Tom\nDECISION: we open in January\nACTION: Tom – call the supplier\n"


@pytest.fixture
def atlas(storage: Storage) -> Atlas:
    opened = open_atlas(storage, retention_days=RETENTION)
    with opened.unit() as uow:
        about = {"project_id": opened.project.id, "noun": set_up.NOUN, "number": 0}
        uow.log.add(Event(at=MONDAY, who=user("sanne"), what="created", **about))  # type: ignore[arg-type]
        digest.schedule(uow, MONDAY, opened.project)
        mornings.ensure_manager(uow, MONDAY, opened.project)
    return opened


def test_after_its_retention_nothing_of_a_record_is_left_in_any_table(atlas: Atlas) -> None:
    begins = MONDAY
    left: list[dict[str, int]] = []
    for name in ("first", "second"):
        before = filled(atlas.storage)
        live(atlas, begins, name)
        unplayed = [table for table, rows in filled(atlas.storage).items() if rows <= before[table]]
        assert {*unplayed} <= {*STAYS}, (
            f"nothing puts a row into {unplayed}: let `live` do so, and let storage/cleanup.py or "
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
        wishes.choose_profile(uow, begins, newcomer, Profile.active)
        presence.arrive(uow, begins, TEAM, f"C{name}", person("tom"))
        set_up.change(
            uow,
            begins,
            person("sanne"),
            atlas.project.id,
            atlas.project.settings.model_copy(update={"name": name}),
            set_up.version(uow, atlas.project.id),
        )
    raise_items(atlas, begins, newcomer)
    hold_meeting(atlas, begins)
    for days in range(LIFE.days + 1):
        for hours in (0, 9):
            work(atlas, begins + days * DAY + timedelta(hours=hours))
    with atlas.unit() as uow:
        uow.people.add_member(TEAM, atlas.project.channel, newcomer.user)
        handover.back(uow, begins + LIFE, newcomer, [atlas.project])
        for item in uow.of(ActionItems).of_project(atlas.project.id, open=True):
            change.finish(uow, begins + LIFE, person("sanne"), atlas.project.id, item.number)
        supersede_decisions(uow, uow.log.since(atlas.project.id, begins))
        presence.shut_out(uow, begins + LIFE, TEAM, f"C{name}")
    work(atlas, begins + LIFE)


def raise_items(atlas: Atlas, now: datetime, newcomer: Person) -> None:
    """Nobody does what they were asked, so that all that follows of that follows too."""
    project, due = atlas.project.id, (now + DAY).date()
    tom = person("tom")
    with atlas.unit() as uow:
        caller = atlas.caller("priya")
        given = {"owner": tom.user, "due": due, "helpers": [newcomer.user]}
        first = change.create(uow, now, caller, text="write the plan", **given)  # type: ignore[arg-type]
        snooze.snooze(uow, now, tom, project, first.number, Snooze.half_hour)
        propose.ask_for_due(uow, now, tom, project, first.number, due + DAY, "late")
        theirs = change.create(uow, now, caller, text="test", owner=newcomer.user, due=due)
        change.create(uow, now, caller, text="ship", owner=tom.user, due=due, waits_for=theirs.number)
        change.finish(uow, now + DAY, newcomer, project, theirs.number)
        change.create(uow, now, caller, text="mend", owner=newcomer.user, due=due)
        sheet = bulk_import.spread(uow, now, atlas.caller("sanne"), LINES)
        bulk_import.make(uow, now, person("sanne"), sheet)
        bulk_import.spread(uow, now, atlas.caller("sanne"), LINES)
        typed_absences.go_away(uow, now, tom, (now + 8 * DAY).date(), (now + 9 * DAY).date(), user("priya"))
        uow.people.remove_member(TEAM, atlas.project.channel, newcomer.user)
        handover.left(uow, now + timedelta(minutes=1), newcomer, [atlas.project])


def hold_meeting(atlas: Atlas, now: datetime) -> None:
    project, tom = atlas.project.id, person("tom")
    sketch = Sketch(title="Weekly", people=[user("sanne")], day=(now + DAY).date(), at=time(14), minutes=30)
    with atlas.unit() as uow:
        meeting = plan.plan(uow, now, atlas.caller("tom"), sketch).meeting
    work(atlas, now + DAY)
    work(atlas, now + 2 * DAY)
    with atlas.unit() as uow:
        given = {"title": "", "held_on": None, "notes": NOTES, "meeting": meeting.number}
        written = find.write(uow, now + 2 * DAY, tom, project, **given)  # type: ignore[arg-type]
    work(atlas, now + 2 * DAY)
    with atlas.unit() as uow:
        find.go_on(uow, now + 2 * DAY, tom, project, written.number)
        accepted = review.accept_all(uow, now + 2 * DAY, tom, project, written.number)
        send.send(uow, now + 2 * DAY, tom, project, written.number, accepted.version)


def supersede_decisions(uow: UnitOfWork, events: list[Event]) -> None:
    """As a later decision would; there is no command for it yet."""
    for event in events:
        if event.noun == "decisions":
            decision = uow.of(Decisions).get(event.project_id, event.number)
            assert decision is not None
            uow.of(Decisions).put(decision.model_copy(update={"superseded_by": decision.number + 1}))


def work(atlas: Atlas, now: datetime) -> None:
    """All that is due. A message stands from when it was sent, as the sender notes it."""
    queue = atlas.storage.jobs
    queue.expire(now)
    while jobs := queue.claim(now, now + timedelta(minutes=1), 200):
        queue.note([worked(atlas, job, now) for job in jobs])


def worked(atlas: Atlas, job: Job, now: datetime) -> JobResult:
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
