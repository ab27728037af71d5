"""The way of a call: fault, method, token, scope, rate limit, arguments, handler, answer."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.sandbox.faults import TAKEN, Fault, Faults
from bot.sandbox.limits import RateLimits
from bot.sandbox.state import App, Json, Workspace
from bot.sandbox.traffic import Traffic
from bot.sandbox.web_api import canvases, chat, conversations, files, people, reactions
from bot.sandbox.web_api.method import Call, Method, SlackError

UNREADABLE = ""
"""The argument under which the error of a body stands that could not be read."""
FAMILIES = (canvases, chat, conversations, files, people, reactions)


@dataclass(frozen=True)
class Answer:
    """`fault` tells the server what else is to happen to it: see faults.TAKEN and the cuts."""

    body: Json
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    fault: Fault | None = None


def all_methods(more: Iterable[Method] = ()) -> dict[str, Method]:
    own = (method for family in FAMILIES for method in family.METHODS)
    return {method.name: method for method in (*own, *more)}


class WebApi:
    def __init__(
        self, ws: Workspace, faults: Faults, limits: RateLimits, traffic: Traffic, more: Iterable[Method] = ()
    ) -> None:
        self._ws, self._faults, self._limits, self._traffic = ws, faults, limits, traffic
        self._methods = all_methods(more)

    def call(self, name: str, raw: Json, token: str, base_url: str) -> Answer:
        """Do a call as Slack would; what it changed is written down when this returns."""
        with self._ws.lock:
            fault = self._faults.take(name, _channel(raw))
            if fault and fault.kind not in TAKEN:
                answer = _failed(fault)
            else:
                answer = self._answer(name, raw, token, base_url, fault)
            error = answer.body.get("error") or (fault.kind if fault else None)
            self._traffic.call(name, {key: raw[key] for key in raw if key != "token"}, error=error)
            self._ws.changed("call", name=name, error=error)
            return answer

    def _answer(self, name: str, raw: Json, token: str, base_url: str, fault: Fault | None) -> Answer:
        try:
            if UNREADABLE in raw:
                raise SlackError(raw[UNREADABLE])
            method = self._methods.get(name)
            if method is None:
                raise SlackError("unknown_method", req_method=name)
            app = self._app(token, method)
            wait = self._limits.wait_for(name, method.tier, _channel(raw))
            if wait:
                return _rate_limited(wait)
            call = Call(self._ws, app, method.parse(raw), base_url)
            body = {"ok": True, **method.handler(call)}
        except SlackError as refused:
            body = refused.answer()
        return Answer(body, fault=fault, headers=self._scopes())

    def _app(self, token: str, method: Method) -> App:
        """The app whose token this is, if it is of the kind and has a scope that the method needs."""
        app = self._ws.app
        if not token:
            raise SlackError("not_authed")
        if app is None or token not in (app.bot_token, app.app_token):
            raise SlackError("invalid_auth")
        if token != (app.app_token if method.token == "app" else app.bot_token):
            raise SlackError("not_allowed_token_type")
        scopes = app.scopes if method.token == "bot" else ["connections:write"]
        if method.scopes and not set(method.scopes) & set(scopes):
            raise SlackError("missing_scope", needed=",".join(method.scopes), provided=",".join(scopes))
        return app

    def _scopes(self) -> dict[str, str]:
        return {"x-oauth-scopes": ",".join(self._ws.app.scopes)} if self._ws.app else {}


def _channel(raw: Json) -> str | None:
    found = raw.get("channel") or raw.get("channel_id")
    return found if isinstance(found, str) else None


def _failed(fault: Fault) -> Answer:
    if fault.kind == "error":
        return Answer({"ok": False, "error": fault.error})
    if fault.kind == "status" and fault.status == 429:
        return _rate_limited(fault.retry_after or 1)
    after = {"Retry-After": str(fault.retry_after)} if fault.retry_after is not None else {}
    return Answer({"ok": False, "error": "internal_error"}, fault.status, after, fault)


def _rate_limited(seconds: int) -> Answer:
    return Answer({"ok": False, "error": "ratelimited"}, 429, {"Retry-After": str(seconds)})
