"""Two bots on one PostgreSQL, of which one is paused for longer than its lease."""

import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from threading import Thread

from sqlalchemy import Engine, text

from bot.sandbox import LocalSlack, Message
from storage.core.engine import open_engine
from tests.kit.pausing import PausableBot, Step, Trap
from tests.kit.processes import open_slack
from tests.kit.typing_on import add_atlas

PATIENCE = 90
OPEN = "SELECT count(*) FROM job WHERE state = 'open' AND due_at <= now()"
TAKEN_OVER = "SELECT count(*) FROM job WHERE attempts > 1"


class Pauses:
    def __init__(self, slack: LocalSlack, engine: Engine, trap: Trap, bots: list[PausableBot]) -> None:
        self.slack = slack
        self.engine = engine
        self.trap = trap
        self.bots = bots

    def pause(self, act: Callable[[], object], method: str, step: Step, *, until_done: bool) -> None:
        """Stop whichever bot first gets to `step` because of `act`, until the other has taken its job over:
        as soon as that has happened, or only when it is done. Then wait until both are at rest."""
        before = self._count(TAKEN_OVER)
        self.trap.set(method, step)
        Thread(target=self._quietly, args=(act,), daemon=True).start()
        stopped = self.slack.wait_for(lambda: next((b for b in self.bots if b.is_stopped()), None), PATIENCE)
        assert stopped is not None
        self.slack.wait_for(lambda: self._count(TAKEN_OVER) > before, PATIENCE)
        if until_done:
            self.slack.wait_for(lambda: self._count(f"{OPEN} AND attempts > 1") == 0, PATIENCE)
        lost = stopped.logged("job.lost")
        stopped.go_on()
        self.slack.wait_for(lambda: stopped.logged("job.lost") > lost, PATIENCE)
        self.slack.wait_for(lambda: self._count(OPEN) == 0, PATIENCE)

    def cards(self, words: str) -> list[Message]:
        return [
            each for each in self.slack.history("atlas") if words in each.words() and not each.ephemeral_to
        ]

    def files(self, who: str) -> list[Message]:
        return [each for each in self.slack.person(who).dm() if each.files]

    def doubled(self) -> int:
        """How often a second message was posted, and taken away."""
        return sum(bot.logged("message.doubled") for bot in self.bots)

    @staticmethod
    def _quietly(act: Callable[[], object]) -> None:
        # Slack's answer may be that the bot, which was paused, did not hear.
        with suppress(Exception):
            act()

    def _count(self, query: str) -> int:
        with self.engine.connect() as connection:
            return int(connection.execute(text(query)).scalar_one())


@contextmanager
def open_pauses(database_url: str, folder: Path) -> Iterator[Pauses]:
    with open_slack() as slack, ExitStack() as ending:
        add_atlas(slack, database_url)
        engine = open_engine(database_url)
        ending.callback(engine.dispose)
        bots = []
        for name in ("one.log", "two.log"):
            bot = PausableBot(slack, database_url, folder / name, folder)
            ending.callback(bot.close)
            ending.callback(bot.process.send_signal, signal.SIGCONT)
            bots.append(bot)
        slack.wait_for(lambda: slack.connections == len(bots), timeout=PATIENCE)
        yield Pauses(slack, engine, Trap(folder), bots)
