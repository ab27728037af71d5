"""A pasted table whose columns we do not know is asked about once, and remembered for the project."""

from bot.sandbox.person import Person
from tests.kit.office import Office
from tests.kit.story import form, posts, read_all

CHORES = """\
Chore\tWhose turn\tNot after\tRoom
Wash the windows\tPriya Nair\t4-12-2026\tHall
Oil the hinges\tBaker, Tom\t27-nov-26\tCellar
"""
LATER = """\
Chore\tWhose turn\tNot after\tRoom
Paint the fence\tpriya\t15-12-2026\tGarden
"""
KLUSSEN = "Klus;Trekker;Moment;Ruimte\nramen lappen;Sanne;4-12-2026;zaal\ndeuren smeren;Joost;46353;kelder\n"
ANDERE = "Klus;Trekker;Moment;Ruimte\nhek verven;Joost;10-12-2026;tuin\n"
ASKED = "Which column is the text, the owner, the date? I remember it for this project."
GEVRAAGD = "Welke kolom is de tekst, de actiehouder, de datum? Ik onthoud het voor dit project."


def paste(office: Office, who: Person, command: str, rows: str, channel: str) -> str:
    """What the form shows of the rows."""
    who.command(f"{command} {rows}", channel)
    return form(office, who.name)


def test_unknown_columns_are_asked_once_and_remembered(atlas: Office) -> None:
    tom, priya = atlas.person("tom"), atlas.person("priya")
    priya.command("/action list", "atlas")
    shown = paste(atlas, tom, "/action", CHORES, "atlas")
    for said in (
        ASKED,
        "Text: Chore",
        "Owner: Whose turn",
        "Date: Not after",
        "2 · Wash the windows\\npriya · Fri 4 Dec (wk 49)",
        "3 · Oil the hinges\\ntom · Fri 27 Nov (wk 48)",
    ):
        assert said in shown, said

    tom.choose(tom.modal, "Text: Chore", "Room")
    assert "Text: Room" in form(atlas, "tom") and "2 · Hall\\npriya" in form(atlas, "tom")
    tom.choose(tom.modal, "Text: Room", "Chore")
    tom.choose(tom.modal, "Date: Not after", "No column")
    assert "Date: no column" in form(atlas, "tom")
    assert "2 · Wash the windows\\npriya · no date" in form(atlas, "tom")
    assert tom.submit() == {}
    assert "tom added 2 action items" in read_all(posts(atlas))

    again = paste(atlas, priya, "/action", LATER, "atlas")
    assert ASKED not in again and "2 · Paint the fence\\npriya · no date" in again
    priya.click(priya.modal, "Other columns")
    priya.choose(priya.modal, "Date: no column", "Not after")
    assert "2 · Paint the fence\\npriya · Tue 15 Dec (wk 51)" in form(atlas, "priya")


def test_in_dutch_out_of_a_file_and_what_was_taken_is_enough(molen: Office) -> None:
    sanne = molen.person("sanne")
    molen.person("joost").command("/spil actie lijst", "molen")
    sanne.command("/spil actie lijst", "molen")
    sanne.say("", "spil", files={"klussen.csv": KLUSSEN.encode()})
    molen.settle()
    sanne.click(sanne.dm()[-1], "Loop ze door")
    shown = form(molen, "sanne")
    for said in (
        GEVRAAGD,
        "Tekst: Klus",
        "Actiehouder: Trekker",
        "Datum: Moment",
        "2 · ramen lappen\\nsanne · vr 4 dec (wk 49)",
        "3 · deuren smeren\\njoost · geen datum\\n⚠ de datum is op meer dan één manier te lezen",
    ):
        assert said in shown, said
    sanne.click(sanne.modal, "vr 27 nov")
    assert sanne.submit() == {}

    sanne.say("", "spil", files={"meer.csv": ANDERE.encode()})
    molen.settle()
    sanne.click(sanne.dm()[-1], "Loop ze door")
    assert GEVRAAGD not in form(molen, "sanne")
    assert "2 · hek verven\\njoost · do 10 dec (wk 50)" in form(molen, "sanne")


def test_what_one_project_says_of_its_columns_is_asked_in_another(atlas: Office) -> None:
    atlas.project("molen", language="nl")
    sanne = atlas.person("sanne")
    assert GEVRAAGD in paste(atlas, sanne, "/spil actie", KLUSSEN.replace(";", "\t"), "molen")
    assert sanne.submit() == {}
    assert GEVRAAGD not in paste(atlas, sanne, "/spil actie", ANDERE.replace(";", "\t"), "molen")
    sanne.close_modal()
    assert GEVRAAGD in paste(atlas, sanne, "/spil actie", ANDERE.replace(";", "\t"), "atlas")


def test_thrown_away_is_not_remembered(atlas: Office) -> None:
    tom = atlas.person("tom")
    assert ASKED in paste(atlas, tom, "/action", CHORES, "atlas")
    tom.click(tom.modal, "Throw away")
    tom.close_modal()
    assert ASKED in paste(atlas, tom, "/action", LATER, "atlas")
