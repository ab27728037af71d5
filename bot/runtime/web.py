"""The way in over HTTP: Slack's signed requests, calendars that ask for meetings, and a sign of life."""

import errno
import socket
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from threading import Thread

import structlog
import uvicorn
from anyio import CapacityLimiter, to_thread
from slack_bolt import App, BoltRequest
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route, Router

from bot.core.calendar_event import CalendarEvent
from bot.core.jobs import Busy, Permanent, Temporary
from bot.core.ports import OpenUnitOfWork
from bot.meetings import feed
from bot.runtime.connections import HalfRequests, guarded
from bot.runtime.logs import Seldom
from bot.runtime.settings import SettingsError
from bot.runtime.signed_requests import Malformed, is_signed, read_payload
from bot.texts import texts_in
from handlers.slack.directory import Directory

LARGEST_BODY = 1_000_000
"""Bytes; Slack's own are far smaller."""
USUAL_HANDLES = 1024
MOST_HALF_REQUESTS = 512

log = structlog.get_logger()


Page = Callable[[Request], Awaitable[Response]]


def web_app(
    app: App | None, secret: str, feed: Page | None = None, now: Callable[[], float] = time.time
) -> Router:
    """`app`: where Slack comes in here; `feed`: where calendars find people's meetings."""
    seldom = Seldom()

    def refuse(status: int, name: str, why: str) -> Response:
        if times := seldom.times(name):
            log.warning(name, why=why, times=times)
        return Response(status_code=status)

    async def slack(request: Request) -> Response:
        try:
            body = await _read(request)
        except ClientDisconnect:
            return Response(status_code=400)
        if body is None:
            return PlainTextResponse("too large", status_code=413)
        if not _is_slacks(request, body, secret, now()):
            return refuse(401, "http.unsigned", "not signed by Slack with this secret, or too long ago")
        try:
            payload = read_payload(request.headers.get("content-type", ""), body)
            # As from a socket: the signature is checked, and Bolt would read the body once more, in its way.
            bolt_request = BoltRequest(body=payload, mode="socket_mode")
        except (Malformed, AttributeError, LookupError, TypeError) as problem:
            return refuse(400, "http.malformed", str(problem) or type(problem).__name__)
        # In a thread: the synchronous dispatch would hold up every other request.
        assert app is not None
        answer = await run_in_threadpool(app.dispatch, bolt_request)
        return Response(
            answer.body, status_code=answer.status, headers={k: v[0] for k, v in answer.headers.items()}
        )

    async def alive(_request: Request) -> Response:
        return PlainTextResponse("ok")

    routes = [Route("/health", alive)]
    if app is not None:
        routes.append(Route("/slack/events", slack, methods=["POST"]))
    if feed is not None:
        routes.append(Route("/calendar/{token}.ics", feed))
    return Router(routes, redirect_slashes=False)


def _is_slacks(request: Request, body: bytes, secret: str, now: float) -> bool:
    timestamps = request.headers.getlist("x-slack-request-timestamp")
    signatures = request.headers.getlist("x-slack-signature")
    if len(timestamps) != 1 or len(signatures) != 1:
        return False
    return is_signed(secret, timestamps[0], signatures[0], body, now)


async def _read(request: Request) -> bytes | None:
    """None as soon as it is too large: in chunks, nobody says beforehand how much will come."""
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > LARGEST_BODY:
            return None
    return bytes(body)


class HttpEntrance:
    """Listens as soon as it is made, and answers when it is opened; raise SettingsError."""

    def __init__(
        self,
        app: App | None,
        secret: str,
        host: str,
        port: int,
        half_requests: HalfRequests | None = None,
        feed: Page | None = None,
    ) -> None:
        self.socket = listen(host, port)
        most, accepted_at_once = _limits(_file_handles())
        config = uvicorn.Config(
            web_app(app, secret, feed),
            http=guarded(half_requests or HalfRequests(most)),
            ws="none",
            loop="asyncio",
            lifespan="off",
            backlog=accepted_at_once,
            headers=[("connection", "close")],
            server_header=False,
            log_config=None,
            access_log=False,
        )
        self.server = uvicorn.Server(config)
        self.thread = Thread(target=self.server.run, args=([self.socket],), name="http", daemon=True)

    def open(self) -> None:
        self.thread.start()

    def close(self) -> None:
        self.server.should_exit = True
        self.thread.join(timeout=5)


def listen(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family)
    except OSError as problem:
        raise SettingsError(_what_to_do(problem, host, port)) from None


def _what_to_do(problem: OSError, host: str, port: int) -> str:
    match problem:
        case socket.gaierror() | OSError(errno=errno.EADDRNOTAVAIL):
            return f"SPIL_HTTP_HOST: {host} is not an address of this machine; 127.0.0.1 always is."
        case OSError(errno=errno.EADDRINUSE):
            return f"SPIL_HTTP_PORT: another program listens on port {port} of {host}; choose another port."
        case OSError(errno=errno.EACCES):
            return f"SPIL_HTTP_PORT: this user may not listen on port {port}; choose one above 1023."
    return f"SPIL_HTTP_PORT: cannot listen on port {port} of {host} ({problem.strerror})."


def _limits(handles: int) -> tuple[int, int]:
    """Half requests kept, and connections accepted in one go, of so many file handles.

    A closed one keeps its handle for up to three more rounds of accepting, so that at worst a quarter and
    four eighths are taken; the rest is for the database, Slack and the logs. The second number is also how
    many may wait to be accepted: in a flood, Slack would wait in a longer queue as well.
    """
    return min(handles // 4, MOST_HALF_REQUESTS), min(handles // 8, MOST_HALF_REQUESTS // 2)


def _file_handles() -> int:
    try:
        import resource
    except ImportError:  # on Windows
        return USUAL_HANDLES
    soft, _hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    return USUAL_HANDLES if soft == resource.RLIM_INFINITY else soft


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
