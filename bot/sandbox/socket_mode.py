"""Socket Mode: up to ten web sockets of the app, each envelope to exactly one of them.

The links and what waits for an ack are touched in the event loop's thread alone, so they need no lock;
`send` and the controls may be called from any thread.
"""

import asyncio
import json
import secrets
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any, Literal

from starlette.routing import BaseRoute, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.exceptions import InvalidState
from websockets.http11 import Request

from bot.sandbox.delivery import ACK_SECONDS, Answer, Envelope
from bot.sandbox.state import Json, Workspace

MOST_CONNECTIONS = 10
LEAVE_SECONDS = 10.0
DEAFEN = "local.deafen"
HOST = "applink-local"

# Which interactions may carry an answer in their ack, beside commands.
ANSWERABLE = ("view_submission", "block_suggestion")


class DeafenableWebSocket(WebSocketsSansIOProtocol):
    """uvicorn's web socket, which can be made to hear nothing, not even pings, while TCP stays open."""

    def handle_connect(self, event: Request) -> None:
        super().handle_connect(event)
        if hasattr(self, "scope"):
            extensions: dict[str, Any] = self.scope["extensions"]
            extensions[DEAFEN] = self._deafen

    def shutdown(self) -> None:
        """One that its peer is just closing ends too."""
        try:
            super().shutdown()
        except InvalidState:
            self.transport.close()

    def _deafen(self) -> None:
        self.stop_keepalive()
        self.read_paused = False  # else uvicorn resumes reading at the next receive()
        self.transport.pause_reading()


@dataclass(eq=False)
class Link:
    """One connection. A `leaving` one was told to reconnect, a `deaf` one is dead without knowing it."""

    deafen: Callable[[], None]
    state: Literal["open", "leaving", "deaf"] = "open"
    outbox: "asyncio.Queue[str | None]" = field(default_factory=asyncio.Queue)
    """Frames to send; None closes the connection."""


class SocketMode:
    """The transport of an app in Socket Mode."""

    def __init__(self, ws: Workspace) -> None:
        self.ws = ws
        self.refusing = False
        self.ack_seconds = ACK_SECONDS
        self.links: list[Link] = []
        self._loop: asyncio.AbstractEventLoop | None = None
        self._tickets: set[str] = set()
        self._unacked: dict[str, Future[Answer]] = {}
        self._held: list[Envelope] = []
        self._turn = 0

    def new_ticket(self) -> str:
        """A ticket that `apps.connections.open` puts in the address, good for one connection."""
        ticket = secrets.token_hex(16)
        self._tickets.add(ticket)
        return ticket

    def routes(self) -> list[BaseRoute]:
        return [WebSocketRoute("/link/", self.connect)]

    @property
    def connections(self) -> int:
        """Those that Slack holds for alive."""
        return len(self.links)

    # from any thread
    def send(self, envelope: Envelope) -> "Future[Answer]":
        answer: Future[Answer] = Future()
        if not self._in_loop(self._send, envelope, answer):
            # Nothing is kept for an app that was never here: setting the stage would come back to it.
            answer.set_result(Answer("dispatch_failed", final=True))
        return answer

    def refresh(self, reason: str = "refresh_requested") -> None:
        """Ask each connection to be replaced; it is closed when the app has a new one, or takes its time."""
        self._in_loop(self._refresh, reason)

    def drop_silently(self) -> None:
        self._in_loop(self._drop_silently)

    def hang_up(self) -> None:
        """Close all connections, without a word before."""
        self._in_loop(self._close_those, "open", "leaving")

    def _in_loop(self, function: Callable[..., object], *args: object) -> bool:
        if self._loop is None or self._loop.is_closed():
            return False
        self._loop.call_soon_threadsafe(function, *args)
        return True

    # in the loop's thread
    async def connect(self, socket: WebSocket) -> None:
        ticket = socket.query_params.get("ticket", "")
        if self.refusing or ticket not in self._tickets:
            await socket.close()
            return
        self._tickets.discard(ticket)
        await socket.accept()
        if len(self.links) >= MOST_CONNECTIONS:
            await socket.send_text(_disconnect("too_many_websockets"))
            await socket.close()
            return
        await self._serve(socket, Link(socket.scope["extensions"].get(DEAFEN, lambda: None)))

    async def _serve(self, socket: WebSocket, link: Link) -> None:
        self._loop = asyncio.get_running_loop()
        self.links.append(link)
        await socket.send_text(self._hello())
        sender = self._loop.create_task(_empty(link.outbox, socket))
        self.ws.changed("socket_opened")
        self._close_those("leaving")
        held, self._held = self._held, []
        for envelope in held:
            if envelope.id in self._unacked:
                self._hand_over(envelope)
        try:
            async for text in socket.iter_text():
                self._received(text)
        except WebSocketDisconnect:
            pass
        finally:
            sender.cancel()
            self.links.remove(link)
            self.ws.changed("socket_closed")

    def _hello(self) -> str:
        app_id = self.ws.app.id if self.ws.app else ""
        return json.dumps(
            {
                "type": "hello",
                "num_connections": len(self.links),
                "connection_info": {"app_id": app_id},
                "debug_info": {"host": HOST, "build_number": 1, "approximate_connection_time": 18060},
            }
        )

    def _received(self, text: str) -> None:
        """An ack may come over any connection, as the app may have been reconnecting."""
        try:
            ack = json.loads(text)
        except ValueError:
            return
        if isinstance(ack, dict):
            self._resolve(str(ack.get("envelope_id")), Answer(payload=ack.get("payload")))

    def _resolve(self, envelope_id: str, answer: Answer) -> None:
        waiting = self._unacked.pop(envelope_id, None)
        if waiting is not None:
            waiting.set_result(answer)

    def _send(self, envelope: Envelope, answer: "Future[Answer]") -> None:
        if not self.links:
            answer.set_result(Answer("dispatch_failed"))
            return
        self._unacked[envelope.id] = answer
        asyncio.get_running_loop().call_later(
            self.ack_seconds, self._resolve, envelope.id, Answer("operation_timeout")
        )
        self._hand_over(envelope)

    def _hand_over(self, envelope: Envelope) -> None:
        """Give it to the next open connection; keep it while the app is reconnecting; a deaf one loses it."""
        heard = [link for link in self.links if link.state == "open"]
        if heard:
            self._turn += 1
            heard[self._turn % len(heard)].outbox.put_nowait(_frame(envelope))
        elif any(link.state == "leaving" for link in self.links):
            self._held.append(envelope)

    def _refresh(self, reason: str) -> None:
        for link in self.links:
            if link.state == "open":
                link.state = "leaving"
                link.outbox.put_nowait(_disconnect(reason))
                asyncio.get_running_loop().call_later(LEAVE_SECONDS, link.outbox.put_nowait, None)

    def _close_those(self, *states: str) -> None:
        for link in self.links:
            if link.state in states:
                link.outbox.put_nowait(None)

    def _drop_silently(self) -> None:
        for link in self.links:
            link.state = "deaf"
            link.deafen()
        self.ws.changed("sockets_dropped")


async def _empty(outbox: "asyncio.Queue[str | None]", socket: WebSocket) -> None:
    while (text := await outbox.get()) is not None:
        await socket.send_text(text)
    await socket.close()


def _disconnect(reason: str) -> str:
    return json.dumps({"type": "disconnect", "reason": reason, "debug_info": {"host": HOST}})


def _frame(envelope: Envelope) -> str:
    frame: Json = {
        "envelope_id": envelope.id,
        "payload": envelope.payload,
        "type": envelope.type,
        "accepts_response_payload": envelope.type == "slash_commands"
        or envelope.payload.get("type") in ANSWERABLE,
    }
    if envelope.type == "events_api":
        frame |= {"retry_attempt": envelope.retry, "retry_reason": envelope.reason}
    return json.dumps(frame)
