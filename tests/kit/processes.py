"""The bot as a process of its own beside the local Slack, to be stopped in any way."""

import multiprocessing
import os
import secrets
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Protocol, TypeVar

from bot.__main__ import main
from bot.runtime.settings import Settings
from bot.runtime.wiring import open_registry
from bot.sandbox import LocalSlack, seat_the_cast
from handlers.slack.manifest import manifest

T = TypeVar("T")
FORKING = multiprocessing.get_context("forkserver")
FORKING.set_forkserver_preload(["bot.runtime.process", "bot.runtime.wiring"])


def at_once(work: Callable[[str], T], given: str, count: int) -> list[T]:
    """What `work` of what is given comes to in each of so many processes, which have all modules from the
    beginning and do nothing else."""
    with FORKING.Pool(count, maxtasksperchild=1) as pool:
        return pool.map_async(work, [given] * count, chunksize=1).get(50)


class Process(Protocol):
    @property
    def pid(self) -> int: ...
    def poll(self) -> int | None: ...
    def wait(self, timeout: float | None = None) -> int: ...
    def send_signal(self, sig: int, /) -> None: ...
    def kill(self) -> None: ...


class Fork:
    """A process that has all modules from the beginning: to import them takes as long as the rest of most of
    these stories."""

    def __init__(self, folder: Path, environment: Mapping[str, str], log: Path) -> None:
        self._process = FORKING.Process(target=_run, args=(folder, environment, log))
        self._process.start()

    @property
    def pid(self) -> int:
        assert self._process.pid is not None
        return self._process.pid

    def poll(self) -> int | None:
        return self._process.exitcode

    def wait(self, timeout: float | None = None) -> int:
        self._process.join(timeout)
        assert self._process.exitcode is not None, "it goes on"
        return self._process.exitcode

    def send_signal(self, sig: int, /) -> None:
        os.kill(self.pid, sig)

    def kill(self) -> None:
        self._process.kill()


def _run(folder: Path, environment: Mapping[str, str], log: Path) -> None:
    os.chdir(folder)
    os.environ.update(environment)
    with log.open("ab") as said:
        os.dup2(said.fileno(), sys.stderr.fileno())
    sys.exit(main(["run"]))


class BotProcess:
    """`spil run` with everything in its environment; starts when made."""

    def __init__(self, slack: LocalSlack, database_url: str, log: Path, **more: str) -> None:
        settings = {
            "SLACK_BOT_TOKEN": slack.bot_token,
            "SLACK_APP_TOKEN": slack.app_token,
            "SLACK_API_URL": slack.api_url,
            "DATABASE_URL": database_url,
            **more,
        }
        self.slack = slack
        self.before = slack.connections
        self.log = log
        self.process = self.start(settings)

    def start(self, settings: Mapping[str, str]) -> Process:
        return Fork(self.log.parent, settings, self.log)

    def wait_until_connected(self) -> None:
        self.slack.wait_for(lambda: self.slack.connections > self.before, timeout=90)

    def kill(self) -> None:
        """As `kill -9`: no chance to finish anything. Returns when Slack, too, has seen it go."""
        connected = self.slack.connections
        self.process.kill()
        self.process.wait()
        if connected > self.before:
            self.slack.wait_for(lambda: self.slack.connections < connected)

    def terminate(self) -> int:
        """As the system does it; returns the exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=30)

    def close(self) -> None:
        if self.process.poll() is None:
            self.kill()


class ColdProcess(BotProcess):
    """Started as from a shell."""

    arguments = ("-m", "bot", "run")

    def start(self, settings: Mapping[str, str]) -> Process:
        paths = {"PYTHONPATH": str(Path(__file__).parents[2])}
        with self.log.open("ab") as log:
            return subprocess.Popen(
                [sys.executable, *self.arguments],
                env={**os.environ, **settings, **paths},
                stderr=log,
                cwd=self.log.parent,
            )


def free_port() -> int:
    """None of those that systems give out by themselves: any connection of this machine could be given it
    before whoever asked for it listens there."""
    while True:
        port = 20_000 + secrets.randbelow(12_000)
        with closing(socket.socket()) as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


@contextmanager
def bot_process(
    slack: LocalSlack, database_url: str, log: Path, kind: type[BotProcess] = BotProcess
) -> Iterator[BotProcess]:
    bot = kind(slack, database_url, log)
    try:
        bot.wait_until_connected()
        yield bot
    finally:
        bot.close()


@contextmanager
def open_slack() -> Iterator[LocalSlack]:
    """The local Slack in real time, with the app installed and the cast in place."""
    with LocalSlack(rate_limits=False) as slack:
        settings = Settings(_env_file=None)  # type: ignore[call-arg]
        slack.install(manifest(open_registry(), settings.slash_names))
        seat_the_cast(slack)
        yield slack
