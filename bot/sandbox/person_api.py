"""The page's API for a person, over HTTP with JSON in and out.

Every path starts with `/local/person`; {who} is a user's name or id. An action that reaches the app is
answered when the app acked it (or after the 3 s in which it must). An answer is 200 with `"ok": true`, or 400
with {"ok": false, "error": "a_name", "problem": "A sentence for them."}. A `?` marks what may be left out.

Reading: GET -> what the answer holds beside ok
    ``                         people: [PERSON]
    /{who}                     me: PERSON, people, conversations, commands, shortcuts, modal, home,
                               team: {id, name}, app: {name, bot_user_id} or null, now (ISO)
    /{who}/conversations       conversations: [CONVERSATION], theirs, and the public ones they can join
    /{who}/messages            ?channel=&limit=100&before=ts -> messages: [MESSAGE] oldest first, without the
                               replies that were not also sent to the channel; more: bool
    /{who}/thread              ?channel=&ts= -> messages: [MESSAGE], the parent first
    /{who}/modal               modal: VIEW or null (the top of their stack)
    /{who}/home                home: VIEW or null
    /{who}/commands            commands: [{command, description, usage_hint}]
    /{who}/shortcuts           shortcuts: [{callback_id, name, description, type: global|message}]

Doing: POST a JSON object -> what the answer holds beside ok
    /{who}/command             channel, text ("/action …"), thread_ts? -> answers: [MESSAGE], new to them
    /{who}/say                 channel, text, thread_ts?, files?: [{name, base64}] -> message
    /{who}/edit                channel, ts, text -> message
    /{who}/delete              channel, ts
    /{who}/react, unreact      channel, ts, name (without colons) -> message
    /{who}/act                 ON, action_id, block_id?, value?, state? -> modal, home
    /{who}/submit              view_id, state? -> errors: {block_id: text}, modal
    /{who}/close               view_id -> modal
    /{who}/open_home           tab?: home (usual) | messages -> home
    /{who}/shortcut            callback_id -> modal
    /{who}/message_shortcut    callback_id, channel, ts -> modal
    /{who}/mark_read           channel, ts? (usual: the newest)
    /{who}/join, leave         channel
    /{who}/invite              channel, people: [name or id]
    /{who}/open_dm             people: [name or id] -> channel: CONVERSATION
    /{who}/dismiss             channel, ts of an ephemeral message of theirs

ON is `channel` and `ts` of a message, or `view_id` of a modal or the Home tab.
`value` is the plain value of the element that was used: a button null; a select, radio or overflow the
option's value; a users, channels or conversations select the id; a multi select or checkboxes a list; a date
"2026-11-27"; a time "14:00"; a date-time its seconds; any text input its text.
`state` is {block_id: {action_id: value}} of the form in the same plain values; what is left out
keeps what it had.

PERSON {id, name, called, real_name, title, tz, locale, guest, bot, deleted, email, unread: int, for them}
CONVERSATION {id, name (of a DM: the other's), type: public|private|im|mpim, member, archived, topic, purpose,
    members: [user id], unread: int, mentions: int, latest: ts or null,
    canvases: [as files of a message], those that the app wrote}
MESSAGE {ts, channel, user, name, bot, text, blocks, thread_ts, reply_count, reply_users: [id], latest_reply,
    broadcast, edited, ephemeral, subtype, unread, mine, words (all its visible text),
    reactions: [{name, users: [id], mine}], files: [{id, name, title, mimetype, size, url}]}
VIEW {id, type: modal|home, callback_id, title, submit, close, blocks, state (plain values as above),
    errors: {block_id: text}, problem (a sentence, when the app did not answer) or null, depth: 1..3, hash}
"""

import json
from collections.abc import Callable
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.sandbox.interaction import ImpossibleError, Interaction
from bot.sandbox.person_acts import DOING, READING, Work
from bot.sandbox.person_desk import Desk
from bot.sandbox.state import Json


def routes(interaction: Interaction) -> list[Route]:
    desk = Desk(interaction)

    def route(name: str, work: Work, method: str) -> Route:
        endpoint = _endpoint(lambda given: work(desk, desk.person(given["who"]), given))
        return Route(f"/local/person/{{who}}/{name}".rstrip("/"), endpoint, methods=[method])

    return [
        Route("/local/person", _endpoint(lambda _: {"people": desk.people()})),
        *(route(name, work, "GET") for name, work in READING.items()),
        *(route(name, work, "POST") for name, work in DOING.items()),
    ]


def _endpoint(work: Callable[[Json], Json]) -> Callable[[Request], Any]:
    async def endpoint(request: Request) -> Response:
        try:
            body = json.loads(await request.body() or b"{}")
            given = {**body, **request.query_params, **request.path_params}
            return JSONResponse({"ok": True, **await run_in_threadpool(work, given)})
        except ImpossibleError as refused:
            return _refusal(refused.error, refused.problem)
        except (LookupError, TypeError, ValueError) as wrong:
            return _refusal("invalid_arguments", f"{wrong}")

    return endpoint


def _refusal(error: str, problem: str) -> Response:
    return JSONResponse({"ok": False, "error": error, "problem": problem}, 400)
