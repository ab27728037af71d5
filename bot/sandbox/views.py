"""Modals and Home tabs: the stack of three, hashes, and what stays of a form when its view is replaced."""

from typing import Any

from bot.sandbox.blocks import check_view
from bot.sandbox.inputs import initial_values, with_ids
from bot.sandbox.manifest import at
from bot.sandbox.state import TEAM_ID, Json, ViewState, Workspace
from bot.sandbox.triggers import Trigger, TriggerError, Triggers
from bot.sandbox.web_api.method import Call, Method, SlackError

MOST_ON_STACK = 3
DEFAULTS: Json = {"private_metadata": "", "callback_id": "", "external_id": ""}
MODAL_DEFAULTS: Json = {"close": None, "submit": None, "clear_on_close": False, "notify_on_close": False}


class Views:
    """All views of all people; a person's modals are ordered by id, as each is pushed upon an older one."""

    def __init__(self, ws: Workspace, triggers: Triggers) -> None:
        self.ws = ws
        self.triggers = triggers

    def methods(self) -> tuple[Method, ...]:
        view, hashed = {"view": "json"}, {"hash": "str"}
        trigger = {"trigger_id": "str"}
        return (
            Method("views.open", self._open, view | trigger, tier=4),
            Method("views.push", self._push, view | trigger, tier=4),
            Method(
                "views.update", self._update, view, hashed | {"view_id": "str", "external_id": "str"}, tier=4
            ),
            Method("views.publish", self._publish, view | {"user_id": "str"}, hashed, tier=4),
        )

    # what people see
    def stack(self, user: str) -> list[ViewState]:
        with self.ws.lock:
            mine = (view for view in self.ws.views.values() if view.type == "modal" and view.user == user)
            return sorted(mine, key=lambda view: view.id)

    def top(self, user: str) -> ViewState | None:
        stack = self.stack(user)
        return stack[-1] if stack else None

    def home(self, user: str) -> ViewState | None:
        with self.ws.lock:
            views = self.ws.views.values()
            return next((view for view in views if view.type == "home" and view.user == user), None)

    # what happens to them
    def push(self, user: str, view: Json) -> ViewState:
        """Put a modal on top of what this person has open."""
        with self.ws.lock:
            below = self.stack(user)
            if len(below) >= MOST_ON_STACK:
                raise SlackError("push_limit_reached")
            self._check_external_id(view, None)
            state = ViewState(self.ws.new_id("V"), user, "modal", {})
            state.previous_view_id = below[-1].id if below else None
            state.root_view_id = below[0].id if below else state.id
            return self._fill(state, view, "view_opened")

    def replace(self, state: ViewState, view: Json) -> ViewState:
        """Other content in the same view; fields with the same ids keep what was filled in."""
        with self.ws.lock:
            self._check_external_id(view, state.id)
            return self._fill(state, view, "view_updated")

    def close(self, state: ViewState) -> None:
        """Take a modal and all that lies on it away."""
        with self.ws.lock:
            for each in self.stack(state.user):
                if each.id >= state.id:
                    self.ws.drop(each)
            self.ws.changed("view_closed", view=state)

    def clear(self, user: str) -> None:
        with self.ws.lock:
            stack = self.stack(user)
            if stack:
                self.close(stack[0])

    def _fill(self, state: ViewState, view: Json, kind: str) -> ViewState:
        blocks = with_ids(self.ws, view["blocks"])
        state.view = {**view, "blocks": blocks}
        state.values = initial_values(blocks, state.values)
        state.errors = {}
        state.hash = f"{self.ws.now_seconds()}.{self.ws.new_id('')}"
        self.ws.put(state)
        self.ws.changed(kind, view=state)
        return state

    def _check_external_id(self, view: Json, own: str | None) -> None:
        wanted = view.get("external_id")
        others = (each for each in self.ws.views.values() if each.id != own)
        if wanted and any(each.view.get("external_id") == wanted for each in others):
            raise SlackError("duplicate_external_id")

    # the Web API
    def _open(self, call: Call) -> Json:
        view = sound_view(call.args["view"], "modal")
        user = self._exchange(call).user
        self.clear(user)
        return {"view": self.json(self.push(user, view))}

    def _push(self, call: Call) -> Json:
        view = sound_view(call.args["view"], "modal")
        trigger = self._exchange(call)
        if trigger.view_id is None or trigger.view_id not in call.ws.views:
            raise SlackError("not_found")
        return {"view": self.json(self.push(trigger.user, view))}

    def _update(self, call: Call) -> Json:
        state = self._named(call)
        view = sound_view(call.args["view"], state.type)
        self._check_hash(call, state)
        return {"view": self.json(self.replace(state, view))}

    def _publish(self, call: Call) -> Json:
        if not at(call.app.manifest, "features", "app_home", "home_tab_enabled"):
            raise SlackError("not_enabled")
        user = call.ws.users.get(call.args["user_id"])
        if user is None or user.bot:
            raise SlackError("invalid_arguments", "[ERROR] user_not_found [json-pointer:/user_id]")
        view = sound_view(call.args["view"], "home")
        state = self.home(user.id)
        if state is None:
            new_id = call.ws.new_id("V")
            state = ViewState(new_id, user.id, "home", {}, root_view_id=new_id)
        else:
            self._check_hash(call, state)
        return {"view": self.json(self._fill(state, view, "home_published"))}

    def _exchange(self, call: Call) -> Trigger:
        try:
            return self.triggers.exchange(call.args["trigger_id"])
        except TriggerError as refused:
            raise SlackError(refused.error) from refused

    def _named(self, call: Call) -> ViewState:
        view_id, external_id = call.args.get("view_id"), call.args.get("external_id")
        if not view_id and not external_id:
            raise SlackError("invalid_arguments", "[ERROR] missing required field: view_id or external_id")
        for state in call.ws.views.values():
            if state.id == view_id or (external_id and state.view.get("external_id") == external_id):
                return state
        raise SlackError("not_found")

    @staticmethod
    def _check_hash(call: Call, state: ViewState) -> None:
        if call.args.get("hash") not in (None, state.hash):
            raise SlackError("hash_conflict")

    def json(self, state: ViewState) -> Json:
        """The view in answers and payloads, with what is filled in."""
        app = self.ws.app
        shown = {**DEFAULTS, **(MODAL_DEFAULTS if state.type == "modal" else {}), **state.view}
        return shown | {
            "id": state.id,
            "team_id": TEAM_ID,
            "app_id": app.id if app else "",
            "app_installed_team_id": TEAM_ID,
            "bot_id": app.bot_id if app else "",
            "state": {"values": state.values},
            "hash": state.hash,
            "previous_view_id": state.previous_view_id,
            "root_view_id": state.root_view_id,
        }


def sound_view(view: Any, kind: str) -> Json:
    """The view if Slack would take it as a view of this kind; SlackError says what is wrong with it."""
    problems = check_view(view)
    if problems:
        large = next((each.error for each in problems if each.error == "view_too_large"), None)
        raise SlackError(large or "invalid_arguments", *map(str, problems))
    if view["type"] != kind:
        raise SlackError("invalid_arguments", f"[ERROR] must be one of: {kind} [json-pointer:/view/type]")
    sound: Json = view
    return sound
