"""Wishes and absences go in and come out as the same values, and are found, on both databases."""

from datetime import time, timedelta

from bot.people.preferences import Absence, Absences, Preferences, PreferencesBook, Profile
from storage.unit_of_work import Storage
from tests.storage.examples import NOON, day, job


def absence(user: str, first: int, last: int, deputy: str | None = None, team: str = "T1") -> Absence:
    return Absence(team=team, user=user, first=day(first), last=day(last), deputy=deputy)


def test_preferences_come_back_whole_and_are_changed_in_place(storage: Storage) -> None:
    wishes = Preferences(
        team="T1",
        user="U1",
        profile=Profile.active,
        working_days=[0, 3],
        morning=time(10, 30),
        quiet_from=time(22),
        quiet_until=time(6, 15),
        country="",
        off=["bundle"],
    )
    with storage.unit_of_work() as uow:
        uow.of(PreferencesBook).put(wishes)
        uow.of(PreferencesBook).put(Preferences(team="T2", user="U1"))
    with storage.unit_of_work() as uow:
        assert uow.of(PreferencesBook).get("T1", "U1") == wishes
        assert uow.of(PreferencesBook).get("T1", "U2") is None
        uow.of(PreferencesBook).put(wishes.model_copy(update={"off": [], "profile": Profile.light}))
    with storage.unit_of_work() as uow:
        kept = uow.of(PreferencesBook).get("T1", "U1")
    assert kept is not None and (kept.off, kept.profile) == ([], Profile.light)


def test_absences_are_found_by_who_is_away_and_by_deputy_until_they_are_over(storage: Storage) -> None:
    with storage.unit_of_work() as uow:
        later = uow.of(Absences).add(absence("U1", 20, 22, "U2"))
        early = uow.of(Absences).add(absence("U1", 1, 3, "U3"))
        other = uow.of(Absences).add(absence("U4", 2, 9, "U2"))
        uow.of(Absences).add(absence("U1", 1, 30, "U2", team="T2"))
    with storage.unit_of_work() as uow:
        assert uow.of(Absences).get(early.id) == early
        assert uow.of(Absences).of_people("T1", ["U1", "U4"], day(3)) == [early, other, later]
        assert uow.of(Absences).of_people("T1", ["U1"], day(4)) == [later]
        assert uow.of(Absences).of_people("T1", [], day(1)) == []
        assert uow.of(Absences).of_deputy("T1", "U2", day(9)) == [other, later]
        uow.of(Absences).remove(other.id)
        assert uow.of(Absences).get(other.id) is None
        assert uow.of(Absences).of_deputy("T1", "U2", day(9)) == [later]


def test_the_open_jobs_of_a_lane_are_found_by_when_they_are_due(storage: Storage) -> None:
    with storage.unit_of_work() as uow:
        for key, lane, hours in (("b", "T1:U1", 2), ("a", "T1:U1", 1), ("c", "T1:U11", 1)):
            uow.jobs.add(job(key, lane, due_at=NOON + timedelta(hours=hours)))
    with storage.unit_of_work() as uow:
        assert [each.key for each in uow.jobs.in_lanes(["T1:U1"])] == ["a", "b"]
