"""The bot arriving in channels, and no longer being there."""

from bot.core.language import Language
from bot.projects import set_up
from storage.tables import JobRow
from storage.unit_of_work import Storage
from tests.kit.atlas import TEAM, anywhere, open_atlas, person, user
from tests.kit.clock import MONDAY
from tests.kit.rows import rows
from tests.storage.examples import sent_message


def arrive(storage: Storage, name: str | None, channel: str = "C2") -> list[str]:
    """The keys of what is said after it."""
    with storage.unit_of_work() as uow:
        set_up.arrive(anywhere(uow, MONDAY, "spil"), channel, person(name) if name else None)
    return [job.key for job in rows(storage, JobRow)]


def test_an_inviter_is_greeted_in_their_language_and_once(sqlite_storage: Storage) -> None:
    first = arrive(sqlite_storage, "sanne")
    assert len(first) == 1 and "projects.welcome.nl" in first[0]
    assert arrive(sqlite_storage, "tom") == first


def test_a_welcome_that_stands_is_not_followed_by_another(sqlite_storage: Storage) -> None:
    key = set_up.welcome(TEAM, "C2", Language.nl).key
    with sqlite_storage.unit_of_work() as uow:
        uow.sent_messages.put(sent_message(key))
    assert arrive(sqlite_storage, "tom") == []


def test_without_an_inviter_or_with_a_project_nothing_is_said(sqlite_storage: Storage) -> None:
    open_atlas(sqlite_storage)
    assert arrive(sqlite_storage, None) == []
    assert arrive(sqlite_storage, "tom", "C1") == []


def test_after_arriving_the_next_act_asks_who_is_present(sqlite_storage: Storage) -> None:
    arrive(sqlite_storage, None)
    with sqlite_storage.unit_of_work() as uow:
        known_at = uow.people.members_known_at(TEAM, "C2")
    assert known_at is not None and known_at == set_up.LONG_AGO


def test_an_arrival_that_is_told_late_takes_nobody_out_of_an_act_that_goes_on(
    sqlite_storage: Storage,
) -> None:
    open_atlas(sqlite_storage)
    arrive(sqlite_storage, None, "C1")
    with sqlite_storage.unit_of_work() as uow:
        assert user("sanne") in uow.people.members(TEAM, "C1")


def test_shut_out_of_a_channel_we_know_of_nobody_there(sqlite_storage: Storage) -> None:
    open_atlas(sqlite_storage)
    with sqlite_storage.unit_of_work() as uow:
        set_up.shut_out(anywhere(uow, MONDAY, "spil"), "C1")
        assert uow.people.members(TEAM, "C1") == frozenset()
        assert uow.projects.with_member(TEAM, user("sanne")) == []
