"""What is somebody's own over all his projects."""

from datetime import date, datetime

import pytest

from bot.domain.action_items import Group
from bot.domain.meetings import Meeting, Status
from bot.domain.projects import Project
from bot.usecases import action_items
from bot.usecases.home import my_action_items, my_meetings
from bot.usecases.rights import Ask
from storage.unit_of_work import Storage
from tests.usecases.atlas import MONDAY, TEAM, Atlas, open_atlas, person, user


@pytest.fixture
def atlas(sqlite_storage: Storage) -> Atlas:
    return open_atlas(sqlite_storage)


def second_project(atlas: Atlas, member: str) -> Project:
    with atlas.unit() as uow:
        uow.people.put_members(TEAM, "C2", [user("sanne"), user(member)], MONDAY)
        return uow.projects.add(Project(team=TEAM, channel="C2", name="Molen", manager=user("sanne")))


def test_items_of_all_projects_come_together_by_urgency(atlas: Atlas) -> None:
    second_project(atlas, "tom")
    with atlas.unit() as uow:
        for channel, due in (("C1", None), ("C2", date(2026, 11, 20)), ("C1", date(2026, 11, 23))):
            ask = Ask(person("sanne"), channel)
            action_items.create(uow, MONDAY, ask, text="write", owner=user("tom"), due=due)
        groups = my_action_items(uow, MONDAY, person("tom"))
    assert [(group, mine[0].project.name) for group, mine in groups.items()] == [
        (Group.overdue, "Molen"),
        (Group.today, "Atlas"),
        (Group.no_date, "Atlas"),
    ]


def test_a_project_that_one_left_is_not_shown(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        action_items.create(uow, MONDAY, atlas.ask("sanne"), text="write", owner=user("tom"), due=None)
        uow.people.remove_member(TEAM, "C1", user("tom"))
        assert my_action_items(uow, MONDAY, person("tom")) == {}


def meeting(atlas: Atlas, number: int, starts: datetime, **changes: object) -> None:
    given = {"title": "Review", "organiser": user("sanne"), "people": [user("tom")], "raised_at": MONDAY}
    values = {
        **given,
        "project_id": atlas.project.id,
        "number": number,
        "zone": "Europe/Amsterdam",
        **changes,
    }
    with atlas.unit() as uow:
        uow.meetings.add(Meeting.model_validate({**values, "starts": starts}))


def test_meetings_ahead_are_those_to_which_one_is_asked_until_they_end(atlas: Atlas) -> None:
    meeting(atlas, 1, datetime(2026, 11, 23, 8, 30))  # going on: it is 9:00 there
    meeting(atlas, 2, datetime(2026, 11, 23, 7, 0))
    meeting(atlas, 3, datetime(2026, 11, 30, 9, 0), people=[user("priya")])
    meeting(atlas, 4, datetime(2026, 11, 30, 9, 0), status=Status.cancelled)
    meeting(atlas, 5, datetime(2026, 11, 23, 9, 0), zone="Asia/Kolkata")
    meeting(atlas, 6, datetime(2026, 11, 24, 9, 0), zone="America/New_York")
    meeting(atlas, 7, datetime(2026, 11, 22, 1, 30), zone="Pacific/Honolulu", minutes=24 * 60)
    with atlas.unit() as uow:
        assert [each.number for each in my_meetings(uow, MONDAY, person("tom"))] == [7, 1, 6]
