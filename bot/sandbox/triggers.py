"""Trigger ids: what an interaction gives the app, so that it may open one modal within three seconds."""

import itertools
import secrets
import threading
import time
from dataclasses import dataclass

LIFETIME = 3.0
KEPT = 500


class TriggerError(Exception):
    """`error` is Slack's name: invalid_trigger_id, exchanged_trigger_id or expired_trigger_id."""

    def __init__(self, error: str) -> None:
        super().__init__(error)
        self.error = error


@dataclass
class Trigger:
    """`view_id` is the modal that the interaction happened in, if it did. `born` is of the real clock."""

    id: str
    user: str
    view_id: str | None
    born: float
    used: bool = False
    expired: bool = False


class Triggers:
    """Trigger ids age in real time: the three seconds are about the app's speed, not about its calendar."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: dict[str, Trigger] = {}
        self._numbers = itertools.count(1)
        # Unlike any of an earlier run over the same data: an app may remember what it acted on.
        self._run = secrets.token_hex(16)

    def issue(self, user: str, view_id: str | None = None) -> str:
        with self._lock:
            number = next(self._numbers)
            trigger = Trigger(
                f"{number:013d}.{number % 97:012d}.{self._run}", user, view_id, time.monotonic()
            )
            self._known[trigger.id] = trigger
            if len(self._known) > KEPT:
                del self._known[next(iter(self._known))]
            return trigger.id

    def exchange(self, trigger_id: str) -> Trigger:
        """Use a trigger, which works once and within its lifetime."""
        with self._lock:
            trigger = self._known.get(trigger_id)
            if trigger is None:
                raise TriggerError("invalid_trigger_id")
            if trigger.used:
                raise TriggerError("exchanged_trigger_id")
            if trigger.expired or time.monotonic() - trigger.born > LIFETIME:
                raise TriggerError("expired_trigger_id")
            trigger.used = True
            return trigger

    def expire_all(self) -> None:
        with self._lock:
            for trigger in self._known.values():
                trigger.expired = True
