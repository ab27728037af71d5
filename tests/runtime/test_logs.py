"""Logs: a flood of the same line is one line and a count; what people wrote is not in them."""

import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.runtime.logs import SELDOM_SECONDS, Seldom, SeldomFilter

SECRET = "we will close the Utrecht office"
FAIL = """
import sys
from datetime import UTC, datetime
from bot.action_items.model import ActionItem
from bot.action_items.model import ActionItems
from bot.core.jobs import Job
from bot.runtime.job_execution import attempt
from bot.runtime.logs import set_up_logs
from storage.core.engine import open_engine
from storage.tables import metadata
from storage.unit_of_work import Storage

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
SECRET = sys.argv[3]  # of these lines a traceback may show each
storage = Storage(open_engine(sys.argv[1]))

def refused_by_the_database(_job):
    item = ActionItem(project_id=99, number=1, text=SECRET, raised_by="U1", raised_at=NOW)
    with storage.unit_of_work() as uow:
        uow.of(ActionItems).add(item.model_copy(update={"raised_by": None}))

def refused_by_a_rule(_job):
    ActionItem.model_validate({"number": SECRET, "text": [SECRET]})

set_up_logs("debug", sys.argv[2])
for handler in (refused_by_the_database, refused_by_a_rule):
    job = Job(id=1, key="k", kind="test", lane="l", due_at=NOW)
    attempt({"test": handler}, job, lambda: NOW)
"""


def test_what_comes_often_is_said_once_a_minute_with_how_often_it_was() -> None:
    now = [0.0]
    seldom = Seldom(lambda: now[0])
    assert [seldom.times("half") for _ in range(5)] == [1, 0, 0, 0, 0]
    assert seldom.times("unsigned") == 1
    now[0] = SELDOM_SECONDS
    assert [seldom.times("half"), seldom.times("half")] == [5, 0]


@pytest.mark.parametrize(
    ("logger", "line", "kept"),
    [
        ("uvicorn.error", "Invalid HTTP request received.", 1),
        ("asyncio", "socket.accept() out of system resource\nsocket: {}", 1),
        ("slack_bolt.App", "said each time", 100),
        ("sqlalchemy", "said each time", 100),
    ],
)
def test_a_flood_that_strangers_cause_is_one_line(logger: str, line: str, kept: int) -> None:
    seldom = SeldomFilter()
    records = [
        logging.LogRecord(logger, logging.WARNING, "", 0, line.format(number), (), None)
        for number in range(100)
    ]
    assert len([record for record in records if seldom.filter(record)]) == kept


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_bug_is_logged_without_what_it_was_about(database_url: str, form: str) -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, "-c", FAIL, database_url, form, SECRET]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert done.stderr.count("job.bug") == 2
    assert "action_item" in done.stderr and "ValidationError" in done.stderr
    assert "Utrecht" not in done.stderr + done.stdout
