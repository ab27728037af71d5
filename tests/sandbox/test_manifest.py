"""A manifest is refused for what Slack refuses it for, with the place of each problem."""

from typing import Any

import pytest

from bot.sandbox import LocalSlack, ManifestRefused
from bot.sandbox.manifest import check_manifest, commands_of, events_of, scopes_of
from tests.kit.bolt_app import manifest


def pointers(changed: dict[str, Any]) -> list[str]:
    return [problem.pointer for problem in check_manifest(changed)]


def with_commands(*commands: dict[str, Any]) -> dict[str, Any]:
    sound = manifest()
    return manifest(features={**sound["features"], "slash_commands": list(commands)})


def command(name: str, **more: Any) -> dict[str, Any]:
    return {"command": name, "description": "Does it", **more}


def test_a_sound_manifest_has_no_problems() -> None:
    assert check_manifest(manifest()) == []


@pytest.mark.parametrize("name", ["/remind", "/who", "/open", "/apps"])
def test_a_command_of_slack_itself_is_refused(name: str) -> None:
    assert pointers(with_commands(command(name))) == ["/features/slash_commands/0/command"]


@pytest.mark.parametrize("name", ["do", "/Do", "/do it", "/" + "d" * 32, "/dó"])
def test_a_command_is_a_slash_and_at_most_31_small_letters(name: str) -> None:
    assert set(pointers(with_commands(command(name)))) == {"/features/slash_commands/0/command"}


def test_fifty_commands_are_the_most() -> None:
    assert pointers(with_commands(*[command(f"/c{n}") for n in range(50)])) == []
    assert pointers(with_commands(*[command(f"/c{n}") for n in range(51)])) == ["/features/slash_commands"]


def test_the_same_command_twice_is_refused() -> None:
    assert pointers(with_commands(command("/do"), command("/do"))) == ["/features/slash_commands"]


def test_a_command_needs_a_url_only_without_socket_mode() -> None:
    settings = {"settings": {"socket_mode_enabled": False}}
    assert pointers(with_commands(command("/do")) | settings) == ["/features/slash_commands/0/url"]
    assert pointers(with_commands(command("/do", url="https://bot.example.com")) | settings) == []


def test_a_description_is_required_and_has_a_limit() -> None:
    assert pointers(with_commands({"command": "/do"})) == ["/features/slash_commands/0/description"]
    assert pointers(with_commands(command("/do", usage_hint="x" * 1001))) == [
        "/features/slash_commands/0/usage_hint"
    ]


def test_ten_shortcuts_are_the_most_and_each_has_a_type() -> None:
    def shortcuts(count: int, kind: str = "global") -> dict[str, Any]:
        each = [
            {"name": f"S{n}", "type": kind, "callback_id": f"s{n}", "description": "Does"}
            for n in range(count)
        ]
        return manifest(features={**manifest()["features"], "shortcuts": each})

    assert pointers(shortcuts(10)) == []
    assert pointers(shortcuts(11)) == ["/features/shortcuts"]
    assert pointers(shortcuts(1, "modal")) == ["/features/shortcuts/0/type"]


def test_names_and_descriptions_of_the_app_have_limits() -> None:
    long = {
        "name": "n" * 36,
        "description": "d" * 141,
        "long_description": "short",
        "background_color": "red",
    }
    assert set(pointers(manifest(display_information=long))) == {
        f"/display_information/{field}" for field in long
    }


def test_an_unknown_scope_or_event_is_refused() -> None:
    scopes = {"scopes": {"bot": [*scopes_of(manifest()), "chat:shout"]}}
    assert pointers(manifest(oauth_config=scopes)) == ["/oauth_config/scopes/bot"]
    events = {"event_subscriptions": {"bot_events": ["message_sent"]}, "socket_mode_enabled": True}
    assert pointers(manifest(settings=events)) == ["/settings/event_subscriptions/bot_events"]


def test_an_event_needs_its_scope() -> None:
    without = sorted(scopes_of(manifest()) - {"reactions:read"})
    problems = check_manifest(manifest(oauth_config={"scopes": {"bot": without}}))
    assert [problem.message for problem in problems] == [
        "reaction_added requires the scope reactions:read",
        "reaction_removed requires the scope reactions:read",
    ]


def test_commands_and_shortcuts_need_the_scope_commands() -> None:
    without = sorted(scopes_of(manifest()) - {"commands"})
    assert pointers(manifest(oauth_config={"scopes": {"bot": without}})) == ["/oauth_config/scopes/bot"] * 2


def test_events_and_interactivity_need_urls_without_socket_mode() -> None:
    settings = {
        "event_subscriptions": {"bot_events": ["app_mention"]},
        "interactivity": {"is_enabled": True},
        "socket_mode_enabled": False,
    }
    features = {"bot_user": {"display_name": "helper"}}
    assert pointers(manifest(settings=settings, features=features)) == [
        "/settings/event_subscriptions/request_url",
        "/settings/interactivity/request_url",
    ]


def test_a_bot_needs_a_name_of_plain_characters() -> None:
    assert pointers(manifest(features={"bot_user": {"display_name": "hélper!"}})) == [
        "/features/bot_user/display_name"
    ]
    assert pointers(manifest(features={})) == ["/features/bot_user/display_name"]


def test_a_section_that_slack_does_not_know_is_refused() -> None:
    assert pointers(manifest(feature={}, _metadata={"major_version": 3})) == [
        "/feature",
        "/_metadata/major_version",
    ]


def test_installing_raises_with_all_problems_and_changes_nothing() -> None:
    slack = LocalSlack()
    with pytest.raises(ManifestRefused) as refused:
        slack.install(with_commands(command("/remind"), command("Do")))
    assert len(refused.value.problems) == 2
    assert slack.ws.app is None


def test_what_was_asked_for_can_be_read_back() -> None:
    assert list(commands_of(manifest())) == ["/do", "/raw"]
    assert "app_mention" in events_of(manifest())
    assert events_of({}) == scopes_of({}) == frozenset()
