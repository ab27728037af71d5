"""users.* and the smaller families."""

from datetime import UTC, datetime

from slack_sdk import WebClient

from bot.sandbox import LocalSlack
from tests.sandbox.web_api.sample import manifest, next_cursor, refused


def test_auth_test_tells_the_app_who_it_is_and_what_it_may(slack: LocalSlack, client: WebClient) -> None:
    answer = client.auth_test()
    assert answer["user_id"] == slack.bot_user_id
    assert answer["user"] == "spil"
    assert "chat:write" in answer.headers["x-oauth-scopes"]


def test_a_person_has_a_zone_whose_offset_follows_the_sandbox_clock(
    slack: LocalSlack, client: WebClient
) -> None:
    sanne = slack.user_id("sanne")
    winter = client.users_info(user=sanne)["user"]
    slack.set_clock(datetime(2027, 7, 1, tzinfo=UTC))
    summer = client.users_info(user=sanne)["user"]
    assert (winter["tz"], winter["tz_offset"], winter["tz_label"]) == ("Europe/Amsterdam", 3600, "CET")
    assert (summer["tz"], summer["tz_offset"], summer["tz_label"]) == ("Europe/Amsterdam", 7200, "CEST")


def test_locale_and_email_are_shown_only_on_request_and_with_their_scope(
    slack: LocalSlack, client: WebClient
) -> None:
    sanne = slack.user_id("sanne")
    plain = client.users_info(user=sanne)["user"]
    assert "locale" not in plain
    assert plain["profile"]["email"] == "sanne@example.com"
    assert client.users_info(user=sanne, include_locale=True)["user"]["locale"] == "nl-NL"
    slack.install(manifest(without=["users:read.email"]))
    assert "email" not in client.users_info(user=sanne)["user"]["profile"]
    answer = refused(client.users_lookupByEmail, email="sanne@example.com")
    assert answer["error"] == "missing_scope"


def test_guests_bots_and_people_who_left_are_marked(slack: LocalSlack, client: WebClient) -> None:
    guest, bot, gone = slack.add_user("gea", guest=True), slack.add_user("b", bot=True), slack.add_user("old")
    slack.deactivate("old")
    shown = {user["id"]: user for user in client.users_list()["members"]}
    assert shown[guest]["is_restricted"]
    assert (shown[bot]["is_bot"], shown[slack.bot_user_id]["is_bot"], shown["USLACKBOT"]["is_bot"]) == (
        True,
        True,
        False,
    )
    assert shown[gone]["deleted"] and "tz" not in shown[gone]


def test_people_are_listed_in_pages(slack: LocalSlack, client: WebClient) -> None:
    found, cursor = [], ""
    while True:
        answer = client.users_list(limit=2, cursor=cursor)
        found += [user["name"] for user in answer["members"]]
        cursor = next_cursor(answer)
        if not cursor:
            break
    assert sorted(found) == ["sanne", "slackbot", "spil", "tom"]


def test_people_are_found_by_email_unless_they_left(slack: LocalSlack, client: WebClient) -> None:
    found = client.users_lookupByEmail(email="Tom@Example.com")["user"]
    assert found["id"] == slack.user_id("tom")
    slack.deactivate("tom")
    assert refused(client.users_lookupByEmail, email="tom@example.com")["error"] == "users_not_found"
    assert refused(client.users_info, user="U404")["error"] == "user_not_found"


def test_user_groups_are_listed_with_their_people(slack: LocalSlack, client: WebClient) -> None:
    group = slack.add_usergroup("leads", ["sanne"])
    [shown] = client.usergroups_list(include_users=True)["usergroups"]
    assert (shown["handle"], shown["users"]) == ("leads", [slack.user_id("sanne")])
    assert client.usergroups_users_list(usergroup=group)["users"] == [slack.user_id("sanne")]
    assert refused(client.usergroups_users_list, usergroup="S404")["error"] == "no_such_subteam"


def test_the_app_and_the_team_are_known(slack: LocalSlack, client: WebClient) -> None:
    assert client.bots_info(bot=slack.app.bot_id)["bot"]["user_id"] == slack.bot_user_id
    assert refused(client.bots_info, bot="B404")["error"] == "bot_not_found"
    assert client.team_info()["team"]["id"] == client.auth_test()["team_id"]


def test_a_reaction_is_given_once_and_taken_back_once(
    slack: LocalSlack, client: WebClient, atlas: str
) -> None:
    ts = client.chat_postMessage(channel=atlas, text="x")["ts"]
    here = {"channel": atlas, "timestamp": ts}
    client.reactions_add(**here, name="eyes")
    assert refused(client.reactions_add, **here, name="eyes")["error"] == "already_reacted"
    assert refused(client.reactions_add, **here, name="No Emoji")["error"] == "invalid_name"
    [shown] = client.reactions_get(**here)["message"]["reactions"]
    assert shown == {"name": "eyes", "users": [slack.bot_user_id], "count": 1}
    client.reactions_remove(**here, name="eyes")
    assert refused(client.reactions_remove, **here, name="eyes")["error"] == "no_reaction"
    lost = {"channel": atlas, "timestamp": "1.000001"}
    assert refused(client.reactions_add, **lost, name="eyes")["error"] == "message_not_found"
