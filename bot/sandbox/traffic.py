"""The last calls and events between app and Slack, for people to look at; secrets are taken out."""

import itertools
import json
import re
import threading
from collections import deque
from dataclasses import asdict, dataclass
from typing import Any, Literal

from bot.sandbox.clock import Clock

KEPT = 1_000
LONGEST_SUMMARY = 2_000
_SECRETS = re.compile(r"(xox[a-z]|xapp)-[\w-]+|(?<=/response/)[\w/-]+|(?<=ticket=)\w+")


@dataclass(frozen=True)
class Record:
    """A "call" goes from the app to Slack, an "event" the other way; `ok` is None while unanswered."""

    number: int
    at: str
    direction: Literal["call", "event"]
    name: str
    ok: bool | None
    error: str | None
    summary: str

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


class Traffic:
    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._records: deque[Record] = deque(maxlen=KEPT)
        self._numbers = itertools.count(1)

    def call(self, name: str, arguments: Any, *, error: str | None = None) -> None:
        self._add("call", name, arguments, error is None, error)

    def event(self, name: str, payload: Any, *, ok: bool | None = True, error: str | None = None) -> None:
        self._add("event", name, payload, ok, error)

    def _add(
        self, direction: Literal["call", "event"], name: str, body: Any, ok: bool | None, error: str | None
    ) -> None:
        at = self._clock.now().isoformat()
        with self._lock:
            number = next(self._numbers)
            self._records.append(Record(number, at, direction, name, ok, error, redacted(body)))

    def records(self, since: int = 0) -> list[Record]:
        with self._lock:
            return [each for each in self._records if each.number > since]


def redacted(body: Any) -> str:
    """The body as text, cut short, without tokens, tickets and the secret part of response_urls."""
    text = body if isinstance(body, str) else json.dumps(body, ensure_ascii=False, default=str)
    return _SECRETS.sub("…", text)[:LONGEST_SUMMARY]
