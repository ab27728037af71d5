"""The way in over HTTP: Slack's signed requests, checked by Bolt, and a sign of life."""

from threading import Thread

import uvicorn
from slack_bolt import App, BoltRequest
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

LARGEST_BODY = 1_000_000
"""Bytes; Slack's own are far smaller."""


def web_app(app: App) -> Starlette:
    async def slack(request: Request) -> Response:
        body = await _read(request)
        if body is None:
            return PlainTextResponse("too large", status_code=413)
        bolt_request = BoltRequest(body=body, query=request.url.query, headers=dict(request.headers))
        # In a thread: the synchronous dispatch would hold up every other request.
        answer = await run_in_threadpool(app.dispatch, bolt_request)
        return Response(
            answer.body, status_code=answer.status, headers={k: v[0] for k, v in answer.headers.items()}
        )

    async def alive(_request: Request) -> Response:
        return PlainTextResponse("ok")

    return Starlette(routes=[Route("/slack/events", slack, methods=["POST"]), Route("/health", alive)])


async def _read(request: Request) -> str | None:
    """None as soon as it is too large: in chunks, nobody says beforehand how much will come."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LARGEST_BODY:
            return None
    return body.decode("utf-8", "replace")


class HttpEntrance:
    def __init__(self, app: App, port: int, host: str = "0.0.0.0") -> None:
        config = uvicorn.Config(web_app(app), host=host, port=port, log_config=None, access_log=False)
        self.server = uvicorn.Server(config)
        self.thread = Thread(target=self.server.run, name="http", daemon=True)

    def open(self) -> None:
        self.thread.start()

    def close(self) -> None:
        self.server.should_exit = True
        self.thread.join(timeout=5)
