"""A server of calendars on loopback, which answers as a test wants it."""

import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

Handler = BaseHTTPRequestHandler
Answer = Callable[[Handler], None]


class CalendarServer:
    """`answers` by path; what is not there is not found."""

    def __init__(self, port: int, *, tls: bool) -> None:
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        """Each path that was asked for, with its headers."""
        self.root = f"{'https' if tls else 'http'}://localhost:{port}"

    def address(self, path: str) -> str:
        return self.root + path

    def keeps(self, path: str, data: bytes, **headers: str) -> None:
        self.answers[path] = answer(200, data, **headers)


def answer(status: int, data: bytes = b"", **headers: str) -> Answer:
    """Underscores in the names of headers are dashes."""

    def say(handler: Handler) -> None:
        etag = headers.get("ETag")
        unchanged = etag is not None and handler.headers["If-None-Match"] == etag
        handler.send_response(304 if unchanged else status)
        given = {"Content_Type": "text/calendar", **headers}
        for name, value in given.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", "0" if unchanged else str(len(data)))
        handler.end_headers()
        if not unchanged:
            handler.wfile.write(data)

    return say


def sends_on_to(address: str) -> Answer:
    return answer(302, Location=address)


@contextmanager
def calendar_server(tls: ssl.SSLContext | None = None) -> Iterator[CalendarServer]:
    class Answering(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            server.asked.append((self.path, dict(self.headers)))
            with suppress(OSError):  # whoever asked had enough of it
                server.answers.get(self.path, answer(404))(self)

        do_PROPFIND = do_GET  # noqa: N815 - its name in the library

        def log_message(self, *_: object) -> None:
            pass

    http = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    http.daemon_threads = True
    if tls:
        http.socket = tls.wrap_socket(http.socket, server_side=True)
    server = CalendarServer(http.server_port, tls=tls is not None)
    thread = Thread(target=http.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield server
    finally:
        http.shutdown()
        thread.join()
        http.server_close()


def feed(*meetings: tuple[str, str], more: str = "") -> bytes:
    """Of events from one moment to the other, as in "20261124T090000Z"; `more`: lines in the last one."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//made//for tests//"]
    for at, (start, end) in enumerate(meetings):
        lines += ["BEGIN:VEVENT", f"UID:{at}", "SUMMARY:secret dinner", f"DTSTART:{start}", f"DTEND:{end}"]
        lines += [*([more] if more else []), "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


def utc(text: str) -> datetime:
    """2026-11-24 09:00"""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
