"""Settings: typed, complete in .env.example, and honest about every problem at once."""

import re
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from bot.runtime.settings import Settings, SettingsError, parse_short_commands, read_settings

EXAMPLE = Path(__file__).parents[2] / ".env.example"
PUBLIC = "https://spil.example.org"
LINE = re.compile(r"^(#? ?)([A-Z_]+)=(.*)$", re.MULTILINE)


@pytest.fixture(autouse=True)
def _nothing_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def test_the_example_names_every_setting_and_no_other() -> None:
    named = {name.lower() for _mark, name, _value in LINE.findall(EXAMPLE.read_text())}
    assert named == set(Settings.model_fields)


def test_what_the_example_shows_as_unset_is_the_default(tmp_path: Path) -> None:
    shown = tmp_path / ".env"
    shown.write_text(re.sub(r"^# (?=[A-Z_]+=)", "", EXAMPLE.read_text(), flags=re.MULTILINE))
    assert read_settings(str(shown)).model_dump() == read_settings(None).model_dump()


def test_the_example_as_it_is_can_be_read() -> None:
    assert read_settings(str(EXAMPLE)).model_dump() == read_settings(None).model_dump()


def test_all_problems_are_said_at_once_and_no_value_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPIL_LOG_LEVEL", "loud")
    monkeypatch.setenv("SPIL_HTTP_PORT", "hush-hush")
    with pytest.raises(SettingsError) as problems:
        read_settings(None)
    assert [line.split(":")[0] for line in str(problems.value).splitlines()] == [
        "SPIL_HTTP_PORT",
        "SPIL_LOG_LEVEL",
    ]
    assert "hush-hush" not in str(problems.value)


def test_a_secret_is_not_in_the_settings_representation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", "hush-hush")
    assert "hush-hush" not in repr(read_settings(None))


@pytest.mark.parametrize(
    ("setting", "names"),
    [
        ("en", {"action": "action", "digest": "digest"}),
        ("nl", {"actie": "action", "overzicht": "digest"}),
        ("todo=action, /vergadering = meeting", {"todo": "action", "vergadering": "meeting"}),
    ],
)
def test_short_commands_can_be_english_dutch_or_ones_own(setting: str, names: dict[str, str]) -> None:
    assert parse_short_commands(setting).items() >= names.items()


def test_without_short_commands_there_is_only_spil(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPIL_SHORT_COMMANDS", "none")
    assert read_settings(None).slash_names == {"/spil": "spil"}


@pytest.mark.parametrize("wrong", ["dutch", "todo=task", "remind=action", "Todo List=action", "todo"])
def test_short_commands_that_slack_would_refuse_are_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_short_commands(wrong)


SECRETS = ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "OPENAI_API_KEY"]


@pytest.mark.parametrize("blank", [" ", "   ", "\t", "\u00a0", "\ufeff"])
def test_a_setting_of_only_spaces_is_not_set(monkeypatch: pytest.MonkeyPatch, blank: str) -> None:
    for name in Settings.model_fields:
        monkeypatch.setenv(name.upper(), blank)
    assert read_settings(None) == Settings.model_construct()


def test_spaces_around_a_secret_are_not_part_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLACK_SIGNING_SECRET", " hush-hush\n")
    secret = read_settings(None).slack_signing_secret
    assert secret is not None
    assert secret.get_secret_value() == "hush-hush"


@pytest.mark.parametrize("name", SECRETS)
@pytest.mark.parametrize("wrong", ["hush hush", "hush\thush", "hush\x1bhush", "húsh", "hush\u200b", "“hush”"])
def test_a_secret_that_was_copied_wrong_is_said_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, name: str, wrong: str
) -> None:
    monkeypatch.setenv(name, wrong)
    with pytest.raises(SettingsError) as problem:
        read_settings(None)
    assert str(problem.value) == (
        f"{name}: holds a space, a control character or a letter outside ASCII; copy it again"
    )


def test_a_file_that_is_no_text_is_said(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"SLACK_BOT_TOKEN=\xff\xfe")
    with pytest.raises(SettingsError, match="UTF-8"):
        read_settings(str(tmp_path / ".env"))


@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0", "::1", "::", "localhost", "spil.example.org"])
def test_the_address_to_listen_on_can_be_set(monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    monkeypatch.setenv("SPIL_HTTP_HOST", host)
    assert read_settings(None).spil_http_host == host


@pytest.mark.parametrize(
    "wrong", ["http://127.0.0.1", "127.0.0.1:3000", "127.0.0.256", "1", "[::1]", "*", "a b", "a..b"]
)
def test_what_is_no_address_is_refused(monkeypatch: pytest.MonkeyPatch, wrong: str) -> None:
    monkeypatch.setenv("SPIL_HTTP_HOST", wrong)
    with pytest.raises(SettingsError, match=r"^SPIL_HTTP_HOST: use an address or a name of this machine"):
        read_settings(None)


def test_without_a_word_only_this_machine_is_listened_to() -> None:
    assert read_settings(None).spil_http_host == "127.0.0.1"


def test_mail_needs_a_server_and_a_sender_and_no_password_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SMTP_URL", "smtp://spil:hush-hush@mail.example.org")
    with pytest.raises(SettingsError, match=r"^SMTP_FROM: is the sender of mails, as in Spil <spil@"):
        read_settings(None)
    monkeypatch.setenv("SMTP_FROM", "Spil <spil@example.org>")
    assert "hush-hush" not in repr(read_settings(None))
    monkeypatch.setenv("SMTP_URL", "mail.example.org:hush-hush")
    with pytest.raises(SettingsError, match=r"^SMTP_URL: use smtp://user:password@host:port") as problem:
        read_settings(None)
    assert "hush-hush" not in str(problem.value)


@pytest.mark.parametrize(
    "wrong", ["http://spil.example.org", "spil.example.org", "https://", "https://x.nl?a=1"]
)
def test_the_public_address_is_one_of_https(monkeypatch: pytest.MonkeyPatch, wrong: str) -> None:
    monkeypatch.setenv("SPIL_HTTP_PORT", "3000")
    monkeypatch.setenv("SPIL_PUBLIC_URL", wrong)
    with pytest.raises(SettingsError, match=r"^SPIL_PUBLIC_URL: is the address of this bot on the web"):
        read_settings(None)


def test_the_public_address_needs_a_port_that_it_leads_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPIL_PUBLIC_URL", "https://spil.example.org/")
    with pytest.raises(SettingsError, match=r"^SPIL_PUBLIC_URL: needs SPIL_HTTP_PORT too"):
        read_settings(None)
    monkeypatch.setenv("SPIL_HTTP_PORT", "3000")
    assert read_settings(None).spil_public_url == "https://spil.example.org"


@pytest.mark.parametrize(
    ("given", "over_http"),
    [
        ({}, False),
        ({"spil_http_port": 3000}, True),
        ({"spil_http_port": 3000, "slack_app_token": SecretStr("x")}, True),
        ({"spil_http_port": 3000, "spil_public_url": PUBLIC, "slack_app_token": SecretStr("x")}, False),
        ({"spil_http_port": 3000, "spil_public_url": PUBLIC, "slack_signing_secret": SecretStr("x")}, True),
    ],
)
def test_slack_comes_over_http_unless_the_port_is_for_calendars(
    given: dict[str, Any], over_http: bool
) -> None:
    assert Settings.model_construct(**given).over_http is over_http
