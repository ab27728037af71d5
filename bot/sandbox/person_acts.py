"""What a page asks and does for a person, one small function for each path of `person_api`."""

import base64
from collections.abc import Callable

from bot.sandbox import actions
from bot.sandbox.inputs import Element, elements_of, to_slack
from bot.sandbox.interaction import ImpossibleError
from bot.sandbox.person import Person
from bot.sandbox.person_desk import Desk, blocks_of
from bot.sandbox.person_json import commands_json, conversation_json, conversations_json, shortcuts_json
from bot.sandbox.state import Json, Message, ViewState

Work = Callable[[Desk, Person, Json], Json]


def _messages(desk: Desk, her: Person, given: Json) -> Json:
    there = [m for m in her.sees(given["channel"]) if m.ts < given.get("before", "9")]
    limit = int(given.get("limit", 100))
    return {"messages": desk.shown(her, there[-limit:]), "more": len(there) > limit}


def _thread(desk: Desk, her: Person, given: Json) -> Json:
    return {"messages": desk.shown(her, her.sees_thread(given["channel"], given["ts"]))}


def _command(desk: Desk, her: Person, given: Json) -> Json:
    new = her.command(given["text"], given["channel"], given.get("thread_ts"))
    return {"answers": desk.shown(her, new)}


def _say(desk: Desk, her: Person, given: Json) -> Json:
    files = {each["name"]: base64.b64decode(each["base64"]) for each in given.get("files") or []}
    said = her.say(given["text"], given["channel"], given.get("thread_ts"), files)
    return {"message": desk.shown(her, [said])[0]}


def _edit(desk: Desk, her: Person, given: Json) -> Json:
    return {"message": desk.shown(her, [her.edit(desk.message(given), given["text"])])[0]}


def _delete(desk: Desk, her: Person, given: Json) -> Json:
    her.delete(desk.message(given))
    return {}


def _react(desk: Desk, her: Person, given: Json) -> Json:
    her.react(desk.message(given), given["name"])
    return {"message": desk.shown(her, [desk.message(given)])[0]}


def _unreact(desk: Desk, her: Person, given: Json) -> Json:
    her.unreact(desk.message(given), given["name"])
    return {"message": desk.shown(her, [desk.message(given)])[0]}


def _act(desk: Desk, her: Person, given: Json) -> Json:
    place = desk.place(her, given)
    desk.fill(her, place, given.get("state") or {})
    element = _element(place, given)
    value = element.json.get("value") if element.type == "button" else to_slack(element, given.get("value"))
    desk.do.act(her.user, place, element, value)
    return desk.modal(her) | desk.home(her)


def _element(place: Message | ViewState, given: Json) -> Element:
    for element in elements_of(blocks_of(place)):
        if element.action_id == given["action_id"] and given.get("block_id") in (None, element.block_id):
            return element
    raise ImpossibleError("no_such_element", "That is not there any more.")


def _submit(desk: Desk, her: Person, given: Json) -> Json:
    view = desk.place(her, given)
    desk.fill(her, view, given.get("state") or {})
    errors = desk.do.submit(her.user, view) if isinstance(view, ViewState) else {}
    return {"errors": errors} | desk.modal(her)


def _close(desk: Desk, her: Person, given: Json) -> Json:
    view = desk.place(her, given)
    if isinstance(view, ViewState):
        desk.do.close(her.user, view)
    return desk.modal(her)


def _open_home(desk: Desk, her: Person, given: Json) -> Json:
    desk.do.open_home(her.user, given.get("tab", "home"))
    return desk.home(her)


def _shortcut(desk: Desk, her: Person, given: Json) -> Json:
    her.shortcut(given["callback_id"])
    return desk.modal(her)


def _message_shortcut(desk: Desk, her: Person, given: Json) -> Json:
    her.message_shortcut(desk.message(given), given["callback_id"])
    return desk.modal(her)


def _mark_read(desk: Desk, her: Person, given: Json) -> Json:
    messages = her.sees(given["channel"])
    newest = messages[-1].ts if messages else desk.reads.start
    desk.reads.up_to[her.id, given["channel"]] = given.get("ts") or newest
    return {}


def _join(desk: Desk, her: Person, given: Json) -> Json:
    her.join(given["channel"])
    return {}


def _leave(desk: Desk, her: Person, given: Json) -> Json:
    her.leave(given["channel"])
    return {}


def _invite(desk: Desk, her: Person, given: Json) -> Json:
    her.invite(given["channel"], given["people"])
    return {}


def _open_dm(desk: Desk, her: Person, given: Json) -> Json:
    people = [her.id_of(each) for each in given["people"]]
    return {"channel": conversation_json(her, desk.reads, actions.open_dm(desk.ws, her.id, *people))}


def _dismiss(desk: Desk, her: Person, given: Json) -> Json:
    message = her.visible(desk.message(given))
    if message.ephemeral_to is None:
        raise ImpossibleError("not_ephemeral", "Others see that message too.")
    actions.delete(desk.ws, message)
    return {}


READING: dict[str, Work] = {
    "": lambda desk, her, given: desk.start(her),
    "conversations": lambda desk, her, given: {"conversations": conversations_json(her, desk.reads)},
    "messages": _messages,
    "thread": _thread,
    "modal": lambda desk, her, given: desk.modal(her),
    "home": lambda desk, her, given: desk.home(her),
    "commands": lambda desk, her, given: {"commands": commands_json(desk.ws.app)},
    "shortcuts": lambda desk, her, given: {"shortcuts": shortcuts_json(desk.ws.app)},
}
DOING: dict[str, Work] = {
    "command": _command,
    "say": _say,
    "edit": _edit,
    "delete": _delete,
    "react": _react,
    "unreact": _unreact,
    "act": _act,
    "submit": _submit,
    "close": _close,
    "open_home": _open_home,
    "shortcut": _shortcut,
    "message_shortcut": _message_shortcut,
    "mark_read": _mark_read,
    "join": _join,
    "leave": _leave,
    "invite": _invite,
    "open_dm": _open_dm,
    "dismiss": _dismiss,
}
