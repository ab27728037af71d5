"""A person's own over all their projects."""

from datetime import date, datetime

import pytest

from bot.action_items import change
from bot.action_items.model import ActionItems, Asked, CounterOffer, Group, Own
from bot.action_items.model import Status as ItemStatus
from bot.core.context import PersonContext, in_channel
from bot.core.project import Project
from bot.home.overview import Part, asked_of, in_groups, look, own_items
from bot.meetings.model import Meeting, Meetings, Status
from bot.meetings.notifications import my_meetings
from storage.unit_of_work import Storage
from tests.kit.atlas import TEAM, Atlas, anywhere, open_atlas, person, user
from tests.kit.clock import MONDAY


@pytest.fixture
def atlas(sqlite_storage: Storage) -> Atlas:
    return open_atlas(sqlite_storage)


def own(atlas: Atlas, name: str, what: Own, limit: int = 9) -> Part:
    with atlas.unit() as uow:
        return own_items(anywhere(uow, MONDAY, name), what, limit)


def numbers(part: Part) -> list[int]:
    return [each.item.number for each in part.items]


def add(atlas: Atlas, *, owner: str | None = "tom", by: str = "sanne", **fields: object) -> int:
    with atlas.unit() as uow:
        item = change.create(atlas.ctx(uow, MONDAY, by), text="write", owner=owner and user(owner), due=None)
        uow.of(ActionItems).put(item.model_copy(update=fields))
    return item.number


def second_project(atlas: Atlas, member: str) -> Project:
    with atlas.unit() as uow:
        uow.people.put_members(TEAM, "C2", [user("sanne"), user(member)], MONDAY)
        return uow.projects.add(Project(team=TEAM, channel="C2", name="Molen", manager=user("sanne")))


def test_items_of_all_projects_come_together_by_urgency(atlas: Atlas) -> None:
    second_project(atlas, "tom")
    with atlas.unit() as uow:
        for channel, due in (("C1", None), ("C2", date(2026, 11, 20)), ("C1", date(2026, 11, 23))):
            ctx = in_channel(uow, MONDAY, person("sanne"), channel)
            change.create(ctx, text="write", owner=user("tom"), due=due)
    groups = in_groups(own(atlas, "tom", Own.owned).items)
    assert [(group, mine[0].project.name) for group, mine in groups.items()] == [
        (Group.overdue, "Molen"),
        (Group.today, "Atlas"),
        (Group.no_date, "Atlas"),
    ]


def test_a_project_that_one_left_is_not_shown(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        change.create(atlas.ctx(uow, MONDAY, "sanne"), text="write", owner=user("tom"), due=None)
        uow.people.remove_member(TEAM, "C1", user("tom"))
    assert own(atlas, "tom", Own.owned) == Part([], 0)


def test_of_many_the_first_are_shown_and_the_rest_counted(atlas: Atlas) -> None:
    for day in (5, 4, 3):
        add(atlas, due=date(2026, 12, day))
    add(atlas, due=date(2026, 12, 1), status=ItemStatus.done)
    part = own(atlas, "tom", Own.owned, 2)
    assert (numbers(part), part.total, part.more) == ([3, 2], 3, 1)


def test_what_one_raised_is_for_others_to_do_or_for_nobody_yet(atlas: Atlas) -> None:
    add(atlas, owner="sanne")
    add(atlas, owner="tom")
    add(atlas, owner=None)
    add(atlas, owner="sanne", by="tom")
    assert numbers(own(atlas, "sanne", Own.raised)) == [2, 3]
    assert numbers(own(atlas, "tom", Own.raised)) == [4]


def test_what_waits_for_something_of_ones_own_is_known_until_that_is_closed(atlas: Atlas) -> None:
    add(atlas, owner="tom")
    add(atlas, owner="priya", waits_for=1)
    add(atlas, owner="tom", waits_for=1)
    assert numbers(own(atlas, "tom", Own.awaited)) == [2]
    assert numbers(own(atlas, "priya", Own.awaited)) == []
    done = own(atlas, "tom", Own.owned).items[0].item.model_copy(update={"status": ItemStatus.done})
    with atlas.unit() as uow:
        uow.of(ActionItems).put(done)
    assert numbers(own(atlas, "tom", Own.awaited)) == []


def test_who_raised_an_item_is_asked_and_where_they_left_the_project_manager(atlas: Atlas) -> None:
    offer = CounterOffer(asked=Asked.due, by=user("tom"), due=date(2026, 12, 4), reason="ill", at=MONDAY)
    add(atlas, by="priya", counter_offer=offer.model_dump(mode="json"))
    add(atlas, by="priya")

    def asked(name: str) -> list[int]:
        with atlas.unit() as uow:
            return numbers(asked_of(anywhere(uow, MONDAY, name), 4))

    assert (asked("priya"), asked("sanne"), asked("tom")) == ([1], [], [])
    with atlas.unit() as uow:
        uow.people.remove_member(TEAM, "C1", user("priya"))
    assert (asked("priya"), asked("sanne"), asked("tom")) == ([], [1], [])


def test_all_that_one_is_asked_is_counted_however_little_is_shown(atlas: Atlas) -> None:
    offer = CounterOffer(asked=Asked.due, by=user("tom"), due=date(2026, 12, 4), reason="ill", at=MONDAY)
    for _ in range(4):
        add(atlas, by="priya", counter_offer=offer.model_dump(mode="json"))
    with atlas.unit() as uow:
        part = asked_of(anywhere(uow, MONDAY, "priya"), 2)
    assert (numbers(part), part.more) == ([1, 2], 2)


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
        uow.of(Meetings).add(Meeting.model_validate({**values, "starts": starts}))


def test_meetings_ahead_are_those_to_which_one_is_asked_until_they_end(atlas: Atlas) -> None:
    meeting(atlas, 1, datetime(2026, 11, 23, 8, 30))  # going on: it is 9:00 there
    meeting(atlas, 2, datetime(2026, 11, 23, 7, 0))
    meeting(atlas, 3, datetime(2026, 11, 30, 9, 0), people=[user("priya")])
    meeting(atlas, 4, datetime(2026, 11, 30, 9, 0), status=Status.cancelled)
    meeting(atlas, 5, datetime(2026, 11, 23, 9, 0), zone="Asia/Kolkata")
    meeting(atlas, 6, datetime(2026, 11, 24, 9, 0), zone="America/New_York")
    meeting(atlas, 7, datetime(2026, 11, 22, 1, 30), zone="Pacific/Honolulu", minutes=24 * 60)
    with atlas.unit() as uow:
        assert [each.number for each in my_meetings(PersonContext(uow, MONDAY, person("tom")))] == [7, 1, 6]


def test_how_projects_go_first_those_that_one_manages_and_where_most_is_late(atlas: Atlas) -> None:
    molen = second_project(atlas, "tom")
    with atlas.unit() as uow:
        third = molen.model_copy(update={"id": 0, "channel": "C3", "name": "Haven", "sponsor": user("tom")})
        uow.people.put_members(TEAM, "C3", [user("sanne"), user("tom")], MONDAY)
        haven = uow.projects.add(third)
        for channel, owner, due in (
            ("C1", None, date(2026, 11, 20)),
            ("C2", "tom", date(2026, 11, 20)),
            ("C2", "sanne", date(2026, 11, 19)),
            ("C2", "sanne", date(2026, 11, 23)),
            ("C2", None, None),
        ):
            ctx = in_channel(uow, MONDAY, person("sanne"), channel)
            item = change.create(ctx, text="write", owner=owner and user(owner), due=None)
            uow.of(ActionItems).put(item.model_copy(update={"due": due}))
    meeting(atlas, 1, datetime(2026, 11, 24, 9, 0))
    with atlas.unit() as uow:
        found = look(anywhere(uow, MONDAY, "tom"))
    told = [(each.project.name, each.late, each.without_owner) for each in found.standings]
    assert told == [(haven.name, 0, 0), ("Molen", 2, 1), ("Atlas", 1, 1)]
    assert [each.next.number if each.next else None for each in found.standings] == [None, None, 1]
    assert found.groups == {Group.overdue: 1} and [each.number for each in found.invited] == [1]
