"""`spil when` shows how a phrase is read, for people and for programs."""

import io
import json
from typing import Any

import pytest

from bot.runtime.read import when

SAID = ["--now", "2026-11-23T09:00", "--zone", "Europe/Amsterdam"]


def answers(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize(
    ("phrase", "language", "expected"),
    [
        ("vr 14u", "nl", {"start": "2026-11-27T14:00", "end": None, "rrule": None}),
        ("Friday", "en", {"start": "2026-11-27", "end": None, "rrule": None}),
        ("1-3 December", "en", {"start": "2026-12-01", "end": "2026-12-03", "rrule": None}),
        ("elke vrijdag", "auto", {"start": "2026-11-27", "end": None, "rrule": "FREQ=WEEKLY;BYDAY=FR"}),
    ],
)
def test_json_holds_start_end_and_rule_and_nothing_else(
    phrase: str, language: str, expected: dict[str, str | None], capsys: pytest.CaptureFixture[str]
) -> None:
    assert when([phrase, *SAID, "--language", language, "--json"]) == 0
    assert answers(capsys) == [expected]


def test_what_is_not_understood_is_an_error_with_a_hint(capsys: pytest.CaptureFixture[str]) -> None:
    assert when(["soon", *SAID, "--json"]) == 1
    (answer,) = answers(capsys)
    assert "`friday`" in answer.pop("error")
    assert answer == {"start": None, "end": None, "rrule": None}


def test_an_ambiguous_phrase_shows_its_readings(capsys: pytest.CaptureFixture[str]) -> None:
    assert when(["1/12", *SAID, "--json"]) == 1
    (answer,) = answers(capsys)
    assert [reading["start"] for reading in answer["readings"]] == ["2026-12-01", "2027-01-12"]


def test_two_languages_that_differ_are_ambiguous(capsys: pytest.CaptureFixture[str]) -> None:
    assert when(["9-10", *SAID, "--language", "auto", "--json"]) == 1
    assert len(answers(capsys)[0]["readings"]) == 2


def test_lines_of_standard_input_are_answered_one_by_one(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("tomorrow\nsoon\nFriday 2pm\n"))
    assert when(SAID) == 0
    assert [answer["start"] for answer in answers(capsys)] == ["2026-11-24", None, "2026-11-27T14:00"]


@pytest.mark.parametrize(
    ("phrase", "language", "line"),
    [
        ("vr 14u", "nl", "vr 27 nov 14:00"),
        ("Fri 2-3pm", "en", "Fri 27 Nov 14:00 – 15:00"),
        ("1-3 dec", "nl", "di 1 dec (wk 49) – do 3 dec (wk 49)"),
        ("om de dinsdag", "nl", "elke 2 weken op dinsdag, de eerste keer di 24 nov (wk 48)"),
        ("last Friday of every month", "en", "every last Friday, first Fri 27 Nov (wk 48)"),
    ],
)
def test_a_person_reads_weekday_date_and_week(
    phrase: str, language: str, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert when([phrase, *SAID, "--language", language]) == 0
    assert capsys.readouterr().out.strip() == line


def test_a_person_is_told_of_a_clock_change(capsys: pytest.CaptureFixture[str]) -> None:
    when(["2027-03-28 02:30", *SAID])
    assert "clock change skips" in capsys.readouterr().out


def test_he_is_told_of_one_at_the_end_as_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert when(["31-10-2027 01:00-02:30", *SAID]) == 0
    assert "clock change doubles" in capsys.readouterr().out


def test_an_unknown_zone_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        when(["Friday", "--zone", "Europe/Nowhere"])
    assert refused.value.code == 2
    assert "IANA" in capsys.readouterr().err
