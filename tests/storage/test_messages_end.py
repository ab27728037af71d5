"""A message of ours is edited where it stands as long as what it shows may change; then its position goes."""

from datetime import datetime, timedelta

from alembic import command
from sqlalchemy import text

from bot.action_items.model import ActionItems, Status
from bot.core.events import Event
from bot.core.jobs import Notice, batch_subject, event_subject, record_subject
from bot.core.project import Project
from bot.decisions.model import Decision
from bot.decisions.noun import Decisions
from bot.runtime.wiring import open_registry
from storage.core import engine as schema
from storage.core.engine import open_engine
from storage.retention import MOST_AT_ONCE, forget, forget_of_project
from storage.tables import EventRow, SentMessageRow
from storage.unit_of_work import Storage, UnitOfWork
from tests.kit.databases import wired_storage
from tests.kit.rows import rows
from tests.storage.examples import NOON, a_project, item, sent_message

DAY = timedelta(days=1)
LONG_AGO = NOON - 200 * DAY
KEPT = 90
"""Days."""


def closed(uow: UnitOfWork, project: Project, number: int, batch: str, status: Status = Status.done) -> None:
    uow.of(ActionItems).add(item(project, number, status=status, raised_at=LONG_AGO))
    uow.log.add(event(project, "action_items", "created", number=number, batch=batch))


def event(project: Project, noun: str, what: str, at: datetime = LONG_AGO, **fields: object) -> Event:
    given = {"at": at, "who": "U1", "project_id": project.id, "noun": noun, "number": 0, "what": what}
    return Event.model_validate({**given, **fields})


def left(storage: Storage) -> set[str]:
    return {row.key for row in rows(storage, SentMessageRow)}


def test_with_a_record_go_its_messages_and_no_others(storage: Storage) -> None:
    project, other = a_project(storage, retention_days=KEPT), a_project(storage, "C2", retention_days=KEPT)
    with storage.unit_of_work() as uow:
        closed(uow, project, 1, "1:1")
        closed(uow, project, 11, "1:2", Status.open)
        for project_id, number in ((project.id, 1), (project.id, 11), (other.id, 1)):
            for noun in ("action_items", "meetings"):
                subject = record_subject(noun, project_id, number)
                uow.sent_messages.put(sent_message(subject, subject=subject, shown_at=LONG_AGO))
    assert forget(storage, NOON) == 1
    gone = record_subject("action_items", project.id, 1)
    assert len(left(storage)) == 5
    assert gone not in left(storage)


def test_more_records_than_go_at_once_all_go(storage: Storage) -> None:
    project = a_project(storage, retention_days=KEPT)
    with storage.unit_of_work() as uow:
        for number in range(1, 2 * MOST_AT_ONCE + 2):
            closed(uow, project, number, "1:1")
        uow.sent_messages.put(sent_message("all", subject=batch_subject("1:1"), shown_at=LONG_AGO))
    assert forget(storage, NOON) == 2 * MOST_AT_ONCE + 1
    assert not left(storage)
    assert not rows(storage, EventRow)


def test_a_list_of_several_stays_until_the_last_of_them_is_forgotten(storage: Storage) -> None:
    project = a_project(storage, retention_days=KEPT)
    with storage.unit_of_work() as uow:
        closed(uow, project, 1, "1:1")
        closed(uow, project, 2, "1:1", Status.open)
        for batch in ("1:1", "1:11"):
            uow.sent_messages.put(sent_message(batch, subject=batch_subject(batch), shown_at=LONG_AGO))
    assert forget(storage, NOON) == 1
    assert left(storage) == {"1:1", "1:11"}
    with storage.unit_of_work() as uow:
        uow.of(ActionItems).put(item(project, 2, status=Status.done, raised_at=LONG_AGO))
    assert forget(storage, NOON) == 1
    assert left(storage) == {"1:11"}


def test_who_was_asked_is_known_as_long_as_an_item_that_they_were_asked_about(storage: Storage) -> None:
    project = a_project(storage, retention_days=KEPT)
    batch = "escalations:U1:2026-05-14"
    with storage.unit_of_work() as uow:
        for number, status in ((1, Status.done), (2, Status.open)):
            closed(uow, project, number, f"1:{number}", status)
            uow.log.add(event(project, "escalations", "proposed", number=number, batch=batch))
        uow.sent_messages.put(sent_message("asked", subject=batch_subject(batch), shown_at=LONG_AGO))
    assert forget(storage, NOON) == 1
    assert left(storage) == {"asked"}


def test_of_who_left_is_known_what_has_items_left_and_nobody_is_out_again_who_returned(
    storage: Storage,
) -> None:
    project = a_project(storage, retention_days=KEPT)
    with storage.unit_of_work() as uow:
        closed(uow, project, 1, "1:1", Status.open)
        for user, number, what in (
            ("U1", 1, "left"),
            ("U1", 0, "back"),
            ("U2", 9, "left"),
            ("U2", 0, "back"),
        ):
            after = {"to": "U3", "numbers": [number]} if what == "left" else None
            found = event(project, "leavers", what, who=user, after=after)
            subject = event_subject(uow.log.add(found))
            uow.sent_messages.put(sent_message(f"{user} {what}", subject=subject, shown_at=LONG_AGO))
    forget_of_project(storage, project.id, NOON - KEPT * DAY)
    told = [(row.who, row.what) for row in rows(storage, EventRow) if row.noun == "leavers"]
    assert told == [("U1", "left"), ("U1", "back")]
    assert left(storage) == {"U1 left", "U1 back"}


def test_of_a_projects_own_log_stays_what_is_read_however_old(storage: Storage) -> None:
    project = a_project(storage, retention_days=KEPT)
    with storage.unit_of_work() as uow:
        for number in range(4):
            for noun in ("projects", "digests"):
                uow.log.add(event(project, noun, f"{number}", LONG_AGO + number * DAY))
    forget_of_project(storage, project.id, NOON - KEPT * DAY)
    told = {(row.noun, row.what) for row in rows(storage, EventRow)}
    assert told == {("projects", "0"), ("projects", "3"), ("digests", "3")}


def test_a_decision_that_was_replaced_or_withdrawn_goes_and_one_that_holds_stays(storage: Storage) -> None:
    project = a_project(storage, retention_days=KEPT)
    with storage.unit_of_work() as uow:
        for number, status, by in ((1, "superseded", 2), (2, "valid", None), (3, "withdrawn", None)):
            fields = {"text": "Go", "decided_on": LONG_AGO.date(), "status": status, "superseded_by": by}
            uow.of(Decisions).add(
                Decision.model_validate({"project_id": project.id, "number": number, **fields})
            )
            uow.log.add(event(project, "decisions", "created", number=number))
    assert forget(storage, NOON) == 2
    assert [row.number for row in rows(storage, EventRow)] == [2]


KEYS = {
    "action_items.card(number=1,project=1)@T1:C1": None,
    "action_items.card(number=2,project=1)@T1:C1": "action_items:1:2",
    "action_items.freed(first=7,number=2,project=1)@T1:U1": "action_items:1:2",
    "action_items.raised(batch=1:3,project=1)@T1:C1": "batch:1:3",
    "action_items.raised(batch=1:4,project=1)@T1:C1": None,
    "escalations.proposal(day=2026-11-23)@T1:U1": "batch:escalations:U1:2026-11-23",
    "leavers.left(left=8,project=1,user=U2)@T1:U1": "event:8",
    "absences.deputy(absence=4,first=2026-11-23,last=2026-11-24,user=U2)@T1:U1": "absence:4",
    "projects.welcome.nl()@T1:C1": "channel:T1:C1",
    "projects.card(project=1)@T1:C1": "channel:T1:C1",
    "morning(day=2026-11-23)@T1:U1": "",
}
"""Of messages that stood before, with what they are about; None for those whose record is gone by then."""


def test_messages_that_stood_before_get_their_subject_or_go(empty_url: str) -> None:
    engine = open_engine(empty_url)
    with schema.locked(engine) as connection:
        command.upgrade(schema.config(connection), "0003")
        for key in KEYS:
            row = (
                "INSERT INTO posting (key, team, channel, ts, fingerprint) VALUES (:key, 'T1', 'C', '1', 'f')"
            )
            connection.execute(text(row), {"key": key})
        for statement in BEFORE:
            connection.execute(text(statement))
    schema.migrate(engine)
    with wired_storage(engine).reading() as uow:
        found = {key: standing for key in KEYS if (standing := uow.sent_messages.get(key))}
    engine.dispose()
    assert {key: row.subject or "" for key, row in found.items()} == {
        key: subject for key, subject in KEYS.items() if subject is not None
    }


BEFORE = (
    "INSERT INTO project (id, team, channel, name, manager, language, zone, working_days, day_start, day_end,"
    " digest_time, retention_days) VALUES (1, 'T1', 'C1', 'A', 'U1', 'en', 'UTC', '[0]', '09:00:00.000000',"
    " '17:00:00.000000', '09:00:00.000000', 90)",
    "INSERT INTO action_item (project_id, number, text, status, raised_by, raised_at, times_postponed,"
    " version) VALUES (1, 2, 'go', 'open', 'U1', '2026-11-23 08:00:00.000000', 0, 1)",
    "INSERT INTO event (at, who, project_id, noun, number, what, batch)"
    " VALUES ('2026-11-23 08:00:00.000000', 'U1', 1, 'action_items', 2, 'created', '1:3')",
    "INSERT INTO event (at, who, project_id, noun, number, what, batch) VALUES"
    " ('2026-11-23 08:00:00.000000', 'spil', 1, 'escalations', 2, 'proposed', 'escalations:U1:2026-11-23')",
)


A_MONTH = set(
    "action_items.file action_items.pinned availability.dead availability.linked "
    "digests.detail digests.headline digests.sponsor exports.file "
    "exports.records help.hello morning projects.answered projects.changed projects.proposed "
    "reminders.waits".split()
)
"""Kinds of messages that nothing changes any more after some days: they have no subject."""
SAID = {"absences.deputy", "escalations.proposal", "leavers.left", "projects.card"}
"""Kinds whose notices say in `goes_with` what they stand as long as."""


def test_every_kind_of_message_has_a_subject_or_ends_in_time() -> None:
    kinds = {kind for kind in open_registry().notices if not kind.startswith("projects.welcome.")}
    unsaid = {
        kind
        for kind in kinds - A_MONTH - SAID
        if kind.partition(".")[0] not in ("action_items", "decisions", "meetings", "minutes", "polls")
    }
    assert not unsaid, f"say until when messages stand: {unsaid}"
    notice = Notice(kind="minutes.actions", team="T1", to="C1", about={"project": 3, "number": 2, "part": 0})
    assert notice.subject == record_subject("minutes", 3, 2)
    notice = Notice(kind="decisions.told", team="T1", to="U1", about={"project": 3, "number": 2})
    assert notice.subject == record_subject("decisions", 3, 2)
    notice = Notice(kind="action_items.raised", team="T1", to="C1", about={"project": 3, "batch": "3:1"})
    assert notice.subject == batch_subject("3:1")
    notice = Notice(kind="morning", team="T1", to="U1", about={"day": "2026-11-23"})
    assert notice.subject is None
