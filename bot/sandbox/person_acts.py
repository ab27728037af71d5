"""Acts of a page for a person, one small function for each path of `person_api`."""

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


def _messages(desk: Desk, person: Person, given: Json) -> Json:
    there = [m for m in person.sees(given["channel"]) if m.ts < given.get("before", "9")]
    limit = int(given.get("limit", 100))
    return {"messages": desk.shown(person, there[-limit:]), "more": len(there) > limit}


def _thread(desk: Desk, person: Person, given: Json) -> Json:
    return {"messages": desk.shown(person, person.sees_thread(given["channel"], given["ts"]))}


def _command(desk: Desk, person: Person, given: Json) -> Json:
    new = person.command(given["text"], given["channel"], given.get("thread_ts"))
    return {"answers": desk.shown(person, new)}


def _say(desk: Desk, person: Person, given: Json) -> Json:
    files = {each["name"]: base64.b64decode(each["base64"]) for each in given.get("files") or []}
    said = person.say(given["text"], given["channel"], given.get("thread_ts"), files)
    return {"message": desk.shown(person, [said])[0]}


def _edit(desk: Desk, person: Person, given: Json) -> Json:
    return {"message": desk.shown(person, [person.edit(desk.message(given), given["text"])])[0]}


def _delete(desk: Desk, person: Person, given: Json) -> Json:
    person.delete(desk.message(given))
    return {}


def _react(desk: Desk, person: Person, given: Json) -> Json:
    person.react(desk.message(given), given["name"])
    return {"message": desk.shown(person, [desk.message(given)])[0]}


def _unreact(desk: Desk, person: Person, given: Json) -> Json:
    person.unreact(desk.message(given), given["name"])
    return {"message": desk.shown(person, [desk.message(given)])[0]}


def _act(desk: Desk, person: Person, given: Json) -> Json:
    place = desk.place(person, given)
    desk.fill(person, place, given.get("state") or {})
    element = _element(place, given)
    value = element.json.get("value") if element.type == "button" else to_slack(element, given.get("value"))
    desk.do.act(person.user, place, element, value)
    return desk.modal(person) | desk.home(person)


def _element(place: Message | ViewState, given: Json) -> Element:
    for element in elements_of(blocks_of(place)):
        if element.action_id == given["action_id"] and given.get("block_id") in (None, element.block_id):
            return element
    raise ImpossibleError("no_such_element", "That is not there any more.")


def _submit(desk: Desk, person: Person, given: Json) -> Json:
    view = desk.place(person, given)
    desk.fill(person, view, given.get("state") or {})
    errors = desk.do.submit(person.user, view) if isinstance(view, ViewState) else {}
    return {"errors": errors} | desk.modal(person)


def _close(desk: Desk, person: Person, given: Json) -> Json:
    view = desk.place(person, given)
    if isinstance(view, ViewState):
        desk.do.close(person.user, view)
    return desk.modal(person)


def _open_home(desk: Desk, person: Person, given: Json) -> Json:
    desk.do.open_home(person.user, given.get("tab", "home"))
    return desk.home(person)


def _shortcut(desk: Desk, person: Person, given: Json) -> Json:
    person.shortcut(given["callback_id"])
    return desk.modal(person)


def _message_shortcut(desk: Desk, person: Person, given: Json) -> Json:
    person.message_shortcut(desk.message(given), given["callback_id"])
    return desk.modal(person)


def _mark_read(desk: Desk, person: Person, given: Json) -> Json:
    messages = person.sees(given["channel"])
    if messages:
        desk.reads.read(person.id, given["channel"], given.get("ts") or messages[-1].ts)
    return {}


def _join(desk: Desk, person: Person, given: Json) -> Json:
    person.join(given["channel"])
    return {}


def _leave(desk: Desk, person: Person, given: Json) -> Json:
    person.leave(given["channel"])
    return {}


def _invite(desk: Desk, person: Person, given: Json) -> Json:
    person.invite(given["channel"], given["people"])
    return {}


def _open_dm(desk: Desk, person: Person, given: Json) -> Json:
    people = [person.id_of(each) for each in given["people"]]
    return {"channel": conversation_json(person, desk.reads, actions.open_dm(desk.ws, person.id, *people))}


def _dismiss(desk: Desk, person: Person, given: Json) -> Json:
    message = person.visible(desk.message(given))
    if message.ephemeral_to is None:
        raise ImpossibleError("not_ephemeral", "Others see that message too.")
    actions.delete(desk.ws, message)
    return {}


READING: dict[str, Work] = {
    "": lambda desk, person, given: desk.start(person),
    "conversations": lambda desk, person, given: {"conversations": conversations_json(person, desk.reads)},
    "messages": _messages,
    "thread": _thread,
    "modal": lambda desk, person, given: desk.modal(person),
    "home": lambda desk, person, given: desk.home(person),
    "commands": lambda desk, person, given: {"commands": commands_json(desk.ws.app)},
    "shortcuts": lambda desk, person, given: {"shortcuts": shortcuts_json(desk.ws.app)},
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
