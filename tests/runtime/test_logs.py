"""Logs: a flood of the same line is one line, and a count."""

import logging

import pytest

from bot.runtime.logs import SELDOM_SECONDS, Seldom, SeldomFilter


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
