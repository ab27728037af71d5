"""The one wrapper, by listeners made for it: what is refused, what breaks, what comes twice."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event
from structlog.testing import capture_logs

from bot.core.errors import NothingToUndo
from bot.sandbox.blocks import check_blocks
from bot.sandbox.person import Person
from handlers.slack import ui
from handlers.slack.registry import CommandName, Registry
from handlers.slack.reply import Errors, Message, Open, Replace, Reply, Say, say
from handlers.slack.request import Click, Command, Submission
from storage.tables import IdempotencyKeyRow, PendingRequestRow, PersonRow
from storage.unit_of_work import Storage
from tests.kit.desk import Desk, open_desk, seen
from tests.kit.rows import rows

NAMES = {"/spil": "try", "/try": "try"}


def form(text: str) -> Open:
    blocks = [ui.field("Text", ui.text_input(), block_id="text")]
    return Open(ui.modal("Try", blocks, callback=text, submit="Save", close="Cancel"))


def tried(request: Command) -> Reply:
    """`/try X` does X."""
    request.uow.pending_requests.put(request.text, request.who.user, {}, request.now)
    match request.text.split()[0]:
        case "refused":
            raise NothingToUndo
        case "broken":
            raise RuntimeError("a secret text")
        case "form":
            return form("try.form")
        case "old-form":
            return form("votes.form")
        case "buttons":
            buttons = [ui.button(name, action=f"try.{name}") for name in ("say", "replace", "old")]
            return Say(Message("Buttons", [ui.actions(*buttons, ui.date_picker("day", action="value"))]))
    return say(f"done {request.plain(request.text)}")


def clicked(request: Click) -> Reply:
    return say("said")


def replaced(request: Click) -> Reply:
    return Replace(Message("replaced"))


def sent(request: Submission) -> Reply:
    text = request.fields.text("text") or ""
    request.uow.pending_requests.put(text, request.who.user, {}, request.now)
    return say("kept") if text == "good" else Errors({"text": f"*{text}* by <@{request.who.user}>: `bad`"})


@pytest.fixture
def desk(sqlite_storage: Storage) -> Iterator[Desk]:
    registry = Registry()
    registry.command(CommandName("try", "probeer", "Tries", ""), tried)
    registry.click("try.say", clicked)
    registry.click("try.replace", replaced)
    registry.submission("try.form", sent)
    with open_desk(sqlite_storage, NAMES, registry) as opened:
        yield opened


def kept(desk: Desk) -> list[str]:
    return [row.key for row in rows(desk.storage, PendingRequestRow)]


def with_buttons(desk: Desk, name: str) -> tuple[Person, Any]:
    tom = desk.slack.person("tom")
    [message] = tom.command("/try buttons", "atlas")
    return tom, message


def used_up(desk: Desk) -> None:
    """From now on no address for an answer is any good."""
    desk.slack.interaction.responses.base_url = desk.slack.url + "/nowhere"


def test_what_a_rule_refuses_is_said_with_what_was_typed_and_changes_nothing(desk: Desk) -> None:
    told = desk.said_to("tom", "/try refused & <b> for @sanne")
    assert told.splitlines() == [
        "There's nothing of yours to undo here.",
        "You typed: `/try refused & <b> for @sanne`",
    ]
    assert kept(desk) == []


def test_a_bug_has_a_number_for_the_person_and_the_log_and_changes_nothing(desk: Desk) -> None:
    with capture_logs() as logs:
        told = desk.said_to("tom", "/try broken")
    [bug] = [line for line in logs if line["event"] == "listener.bug"]
    assert f"Its number is `{bug['error_id']}`" in told and "/try broken" in told
    assert "secret" not in told
    assert kept(desk) == []


def test_a_bug_is_told_in_the_persons_language(desk: Desk) -> None:
    assert desk.said_to("sanne", "/try broken").startswith("Er ging bij mij iets mis")


def test_all_that_was_typed_is_said_back_however_long_in_blocks_that_slack_takes(desk: Desk) -> None:
    typed = "refused " + " ".join(f"<{number}>" for number in range(1000))
    told = desk.slack.person("tom").command(f"/try {typed}", "atlas")
    assert "<0> <1>" in seen(told) and "<999>" in seen(told)
    assert check_blocks(told[0].blocks, "message") == []


def test_a_copy_of_a_payload_does_nothing(desk: Desk) -> None:
    payloads: list[Any] = []
    desk.slack.delivery.observers.append(lambda envelope, answer: payloads.append(envelope))
    desk.said_to("tom", "/try once")
    [row] = rows(desk.storage, PendingRequestRow)
    with desk.storage.unit_of_work() as uow:
        uow.pending_requests.remove(row.key)
    assert desk.slack.delivery.ask("slash_commands", payloads[0].payload).acked
    assert kept(desk) == []
    assert desk.slack.history("atlas")[-1].text == "done once"


def test_a_form_that_slack_gives_no_time_to_open_is_said_so(desk: Desk) -> None:
    for error in ("expired_trigger_id", "internal_error"):
        desk.slack.fault("views.open", kind="error", error=error)
        told = desk.said_to("tom", "/try form")
        assert "Slack didn't let me show this in time" in told and "`/try form`" in told
    desk.client.timeout = 1
    desk.slack.fault("views.open", kind="no_answer")
    assert "Slack didn't let me show this in time" in desk.said_to("tom", "/try form")


def test_what_is_wrong_in_a_form_is_plain_text_at_its_field_and_nothing_is_kept(desk: Desk) -> None:
    tom = desk.slack.person("tom")
    tom.command("/try form", "atlas")
    tom.fill({"text": "wrong"})
    before = kept(desk)
    assert tom.submit() == {"text": "wrong by @tom: bad"}
    assert kept(desk) == before
    tom.fill({"text": "good"})
    assert tom.submit() == {}
    assert desk.slack.person("tom").dm()[-1].words() == "kept"


def test_a_form_of_an_older_version_keeps_its_text_and_says_so(desk: Desk) -> None:
    tom = desk.slack.person("tom")
    tom.command("/try old-form", "atlas")
    tom.fill({"text": "long work"})
    assert "no longer works" in tom.submit()["text"]
    assert tom.modal is not None


def test_a_button_of_an_older_version_is_answered_and_a_field_is_not(desk: Desk) -> None:
    tom, message = with_buttons(desk, "old")
    assert "no longer works" in seen(tom.click(message, "old"))
    assert tom.choose(message, "value", "2026-11-27") == []


def test_an_answer_whose_address_is_used_up_reaches_the_person_anyhow(desk: Desk) -> None:
    tom, message = with_buttons(desk, "say")
    used_up(desk)
    assert seen(tom.click(message, "say")) == "said"


def test_what_cannot_replace_a_message_is_said_beside_it(desk: Desk) -> None:
    tom, message = with_buttons(desk, "replace")
    used_up(desk)
    assert seen(tom.click(message, "replace")) == "replaced"


def test_a_message_that_slack_refuses_is_said_in_words_alone(desk: Desk) -> None:
    tom, message = with_buttons(desk, "say")
    used_up(desk)
    desk.slack.fault("chat.postEphemeral", kind="error", error="invalid_blocks")
    tom.click(message, "say")
    assert [each.words() for each in tom.dm()] == ["said"]


def test_nothing_is_raised_when_slack_takes_no_answer_at_all(desk: Desk) -> None:
    tom, message = with_buttons(desk, "say")
    used_up(desk)
    for method in ("chat.postEphemeral", "chat.postMessage"):
        desk.slack.fault(method, kind="status", status=500, times=9)
    assert tom.click(message, "say") == []
    assert tom.notices == []


def test_slack_down_goes_on_with_whom_we_know(desk: Desk) -> None:
    assert desk.said_to("tom", "/try one") == "done one"
    desk.slack.advance(timedelta(minutes=6))
    desk.slack.fault("users.info", kind="status", status=500)
    desk.slack.fault("conversations.members", kind="status", status=429, retry_after=5)
    assert desk.said_to("tom", "/try two") == "done two"


@pytest.mark.parametrize("method", ["users.info", "conversations.members"])
def test_slack_down_before_we_know_anybody_asks_to_try_again(desk: Desk, method: str) -> None:
    desk.client.timeout = 1
    desk.slack.fault(method, kind="no_answer")
    told = desk.said_to("tom", "/try one")
    assert "Please try again in a moment" in told and "`/try one`" in told
    assert kept(desk) == []
    assert desk.said_to("tom", "/try one") == "done one"


def test_a_locked_database_asks_to_try_again(desk: Desk) -> None:
    desk.said_to("tom", "/try one")
    event.listen(desk.storage.engine, "checkout", lambda raw, *_: raw.execute("PRAGMA busy_timeout=50"))
    with desk.storage.engine.begin():
        told = desk.said_to("tom", "/try two")
    assert "Please try again in a moment" in told and "`/try two`" in told
    assert kept(desk) == ["one"]


def test_each_act_is_one_line_with_ids_and_without_any_text(desk: Desk) -> None:
    with capture_logs() as logs:
        desk.said_to("tom", "/try one confidential")
        desk.slack.wait_for(lambda: any(line["event"] == "act" for line in logs))
    [line] = [line for line in logs if line["event"] == "act"]
    assert (line["kind"], line["name"], line["outcome"]) == ("command", "try", "Say")
    assert line["user"] == desk.slack.user_id("tom") and line["channel"] == desk.slack.channel_id("atlas")
    assert line["ms"] >= 0 and "confidential" not in str(logs) and "xoxb" not in str(logs)


def test_names_are_known_before_a_rule_asks(desk: Desk) -> None:
    assert desk.said_to("tom", "/try hello @priya") == "done hello @priya"
    assert {row.name for row in rows(desk.storage, PersonRow)} == {"tom", "priya"}


def test_a_refused_act_leaves_no_trace_that_it_was_seen(desk: Desk) -> None:
    desk.said_to("tom", "/try refused")
    assert rows(desk.storage, IdempotencyKeyRow) == []


def test_what_no_database_can_keep_never_gets_to_one(desk: Desk) -> None:
    assert "/try refused a b" in desk.said_to("tom", "/try refused a\x00 \ud83db")


def test_who_was_deactivated_meanwhile_does_nothing_with_what_is_still_open(desk: Desk) -> None:
    tom, message = with_buttons(desk, "say")
    payloads: list[Any] = []
    desk.slack.delivery.observers.append(lambda envelope, answer: payloads.append(envelope.payload))
    tom.click(message, "say")
    desk.slack.deactivate("tom")
    desk.slack.advance(timedelta(minutes=6))
    desk.slack.delivery.ask("interactive", {**payloads[0], "trigger_id": "another"})
    assert "members of the project's channel" in desk.slack.history("atlas")[-1].text
