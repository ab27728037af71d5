"""The clock: on time, at once when rung for, and never stopped by a bug."""

from collections.abc import Iterator
from queue import Queue
from threading import Event
from time import sleep

import pytest
from structlog.testing import capture_logs

from bot.core.jobs import Busy
from bot.runtime.clock import Clock

PATIENCE = 30
NEVER = 3600


@pytest.fixture
def clock() -> Iterator[Clock]:
    clock = Clock()
    yield clock
    clock.stop()


def test_work_is_done_at_the_start_and_then_every_so_often(clock: Clock) -> None:
    done: Queue[None] = Queue()
    clock.every(0.01, lambda: done.put(None), "work")
    clock.start()
    for _ in range(3):
        done.get(timeout=PATIENCE)


def test_work_that_says_there_may_be_more_is_called_again_at_once(clock: Clock) -> None:
    done: Queue[int] = Queue()
    left = [3, 2, 1, 0]

    def work() -> bool:
        done.put(left[0])
        return left.pop(0) > 0

    clock.every(NEVER, work, "work")
    clock.start()
    assert [done.get(timeout=PATIENCE) for _ in range(4)] == [3, 2, 1, 0]


def test_a_ring_is_heard_at_once_and_not_lost_while_work_is_in_progress(clock: Clock) -> None:
    begun: Queue[None] = Queue()
    go_on = Event()

    def work() -> None:
        begun.put(None)
        go_on.wait(PATIENCE)

    clock.every(NEVER, work, "work")
    clock.start()
    begun.get(timeout=PATIENCE)
    clock.wake()
    clock.wake()
    go_on.set()
    begun.get(timeout=PATIENCE)
    clock.stop()
    assert begun.empty(), "two rings while it works are one more round"


def test_long_work_does_not_hold_up_other_work(clock: Clock) -> None:
    go_on, done = Event(), Event()
    clock.every(NEVER, lambda: go_on.wait(PATIENCE), "long")
    clock.every(NEVER, done.set, "work")
    clock.start()
    assert done.wait(PATIENCE)
    go_on.set()


def test_a_bug_is_logged_with_an_id_and_the_next_ring_is_heard(clock: Clock) -> None:
    called: Queue[None] = Queue()

    def work() -> None:
        called.put(None)
        raise ZeroDivisionError

    clock.every(NEVER, work, "work")
    with capture_logs() as logs:
        clock.start()
        called.get(timeout=PATIENCE)
        clock.wake()
        called.get(timeout=PATIENCE)
        clock.stop()
    assert [entry["event"] for entry in logs] == ["clock.bug", "clock.bug"]
    assert len({entry["error_id"] for entry in logs}) == 2


def test_a_clock_that_was_set_back_is_silent_for_two_rounds_at_most(clock: Clock) -> None:
    done: Queue[None] = Queue()
    clock.every(0.02, lambda: done.put(None), "work")
    clock.start()
    done.get(timeout=PATIENCE)
    clock._scheduler.pause()  # what APScheduler does until the wall clock is where it was
    for _ in range(3):
        done.get(timeout=PATIENCE)


def test_what_the_database_had_no_room_for_is_no_bug_and_done_again_soon() -> None:
    clock, called = Clock(busy_for=0.01), Queue[None]()

    def work() -> None:
        called.put(None)
        if called.qsize() < 3:
            raise Busy

    clock.every(NEVER, work, "keep house")
    with capture_logs() as logs:
        clock.start()
        while called.qsize() < 3:
            sleep(0.005)
        clock.stop()
    assert [(entry["event"], entry["log_level"]) for entry in logs] == [("clock.busy", "warning")] * 2


def test_stopping_twice_or_before_the_start_is_harmless() -> None:
    clock = Clock()
    clock.every(NEVER, lambda: None, "work")
    clock.stop()
    clock.stop()
