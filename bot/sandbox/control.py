"""The controls over HTTP: `/local/control/<name>` with a JSON body, for the page and other processes."""

import json
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.sandbox.persistence import to_document
from bot.sandbox.state import Json, Thing
from bot.sandbox.world import World

Control = Callable[[World, Json], Any]


def _clock(slack: World, body: Json) -> None:
    if "to" in body:
        slack.set_clock(datetime.fromisoformat(body["to"]))
    else:
        slack.advance(timedelta(seconds=body["by_seconds"]))


CONTROLS: dict[str, Control] = {
    "fault": lambda slack, body: slack.fault(**body),
    "clear_faults": lambda slack, body: slack.faults.clear(),
    "clock": _clock,
    "deliver_twice": lambda slack, body: slack.deliver_next_twice(),
    "redeliver": lambda slack, body: slack.delivery.redeliver_now(),
    "drop_socket": lambda slack, body: slack.drop_sockets_silently(),
    "refuse_sockets": lambda slack, body: slack.refuse_sockets(body.get("refuse", True)),
    "refresh_sockets": lambda slack, body: slack.refresh_sockets(),
    "expire_triggers": lambda slack, body: slack.expire_triggers(),
    "invite_bot": lambda slack, body: slack.invite_bot(body["channel"]),
    "remove_bot": lambda slack, body: slack.remove_bot(body["channel"]),
    "archive": lambda slack, body: slack.archive(body["channel"]),
    "deactivate": lambda slack, body: slack.deactivate(body["user"]),
    "add_user": lambda slack, body: slack.add_user(**body),
    "add_channel": lambda slack, body: slack.add_channel(**body),
}


def routes(slack: World) -> list[Route]:
    async def control(request: Request) -> Response:
        name = request.path_params["name"]
        if name not in CONTROLS:
            return JSONResponse({"ok": False, "error": f"unknown control: {name}"}, 404)
        try:
            body = json.loads(await request.body() or b"{}")
            result = await run_in_threadpool(CONTROLS[name], slack, body)
        except (LookupError, TypeError, ValueError) as wrong:
            return JSONResponse({"ok": False, "error": str(wrong)}, 400)
        return JSONResponse({"ok": True, "result": result})

    async def state(request: Request) -> Response:
        return JSONResponse(await run_in_threadpool(dump, slack))

    async def traffic(request: Request) -> Response:
        since = int(request.query_params.get("since", "0"))
        return JSONResponse([each.as_json() for each in slack.traffic(since)])

    return [
        Route("/local/control/state", state),
        Route("/local/control/traffic", traffic),
        Route("/local/control/{name}", control, methods=["POST"]),
    ]


def dump(slack: World) -> Json:
    """All things by kind, without the contents of files and the app's secrets."""
    ws = slack.ws
    with ws.lock:
        messages = [m for channel in ws.channels for m in ws.messages(channel)]
        tables: dict[str, Iterable[Thing]] = {
            "users": ws.users.values(),
            "channels": ws.channels.values(),
            "messages": messages,
            "files": ws.files.values(),
            "views": ws.views.values(),
        }
        dumped: Json = {"now": slack.clock.now().isoformat(), "connections": slack.connections}
        for kind, table in tables.items():
            dumped[kind] = [json.loads(to_document(each)) for each in table]
    for file in dumped["files"]:
        del file["content"]
    return dumped
