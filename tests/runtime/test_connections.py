"""Half requests over real sockets: they end, and make room for whoever comes next."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import pytest
from slack_bolt import App
from slack_sdk import WebClient

from bot.runtime.connections import HalfRequests
from bot.runtime.web import HttpEntrance

HEAD = b"POST /slack/events HTTP/1.1\r\nHost: spil\r\n"
HEALTH = b"GET /health HTTP/1.1\r\nHost: spil\r\n\r\n"
HALVES = {
    "nothing at all": b"",
    "headers without an end": HEAD + b"X-Slow: x",
    "a body that does not come": HEAD + b"Content-Length: 9\r\n\r\nx",
    "chunks without an end": HEAD + b"Transfer-Encoding: chunked\r\n\r\n1\r\nx\r\n",
}
PATIENCE = 30
"""Seconds, for a machine under load; each test waits for what happens, not for time to pass."""
Connect = Callable[[bytes], socket.socket]


@contextmanager
def serving(half_requests: HalfRequests) -> Iterator[Connect]:
    app = App(
        client=WebClient("xoxb-1"), token_verification_enabled=False, request_verification_enabled=False
    )
    entrance = HttpEntrance(app, "secret", "127.0.0.1", 0, half_requests)
    address, opened = entrance.socket.getsockname(), []

    def connect(first: bytes) -> socket.socket:
        connection = socket.create_connection(address, timeout=PATIENCE)
        connection.sendall(first)
        opened.append(connection)
        return connection

    entrance.open()
    try:
        yield connect
    finally:
        entrance.close()
        for connection in opened:
            connection.close()
    assert not entrance.thread.is_alive()


def rest(connection: socket.socket) -> bytes:
    """All that comes until the other side ends it."""
    heard = b""
    with suppress(ConnectionResetError):
        while part := connection.recv(1_000):
            heard += part
    return heard


def status(connection: socket.socket) -> bytes:
    return rest(connection).partition(b"\r\n")[0]


@pytest.mark.parametrize("half", HALVES.values(), ids=HALVES)
def test_a_half_request_ends_when_its_time_is_up(half: bytes) -> None:
    with serving(HalfRequests(10, seconds=0.2)) as connect:
        assert rest(connect(half)) == b""


def test_a_byte_now_and_then_buys_no_time() -> None:
    with serving(HalfRequests(10, seconds=0.5)) as connect:
        slow = connect(HEAD + b"X-Slow: ")
        slow.settimeout(0.05)
        with pytest.raises(ConnectionError):
            while True:
                slow.sendall(b"x")
                with suppress(TimeoutError):
                    if slow.recv(1) == b"":
                        raise ConnectionError


@pytest.mark.parametrize("half", HALVES.values(), ids=HALVES)
def test_the_oldest_half_request_makes_room_and_all_newcomers_are_answered(half: bytes) -> None:
    with serving(HalfRequests(3)) as connect:
        halves = [connect(half) for _ in range(6)]
        assert status(connect(HEALTH)) == b"HTTP/1.1 200 OK"
        assert [rest(each) for each in halves[:3]] == [b"", b"", b""]
        halves[-1].setblocking(False)
        with pytest.raises(BlockingIOError):
            halves[-1].recv(1)


def test_large_halves_make_room_too() -> None:
    with serving(HalfRequests(10, most_bytes=50_000)) as connect:
        halves = [connect(HEAD + b"Content-Length: 90000\r\n\r\n" + b"x" * 20_000) for _ in range(4)]
        assert rest(halves[0]) == b""
        assert status(connect(HEALTH)) == b"HTTP/1.1 200 OK"


def test_a_connection_is_closed_after_its_answer() -> None:
    with serving(HalfRequests(10)) as connect:
        assert rest(connect(HEALTH + HEALTH)).count(b"HTTP/1.1 200 OK") == 1


def test_what_is_no_http_is_refused_in_one_line(caplog: pytest.LogCaptureFixture) -> None:
    """Whether it comes before the application began to read, or after."""
    wrong_chunk = HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n"
    with serving(HalfRequests(10)) as connect:
        for each in (b"\x16\x03\x01\x02\x00\r\n\r\n", HEAD * 2_000, wrong_chunk):
            assert status(connect(each)) == b"HTTP/1.1 400 Bad Request"
        begun = connect(HALVES["chunks without an end"])
        begun.sendall(b"zz\r\n")
        assert status(begun) == b"HTTP/1.1 400 Bad Request"
        upgrade = HEALTH.replace(b"\r\n\r\n", b"\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n")
        assert status(connect(upgrade)) == b"HTTP/1.1 200 OK"
    assert [record for record in caplog.records if record.exc_info] == []
