"""Which files look like notes, by what Slack tells of them: strictly, since somebody is asked."""

from typing import Any

import pytest

from bot.adapters.documents import READERS, is_document
from bot.core.project import HUDDLES, SHARED_FILES
from bot.minutes.shared import kind_of
from handlers.minutes.shared import is_worth
from storage.unit_of_work import Storage
from tests.kit.atlas import TEAM, open_atlas


def kind(name: str, **more: Any) -> str | None:
    return kind_of({"id": "F1", "name": name, "title": name, **more}, readable=is_document(name))


@pytest.mark.parametrize(
    "name",
    [
        "Meeting notes.docx",
        "minutes_2026-11-23.md",
        "Notulen MT.pdf",
        "Gespreksverslag Jansen.docx",
        "call.vtt",
        "sprint-review_notes.txt",
        "notes 2026-11-23.md",
        "Verslag overleg 23 november.docx",
    ],
)
def test_names_of_notes(name: str) -> None:
    assert kind(name) == SHARED_FILES


@pytest.mark.parametrize(
    "name",
    [
        "notes.txt",
        "release notes call.md",
        "Jaarverslag 2025.pdf",
        "budget.xlsx",
        "meeting notes.png",
        "minutes template.docx",
        "review.docx",
        "Meeting notes.zip",
        "verslag.pdf",
        "call.mp4",
        "minuteman.txt",
        "5 minutes on budget.txt",
    ],
)
def test_other_files_are_none(name: str) -> None:
    assert kind(name) is None


def test_what_slack_shows_of_a_file_tells_too() -> None:
    assert kind("monday.txt", preview="Present: Tom\nACTION: Tom - call\nDECISION: we wait") == SHARED_FILES
    assert kind("monday.txt", preview="ACTION: Tom - call\nand a poem") is None


def test_a_canvas_is_notes_of_its_huddle_or_by_its_name() -> None:
    canvas = {"filetype": "quip", "mimetype": "application/vnd.slack-docs", "mode": "canvas"}
    assert kind("Alles over maandag", **canvas, canvas_metadata={"originating_huddle_id": "H1"}) == HUDDLES
    assert kind("Alles over maandag", **canvas, is_huddle_canvas=True) == HUDDLES
    assert kind("Huddle notes: 11/23/26 in #atlas", **canvas) == HUDDLES
    assert kind("Meeting notes", **canvas) == SHARED_FILES
    assert kind("Onboarding", **canvas) is None


def test_a_canvas_is_read_as_lines_lists_and_tables() -> None:
    page = """<h1 id='x'>Review</h1><p>Hello <b>all</b>,<br>we met &amp; talked</p>
    <div data-section-style='7'><ul><li class='checked'><span>done</span></li><li><p>open</p></li></ul></div>
    <table><tr><th>Who</th><th><p>What</p></th></tr><tr><td>Tom</td><td>calls</td></tr></table>tail"""
    assert list(READERS[".canvas"](page.encode())) == [
        "## Review",
        "Hello all,",
        "we met & talked",
        "- [x] done",
        "- open",
        "Who | What",
        "Tom | calls",
        "tail",
    ]


def test_of_what_happens_in_a_channel_only_notes_are_worth_a_look(sqlite_storage: Storage) -> None:
    atlas = open_atlas(sqlite_storage)
    canvas = {"id": "F1", "name": "x", "filetype": "quip", "is_huddle_canvas": True}
    huddle = {"ts": "1.1", "user": "USLACKBOT", "subtype": "huddle_thread", "thread_ts": "1.1"}

    def worth(channel: str = atlas.project.channel, **event: Any) -> bool:
        return is_worth(atlas.unit, TEAM, {"type": "message", "ts": "1.2", "channel": channel, **event})

    changed: dict[str, Any] = {"subtype": "message_changed", "previous_message": huddle}
    assert worth(**changed, message={**huddle, "files": [canvas]})
    assert not worth(**changed, message=huddle)
    assert not worth("C9", **changed, message={**huddle, "files": [canvas]})
    notes = {"id": "F2", "name": "meeting notes.txt"}
    assert worth(subtype="file_share", files=[notes])
    assert not worth(subtype="bot_message", bot_id="B1", files=[notes])
    assert not worth(text="ACTION: Tom - pay", thread_ts="1.0")  # in the thread of no meeting
