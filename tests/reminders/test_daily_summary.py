"""What stands in a bundle: by profile, project, what waits, and who is away."""

from datetime import date, timedelta
from typing import Any

import pytest

from bot.action_items import change
from bot.action_items.model import ActionItems
from bot.core.context import PersonContext
from bot.people.hours import away_until
from bot.people.preferences import Absence, Absences, Preferences, PreferencesBook, Profile
from bot.reminders.daily_summary import Bundle, bundle
from storage.unit_of_work import Storage
from tests.kit.atlas import TEAM, ZONES, Atlas, open_atlas, person, user
from tests.kit.clock import MONDAY

TODAY = date(2026, 11, 24)
"""A Tuesday."""


@pytest.fixture
def atlas(sqlite_storage: Storage) -> Atlas:
    return open_atlas(sqlite_storage)


def add(atlas: Atlas, days: int | None, owner: str | None = "tom", by: str = "sanne", **fields: Any) -> int:
    """An item that is due so many days after today."""
    due = None if days is None else TODAY + timedelta(days=days)
    owner_id = user(owner) if owner else None
    with atlas.unit() as uow:
        item = change.create(atlas.ctx(uow, MONDAY, by), text="write", owner=owner_id, due=due)
        uow.of(ActionItems).put(item.model_copy(update=fields))
    return item.number


def wish(atlas: Atlas, name: str, **wishes: object) -> None:
    with atlas.unit() as uow:
        uow.of(PreferencesBook).put(Preferences.model_validate({"team": TEAM, "user": user(name), **wishes}))


def away(atlas: Atlas, name: str, days: int = 3, deputy: str | None = None, first: date = TODAY) -> None:
    with atlas.unit() as uow:
        uow.of(Absences).add(
            Absence(
                team=TEAM,
                user=user(name),
                first=first,
                last=first + timedelta(days=days),
                deputy=user(deputy) if deputy else None,
            )
        )


def told(atlas: Atlas, name: str = "tom", day: date = TODAY) -> dict[str, list[int]]:
    with atlas.unit() as uow:
        who = uow.people.get(TEAM, user(name))
        assert who is not None
        return shape(bundle(PersonContext(uow, MONDAY, who), day))


def shape(made: Bundle) -> dict[str, list[int]]:
    """Title and numbers of each section."""
    return {
        f"for {section.absent.name} until {section.until}" if section.absent else section.part.value: [
            item.number for item in section.items
        ]
        for section in made.sections
    }


@pytest.mark.parametrize(
    ("profile", "parts"),
    [
        (Profile.light, ["overdue", "today"]),
        (Profile.standard, ["overdue", "today", "tomorrow"]),
        (Profile.active, ["overdue", "today", "tomorrow", "this_week", "waiting", "raised"]),
    ],
)
def test_a_profile_says_how_much_is_told(atlas: Atlas, profile: Profile, parts: list[str]) -> None:
    wish(atlas, "tom", profile=profile)
    for days in (-1, 0, 1, 5, 6, None):
        add(atlas, days)
    add(atlas, -2, waits_on="the supplier")
    add(atlas, -2, owner="priya", by="tom")
    assert list(told(atlas)) == parts


def test_what_has_not_begun_or_waits_is_not_asked_for(atlas: Atlas) -> None:
    add(atlas, 0, starts=TODAY + timedelta(days=1))
    add(atlas, -2, waits_on="the supplier")
    begun = add(atlas, 0, starts=TODAY)
    assert told(atlas) == {"today": [begun]}


def test_who_raised_it_for_somebody_outside_is_asked_for_it(atlas: Atlas) -> None:
    number = add(atlas, 0, owner=None, by="tom", outside="Els of the printer")
    assert told(atlas) == {"today": [number]}
    assert told(atlas, "sanne") == {}


def test_what_days_off_pass_over_is_told_on_the_next_day(atlas: Atlas) -> None:
    number = add(atlas, 0)
    with atlas.unit() as uow:
        uow.projects.put(atlas.project.model_copy(update={"days_off": [TODAY.isoformat()]}))
    assert told(atlas) == {}
    assert told(atlas, day=TODAY + timedelta(days=1)) == {"overdue": [number]}


def test_the_deputy_gets_what_the_absent_one_would_in_a_group_of_its_own(atlas: Atlas) -> None:
    own = add(atlas, 0)
    late, _later = add(atlas, -1, "priya"), add(atlas, 5, "priya")
    away(atlas, "priya", deputy="tom")
    assert told(atlas) == {"today": [own], "for Priya until 2026-11-27": [late]}
    assert told(atlas, day=TODAY + timedelta(days=6)) == {"overdue": [own]}


def test_what_they_look_after_is_not_told_a_second_time_as_raised_by_them(atlas: Atlas) -> None:
    wish(atlas, "tom", profile=Profile.active)
    number = add(atlas, -1, "priya", by="tom")
    away(atlas, "priya", deputy="tom")
    assert told(atlas) == {"for Priya until 2026-11-27": [number]}


def test_without_a_deputy_nobody_is_asked_instead(atlas: Atlas) -> None:
    add(atlas, 0, "priya")
    away(atlas, "priya")
    assert told(atlas) == {} == told(atlas, "sanne")


@pytest.mark.parametrize("because", ["away", "gone", "elsewhere", "silent"])
def test_where_the_deputy_cannot_the_project_manager_is_asked(atlas: Atlas, because: str) -> None:
    number = add(atlas, 0, "priya")
    away(atlas, "priya", deputy="tom")
    if because == "away":
        away(atlas, "tom")
    if because == "silent":
        wish(atlas, "tom", off=["bundle"])
    with atlas.unit() as uow:
        if because == "gone":
            uow.people.put(person("tom", gone=True))
        if because == "elsewhere":
            uow.people.remove_member(TEAM, "C1", user("tom"))
    assert told(atlas, "sanne") == {"for Priya until 2026-11-27": [number]}
    if because in ("gone", "elsewhere"):
        assert told(atlas) == {}


def test_a_deputy_sees_only_the_projects_that_they_may_see(atlas: Atlas, sqlite_storage: Storage) -> None:
    here = add(atlas, 0, "priya")
    vault = open_atlas(sqlite_storage, channel="C2", name="Vault", manager=user("priya"))
    with atlas.unit() as uow:
        uow.people.put_members(TEAM, "C2", [user("priya"), user("sanne")], MONDAY)
        change.create(vault.ctx(uow, MONDAY, "priya"), text="secret", owner=user("priya"), due=TODAY)
        away_now = away_until(uow, TEAM, [user("priya"), user("tom")], TODAY)
    away(atlas, "priya", deputy="tom")
    assert away_now == {}
    assert told(atlas) == {"for Priya until 2026-11-27": [here]}
    assert told(atlas, "sanne") == {}, "their manager is away too"


def test_away_until_is_the_last_day_of_absences_that_follow_each_other(atlas: Atlas) -> None:
    away(atlas, "tom", days=1)
    away(atlas, "tom", days=4, first=TODAY + timedelta(days=2))
    with atlas.unit() as uow:
        found = away_until(uow, TEAM, map(user, ZONES), TODAY)
        assert away_until(uow, TEAM, [], TODAY) == {}
    assert found == {user("tom"): TODAY + timedelta(days=6)}
