"""Killed at any moment and started again: what was answered is there once, and nothing stands twice."""

from pathlib import Path
from random import Random

import pytest

from tests.kit.processes import bot_process, open_slack
from tests.kit.typing_on import Typist, add_atlas, everything_once

pytestmark = pytest.mark.long

KILLS = 3


def test_killed_at_random_moments_in_twenty_commands(sqlite_url: str, tmp_path: Path) -> None:
    random = Random(20261123)
    with open_slack() as slack:
        add_atlas(slack, sqlite_url)
        typist = Typist(slack, "sanne", 20)
        typist.start()
        for _ in range(KILLS):
            with bot_process(slack, sqlite_url, tmp_path / "log") as bot:
                seen = len(slack.traffic()) + random.randint(1, 30)
                slack.wait_for(lambda seen=seen: len(slack.traffic()) >= seen)  # type: ignore[misc]
                bot.kill()
                slack.wait_for(lambda: slack.connections == 0)
        with bot_process(slack, sqlite_url, tmp_path / "log"):
            typist.join(timeout=60)
            last = Typist(slack, "tom", 1)
            last.run()
            slack.wait_for(lambda: everything_once(slack, [typist, last]))
            assert len(typist.answered) >= 10 and last.answered == [0]
