"""kill -9 between "Slack took it" and "we noted it", a hundred times over."""

from pathlib import Path
from tempfile import TemporaryDirectory

from bot.core.project import Project
from bot.sandbox import LocalSlack
from bot.sandbox.state import TEAM_ID
from storage.core.engine import migrate, open_engine
from tests.benchmarks.rows import Row
from tests.kit.databases import wired_storage
from tests.kit.processes import bot_process, open_slack

TIMES = 100


def bench_kill() -> list[Row]:
    with open_slack() as slack, TemporaryDirectory() as folder:
        url = _database(slack, Path(folder))
        for number in range(TIMES):
            with bot_process(slack, url, Path(folder) / "log") as bot:
                slack.fault("chat.postMessage", kind="no_answer", channel="atlas")
                slack.person("sanne").command(f"/action part {number:03} of the risk log", "atlas")
                slack.wait_for(lambda number=number: _said(slack, number))  # type: ignore[misc]
                bot.kill()
        with bot_process(slack, url, Path(folder) / "log"):
            slack.person("sanne").command("/action the last one", "atlas")
            slack.wait_for(lambda: any("the last one" in each.words() for each in slack.history("atlas")))
        wrong = [number for number in range(TIMES) if _said(slack, number) != 1]
    what = f"{TIMES} kills after Slack took a message: messages not said exactly once"
    return [Row("kill", what, len(wrong), 0, f"{TIMES - len(wrong)} of {TIMES} once")]


def _database(slack: LocalSlack, folder: Path) -> str:
    url = f"sqlite:///{folder / 'spil.db'}"
    engine = open_engine(url)
    migrate(engine)
    with wired_storage(engine).unit_of_work() as uow:
        here, manager = slack.channel_id("atlas"), slack.user_id("sanne")
        uow.projects.add(Project(team=TEAM_ID, channel=here, name="Atlas", manager=manager))
    engine.dispose()
    return url


def _said(slack: LocalSlack, number: int) -> int:
    posts = [each.words() for each in slack.history("atlas") if not each.ephemeral_to]
    return sum(f"part {number:03} " in words for words in posts)
