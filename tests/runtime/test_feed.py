"""A flood of requests for calendars: most are turned away at once, and nobody else waits."""

import asyncio
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from threading import Event
from typing import Any, cast

from slack_bolt import App
from slack_sdk import WebClient
from starlette.requests import Request

from bot.core.jobs import Busy
from bot.core.ports import UnitOfWork
from bot.runtime.web import LOOKS, WAITING, FeedPage, HttpEntrance, Pace
from handlers.slack.directory import Directory
from storage.unit_of_work import Storage
from tests.kit.clock import MONDAY


def page(reading: Any, looks: Pace) -> FeedPage:
    nobody = cast(Directory, None)
    return FeedPage(reading, nobody, lambda *_: b"", lambda: MONDAY, looks)


def asked(token: str = "x") -> Request:
    return Request({"type": "http", "method": "GET", "headers": [], "path_params": {"token": token}})


def test_more_than_so_many_at_once_are_turned_away_while_others_are_worked_on(storage: Storage) -> None:
    on = Event()

    @contextmanager
    def slow() -> Iterator[UnitOfWork]:
        on.wait(10)
        with storage.reading() as uow:
            yield uow

    async def flood() -> list[int]:
        opened = page(slow, Pace(10**6, 1))
        answers = [asyncio.create_task(opened.answer(asked())) for _ in range(3 * WAITING)]
        turned_away, _ = await asyncio.wait(answers, return_when=asyncio.FIRST_COMPLETED)
        assert {each.result().status_code for each in turned_away} == {429}
        on.set()
        return [response.status_code for response in await asyncio.gather(*answers)]

    assert sorted(asyncio.run(flood())) == [404] * WAITING + [429] * 2 * WAITING


def test_who_guesses_addresses_may_look_so_often_a_second(storage: Storage) -> None:
    now = 0.0
    opened = page(storage.reading, Pace(LOOKS, 1, lambda: now))

    async def guess(count: int) -> list[int]:
        return [(await opened.answer(asked(str(each)))).status_code for each in range(count)]

    assert asyncio.run(guess(LOOKS + 2)) == [404] * LOOKS + [429] * 2
    now = 1.0
    assert asyncio.run(guess(1)) == [404]


def test_while_the_database_is_busy_a_calendar_is_asked_to_come_back() -> None:
    @contextmanager
    def busy() -> Iterator[UnitOfWork]:
        raise Busy
        yield

    answered = asyncio.run(page(busy, Pace(1, 1)).answer(asked()))
    assert (answered.status_code, answered.headers["retry-after"]) == (503, "60")


def test_calendars_come_in_beside_slack_and_without_it(storage: Storage) -> None:
    bolt = App(client=WebClient("x"), token_verification_enabled=False, request_verification_enabled=False)
    opened = page(storage.reading, Pace(LOOKS, 1))
    for app, slack in ((bolt, 401), (None, 404)):
        entrance = HttpEntrance(app, "secret", "127.0.0.1", 0, feed=opened.answer)
        entrance.open()
        try:
            port = entrance.socket.getsockname()[1]
            calendar, longer = (status(port, "GET", f"/calendar/{each}.ics") for each in ("x", "x" * 10_000))
            assert (calendar, longer, status(port, "HEAD", "/calendar/x.ics")) == (404, 404, 404)
            assert status(port, "POST", "/slack/events") == slack
            assert status(port, "GET", "/health") == 200
        finally:
            entrance.close()


def status(port: int, method: str, path: str) -> int:
    with closing(HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
        connection.request(method, path)
        return connection.getresponse().status
