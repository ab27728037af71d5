"""Two lives of a project, each with something in every table: the second leaves no more than the first."""

from datetime import datetime, time, timedelta

import pytest
from sqlalchemy import func, select

from bot.domain.jobs import Job, Notice
from bot.domain.log import Event
from bot.domain.meetings import Sketch
from bot.domain.people import Person
from bot.domain.preferences import Profile
from bot.domain.snoozes import Snooze
from bot.runtime.wiring import timed
from bot.usecases import (
    absences_typed,
    action_items,
    action_items_lines,
    action_items_offers,
    action_items_snooze,
    digests,
    leavers,
    meetings,
    minutes,
    minutes_draft,
    minutes_review,
    minutes_send,
    morning,
    preferences,
    presence,
    projects,
)
from bot.usecases.outcomes import Outcome
from bot.usecases.ports import UnitOfWork
from storage.cleanup import clean_up
from storage.retention import forget
from storage.tables import metadata
from storage.unit_of_work import Storage
from tests.storage.examples import posting
from tests.usecases.atlas import MONDAY, TEAM, Atlas, open_atlas, person, user

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
        about = {"project_id": opened.project.id, "noun": projects.NOUN, "number": 0}
        uow.log.add(Event(at=MONDAY, who=user("sanne"), what="created", **about))  # type: ignore[arg-type]
        digests.schedule(uow, MONDAY, opened.project)
        morning.ensure_manager(uow, MONDAY, opened.project)
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
        preferences.choose_profile(uow, begins, newcomer, Profile.active)
        presence.arrive(uow, begins, TEAM, f"C{name}", person("tom"))
        projects.change(
            uow,
            begins,
            person("sanne"),
            atlas.project.id,
            atlas.project.settings.model_copy(update={"name": name}),
            projects.version(uow, atlas.project.id),
        )
    raise_items(atlas, begins, newcomer)
    hold_meeting(atlas, begins)
    for days in range(LIFE.days + 1):
        for hours in (0, 9):
            work(atlas, begins + days * DAY + timedelta(hours=hours))
    with atlas.unit() as uow:
        uow.people.add_member(TEAM, atlas.project.channel, newcomer.user)
        leavers.back(uow, begins + LIFE, newcomer, [atlas.project])
        for item in uow.action_items.of_project(atlas.project.id, open=True):
            action_items.finish(uow, begins + LIFE, person("sanne"), atlas.project.id, item.number)
        supersede_decisions(uow, uow.log.since(atlas.project.id, begins))
        presence.shut_out(uow, begins + LIFE, TEAM, f"C{name}")
    work(atlas, begins + LIFE)


def raise_items(atlas: Atlas, now: datetime, newcomer: Person) -> None:
    """Nobody does what they were asked, so that all that follows of that follows too."""
    project, due = atlas.project.id, (now + DAY).date()
    tom = person("tom")
    with atlas.unit() as uow:
        ask = atlas.ask("priya")
        given = {"owner": tom.user, "due": due, "helpers": [newcomer.user]}
        first = action_items.create(uow, now, ask, text="write the plan", **given)  # type: ignore[arg-type]
        action_items_snooze.snooze(uow, now, tom, project, first.number, Snooze.half_hour)
        action_items_offers.ask_for_due(uow, now, tom, project, first.number, due + DAY, "late")
        theirs = action_items.create(uow, now, ask, text="test", owner=newcomer.user, due=due)
        action_items.create(uow, now, ask, text="ship", owner=tom.user, due=due, waits_for=theirs.number)
        action_items.finish(uow, now + DAY, newcomer, project, theirs.number)
        action_items.create(uow, now, ask, text="mend", owner=newcomer.user, due=due)
        sheet = action_items_lines.spread(uow, now, atlas.ask("sanne"), LINES)
        action_items_lines.make(uow, now, person("sanne"), sheet)
        action_items_lines.spread(uow, now, atlas.ask("sanne"), LINES)
        absences_typed.go_away(uow, now, tom, (now + 8 * DAY).date(), (now + 9 * DAY).date(), user("priya"))
        uow.people.remove_member(TEAM, atlas.project.channel, newcomer.user)
        leavers.left(uow, now + timedelta(minutes=1), newcomer, [atlas.project])


def hold_meeting(atlas: Atlas, now: datetime) -> None:
    project, tom = atlas.project.id, person("tom")
    sketch = Sketch(title="Weekly", people=[user("sanne")], day=(now + DAY).date(), at=time(14), minutes=30)
    with atlas.unit() as uow:
        meeting = meetings.plan(uow, now, atlas.ask("tom"), sketch).meeting
    work(atlas, now + DAY)
    work(atlas, now + 2 * DAY)
    with atlas.unit() as uow:
        given = {"title": "", "held_on": None, "notes": NOTES, "meeting": meeting.number}
        written = minutes.write(uow, now + 2 * DAY, tom, project, **given)  # type: ignore[arg-type]
    work(atlas, now + 2 * DAY)
    with atlas.unit() as uow:
        minutes.go_on(uow, now + 2 * DAY, tom, project, written.number)
        accepted = minutes_review.accept_all(uow, now + 2 * DAY, tom, project, written.number)
        minutes_send.send(uow, now + 2 * DAY, tom, project, written.number, accepted.version)


def supersede_decisions(uow: UnitOfWork, events: list[Event]) -> None:
    """As a later decision would; there is no command for it yet."""
    for event in events:
        if event.noun == "decisions":
            decision = uow.decisions.get(event.project_id, event.number)
            assert decision is not None
            uow.decisions.put(decision.model_copy(update={"superseded_by": decision.number + 1}))


def work(atlas: Atlas, now: datetime) -> None:
    """All that is due. A message stands from when it was sent, as the sender notes it."""
    queue = atlas.storage.jobs
    queue.expire(now)
    while jobs := queue.claim(now, now + timedelta(minutes=1), 200):
        queue.note([worked(atlas, job, now) for job in jobs])


def worked(atlas: Atlas, job: Job, now: datetime) -> Outcome:
    with atlas.unit() as uow:
        if job.kind != "post":
            if uow.once(f"worked:{job.key}", now):
                {**timed(), minutes_draft.KIND: minutes_draft.run}[job.kind](uow, now, job)
            return Outcome(job)
        notice = Notice.model_validate(job.payload)
        if notice.only_update and uow.postings.get(notice.key) is None:
            return Outcome(job)
    stands = posting(notice.key, subject=notice.subject, shown_at=now)
    return Outcome(job, slack_ts=stands.ts, posting=stands)


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
