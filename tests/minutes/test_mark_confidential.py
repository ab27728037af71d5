"""Which topics of notes can be made confidential, and how far each goes."""

from datetime import date

import pytest

from bot.minutes.draft import confidential, read_notes
from bot.minutes.model import Minutes
from bot.minutes.review import choices
from tests.kit.clock import MONDAY


@pytest.mark.parametrize(
    ("notes", "spans"),
    [
        ("1. Money\nspent\n2. Staff\nill\nback\n\n3. Rest\nnone", [(1, 2), (3, 5), (7, 8)]),
        ("# Money\n## In\nspent\n# Staff\n## Who\nill\n# Action items\n- Tom: paint", [(1, 3), (4, 6)]),
        ("1. Money\nspent\n2. Staff\nCONFIDENTIAL: @ann\nill\n3. Rest\nnone", [(1, 2), (4, 5), (6, 7)]),
        ("TOPIC: money\nspent\nTOPIC: staff\nill", [(1, 2), (3, 4)]),
        ("Agenda: money, staff\nACTION: Tom - paint", [(1, 2)]),
        ("Agenda\n- money\n- staff", []),
        ("ACTION: Tom - paint", []),
    ],
)
def test_a_topic_goes_on_up_to_the_next_or_to_a_heading_that_is_not_below_its_own(
    notes: str, spans: list[tuple[int, int]]
) -> None:
    about = {"project_id": 1, "number": 1, "title": "x", "author": "U1", "raised_at": MONDAY}
    written = Minutes.model_validate({**about, "held_on": date(2026, 11, 23), "notes": notes})
    written.confidential = confidential(notes, {}, {})
    assert [(each.first, each.last) for each in choices(read_notes(written, {}, {}))] == spans
