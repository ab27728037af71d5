"""The sandbox's web page: its files, word of every change, and what `person_api` has no word for.

GET /                       the page; `/page/<name>` its scripts and styles
GET /local/page/traffic     {ok, records: the last calls and events, newest first}
GET /local/page/guide       {ok, scenes: [SCENE], none where nobody is guided; news: [PIECE]}: see `guide`
GET /local/page/file/<id>   a file's bytes, for anyone who sits at this machine
WS  /local/page/live        a frame after every change in the workspace

SCENE {title, heading, elsewhere, who: user id, channel: id, nine: text or null, steps: [STEP]}
STEP {label, seen: bool} and either who, channel, fill (text), press ({channel, ts, action_id, block_id} of a
    button, or null), or clock: ISO, where it is moved to
PIECE {channel: id, who: user id in a direct message, else null, text}: where the app wrote by the last act
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from bot.sandbox.state import Change, Workspace
from bot.sandbox.world import World

PAGE = Path(__file__).parent / "page"
TYPES = {".html": "text/html", ".js": "text/javascript", ".css": "text/css"}
SHOWN_RECORDS = 80
SHOWN_IMAGES = {"image/png", "image/jpeg", "image/gif", "image/webp"}
POLICY = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'"
"""Nothing of another machine is loaded, and no text of a message can become a script."""


def routes(slack: World) -> list[BaseRoute]:
    async def traffic(request: Request) -> Response:
        last = slack.traffic()[-SHOWN_RECORDS:]
        return JSONResponse({"ok": True, "records": [record.as_json() for record in reversed(last)]})

    async def guide(request: Request) -> Response:
        return JSONResponse({"ok": True, **await run_in_threadpool(slack.guide.json)})

    async def file(request: Request) -> Response:
        return _file(slack.ws, request.path_params["file"])

    async def live(socket: WebSocket) -> None:
        await _tell_changes(socket, slack.ws)

    return [
        Route("/", _page),
        Route("/page/{name}", _page),
        Route("/local/page/traffic", traffic),
        Route("/local/page/guide", guide),
        Route("/local/page/file/{file}", file),
        WebSocketRoute("/local/page/live", live),
    ]


async def _page(request: Request) -> Response:
    name = request.path_params.get("name", "index.html")
    wanted = {path.name: path for path in PAGE.iterdir() if path.suffix in TYPES}.get(name)
    if wanted is None:
        return PlainTextResponse("no such page", 404)
    headers = {
        "content-security-policy": POLICY,
        "cache-control": "no-cache",
        "referrer-policy": "no-referrer",
    }
    return FileResponse(wanted, media_type=TYPES[wanted.suffix], headers=headers)


def _file(ws: Workspace, file_id: str) -> Response:
    with ws.lock:
        found = ws.files.get(file_id)
        if found is None or found.deleted or not found.complete:
            return PlainTextResponse("no such file", 404)
        name, kind, content = found.name, found.mimetype, found.content
        canvas = found.filetype == "quip"
    kind = "text/html; charset=utf-8" if canvas else kind
    shown = "inline" if canvas or kind in SHOWN_IMAGES else "attachment"
    safe = {"x-content-type-options": "nosniff", "content-security-policy": "sandbox"}
    headers = {**safe, "content-disposition": f"{shown}; filename*=UTF-8''{quote(name)}"}
    return Response(content, media_type=kind, headers=headers)


async def _tell_changes(socket: WebSocket, ws: Workspace) -> None:
    """One frame for however many changes came since the last one; the page then asks for what it shows."""
    if urlsplit(socket.headers.get("origin", "")).netloc != socket.headers.get("host"):
        await socket.close()
        return
    await socket.accept()
    loop, changed = asyncio.get_running_loop(), asyncio.Event()

    def note(_: Change) -> None:
        loop.call_soon_threadsafe(changed.set)

    with ws.lock:
        ws.listeners.append(note)
    telling = asyncio.create_task(_tell_each(socket, changed))
    try:
        await _until_gone(socket)
    finally:
        telling.cancel()
        with ws.lock:
            ws.listeners.remove(note)


async def _tell_each(socket: WebSocket, changed: asyncio.Event) -> None:
    with suppress(WebSocketDisconnect):
        while True:
            await changed.wait()
            changed.clear()
            await socket.send_text("changed")


async def _until_gone(socket: WebSocket) -> None:
    with suppress(WebSocketDisconnect):
        while True:
            await socket.receive_text()
