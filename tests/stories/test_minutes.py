"""Minutes from pasted notes to what everybody reads, as the people of an office see them."""

from datetime import datetime

from bot.sandbox.state import Message
from tests.kit.office import Office
from tests.kit.story import answers, dm, form, posts, read, type_in

NOTES = """Steering group

Present: Sanne, Tom, Priya

1. Portal
DECISION: we open the portal in January
ACTION: Tom – call the supplier – Friday
ACTION: Karel – send the drawings – next week
2. Money
The budget was discussed. <!channel> & <@U0SPY0000> look at *this*.
"""
NOTULEN = """Overleg verhuizing

Aanwezig: Sanne, Joost

BESLUIT: we verhuizen op 12 december
ACTIE: Joost – bel de verhuizer – vrijdag
iemand moet de sleutels ophalen
"""


def write(office: Office, who: str, notes: str, channel: str = "atlas", command: str = "/minutes") -> Message:
    """Fill in the form; the concept that comes back in person."""
    person = office.person(who)
    person.command(command, channel)
    person.fill({"notes": notes})
    assert person.submit() == {}
    return dm(office, who)[-1]


SEND = "minutes.send"


def press(office: Office, who: str, what: str, proposal: str = "") -> Message:
    """A button of the concept that stands last with `who`, or what the menu of one proposal in it offers; the
    concept after it."""
    concept = [message for message in dm(office, who) if not message.ephemeral_to][-1]
    if proposal:
        office.person(who).overflow(concept, what, proposal)
    else:
        office.person(who).click(concept, what)
    return dm(office, who)[-1]


def thread(office: Office, channel: str = "atlas") -> str:
    """All that stands below the last headline."""
    office.settle()
    top = [post for post in posts(office, channel) if not post.thread_ts or post.thread_ts == post.ts][-1]
    return "\n".join(map(read, office.slack.thread(channel, top.ts)[1:]))


def test_from_pasted_notes_to_decisions_action_items_and_what_all_read(atlas: Office) -> None:
    quiet = len(posts(atlas))
    concept = write(atlas, "tom", NOTES)
    words = read(concept)
    assert "Steering group: 1 decision, 2 actions found" in words
    assert "Mon 23 Nov · sanne, tom, priya · not sent yet · N-1" in words
    assert "1. Decision · we open the portal in January" in words
    assert "2. tom · call the supplier · Fri 27 Nov" in words
    assert "3. Karel? · send the drawings" in words and "Who is Karel?" in words
    assert "line 6" not in words
    assert concept.buttons() == ["Send with 2 of 3", "Edit list", "Confidential", "None of us"]
    assert len(posts(atlas)) == quiet and dm(atlas, "priya") == []

    atlas.person("tom").choose(concept, "Choose who", "priya")
    concept = dm(atlas, "tom")[-1]
    assert "3. priya · send the drawings" in read(concept)
    assert concept.buttons() == ["Send with all 3", "Edit list", "Confidential"]
    assert "are in #atlas, and every owner got a message" in read(press(atlas, "tom", SEND))

    new = posts(atlas)[quiet:]
    headline = [post for post in new if not post.thread_ts or post.thread_ts == post.ts]
    assert len(headline) == 1
    assert read(headline[0]).splitlines() == [
        "Steering group · minutes",
        "Mon 23 Nov · sanne, tom, priya",
        *("Correct", "Word file", "PDF", "Markdown"),
        "Decided",
        "• we open the portal in January (B-1)",
        "To do",
        "• tom · call the supplier · Fri 27 Nov (A-1)",
        "• priya · send the drawings · Fri 4 Dec (A-2)",
        "Full notes in the thread · by tom · N-1",
    ]
    below = thread(atlas)
    assert "<!channel> & <@U0SPY0000> look at this" in below and "Decided" not in below
    [told] = dm(atlas, "priya")
    assert "A-2" in read(told)

    atlas.person("priya").click(told, "Done")
    [shown] = [post for post in posts(atlas)[quiet:] if "minutes" in read(post)]
    assert "• ✓ ~priya · send the drawings · Fri 4 Dec~ (A-2)" in read(shown)
    assert len(posts(atlas)) == quiet + len(new)


def test_in_dutch_from_word_to_minutes(molen: Office) -> None:
    concept = write(molen, "sanne", NOTULEN, "molen", "/spil notulen")
    words = read(concept)
    assert "Overleg verhuizing: 1 besluit, 1 actie gevonden" in words
    assert "ma 23 nov · sanne, joost · nog niet verspreid · N-1" in words
    assert "1. Besluit · we verhuizen op 12 december" in words
    assert "2. joost · bel de verhuizer · vr 27 nov" in words
    assert concept.buttons() == ["Verspreid met alle 2", "Lijst aanpassen", "1 regel is misschien een actie"]
    sanne = molen.person("sanne")
    sanne.click(concept, "1 regel is misschien een actie")
    assert "iemand moet de sleutels ophalen" in form(molen, "sanne")
    sanne.fill({"maybe_0": ["iemand moet de sleutels ophalen"]})
    assert sanne.submit() == {}
    concept = dm(molen, "sanne")[-1]
    assert "3. nog geen actiehouder · iemand moet de sleutels ophalen · geen datum" in read(concept)
    assert concept.buttons() == ["Verspreid met alle 3", "Lijst aanpassen"]
    assert "staan in #molen, en elke actiehouder kreeg bericht" in read(press(molen, "sanne", SEND))
    [headline] = [post for post in posts(molen, "molen") if "notulen" in read(post)]
    assert read(headline).splitlines() == [
        "Overleg verhuizing · notulen",
        "ma 23 nov · sanne, joost",
        *("Verbeteren", "Word-bestand", "PDF", "Markdown"),
        "Besloten",
        "• we verhuizen op 12 december (B-1)",
        "Te doen",
        "• joost · bel de verhuizer · vr 27 nov (A-1)",
        "• nog niemand · iemand moet de sleutels ophalen (A-2)",
        "Wie neemt wat nog geen actiehouder heeft? Typ bijvoorbeeld `/spil actie geef 2 @collega`.",
        "Volledige aantekeningen in de thread · door sanne · N-1",
    ]
    assert "verspreid" in type_in(molen, "joost", "/spil notulen lijst", "molen")
    assert "we verhuizen op 12 december (B-1)" in type_in(molen, "joost", "/spil notulen 1", "molen")
    assert "niemand hoort iets" in type_in(molen, "joost", "/spil notulen hulp", "molen")


def test_the_form_says_what_is_wrong_and_keeps_what_was_typed(atlas: Office) -> None:
    tom = atlas.person("tom")
    tom.command("/minutes", "atlas")
    tom.fill({"held_on": "2026-11-30", "notes": NOTES})
    assert "still to come" in tom.submit()["held_on"]
    tom.fill({"held_on": "2026-11-20", "notes_2": "ACTION: Priya – test it"})
    assert tom.submit() == {}
    assert "1 decision, 3 actions found" in read(dm(atlas, "tom")[-1])


def test_a_line_opens_the_form_with_that_title_and_pasted_notes_need_no_form(atlas: Office) -> None:
    tom = atlas.person("tom")
    tom.command("/minutes Steering group", "atlas")
    tom.fill({"notes": "We talked."})
    assert tom.submit() == {}
    assert "Steering group: " in read(dm(atlas, "tom")[-1])
    assert "safe, as draft N-2" in type_in(atlas, "tom", f"/minutes {NOTES}")
    assert "Steering group: 1 decision, 2 actions found" in read(dm(atlas, "tom")[-1])


def test_notes_in_which_nothing_is_found_are_sent_as_they_are(atlas: Office) -> None:
    assert "no decisions or actions found" in read(write(atlas, "tom", "It was a fine day.\n\nNobody spoke."))
    press(atlas, "tom", "Send the notes")
    assert "It was a fine day." in thread(atlas) and "To do" not in thread(atlas)


def test_a_proposal_is_edited_dropped_and_reconsidered(atlas: Office) -> None:
    concept = write(atlas, "tom", NOTES)
    tom = atlas.person("tom")
    tom.overflow(concept, "Edit", "send the drawings")
    tom.fill({"Text": "send all drawings", "Owner": "gina"})
    assert "guest" in tom.submit()["owner"]
    tom.fill({"Owner": "priya", "Due": "2026-11-20"})
    assert "before the meeting" in tom.submit()["due"]
    tom.fill({"Due": "2026-12-01"})
    assert tom.submit() == {}
    words = read(dm(atlas, "tom")[-1])
    assert "3. priya · send all drawings · Tue 1 Dec" in words
    assert "line 8: “ACTION: Karel – send the drawings – next week”" in words
    dropped = press(atlas, "tom", "Leave out", "we open the portal")
    assert "2 actions found, 1 left out" in read(dropped) and "Send with all 2" in dropped.buttons()
    assert "1. ~Decision · we open the portal in January~" in read(dropped)
    after_all = press(atlas, "tom", "Take along after all", "we open the portal")
    assert "1 decision, 2 actions found" in read(after_all) and "Send with all 3" in after_all.buttons()


def test_the_list_is_ticked_in_one_form(atlas: Office) -> None:
    concept, tom = write(atlas, "tom", NOTES), atlas.person("tom")
    tom.click(concept, "Edit list")
    assert "we open the portal in January" in form(atlas, "tom")
    tom.fill({"kept_0": ["call the supplier", "send the drawings"]})
    assert tom.submit() == {}
    assert "2 actions found, 1 left out" in read(dm(atlas, "tom")[-1])
    assert "“we open the portal in January” (left out)" in type_in(atlas, "tom", "/minutes history 1")
    type_in(atlas, "tom", "/minutes undo")
    assert "1 decision, 2 actions found" in read(dm(atlas, "tom")[-1])


def test_who_is_unknown_is_chosen_or_left_open_by_hand_and_else_stays_out(atlas: Office) -> None:
    write(atlas, "tom", NOTES)
    press(atlas, "tom", SEND)
    [headline] = [post for post in posts(atlas) if "minutes" in read(post)]
    assert "drawings" not in read(headline) and "A-1" in read(headline) and "A-2" not in read(headline)
    write(atlas, "tom", f"{NOTES}\nThat was all.")
    assert "Send with all 3" in press(atlas, "tom", "Without an owner", "send the drawings").buttons()
    press(atlas, "tom", SEND)
    headline = [post for post in posts(atlas) if "· minutes" in read(post)][-1]
    assert "nobody yet · send the drawings" in read(headline)


def test_of_many_the_channel_shows_some_and_the_thread_all(atlas: Office) -> None:
    notes = [f"DECISION: we go {n}" for n in range(1, 8)] + [f"ACTION: Tom – step {n}" for n in range(1, 11)]
    write(atlas, "tom", "\n".join(notes))
    press(atlas, "tom", SEND)
    [headline] = [post for post in posts(atlas) if "· minutes" in read(post)]
    assert "we go 5 (B-5)" in read(headline) and "we go 6" not in read(headline)
    assert "step 8 (A-8)" in read(headline) and "step 9" not in read(headline)
    assert "4 more and full notes in the thread" in read(headline)
    assert "we go 7 (B-7)" in thread(atlas) and "step 10 (A-10)" in thread(atlas)


def test_many_proposals_come_in_pages(atlas: Office) -> None:
    first = write(atlas, "tom", "\n".join(f"ACTION: Tom – step {n}" for n in range(1, 21)))
    assert "Page 1 of 4" in read(first) and "step 6" in read(first) and "step 7" not in read(first)
    second = press(atlas, "tom", "Next")
    assert "Page 2 of 4" in read(second) and "step 7" in read(second)
    assert "19 actions found, 1 left out" in read(press(atlas, "tom", "Leave out", "step 8"))
    assert "Page 2 of 4" in read(dm(atlas, "tom")[-1])
    assert "Page 1 of 4" in read(press(atlas, "tom", "Previous"))
    press(atlas, "tom", SEND)
    assert "A-19" in thread(atlas)
    assert len(dm(atlas, "tom")) == 1


def test_a_concept_waits_in_the_list_for_its_author_and_the_project_manager(atlas: Office) -> None:
    write(atlas, "tom", NOTES)
    [listed] = answers(atlas, "priya", "/minutes list")
    assert "Steering group" in read(listed) and "draft" in read(listed) and listed.buttons() == []
    [listed] = answers(atlas, "sanne", "/minutes list")
    assert "onderaan in onze directe berichten" in read(atlas.person("sanne").click(listed, "Verder")[0])
    assert "1 besluit, 2 acties gevonden" in read(dm(atlas, "sanne")[-1])
    [listed] = answers(atlas, "tom", "/minutes 1")
    atlas.person("tom").click(listed, "Continue")
    former, concept = dm(atlas, "tom")
    assert "goes on below" in read(former) and former.buttons() == []

    press(atlas, "sanne", "Weglaten", "we open the portal")
    assert "1 left out" in read(dm(atlas, "tom")[-1])
    told = atlas.person("tom").click(concept, SEND)
    assert told == [] and "are in #atlas" in read(dm(atlas, "tom")[-1])
    concept, mine = dm(atlas, "sanne")
    assert "staan in #atlas" in read(concept) and "Alles staat in #atlas" in read(mine)


def test_guests_and_outsiders_neither_write_nor_read_minutes(atlas: Office) -> None:
    write(atlas, "tom", NOTES)
    press(atlas, "tom", SEND)
    for line in ("/minutes", "/minutes list", "/minutes 1"):
        assert "portal" not in type_in(atlas, "gina", line)
        assert "Guests can't see project data" in type_in(atlas, "gina", line)
    assert atlas.person("gina").modal is None


def test_minutes_of_a_meeting_are_asked_for_after_it_and_close_it(atlas: Office) -> None:
    type_in(atlas, "tom", "/meeting Steering group with @priya @sanne today 14:00 30m")
    atlas.set_clock(datetime(2026, 11, 23, 14, 40))
    tom = atlas.person("tom")
    wanted, label = dm(atlas, "tom")[-1], "Paste notes"
    assert "Steering group is over. Paste your notes" in read(wanted)
    assert wanted.buttons() == [label, "No notes this time"]
    tom.click(wanted, label)
    tom.fill({"notes": NOTES.replace(", Priya", "")})
    assert tom.submit() == {}
    assert "Steering group: " in read(dm(atlas, "tom")[-1])
    again = tom.click(wanted, label)
    assert tom.modal is None and "draft" in read(again[-1])
    press(atlas, "tom", SEND)
    headline = next(post for post in posts(atlas) if "Steering group · minutes" in read(post))
    assert "Mon 23 Nov · sanne, tom · without priya" in read(headline)
    assert "draft" not in type_in(atlas, "priya", "/minutes 1")
    asked = next(each for each in dm(atlas, "tom") if each.ts == wanted.ts)
    assert read(asked).startswith("✓ Steering group: the minutes are sent.") and label not in asked.buttons()


def test_typed_before_there_is_a_project_the_notes_wait_for_it(office: Office) -> None:
    sanne = office.person("sanne")
    [offer] = answers(office, "sanne", f"/spil notulen {NOTULEN}", "molen")
    sanne.click(offer, offer.buttons()[0])
    assert sanne.submit() == {}
    assert "1 besluit, 1 actie gevonden" in read(dm(office, "sanne")[-1])


def test_a_day_before_which_something_must_be_done_is_not_taken_for_the_meetings(atlas: Office) -> None:
    words = read(write(atlas, "tom", "Present: Tom, Sanne\nSanne to check the contract before 20 Dec"))
    assert "Mon 23 Nov" in words and "sanne · check the contract · Sat 19 Dec" in words
