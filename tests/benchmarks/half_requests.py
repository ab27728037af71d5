"""1,000 half requests at 1,024 file handles: Slack and the monitor are answered, the log stays small."""

import resource
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread

from bot.sandbox import LocalSlack
from storage.core.engine import migrate, open_engine
from tests.benchmarks.rows import Row
from tests.kit.processes import BotProcess, free_port, open_slack
from tests.kit.story import told
from tests.kit.typing_on import add_atlas
from tests.stories.test_faults_http import get_status

HELD, HALF_REQUESTS, HANDLES = 1_200, 1_000, 1_024
"""One in six of what is held is the last kind: complete, and not closed."""
ROUNDS, PAUSE = 20, 1
"""In all longer than the time that a request may take."""
PATIENCE = 3
"""Seconds; Slack's own."""
HEAD = b"POST /slack/events HTTP/1.1\r\nHost: spil\r\n"
LONG_BODY = HEAD + b"Content-Length: 100000\r\nX-Slack-Signature: v0=1\r\n\r\n"
KINDS = {
    "nothing at all": (b"", b""),
    "headers without an end": (HEAD, b""),
    "a body that never comes": (LONG_BODY, b""),
    "headers, a byte a second": (HEAD + b"X-Slow: ", b"x"),
    "a body, a byte a second": (LONG_BODY, b"x"),
    "a request, and then silence": (b"GET /health HTTP/1.1\r\nHost: spil\r\n\r\n", b""),
}
"""What is sent at first, and every second from then on."""


def bench_half_requests() -> list[Row]:
    with open_slack() as slack, TemporaryDirectory() as name:
        log = Path(name) / "log"
        with spil_over_http(slack, Path(name), log) as port, held(port) as holder:
            waited = [each for number in range(ROUNDS) for each in _round(slack, port, number)]
            opened = holder.opened
        written = log.stat().st_size / 1e6
    unanswered = sum(seconds is None for seconds in waited)
    slowest = max((seconds for seconds in waited if seconds is not None), default=0)
    flood = f"{HALF_REQUESTS:,} half requests at {HANDLES:,} handles"
    return [
        Row(
            "half-requests",
            f"{flood}: of {len(waited)} /health and commands, not answered in {PATIENCE} s",
            unanswered,
            0,
            f"slowest {slowest:.2f} s, {opened:,} opened",
        ),
        Row("half-requests-log", "MB of log meanwhile", round(written, 3), 1, f"{written:.3f} MB"),
    ]


def _round(slack: LocalSlack, port: int, number: int) -> Iterator[float | None]:
    """Seconds until /health, and until a command, was answered; None for not at all or too late."""
    began = time.perf_counter()
    status = get_status(f"http://127.0.0.1:{port}/health")
    yield _in_time(began, fine=status == 200)
    began = time.perf_counter()
    answer = told(slack.person("sanne").command(f"/action @tom write part {number} by Friday", "atlas"))
    yield _in_time(began, fine=answer == "")
    time.sleep(PAUSE)


def _in_time(began: float, *, fine: bool) -> float | None:
    seconds = time.perf_counter() - began
    return seconds if fine and seconds <= PATIENCE else None


@contextmanager
def spil_over_http(slack: LocalSlack, folder: Path, log: Path) -> Iterator[int]:
    """`spil run` in HTTP mode with few file handles; its port."""
    url, port = f"sqlite:///{folder / 'spil.db'}", free_port()
    engine = open_engine(url)
    migrate(engine)
    engine.dispose()
    add_atlas(slack, url)
    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (HANDLES, hard))
    settings = {"SPIL_HTTP_PORT": str(port), "SLACK_SIGNING_SECRET": slack.signing_secret}
    bot = BotProcess(slack, url, log, **settings)
    # Ours holds the other ends.
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    try:
        slack.wait_for(lambda: get_status(f"http://127.0.0.1:{port}/health") == 200, timeout=20)
        slack.use_http(f"http://127.0.0.1:{port}/slack/events")
        yield port
        assert bot.terminate() == 0
    finally:
        bot.close()


class Holder(Thread):
    """Holds half requests of all kinds open, and replaces each that was closed."""

    def __init__(self, port: int) -> None:
        super().__init__(daemon=True)
        self.port = port
        self.opened = 0
        self.all_are_open, self.stop = Event(), Event()
        self._kinds = cycle(KINDS.values())
        self._held: dict[socket.socket, bytes] = {}

    def run(self) -> None:
        while not self.stop.is_set():
            for _ in range(HELD - len(self._held)):
                with suppress(OSError):
                    self._open()
            self.all_are_open.set()
            self.stop.wait(1)
            for each, next_byte in list(self._held.items()):
                if not _is_open(each, next_byte):
                    del self._held[each]
                    each.close()
        for each in self._held:
            each.close()

    def _open(self) -> None:
        first, next_byte = next(self._kinds)
        connection = socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE)
        self._held[connection] = next_byte
        self.opened += 1
        connection.sendall(first)
        connection.setblocking(False)


def _is_open(connection: socket.socket, next_byte: bytes) -> bool:
    try:
        connection.send(next_byte)
        while connection.recv(1_000):
            pass
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False


@contextmanager
def held(port: int) -> Iterator[Holder]:
    holder = Holder(port)
    holder.start()
    assert holder.all_are_open.wait(60)
    try:
        yield holder
    finally:
        holder.stop.set()
        holder.join()
