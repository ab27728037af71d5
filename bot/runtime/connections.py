"""HTTP connections whose request is incomplete: bounded in time, number and size.

uvicorn keeps them for ever, and turns newcomers away once there are many; either way Slack gets no answer.
Here the oldest makes room for whoever comes next.
"""

import asyncio
from functools import partial
from typing import Any, cast

import structlog
from uvicorn.protocols.http.h11_impl import H11Protocol

from bot.runtime.logs import Seldom

REQUEST_SECONDS = 10
"""From the connection to the last byte of the request. Slack sends each in one go, and waits for three."""
MOST_BYTES = 32_000_000

log = structlog.get_logger()


class HalfRequests:
    """Connections that have not sent their whole request, in the order in which they came."""

    def __init__(self, most: int, most_bytes: int = MOST_BYTES, seconds: float = REQUEST_SECONDS) -> None:
        self.most, self.most_bytes, self.seconds = most, most_bytes, seconds
        self._held: dict[GuardedConnection, int] = {}
        self._bytes = 0
        self._seldom = Seldom()

    def grow(self, connection: "GuardedConnection", size: int) -> None:
        """Count a new connection, or `size` bytes more of one; close the oldest where it is too much."""
        self._held[connection] = self._held.get(connection, 0) + size
        self._bytes += size
        while len(self._held) > self.most or self._bytes > self.most_bytes:
            self.drop(next(iter(self._held)))

    def remove(self, connection: "GuardedConnection") -> None:
        self._bytes -= self._held.pop(connection, 0)

    def drop(self, connection: "GuardedConnection") -> None:
        self.remove(connection)
        connection.transport.abort()
        if times := self._seldom.times("half"):
            log.warning("http.half_requests", closed=times)


class GuardedConnection(H11Protocol):
    """One request per connection: it is closed after the answer; what follows the request is ignored."""

    def __init__(self, half_requests: HalfRequests, **uvicorns: Any) -> None:
        super().__init__(**uvicorns)
        self.half_requests = half_requests
        self.deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self.deadline = self.loop.call_later(self.half_requests.seconds, self.half_requests.drop, self)
        self.half_requests.grow(self, 0)

    def data_received(self, data: bytes) -> None:
        if self.is_complete():
            return
        self.half_requests.grow(self, len(data))
        if self.transport.is_closing():
            return
        super().data_received(data)
        if self.is_complete():
            self._release()

    def is_complete(self) -> bool:
        return self.cycle is not None and not self.cycle.more_body

    def connection_lost(self, exc: Exception | None) -> None:
        self._release()
        super().connection_lost(exc)

    def shutdown(self) -> None:
        if self.is_complete():
            super().shutdown()
        else:
            # uvicorn would wait for the rest of it.
            self.transport.abort()

    def send_400_response(self, msg: str) -> None:
        """Refuse what is no HTTP; the application may have begun to answer, or be about to."""
        if self.cycle is None:
            super().send_400_response(msg)
            return
        self.cycle.disconnected = True
        if self.cycle.response_started:
            self.transport.abort()
        else:
            super().send_400_response(msg)

    def _release(self) -> None:
        self.half_requests.remove(self)
        if self.deadline is not None:
            self.deadline.cancel()


def guarded(half_requests: HalfRequests) -> type[asyncio.Protocol]:
    """For uvicorn, which calls it to make a connection."""
    return cast(type[asyncio.Protocol], partial(GuardedConnection, half_requests))
