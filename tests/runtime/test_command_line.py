"""The `spil` command: help that reads well, errors of one sentence, right exit codes."""

import json
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.runtime.settings import Settings


@pytest.fixture(autouse=True)
def _an_empty_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["--help"])
    said = capsys.readouterr().out
    assert end.value.code == 0
    assert all(
        f"    {word} " in said
        for word in ("demo", "run", "migrate", "doctor", "person", "manifest", "when", "read", "draft")
    )


def test_without_a_command_it_shows_help_and_exits_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "usage: spil" in capsys.readouterr().out


def test_run_without_tokens_names_both_and_exits_with_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run"]) == 1
    said = capsys.readouterr().err
    assert "SLACK_BOT_TOKEN" in said
    assert "SLACK_APP_TOKEN" in said


def test_run_over_http_asks_for_the_signing_secret(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SPIL_HTTP_PORT", "3000")
    assert main(["run"]) == 1
    assert "SLACK_SIGNING_SECRET" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET"])
def test_run_takes_a_secret_of_spaces_for_none(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    monkeypatch.setenv("SPIL_HTTP_PORT", "3000")
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-1")
    monkeypatch.setenv("SLACK_SIGNING_SECRET", "hush-hush")
    monkeypatch.setenv(name, "   ")
    assert main(["run"]) == 1
    [line] = capsys.readouterr().err.splitlines()
    assert line.startswith(f"spil: {name} is not set")


def test_a_wrong_setting_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SPIL_LOG_LEVEL", "loud")
    assert main(["manifest"]) == 1
    assert capsys.readouterr().err.startswith("spil: SPIL_LOG_LEVEL: ")


def test_migrate_says_what_it_did_and_then_that_nothing_is_left(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["migrate"]) == 0
    assert "applied" in capsys.readouterr().out
    assert main(["migrate"]) == 0
    assert "already" in capsys.readouterr().out


def test_doctor_exits_with_1_while_something_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 1
    assert "FAIL  bot token" in capsys.readouterr().out


def test_manifest_is_json_with_the_short_names_of_the_settings(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SPIL_SHORT_COMMANDS", "nl")
    assert main(["manifest"]) == 0
    made = json.loads(capsys.readouterr().out)
    names = {command["command"] for command in made["features"]["slash_commands"]}
    assert {"/spil", "/actie", "/besluit", "/overleg", "/notulen", "/overzicht", "/project"} == names
