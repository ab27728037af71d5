"""The result of an attempt at a job: a value, noted in the job table together with what it made."""

from dataclasses import dataclass
from datetime import datetime

from bot.core.jobs import Job, SentMessage, State


@dataclass(frozen=True, slots=True)
class JobResult:
    job: Job
    state: State = State.done
    retry_at: datetime | None = None
    """With `State.open`: rest until then."""
    error: str | None = None
    bug: bool = False
    slack_ts: str | None = None
    sent_message: SentMessage | None = None
    """A message that stands now; kept in the same transaction."""


class Temporary(Exception):
    """The attempt failed and may succeed later; `retry_after` in seconds when we were told."""

    def __init__(self, reason: str, retry_after: float | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.retry_after = retry_after


class Permanent(Exception):
    """The attempt failed and always will: the channel is archived, the person has left."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Lost(Exception):
    """The lease ran out and another took the job over: what it is about is theirs to say."""


class Busy(Exception):
    """The database is locked or full: nothing was changed, and the same request may succeed later."""
