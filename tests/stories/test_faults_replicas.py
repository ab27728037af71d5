"""Two bots on one PostgreSQL: either may answer, one may die, and everything is said once."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage.core.engine import open_engine
from storage.unit_of_work import Storage
from tests.kit.processes import bot_process, open_slack
from tests.kit.typing_on import Typist, add_atlas, everything_once

pytestmark = pytest.mark.long


def let_leases_run_out(database_url: str) -> None:
    """As a minute later; the one that lives does not begin anew what it has in hand."""
    engine = open_engine(database_url)
    Storage(engine).jobs.take_over(datetime.now(UTC))
    engine.dispose()


def test_thirty_commands_to_two_bots_of_which_one_is_killed_half_way(
    postgres_url: str, tmp_path: Path
) -> None:
    with open_slack() as slack:
        add_atlas(slack, postgres_url)
        typists = [Typist(slack, who, 15) for who in ("sanne", "tom")]
        with (
            bot_process(slack, postgres_url, tmp_path / "one.log") as one,
            bot_process(slack, postgres_url, tmp_path / "two.log"),
        ):
            for typist in typists:
                typist.start()
            slack.wait_for(lambda: sum(len(each.answered) for each in typists) >= 12)
            one.kill()
            slack.wait_for(lambda: slack.connections == 1)
            let_leases_run_out(postgres_url)
            for typist in typists:
                typist.join(timeout=60)
            slack.wait_for(lambda: everything_once(slack, typists))
            assert sum(len(each.answered) for each in typists) >= 20
