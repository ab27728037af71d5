"""What people do reaches a real Bolt app in Slack's shapes, and what it answers is what they see."""

from typing import Any

import pytest
from slack_sdk import WebClient

from bot.sandbox import ImpossibleError, LocalSlack
from tests.kit.bolt_app import Seen, bolt, connected

Json = dict[str, Any]


def button(label: str, action_id: str, **more: Any) -> Json:
    text = {"type": "plain_text", "text": label}
    return {"type": "button", "text": text, "action_id": action_id, **more}


def actions(*elements: Json, block_id: str = "row") -> Json:
    return {"type": "actions", "block_id": block_id, "elements": list(elements)}


def option(label: str, value: str) -> Json:
    return {"text": {"type": "plain_text", "text": label}, "value": value}


def posted(slack: LocalSlack, *blocks: Json) -> Any:
    """A message of the bot with these blocks, as sanne sees it."""
    client = WebClient(slack.bot_token, base_url=slack.api_url)
    ts = client.chat_postMessage(channel=slack.channel_id("atlas"), text="Look", blocks=list(blocks))["ts"]
    return slack.ws.message(slack.channel_id("atlas"), str(ts))


# clicks


def test_a_click_carries_the_message_its_state_and_what_was_pressed(slack: LocalSlack) -> None:
    app, seen = bolt(slack), Seen()
    app.action("done")(seen.body())
    picker = {
        "type": "static_select",
        "action_id": "size",
        "options": [option("Small", "s"), option("Large", "l")],
        "initial_option": option("Small", "s"),
    }
    message = posted(slack, actions(picker, button("Done", "done", value="42", style="primary")))
    with connected(slack, app):
        slack.person("sanne").click(message, "Done")
    body = seen[0]
    assert body["container"] == {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": message.channel,
        "is_ephemeral": False,
    }
    assert body["message"]["ts"] == message.ts
    assert body["channel"] == {"id": message.channel, "name": "atlas"}
    assert body["user"]["id"] == slack.user_id("sanne")
    assert body["state"]["values"]["row"]["size"]["selected_option"] == option("Small", "s")
    pressed = body["actions"][0]
    assert (pressed["action_id"], pressed["block_id"], pressed["value"]) == ("done", "row", "42")
    assert (pressed["style"], pressed["text"]["text"]) == ("primary", "Done")


def test_a_choice_is_told_at_once_and_stays_in_the_state_of_that_person(slack: LocalSlack) -> None:
    app, seen = bolt(slack), Seen()
    app.action("size")(seen.body())
    app.action("done")(seen.body())
    choices = [option("Small", "s"), option("Large", "l")]
    picker = {"type": "static_select", "action_id": "size", "options": choices}
    message = posted(slack, actions(picker, button("Done", "done")))
    with connected(slack, app):
        slack.person("sanne").choose(message, "size", "Large")
        slack.person("sanne").click(message, "Done")
        slack.person("tom").click(message, "Done")
    assert seen[0]["actions"][0]["selected_option"]["value"] == "l"
    chosen = [body["state"]["values"]["row"]["size"]["selected_option"] for body in seen]
    assert chosen == [choices[1], choices[1], None]


@pytest.mark.parametrize(
    ("element", "value", "field", "held"),
    [
        ({"type": "datepicker"}, "2026-11-27", "selected_date", "2026-11-27"),
        ({"type": "timepicker"}, "14:00", "selected_time", "14:00"),
        ({"type": "datetimepicker"}, 1795424400, "selected_date_time", 1795424400),
        ({"type": "radio_buttons", "options": [option("A", "a")]}, "A", "selected_option", option("A", "a")),
        (
            {"type": "checkboxes", "options": [option("A", "a")]},
            ["a"],
            "selected_options",
            [option("A", "a")],
        ),
        ({"type": "multi_static_select", "options": [option("A", "a")]}, "A", "selected_options", None),
    ],
)
def test_each_element_has_its_own_field(
    slack: LocalSlack, element: Json, value: Any, field: str, held: Any
) -> None:
    app, seen = bolt(slack), Seen()
    app.action("it")(seen.body())
    part = {**element, "action_id": "it"}
    many = element["type"].startswith("multi")
    block = {"type": "section", "block_id": "row", "text": {"type": "plain_text", "text": "Pick"}}
    message = posted(slack, {**block, "accessory": part} if many else actions(part))
    with connected(slack, app):
        slack.person("sanne").choose(message, "it", value)
    expected = held or [option("A", "a")]
    assert seen[0]["actions"][0][field] == expected
    assert seen[0]["state"]["values"]["row"]["it"] == {"type": element["type"], field: expected}


def test_people_and_channels_are_chosen_by_name(slack: LocalSlack) -> None:
    app, seen = bolt(slack), Seen()
    app.action("who")(seen.body())
    app.action("where")(seen.body())
    who = {"type": "users_select", "action_id": "who"}
    where = {"type": "conversations_select", "action_id": "where"}
    message = posted(slack, actions(who, where))
    with connected(slack, app):
        slack.person("sanne").choose(message, "who", "tom")
        slack.person("sanne").choose(message, "where", "#atlas")
    assert seen[0]["actions"][0]["selected_user"] == slack.user_id("tom")
    assert seen[1]["actions"][0]["selected_conversation"] == slack.channel_id("atlas")


def test_an_overflow_menu_gives_the_option_picked(slack: LocalSlack) -> None:
    app, seen = bolt(slack), Seen()
    app.action("more")(seen.body())
    menu = {"type": "overflow", "action_id": "more", "options": [option("Edit", "e"), option("Drop", "d")]}
    message = posted(slack, actions(menu))
    with connected(slack, app):
        slack.person("sanne").overflow(message, "Drop")
    assert seen[0]["actions"][0]["selected_option"]["value"] == "d"
    assert seen[0]["state"]["values"] == {}


def test_an_element_is_found_by_its_words_and_a_wrong_name_lists_what_there_is(slack: LocalSlack) -> None:
    message = posted(slack, actions(button("Done", "a")), actions(button("Done", "b"), block_id="second"))
    sanne = slack.person("sanne")
    with pytest.raises(LookupError, match="2 elements are called 'Done'"):
        sanne.click(message, "Done")
    with pytest.raises(LookupError, match=r"no element is called 'Drop'; there are: .*Done"):
        sanne.click(message, "Drop")
    app, seen = bolt(slack), Seen()
    app.action("b")(seen.body())
    with connected(slack, app):
        sanne.click(message, "Done", "second")
    assert seen[0]["actions"][0]["action_id"] == "b"


def test_a_message_that_was_deleted_cannot_be_clicked(slack: LocalSlack) -> None:
    message = posted(slack, actions(button("Done", "done")))
    WebClient(slack.bot_token, base_url=slack.api_url).chat_delete(channel=message.channel, ts=message.ts)
    with pytest.raises(ImpossibleError) as refused:
        slack.person("sanne").click(message, "Done")
    assert refused.value.error == "message_not_found"


def test_a_click_that_is_not_acked_is_told_by_slack_itself(slack: LocalSlack) -> None:
    message = posted(slack, actions(button("Done", "done")))
    sanne = slack.person("sanne")
    sanne.click(message, "Done")
    assert sanne.notices == ["We could not reach the app. Please try again."]
    assert [(r.name, r.error) for r in slack.traffic()][-1] == ("block_actions", "dispatch_failed")


def test_an_ephemeral_message_is_clicked_without_its_text_and_can_be_replaced(slack: LocalSlack) -> None:
    app, seen = bolt(slack), Seen()

    def ask(ack: Any) -> None:
        ack(text="Sure?", blocks=[actions(button("Yes", "yes"))])

    def yes(ack: Any, respond: Any, body: Json) -> None:
        ack()
        seen.append(body)
        respond(text="Done", replace_original=True)

    app.command("/do")(ask)
    app.action("yes")(yes)
    sanne = slack.person("sanne")
    with connected(slack, app):
        [question] = sanne.command("/do", "atlas")
        sanne.click(question, "Yes")
        slack.wait_for(lambda: [m.words() for m in sanne.sees("atlas")] == ["Done"])
    assert seen[0]["container"]["is_ephemeral"] is True
    assert "message" not in seen[0]
    with pytest.raises(ImpossibleError):
        slack.person("tom").click(question, "Yes")


# shortcuts and Home


def test_shortcuts_are_found_by_name_and_know_their_message(slack: LocalSlack) -> None:
    app, seen = bolt(slack), Seen()
    app.shortcut("start")(seen.body())
    app.shortcut("pin_it")(seen.body())
    app.event("message")(lambda event: None)
    sanne = slack.person("sanne")
    with connected(slack, app):
        said = sanne.say("pin me", "atlas")
        sanne.shortcut("Start")
        sanne.message_shortcut(said, "Pin it")
    assert [(body["type"], body["callback_id"]) for body in seen] == [
        ("shortcut", "start"),
        ("message_action", "pin_it"),
    ]
    assert (seen[1]["message"]["text"], seen[1]["message_ts"]) == ("pin me", said.ts)
    assert seen[1]["response_url"] and seen[0]["trigger_id"]


def test_a_shortcut_that_is_not_in_the_manifest_does_not_exist(slack: LocalSlack) -> None:
    with pytest.raises(ImpossibleError, match="there are: Start"):
        slack.person("sanne").shortcut("Stop")


def test_opening_home_waits_for_the_app_to_publish(slack: LocalSlack) -> None:
    app, seen = bolt(slack), Seen()

    def opened(event: Json, client: WebClient) -> None:
        seen.append(event)
        text = {"type": "mrkdwn", "text": f"Opened {len(seen)} times"}
        view = {"type": "home", "blocks": [{"type": "section", "text": text}]}
        client.views_publish(user_id=event["user"], view=view)

    app.event("app_home_opened")(opened)
    sanne = slack.person("sanne")
    with connected(slack, app):
        first, second = sanne.open_home(), sanne.open_home()
    assert first and second
    assert [view["blocks"][0]["text"]["text"] for view in (first, second)] == [
        "Opened 1 times",
        "Opened 2 times",
    ]
    assert seen[0]["tab"] == "home" and "view" not in seen[0]
    assert seen[1]["view"]["id"] == first["id"] == second["id"]
    assert slack.person("tom").home is None
