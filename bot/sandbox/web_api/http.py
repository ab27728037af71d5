"""The Web API over HTTP: `/api/<method>` with a form or JSON body, as the SDKs send it."""

import asyncio
import json
from collections.abc import Callable
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.sandbox.state import Json
from bot.sandbox.web_api.dispatch import UNREADABLE, Answer, WebApi

Cut = Callable[[Request], None]


def routes(api: WebApi, cut: Cut) -> list[Route]:
    """`cut` breaks the connection that a request came on."""

    async def answer(request: Request) -> Response:
        raw, token = await _arguments(request), bearer(request)
        base = str(request.base_url).rstrip("/")
        method = request.path_params["method"]
        found = await run_in_threadpool(api.call, method, raw, token or str(raw.get("token", "")), base)
        return await _sent(request, found, cut)

    return [Route("/api/{method:path}", answer, methods=["GET", "POST"])]


def bearer(request: Request) -> str:
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if kind.lower() == "bearer" else ""


async def _arguments(request: Request) -> Json:
    """The arguments of a call, in query and body together; a body that cannot be read says nothing."""
    given: Json = dict(request.query_params)
    body = (await request.body()).decode("utf-8", "replace")
    if request.headers.get("content-type", "").startswith("application/json"):
        try:
            parsed = json.loads(body or "{}")
        except json.JSONDecodeError:
            return {UNREADABLE: "invalid_json"}
        return given | (parsed if isinstance(parsed, dict) else {UNREADABLE: "json_not_object"})
    return given | dict(parse_qsl(body))


async def _sent(request: Request, answer: Answer, cut: Cut) -> Response:
    kind = answer.fault.kind if answer.fault else None
    if kind in ("cut_before", "cut_after"):
        cut(request)
    elif kind == "no_answer":
        await _until_gone(request)
    elif kind == "delay" and answer.fault:
        await asyncio.sleep(answer.fault.seconds)
    return JSONResponse(answer.body, answer.status, answer.headers)


async def _until_gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
