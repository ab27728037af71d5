"""Which files look like notes, by what Slack tells of them: strictly, since somebody is asked."""

from typing import Any

import pytest

from bot.adapters.documents import READERS, is_document
from bot.core.project import HUDDLES, SHARED_FILES
from bot.minutes.shared import kind_of


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
