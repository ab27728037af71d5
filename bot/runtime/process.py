"""The running process: the way in from Slack, the clock, and a clean end."""

import gc
import signal
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from threading import Event
from typing import Protocol

import structlog
from slack_bolt.adapter.socket_mode import SocketModeHandler

from bot.runtime.settings import Settings
from bot.runtime.wiring import Spil

log = structlog.get_logger()
PING_SECONDS = 1.5
"""The client takes its peer for dead after four pings without an answer; its default is deaf for a minute."""


MUTE_SECONDS = 6
LOOK_SECONDS = 1
"""Between looks whether to stop."""


class Entrance(Protocol):
    """The way by which Slack reaches us: a web socket that we open, or signed HTTP."""

    def open(self) -> None: ...
    def close(self) -> None: ...


class SocketEntrance:
    def __init__(self, spil: Spil, app_token: str) -> None:
        self.handler = SocketModeHandler(spil.app, app_token, ping_interval=PING_SECONDS)
        self.handler.client.send_message = self._send  # type: ignore[method-assign]
        self._newest: tuple[object, float] = (None, 0)
        spil.clock.every(PING_SECONDS, self.leave_the_mute, "socket")

    def open(self) -> None:
        self.handler.connect()  # type: ignore[no-untyped-call]

    def _send(self, message: str) -> None:
        """Send over the newest connection: the client closes the former one before it has put the new one in
        its place, and an answer that is sent in between is lost."""
        client = self.handler.client
        with client.connect_operation_lock:
            pass  # a connection that is being replaced is replaced then
        type(client).send_message(client, message)

    def leave_the_mute(self) -> None:
        """Leave a connection that never answered a single ping: the client itself, which counts from the
        last answer, would stay with it for good. It then opens another."""
        session = self.handler.client.current_session
        if session is None or not session.is_active():
            return
        if self._newest[0] is not session:
            self._newest = (session, time.monotonic())
        elif session.last_ping_pong_time is None and time.monotonic() - self._newest[1] > MUTE_SECONDS:
            log.warning("socket.mute")
            session.disconnect()

    def close(self) -> None:
        """Take nothing more from Slack, answer what was taken, then let the socket go."""
        client = self.handler.client
        client.closed, client.auto_reconnect_enabled = True, False
        # Wakes the thread that waits for the next message, which else stays for a second.
        client.message_processor.event.set()
        client.message_queue.put("")
        client.message_processor.shutdown()  # type: ignore[no-untyped-call]
        client.message_workers.shutdown()
        session = client.current_session
        if session is not None and session.sock is not None:
            # Wakes the receiving thread, which else keeps the socket to itself for three seconds.
            with suppress(OSError):
                session.sock.shutdown(socket.SHUT_RD)
        receiving = client.current_session_runner
        receiving.event.set()
        while receiving.is_alive():
            # Again and again: it takes this back just as it begins with a connection, and would never end.
            client.current_session_state.terminated = True
            receiving.thread.join(0.01)
        self.handler.close()  # type: ignore[no-untyped-call]


@dataclass(frozen=True)
class Together:
    """Calendars come in by HTTP, and Slack by its socket."""

    calendars: Entrance
    slack: Entrance

    def open(self) -> None:
        self.calendars.open()
        self.slack.open()

    def close(self) -> None:
        self.slack.close()
        self.calendars.close()


def entrance(spil: Spil, settings: Settings) -> Entrance:
    """Raise SettingsError when HTTP is asked for at an address or a port that cannot be had."""
    feed = spil.feed.answer if settings.spil_public_url else None
    host, port = settings.spil_http_host, settings.spil_http_port
    by_socket = None
    if not settings.over_http:
        assert settings.slack_app_token is not None
        by_socket = SocketEntrance(spil, settings.slack_app_token.get_secret_value())
        if feed is None or port is None:
            return by_socket
    from bot.runtime.web import HttpEntrance  # late: who comes by the socket need not wait for it

    assert port is not None
    if by_socket:
        return Together(HttpEntrance(None, "", host, port, feed=feed), by_socket)
    assert settings.slack_signing_secret is not None
    return HttpEntrance(spil.app, settings.slack_signing_secret.get_secret_value(), host, port, feed=feed)


def run(spil: Spil, way_in: Entrance, stop: Event, ready: Callable[[], None] = lambda: None) -> None:
    """Work until `stop` is set, then finish what is in hand and leave nothing half done."""
    spil.start()
    way_in.open()
    log.info("spil.started")
    ready()
    # All that is loaded stays: going through it for garbage now and then cost a tenth of a second.
    gc.freeze()
    try:
        # Looked for, too: a signal that comes just as a wait without end begins is heard with the next one.
        while not stop.wait(LOOK_SECONDS):
            pass
    finally:
        way_in.close()
        spil.stop()
        log.info("spil.stopped")


def stop_on_signals() -> Event:
    """Set by SIGTERM and by Ctrl-C."""
    stop = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda _number, _frame: stop.set())
    return stop
