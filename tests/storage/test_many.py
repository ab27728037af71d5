"""What is asked for in sets, on both databases: the same as one by one."""

from bot.action_items.model import ActionItems
from bot.core.events import Event
from bot.people.preferences import Preferences, PreferencesBook
from storage.core.repository import KEYS_AT_ONCE
from storage.unit_of_work import Storage
from tests.storage.examples import NOON, a_project, item, job, person, sent_message


def test_people_members_and_preferences(storage: Storage) -> None:
    with storage.unit_of_work() as uow:
        for user in ("U1", "U2", "U3"):
            uow.people.put(person(user, name=f"Ann {user}", email=f"{user}@example.org"))
        uow.people.put(person("U1", team="T2"))
        uow.people.put_members("T1", "C1", ("U1", "U2"), NOON)
        uow.of(PreferencesBook).put(Preferences(team="T1", user="U2"))
        found = uow.people.get_many("T1", ("U1", "U3", "U9"))
        assert found == {user: uow.people.get("T1", user) for user in ("U1", "U3")}
        assert uow.people.get_many("T1", ()) == {}
        present = uow.people.members_of("T1", ("C1", "C9"))
        assert present == {"C1": {"U1", "U2"}, "C9": frozenset()}
        assert {each.user for each in uow.people.named("T1", "ann u1", "U3@Example.org")} == {"U1", "U3"}
        assert list(uow.of(PreferencesBook).get_many("T1", ("U1", "U2"))) == ["U2"]


def test_items_by_project_and_number_however_many(storage: Storage) -> None:
    one, other = a_project(storage), a_project(storage, "C2")
    with storage.unit_of_work() as uow:
        items = uow.of(ActionItems)
        for project, number in ((one, 1), (one, 2), (other, 1), (other, 3)):
            items.add(item(project, number))
        wanted = [
            (one.id, 2),
            (one.id, 3),
            (other.id, 1),
            *((other.id, n) for n in range(9, KEYS_AT_ONCE * 2)),
        ]
        found = items.get_many(wanted)
        assert found == {(one.id, 2): items.get(one.id, 2), (other.id, 1): items.get(other.id, 1)}
        assert items.get_many(()) == {}


def test_all_events_of_those_items_to_which_something_happened(storage: Storage) -> None:
    one, other = a_project(storage), a_project(storage, "C2")
    with storage.unit_of_work() as uow:
        for project, noun, number, what in (
            (one, "action_items", 1, "created"),
            (one, "action_items", 2, "created"),
            (other, "action_items", 1, "decided"),
            (one, "action_items", 1, "decided"),
            (one, "meetings", 2, "decided"),
        ):
            event = Event(at=NOON, who="U1", project_id=project.id, noun=noun, number=number, what=what)
            uow.log.add(event)
        asked = [(one.id, 1), (one.id, 2), (other.id, 1)]
        told = uow.log.of_items(asked, "action_items", "decided")
    assert [(each.project_id, each.number, each.what) for each in told] == [
        (one.id, 1, "created"),
        (other.id, 1, "decided"),
        (one.id, 1, "decided"),
    ]


def test_jobs_of_lanes_and_messages_that_stand(storage: Storage) -> None:
    with storage.unit_of_work() as uow:
        for key, lane in (("a", "x"), ("b", "y"), ("c", "z")):
            uow.jobs.add(job(key, lane))
        uow.sent_messages.put(sent_message("k1"))
        assert [each.key for each in uow.jobs.in_lanes(("x", "z"))] == ["a", "c"]
        assert uow.jobs.in_lanes(()) == []
        assert uow.sent_messages.standing(("k1", "k2")) == {"k1"}
