"""A job: one thing that must happen later, or outside a listener's 200 ms; and how an attempt at it ended."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from pydantic import AwareDatetime
from sqlalchemy import JSON, String
from sqlmodel import Field

from bot.core.values import StoredValue, Value

RECONCILE = "reconcile"
"""Kind of the job that looks after what an attempt may have shown after it had lost its job."""
WHISPER = "whisper"
"""Kind of the job that says a notice in its channel to `about["user"]` alone, as things are then: once, never
edited."""


class State(StrEnum):
    open = "open"
    """To be done, or in hand while its lease lasts."""
    done = "done"
    expired = "expired"
    """Too late to be of use; dropped and logged."""
    failed = "failed"


class Job(StoredValue):
    id: int = 0
    """0 until it is stored."""
    key: str = Field(max_length=200)
    """Names the fact, as in `digest:7:2026-11-30T08:00`: added twice it is one row."""
    kind: str = Field(max_length=64)
    lane: str = Field(max_length=100)
    """One job of a lane is in hand at a time, in order of due time."""
    payload: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    due_at: AwareDatetime
    expires_at: AwareDatetime | None = None
    state: State = Field(default=State.open, sa_type=String(32))
    lease_until: AwareDatetime | None = None
    """In hand, or resting before its next attempt, until then."""
    attempts: int = 0
    """Times that it was claimed, also when a kill ended the attempt: from the second on, Slack may have taken
    what an earlier one sent."""
    failures: int = 0
    """Attempts that ended with an error; the rests grow with them."""
    bugs: int = 0
    """Those of them that were bugs; after some, the job is given up."""
    added_at: AwareDatetime | None = None
    """By the clock of that moment; later than now, the clock was ahead and has been set back since."""
    error: str | None = None
    slack_ts: str | None = None


class SentMessage(StoredValue):
    """A message of ours that stands in Slack and is edited rather than posted again."""

    key: str = Field(max_length=200)
    team: str
    channel: str
    ts: str
    fingerprint: str
    """Of what was last shown: the same again needs no call."""
    thread_ts: str | None = None
    subject: str | None = None
    """As in `Notice.subject`."""
    shown_at: AwareDatetime
    """The moment at which it was last posted or edited."""


class Notice(Value):
    """Something to show somewhere: rendered at delivery, so that it is always the present state.

    The same notice shown again edits the message that stands there.
    """

    kind: str
    """Names its renderer, as in "action_items.card"."""
    team: str
    to: str
    """A channel id, or a user id for a direct message."""
    about: dict[str, Any] = Field(default_factory=dict)
    """Ids only: what the renderer reads, and with kind and `to` what makes the message one and the same."""
    thread_of: str | None = None
    """Posting key of the message in whose thread it stands."""
    thread_ts: str | None = None
    """Of somebody else's message, in whose thread it stands; in the channel when that is gone."""
    broadcast: bool = False
    only_update: bool = False
    """Change the message where it stands, never post it anew."""
    goes_with: str | None = None
    """Its subject, where `about` does not say it by number or batch."""

    @property
    def subject(self) -> str | None:
        """The record that the message shows, and is edited and kept for as long as it exists: a record as
        `action_items:7:12`, all that one act changed as `batch:7:3`. None for a message that nothing changes
        any more once some days have passed."""
        if self.goes_with is not None:
            return self.goes_with
        if "number" in self.about:
            return record_subject(self.kind.partition(".")[0], self.about["project"], self.about["number"])
        return batch_subject(self.about["batch"]) if "batch" in self.about else None

    @property
    def key(self) -> str:
        about = ",".join(f"{name}={value}" for name, value in sorted(self.about.items()))
        return f"{self.kind}({about})@{self.team}:{self.to}"


def record_subject(noun: str, project_id: int, number: int) -> str:
    return f"{noun}:{project_id}:{number}"


def batch_subject(batch: str) -> str:
    return f"batch:{batch}"


def event_subject(event_id: int) -> str:
    return f"event:{event_id}"


def absence_subject(absence_id: int) -> str:
    return f"absence:{absence_id}"


def channel_subject(team: str, channel: str) -> str:
    """Also of what shows the channel's project."""
    return f"channel:{team}:{channel}"


def shown_late(job: Job) -> Job | None:
    """The job that puts right what an attempt may have shown while another already had `job`; None for a kind
    that shows nothing. It stands behind `job` in its lane."""
    about: dict[str, Any] = {"key": f"late:{job.id}:{job.attempts}", "lane": job.lane, "due_at": job.due_at}
    match job.kind:
        case "post":
            payload = {"notice": job.payload, "job": job.id, "key": job.key}
            return Job(kind=RECONCILE, payload=payload, **about)
        case "home" | "reconcile":
            return Job(kind=job.kind, payload=job.payload, **about)
    return None


def job_of(
    kind: str,
    key: str,
    lane: str,
    about: Mapping[str, Any],
    due_at: datetime,
    expires_at: datetime | None = None,
) -> Job:
    """`about`: ids and little else, as its payload."""
    return Job(key=key, kind=kind, lane=lane, payload={**about}, due_at=due_at, expires_at=expires_at)


def lane_of(team: str, to: str) -> str:
    """Of what is shown to a person, or in a channel."""
    return f"{team}:{to}"


def post(notice: Notice, occasion: str, due_at: datetime, expires_at: datetime | None = None) -> Job:
    """The job that shows `notice`; `occasion` names why now, so that one occasion shows it once."""
    return Job(
        key=f"post:{notice.key}:{occasion}",
        kind="post",
        lane=lane_of(notice.team, notice.to),
        payload=notice.model_dump(exclude_defaults=True),
        due_at=due_at,
        expires_at=expires_at,
    )


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
