"""Minutes after they are sent: corrected, adopted at the next meeting, in time, and confidential in part."""

from datetime import datetime
from io import BytesIO

from docx import Document

from bot.sandbox.state import Message
from tests.kit.office import Office
from tests.kit.story import (
    answers,
    dm,
    dm_texts,
    form,
    last_whisper,
    mornings,
    posts,
    read,
    read_all,
    type_in,
)
from tests.stories.test_exports import file
from tests.stories.test_minutes import NOTES, NOTULEN, SEND, press, thread, write


def sent(office: Office, who: str, notes: str, channel: str = "atlas", command: str = "/minutes") -> Message:
    """The headline in the channel."""
    write(office, who, notes, channel, command)
    press(office, who, SEND)
    office.settle()
    return [post for post in posts(office, channel) if not post.thread_ts or post.thread_ts == post.ts][-1]


def now(office: Office, message: Message, channel: str = "atlas") -> str:
    """What stands there by now."""
    office.settle()
    return next(read(each) for each in posts(office, channel) if each.ts == message.ts)


def test_a_correction_is_in_every_copy_with_who_and_when_and_is_taken_back(atlas: Office) -> None:
    headline = sent(atlas, "tom", NOTES.replace("Karel", "Priya"))
    tom = atlas.person("tom")
    quiet = len(posts(atlas))
    said = type_in(atlas, "tom", "/minutes correct 1 The budget was discussed -> The budget was adopted")
    assert "Corrected in Steering group: “The budget was discussed” is now “The budget was" in said
    assert "corrected by tom, Mon 23 Nov: “The budget was discussed” is now" in now(atlas, headline)
    assert "Notes · Steering group · corrected" in thread(atlas)
    assert "The budget was adopted." in thread(atlas) and "discussed" not in thread(atlas)

    tom.overflow(headline, "Correct")
    assert "What stands in the channel changes too" in form(atlas, "tom")
    tom.fill({"record": "B-1", "attendees": "sanne, tom"})
    assert "text" in tom.submit()
    tom.fill({"text": "we open the portal in February"})
    assert tom.submit() == {}
    shown = now(atlas, headline)
    assert "• we open the portal in February (B-1)" in shown and "Mon 23 Nov · sanne, tom\n" in shown
    assert "B-1 now reads “we open the portal in February”; present: sanne, tom" in shown
    assert "tom corrected them: corrections “The budget" in type_in(atlas, "tom", "/minutes history 1")
    assert len(posts(atlas)) == quiet

    type_in(atlas, "tom", "/minutes undo 1")
    shown = now(atlas, headline)
    assert "• we open the portal in January (B-1)" in shown and "sanne, tom, priya" in shown
    assert "can't find “no such words”" in type_in(atlas, "tom", "/minutes correct 1 no such words -> x")

    # whose item reads otherwise has it so
    type_in(atlas, "tom", "/minutes correct 1 A-2: send all drawings")
    assert "send all drawings" in read(dm(atlas, "priya")[-1])
    assert "priya · send all drawings · Fri 4 Dec (A-2)" in now(atlas, headline)

    # who was there proposes; who wrote them decides
    assert "put it to tom: the budget was only noted" in type_in(
        atlas, "priya", "/minutes correct 1 the budget was only noted"
    )
    assert "only noted" not in now(atlas, headline)
    asked = dm(atlas, "tom")[-1]
    assert "priya proposes a correction" in read(asked)
    tom.click(asked, "Take it over")
    assert "corrected by priya, Mon 23 Nov: the budget was only noted" in now(atlas, headline)
    assert "priya's correction is in the minutes" in read(dm(atlas, "tom")[-1])


def test_notulen_vastgesteld_liggen_vast(molen: Office) -> None:
    kop = sent(molen, "sanne", NOTULEN, "molen", "/spil notulen")
    assert "Vastgesteld: Overleg verhuizing" in type_in(molen, "sanne", "/spil notulen stel vast 1", "molen")
    assert "✓ vastgesteld, ma 23 nov" in now(molen, kop, "molen")
    weigering = type_in(molen, "sanne", "/spil notulen verbeter 1 12 december -> 13 december", "molen")
    assert "zijn vastgesteld en liggen dus vast" in weigering and "/spil notulen ongedaan 1" in weigering
    assert "niet meer vastgesteld" in type_in(molen, "sanne", "/spil notulen ongedaan 1", "molen")
    assert "vastgesteld" not in now(molen, kop, "molen")
    verbeterd = type_in(molen, "sanne", "/spil notulen verbeter 1 de sleutels -> de sleutelbos", "molen")
    assert "“de sleutels” is nu “de sleutelbos”" in verbeterd
    assert "iemand moet de sleutelbos ophalen" in type_in(
        molen, "joost", "/spil notulen zoek SLEUTELBOS", "molen"
    )
    assert "In geen notulen" in type_in(molen, "joost", "/spil notulen zoek sleutels", "molen")
    assert "verbeterd door sanne, ma 23 nov: “de sleutels” is nu" in now(molen, kop, "molen")
    # what was decided with these words too, and all of it is taken back in one act
    type_in(molen, "sanne", "/spil notulen verbeter 1 12 december -> 13 december", "molen")
    assert "verhuizen op 13 december (B-1)" in now(molen, kop, "molen")
    type_in(molen, "sanne", "/spil notulen ongedaan 1", "molen")
    assert "verhuizen op 12 december (B-1)" in now(molen, kop, "molen")


def test_what_was_corrected_is_corrected_again_as_whole_words_and_as_people_copy_it(atlas: Office) -> None:
    headline = sent(atlas, "tom", NOTES.replace("Karel", "Priya"))
    for line, answer in (
        ("drawings -> sketches", "“drawings” is now “sketches”"),
        ("“sketches” -> “plans”", "“sketches” is now “plans”"),
        ("s|send the plans|send all plans|", "“send the plans” is now “send all plans”"),
        ("B-1: we open the portal in March", "B-1 now reads “we open the portal in March”"),
        ("in March -> in May", "“in March” is now “in May”"),
        ("suppl -> deal", "can't find “suppl”"),
        ("in May -> in May", "N-1 was like that already"),
        ("call the supplier ->", "This can't stay empty"),
        ("->", "This can't stay empty"),
        ("A-1:", "This can't stay empty"),
    ):
        assert answer in type_in(atlas, "tom", f"/minutes correct 1 {line}"), line
    assert "• we open the portal in May (B-1)" in now(atlas, headline)
    assert "priya · send all plans" in now(atlas, headline)
    assert "tom · call the supplier" in now(atlas, headline)


def test_a_proposed_correction_that_was_overtaken_is_not_taken_over_in_name_alone(atlas: Office) -> None:
    headline = sent(atlas, "tom", NOTES)
    type_in(atlas, "priya", "/minutes correct 1 portal -> shop")
    type_in(atlas, "tom", "/minutes correct 1 portal -> store")
    tom, asked = atlas.person("tom"), dm(atlas, "tom")[-1]
    assert "can't find “portal”" in read_all(tom.click(asked, "Take it over"))
    assert "Leave it out" in now_in_person(atlas, "tom", asked) and "shop" not in now(atlas, headline)
    tom.overflow(headline, "Correct")
    for typed, wrong in (({"text": "x"}, "record"), ({"text": "", "right": "x"}, "wrong")):
        tom.fill(typed)
        assert [*tom.submit()] == [wrong]
    tom.fill({"right": "", "attendees": ""})
    assert tom.submit() == {}
    assert "corrected by tom, Mon 23 Nov: present: nobody named" in now(atlas, headline)


def test_in_het_nederlands_verbetert_een_naam_geen_ander_woord(molen: Office) -> None:
    kop = sent(molen, "sanne", f"{NOTULEN}ACTIE: Sanne – regel dozen\n", "molen", "/spil notulen")
    assert "“dozen” is nu “kisten”" in type_in(
        molen, "sanne", "/spil notulen verbeter 1 dozen -> kisten", "molen"
    )
    assert "sanne · regel kisten" in now(molen, kop, "molen")
    weg = type_in(molen, "sanne", "/spil notulen verbeter 1 bel ->", "molen")
    assert "“bel” vervalt" in weg and "joost · de verhuizer" in now(molen, kop, "molen")
    assert "Ik vind “verh” niet" in type_in(molen, "sanne", "/spil notulen verbeter 1 verh -> x", "molen")


SECRET = """Present: Sanne, Tom, Priya

1. Portal
DECISION: we open the portal in January
2. Staff
CONFIDENTIAL: @priya, @karel
1. ACTION: Priya – find a QUIETWORD successor – Friday
DECISION: QUIETWORD we say nothing yet
3. Money
The budget was discussed.
"""


def test_a_confidential_topic_reaches_its_readers_alone(atlas: Office) -> None:
    concept = write(atlas, "tom", SECRET)
    assert "1 decision found" in read(concept) and "QUIETWORD" not in read(concept)
    assert "1 confidential topic: for priya alone." in read(concept)
    assert "I don't know karel." in read(concept)
    press(atlas, "tom", SEND)
    below = thread(atlas)
    assert "[1 confidential topic]" in below and "The budget was discussed." in below
    assert "QUIETWORD" not in read_all(posts(atlas))
    [told] = dm(atlas, "priya")
    assert "Confidential, for you: Atlas meeting" in read(told) and "QUIETWORD successor" in read(told)
    assert "QUIETWORD we say nothing yet" in type_in(atlas, "priya", "/minutes 1")
    for line in ("minutes 1", "minutes find quietword", "minutes list", "minutes history 1", "action list"):
        assert "QUIETWORD" not in type_in(atlas, "sanne", f"/{line}"), line
    assert "1 vertrouwelijk onderwerp" in type_in(atlas, "sanne", "/minutes 1")
    assert "> 1. ACTION: Priya – find a QUIETWORD" in type_in(atlas, "priya", "/minutes find quietword")
    found = type_in(atlas, "tom", "/minutes find BUDGET was")
    assert "1 set of minutes with “BUDGET was”" in found and "> The budget was discussed." in found
    assert "vertrouwelijk onderwerp dat niet voor jou is" in type_in(atlas, "sanne", "/minutes history 1")
    assert "can't find “QUIETWORD”" in type_in(atlas, "tom", "/minutes correct 1 QUIETWORD -> X")


def test_minutes_as_a_file(atlas: Office) -> None:
    headline = sent(atlas, "tom", SECRET)
    for who, menu, seen in (("priya", "As a file", True), ("sanne", "Als bestand", False)):
        [card] = answers(atlas, who, "/minutes 1")
        atlas.person(who).choose(card, menu, "Markdown")
        text = file(atlas, who)[1].decode()
        assert text.startswith("# Atlas meeting · ") and "· we open the portal in January" in text
        assert ("QUIETWORD" in text) is seen, who
    atlas.person("sanne").overflow(headline, "PDF")
    assert file(atlas, "sanne")[1].startswith(b"%PDF")
    assert "(Word file) in a direct message" in type_in(atlas, "priya", "/minutes file 1")
    word = Document(BytesIO(file(atlas, "priya")[1]))
    assert "QUIETWORD" in "\n".join(each.text for each in word.paragraphs)


def test_at_the_next_meeting_of_the_series_those_of_last_time_are_adopted(atlas: Office) -> None:
    type_in(atlas, "tom", "/meeting Steering group with @priya every monday 14:00 30m")
    tom = atlas.person("tom")
    atlas.set_clock(datetime(2026, 11, 23, 14, 40))
    tom.click(dm(atlas, "tom")[-1], "Paste notes")
    tom.fill({"notes": NOTES})
    tom.submit()
    press(atlas, "tom", SEND)
    atlas.set_clock(datetime(2026, 11, 30, 13, 50))
    assert "Agenda: minutes of Mon 23 Nov (N-1)" in dm_texts(atlas, "priya")[-1]
    atlas.set_clock(datetime(2026, 11, 30, 14, 40))
    asked = dm(atlas, "tom")[-1]
    assert "Were the minutes of Mon 23 Nov (N-1) adopted?" in read(asked)
    assert asked.buttons() == ["Paste notes", "No notes this time", "Adopt", "With corrections"]
    tom.click(asked, "With corrections")
    tom.fill({"remark": "Sanne came in at item 2"})
    assert tom.submit() == {}
    tom.click(asked, "Adopt")
    assert "✓ minutes of Mon 23 Nov adopted" in now_in_person(atlas, "tom", asked)
    assert "Sanne came in at item 2" in type_in(atlas, "tom", "/minutes 1")
    assert "are adopted, so they're locked" in type_in(atlas, "tom", "/minutes correct 1 more")
    assert "Undone: N-1 is no longer adopted." in type_in(atlas, "tom", "/minutes undo 1")
    tom.click(answers(atlas, "tom", "/minutes approve 1")[0], "Undo")
    assert last_whisper(atlas, "tom") == "Undone: N-1 is no longer adopted."
    assert "Adopt" in now_in_person(atlas, "tom", asked)


def now_in_person(office: Office, who: str, message: Message) -> str:
    office.settle()
    return next(read(each) for each in dm(office, who) if each.ts == message.ts)


def test_laat_met_notulen(molen: Office) -> None:
    sent(molen, "sanne", NOTULEN, "molen", "/spil notulen")
    type_in(molen, "joost", "/spil overleg Bouwoverleg met @sanne morgen 14:00 30m", "molen")
    molen.set_clock(datetime(2026, 11, 24, 14, 40))
    gevraagd = dm(molen, "joost")[-1]
    molen.set_clock(datetime(2026, 11, 25, 9, 1))
    ochtend = mornings(molen, "joost")[-1]
    assert "Bouwoverleg: de actielijst moet er vandaag zijn, de notulen morgen" in read(ochtend)
    assert not any("Bouwoverleg" in read(each) for each in mornings(molen, "sanne"))
    molen.set_clock(datetime(2026, 11, 27, 9, 1))
    laat = read(mornings(molen, "sanne")[-1])
    assert "De notulen van Bouwoverleg (di 24 nov) zijn te laat: ze moesten er do 26 nov zijn." in laat
    assert "Ik vroeg joost om de aantekeningen." in laat
    molen.set_clock(datetime(2026, 11, 30, 9, 1))
    assert all("zijn te laat: ze" not in read(each) for each in mornings(molen, "sanne")[1:])
    assert "Notulen op tijd: 0 van 1 sinds zo 1 nov" in type_in(molen, "sanne", "/spil overzicht", "molen")
    molen.person("joost").click(gevraagd, "Deze keer geen")
    assert "Notulen op tijd" not in type_in(molen, "sanne", "/spil overzicht", "molen")
