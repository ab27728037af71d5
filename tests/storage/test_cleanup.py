"""What is old and ended goes; what is young, open or recorded stays."""

from datetime import timedelta

from bot.action_items.model import ActionItems
from bot.core.jobs import State, absence_subject, channel_subject
from bot.people.preferences import Absence, Absences, Preferences, PreferencesBook
from storage.retention import AT_ONCE, clean_up
from storage.tables import (
    AbsenceRow,
    ChannelRow,
    IdempotencyKeyRow,
    JobRow,
    PendingRequestRow,
    PersonRow,
    PreferencesRow,
    SentMessageRow,
)
from storage.unit_of_work import Storage
from tests.kit.rows import rows
from tests.storage.examples import NOON, a_project, item, job, person, sent_message

DAY = timedelta(days=1)
LONG_AGO, LATELY = NOON - 31 * DAY, NOON - 29 * DAY


def removed(storage: Storage) -> dict[str, int]:
    return {table: rows for table, rows in clean_up(storage, NOON).items() if rows}


def test_what_ended_long_ago_goes_and_the_rest_stays(storage: Storage) -> None:
    with storage.unit_of_work() as uow:
        for state in State:
            uow.jobs.add(job(f"old {state}", due_at=NOON - 31 * DAY, state=state))
            uow.jobs.add(job(f"young {state}", due_at=NOON - 29 * DAY, state=state))
        uow.claim_key("old", NOON - timedelta(hours=26))
        uow.claim_key("young", NOON - timedelta(hours=24))
        uow.pending_requests.put("old", "U1", {}, NOON - 31 * DAY)
        uow.pending_requests.put("young", "U1", {}, NOON - 29 * DAY)
        for user, ago in (("U1", 31), ("U2", 29)):
            day = (NOON - ago * DAY).date()
            uow.of(Absences).add(Absence(team="T1", user=user, first=day, last=day))
    assert removed(storage) == {"job": 3, "seen": 1, "draft": 1, "absence": 1}
    left = {row.key for row in rows(storage, JobRow)}
    assert left == {"old open", *(f"young {state}" for state in State)}
    assert [row.key for row in rows(storage, IdempotencyKeyRow)] == ["young"]
    assert [row.key for row in rows(storage, PendingRequestRow)] == ["young"]
    assert [row.user for row in rows(storage, AbsenceRow)] == ["U2"]
    assert removed(storage) == {}


def test_what_was_worked_and_not_noted_is_not_worked_again_however_long_we_were_down(
    storage: Storage,
) -> None:
    with storage.unit_of_work() as uow:
        for key in ("noted", "not noted"):
            uow.claim_key(f"worked:{key}", NOON - 3 * DAY)
            state = State.done if key == "noted" else State.open
            uow.jobs.add(job(key, due_at=NOON - 3 * DAY, state=state))
    clean_up(storage, NOON)
    assert [row.key for row in rows(storage, IdempotencyKeyRow)] == ["worked:not noted"]


def test_how_far_somebody_is_with_a_concept_lasts(storage: Storage) -> None:
    with storage.unit_of_work() as uow:
        uow.pending_requests.put("minutes:1:1:U1", "U1", {"round": 1}, NOON - 31 * DAY)
    assert removed(storage) == {}


def test_a_message_that_shows_nothing_that_changes_goes_in_time(storage: Storage) -> None:
    with storage.unit_of_work() as uow:
        for subject in (None, "action_items:1:1", "batch:1:1", "event:1"):
            uow.sent_messages.put(sent_message(f"old {subject}", subject=subject, shown_at=LONG_AGO))
        uow.sent_messages.put(sent_message("young", shown_at=LATELY))
    assert removed(storage) == {"posting": 1}
    assert "old None" not in {row.key for row in rows(storage, SentMessageRow)}


def test_what_a_deputy_was_told_goes_with_the_absence(storage: Storage) -> None:
    with storage.unit_of_work() as uow:
        ids = [
            uow.of(Absences).add(Absence(team="T1", user="U1", first=day.date(), last=day.date())).id
            for day in (LONG_AGO, NOON + DAY)
        ]
        for each in ids:
            uow.sent_messages.put(sent_message(f"{each}", subject=absence_subject(each), shown_at=LONG_AGO))
        uow.sent_messages.put(sent_message("taken back", subject=absence_subject(99), shown_at=NOON))
    assert removed(storage) == {"absence": 1, "posting": 1}
    assert {row.key for row in rows(storage, SentMessageRow)} == {str(ids[1]), "taken back"}


def test_a_channel_that_we_were_shut_out_of_goes_unless_it_has_a_project(storage: Storage) -> None:
    a_project(storage, "C1")
    with storage.unit_of_work() as uow:
        for channel, users, known_at in (
            ("C1", (), LONG_AGO),
            ("C2", (), LONG_AGO),
            ("C3", ("U1",), LONG_AGO),
            ("C4", (), LATELY),
        ):
            uow.people.put_members("T1", channel, users, known_at)
            subject = channel_subject("T1", channel)
            uow.sent_messages.put(sent_message(channel, subject=subject, shown_at=LONG_AGO))
    assert removed(storage) == {"channel": 1, "posting": 1}
    assert {row.channel for row in rows(storage, ChannelRow)} == {"C1", "C3", "C4"}
    assert {row.key for row in rows(storage, SentMessageRow)} == {"C1", "C3", "C4"}


def test_who_is_in_no_channel_and_no_record_goes_with_their_wishes_once_no_history_names_them(
    storage: Storage,
) -> None:
    project = a_project(storage, retention_days=90)
    forgotten, known = NOON - 121 * DAY, NOON - 119 * DAY
    with storage.unit_of_work() as uow:
        uow.people.put_members("T1", "C1", ["U2"], NOON)
        uow.of(ActionItems).add(item(project, 1, owner="U3", raised_by="U4", helpers=["U5"]))
        for user in ("U1", "U2", "U3", "U4", "U5", "U6", "U66"):
            uow.people.put(person(user, known_at=forgotten))
        uow.people.put(person("U7", known_at=known))
        for user in ("U1", "U6"):
            uow.of(PreferencesBook).put(Preferences(team="T1", user=user))
    assert removed(storage) == {"person": 2, "preferences": 1}
    assert {row.user for row in rows(storage, PersonRow)} == {"U1", "U2", "U3", "U4", "U5", "U7"}
    assert [row.user for row in rows(storage, PreferencesRow)] == ["U1"]


def test_very_many_go_in_transactions_of_a_few(storage: Storage) -> None:
    with storage.unit_of_work() as uow:
        for number in range(2 * AT_ONCE + 1):
            uow.claim_key(str(number), LONG_AGO)
    assert removed(storage) == {"seen": 2 * AT_ONCE + 1}
