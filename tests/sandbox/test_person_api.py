"""What the page asks for a person and does for her, over HTTP."""

import base64
import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import pytest
from slack_bolt import App
from slack_sdk import WebClient

from bot.sandbox import LocalSlack
from bot.sandbox.person_acts import DOING, READING
from bot.sandbox.person_api import __doc__ as table
from tests.kit.bolt_app import bolt, connected

Json = dict[str, Any]


class Page:
    """The page's requests for sanne, or for another person."""

    def __init__(self, slack: LocalSlack) -> None:
        self._url = f"{slack.url}/local/person"

    def get(self, path: str = "", who: str = "/sanne", **query: Any) -> Json:
        return self._asked(f"{self._url}{who}{path}" + (f"?{urlencode(query)}" if query else ""), None)

    def post(self, what: str, who: str = "sanne", **body: Any) -> Json:
        return self._asked(f"{self._url}/{who}/{what}", json.dumps(body).encode())

    @staticmethod
    def _asked(url: str, body: bytes | None) -> Json:
        try:
            with urllib.request.urlopen(urllib.request.Request(url, body)) as answer:
                found: Json = json.load(answer)
        except urllib.error.HTTPError as refusal:
            assert refusal.code == 400
            found = json.load(refusal)
        return found


@pytest.fixture
def page(slack: LocalSlack) -> Page:
    return Page(slack)


@pytest.fixture
def atlas(slack: LocalSlack) -> str:
    return slack.channel_id("atlas")


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def form() -> Json:
    options = [{"text": plain(name), "value": name.lower()} for name in ("Risk", "Issue")]
    fields: dict[str, Json] = {
        "what": {"type": "plain_text_input", "initial_value": "Log"},
        "kinds": {"type": "multi_static_select", "options": options},
        "due": {"type": "datepicker"},
    }
    blocks = [
        {"type": "input", "block_id": name, "label": plain(name), "element": {**element, "action_id": name}}
        for name, element in fields.items()
    ]
    return {
        "type": "modal",
        "title": plain("Task"),
        "submit": plain("Save"),
        "blocks": blocks,
        "callback_id": "f",
    }


@pytest.fixture
def app(slack: LocalSlack) -> Iterator[App]:
    running = bolt(slack)
    running.event("message")(lambda event: None)
    running.event("reaction_added")(lambda event: None)
    running.event("reaction_removed")(lambda event: None)
    running.event("app_home_opened")(lambda event: None)
    running.event("member_joined_channel")(lambda event: None)
    running.event("member_left_channel")(lambda event: None)
    with connected(slack, running):
        yield running


def test_every_path_is_told_in_the_table() -> None:
    told = (table or "").replace(", ", "\n    /{who}/")
    missing = [name for name in (*READING, *DOING) if f"/{{who}}/{name}".rstrip("/") not in told]
    assert missing == []


def test_the_first_answer_holds_all_that_the_page_starts_with(slack: LocalSlack, page: Page) -> None:
    start = page.get()
    assert start["me"]["name"] == "sanne"
    assert {person["name"] for person in start["people"]} >= {"sanne", "tom", "helper"}
    assert [each["name"] for each in start["conversations"]] == ["atlas", "board"]
    assert start["commands"][0] == {"command": "/do", "description": "Does it", "usage_hint": "what"}
    assert [each["type"] for each in start["shortcuts"]] == ["global", "message"]
    assert start["app"] == {"name": "Helper", "bot_user_id": slack.bot_user_id}
    assert (start["modal"], start["home"], start["notices"]) == (None, None, [])


def test_a_private_channel_is_not_there_for_others(slack: LocalSlack, page: Page) -> None:
    names = [each["name"] for each in page.get("/conversations", who="/tom")["conversations"]]
    assert names == ["atlas"]
    refusal = page.get("/messages", who="/tom", channel=slack.channel_id("board"))
    assert (refusal["ok"], refusal["error"]) == (False, "channel_not_found")


def test_what_is_said_is_seen_and_counted_until_it_is_read(app: App, page: Page, atlas: str) -> None:
    said = page.post("say", channel=atlas, text="Look, @tom")["message"]
    [there] = page.get("/conversations", who="/tom")["conversations"]
    assert (there["unread"], there["mentions"], there["latest"]) == (1, 1, said["ts"])
    [message] = page.get("/messages", who="/tom", channel=atlas)["messages"]
    assert (message["words"], message["unread"], message["mine"]) == ("Look, @tom", True, False)
    page.post("mark_read", who="tom", channel=atlas)
    assert page.get("/conversations", who="/tom")["conversations"][0]["unread"] == 0


def test_messages_come_in_pages_and_threads_apart(app: App, page: Page, atlas: str) -> None:
    said = [page.post("say", channel=atlas, text=f"{n}")["message"] for n in range(3)]
    page.post("say", channel=atlas, text="reply", thread_ts=said[0]["ts"], who="tom")
    last = page.get("/messages", channel=atlas, limit=2)
    first = page.get("/messages", channel=atlas, limit=2, before=last["messages"][0]["ts"])
    assert [m["words"] for m in first["messages"] + last["messages"]] == ["0", "1", "2"]
    assert (first["more"], last["more"]) == (False, True)
    assert first["messages"][0]["reply_count"] == 1
    thread = page.get("/thread", channel=atlas, ts=said[0]["ts"])["messages"]
    assert [m["words"] for m in thread] == ["0", "reply"]


def test_messages_are_edited_reacted_to_and_deleted(app: App, page: Page, atlas: str) -> None:
    said = page.post("say", channel=atlas, text="Fridya")["message"]
    where = {"channel": atlas, "ts": said["ts"]}
    assert page.post("edit", **where, text="Friday")["message"]["edited"] is True
    reacted = page.post("react", who="tom", **where, name="eyes")["message"]
    assert [(each["name"], each["mine"]) for each in reacted["reactions"]] == [("eyes", True)]
    assert page.post("unreact", who="tom", **where, name="eyes")["message"]["reactions"] == []
    assert page.post("delete", who="tom", **where)["error"] == "not_yours"
    assert page.post("delete", **where) == {"ok": True}
    assert page.get("/messages", channel=atlas)["messages"] == []
    assert page.post("react", **where, name="eyes")["error"] == "message_not_found"


def test_a_file_is_shared_from_the_page(app: App, page: Page, atlas: str) -> None:
    app.event("file_shared")(lambda event: None)
    files = [{"name": "notes.txt", "base64": base64.b64encode(b"We agreed.").decode()}]
    [file] = page.post("say", channel=atlas, text="notes", files=files)["message"]["files"]
    assert (file["name"], file["mimetype"], file["size"]) == ("notes.txt", "text/plain", 10)
    assert file["url"] == f"/local/page/file/{file['id']}"


def test_a_command_answers_and_its_answer_can_be_dismissed(app: App, page: Page, atlas: str) -> None:
    app.command("/do")(lambda ack: ack("done"))
    [answer] = page.post("command", channel=atlas, text="/do")["answers"]
    assert (answer["words"], answer["ephemeral"], answer["bot"]) == ("done", True, True)
    assert page.post("dismiss", channel=atlas, ts=answer["ts"]) == {"ok": True}
    assert page.get("/messages", channel=atlas)["messages"] == []


def test_a_form_is_shown_filled_in_and_submitted_with_plain_values(
    slack: LocalSlack, app: App, page: Page
) -> None:
    got: list[Json] = []

    def submitted(ack: Any, view: Json) -> None:
        got.append(view["state"]["values"])
        ack() if len(got) > 1 else ack(response_action="errors", errors={"what": "Too short"})

    app.view("f")(submitted)
    app.shortcut("start")(
        lambda ack, body, client: (client.views_open(trigger_id=body["trigger_id"], view=form()), ack())
    )
    modal = page.post("shortcut", callback_id="start")["modal"]
    assert (modal["title"]["text"], modal["depth"], modal["problem"]) == ("Task", 1, None)
    assert modal["state"] == {"what": {"what": "Log"}, "kinds": {"kinds": []}, "due": {"due": None}}
    state = {"kinds": {"kinds": ["risk", "issue"]}, "due": {"due": "2026-11-27"}, "gone": {"x": "y"}}
    answer = page.post("submit", view_id=modal["id"], state=state)
    assert answer["errors"] == answer["modal"]["errors"] == {"what": "Too short"}
    assert page.post("submit", view_id=modal["id"], state={"what": {"what": "Risk log"}})["modal"] is None
    assert [each["value"] for each in got[1]["kinds"]["kinds"]["selected_options"]] == ["risk", "issue"]
    assert got[1]["due"]["due"]["selected_date"] == "2026-11-27"
    assert page.post("submit", view_id=modal["id"])["error"] == "view_not_found"


def test_elements_are_used_by_id_on_messages_and_on_the_home_tab(
    slack: LocalSlack, app: App, page: Page, atlas: str
) -> None:
    used: list[Json] = []

    def use(ack: Any, action: Json) -> None:
        used.append(action)
        ack()

    app.action("go")(use)
    app.action("day")(use)
    button = {"type": "button", "action_id": "go", "text": plain("Go"), "value": "7"}
    row = {
        "type": "actions",
        "block_id": "row",
        "elements": [button, {"type": "datepicker", "action_id": "day"}],
    }
    client = WebClient(slack.bot_token, base_url=slack.api_url)
    message = client.chat_postMessage(channel=atlas, text="x", blocks=[row])
    client.views_publish(user_id=slack.user_id("sanne"), view={"type": "home", "blocks": [row]})
    on = {"channel": atlas, "ts": message["ts"]}
    page.post("act", **on, block_id="row", action_id="go")
    page.post("act", **on, action_id="day", value="2026-11-27")
    home = page.post("open_home")["home"]
    answer = page.post("act", view_id=home["id"], action_id="day", value="2026-11-28")
    assert [each.get("value") or each["selected_date"] for each in used] == ["7", "2026-11-27", "2026-11-28"]
    assert answer["home"]["state"] == {"row": {"day": "2026-11-28"}}
    assert page.post("act", **on, action_id="gone")["error"] == "no_such_element"


def test_a_modal_is_closed_from_the_page(slack: LocalSlack, page: Page) -> None:
    client = WebClient(slack.bot_token, base_url=slack.api_url)
    trigger = slack.triggers.issue(slack.user_id("sanne"))
    view = client.views_open(trigger_id=trigger, view=form())["view"]
    assert page.get("/modal")["modal"]["id"] == view["id"]
    assert page.post("close", who="tom", view_id=view["id"])["error"] == "view_not_found"
    assert page.post("close", view_id=view["id"])["modal"] is None


def test_channels_are_joined_left_and_filled_from_the_page(slack: LocalSlack, app: App, page: Page) -> None:
    open_channel = slack.add_channel("open", members=["tom"])
    assert page.post("join", channel=open_channel) == {"ok": True}
    page.post("invite", channel=open_channel, people=["helper"])
    page.post("leave", who="tom", channel=open_channel)
    assert slack.channel("open").members == [slack.user_id("sanne"), slack.bot_user_id]
    assert page.post("join", who="tom", channel=slack.channel_id("board"))["error"] == "is_private"


def test_a_dm_is_opened_under_the_name_of_the_other(page: Page) -> None:
    made = page.post("open_dm", people=["tom"])["channel"]
    assert (made["name"], made["type"], made["member"]) == ("tom", "im", True)
    assert page.post("open_dm", people=["tom"])["channel"]["id"] == made["id"]


def test_shortcuts_commands_and_home_can_be_asked_for_apart(app: App, page: Page, atlas: str) -> None:
    app.shortcut("pin_it")(lambda ack: ack())
    said = page.post("say", channel=atlas, text="pin me")["message"]
    answer = page.post("message_shortcut", callback_id="pin_it", channel=atlas, ts=said["ts"])
    assert answer == {"ok": True, "modal": None}
    assert len(page.get("/commands")["commands"]) == len(page.get("/shortcuts")["shortcuts"]) == 2
    assert page.get("/home")["home"] is None


def test_a_wrong_request_says_what_is_wrong(page: Page) -> None:
    assert page.get(who="/nobody")["problem"] == "nobody here is called 'nobody'"
    assert page.post("say", text="no channel")["error"] == "invalid_arguments"
    assert page.post("command", channel="nowhere", text="/do")["error"] == "invalid_arguments"
