"""A slash command through Bolt that writes, 20 at once: against a bare Bolt listener that inserts one row,
and in a project with thousands of open items against one with none."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from pydantic import SecretStr
from slack_bolt import Ack, App, BoltRequest
from slack_sdk import WebClient
from sqlalchemy import Column, Integer, MetaData, String, Table, event, insert

from bot.action_items.change import create
from bot.core.context import by_clock
from bot.core.project import Project
from bot.runtime.settings import Settings
from bot.runtime.wiring import open_spil
from bot.sandbox import LocalSlack
from bot.sandbox.state import TEAM_ID
from storage.core.engine import open_engine
from tests.benchmarks.rows import Row
from tests.kit.processes import open_slack

AT_ONCE, COMMANDS, ROUNDS = 20, 600, 3
OPEN, FEW = 3_000, 200
"""Open items of the project that has many, and commands of one round in each."""
NUMBERS = count()


def bench_command() -> list[Row]:
    """The p99 of each, the median of three rounds taken in turn."""
    with open_slack() as slack, TemporaryDirectory() as folder:
        ours, bare = _spil(slack, Path(folder, "spil.db")), _bare(slack, Path(folder))
        a, b = _medians(slack, ours, bare, COMMANDS)
        what = "/action, p99 at 20 at once, SQLite / bare listener, one row"
        rows = [Row("command", what, round(a / b, 2), 1.2, f"{a:.0f} ms", f"{b:.0f} ms")]
        many, none = (_spil(slack, Path(folder, f"{opened}.db"), opened) for opened in (OPEN, 0))
        a, b = _medians(slack, many, none, FEW)
        what = f"/action, p99 at 20 at once, {OPEN:,} open items / none"
        return [*rows, Row("command", what, round(a / b, 2), 1.2, f"{a:.0f} ms", f"{b:.0f} ms")]


def _medians(slack: LocalSlack, one: App, other: App, commands: int) -> tuple[float, float]:
    for app in (one, other):
        _p99(slack, app, 50)
    rounds = [(_p99(slack, one, commands), _p99(slack, other, commands)) for _ in range(ROUNDS)]
    a, b = (median(column) for column in zip(*rounds, strict=True))
    return a, b


def _spil(slack: LocalSlack, path: Path, opened: int = 0) -> App:
    """Delivery is not started: the bare listener has none either. `opened`: items that are open."""
    settings = Settings(
        _env_file=None,  # type: ignore[call-arg]
        slack_bot_token=SecretStr(slack.bot_token),
        slack_api_url=slack.api_url,
        database_url=SecretStr(f"sqlite:///{path}"),
    )
    spil = open_spil(settings)
    with spil.storage.unit_of_work() as uow:
        here, manager = slack.channel_id("atlas"), slack.user_id("sanne")
        project = uow.projects.add(Project(team=TEAM_ID, channel=here, name="Atlas", manager=manager))
        ctx = by_clock(uow, datetime.now(UTC), project)
        for number in range(opened):
            create(ctx, text=f"update the risk log, step {number}", owner=None)
    return spil.app


def _bare(slack: LocalSlack, folder: Path) -> App:
    """On the same engine, made safe in the same way; only without our order among writers."""
    engine = open_engine(f"sqlite:///{folder / 'bare.db'}")
    # Without an order among writers some wait longer than we let them: that is in its p99, and no failure.
    event.listen(engine, "connect", lambda opened, _record: opened.execute("PRAGMA busy_timeout=9000"))
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


def _p99(slack: LocalSlack, app: App, commands: int) -> float:
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
