"""A real HTTP server that speaks OpenAI's protocol as well, or as badly, as it is told to."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any


class Handler(BaseHTTPRequestHandler):
    server: "_Server"

    def do_POST(self) -> None:
        desk = self.server.desk
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        desk.asked.append(body)
        play = desk.plays.pop(0) if len(desk.plays) > 1 else desk.plays[0]
        with suppress(OSError):  # who asked waits no more
            play(self, body)

    def begin(self, status: int = 200, kind: str = "text/event-stream", **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def send(self, data: object) -> None:
        said = data if isinstance(data, str) else json.dumps(data)
        self.wfile.write(f"data: {said}\n\n".encode())
        self.wfile.flush()

    def log_message(self, *_: object) -> None:
        pass


Play = Callable[[Handler, dict[str, Any]], None]
"""What is done with a question."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    desk: "ModelServer"


@dataclass
class ModelServer:
    url: str = ""
    plays: list[Play] = field(default_factory=list)
    """What it does with each question, in turn; the last one for all that follow."""
    asked: list[dict[str, Any]] = field(default_factory=list)
    gate: Event = field(default_factory=Event)
    """Plays that hang go on once it is set."""

    def hangs(self, handler: Handler, _body: object) -> None:
        self.gate.wait(20)

    def trickles(self, handler: Handler, _body: object) -> None:
        """Something every now and then, and never an end."""
        handler.begin()
        while not self.gate.wait(0.05):
            handler.send(_chunk(" "))


def says(text: str | dict[str, Any], end: str | None = "stop") -> Play:
    """In pieces; without an `end` the stream is cut off."""
    said = text if isinstance(text, str) else json.dumps(text)

    def play(handler: Handler, _body: object) -> None:
        handler.begin()
        for at in range(0, len(said), 40):
            handler.send(_chunk(said[at : at + 40]))
        if end:
            handler.send(_chunk(None, end))
            handler.send("[DONE]")

    return play


def finds(*items: dict[str, Any]) -> Play:
    """Actions, unless they say what else they are."""
    usual = {"kind": "action", "owner": None, "due": None}
    return says({"items": [{**usual, **item} for item in items]})


def fails(status: int, message: str = "no", **headers: str) -> Play:
    def play(handler: Handler, _body: object) -> None:
        handler.begin(status, "application/json", **headers)
        handler.wfile.write(json.dumps({"error": {"message": message}}).encode())

    return play


def sends(*data: object) -> Play:
    """Word for word."""

    def play(handler: Handler, _body: object) -> None:
        handler.begin()
        for each in data:
            handler.send(each)

    return play


def _chunk(text: str | None, end: str | None = None) -> dict[str, Any]:
    choice = {"index": 0, "delta": {"content": text}, "finish_reason": end}
    return {"id": "1", "object": "chat.completion.chunk", "created": 0, "model": "small", "choices": [choice]}


@contextmanager
def a_model_server(*plays: Play) -> Iterator[ModelServer]:
    server = _Server(("127.0.0.1", 0), Handler)
    server.desk = ModelServer(f"http://127.0.0.1:{server.server_port}/v1", [*plays])
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield server.desk
    finally:
        server.desk.gate.set()
        server.shutdown()
        server.server_close()
