"""`spil read` shows how a whole line is read, for people and for programs."""

import io
import json
from typing import Any

import pytest

from bot.__main__ import main

SAID = ["--now", "2026-11-23T09:00", "--zone", "Europe/Amsterdam"]


def answers(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_line_is_shown_field_by_field(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "verf bestellen met @tom elke vrijdag", *SAID, "--language", "nl"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "text: verf bestellen",
        "helpers: tom",
        "due: vr 27 nov (wk 48)",
        "repeat: elke vrijdag",
        "asks: owner",
    ]


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("@ann oil the hinges by Friday", {"text": "oil the hinges", "owner": "ann", "due": "2026-11-27"}),
        ("gebruik de lift vanaf maandag", {"text": "gebruik de lift", "start": "2026-11-30"}),
        ("oil the hinges by 3/4", {"text": "oil the hinges by 3/4", "asks": ["owner", "which"]}),
        ("Jan Smit (jan@x.nl): oil them", {"text": "oil them", "owner": "Jan Smit jan@x.nl"}),
        ("done 3.", {"command": "done"}),
        ("done", {"command": "done"}),
        ("dnoe 3", {"command": "dnoe"}),
    ],
)
def test_json_tells_what_action_would_do(
    line: str, fields: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["read", line, *SAID, "--json"]) == 0
    (answer,) = answers(capsys)
    assert {name: answer.get(name) for name in fields} == fields


def test_what_action_refuses_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    for line in ("@ann \u200b", "@ann and @bob oil the hinges"):
        assert main(["read", line, *SAID, "--json"]) == 0
    assert all(list(answer) == ["error"] for answer in answers(capsys))


def test_lines_of_standard_input_are_answered_one_by_one(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "sys.stdin", io.StringIO("Retro with @ann friday 14:00 45m room 2\nRetro\nRetro 3/4 14:00\n")
    )
    assert main(["read", "--kind", "meeting", *SAID]) == 0
    first, second, third = answers(capsys)
    assert (first["text"], first["helpers"], first["start"]) == ("Retro room 2", ["ann"], "2026-11-27T14:00")
    assert (first["minutes"], second["asks"], third["asks"]) == (45, ["day", "at"], ["which"])
