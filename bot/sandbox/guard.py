"""Keeps other web pages in the same browser away from the sandbox and its controls."""

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

NAMES = ("127.0.0.1", "localhost")


class OwnOrigin:
    """Refuses what is addressed to another name (DNS rebinding) or sent by a page of another origin."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not _own(Headers(scope=scope)):
            await PlainTextResponse("not from here", 403)(scope, receive, send)
        else:
            await self._app(scope, receive, send)


def _own(headers: Headers) -> bool:
    host, origin = headers.get("host", ""), headers.get("origin")
    return host.rpartition(":")[0] in NAMES and origin in (None, f"http://{host}")
