"""The local Slack without its port: its parts wired, its clock, its troubles and how to watch it."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from bot.sandbox.clock import Clock
from bot.sandbox.delivery import Delivery
from bot.sandbox.faults import Fault, Faults, Kind
from bot.sandbox.guide import Guide
from bot.sandbox.http_delivery import HttpDelivery
from bot.sandbox.interaction import Interaction
from bot.sandbox.limits import RateLimits
from bot.sandbox.persistence import Keep
from bot.sandbox.person import Person
from bot.sandbox.socket_mode import SocketMode
from bot.sandbox.state import Change, Message, Workspace
from bot.sandbox.traffic import Record, Traffic
from bot.sandbox.triggers import Triggers
from bot.sandbox.web_api import connections
from bot.sandbox.web_api.dispatch import WebApi
from bot.sandbox.workspace_admin import Stage

T = TypeVar("T")


class World(Stage):
    """`keep`: a file that outlives the process. `now`: the clock stands still there until it is moved."""

    def __init__(self, keep: Path | None, now: datetime | None, rate_limits: bool) -> None:
        self.clock = Clock(now)
        self._keep = Keep(keep) if keep else None
        ws = Workspace(self.clock, self._keep)
        if self._keep:
            self._keep.load(ws)
        super().__init__(ws)
        self.faults = Faults()
        self.traffic_log = Traffic(self.clock)
        self.triggers = Triggers()
        self.socket_mode = SocketMode(ws)
        self.delivery = Delivery(ws, self.socket_mode)
        self.limits = RateLimits(self.clock, on=rate_limits)
        self.interaction = Interaction(ws, self.triggers, self.delivery, self.traffic_log)
        self.guide = Guide(ws)
        more = (*connections.methods(self.socket_mode.new_ticket), *self.interaction.views.methods())
        self.web_api = WebApi(ws, self.faults, self.limits, self.traffic_log, more)

    def close(self) -> None:
        if self._keep:
            self._keep.close()

    def person(self, name: str) -> Person:
        return Person(self.interaction, self.user(name))

    def use_http(self, url: str) -> None:
        """Deliver by signed HTTP requests from now on; RequestUrlError where the URL fails the challenge."""
        http = HttpDelivery(url, self.signing_secret)
        http.verify()
        self.delivery.transport = http

    # time
    def advance(self, by: timedelta) -> None:
        self._move_clock(lambda: self.clock.set_forward(by=by))

    def set_clock(self, to: datetime) -> None:
        self._move_clock(lambda: self.clock.set_forward(to=to))

    def when_the_clock_moves(self, do: Callable[[], object]) -> None:
        """`do` may only note down, never wait; time that passes by itself is no move."""

        def note(change: Change) -> None:
            if change.kind == "clock_moved":
                do()

        self.ws.listeners.append(note)

    def _move_clock(self, move: Callable[[], object]) -> None:
        with self.ws.lock:
            move()
            if self._keep:
                self._keep.keep_clock(self.clock.ahead)
            self.ws.changed("clock_moved")
        self.delivery.fire_due()

    # trouble
    def fault(
        self,
        method: str,
        *,
        kind: Kind,
        times: int = 1,
        channel: str | None = None,
        status: int = 500,
        retry_after: int | None = None,
        error: str = "internal_error",
        seconds: float = 1.0,
    ) -> None:
        """See `faults.Fault`."""
        with self.ws.lock:
            where = self.channel_id(channel) if channel else None
            self.faults.add(Fault(method, kind, times, where, status, retry_after, error, seconds))

    def deliver_next_twice(self) -> None:
        self.delivery.deliver_next_twice()

    def drop_sockets_silently(self) -> None:
        self.socket_mode.drop_silently()

    def refresh_sockets(self) -> None:
        self.socket_mode.refresh()

    def refuse_sockets(self, refuse: bool = True) -> None:
        self.socket_mode.refusing = refuse

    def expire_triggers(self) -> None:
        self.triggers.expire_all()

    # watching
    @property
    def connections(self) -> int:
        return self.socket_mode.connections

    def traffic(self, since: int = 0) -> list[Record]:
        return self.traffic_log.records(since)

    def wait_for(self, condition: Callable[[], T], timeout: float = 30) -> T:
        """Return what `condition` gives once it is truthy; it is asked anew after each change here.

        It may also look at things outside, so that it is asked a few times a second anyway.
        """
        deadline = time.monotonic() + timeout
        while True:
            seen = self.ws.last_change
            if found := condition():
                return found
            left = deadline - time.monotonic()
            if left <= 0:
                raise TimeoutError(f"not within {timeout} s; what people see:\n{self.dump()}")
            with self.ws.lock:
                if self.ws.last_change == seen:
                    self.ws.wait(min(left, 0.1))

    def dump(self) -> str:
        """The content of each channel and the last calls, for people who wonder why a test failed."""
        with self.ws.lock:
            lines = []
            for channel in self.ws.channels.values():
                members = ", ".join(self.ws.name_of(each) for each in channel.members)
                lines.append(f"#{channel.name or channel.id} ({members})")
                lines += [f"  {self._line(m)}" for m in self.ws.messages(channel.id)[-20:]]
        calls = [
            f"  {r.direction} {r.name}: {r.error or 'ok'} {r.summary[:200]}" for r in self.traffic()[-20:]
        ]
        return "\n".join([*lines, "last calls and events:", *calls])

    def _line(self, message: Message) -> str:
        to = f" (only to {self.ws.name_of(message.ephemeral_to)})" if message.ephemeral_to else ""
        return f"{message.ts} {self.ws.name_of(message.user)}{to}: {message.words()!r} {message.buttons()}"
