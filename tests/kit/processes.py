"""The bot as a process of its own beside the local Slack, to be stopped in any way."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from bot.runtime.settings import Settings
from bot.runtime.wiring import open_registry
from bot.sandbox import LocalSlack, seat_the_cast
from handlers.slack.manifest import manifest


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
        self.log = log.open("ab")
        self.process = subprocess.Popen(
            self.command,
            env={**os.environ, **settings, "PYTHONPATH": str(Path(__file__).parents[2])},
            stderr=self.log,
            cwd=log.parent,
        )

    @property
    def command(self) -> list[str]:
        return [sys.executable, "-m", "bot", "run"]

    def wait_until_connected(self) -> None:
        self.slack.wait_for(lambda: self.slack.connections > self.before, timeout=20)

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
        return self.process.wait(timeout=15)

    def close(self) -> None:
        if self.process.poll() is None:
            self.kill()
        self.log.close()


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def bot_process(slack: LocalSlack, database_url: str, log: Path, **more: str) -> Iterator[BotProcess]:
    bot = BotProcess(slack, database_url, log, **more)
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
