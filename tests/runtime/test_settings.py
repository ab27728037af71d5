"""Settings: typed, complete in .env.example, and honest about every problem at once."""

import re
from pathlib import Path

import pytest

from bot.runtime.settings import Settings, SettingsError, parse_short_commands, read_settings

EXAMPLE = Path(__file__).parents[2] / ".env.example"
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
