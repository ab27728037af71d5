"""`spil draft`, as a person runs it."""

import json
from pathlib import Path

import pytest

from bot.__main__ import main

NOTES = """Notulen 20 november 2026

Aanwezig: Sanne, Piet
Afwezig: Ann

1. Verf

De verf is op.
Besluit: we kopen blauwe verf
Actie: Sanne koopt verf voor 3 december

2. Zaal

VRAAG: wie heeft de sleutel?

Volgend overleg: 4 december
"""


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    file = tmp_path / "notes.txt"
    file.write_text(NOTES, encoding="utf-8")
    return file


def test_a_program_gets_everything_that_the_notes_hold(
    notes: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["draft", str(notes), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "language": "nl",
        "title": "Notulen 20 november 2026",
        "date": "2026-11-20",
        "attendees": ["Sanne", "Piet"],
        "absent": ["Ann"],
        "topics": [
            {"title": "Verf", "summary": "De verf is op.", "lines": [6, 8]},
            {
                "title": "Zaal",
                "summary": "VRAAG: wie heeft de sleutel?\nVolgend overleg: 4 december",
                "lines": [12, 14, 16],
            },
        ],
        "decisions": [{"text": "we kopen blauwe verf", "lines": [9]}],
        "actions": [{"owner": "Sanne", "text": "koopt verf", "due": "2026-12-02", "lines": [10]}],
        "questions": ["wie heeft de sleutel?"],
        "next_meeting": "2026-12-04",
    }


def test_a_person_gets_readable_text(notes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft", str(notes)]) == 0
    said = capsys.readouterr().out
    assert "Aanwezig: Sanne, Piet" in said and "- Sanne – koopt verf – 2 dec 2026" in said
    assert main(["draft", str(notes), "--language", "en", "--date", "2026-11-27"]) == 0
    assert "Present: Sanne, Piet" in capsys.readouterr().out


def test_a_bad_file_costs_one_sentence_and_the_others_go_on(
    notes: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty, missing = notes.parent / "empty.txt", notes.parent / "missing.txt"
    empty.write_text("\n \n")
    picture = notes.parent / "picture.png"
    picture.write_bytes(b"\x89PNG\x00\x00")
    files = [str(file) for file in (missing, empty, picture, notes)]
    assert main(["draft", "--json", *files]) == 2
    told = capsys.readouterr()
    assert [json.loads(line)["file"] for line in told.out.splitlines()] == [str(notes)]
    assert told.err.splitlines() == [
        f"spil: {missing} can't be read: no such file or directory.",
        f"spil: {empty} can't be read: there is nothing in it.",
        f"spil: {picture} can't be read: it is no text.",
    ]


def test_long_notes_lose_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = "the paint is dry and the hall is booked for the fair of next year " * 2
    long = "".join(f"## Point {at}\n{words}\nACTION: Ann to fix {at}\n\n" for at in range(650))
    file = tmp_path / "long.txt"
    file.write_text(f"{long}## Last {'word ' * 40}\n")
    assert len(long) > 100_000 and main(["draft", str(file), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert len(found["topics"]) == 651 and len(found["actions"]) == 650
    assert all(words.strip() in topic["summary"] for topic in found["topics"][:-1])
