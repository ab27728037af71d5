"""What is old and ended goes; what is young, open or recorded stays."""

from datetime import timedelta

from bot.domain.jobs import State
from bot.domain.preferences import Absence
from storage.cleanup import clean_up
from storage.tables import AbsenceRow, DraftRow, JobRow, SeenRow
from storage.unit_of_work import Storage
from tests.storage.examples import NOON, job
from tests.usecases.rows import rows

DAY = timedelta(days=1)


def test_what_ended_long_ago_goes_and_the_rest_stays(storage: Storage) -> None:
    with storage.unit_of_work() as uow:
        for state in State:
            uow.jobs.add(job(f"old {state}", due_at=NOON - 31 * DAY, state=state))
            uow.jobs.add(job(f"young {state}", due_at=NOON - 29 * DAY, state=state))
        uow.once("old", NOON - timedelta(hours=26))
        uow.once("young", NOON - timedelta(hours=24))
        uow.drafts.put("old", "U1", {}, NOON - 31 * DAY)
        uow.drafts.put("young", "U1", {}, NOON - 29 * DAY)
        for user, ago in (("U1", 31), ("U2", 29)):
            day = (NOON - ago * DAY).date()
            uow.absences.add(Absence(team="T1", user=user, first=day, last=day))
    assert clean_up(storage, NOON) == {"job": 3, "seen": 1, "draft": 1, "absence": 1}
    left = {row.key for row in rows(storage, JobRow)}
    assert left == {"old open", *(f"young {state}" for state in State)}
    assert [row.key for row in rows(storage, SeenRow)] == ["young"]
    assert [row.key for row in rows(storage, DraftRow)] == ["young"]
    assert [row.user for row in rows(storage, AbsenceRow)] == ["U2"]
    assert clean_up(storage, NOON) == {"job": 0, "seen": 0, "draft": 0, "absence": 0}


def test_what_was_worked_and_not_noted_is_not_worked_again_however_long_we_were_down(
    storage: Storage,
) -> None:
    with storage.unit_of_work() as uow:
        for key in ("noted", "not noted"):
            uow.once(f"worked:{key}", NOON - 3 * DAY)
            state = State.done if key == "noted" else State.open
            uow.jobs.add(job(key, due_at=NOON - 3 * DAY, state=state))
    clean_up(storage, NOON)
    assert [row.key for row in rows(storage, SeenRow)] == ["worked:not noted"]


def test_how_far_somebody_is_with_a_concept_lasts(storage: Storage) -> None:
    with storage.unit_of_work() as uow:
        uow.drafts.put("minutes:1:1:U1", "U1", {"round": 1}, NOON - 31 * DAY)
    assert clean_up(storage, NOON)["draft"] == 0
