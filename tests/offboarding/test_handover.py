"""Who is asked about what a leaver owned, and how often."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.action_items import change
from bot.action_items.model import ActionItems
from bot.core.context import PersonContext, by_clock
from bot.core.jobs import Notice
from bot.core.people import Kind
from bot.offboarding import handover
from bot.offboarding.handover import KIND, Case, case_of
from bot.people.quiet_hours import waiting
from storage.tables import EventRow, JobRow
from storage.unit_of_work import Storage
from tests.kit.atlas import TEAM, Atlas, anywhere, open_atlas, person, user
from tests.kit.clock import MONDAY
from tests.kit.counter_proposal_desk import NEXT, asks, log, offered, told
from tests.kit.counter_proposal_desk import open_desk as open_desk_of_offers
from tests.kit.rows import rows


@pytest.fixture
def atlas(sqlite_storage: Storage) -> Atlas:
    """Sanne manages it; A-1 and A-2 are Priya's, raised by Tom."""
    opened = open_atlas(sqlite_storage)
    for text in ("write the plan", "test it"):
        raised(opened, text, "priya")
    return opened


def raised(atlas: Atlas, text: str, owner: str | None, by: str = "tom", outside: str | None = None) -> None:
    address = "jan@example.org" if outside else None
    with atlas.unit() as uow:
        change.create(
            atlas.ctx(uow, MONDAY, by),
            text=text,
            owner=owner and user(owner),
            due=date(2026, 11, 27),
            outside=outside,
            outside_email=address,
        )


def leaves(atlas: Atlas, name: str, at: datetime = MONDAY, **changes: object) -> None:
    """The channel, or with `gone=True` the workspace."""
    who = person(name, **changes)
    with atlas.unit() as uow:
        uow.people.put(who)
        if not who.gone:
            uow.people.remove_member(TEAM, "C1", who.user)
        handover.left(PersonContext(uow, at, who), [atlas.project])


def returns(atlas: Atlas, name: str, at: datetime = MONDAY) -> None:
    with atlas.unit() as uow:
        uow.people.add_member(TEAM, "C1", user(name))
        handover.back(anywhere(uow, at, name), [atlas.project])


def asked(atlas: Atlas) -> list[Notice]:
    """The questions that were put on their way, the first of each."""
    jobs = [job for job in rows(atlas.storage, JobRow) if job.payload.get("kind") == KIND]
    notices = [Notice.model_validate(job.payload) for job in jobs]
    return [notice for notice in notices if not notice.only_update]


def shown_again(atlas: Atlas) -> int:
    jobs = [job for job in rows(atlas.storage, JobRow) if job.payload.get("kind") == KIND]
    return sum(bool(job.payload.get("only_update")) for job in jobs)


def case(atlas: Atlas, notice: Notice) -> Case:
    with atlas.unit() as uow:
        found = case_of(uow, atlas.project.id, notice.about["left"])
    assert found is not None
    return found


def given(atlas: Atlas, owner: str, number: int | None = None, who: str = "sanne") -> None:
    left = asked(atlas)[-1].about["left"]
    with atlas.unit() as uow:
        handover.take_over(atlas.ctx(uow, MONDAY, who), left, user(owner), number)


def owners(atlas: Atlas) -> list[str | None]:
    with atlas.unit() as uow:
        return [item.owner for item in uow.of(ActionItems).of_project(atlas.project.id)]


@pytest.mark.parametrize("gone", [False, True])
def test_left_twice_delivered_the_manager_is_asked_once(atlas: Atlas, gone: bool) -> None:
    for late in range(3):
        leaves(atlas, "priya", MONDAY + timedelta(minutes=5 * late), gone=gone)
    leaves(atlas, "priya", MONDAY + timedelta(hours=20))
    [notice] = asked(atlas)
    assert notice.to == user("sanne")
    assert [item.number for item in case(atlas, notice).theirs] == [1, 2]


def test_it_is_asked_in_the_managers_own_hours(atlas: Atlas) -> None:
    leaves(atlas, "priya", datetime(2026, 11, 27, 20, tzinfo=UTC))
    with atlas.unit() as uow:
        [held] = waiting(uow, TEAM, user("sanne"))
    assert (held.notice.kind, held.due_at) == (KIND, datetime(2026, 11, 30, 8, tzinfo=UTC))


def test_who_owns_nothing_open_leaves_in_silence(atlas: Atlas) -> None:
    for number in (1, 2):
        with atlas.unit() as uow:
            change.finish(atlas.ctx(uow, MONDAY, "priya"), number)
    leaves(atlas, "priya")
    leaves(atlas, "tom")
    assert asked(atlas) == []


@pytest.mark.parametrize("kind", [Kind.guest, Kind.bot])
def test_guests_and_bots_come_and_go(atlas: Atlas, kind: Kind) -> None:
    leaves(atlas, "priya", kind=kind)
    assert asked(atlas) == []


def test_told_late_of_somebody_who_is_there_nothing_is_asked(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        handover.left(anywhere(uow, MONDAY, "priya"), [atlas.project])
    assert asked(atlas) == []


def test_each_given_and_all_given_at_once(atlas: Atlas) -> None:
    leaves(atlas, "priya")
    given(atlas, "tom", 1)
    assert owners(atlas) == [user("tom"), user("priya")]
    given(atlas, "sanne", 1)  # pressed where it stood before: it is not Priya's any more
    assert owners(atlas) == [user("tom"), user("priya")]
    given(atlas, "sanne")
    assert owners(atlas) == [user("tom"), user("sanne")]
    [notice] = asked(atlas)
    assert case(atlas, notice).theirs == [] and shown_again(atlas) == 2


def test_what_a_leaver_asked_of_somebody_outside_is_asked_too(atlas: Atlas) -> None:
    raised(atlas, "deliver", None, by="priya", outside="Jan")
    leaves(atlas, "priya")
    [notice] = asked(atlas)
    assert [item.number for item in case(atlas, notice).theirs] == [1, 2, 3]


@pytest.mark.parametrize(
    ("sponsor", "founder", "to"), [("tom", "priya", "tom"), (None, "tom", "tom"), (None, None, "priya")]
)
def test_for_a_manager_who_left_somebody_else_is_asked(
    sqlite_storage: Storage, sponsor: str | None, founder: str | None, to: str
) -> None:
    atlas = open_atlas(sqlite_storage, sponsor=sponsor and user(sponsor))
    with atlas.unit() as uow:
        if founder:
            uow.log.add(
                EventRow(
                    at=MONDAY, who=user(founder), project_id=1, noun="projects", number=0, what="created"
                )
            )
    raised(atlas, "write the plan", "sanne", by="priya")
    leaves(atlas, "sanne")
    assert [notice.to for notice in asked(atlas)] == [user(to)]


def test_where_nobody_is_present_nobody_is_asked_until_somebody_is(atlas: Atlas) -> None:
    for name in ("sanne", "tom", "priya"):
        leaves(atlas, name)
    assert asked(atlas) == []


def test_who_left_unheard_is_noticed_once_we_know_who_is_present(atlas: Atlas) -> None:
    def noticed(at: datetime) -> int:
        with atlas.unit() as uow:
            handover.notice(by_clock(uow, at, atlas.project))
        return len(asked(atlas))

    assert noticed(MONDAY) == 0
    with atlas.unit() as uow:
        uow.people.remove_member(TEAM, "C1", user("priya"))
    assert noticed(MONDAY + timedelta(hours=3)) == 0
    assert noticed(MONDAY + timedelta(hours=1)) == 1
    assert noticed(MONDAY + timedelta(hours=2)) == 1


def test_who_left_unheard_and_was_asked_for_somebody_outside_is_noticed_too(atlas: Atlas) -> None:
    raised(atlas, "deliver", None, by="tom", outside="Jan")
    with atlas.unit() as uow:
        uow.people.remove_member(TEAM, "C1", user("tom"))
        handover.notice(by_clock(uow, MONDAY, atlas.project))
    [notice] = asked(atlas)
    assert notice.about["user"] == user("tom")


def test_shut_out_ourselves_nobody_has_left(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        uow.people.put_members(TEAM, "C1", (), MONDAY)
        handover.notice(by_clock(uow, MONDAY, atlas.project))
    assert asked(atlas) == []


def test_back_again_what_nobody_took_over_is_still_theirs(atlas: Atlas) -> None:
    leaves(atlas, "priya")
    given(atlas, "tom", 1)
    returns(atlas, "priya")
    [notice] = asked(atlas)
    assert case(atlas, notice).back and owners(atlas) == [user("tom"), user("priya")]
    leaves(atlas, "priya", MONDAY + timedelta(days=30))
    first, second = asked(atlas)
    assert case(atlas, first).back and not case(atlas, second).back
    assert [item.number for item in case(atlas, second).theirs] == [2]


def test_what_a_leaver_asked_is_withdrawn(sqlite_storage: Storage) -> None:
    atlas = open_desk_of_offers(sqlite_storage)
    asks(atlas)
    leaves(atlas, "priya")
    with atlas.unit() as uow:
        item = uow.of(ActionItems).get(atlas.project.id, 1)
    assert item is not None and item.offered is None
    assert ("withdrawn", "priya") in log(atlas)


def test_what_a_leaver_was_asked_the_manager_answers(sqlite_storage: Storage) -> None:
    atlas = open_desk_of_offers(sqlite_storage)
    asks(atlas)
    assert told(atlas, "action_items.offer") == [f"{user('tom')} 2"]
    leaves(atlas, "tom")
    assert told(atlas, "action_items.offer") == [f"{user('tom')} 2", f"{user('sanne')} 2"]
    assert offered(atlas).due == NEXT
