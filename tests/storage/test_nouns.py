"""Each noun goes in and comes out as the same value, and queries find what they say, on both databases."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from bot.action_items import model
from bot.action_items.model import ActionItems
from bot.core.events import Event
from bot.core.language import Language
from bot.decisions.model import Decision
from bot.decisions.noun import Decisions
from bot.meetings import model as meetings
from bot.meetings.model import Meetings
from bot.minutes.model import Minutes
from bot.minutes.ports import MinutesBook
from storage.unit_of_work import Storage
from tests.storage.examples import NOON, a_project, day, item, meeting, person, sent_message


def test_a_project_comes_back_whole_and_is_found_by_its_channel_and_members(storage: Storage) -> None:
    project = a_project(storage, language=Language.nl, working_days=[0, 1, 3], digest_day=None)
    a_project(storage, "C2", name="Another")
    with storage.unit_of_work() as uow:
        uow.people.put_members("T1", "C1", ["U1", "U2"], NOON)
        uow.people.put_members("T1", "C2", ["U1"], NOON)
    with storage.unit_of_work() as uow:
        assert uow.projects.get(project.id) == project
        assert uow.projects.of_channel("T1", "C1") == project
        assert uow.projects.of_channel("T2", "C1") is None
        assert [found.name for found in uow.projects.with_member("T1", "U1")] == ["Another", "Move"]
        assert [found.name for found in uow.projects.with_member("T1", "U2")] == ["Move"]
        uow.projects.put(project.model_copy(update={"working_days": [4], "sponsor": "U9"}))
    with storage.unit_of_work() as uow:
        changed = uow.projects.get(project.id)
    assert changed is not None
    assert (changed.working_days, changed.sponsor, changed.language) == ([4], "U9", Language.nl)


def test_action_items_are_listed_by_due_date_without_one_last(storage: Storage) -> None:
    project, other = a_project(storage), a_project(storage, "C2")
    values = [
        item(project, 1, outside="Jan"),
        item(project, 2, due=day(9), owner="U1"),
        item(project, 3, due=day(2), owner="U1", status=model.Status.done),
        item(project, 4, due=day(2), owner="U2", times_postponed=3),
        item(other, 1, due=day(1), owner="U1"),
    ]
    with storage.unit_of_work() as uow:
        for value in values:
            uow.of(ActionItems).add(value)
    with storage.unit_of_work() as uow:
        mine = uow.of(ActionItems)
        assert mine.get(project.id, 2) == values[1]
        assert [found.number for found in mine.of_project(project.id)] == [3, 4, 2, 1]
        assert [found.number for found in mine.of_project(project.id, open=True)] == [4, 2, 1]
        assert [found.number for found in mine.of_project(project.id, due_before=day(9))] == [3, 4]
        assert [found.number for found in mine.climbing([project.id], day(2), 3)] == [4]
        assert [found.number for found in mine.climbing([project.id], day(10), 4)] == [4, 2]
        assert mine.responsible_in(project.id) == {"U1", "U2", values[0].raised_by}
        found = mine.open_of_owners([project.id, other.id], ["U1"])
        assert [(one.project_id, one.number) for one in found] == [(other.id, 1), (project.id, 2)]


def test_a_meeting_keeps_its_wall_clock_time_and_its_answers(storage: Storage) -> None:
    project = a_project(storage)
    wall = datetime(2026, 10, 25, 2, 30)
    kept = meeting(project, 1, wall, people=["U1", "U2"], answers={"U2": meetings.Answer.no})
    with storage.unit_of_work() as uow:
        uow.of(Meetings).add(kept)
        uow.of(Meetings).add(meeting(project, 2, wall - timedelta(days=3)))
        uow.of(Meetings).add(meeting(project, 3, wall, status=meetings.Status.cancelled))
    with storage.unit_of_work() as uow:
        assert uow.of(Meetings).get(project.id, 1) == kept
        assert [
            found.number for found in uow.of(Meetings).of_projects([project.id], wall.replace(tzinfo=UTC))
        ] == [1]


def test_minutes_and_decisions_come_back_whole_the_newest_minutes_first(storage: Storage) -> None:
    project = a_project(storage)
    given: dict[str, Any] = {
        "project_id": project.id,
        "title": "Weekly",
        "held_on": day(1),
        "author": "U1",
        "notes": "n",
    }
    decisions = [
        Decision(project_id=project.id, number=number, text="Go", decided_on=day(1), minutes=2, line=number)
        for number in (1, 2, 3)
    ]
    with storage.unit_of_work() as uow:
        for decision in decisions:
            uow.of(Decisions).add(decision)
        for number in (1, 2, 3):
            uow.of(MinutesBook).add(Minutes(number=number, raised_at=NOON, items=[{"line": number}], **given))
    with storage.unit_of_work() as uow:
        assert [found.number for found in uow.of(MinutesBook).of_project(project.id, 2)] == [3, 2]
        one = uow.of(MinutesBook).get(project.id, 1)
        assert one is not None
        assert one.items == [{"line": 1}]
        assert [uow.of(Decisions).get(project.id, number) for number in (1, 2, 3)] == decisions


def test_the_log_answers_what_changed_since_and_what_somebody_did_last(storage: Storage) -> None:
    project = a_project(storage)

    def event(minute: int, number: int, who: str) -> Event:
        return Event(
            at=NOON + timedelta(minutes=minute),
            who=who,
            project_id=project.id,
            noun="action_items",
            number=number,
            what="moved",
            before={"due": "2026-12-01"},
        )

    with storage.unit_of_work() as uow:
        ids = [uow.log.add(event(minute, minute % 2, f"U{minute}")) for minute in range(4)]
    assert ids == sorted(ids)
    with storage.unit_of_work() as uow:
        log = uow.log
        first = log.get(ids[0])
        assert first is not None
        assert (first.before, first.after) == ({"due": "2026-12-01"}, None)
        assert [found.id for found in log.of_item(project.id, "action_items", 1)] == [ids[1], ids[3]]
        assert [found.id for found in log.since(project.id, NOON)] == ids[1:]
        assert [found.id for found in log.since(project.id, NOON, NOON + timedelta(minutes=2))] == ids[1:3]
        last = log.last_of(project.id, "U2", "action_items")
        assert last is not None
        assert last.id == ids[2]


def test_people_are_found_by_name_and_presence_follows_what_slack_tells(storage: Storage) -> None:
    with storage.unit_of_work() as uow:
        uow.people.put(person("U1", name="Ann", email="ann@example.org"))
        uow.people.put(person("U2", name="ann"))
        uow.people.put_members("T1", "C1", ["U1", "U2", "U2"], NOON)
        uow.people.add_member("T1", "C1", "U3")
        uow.people.add_member("T1", "C1", "U3")
        uow.people.remove_member("T1", "C1", "U1")
        uow.people.remove_member("T1", "C1", "U1")
        assert uow.people.members("T1", "C1") == {"U2", "U3"}
        assert uow.people.members_known_at("T1", "C1") == NOON
        assert {found.user for found in uow.people.named("T1", "ANN")} == {"U1", "U2"}
        assert [found.user for found in uow.people.named("T1", "Ann@Example.org")] == ["U1"]
        uow.people.put(person("U4", name="Özlem"))
        assert [found.user for found in uow.people.named("T1", " özlem")] == ["U4"]
        assert uow.people.named("T1", "") == []
        uow.people.put(person("U1", name="Ann", gone=True))
        changed = uow.people.get("T1", "U1")
        assert changed is not None
        assert changed.gone


@pytest.mark.usefixtures("patient")
def test_two_who_learn_of_the_same_person_at_once_do_not_clash(storage: Storage) -> None:
    def learn(number: int) -> None:
        with storage.unit_of_work() as uow:
            uow.people.put(person("U1", name=f"name {number}"))
            uow.people.put_members("T1", "C1", ["U1"], NOON)
            uow.sent_messages.put(sent_message("card", f"{number}"))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(learn, range(24)))
    with storage.unit_of_work() as uow:
        assert uow.people.members("T1", "C1") == {"U1"}


def test_postings_are_found_by_key_by_message_and_by_how_the_key_begins(storage: Storage) -> None:
    keys = ["p:1", "p:10", "p:2", "P:1", "p%1", "q:1"]
    with storage.unit_of_work() as uow:
        for number, key in enumerate(keys):
            uow.sent_messages.put(sent_message(key, f"1.{number}"))
        uow.sent_messages.put(sent_message("p:1", "2.0"))
    with storage.unit_of_work() as uow:
        assert [found.key for found in uow.sent_messages.starting("p:1")] == ["p:1", "p:10"]
        moved = uow.sent_messages.of_message("C1", "2.0")
        assert moved is not None
        assert moved.key == "p:1"
        assert uow.sent_messages.of_message("C1", "1.0") is None
        uow.sent_messages.remove("p:1")
        assert uow.sent_messages.get("p:1") is None


def test_a_draft_is_only_for_who_typed_it(storage: Storage) -> None:
    with storage.unit_of_work() as uow:
        uow.pending_requests.put("d", "U1", {"text": "a"}, NOON)
        uow.pending_requests.put("d", "U1", {"text": "b"}, NOON)
        assert uow.pending_requests.get("d", "U1") == {"text": "b"}
        assert uow.pending_requests.get("d", "U2") is None
        uow.pending_requests.remove("d")
        assert uow.pending_requests.get("d", "U1") is None


def test_a_date_is_a_date_on_both_databases(storage: Storage) -> None:
    project = a_project(storage)
    with storage.unit_of_work() as uow:
        uow.of(ActionItems).add(item(project, 1, due=date(2027, 1, 1), original_due=date(2026, 12, 31)))
    with storage.unit_of_work() as uow:
        found = uow.of(ActionItems).get(project.id, 1)
    assert found is not None
    assert (found.due, found.original_due) == (date(2027, 1, 1), date(2026, 12, 31))
