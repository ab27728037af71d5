"""Modals that are closed, what is pressed in them, and the Home tab, as Slack treats them."""

from typing import Any

from slack_sdk import WebClient

from bot.sandbox import LocalSlack
from tests.kit.bolt_app import Seen, bolt, connected
from tests.kit.modals import Json, api, field, modal, opened, plain, refused, trigger


def test_the_app_hears_of_a_close_only_when_it_asked(slack: LocalSlack) -> None:
    app, seen = bolt(slack), Seen()
    app.view_closed("task")(seen.body())
    sanne = slack.person("sanne")
    with connected(slack, app):
        opened(slack)
        sanne.close_modal()
        assert seen == []
        opened(slack, modal(notify_on_close=True))
        sanne.fill({"What": "Half done"})
        sanne.close_modal()
    assert (seen[0]["type"], seen[0]["is_cleared"]) == ("view_closed", False)
    assert seen[0]["view"]["state"]["values"]["what"]["what"]["value"] == "Half done"


def test_clear_on_close_takes_the_whole_stack_away(slack: LocalSlack) -> None:
    first = opened(slack)
    ticket = trigger(slack, view_id=first["id"])
    api(slack).views_push(trigger_id=ticket, view=modal(clear_on_close=True))
    sanne = slack.person("sanne")
    sanne.close_modal()
    assert sanne.modal is None


def test_a_button_in_a_modal_can_push_another(slack: LocalSlack) -> None:
    app, seen = bolt(slack), Seen()

    def more(ack: Any, body: Json, client: WebClient) -> None:
        seen.append(body)
        client.views_push(trigger_id=body["trigger_id"], view=modal(title="More"))
        ack()

    app.action("more")(more)
    button = {"type": "button", "action_id": "more", "text": plain("More…")}
    row = {"type": "actions", "block_id": "row", "elements": [button]}
    sanne = slack.person("sanne")
    with connected(slack, app):
        view = opened(slack, modal(field(), row, private_metadata="P7"))
        sanne.fill({"What": "Things"})
        sanne.click(None, "More…")
    assert sanne.modal and sanne.modal["title"]["text"] == "More"
    body = seen[0]
    assert body["container"] == {"type": "view", "view_id": view["id"]}
    assert body["view"]["private_metadata"] == "P7"
    assert body["view"]["state"]["values"]["what"]["what"]["value"] == "Things"
    assert "response_url" not in body and "channel" not in body


def test_inputs_tell_the_app_only_with_dispatch_action(slack: LocalSlack) -> None:
    app, seen = bolt(slack), Seen()
    for action_id in ("kind", "live", "slow"):
        app.action(action_id)(seen.body())
    options = [{"text": plain("Risk"), "value": "risk"}]
    kinds = {"type": "static_select", "action_id": "kind", "options": options}
    live = {"dispatch_action_config": {"trigger_actions_on": ["on_character_entered"]}}
    blocks = [
        field("Quiet"),
        {"type": "input", "label": plain("Kind"), "element": kinds, "dispatch_action": True},
        field("Live", "live", "live", element=live, dispatch_action=True),
        field("Slow", "slow", "slow", dispatch_action=True),
    ]
    sanne = slack.person("sanne")
    with connected(slack, app):
        opened(slack, modal(*blocks))
        sanne.fill({"Quiet": "x", "Kind": "Risk", "Live": "y", "Slow": "z"})
        assert [body["actions"][0]["action_id"] for body in seen] == ["kind", "live"]
        sanne.enter("Slow")
    assert seen[2]["actions"][0]["value"] == "z"
    assert seen[2]["view"]["state"]["values"]["what"]["what"]["value"] == "x"


# Home


def test_home_is_published_for_one_person_and_its_buttons_work(slack: LocalSlack) -> None:
    app, seen = bolt(slack), Seen()
    app.action("go")(seen.body())
    button = {"type": "button", "action_id": "go", "text": plain("Go")}
    home = {"type": "home", "blocks": [{"type": "actions", "elements": [button]}]}
    sanne = slack.person("sanne")
    with connected(slack, app):
        view = api(slack).views_publish(user_id=sanne.id, view=home)["view"]
        sanne.click(sanne.home, "Go")
    assert seen[0]["view"]["id"] == view["id"]
    assert seen[0]["view"]["type"] == "home"
    again: Json = {"user_id": sanne.id, "view": home, "hash": "0.0"}
    assert refused(lambda: api(slack).views_publish(**again)) == "hash_conflict"


def test_home_needs_the_tab_and_a_person(slack: LocalSlack) -> None:
    home = {"type": "home", "blocks": []}
    nobody: Json = {"user_id": slack.bot_user_id, "view": home}
    assert refused(lambda: api(slack).views_publish(**nobody)) == "invalid_arguments"
    slack.app.manifest["features"]["app_home"] = {"home_tab_enabled": False}
    assert refused(lambda: api(slack).views_publish(user_id=slack.user_id("tom"), view=home)) == "not_enabled"
