"""Modals as Slack treats them: triggers, the stack of three, hashes, answers."""

import pytest
from slack_sdk.errors import SlackApiError

from bot.sandbox import ImpossibleError, LocalSlack
from bot.sandbox.form import EMPTY
from tests.kit.bolt_app import Seen, bolt, connected
from tests.kit.modals import Json, api, field, modal, opened, plain, refused, trigger

TROUBLE = "We could not reach the app. Please try again."


# triggers and the stack


def test_a_trigger_opens_one_modal_once(slack: LocalSlack) -> None:
    ticket = trigger(slack)
    api(slack).views_open(trigger_id=ticket, view=modal())
    assert refused(lambda: api(slack).views_open(trigger_id=ticket, view=modal())) == "exchanged_trigger_id"
    assert refused(lambda: api(slack).views_open(trigger_id="1.2.3", view=modal())) == "invalid_trigger_id"


def test_a_trigger_expires(slack: LocalSlack) -> None:
    ticket = trigger(slack)
    slack.expire_triggers()
    assert refused(lambda: api(slack).views_open(trigger_id=ticket, view=modal())) == "expired_trigger_id"
    assert slack.person("sanne").modal is None


def test_a_view_that_slack_would_not_take_says_where_it_is_wrong(slack: LocalSlack) -> None:
    with pytest.raises(SlackApiError) as error:
        opened(slack, modal(title="T" * 25))
    assert error.value.response["error"] == "invalid_arguments"
    assert any("/view/title" in line for line in error.value.response["response_metadata"]["messages"])
    home = {"type": "home", "blocks": []}
    assert refused(lambda: opened(slack, home)) == "invalid_arguments"


def test_three_modals_lie_on_each_other_and_no_more(slack: LocalSlack) -> None:
    top = opened(slack, modal(title="One"))
    for title in ("Two", "Three"):
        ticket = trigger(slack, view_id=top["id"])
        pushed = dict(api(slack).views_push(trigger_id=ticket, view=modal(title=title))["view"])
        assert pushed["previous_view_id"] == top["id"]
        top = pushed
    ticket = trigger(slack, view_id=top["id"])
    assert refused(lambda: api(slack).views_push(trigger_id=ticket, view=modal())) == "push_limit_reached"
    sanne = slack.person("sanne")
    assert sanne.modal and sanne.modal["title"]["text"] == "Three"
    sanne.close_modal()
    assert sanne.modal and sanne.modal["title"]["text"] == "Two"


def test_a_modal_is_pushed_only_from_a_modal(slack: LocalSlack) -> None:
    assert refused(lambda: api(slack).views_push(trigger_id=trigger(slack), view=modal())) == "not_found"


def test_a_new_modal_takes_the_place_of_the_old_ones(slack: LocalSlack) -> None:
    opened(slack, modal(title="Old"))
    opened(slack, modal(title="New"))
    sanne = slack.person("sanne")
    assert sanne.modal and sanne.modal["title"]["text"] == "New"
    sanne.close_modal()
    assert sanne.modal is None


# updates


def test_an_update_keeps_what_was_filled_in_where_the_ids_stay(slack: LocalSlack) -> None:
    view = opened(slack, modal(field(), field("Who", "who", "who")))
    slack.person("sanne").fill({"What": "Risk log", "Who": "me"})
    blocks = [field("What exactly"), field("Who", "whoever", "who", element={"initial_value": "you"})]
    updated = api(slack).views_update(view_id=view["id"], view=modal(*blocks))["view"]
    values = updated["state"]["values"]
    assert values["what"]["what"]["value"] == "Risk log"
    assert values["who"] == {"whoever": {"type": "plain_text_input", "value": "you"}}


def test_an_update_with_an_old_hash_conflicts(slack: LocalSlack) -> None:
    view, client = opened(slack), api(slack)
    newer = client.views_update(view_id=view["id"], hash=view["hash"], view=modal(title="New"))["view"]
    assert newer["hash"] != view["hash"]
    late = {"view_id": view["id"], "hash": view["hash"], "view": modal(title="Late")}
    assert refused(lambda: client.views_update(**late)) == "hash_conflict"


def test_a_view_is_found_by_its_external_id_which_is_unique(slack: LocalSlack) -> None:
    opened(slack, modal(external_id="task-1"))
    updated = api(slack).views_update(external_id="task-1", view=modal(title="New", external_id="task-1"))
    assert updated["view"]["title"]["text"] == "New"
    ticket = trigger(slack, "tom")
    again = modal(external_id="task-1")
    assert refused(lambda: api(slack).views_open(trigger_id=ticket, view=again)) == "duplicate_external_id"


def test_a_view_that_was_closed_is_not_found(slack: LocalSlack) -> None:
    view = opened(slack)
    slack.person("sanne").close_modal()
    assert refused(lambda: api(slack).views_update(view_id=view["id"], view=modal())) == "not_found"
    assert refused(lambda: api(slack).api_call("views.update", json={"view": modal()})) == "invalid_arguments"


# submitting


def test_what_was_filled_in_arrives_with_metadata_and_initial_values(slack: LocalSlack) -> None:
    app, seen = bolt(slack), Seen()
    app.view("task")(seen.body())
    due = {"type": "datepicker", "action_id": "due", "initial_date": "2026-11-27"}
    dates = {"type": "input", "block_id": "due", "label": plain("Due"), "element": due}
    owner = {"type": "users_select", "action_id": "owner"}
    owners = {
        "type": "input",
        "block_id": "owner",
        "label": plain("Owner"),
        "element": owner,
        "optional": True,
    }
    with connected(slack, app):
        opened(slack, modal(field(), dates, owners, private_metadata="P7"))
        sanne = slack.person("sanne")
        sanne.fill({"What": "Risk log", "owner": "tom"})
        assert sanne.submit() == {}
        assert sanne.modal is None
    view = seen[0]["view"]
    assert (seen[0]["type"], view["private_metadata"], view["callback_id"]) == (
        "view_submission",
        "P7",
        "task",
    )
    assert view["state"]["values"] == {
        "what": {"what": {"type": "plain_text_input", "value": "Risk log"}},
        "due": {"due": {"type": "datepicker", "selected_date": "2026-11-27"}},
        "owner": {"owner": {"type": "users_select", "selected_user": slack.user_id("tom")}},
    }


def test_slack_itself_asks_for_what_is_missing_and_the_app_hears_nothing(slack: LocalSlack) -> None:
    opened(slack, modal(field(), field("Short", "s", "s", element={"max_length": 3})))
    sanne = slack.person("sanne")
    sanne.fill({"Short": "long"})
    assert sanne.submit() == {"what": EMPTY, "s": "Please write no more than 3 characters."}
    assert [record.name for record in slack.traffic() if record.direction == "event"][-1:] != [
        "view_submission"
    ]


def test_errors_of_the_app_are_shown_at_their_fields_until_they_are_changed(slack: LocalSlack) -> None:
    app = bolt(slack)
    app.view("task")(lambda ack: ack(response_action="errors", errors={"what": "Too vague"}))
    with connected(slack, app):
        opened(slack)
        sanne = slack.person("sanne")
        sanne.fill({"What": "Things"})
        assert sanne.submit() == {"what": "Too vague"}
    assert sanne.modal and sanne.modal["errors"] == {"what": "Too vague"}
    sanne.fill({"What": "Update the risk log"})
    assert sanne.modal and sanne.modal["errors"] == {}


@pytest.mark.parametrize(
    "answer",
    [
        {"response_action": "errors", "errors": {"other": "no such block"}},
        {"response_action": "errors", "errors": {}},
        {"response_action": "update", "view": {"type": "modal"}},
        {"response_action": "vanish"},
    ],
)
def test_an_answer_that_slack_does_not_understand_is_trouble_for_the_person(
    slack: LocalSlack, answer: Json
) -> None:
    slack.socket_mode.ack_seconds = 0.5  # Bolt itself refuses to send some of these
    app = bolt(slack)
    app.view("task")(lambda ack: ack(**answer))
    with connected(slack, app):
        opened(slack)
        sanne = slack.person("sanne")
        sanne.fill({"What": "Things"})
        assert sanne.submit() == {"": TROUBLE}
    assert sanne.modal and sanne.modal["errors"] == {"": TROUBLE}
    assert sanne.notices == [TROUBLE]


def test_a_submission_without_an_ack_leaves_the_form_as_it_was(slack: LocalSlack) -> None:
    opened(slack)
    sanne = slack.person("sanne")
    sanne.fill({"What": "Things"})
    assert sanne.submit() == {"": TROUBLE}
    assert sanne.modal and sanne.modal["state"]["values"]["what"]["what"]["value"] == "Things"


@pytest.mark.parametrize(
    ("answer", "titles"),
    [
        ({}, ["First"]),
        ({"response_action": "clear"}, []),
        ({"response_action": "update", "view": modal(title="Changed")}, ["First", "Changed"]),
        ({"response_action": "push", "view": modal(title="Third")}, ["First", "Second", "Third"]),
    ],
)
def test_the_answer_decides_what_becomes_of_the_stack(
    slack: LocalSlack, answer: Json, titles: list[str]
) -> None:
    app = bolt(slack)
    app.view("task")(lambda ack: ack(**answer))
    with connected(slack, app):
        first = opened(slack, modal(title="First"))
        ticket = trigger(slack, view_id=first["id"])
        api(slack).views_push(trigger_id=ticket, view=modal(title="Second"))
        sanne = slack.person("sanne")
        sanne.fill({"What": "Things"})
        assert sanne.submit() == {}
    stack = slack.interaction.views.stack(slack.user_id("sanne"))
    assert [view.view["title"]["text"] for view in stack] == titles


def test_a_modal_without_submit_cannot_be_submitted(slack: LocalSlack) -> None:
    text = {"type": "section", "text": plain("Read me")}
    view = modal(text)
    del view["submit"]
    opened(slack, view)
    with pytest.raises(ImpossibleError, match="nothing to submit"):
        slack.person("sanne").submit()
    with pytest.raises(ImpossibleError, match="tom has no modal open"):
        slack.person("tom").submit()
