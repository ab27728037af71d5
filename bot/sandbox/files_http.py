"""The bytes of files over HTTP: step 2 of an upload, and `url_private`."""

from typing import Any
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.sandbox.state import File, Workspace
from bot.sandbox.web_api.http import bearer

LOGIN_PAGE = "<!DOCTYPE html><title>Local Slack</title><form><h1>Sign in to Local Slack</h1></form>"


def routes(ws: Workspace) -> list[Route]:
    async def upload(request: Request) -> Response:
        content = await request.body()
        taken = await run_in_threadpool(_take, ws, request.path_params["file"], content)
        return PlainTextResponse(f"OK - {len(content)}" if taken else "not expected", 200 if taken else 400)

    async def download(request: Request) -> Response:
        file = _readable(ws, request.path_params["file"], bearer(request))
        if file is None:
            return HTMLResponse(LOGIN_PAGE)
        named = f"inline; filename*=UTF-8''{quote(file.name)}"
        # Nobody's upload may run as a page of this origin, where the controls are.
        safe = {"content-disposition": named, "x-content-type-options": "nosniff"}
        kind = "text/html" if file.filetype == "quip" else file.mimetype
        return Response(file.content, media_type=kind, headers=safe | {"content-security-policy": "sandbox"})

    return [
        Route("/upload/v1/{file}", upload, methods=["POST"]),
        Route("/files-pri/{file}/{name:path}", download),
    ]


def _take(ws: Workspace, file_id: str, content: bytes) -> bool:
    with ws.lock:
        file = ws.files.get(file_id)
        if file is None or file.complete or len(content) != file.size:
            return False
        file.content = content
        ws.put(file)
        return True


def _readable(ws: Workspace, file_id: str, token: str) -> File | None:
    """The file, if this token may read it; Slack shows everyone else a page to sign in, with status 200."""
    with ws.lock:
        file, app = ws.files.get(file_id), ws.app
        if (
            file is None
            or file.deleted
            or app is None
            or token != app.bot_token
            or "files:read" not in app.scopes
        ):
            return None
        channels: list[Any] = [ws.channels[each] for each in file.channels]
        own = file.user == app.bot_user_id
        return file if own or any(c.type == "public" or c.has(app.bot_user_id) for c in channels) else None
