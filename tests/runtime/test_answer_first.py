"""An act is answered before anything that it set going begins."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

from bot.core.jobs import Job, JobResult
from handlers.slack.listener import AnswerFirst
from storage.unit_of_work import Storage
from tests.runtime.hands import PATIENCE, Hands, add, working


def test_what_an_act_added_begins_once_it_is_answered_and_holds_nothing_else_up(
    sqlite_storage: Storage, hands: Hands
) -> None:
    answer_first, ended = AnswerFirst(), Event()
    sqlite_storage.hold = answer_first.hold

    def done(job: Job) -> JobResult:
        ended.set()
        return JobResult(job)

    hands.does["of another"] = done
    with working(sqlite_storage, hands, may_begin=answer_first.wait_for) as worker:
        with answer_first.acting(), ThreadPoolExecutor(1) as elsewhere:
            add(sqlite_storage, "of the act")
            elsewhere.submit(add, sqlite_storage, "of another").result(PATIENCE)
            worker.work_due()
            assert ended.wait(PATIENCE)
            assert hands.done == ["of another"]
        worker.work_until_idle()
    assert hands.done == ["of another", "of the act"]


def test_an_answer_that_does_not_come_is_not_waited_for_for_ever(
    sqlite_storage: Storage, hands: Hands
) -> None:
    answer_first = AnswerFirst(patience=0.01)
    sqlite_storage.hold = answer_first.hold
    with working(sqlite_storage, hands, may_begin=answer_first.wait_for) as worker, answer_first.acting():
        add(sqlite_storage, "of the act")
        worker.work_until_idle()
        assert hands.done == ["of the act"]
