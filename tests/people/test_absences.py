"""Who is away: said, corrected, taken back; the deputy hears of it once."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.action_items import change
from bot.core.errors import (
    InThePast,
    NotAllowed,
    NothingToUndo,
    PersonGone,
    PersonIsBot,
    PersonIsGuest,
    Rejected,
    TooFar,
    UnknownPerson,
)
from bot.dates.values import Ambiguous, Unreadable
from bot.people import delegation
from bot.people.delegation import Taken
from bot.people.errors import AwayTooLong, DeputyElsewhere, OwnDeputy
from bot.people.preferences import Absence, Absences
from bot.people.quiet_hours import waiting
from storage.tables import AbsenceRow, JobRow
from storage.unit_of_work import Storage
from tests.kit.atlas import OUTSIDERS, TEAM, Atlas, anywhere, open_atlas, person, user
from tests.kit.clock import MONDAY
from tests.kit.rows import rows

FIRST, LAST = date(2026, 12, 22), date(2027, 1, 2)


@pytest.fixture
def atlas(sqlite_storage: Storage) -> Atlas:
    return open_atlas(sqlite_storage)


def go_away(
    atlas: Atlas,
    name: str = "tom",
    first: date = FIRST,
    last: date = LAST,
    deputy: str | None = None,
    now: datetime = MONDAY,
) -> Taken:
    with atlas.unit() as uow:
        return delegation.go_away(anywhere(uow, now, name), first, last, user(deputy) if deputy else None)


def kept(atlas: Atlas) -> list[tuple[date, date, str | None]]:
    return [(row.first, row.last, row.deputy) for row in rows(atlas.storage, AbsenceRow)]


def told(atlas: Atlas) -> list[JobRow]:
    return [row for row in rows(atlas.storage, JobRow) if row.payload.get("kind") == delegation.NAMED]


def mornings(atlas: Atlas) -> dict[str, datetime]:
    found = [row for row in rows(atlas.storage, JobRow) if row.kind == "morning"]
    return {row.payload["user"]: row.due_at for row in found}


def test_an_absence_is_kept_and_their_next_morning_is_when_they_are_back(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        change.create(atlas.ctx(uow, MONDAY, "sanne"), text="write", owner=user("tom"), due=FIRST)
    go_away(atlas, first=date(2026, 11, 20), last=date(2026, 11, 29))
    assert mornings(atlas)[user("tom")] == datetime(2026, 11, 30, 9, tzinfo=UTC)
    assert kept(atlas) == [(date(2026, 11, 20), date(2026, 11, 29), None)]


def test_the_deputy_is_told_once_in_their_own_hours_and_has_mornings(atlas: Atlas) -> None:
    evening = datetime(2026, 11, 23, 20, tzinfo=UTC)
    for _ in range(2):
        go_away(atlas, deputy="priya", now=evening)
    assert told(atlas) == []
    with atlas.unit() as uow:
        [held] = waiting(uow, TEAM, user("priya"))
    assert held.notice.about["user"] == user("tom")
    assert held.due_at == datetime(2026, 11, 25, 3, 30, tzinfo=UTC), "the 24th is a holiday in India"
    assert {user("tom"), user("priya"), user("sanne")} == set(mornings(atlas)), "and the project manager"


def test_a_correction_replaces_and_an_overlap_is_added(atlas: Atlas) -> None:
    go_away(atlas)
    shorter = go_away(atlas, last=date(2026, 12, 30), deputy="sanne")
    assert [each.last for each in shorter.replaced] == [LAST]
    go_away(atlas, first=date(2026, 12, 28), last=date(2027, 1, 5))
    assert kept(atlas) == [(FIRST, date(2027, 1, 5), user("sanne"))]


def test_undo_brings_back_what_was_there_before(atlas: Atlas) -> None:
    go_away(atlas, deputy="sanne")
    taken = go_away(atlas, last=date(2026, 12, 30))
    with atlas.unit() as uow:
        delegation.take_back(anywhere(uow, MONDAY, "tom"), taken.absence, taken.replaced)
    assert kept(atlas) == [(FIRST, LAST, user("sanne"))]
    with atlas.unit() as uow, pytest.raises(NothingToUndo):
        delegation.take_back(anywhere(uow, MONDAY, "tom"), taken.absence)


def test_nobody_takes_back_what_another_said(atlas: Atlas) -> None:
    taken = go_away(atlas)
    with atlas.unit() as uow, pytest.raises(NothingToUndo):
        delegation.take_back(anywhere(uow, MONDAY, "sanne"), taken.absence)
    forged = taken.absence.model_copy(update={"user": user("sanne")})
    with atlas.unit() as uow, pytest.raises(NothingToUndo):
        delegation.take_back(anywhere(uow, MONDAY, "sanne"), forged)
    assert len(kept(atlas)) == 1


def test_where_the_deputy_cannot_help_is_said(atlas: Atlas, sqlite_storage: Storage) -> None:
    open_atlas(sqlite_storage, channel="C2", name="Vault", manager=user("sanne"))
    open_atlas(sqlite_storage, channel="C3", name="His own", manager=user("tom"))
    with atlas.unit() as uow:
        for channel in ("C2", "C3"):
            uow.people.put_members(TEAM, channel, [user("tom"), user("sanne")], MONDAY)
    go_away(atlas, "priya", first=date(2026, 12, 24), last=date(2026, 12, 27))
    taken = go_away(atlas, deputy="priya")
    assert {each.project.name: each.manager for each in taken.elsewhere} == {
        "Vault": user("sanne"),
        "His own": None,
    }
    assert [each.first for each in taken.deputy_away] == [date(2026, 12, 24)]


@pytest.mark.parametrize(
    ("deputy", "reason"),
    [
        ("tom", OwnDeputy),
        ("gina", PersonIsGuest),
        ("robo", PersonIsBot),
        ("gone", PersonGone),
        ("otto", DeputyElsewhere),
        ("nobody", UnknownPerson),
    ],
)
def test_who_cannot_be_a_deputy(atlas: Atlas, deputy: str, reason: type[Rejected]) -> None:
    assert set(OUTSIDERS) == {"gina", "robo", "gone", "otto"}
    with pytest.raises(reason):
        go_away(atlas, deputy=deputy)
    assert kept(atlas) == []


@pytest.mark.parametrize(
    ("first", "last", "reason"),
    [
        (date(2026, 11, 20), date(2026, 11, 22), InThePast),
        (FIRST, FIRST + timedelta(days=731), AwayTooLong),
        (date.max, date.max, TooFar),
    ],
)
def test_which_days_nobody_can_be_away(atlas: Atlas, first: date, last: date, reason: type[Rejected]) -> None:
    with pytest.raises(reason):
        go_away(atlas, first=first, last=last)


def test_a_guest_has_nothing_to_be_away_from(atlas: Atlas) -> None:
    with atlas.unit() as uow, pytest.raises(NotAllowed):
        delegation.go_away(anywhere(uow, MONDAY, "gina", kind="guest"), FIRST, LAST, None)


@pytest.mark.parametrize("name", ["sanne", "tom"])
@pytest.mark.parametrize("phrase", ["22 dec – 2 jan", "22 december t/m 2 januari", "Dec 22 to Jan 2"])
def test_days_are_read_in_either_language(name: str, phrase: str) -> None:
    assert delegation.read_days(phrase, MONDAY, person(name)) == (FIRST, LAST)


def test_what_is_no_days_or_two_readings_is_not_guessed() -> None:
    with pytest.raises(Unreadable):
        delegation.read_days("22 dec – 2 jan skiing", MONDAY, person("tom"))
    with pytest.raises(Ambiguous):
        delegation.read_days("1/12 - 4/12", MONDAY, person("tom"))


def test_what_they_have_and_what_is_entrusted_to_them_are_those_that_are_not_over(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        for first in (date(2026, 11, 1), FIRST):
            away = Absence(team=TEAM, user=user("tom"), first=first, last=first, deputy=user("sanne"))
            uow.of(Absences).add(away)
    with atlas.unit() as uow:
        assert [each.first for each in delegation.mine(anywhere(uow, MONDAY, "tom"))] == [FIRST]
        assert [each.first for each in delegation.entrusted_to(anywhere(uow, MONDAY, "sanne"))] == [FIRST]
