"""Notes in a document, sent in person: read, said of which meeting, and drafted into minutes."""

import io
from datetime import datetime

import pytest
from docx import Document

from tests.kit.office import Office
from tests.kit.story import form, read, type_in

NOTES = ("Present: Tom, Priya", "DECISION: we go live in January", "ACTION: Tom - call the bank - friday")
CALL = b"""WEBVTT

00:00:01.000 --> 00:00:04.000
<v Sanne>Besluit: het archief gaat niet mee.

00:00:05.000 --> 00:00:08.000
<v Joost>Actie: Joost bestelt de dozen.
"""


def word(*lines: str) -> bytes:
    document, file = Document(), io.BytesIO()
    document.add_heading("Review", 1)
    for line in lines:
        document.add_paragraph(line, style="List Bullet")
    document.save(file)
    return file.getvalue()


def test_a_word_document_becomes_minutes_of_the_meeting_that_is_over(atlas: Office) -> None:
    tom = atlas.person("tom")
    type_in(atlas, "tom", "/meeting Sprint review with @sanne today 15:00 45m")
    atlas.set_clock(datetime(2026, 11, 23, 17))
    tom.say("", "spil", files={"review.docx": word(*NOTES)})
    atlas.settle()
    offered = tom.dm()[-1]
    assert "I've read review.docx: 4 lines. Shall I draft minutes from it?" in read(offered)
    tom.choose(offered, "Of which meeting?", "Sprint review · Mon 23 Nov · Atlas")
    atlas.settle()
    concept = tom.dm()[-1]
    assert read(concept).startswith("Sprint review: 1 decision, 1 action found")
    assert "call the bank" in read(concept)

    tom.choose(offered, "Of which meeting?", "Sprint review · Mon 23 Nov · Atlas")
    atlas.settle()
    assert "I already have these notes: draft N-1" in read(tom.dm()[-2])


def test_subtitles_of_a_call_become_minutes_in_dutch(office: Office) -> None:
    office.project("molen", language="nl")
    sanne = office.person("sanne")
    sanne.command("/spil actie lijst", "molen")
    sanne.say("", "spil", files={"overleg_maandag.vtt": CALL})
    office.settle()
    offered = sanne.dm()[-1]
    assert "Ik heb overleg_maandag.vtt gelezen: 2 regels. Zal ik er notulen van maken?" in read(offered)
    sanne.click(offered, "Maak notulen")
    office.settle()
    assert read(sanne.dm()[-1]).startswith("overleg maandag: ")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("x.docx", b"PK\x03\x04 no", "I can't read x.docx. I take text (.txt, .md), Word (.docx), PDF"),
        ("x.pdf", b"%PDF-1.4 no", "I can't read x.pdf"),
        (
            "notes.doc",
            b"\xd0\xcf\x11\xe0\x00",
            "I can't read notes.doc. I take text (.txt, .md), Word (.docx), PDF",
        ),
        ("board.jpg", b"\xff\xd8\xff\xe0\x00", "I can't read board.jpg. I take text (.txt, .md)"),
        ("x.txt", b" \n\n", "I find no text in x.txt; is it a scan?"),
        ("x.md", b"a line\n" * 15_000, "x.md has 104,999 characters, and I take at most 100,000 at once"),
        ("x.txt", b"a" * 10_000_001, "x.txt is larger than 10 MB"),
    ],
)
def test_a_document_that_cannot_be_taken_is_answered_with_why(
    atlas: Office, name: str, content: bytes, said: str
) -> None:
    tom = atlas.person("tom")
    tom.command("/action list", "atlas")
    tom.say("", "spil", files={name: content})
    atlas.settle()
    assert said in read(tom.dm()[-1])


def test_in_het_nederlands_is_een_verslag_van_de_dag_in_zijn_naam(molen: Office) -> None:
    sanne = molen.person("sanne")
    sanne.command("/spil actie lijst", "molen")
    sanne.say("", "spil", files={"Verslag 2026-11-19.doc": "BESLUIT: één café\n".encode("cp1252")})
    molen.settle()
    sanne.click(sanne.dm()[-1], "Maak notulen")
    molen.settle()
    concept = read(sanne.dm()[-1])
    assert concept.startswith("Verslag 2026-11-19: 1 besluit gevonden\ndo 19 nov") and "één café" in concept


def test_notes_that_are_pasted_in_person_are_kept_and_become_minutes(atlas: Office) -> None:
    tom = atlas.person("tom")
    type_in(atlas, "tom", "/meeting Sprint review with @sanne today 15:00 45m")
    atlas.set_clock(datetime(2026, 11, 23, 17))
    for notes in (
        "Action: Tom to call the bank\nDecision: we go on",
        "We met.\nThe budget is tight.\nPriya will send the figures by Friday.",
        "\n".join(NOTES),
    ):
        tom.say_dm(notes)
        atlas.settle()
        offered = tom.dm()[-1]
        assert f"These look like notes: {len(notes.splitlines())} lines." in read(offered)
    atlas.stop_bot()
    atlas.start_bot()
    tom.choose(offered, "Of which meeting?", "Sprint review · Mon 23 Nov · Atlas")
    atlas.settle()
    assert read(tom.dm()[-1]).startswith("Sprint review: 1 decision, 1 action found")

    for line in (
        "action\n@tom call the bank\n@tom paint the hall",
        "Please\nPriya will call",
        "hello\nthere",
    ):
        tom.say_dm(line)
        atlas.settle()
        assert "These look like notes" not in read(tom.dm()[-1]), line


def test_in_het_nederlands_geplakt_in_een_direct_bericht(molen: Office) -> None:
    joost = molen.person("joost")
    joost.command("/spil actie lijst", "molen")
    joost.say_dm("- Notulen stuurgroep\nBESLUIT: we gaan door.\nAanwezig: Sanne.")
    molen.settle()
    joost.click(joost.dm()[-1], "Maak notulen")
    molen.settle()
    joost.overflow(joost.dm()[-1], "Toon bron", "we gaan door")
    source = form(molen, "joost")
    assert "- Notulen stuurgroep" in source and "Aanwezig: Sanne." in source
    joost.close_modal()
    joost.say_dm("notulen:\nBESLUIT: we wachten")
    molen.settle()
    assert "1 besluit gevonden" in read(joost.dm()[-1])

    joost.say_dm(
        "Overleg verhuizing\nAanwezig: Sanne, Joost\nBESLUIT: we gaan\nActie Joost: bel de verhuizer"
    )
    molen.settle()
    offered = joost.dm()[-1]
    assert "Dit lijken aantekeningen: 4 regels. Zal ik er notulen van maken?" in read(offered)
    joost.click(offered, "Maak notulen")
    molen.settle()
    assert "1 besluit, 1 actie gevonden\nma 23 nov · sanne, joost" in read(joost.dm()[-1])
