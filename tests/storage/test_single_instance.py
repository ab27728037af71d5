"""A SQLite file belongs to one process at a time."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest

from bot.core.jobs import Job
from storage.core.engine import InUse, hold
from storage.core.jobs import KILLS, REST
from storage.unit_of_work import Storage

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
HOLD = """
import sys, time
from storage.core.engine import hold
from storage.core.engine import open_engine
held = hold(open_engine(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def test_the_second_process_is_turned_away_with_a_sentence(sqlite_storage: Storage) -> None:
    held = hold(sqlite_storage.engine)
    with pytest.raises(InUse, match="another Spil"):
        hold(sqlite_storage.engine)
    assert held is not None
    held.close()
    again = hold(sqlite_storage.engine)
    assert again is not None
    again.close()


def test_a_killed_process_holds_nothing(sqlite_storage: Storage) -> None:
    url = sqlite_storage.engine.url.render_as_string()
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, url], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(InUse):
            hold(sqlite_storage.engine)
        other.kill()
        other.wait()
    held = hold(sqlite_storage.engine)
    assert held is not None
    held.close()


def test_who_starts_alone_takes_over_what_the_last_had_in_hand(sqlite_storage: Storage) -> None:
    with sqlite_storage.unit_of_work() as uow:
        uow.jobs.add(Job(key="k", kind="post", lane="l", due_at=NOW))
    later = NOW + timedelta(minutes=1)
    assert len(sqlite_storage.jobs.claim(NOW, later, 10)) == 1
    assert sqlite_storage.jobs.claim(NOW, later, 10) == []
    sqlite_storage.jobs.take_over(NOW)
    (job,) = sqlite_storage.jobs.claim(NOW, later, 10)
    assert job.attempts == 2, "the attempt that broke off counts, so that Slack is asked what it took"


def test_what_was_in_hand_at_kill_after_kill_rests_while_all_else_is_done(sqlite_storage: Storage) -> None:
    with sqlite_storage.unit_of_work() as uow:
        for key in ("deadly", "beside"):
            uow.jobs.add(Job(key=key, kind="post", lane=key, due_at=NOW))
    for _ in range(KILLS):
        sqlite_storage.jobs.take_over(NOW)
        [job] = sqlite_storage.jobs.claim(NOW, NOW + timedelta(minutes=1), 1)
        assert job.key == "deadly"
    for later in (NOW, NOW + REST):
        sqlite_storage.jobs.take_over(NOW)
        claimed = sqlite_storage.jobs.claim(later, later + timedelta(minutes=1), 10)
        assert [job.key for job in claimed] == (["beside"] if later == NOW else ["deadly", "beside"])
