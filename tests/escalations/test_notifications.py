"""Who is told of what stays overdue or moves too often, and who is asked to decide."""

from datetime import date, timedelta
from typing import Any

import pytest

from bot.action_items import change
from bot.core.context import in_channel
from bot.people.preferences import Absence, Absences, Preferences, PreferencesBook, Rule
from bot.reminders import mornings, upcoming
from storage.tables import JobRow
from storage.unit_of_work import Storage
from tests.kit.atlas import TEAM, Atlas, anywhere, person, user
from tests.kit.clock import FRIDAY, MONDAY
from tests.kit.escalation_desk import (
    FIFTH,
    SECOND,
    TENTH,
    asked,
    late,
    morning_of,
    nine,
    note,
    open_ladder,
    proposals,
    raised,
    shown,
    undecided,
)
from tests.kit.rows import rows
from tests.kit.views import accepted


@pytest.fixture
def atlas(sqlite_storage: Storage) -> Atlas:
    return open_ladder(sqlite_storage)


def test_first_the_manager_sees_it_then_they_are_asked_then_it_needs_a_decision(atlas: Atlas) -> None:
    before = SECOND - timedelta(days=1)
    assert late(atlas, before) == [] and late(atlas, SECOND) == [1]
    assert late(atlas, SECOND, "tom") == [] and late(atlas, SECOND, "priya") == []
    assert morning_of(atlas, SECOND) is None
    notice = morning_of(atlas, FIFTH)
    assert notice is not None and notice.to == user("sanne") and asked(atlas, FIFTH) == {1: True}
    assert undecided(atlas, TENTH - timedelta(hours=20)) == []
    assert undecided(atlas, TENTH) == [1]


def test_its_owner_reads_the_next_step_once_it_is_late(atlas: Atlas) -> None:
    assert note(atlas, nine(date(2026, 11, 27))) == ""
    assert note(atlas, nine(date(2026, 11, 28))) == "If it stays open, Sanne sees it on Tue 1 Dec."
    assert note(atlas, nine(date(2026, 12, 1))) == "If it stays open, I ask Sanne on Fri 4 Dec what to do."
    assert note(atlas, FIFTH) == "If it stays open, it's in the digest from Fri 11 Dec on."
    assert note(atlas, TENTH) == "Sanne decides what happens now, and it's in the digest."


def test_a_card_is_brought_up_to_date_in_the_managers_morning(atlas: Atlas) -> None:
    def updates() -> int:
        jobs = [job for job in rows(atlas.storage, JobRow) if job.payload.get("only_update")]
        return sum(job.payload["kind"] == "action_items.card" for job in jobs)

    morning_of(atlas, nine(date(2026, 11, 25)))
    assert updates() == 0
    morning_of(atlas, nine(date(2026, 11, 26)))
    assert updates() == 1


def test_they_are_asked_once_however_many_mornings_pass(atlas: Atlas) -> None:
    for days in range(14):
        morning_of(atlas, FIFTH + timedelta(days=days))
    assert len(proposals(atlas)) == 1


def test_what_never_reached_them_is_asked_again(atlas: Atlas) -> None:
    assert morning_of(atlas, FIFTH, delivered=False) is not None
    assert morning_of(atlas, FIFTH + timedelta(days=3)) is not None
    assert asked(atlas, FIFTH + timedelta(days=3)) == {1: True}


def test_what_reached_its_step_while_they_were_away_is_asked_when_they_are_back(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        first, last = date(2026, 12, 3), date(2026, 12, 13)
        uow.of(Absences).add(Absence(team=TEAM, user=user("sanne"), first=first, last=last))
    assert morning_of(atlas, FIFTH) is None
    assert undecided(atlas, TENTH) == [1]
    assert morning_of(atlas, nine(date(2026, 12, 14))) is not None


def test_ten_at_once_and_the_rest_the_next_morning(atlas: Atlas) -> None:
    for _ in range(24):
        raised(atlas)
    assert morning_of(atlas, FIFTH) is not None and len(asked(atlas, FIFTH)) == 10
    message = shown(atlas, FIFTH, FIFTH)
    assert message is not None
    accepted(message)
    monday = FIFTH + timedelta(days=3)
    assert morning_of(atlas, monday) is not None and len(asked(atlas, monday)) == 10


def test_all_of_a_managers_projects_are_in_one_message(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        uow.people.put_members(TEAM, "C2", [user("sanne"), user("tom")], MONDAY)
        settings = atlas.project.model_dump(exclude={"id"}) | {"channel": "C2", "name": "Molen"}
        other = uow.projects.add(type(atlas.project).model_validate(settings))
    with atlas.unit() as uow:
        ctx = in_channel(uow, MONDAY, person("tom"), "C2")
        change.create(ctx, text="sweep", owner=user("tom"), due=FRIDAY)
    assert other.id != atlas.project.id
    morning_of(atlas, FIFTH)
    assert len(proposals(atlas)) == 1
    message = shown(atlas, FIFTH, FIFTH)
    assert message is not None and "write" in message.text and "sweep" in message.text


@pytest.mark.parametrize("terms", [{"waits_on": "the permit"}, {"starts": date(2026, 11, 27)}])
def test_what_waits_does_not_escalate_and_what_has_begun_does(atlas: Atlas, terms: dict[str, Any]) -> None:
    number = raised(atlas, **terms)
    escalates = "starts" in terms
    assert (number in late(atlas, SECOND)) is escalates
    assert (number in undecided(atlas, TENTH)) is escalates


def test_what_nobody_owns_and_what_is_outside_is_seen_by_the_manager(atlas: Atlas) -> None:
    nobody = raised(atlas, None)
    outside = raised(atlas, None, outside="Jan", outside_email="jan@example.org")
    own = raised(atlas, "sanne")
    assert late(atlas, SECOND) == [1, nobody, outside]
    morning_of(atlas, FIFTH)
    assert list(asked(atlas, FIFTH)) == [1, nobody, outside, own]


def test_an_absent_owner_still_escalates_and_is_said_to_be_away(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        first, last = date(2026, 12, 1), date(2026, 12, 18)
        uow.of(Absences).add(Absence(team=TEAM, user=user("tom"), first=first, last=last))
    morning_of(atlas, FIFTH)
    message = shown(atlas, FIFTH, FIFTH)
    assert message is not None and "Tom is away until Fri 18 Dec" in message.text


def test_it_comes_also_to_who_wants_no_bundle_and_is_planned(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        uow.of(PreferencesBook).put(Preferences(team=TEAM, user=user("sanne"), off=[Rule.bundle]))
    with atlas.unit() as uow:
        ahead = upcoming.planned(anywhere(uow, nine(date(2026, 11, 30)), "sanne"))
    assert [(each.at, each.number) for each in ahead] == [(FIFTH, 1)]
    assert morning_of(atlas, FIFTH) is not None


def test_a_manager_has_mornings_though_they_own_nothing(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        mornings.ensure_managers(uow, MONDAY)
        mornings.ensure_managers(uow, MONDAY)
    mine = [
        job for job in rows(atlas.storage, JobRow) if job.key.startswith(f"morning:{TEAM}:{user('sanne')}")
    ]
    assert len(mine) == 1
