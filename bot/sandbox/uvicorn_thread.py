"""uvicorn in a thread of its own, on a port of this machine alone."""

import asyncio
import socket
import threading
from contextlib import suppress

import uvicorn
from starlette.requests import Request
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

from bot.sandbox.socket_mode import DeafenableWebSocket

HOST = "127.0.0.1"
START_SECONDS = 10
GRACE_SECONDS = 1


class _Server(uvicorn.Server):
    """Says when it answers, or that it never will; and ends as soon as it is told to, where uvicorn's own
    looks ten times a second whether it is, and then ten times a second whether it is done."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.answering = threading.Event()
        self._told = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._loop = asyncio.get_running_loop()
        self.answering.set()

    def end(self) -> None:
        """From any thread."""
        self._loop.call_soon_threadsafe(self._told.set)

    async def main_loop(self) -> None:
        while not self._told.is_set():
            await self.on_tick(0)
            with suppress(TimeoutError):
                await asyncio.wait_for(self._told.wait(), 1)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for listening in (*self.servers, *(sockets or ())):
            listening.close()
        state = self.server_state
        for connection in list(state.connections):
            connection.shutdown()
        until = self._loop.time() + GRACE_SECONDS
        while (state.connections or state.tasks) and self._loop.time() < until:
            await asyncio.sleep(0.001)
        for task in state.tasks:
            task.cancel()


class UvicornThread:
    def __init__(self, port: int) -> None:
        self.port = port
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None

    def start(self, app: ASGIApp) -> None:
        """Returns when the port answers; port 0 has become a real one then."""
        listening = socket.create_server((HOST, self.port), backlog=128)
        self.port = listening.getsockname()[1]
        config = uvicorn.Config(
            app,
            http="h11",
            ws=DeafenableWebSocket,
            lifespan="off",
            log_config=None,
            access_log=False,
            proxy_headers=False,
        )
        self._server = _Server(config)
        self._thread = threading.Thread(
            target=self._server.run, args=([listening],), name="local-slack", daemon=True
        )
        self._thread.start()
        if not self._server.answering.wait(START_SECONDS):
            raise RuntimeError("the local Slack did not start")

    def stop(self) -> None:
        if self._server and self._thread:
            self._server.end()
            self._thread.join()
            self._server = self._thread = None

    def cut(self, request: Request) -> None:
        """Break the connection that a request came on; to be called in the server's thread."""
        if self._server is None or request.client is None:
            return
        peer = (request.client.host, request.client.port)
        for connection in list(self._server.server_state.connections):
            if isinstance(connection, H11Protocol) and connection.client == peer:
                connection.transport.abort()
