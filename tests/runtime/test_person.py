"""`spil person`: what is kept of somebody, for who asks for it, and its erasure."""

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.__main__ import main
from storage.core.engine import hold, open_engine
from storage.tables import metadata
from tests.kit.office import Office, open_office
from tests.kit.story import type_in

FULL_NAME = "Priya Raman"
NOTES = f"""Present: {FULL_NAME}, Sanne
ACTION: Priya - call the printer - friday
DECISION: {FULL_NAME} leads the move
"""


@pytest.fixture
def office(database_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    monkeypatch.setenv("DATABASE_URL", database_url)
    with open_office(database_url) as office:
        yield office


def stored(office: Office, tmp_path: Path) -> bytes:
    """All that the database holds; of SQLite the file itself, in which what is deleted may still stand."""
    if files := [*tmp_path.glob("spil.db*")]:
        return b"".join(file.read_bytes() for file in files)
    engine = open_engine(office.settings.database_url.get_secret_value())
    with engine.connect() as connection:
        rows = [str(connection.execute(select(table)).all()) for table in metadata.sorted_tables]
    engine.dispose()
    return "".join(rows).encode()


def lived_through(office: Office) -> str:
    """Of a project in which she owns, answers, votes, is away and is called by name; her id."""
    priya = office.slack.user_id("priya")
    office.slack.ws.users[priya].real_name = FULL_NAME
    office.project("atlas")
    for who, line in (
        ("tom", "/action @priya write the guide by friday"),
        ("priya", "/action @tom read it"),
        ("priya", "/spil away thursday"),
        ("tom", "/meeting Sprint review with @priya friday 14:00"),
        ("tom", "/meeting poll Retro with @priya: thu 10:00, fri 10:00"),
        ("sanne", f"/minutes {NOTES}"),
        ("tom", f"/decision {FULL_NAME} chairs the board because <@{priya}> knows it"),
    ):
        type_in(office, who, line)
    office.settle()
    return priya


def test_all_that_is_kept_of_a_person_is_shown_while_the_bot_runs(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    priya = lived_through(office)
    capsys.readouterr()  # what the bot logged
    assert main(["person", "@priya"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["user"] == priya
    kept = shown["kept"]
    assert [row["full_name"] for row in kept["person"]] == [FULL_NAME]
    assert {row["text"] for row in kept["action_item"]} >= {"write the guide", "read it"}
    assert {"absence", "decision", "event", "meeting", "member", "minutes", "poll"} <= kept.keys()


def test_nothing_is_left_in_the_database_of_a_person_who_is_erased(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    priya = lived_through(office)
    marks = [mark.encode() for mark in (priya, FULL_NAME, "priya@example.com")]
    office.stop_bot()
    assert all(mark in stored(office, tmp_path) for mark in marks)
    assert main(["person", "priya", "--erase"]) == 1
    assert f"spil person {priya} --erase" in capsys.readouterr().err
    assert main(["person", priya, "--erase"]) == 0
    assert "they are N.N. now" in capsys.readouterr().out
    assert [mark for mark in marks if mark in stored(office, tmp_path)] == []
    office.person("priya").leave("atlas")
    office.start_bot()
    listed = type_in(office, "tom", "/action list")
    assert "write the guide" in listed and "N.N." in listed and "priya" not in listed
    assert "N.N. chairs the board" in type_in(office, "tom", "/decision list")
    assert main(["person", priya]) == 1
    assert "Nothing is kept" in capsys.readouterr().err


def test_nobody_is_erased_while_the_bot_works_with_the_file(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    engine = open_engine(sqlite_url)
    with closing(hold(engine) or pytest.fail("not held")):
        assert main(["person", "priya", "--erase"]) == 1
    assert "stop it first" in capsys.readouterr().err
    engine.dispose()


def test_who_is_not_known_is_said(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    assert main(["person", "nobody"]) == 1
    assert "Nothing is kept of nobody" in capsys.readouterr().err
