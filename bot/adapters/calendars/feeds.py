"""Gets a calendar feed over HTTPS, a few redirects deep and no larger than a feed may be."""

import socket
import ssl
import zlib
from base64 import b64encode
from collections.abc import Collection, Iterator
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

from bot.adapters.calendars.guard import PrivateAddress
from bot.availability.reading import LIMIT, Access, Problem
from bot.calendars.feed import LARGEST

REDIRECTS = 3
CHUNK = 64 * 1024
MOVED = (301, 302, 303, 307, 308)
STATUS = {
    401: Problem.refused,
    403: Problem.refused,
    404: Problem.not_found,
    410: Problem.not_found,
    413: Problem.too_large,
}
GZIP = 32 + zlib.MAX_WBITS
"""And what zlib packs."""


class Unreadable(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


def fetch(access: Access, private_hosts: Collection[str]) -> tuple[bytes | None, str | None, str | None]:
    """The feed, or None when it is unchanged; its ETag and Last-Modified. Raises Unreadable and OSError."""
    address, headers = urlsplit(access.address), _headers(access)
    for _ in range(REDIRECTS + 1):
        with _answer(address, headers, private_hosts) as answer:
            moved_to = answer.getheader("Location") if answer.status in MOVED else None
            if moved_to is None:
                return _read(answer)
        before, address = address, urlsplit(urljoin(address.geturl(), moved_to))
        if address.netloc.rpartition("@")[2] != before.netloc.rpartition("@")[2]:
            headers.pop("Authorization", None)
    raise Unreadable(Problem.redirects)


def problem_of(error: BaseException) -> Problem | None:
    """Of an error, or of what a library wrapped in it; None for what we don't know."""
    seen: BaseException | None = error
    while seen is not None:
        for kind, problem in KNOWN:
            if isinstance(seen, kind):
                return seen.problem if isinstance(seen, Unreadable) else problem
        seen = seen.__cause__ or seen.__context__
    return Problem.unreachable if isinstance(error, (OSError, HTTPException)) else None


KNOWN: tuple[tuple[type[BaseException], Problem], ...] = (
    (Unreadable, Problem.fault),
    (PrivateAddress, Problem.private),
    (MemoryError, Problem.too_large),
    (socket.gaierror, Problem.no_host),
    (ssl.SSLError, Problem.certificate),
    (TimeoutError, Problem.slow),
)


def _headers(access: Access) -> dict[str, str]:
    given = {"If-None-Match": access.etag, "If-Modified-Since": access.modified}
    parts = urlsplit(access.address)
    if parts.username:
        secret = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        given["Authorization"] = f"Basic {b64encode(secret.encode()).decode()}"
    always = {"Accept": "text/calendar, */*;q=0.1", "Accept-Encoding": "gzip", "User-Agent": "Spil"}
    return {**always, **{name: value for name, value in given.items() if value}}


def _answer(address: SplitResult, headers: dict[str, str], private_hosts: Collection[str]) -> HTTPResponse:
    host = (address.hostname or "").rstrip(".")
    kind: type[HTTPConnection] = HTTPSConnection
    if address.scheme == "http" and host in private_hosts:
        kind = HTTPConnection
    elif address.scheme != "https":
        raise Unreadable(Problem.not_https)
    path = quote(address.path or "/", safe="/%:=&~+!$,;'@()*")
    # The port is named, else the last part of an IPv6 address would be taken for it.
    connection = kind(host, address.port or kind.default_port, timeout=LIMIT)
    connection.request("GET", f"{path}?{address.query}" if address.query else path, headers=headers)
    return connection.getresponse()


def _read(answer: HTTPResponse) -> tuple[bytes | None, str | None, str | None]:
    marks = answer.getheader("ETag"), answer.getheader("Last-Modified")
    if answer.status == 304:
        return None, *marks
    if answer.status != 200:
        raise Unreadable(STATUS.get(answer.status, Problem.server))
    data = b"".join(_unpacked(answer))
    start = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")) or (
        "html" in (answer.getheader("Content-Type") or "") and b"begin:vcalendar" not in data[:1000].lower()
    ):
        raise Unreadable(Problem.page)
    return data, *marks


def _unpacked(answer: HTTPResponse) -> Iterator[bytes]:
    """Counted as it is unpacked: a little that is packed may be very much."""
    packed = answer.getheader("Content-Encoding", "identity").lower() not in ("identity", "")
    unpack, size = zlib.decompressobj(GZIP), 0
    while chunk := answer.read(CHUNK):
        try:
            part = unpack.decompress(chunk, LARGEST + 1 - size) if packed else chunk
        except zlib.error:
            raise Unreadable(Problem.not_a_calendar) from None
        size += len(part)
        if size > LARGEST:
            raise Unreadable(Problem.too_large)
        yield part
