"""One attempt at a job, and what its failure means for the next."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

import structlog

from bot.core.jobs import Busy, Job, JobResult, Lost, Permanent, State, Temporary

log = structlog.get_logger()

MOST_BUGS = 5
LONGEST_REST = 300
"""Seconds; rests double from 1. Also when Slack asks for more: it will ask again, and a longer rest can then
only be the mark of a clock that ran ahead."""

Handler = Callable[[Job], JobResult]


def attempt(handlers: Mapping[str, Handler], job: Job, now: Callable[[], datetime]) -> JobResult | None:
    """Do the job, unless it is too late for it; raises nothing. None when another has it by now, and nothing
    was said."""
    try:
        if job.expires_at and job.expires_at <= now():
            log.warning("job.expired", job=job.id, key=job.key, kind=job.kind, due_at=job.due_at.isoformat())
            return JobResult(job, State.expired)
        return handlers[job.kind](job)
    except Lost:
        log.warning("job.lost", job=job.id, key=job.key)
        return None
    except Temporary as failure:
        return _rest(job, now(), failure.reason, failure.retry_after or 0)
    except Busy:
        # However often: a database that was locked or full for an hour must not cost a message.
        return _rest(job, now(), "database busy")
    except Permanent as failure:
        log.warning("job.failed", job=job.id, key=job.key, reason=failure.reason)
        return JobResult(job, State.failed, error=failure.reason)
    except Exception:  # noqa: BLE001 - the thread's boundary: a bug in one job must not stop the others
        return bug(job, now())


def bug(job: Job, now: datetime, *, last: bool = False) -> JobResult:
    """To be called while the exception is handled: it is logged with an id, which the job keeps."""
    error_id = secrets.token_hex(4)
    log.exception("job.bug", error_id=error_id, job=job.id, key=job.key, bugs=job.bugs + 1)
    if last or job.bugs + 1 >= MOST_BUGS:
        return JobResult(job, State.failed, error=f"bug {error_id}", bug=True)
    return replace(_rest(job, now, f"bug {error_id}"), bug=True)


def _rest(job: Job, now: datetime, reason: str, at_least: float = 0) -> JobResult:
    seconds = min(max(at_least, 2 ** min(job.failures, 10)), LONGEST_REST)
    log.info("job.rests", job=job.id, key=job.key, reason=reason, seconds=seconds)
    return JobResult(job, State.open, retry_at=now + timedelta(seconds=seconds), error=reason)
