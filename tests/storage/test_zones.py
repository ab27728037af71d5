"""Zones that another machine knew: what was kept with them still opens."""

from sqlalchemy import text

from bot.core.people import Person
from bot.meetings.model import Meetings
from storage.unit_of_work import Storage
from storage.zones import unknown_zones
from tests.storage.examples import NOON, a_project, meeting, person


def kept_elsewhere(storage: Storage, table: str) -> None:
    with storage.engine.begin() as connection:
        connection.execute(text(f"UPDATE {table} SET zone = 'Mars/Olympus'"))


def read_person(storage: Storage) -> Person:
    with storage.reading() as uow:
        found = uow.people.get("T1", "U1")
        assert uow.people.named("T1", "u1") == [found]
    assert found is not None
    return found


def test_a_person_goes_by_the_clock_of_their_project_and_without_one_by_utc(storage: Storage) -> None:
    with storage.unit_of_work() as uow:
        uow.people.put(person("U1", zone="Europe/Amsterdam"))
    kept_elsewhere(storage, "person")
    a_project(storage, zone="Asia/Kolkata")
    assert read_person(storage).zone == "UTC"
    with storage.unit_of_work() as uow:
        uow.people.put_members("T1", "C1", ["U1"], NOON)
    assert read_person(storage).zone == "Asia/Kolkata"
    kept_elsewhere(storage, "project")
    assert read_person(storage).zone == "UTC"


def test_a_project_opens_on_utc_wherever_it_is_read(storage: Storage) -> None:
    project = a_project(storage, zone="Asia/Kolkata")
    kept_elsewhere(storage, "project")
    with storage.unit_of_work() as uow:
        uow.people.put_members("T1", "C1", ["U1"], NOON)
    with storage.reading() as uow:
        projects = uow.projects
        found = [projects.get(project.id), projects.of_channel("T1", "C1")]
        found += [*projects.with_member("T1", "U1"), *projects.all()]
    assert [each and each.zone for each in found] == ["UTC"] * 4


def test_a_meeting_goes_by_the_clock_of_its_project(storage: Storage) -> None:
    project = a_project(storage, zone="Asia/Kolkata")
    with storage.unit_of_work() as uow:
        uow.of(Meetings).add(meeting(project, 1, NOON.replace(tzinfo=None)))
    kept_elsewhere(storage, "meeting")
    with storage.reading() as uow:
        one, found = (
            uow.of(Meetings).get(project.id, 1),
            uow.of(Meetings).of_projects([project.id], NOON),
        )
    assert one is not None and found == [one]
    assert one.zone == "Asia/Kolkata" and f"{one.starts_at:%H:%M}" == "06:30"


def test_zones_that_this_machine_does_not_know_are_found_each_once(storage: Storage) -> None:
    project = a_project(storage, zone="Asia/Kolkata")
    assert unknown_zones(storage.engine) == []
    with storage.unit_of_work() as uow:
        uow.of(Meetings).add(meeting(project, 1, NOON.replace(tzinfo=None)))
        uow.people.put(person("U1"))
    for table in ("project", "meeting", "person"):
        kept_elsewhere(storage, table)
    assert unknown_zones(storage.engine) == ["Mars/Olympus"]
