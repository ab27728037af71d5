"""`spil busy`, as a person runs it."""

import json
from pathlib import Path

import pytest

from bot.__main__ import main

WINDOW = ["--from", "2026-03-22T23:00:00Z", "--to", "2026-04-12T22:00:00Z", "--zone", "Europe/Amsterdam"]
EVENT = "BEGIN:VEVENT\nUID:1\nDTSTART:20260323T090000\nDTEND:20260323T100000\nSUMMARY:dentist\nEND:VEVENT"


def said(capsys: pytest.CaptureFixture[str], *more: str) -> str:
    main(["busy", *more])
    return capsys.readouterr().out


def test_it_prints_times_and_never_a_title(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "mine.ics"
    file.write_text(f"BEGIN:VCALENDAR\n{EVENT}\nEND:VCALENDAR\n")
    times = ["2026-03-23T08:00:00+00:00", "2026-03-23T09:00:00+00:00"]
    assert json.loads(said(capsys, str(file), *WINDOW, "--json")) == {"busy": [times]}
    assert said(capsys, str(file), *WINDOW) == " – ".join(times) + "\n"


def test_it_says_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cut, none = tmp_path / "cut.ics", tmp_path / "none.ics"
    cut.write_text(f"BEGIN:VCALENDAR\n{EVENT}\nBEGIN:VEV")
    answer = json.loads(said(capsys, str(cut), *WINDOW, "--json"))
    assert answer["error"] == "truncated" and len(answer["busy"]) == 1
    assert main(["busy", str(none), *WINDOW]) == 1


def test_a_rule_that_looks_for_ever_is_left_behind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "never.ics"
    never = EVENT.replace("END:VEVENT", "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\nEND:VEVENT")
    file.write_text(f"BEGIN:VCALENDAR\n{never}\n{EVENT.replace('UID:1', 'UID:2')}\nEND:VCALENDAR\n")
    answer = json.loads(said(capsys, str(file), *WINDOW, "--json"))
    assert answer["unread"] == 1 and len(answer["busy"]) == 1
