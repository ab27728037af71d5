"""Action items out of a spreadsheet or a CSV file, gone through before anything is raised."""

import pytest

from tests.kit.office import Office
from tests.kit.story import card_texts, form, posts, read, read_all

ROWS = """\
Action item;Owner;Due date;Status
Call the supplier;Tom Baker;2026-11-27;open
=HYPERLINK("http://x");priya;12-2026;open
;tom;2026-11-27;open
Order chairs;;;done
"""


def test_rows_pasted_into_the_form_are_shown_by_their_line_and_raised(atlas: Office) -> None:
    tom = atlas.person("tom")
    tom.command("/action import", "atlas")
    assert "You see what I read, line by line" in form(atlas, "tom")
    tom.fill({"Rows": ROWS})
    assert tom.submit() == {}
    shown = form(atlas, "tom")
    for said in (
        "2 of 4 lines become action items",
        "2 · Call the supplier\\ntom · Fri 27 Nov (wk 48)",
        '3 · =HYPERLINK("http://x")\\npriya · no date\\n⚠ “12-2026” is no date that I know',
        "4 · …\\ntom · Fri 27 Nov (wk 48)\\nNot ticked: nothing here says what must be done",
        "5 · Order chairs\\nnobody yet · no date\\nNot ticked: ticked off already",
    ):
        assert said in shown, said
    assert tom.submit() == {}
    head, listed = read_all(posts(atlas)).splitlines()[0], card_texts(atlas)[0]
    assert head.startswith("tom added 2 action items") and '=HYPERLINK("http://x") · priya' in listed


def test_in_dutch_with_tabs_and_without_a_header(office: Office) -> None:
    office.project("molen", language="nl")
    sanne = office.person("sanne")
    sanne.command("/spil actie importeer", "molen")
    assert "Je ziet regel voor regel wat ik lees" in form(office, "sanne")
    sanne.fill(
        {"Rijen": "bel de verhuizer\tjoost\t27-11-2026", "rows_2": "pak de dozen in\tsanne\t1 december"}
    )
    assert sanne.submit() == {}
    shown = form(office, "sanne")
    assert "1 · bel de verhuizer\\njoost · vr 27 nov (wk 48)" in shown
    assert "2 · pak de dozen in\\nsanne · di 1 dec (wk 49)" in shown
    sanne.close_modal()
    sanne.command("/spil actie importeer", "molen")
    sanne.fill({"Rijen": "---"})
    assert "Ik vind hier geen rijen in" in sanne.submit()["rows"]


def test_a_file_sent_in_person_is_offered_gone_through_and_raised(atlas: Office) -> None:
    tom = atlas.person("tom")
    tom.command("/action list", "atlas")
    tom.say("here it is", "spil", files={"acties.csv": ROWS.encode("cp1252")})
    atlas.settle()
    offered = tom.dm()[-1]
    assert "4 rows in acties.csv for Atlas. Nothing is added yet." in read(offered)
    tom.click(offered, "Go through them")
    assert "2 of 4 lines become action items" in form(atlas, "tom")
    assert "2 · Call the supplier\\ntom · Fri 27 Nov (wk 48)" in form(atlas, "tom")
    assert tom.submit() == {}
    assert "tom added 2 action items" in read_all(posts(atlas))

    tom.click(offered, "Go through them")
    assert "Not ticked: looks like" in form(atlas, "tom")


def test_of_two_projects_the_file_is_asked_for_one_in_his_language(atlas: Office) -> None:
    atlas.project("molen", language="nl")
    sanne = atlas.person("sanne")
    for channel in ("atlas", "molen"):
        sanne.command("/spil actie lijst", channel)
    sanne.say("", "spil", files={"lijst.csv": b"actie,wie\nbel de verhuizer,joost\n"})
    atlas.settle()
    asked = sanne.dm()[-1]
    assert "Voor welk project zijn de rijen van lijst.csv?" in read(asked)
    sanne.choose(asked, "Kies een project", "Molen")
    assert "2 · bel de verhuizer\\njoost · geen datum" in form(atlas, "sanne")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK\x03\x04\x00\x00", "I can't read x.csv. Save it as CSV"),
        (b"a;b\n" * 400_000, "x.csv is larger than 1 MB"),
        (b"action;owner\n" + b"write;tom\n" * 2001, "x.csv has 2001 rows, and I take at most 2000"),
        (b"action;owner\n", "I can't read x.csv"),
    ],
)
def test_a_file_that_cannot_be_taken_is_answered_with_why(atlas: Office, content: bytes, said: str) -> None:
    tom = atlas.person("tom")
    tom.command("/action list", "atlas")
    tom.say("", "spil", files={"x.csv": content})
    atlas.settle()
    assert said in read(tom.dm()[-1])
