"""A slash command through Bolt that writes, 20 at once, against a bare Bolt listener that inserts one row."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from pydantic import SecretStr
from slack_bolt import Ack, App, BoltRequest
from slack_sdk import WebClient
from sqlalchemy import Column, Integer, MetaData, String, Table, insert

from bot.core.project import Project
from bot.runtime.settings import Settings
from bot.runtime.wiring import open_spil
from bot.sandbox import LocalSlack
from bot.sandbox.state import TEAM_ID
from storage.core.engine import open_engine
from tests.benchmarks.rows import Row
from tests.kit.processes import open_slack

AT_ONCE, COMMANDS, ROUNDS = 20, 600, 3
NUMBERS = count()


def bench_command() -> list[Row]:
    """The p99 of each, the median of three rounds taken in turn."""
    with open_slack() as slack, TemporaryDirectory() as folder:
        ours, bare = _spil(slack, Path(folder)), _bare(slack, Path(folder))
        _p99(slack, ours, 50)
        _p99(slack, bare, 50)
        rounds = [(_p99(slack, ours), _p99(slack, bare)) for _ in range(ROUNDS)]
    a, b = (sorted(column)[ROUNDS // 2] for column in zip(*rounds, strict=True))
    what = "/action, p99 at 20 at once, SQLite / bare listener, one row"
    return [Row("command", what, round(a / b, 2), 2.0, f"{a:.0f} ms", f"{b:.0f} ms")]


def _spil(slack: LocalSlack, folder: Path) -> App:
    """Delivery is not started: the bare listener has none either."""
    settings = Settings(
        _env_file=None,  # type: ignore[call-arg]
        slack_bot_token=SecretStr(slack.bot_token),
        slack_api_url=slack.api_url,
        database_url=SecretStr(f"sqlite:///{folder / 'spil.db'}"),
    )
    spil = open_spil(settings)
    with spil.storage.unit_of_work() as uow:
        here, manager = slack.channel_id("atlas"), slack.user_id("sanne")
        uow.projects.add(Project(team=TEAM_ID, channel=here, name="Atlas", manager=manager))
    return spil.app


def _bare(slack: LocalSlack, folder: Path) -> App:
    """On the same engine, made safe in the same way; only without our order among writers."""
    engine = open_engine(f"sqlite:///{folder / 'bare.db'}")
    table = Table("row", MetaData(), Column("id", Integer, primary_key=True), Column("text", String))
    table.create(engine)
    app = App(
        client=WebClient(token=slack.bot_token, base_url=slack.api_url),
        listener_executor=ThreadPoolExecutor(AT_ONCE),
    )

    @app.command("/action")
    def listener(ack: Ack, body: dict[str, Any]) -> None:
        with engine.begin() as connection:
            connection.execute(insert(table).values(text=body["text"]))
        ack()

    return app


def _p99(slack: LocalSlack, app: App, commands: int = COMMANDS) -> float:
    """In milliseconds."""

    def once(request: BoltRequest) -> float:
        began = perf_counter()
        assert app.dispatch(request).status == 200
        return (perf_counter() - began) * 1000

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return quantiles(pool.map(once, _requests(slack, commands)), n=100)[98]


def _requests(slack: LocalSlack, commands: int) -> Iterator[BoltRequest]:
    about = {
        "command": "/action",
        "team_id": TEAM_ID,
        "user_id": slack.user_id("sanne"),
        "channel_id": slack.channel_id("atlas"),
        "response_url": f"{slack.url}/none",
    }
    for number, _ in zip(NUMBERS, range(commands), strict=False):
        text = f"<@{slack.user_id('tom')}> update the risk log, part {number} by Friday"
        yield BoltRequest(mode="socket_mode", body={**about, "text": text, "trigger_id": f"{number}.1"})
