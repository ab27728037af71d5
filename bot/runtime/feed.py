"""Subscriptions over HTTP: a person's meetings under their secret address, for as long as it holds."""

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import Response

from bot.core.calendar_event import CalendarEvent
from bot.core.jobs import Busy, Permanent, Temporary
from bot.core.ports import OpenUnitOfWork
from bot.meetings import feed
from bot.texts import texts_in
from handlers.slack.directory import Directory

AT_ONCE, WAITING = 2, 20
"""Requests that are worked on, and that are there at all: the rest of a flood is turned away at once, and
Slack has the other threads."""
LOOKS, FETCHES = 50, 10
"""Looks for an address a second, and fetches of one address a minute."""
MOST_PACES = 10_000
RETRY = {"retry-after": "60"}


class Pace:
    """At most so many of a key within so many seconds."""

    def __init__(self, most: int, seconds: float, now: Callable[[], float] = time.monotonic) -> None:
        self.most, self.seconds, self.now = most, seconds, now
        self._seen: dict[str, tuple[float, int]] = {}

    def allows(self, key: str = "") -> bool:
        now = self.now()
        begun, count = self._seen.get(key, (now, 0))
        if now - begun >= self.seconds:
            begun, count = now, 0
        if len(self._seen) >= MOST_PACES:
            self._seen.clear()
        self._seen[key] = (begun, count + 1)
        return count < self.most


@dataclass
class FeedPage:
    reading: OpenUnitOfWork
    directory: Directory
    calendar: Callable[[Sequence[CalendarEvent], str, datetime], bytes]
    now: Callable[[], datetime]
    looks: Pace = field(default_factory=lambda: Pace(LOOKS, 1))
    fetches: Pace = field(default_factory=lambda: Pace(FETCHES, 60))
    _present: int = 0
    _limiter: CapacityLimiter = field(default_factory=lambda: CapacityLimiter(AT_ONCE))

    async def answer(self, request: Request) -> Response:
        if self._present >= WAITING or not self.looks.allows():
            return Response(status_code=429, headers=RETRY)
        self._present += 1
        try:
            token, known = request.path_params["token"], request.headers.get("if-none-match", "")
            return await to_thread.run_sync(self._answer, token, known, limiter=self._limiter)
        except Busy:
            return Response(status_code=503, headers=RETRY)
        finally:
            self._present -= 1

    def _answer(self, token: str, known: str) -> Response:
        """Nobody learns whether there is no such address, or whose it is may see nothing any more."""
        with self.reading() as uow:
            found = feed.owner(uow, token)
        if found is None:
            return Response(status_code=404)
        if not self.fetches.allows(found.token_hash):
            return Response(status_code=429, headers=RETRY)
        # While Slack does not answer, we go by what it said before.
        with suppress(Temporary, Permanent):
            self.directory.learn(found.team, found.user)
        with self.reading() as uow:
            person = uow.people.get(found.team, found.user)
            if person is None or person.gone:
                return Response(status_code=404)
            events = feed.events_of(uow, self.now(), person)
        name = texts_in(person.language).feed_name()
        tag = f'"{sha256(repr((name, events)).encode()).hexdigest()[:32]}"'
        about = {"etag": tag, "cache-control": "private, no-cache", "x-content-type-options": "nosniff"}
        if tag in known:
            return Response(status_code=304, headers=about)
        file = self.calendar(events, name, self.now())
        return Response(file, headers={**about, "content-type": "text/calendar; charset=utf-8"})
