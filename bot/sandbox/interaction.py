"""Acts of people that reach the app: commands, clicks, forms, shortcuts. Each call waits for the ack."""

from typing import Any

from bot.sandbox import actions, payloads
from bot.sandbox.composer import command_text
from bot.sandbox.delivery import Answer, Delivery, Envelope
from bot.sandbox.events import Events
from bot.sandbox.form import check_form
from bot.sandbox.inputs import Element, Values, elements_of, entry, initial_values
from bot.sandbox.manifest import commands_of, shortcuts_of
from bot.sandbox.reads import Reads
from bot.sandbox.responses import Responses
from bot.sandbox.state import TEAM_ID, App, Channel, Json, Message, User, ViewState, Workspace
from bot.sandbox.traffic import Traffic
from bot.sandbox.triggers import Triggers
from bot.sandbox.views import Views, sound_view
from bot.sandbox.web_api.method import SlackError

TROUBLE = "We could not reach the app. Please try again."


class ImpossibleError(Exception):
    """Slack's own page would not let this person do that; `error` is a name, `problem` a sentence."""

    def __init__(self, error: str, problem: str) -> None:
        super().__init__(problem)
        self.error = error
        self.problem = problem


class Interaction:
    """`notices` are the sentences that Slack itself showed each person, by user id."""

    def __init__(self, ws: Workspace, triggers: Triggers, delivery: Delivery, traffic: Traffic) -> None:
        self.ws = ws
        self.triggers = triggers
        self.delivery = delivery
        self.views = Views(ws, triggers)
        self.reads = Reads(ws)
        self.events = Events(ws, delivery)
        self.responses = Responses(ws, lambda body, error: traffic.call("response_url", body, error=error))
        self.notices: dict[str, list[str]] = {}
        self._states: dict[tuple[str, str], Values] = {}
        self._traffic = traffic
        delivery.observers.append(self._observed)

    def serve_at(self, url: str) -> None:
        """Tell under which address the sandbox is reached."""
        self.responses.base_url = self.events.files_url = url

    def _observed(self, envelope: Envelope, answer: Answer) -> None:
        payload = envelope.payload
        name = payload.get("command") or payload.get("event", {}).get("type") or payload.get("type", "")
        self._traffic.event(str(name), payload, ok=answer.acked, error=answer.failure)

    @property
    def app(self) -> App:
        if self.ws.app is None:
            raise ImpossibleError("no_app", "There is no app in this workspace yet.")
        return self.ws.app

    # commands
    def command(self, user: User, channel: Channel, line: str, thread_ts: str | None = None) -> None:
        """Type a slash command; a name that is no command and a failure are told to this person alone."""
        self.may_write(user, channel)
        name, _, typed = line.strip().partition(" ")
        known = commands_of(self.app.manifest).get(name)
        # Somebody of another workspace has only the commands of their own.
        known = known if user.team == TEAM_ID else None
        if thread_ts or known is None:
            why = "cannot be used in a thread" if thread_ts else "is not a valid command"
            actions.tell_ephemerally(self.ws, channel.id, user.id, f"{name} {why}.", thread_ts=thread_ts)
            return
        text = command_text(self.ws, typed.strip(), should_escape=bool(known.get("should_escape")))
        url, origin = self.responses.issue(user.id, channel.id)
        trigger = self.triggers.issue(user.id)
        payload = payloads.command(self.app, user, channel, name, text, trigger, url)
        answer = self.delivery.ask("slash_commands", payload)
        failure = answer.failure
        if answer.payload:
            try:
                self.responses.answer(origin, answer.payload)
            except SlackError:
                failure = "invalid_command_response"
        if failure:
            said = f'{name} failed with the error "{failure}"'
            actions.tell_ephemerally(self.ws, channel.id, user.id, said)

    def may_write(self, user: User, channel: Channel) -> None:
        if user.deleted:
            raise ImpossibleError("user_is_deactivated", f"{user.name} is deactivated.")
        if not channel.has(user.id):
            raise ImpossibleError(
                "not_in_channel", f"{user.name} is not in {channel.name or 'this conversation'}."
            )
        if channel.archived:
            raise ImpossibleError("is_archived", f"{channel.name} is archived.")

    # clicks
    def act(self, user: User, place: Message | ViewState, element: Element, value: Any) -> bool:
        """Use an element; `value` is in Slack's shape. True when the app acked, or needs not be told."""
        if isinstance(place, ViewState):
            return self._act_in_view(user, place, element, value)
        with self.ws.lock:
            if element.kind.stateful:
                self.set_value(user, place, element, value)
            state = self._message_state(user, place)
            used = payloads.action(element, value, self.ws.next_ts())
            url, _ = self.responses.issue(user.id, place.channel, place.ts)
            extra = {"response_url": url, "trigger_id": self.triggers.issue(user.id)}
            payload = payloads.message_action(self.ws, self.app, user, place, used, state, extra)
        return self._ask(user, payload)

    def _message_state(self, user: User, message: Message) -> Values:
        """The values that this person has chosen in a message's elements, as far as those are still there."""
        key = (message.key, user.id)
        state = initial_values(message.blocks, self._states.get(key))
        self._states[key] = state
        return state

    def _act_in_view(self, user: User, view: ViewState, element: Element, value: Any) -> bool:
        with self.ws.lock:
            if element.kind.stateful:
                self.set_value(user, view, element, value)
            if not element.dispatches:
                return True
            used = payloads.action(element, value, self.ws.next_ts())
            inside = view.id if view.type == "modal" else None
            trigger = self.triggers.issue(user.id, inside)
            payload = payloads.view_action(self.app, user, self.views, view, used, trigger)
        return self._ask(user, payload, view)

    def set_value(self, user: User, place: Message | ViewState, element: Element, value: Any) -> None:
        """Fill in a field without telling the app."""
        with self.ws.lock:
            values = self._message_state(user, place) if isinstance(place, Message) else place.values
            values.setdefault(element.block_id, {})[element.action_id] = entry(element, value)
            if isinstance(place, ViewState):
                place.errors.pop(element.block_id, None)
                self.ws.put(place)

    def _ask(self, user: User, payload: Json, view: ViewState | None = None) -> bool:
        answer = self.delivery.ask("interactive", payload)
        if not answer.acked:
            self._trouble(user, view)
        return answer.acked

    def _trouble(self, user: User, view: ViewState | None = None) -> None:
        with self.ws.lock:
            self.notices.setdefault(user.id, []).append(TROUBLE)
            if view is not None and view.id in self.ws.views:
                view.errors = {"": TROUBLE}
                self.ws.put(view)
            self.ws.changed("notice", user=user.id, text=TROUBLE)

    # forms
    def submit(self, user: User, view: ViewState) -> dict[str, str]:
        """Submit a modal: block_id -> error, "" -> what concerns the whole; empty when it was taken."""
        with self.ws.lock:
            errors = check_form(view.view["blocks"], view.values)
            if errors:
                return self._show_errors(view, errors)
            trigger = self.triggers.issue(user.id, view.id)
            payload = payloads.view_submission(self.app, user, self.views, view, trigger)
        answer = self.delivery.ask("interactive", payload)
        try:
            errors = self._answered(view, answer.payload or {}) if answer.acked else {"": TROUBLE}
        except SlackError:
            errors = {"": TROUBLE}
        if "" in errors:
            self._trouble(user, view)
        return errors

    def _show_errors(self, view: ViewState, errors: dict[str, str]) -> dict[str, str]:
        with self.ws.lock:
            view.errors = errors
            self.ws.put(view)
            self.ws.changed("view_updated", view=view)
        return errors

    def _answered(self, view: ViewState, answer: Json) -> dict[str, str]:
        """Do what the ack of a submission asks; SlackError for an answer that Slack would not understand."""
        with self.ws.lock:
            match answer.get("response_action"):
                case None:
                    self.views.close(view)
                case "clear":
                    self.views.clear(view.user)
                case "update":
                    self.views.replace(view, sound_view(answer.get("view"), "modal"))
                case "push":
                    self.views.push(view.user, sound_view(answer.get("view"), "modal"))
                case "errors":
                    return self._show_errors(view, _sound_errors(view, answer.get("errors")))
                case _:
                    raise SlackError("invalid_response_action")
            return {}

    def close(self, user: User, view: ViewState) -> None:
        """Close a modal, with `clear_on_close` the stack; the app hears of those with `notify_on_close`."""
        with self.ws.lock:
            clears = bool(view.view.get("clear_on_close"))
            gone = self.views.stack(user.id) if clears else [view]
            told = [each for each in gone if each.view.get("notify_on_close")]
            closed = [payloads.view_closed(self.app, user, self.views, each, cleared=clears) for each in told]
            self.views.close(gone[0])
        for payload in closed:
            self._ask(user, payload)

    # Home and shortcuts
    def open_home(self, user: User, tab: str = "home") -> None:
        dm = actions.open_dm(self.ws, self.app.bot_user_id, user.id)
        event: Json = {"user": user.id, "channel": dm.id, "tab": tab}
        home = self.views.home(user.id)
        if home is not None and tab == "home":
            event["view"] = self.views.json(home)
        self.delivery.settled(lambda: self.events.fire("app_home_opened", event))

    def shortcut(self, user: User, callback_id: str, message: Message | None = None) -> bool:
        """A global shortcut, or one on a message."""
        self._known_shortcut(user, callback_id, "message" if message else "global")
        with self.ws.lock:
            trigger = self.triggers.issue(user.id)
            if message is None:
                ts = self.ws.next_ts()
                payload = payloads.shortcut(self.app, user, callback_id, trigger, ts)
            else:
                url, _ = self.responses.issue(user.id, message.channel, message.ts)
                extra = {"response_url": url, "trigger_id": trigger, "action_ts": self.ws.next_ts()}
                payload = payloads.message_shortcut(self.ws, self.app, user, message, callback_id, extra)
        return self._ask(user, payload)

    def _known_shortcut(self, user: User, callback_id: str, kind: str) -> None:
        offered = shortcuts_of(self.app.manifest) if user.team == TEAM_ID else []
        known = [each for each in offered if each["type"] == kind]
        if callback_id not in (each["callback_id"] for each in known):
            names = ", ".join(each["name"] for each in known) or "none"
            raise ImpossibleError(
                "no_such_shortcut", f"No {kind} shortcut {callback_id}; there are: {names}."
            )


def _sound_errors(view: ViewState, errors: Any) -> dict[str, str]:
    """Errors may only be on input blocks of this very view."""
    inputs = {
        element.block_id for element in elements_of(view.view["blocks"]) if element.block["type"] == "input"
    }
    if not isinstance(errors, dict) or not errors or not set(errors) <= inputs:
        raise SlackError("invalid_errors")
    return {str(block_id): str(text) for block_id, text in errors.items()}
