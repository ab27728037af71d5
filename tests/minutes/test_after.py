"""Confidential topics, files and the clock of minutes, by their values."""

import re
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

from bot.adapters.minutes_files import writers
from bot.core.language import Language
from bot.core.project import Project
from bot.meetings.model import Meeting
from bot.meetings.model import Status as MeetingStatus
from bot.minutes.clock import due_at, in_time
from bot.minutes.confidential import topics_of, without
from bot.minutes.document import Document, Format, Section, bullets, note_lines
from bot.minutes.model import Minutes
from bot.minutes.parts import InTime
from tests.kit.clock import MONDAY

ROOT = Path(__file__).parents[2]
KNOWN = {"ann": "U1", "Bo Beek": "U2"}


@pytest.mark.parametrize(
    ("notes", "spans"),
    [
        ("a\nCONFIDENTIAL: @ann\nx\nTOPIC: b\nc", [(2, 3)]),
        ("## Vertrouwelijk: Bo Beek\nx\n- y\n## Rest\nz", [(1, 3)]),
        ("1. a\n2. CONFIDENTIAL: @ann\n1. x\n2. y\n3. rest", [(2, 4)]),
        ("a\n**VERTROUWELIJK:** @ann\nx\nActies:\n1. y", [(2, 5)]),
        ("CONFIDENTIAL: @ann\nx\nCONFIDENTIAL: Bo Beek\ny\nOPENBAAR:\nz", [(1, 2), (3, 4)]),
        ("This is confidential: no. x", []),
        ("vertrouwelijk overleg gehad", []),
    ],
)
def test_a_confidential_topic_goes_on_up_to_the_next_and_no_less(
    notes: str, spans: list[tuple[int, int]]
) -> None:
    found = topics_of(notes, KNOWN.get)
    assert [(each.first, each.last) for each in found] == spans
    assert all(each.readers and not each.unknown for each in found)
    assert len(without(notes, found).split("\n")) == len(notes.split("\n"))
    assert without(notes, found, Language.nl).count("[1 vertrouwelijk onderwerp]") == len(spans)


def test_whoever_is_unknown_reads_nothing_and_is_named() -> None:
    [topic] = topics_of("CONFIDENTIAL: @ann, @karel and Bo Beek\nx", KNOWN.get)
    assert (topic.readers, topic.unknown) == (["U1"], ["karel"])
    [topic] = topics_of("CONFIDENTIAL: Bo Beek en Karel\nx", KNOWN.get)
    assert (topic.readers, topic.unknown) == (["U2"], ["Karel"])


def test_notes_are_read_by_way_of_who_may_read_them() -> None:
    """Whoever shows, searches or drafts from them asks `notes_for` or `open_notes`: `notes` holds it all."""
    found = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for folder in ("bot", "handlers", "storage")
        for path in (ROOT / folder).rglob("*.py")
        for line in path.read_text().splitlines()
        if re.search(r"(?<![\w.\"])(?:minutes|kept|drafted|before|after)\.notes\b", line)
    ]
    assert found == [
        "bot/minutes/draft.py: "
        "minutes = minutes.evolve(confidential=confidential(minutes.notes, people, others))"
    ]


DOCUMENT = Document(
    Language.nl,
    "Überleg “x” #let Ł",
    [("Datum", "ma 30 nov")],
    [
        Section("Besluiten", bullets(["B-1 · we gaan #eval(1)"])),
        Section("Acties", table=[("Wie", "Wat", "Datum", "Nr"), ("Tom", "bel | x", "vr 4 dec", "A-1")]),
        Section("Notities", note_lines("# Kop\n- punt [x](http://y)\n\ntekst *a* \x07")),
    ],
)


def test_a_file_has_headings_and_a_table_and_runs_nothing_that_was_typed(tmp_path: Path) -> None:
    made = {kind: write(DOCUMENT, b"") for kind, write in writers().items()}
    text = made[Format.md].decode()
    assert "## Acties\n\n| Wie | Wat | Datum | Nr |\n| --- | --- | --- | --- |\n| Tom | bel \\| x |" in text
    assert "### Kop\n- punt \\[x\\](http://y)\n\ntekst \\*a\\*" in text
    pdf = PdfReader(BytesIO(made[Format.pdf]))
    assert "#eval(1)" in pdf.pages[0].extract_text() and "/StructTreeRoot" in pdf.root_object

    template = docx.Document()
    template.styles["Heading 1"].font.name = "Comic Sans MS"
    template.save(str(tmp_path / "own.docx"))
    word = docx.Document(BytesIO(writers(tmp_path / "own.docx")[Format.docx](DOCUMENT, b"")))
    styles = [each.style.name for each in word.paragraphs if each.style]
    assert (
        styles[:3] == ["Title", "Normal", "Heading 1"] and "List Bullet" in styles and "Heading 2" in styles
    )
    assert word.styles["Heading 1"].font.name == "Comic Sans MS"
    assert [cell.text for cell in word.tables[0].rows[1].cells] == ["Tom", "bel | x", "vr 4 dec", "A-1"]


def test_a_word_without_an_end_stays_on_its_page_and_in_its_column() -> None:
    endless, table = "x" * 400, [("Wie", "Wat", "Datum", "Nr"), ("z" * 90, "doe iets", "vr 4 dec", "A-1")]
    document = Document(
        Language.nl, "Titel", [], [Section("Acties", table=table), Section("A", bullets([endless]))]
    )
    page, edges = PdfReader(BytesIO(writers()[Format.pdf](document, b""))).pages[0], list[float]()
    page.extract_text(
        visitor_text=lambda text, _cm, place, _font, size: edges.append(place[4] + len(text) * size / 3)
    )
    assert max(edges) < float(page.mediabox.width)
    assert (
        "R\\&amp;D \\~no\\~"
        in writers()[Format.md](Document(Language.nl, "R&amp;D ~no~", [], []), b"").decode()
    )


def test_minutes_are_due_two_working_days_on_and_counted_by_meeting() -> None:
    project = Project(team="T1", channel="C1", name="A", manager="U1", zone="Europe/Amsterdam")
    held, closed = MeetingStatus.held, MeetingStatus.closed
    friday, monday, quiet = (
        Meeting(
            project_id=1,
            number=number,
            title="x",
            organiser="U1",
            starts=datetime(2026, 11, day, 15),
            zone="Europe/Amsterdam",
            status=status,
            raised_at=MONDAY,
        )
        for number, day, status in ((1, 20, held), (2, 23, closed), (3, 24, closed))
    )
    due = due_at(friday, project)
    assert due.isoformat() == "2026-11-24T15:00:00+00:00"
    before_christmas = friday.model_copy(update={"starts": datetime(2026, 12, 24, 15)})
    assert due_at(before_christmas, project).date() == date(2026, 12, 29)
    sent = Minutes(
        project_id=1,
        number=1,
        title="x",
        author="U1",
        meeting=2,
        held_on=monday.day,
        raised_at=MONDAY,
        sent_at=MONDAY,
    )
    meetings = [friday, monday, quiet]
    assert in_time(meetings, [sent], project, due) == InTime(1, 2, date(2026, 10, 1))
    off = project.model_copy(update={"minutes_days": 0})
    assert in_time(meetings, [sent], off, due).due == 0
