"""A topic that is made confidential on the draft: only its readers see it, and nothing is made of it."""

from bot.sandbox.state import Message
from tests.kit.office import Office
from tests.kit.story import Wire, answers, dm, form, posts, read, read_all, type_in
from tests.stories.test_minutes import SEND, press, thread, write

STAFF = """Present: Tom, Priya
1. Portal
DECISION: we open the portal in January
2. QUIETWORD moves on
QUIETWORD leaves us in spring.
ACTION: Priya – find a QUIETWORD successor – Friday
QUESTION: who tells the QUIETWORD team?
3. Money
The budget was discussed.
"""
PERSONEEL = """Aanwezig: Sanne, Joost
1. Verhuizing
BESLUIT: we verhuizen op 12 december
2. Personeel
FLUISTER gaat weg.
ACTIE: Joost – zoek een opvolger voor FLUISTER – vrijdag
"""
MARK = "minutes.confidential"


def choose(office: Office, who: str, topic: str, readers: list[str]) -> dict[str, str]:
    """What is wrong with it, by field."""
    press(office, who, MARK)
    person = office.person(who)
    person.fill({"topic": topic, "readers": readers})
    return person.submit()


def concept(office: Office, who: str) -> Message:
    return [message for message in dm(office, who) if SEND in str(message.blocks)][-1]


def test_a_topic_is_made_confidential_on_the_draft(atlas: Office) -> None:
    wire = Wire(atlas.slack)
    assert "1 decision, 1 action found" in read(write(atlas, "tom", STAFF))
    press(atlas, "tom", MARK)
    for shown in ("1. Portal (lines 2–3)", "QUIETWORD moves on (lines 4–7)", "can always read it"):
        assert shown in form(atlas, "tom")
    assert choose(atlas, "tom", "4", ["priya"]) == {}
    assert wire.pressed_again().acked
    shown = read(concept(atlas, "tom"))
    assert "1 decision found" in shown and "QUIETWORD" not in shown and "left out" not in shown
    assert "1 confidential topic: for priya alone." in shown and "Lines 4–7 of the notes." in shown
    assert "marked a topic confidential" in type_in(atlas, "tom", "/minutes history 1")
    press(atlas, "tom", SEND)
    below = thread(atlas)
    assert "[1 confidential topic]" in below and "The budget was discussed." in below and "Money" in below
    assert "QUIETWORD" not in read_all(posts(atlas))
    [told] = dm(atlas, "priya")
    assert "Confidential, for you: Atlas meeting" in read(told) and "find a QUIETWORD successor" in read(told)
    for line in ("minutes 1", "minutes find quietword", "minutes history 1", "action list"):
        assert "QUIETWORD" not in type_in(atlas, "sanne", f"/{line}"), line


def test_readers_are_changed_and_all_of_it_is_taken_back(atlas: Office) -> None:
    write(atlas, "tom", STAFF)
    wrong = choose(atlas, "tom", "4", ["priya", "gina"])
    assert "gina" in wrong["readers"].lower()
    atlas.person("tom").close_modal()
    assert choose(atlas, "tom", "4", ["priya"]) == {}
    assert choose(atlas, "tom", "4", []) == {}
    assert "1 confidential topic: for you alone." in read(concept(atlas, "tom"))
    type_in(atlas, "tom", "/minutes undo 1")
    assert "for priya alone" in read(concept(atlas, "tom"))
    type_in(atlas, "tom", "/minutes undo 1")
    shown = read(concept(atlas, "tom"))
    assert "1 decision, 1 action found" in shown and "confidential" not in shown.replace(
        "Confidential topic", ""
    )
    press(atlas, "tom", SEND)
    assert "who tells the QUIETWORD team?" in thread(atlas)


def test_in_dutch_the_project_manager_who_makes_it_confidential_keeps_reading_it(molen: Office) -> None:
    write(molen, "joost", PERSONEEL, "molen", "/spil notulen")
    [mine] = answers(molen, "sanne", "/spil notulen lijst", "molen")
    molen.person("sanne").click(mine, "minutes.continue")
    assert choose(molen, "sanne", "4", []) == {}
    assert "alleen voor sanne" in read(concept(molen, "joost"))
    shown = read(concept(molen, "sanne"))
    assert "1 besluit gevonden" in shown and "1 vertrouwelijk onderwerp" in shown
    assert "Regels 4–6 van de aantekeningen." in shown and "FLUISTER" not in shown
    press(molen, "joost", SEND)
    assert "FLUISTER" not in read_all(posts(molen, "molen"))
    assert "[1 vertrouwelijk onderwerp]" in thread(molen, "molen")
