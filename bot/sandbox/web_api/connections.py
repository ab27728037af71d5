"""apps.connections.open: the way to a Socket Mode connection."""

from collections.abc import Callable

from bot.sandbox.state import Json
from bot.sandbox.web_api.method import Call, Method


def methods(new_ticket: Callable[[], str]) -> tuple[Method, ...]:
    """`new_ticket` makes what opens one connection."""

    def open_connection(call: Call) -> Json:
        address = call.base_url.replace("http", "ws", 1)
        return {"url": f"{address}/link/?ticket={new_ticket()}&app_id={call.app.id}"}

    scopes = ("connections:write",)
    return (Method("apps.connections.open", open_connection, scopes=scopes, tier=1, token="app"),)
