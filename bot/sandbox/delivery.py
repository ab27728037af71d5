"""From the sandbox to the app: who must ack within three seconds, and what is sent again when it does not.

Commands and interactions are asked once and waited for. Events are sent at least once: again at once, after a
minute and after five, by the sandbox's clock.
"""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Literal, Protocol
from uuid import uuid4

from bot.sandbox.state import Json, Workspace

ACK_SECONDS = 3.0
RETRY_REASONS = {"operation_timeout": "timeout", "dispatch_failed": "connection_failed"}
RETRY_AFTER = (timedelta(0), timedelta(minutes=1), timedelta(minutes=5))

EnvelopeType = Literal["slash_commands", "interactive", "events_api"]


@dataclass(frozen=True)
class Envelope:
    type: EnvelopeType
    payload: Json
    retry: int = 0
    reason: str = ""
    id: str = field(default_factory=lambda: str(uuid4()))


@dataclass(frozen=True)
class Answer:
    """The app's answer to an envelope. `failure` is None for an ack, else what Slack calls the failure."""

    failure: str | None = None
    payload: Json | None = None
    final: bool = False
    """The app asked not to be sent this event again."""

    @property
    def acked(self) -> bool:
        return self.failure is None


class Transport(Protocol):
    """Sends without waiting; the answer is there within `ACK_SECONDS`, be it a failure."""

    def send(self, envelope: Envelope) -> "Future[Answer]": ...


Observer = Callable[[Envelope, Answer], None]


@dataclass(order=True)
class Retry:
    due: datetime
    envelope: Envelope = field(compare=False)


class Delivery:
    """`observers` see each attempt with its answer, from whatever thread the answer came in."""

    def __init__(self, ws: Workspace, transport: Transport) -> None:
        self.ws = ws
        self.transport = transport
        self.observers: list[Observer] = []
        self.retries: list[Retry] = []
        self._twice = 0
        self._collecting: list[Future[Answer]] | None = None

    def ask(self, kind: EnvelopeType, payload: Json) -> Answer:
        """Send and wait for the ack or its failure. Never call this with the workspace's lock held."""
        self.ws.changed("asked", user=payload.get("user_id") or payload["user"]["id"])
        return _waited(self._send(Envelope(kind, payload)))

    def tell(self, event: Json) -> None:
        """Send an event callback; returns at once, and sends it again when it fails."""
        with self.ws.lock:
            envelope = Envelope("events_api", event)
            self._send_event(envelope)
            if self._twice:
                self._twice -= 1
                self._send_event(self._again(envelope, "timeout"))

    def deliver_next_twice(self, times: int = 1) -> None:
        with self.ws.lock:
            self._twice += times

    def settled(self, action: Callable[[], object]) -> None:
        """Run something that makes events and wait until each was acked, or failed for the first time."""
        with self.ws.lock:
            mine: list[Future[Answer]] = []
            outer, self._collecting = self._collecting, mine
            try:
                action()
            finally:
                self._collecting = outer
        for attempt in mine:
            _waited(attempt)

    def fire_due(self) -> None:
        """Send again what is due by the sandbox's clock, and arm a timer for the rest if that clock runs."""
        with self.ws.lock:
            now = self.ws.clock.now()
            due = [retry for retry in self.retries if retry.due <= now]
            self.retries = [retry for retry in self.retries if retry.due > now]
            for retry in sorted(due):
                self._send_event(retry.envelope)

    def redeliver_now(self) -> None:
        """Send again, without waiting for the clock, all that is to be sent again."""
        with self.ws.lock:
            due, self.retries = sorted(self.retries), []
            for retry in due:
                self._send_event(retry.envelope)

    def _send(self, envelope: Envelope) -> "Future[Answer]":
        sent = self.transport.send(envelope)
        if not self.observers:
            return sent
        seen: Future[Answer] = Future()

        def observe(done: "Future[Answer]") -> None:
            """Before whoever waits for the answer goes on: what was observed is there by then."""
            for observer in self.observers:
                observer(envelope, done.result())
            seen.set_result(done.result())

        sent.add_done_callback(observe)
        return seen

    def _send_event(self, envelope: Envelope) -> None:
        sent = self._send(envelope)
        if self._collecting is not None:
            self._collecting.append(sent)
        sent.add_done_callback(lambda done: self._after(envelope, done.result()))

    def _after(self, envelope: Envelope, answer: Answer) -> None:
        if answer.acked or answer.final or envelope.retry >= len(RETRY_AFTER):
            return
        with self.ws.lock:
            wait = RETRY_AFTER[envelope.retry]
            due = self.ws.clock.now() + wait
            self.retries.append(Retry(due, self._again(envelope, answer.failure or "")))
            if wait and self.ws.clock.running:
                timer = threading.Timer(wait.total_seconds(), self.fire_due)
                timer.daemon = True
                timer.start()
        if not wait:
            self.fire_due()

    @staticmethod
    def _again(envelope: Envelope, reason: str) -> Envelope:
        said = RETRY_REASONS.get(reason, reason)
        return replace(envelope, retry=envelope.retry + 1, reason=said, id=str(uuid4()))


def _waited(attempt: "Future[Answer]") -> Answer:
    """The answer; a failure too where the sandbox was stopped before there was one."""
    try:
        return attempt.result(timeout=2 * ACK_SECONDS)
    except TimeoutError:
        return Answer("operation_timeout")
