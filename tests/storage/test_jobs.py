"""The job table: in order in a lane, beside one another across lanes, once for any number of processes."""

from collections import Counter
from contextlib import suppress
from datetime import timedelta
from random import Random
from typing import Any

import pytest
from sqlalchemy import text

from bot.core.jobs import Busy, Job, JobResult, State
from storage.core.engine import open_engine
from storage.unit_of_work import Storage
from tests.kit.processes import at_once
from tests.storage.examples import NOON, job, sent_message

MINUTE = timedelta(minutes=1)


def add(storage: Storage, *jobs: Job) -> None:
    with storage.unit_of_work() as uow:
        for each in jobs:
            uow.jobs.add(each)


def claim(storage: Storage, minute: float = 0, limit: int = 100) -> list[Job]:
    now = NOON + minute * MINUTE
    return storage.jobs.claim(now, now + MINUTE, limit)


def keys(jobs: list[Job]) -> list[str]:
    return [each.key for each in jobs]


def states(storage: Storage) -> dict[str, str]:
    with storage.engine.connect() as connection:
        return {row.key: row.state for row in connection.execute(text("SELECT key, state FROM job"))}


def test_a_fact_added_twice_is_one_job(storage: Storage) -> None:
    with storage.unit_of_work() as uow:
        assert uow.jobs.add(job("digest:7", payload={"project": 7}))
        assert not uow.jobs.add(job("digest:7", payload={"project": 8}))
    [claimed] = claim(storage)
    assert claimed.payload == {"project": 7}
    assert (claimed.state, claimed.attempts, claimed.due_at) == (State.open, 1, NOON)


def test_a_lane_has_one_in_hand_in_order_of_due_time_and_others_go_on_beside_it(storage: Storage) -> None:
    early = NOON - MINUTE
    add(storage, job("a2", "a"), job("a1", "a", due_at=early), job("a3", "a"), job("b1", "b"), job("c1", "c"))
    first = claim(storage)
    assert keys(first) == ["a1", "b1", "c1"]
    assert claim(storage) == []
    add(storage, job("a0", "a", due_at=early - MINUTE))
    assert claim(storage) == []
    storage.jobs.note([JobResult(first[0])])
    assert keys(claim(storage)) == ["a0"]


def test_no_more_is_claimed_than_asked_for_and_the_earliest_first(storage: Storage) -> None:
    add(storage, *(job(f"{number}", due_at=NOON - number * MINUTE) for number in range(9)))
    assert keys(claim(storage, limit=2)) == ["8", "7"]
    assert keys(claim(storage, limit=2)) == ["6", "5"]


def test_a_long_lane_holds_up_no_other(storage: Storage) -> None:
    early = NOON - MINUTE
    add(storage, *(job(f"long {number:03}", "long", due_at=early) for number in range(90)))
    add(storage, job("b1", "b"), job("b2", "b"), job("a1", "a", due_at=NOON - MINUTE / 2), job("c1", "c"))
    add(storage, job("later", "d", due_at=NOON + MINUTE))
    assert keys(claim(storage, limit=2)) == ["long 000", "a1"]
    assert keys(claim(storage, limit=9)) == ["b1", "c1"]
    assert claim(storage, limit=9) == []


@pytest.mark.parametrize("seed", range(4))
def test_each_claim_is_the_earliest_of_the_first_of_all_free_lanes(storage: Storage, seed: int) -> None:
    chance = Random(seed)
    lanes = chance.choice((3, 12, 60))
    add(
        storage,
        *(
            job(
                f"{number}",
                f"lane {chance.randrange(lanes) ** 2 // lanes}",
                due_at=NOON + chance.randrange(-5, 3) * MINUTE,
            )
            for number in range(80)
        ),
    )
    in_hand: list[Job] = []
    for _ in range(12):
        limit = chance.choice((1, 3, 20))
        expected = _free_heads(storage, {each.lane for each in in_hand})[:limit]
        claimed = claim(storage, limit=limit)
        assert keys(claimed) == expected
        in_hand += claimed
        ended = chance.sample(in_hand, len(in_hand) // 2)
        storage.jobs.note([JobResult(each) for each in ended])
        in_hand = [each for each in in_hand if each not in ended]


def _free_heads(storage: Storage, busy: set[str]) -> list[str]:
    with storage.unit_of_work() as uow:
        open_jobs = uow.jobs.starting("")
    heads: dict[str, Job] = {}
    for each in open_jobs:
        heads.setdefault(each.lane, each)
    return [each.key for each in heads.values() if each.lane not in busy and each.due_at <= NOON]


def test_of_jobs_noted_together_those_that_were_lost_change_nothing(storage: Storage) -> None:
    add(storage, job("kept"), job("rests"), job("lost"), job("withdrawn"))
    kept, rests, lost, withdrawn = claim(storage)
    storage.jobs.renew([kept, rests], NOON + 9 * MINUTE)
    with storage.unit_of_work() as uow:
        uow.jobs.withdraw("withdrawn")
    assert keys(claim(storage, 2)) == ["lost"]
    ended = [
        JobResult(kept, slack_ts="1.1"),
        JobResult(rests, State.open, retry_at=NOON + 5 * MINUTE, error="bug 1", bug=True),
        JobResult(lost, State.failed, error="late"),
        JobResult(withdrawn),
    ]
    assert storage.jobs.note(ended) == [ended[2]]
    with storage.engine.connect() as connection:
        query = text("SELECT key, state, attempts, failures, bugs, error, slack_ts FROM job ORDER BY id")
        rows = [tuple(row) for row in connection.execute(query)]
    assert rows == [
        ("kept", "done", 1, 0, 0, None, "1.1"),
        ("rests", "open", 1, 1, 1, "bug 1", None),
        ("lost", "open", 2, 0, 0, None, None),
    ]


def test_a_lease_that_runs_out_makes_the_job_anothers(storage: Storage) -> None:
    add(storage, job("a"), job("behind", "a"))
    [lost] = claim(storage)
    assert claim(storage, 0.9) == []
    [taken] = claim(storage, 1)
    assert (taken.id, taken.attempts) == (lost.id, 2)
    storage.jobs.note([JobResult(lost, State.open, retry_at=NOON)])
    assert claim(storage, 1.5) == [], "the late one has no say any more"
    storage.jobs.note([JobResult(taken)])
    assert keys(claim(storage, 1.5)) == ["behind"]


def test_who_lost_a_job_has_no_say_and_what_they_showed_is_looked_after(storage: Storage) -> None:
    add(storage, *(Job(key=kind, kind=kind, lane=kind, due_at=NOON) for kind in ("post", "home", "event")))
    late = claim(storage)
    now = claim(storage, 1)
    assert {each.key for each in late} == {each.key for each in now}
    shown = [JobResult(each, sent_message=sent_message(each.key, "2.2")) for each in late]
    assert storage.jobs.note(shown) == shown
    assert set(states(storage).values()) == {"open"}
    storage.jobs.note([JobResult(each, sent_message=sent_message(each.key)) for each in now])
    following = claim(storage, 1)
    assert [(each.kind, each.lane) for each in following] == [("reconcile", "post"), ("home", "home")]
    with storage.unit_of_work() as uow:
        assert uow.sent_messages.get("post") == sent_message("post")


def test_a_lease_can_be_kept_up_until_another_has_the_job(storage: Storage) -> None:
    add(storage, job("a"))
    [held] = claim(storage)
    assert storage.jobs.renew([held], NOON + 3 * MINUTE) == [held]
    assert claim(storage, 2) == []
    assert keys(claim(storage, 3)) == ["a"]
    assert storage.jobs.renew([held], NOON + 9 * MINUTE) == []


def test_a_retry_rests_its_whole_lane(storage: Storage) -> None:
    add(storage, job("a"), job("behind", "a"), job("beside"))
    failed, beside = claim(storage)
    storage.jobs.note([JobResult(failed, State.open, retry_at=NOON + 2 * MINUTE, error="slow down")])
    storage.jobs.note([JobResult(beside)])
    assert claim(storage, 1.9) == []
    with storage.engine.connect() as connection:
        assert connection.execute(text("SELECT error FROM job WHERE key = 'a'")).scalar_one() == "slow down"
    [again] = claim(storage, 2)
    assert (again.key, again.attempts, again.error) == ("a", 2, None)


def test_who_is_alone_takes_over_what_was_in_hand_also_at_its_second_attempt(storage: Storage) -> None:
    add(storage, job("a"), job("resting"))
    failed, resting = claim(storage)
    storage.jobs.note([JobResult(failed, State.open, retry_at=NOON + MINUTE, error="slow down")])
    storage.jobs.note([JobResult(resting, State.open, retry_at=NOON + 9 * MINUTE, error="slow down")])
    assert keys(claim(storage, 1)) == ["a"]
    storage.jobs.take_over(NOON + MINUTE)
    assert keys(claim(storage, 1)) == ["a"]


def test_released_jobs_are_as_if_never_claimed(storage: Storage) -> None:
    add(storage, job("a"), job("b"))
    storage.jobs.release(claim(storage))
    assert [(each.key, each.attempts) for each in claim(storage)] == [("a", 1), ("b", 1)]


def test_withdrawing_drops_open_jobs_of_that_key_and_no_others(storage: Storage) -> None:
    add(storage, job("m:1:x"), job("m:1:y"), job("m:10:x"), job("M:1:x"), job("m:1:done"), job("m%1:x"))
    storage.jobs.note([JobResult(each) for each in claim(storage) if each.key == "m:1:done"])
    with storage.unit_of_work() as uow:
        following = uow.jobs.next_of("m:1:")
        assert uow.jobs.starting("m:1:")[:1] == [following]
        assert following is not None
        assert following.key == "m:1:x"
        assert uow.jobs.withdraw("m:1:") == 2
        assert uow.jobs.next_of("m:1:") is None
    assert set(states(storage)) == {"m:10:x", "M:1:x", "m:1:done", "m%1:x"}


def test_an_id_is_never_given_to_another_job(storage: Storage) -> None:
    add(storage, job("a"))
    [first] = claim(storage)
    with storage.unit_of_work() as uow:
        uow.jobs.withdraw("a")
    add(storage, job("b"))
    [second] = claim(storage)
    assert second.id > first.id


def test_notes_keep_messages_and_write_over_what_stood_before(storage: Storage) -> None:
    add(storage, job("a"), job("b"))
    one, other = claim(storage)
    kept = [
        JobResult(one, slack_ts="1.1", sent_message=sent_message("card")),
        JobResult(other, State.failed, error="gone"),
    ]
    storage.jobs.note(kept)
    storage.jobs.note([JobResult(one, slack_ts="2.2", sent_message=sent_message("card", "2.2"))])
    storage.jobs.note([])
    assert states(storage) == {"a": "done", "b": "failed"}
    with storage.unit_of_work() as uow:
        assert uow.sent_messages.get("card") == sent_message("card", "2.2")


def test_a_locked_database_is_busy_not_broken(sqlite_storage: Storage) -> None:
    engine = sqlite_storage.engine
    add(sqlite_storage, job("a"))
    with engine.begin(), engine.connect() as other:
        raw: Any = other.connection.driver_connection
        raw.execute("PRAGMA busy_timeout=1")
        other.close()
        with pytest.raises(Busy):
            claim(sqlite_storage)
    assert keys(claim(sqlite_storage)) == ["a"]


def work(database_url: str) -> list[str]:
    """Until there is nothing to claim, as a worker that comes back when it finds the database busy."""
    storage, done = Storage(open_engine(database_url)), list[str]()
    while True:
        with suppress(Busy):
            if not (claimed := claim(storage, limit=20)):
                return done
            assert len({job.lane for job in claimed}) == len(claimed)
            done += keys(claimed)
            note(storage, claimed)


def note(storage: Storage, claimed: list[Job]) -> None:
    while True:
        with suppress(Busy):
            storage.jobs.note([JobResult(job) for job in claimed])
            return


def test_four_processes_do_each_job_once_and_a_lane_in_order(storage: Storage, database_url: str) -> None:
    add(storage, *(job(f"{number:04}", f"lane {number % 150}") for number in range(600)))
    said = at_once(work, database_url, 4)
    while claimed := claim(storage):  # a process that finds only lanes that others have in hand goes home
        said.append(keys(claimed))
        note(storage, claimed)
    counted = Counter(key for keys_of_one in said for key in keys_of_one)
    assert set(counted.values()) == {1}
    assert len(counted) == 600
    assert set(states(storage).values()) == {"done"}
