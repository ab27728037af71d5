"""Minutes from pasted notes to what everybody reads, as the people of an office see them."""

from datetime import datetime

from bot.sandbox.state import Message
from tests.kit.office import Office
from tests.kit.story import answers, dm, posts, read, type_in

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
"""


def write(office: Office, who: str, notes: str, channel: str = "atlas", command: str = "/minutes") -> Message:
    """Fill in the form; the concept that comes back in person."""
    person = office.person(who)
    person.command(command, channel)
    person.fill({"notes": notes})
    assert person.submit() == {}
    return dm(office, who)[-1]


def press(office: Office, who: str, label: str, proposal: str | None = None) -> Message:
    """A button of the concept that stands last with `who`, or of one proposal in it; the concept after it."""
    concept = [message for message in dm(office, who) if not message.ephemeral_to][-1]
    office.person(who).click(concept, label, proposal and buttons_of(concept, proposal))
    return dm(office, who)[-1]


def buttons_of(concept: Message, proposal: str) -> str:
    """The id of the block with the buttons under a proposal."""
    at = next(n for n, block in enumerate(concept.blocks) if proposal in str(block.get("text")))
    return str(concept.blocks[at + 2]["block_id"])


def thread(office: Office, channel: str = "atlas") -> str:
    """All that stands below the last headline."""
    office.settle()
    top = [post for post in posts(office, channel) if not post.thread_ts or post.thread_ts == post.ts][-1]
    return "\n".join(map(read, office.slack.thread(channel, top.ts)[1:]))


def test_from_pasted_notes_to_decisions_action_items_and_what_all_read(atlas: Office) -> None:
    quiet = len(posts(atlas))
    concept = write(atlas, "tom", NOTES)
    words = read(concept)
    assert "Draft minutes 1 · Atlas 23-11-2026" in words
    assert "present: sanne, tom, priya" in words
    assert "3 to decide on · 0 accepted · 0 dropped" in words
    assert "Decision · we open the portal in January" in words
    assert "owner @tom · Fri 27-11-2026 (wk 48)" in words
    assert "owner Karel, whom I do not know here: choose" in words
    assert "line 6: “DECISION: we open the portal in January”" in words
    assert len(posts(atlas)) == quiet and dm(atlas, "priya") == []

    assert "1 to decide on · 2 accepted" in read(press(atlas, "tom", "Accept all"))
    atlas.person("tom").choose(dm(atlas, "tom")[-1], "Choose an owner", "priya")
    assert "owner @priya" in read(dm(atlas, "tom")[-1])
    assert "0 to decide on · 3 accepted" in read(press(atlas, "tom", "Accept"))
    assert "are sent: they stand in #atlas" in read(press(atlas, "tom", "Send"))

    new = posts(atlas)[quiet:]
    headline = [post for post in new if not post.thread_ts or post.thread_ts == post.ts]
    assert len(headline) == 1
    assert "Minutes 1 · Atlas 23-11-2026" in read(headline[0])
    assert "1 decision · 2 action items" in read(headline[0])
    below = thread(atlas)
    assert "B-1 · we open the portal in January" in below
    assert "A-1 · call the supplier · tom · Fri 27-11-2026" in below
    assert "A-2 · send the drawings · priya" in below
    assert "<!channel> & <@U0SPY0000> look at this" in below
    [told] = dm(atlas, "priya")
    assert "A-2" in read(told)

    atlas.person("priya").click(told, "Done")
    assert "✓ A-2" in thread(atlas) and len(posts(atlas)) == quiet + len(new)


def test_in_dutch_from_word_to_minutes(molen: Office) -> None:
    concept = write(molen, "sanne", NOTULEN, "molen", "/spil notulen")
    words = read(concept)
    assert "Concept notulen 1 · Molen 23-11-2026" in words and "aanwezig: sanne, joost" in words
    assert "Besluit · we verhuizen op 12 december" in words
    assert "actiehouder @joost · vr 27-11-2026 (wk 48)" in words
    press(molen, "sanne", "Alles overnemen")
    assert "zijn verspreid" in read(press(molen, "sanne", "Verspreiden"))
    assert "B-1 · we verhuizen op 12 december" in thread(molen, "molen")
    assert "A-1 · bel de verhuizer · joost · vr 27-11-2026" in thread(molen, "molen")
    assert "verspreid" in type_in(molen, "joost", "/spil notulen lijst", "molen")
    assert "B-1 · we verhuizen" in type_in(molen, "joost", "/spil notulen 1", "molen")
    assert "niemand hoort iets" in type_in(molen, "joost", "/spil notulen hulp", "molen")


def test_the_form_says_what_is_wrong_and_keeps_what_was_typed(atlas: Office) -> None:
    tom = atlas.person("tom")
    tom.command("/minutes", "atlas")
    tom.fill({"held_on": "2026-11-30", "notes": NOTES})
    assert "still to come" in tom.submit()["held_on"]
    tom.fill({"held_on": "2026-11-20", "notes_2": "ACTION: Priya – test it"})
    assert tom.submit() == {}
    assert "4 to decide on" in read(dm(atlas, "tom")[-1])


def test_a_line_opens_the_form_with_that_title_and_pasted_notes_need_no_form(atlas: Office) -> None:
    tom = atlas.person("tom")
    tom.command("/minutes Steering group", "atlas")
    tom.fill({"notes": "We talked."})
    assert tom.submit() == {}
    assert "Draft minutes 1 · Steering group" in read(dm(atlas, "tom")[-1])
    assert "kept as draft minutes 2" in type_in(atlas, "tom", f"/minutes {NOTES}")
    assert "Draft minutes 2 · Atlas 23-11-2026" in read(dm(atlas, "tom")[-1])


def test_notes_in_which_nothing_is_found_are_sent_as_they_are(atlas: Office) -> None:
    assert "no decisions and no action items" in read(
        write(atlas, "tom", "It was a fine day.\n\nNobody spoke.")
    )
    press(atlas, "tom", "Send")
    assert "It was a fine day." in thread(atlas) and "Action items" not in thread(atlas)


def test_a_proposal_is_edited_dropped_and_reconsidered(atlas: Office) -> None:
    concept = write(atlas, "tom", NOTES)
    tom = atlas.person("tom")
    tom.click(concept, "Edit", buttons_of(concept, "send the drawings"))
    tom.fill({"Text": "send all drawings", "Owner": "gina"})
    assert "guest" in tom.submit()["owner"]
    tom.fill({"Owner": "priya", "Due": "2026-11-20"})
    assert "before the meeting" in tom.submit()["due"]
    tom.fill({"Due": "2026-12-01"})
    assert tom.submit() == {}
    words = read(dm(atlas, "tom")[-1])
    assert "✓ 3. Action item · send all drawings" in words and "owner @priya · Tue 01-12-2026" in words
    assert "1 dropped" in read(press(atlas, "tom", "Drop", "we open the portal"))
    assert "0 dropped" in read(press(atlas, "tom", "Reconsider", "we open the portal"))


def test_what_is_left_open_is_left_out(atlas: Office) -> None:
    write(atlas, "tom", NOTES)
    press(atlas, "tom", "Accept all")
    press(atlas, "tom", "Send")
    assert "drawings" not in thread(atlas).split("Notes of minutes")[0]
    assert "A-1" in thread(atlas) and "A-2" not in thread(atlas)


def test_many_proposals_come_in_pages(atlas: Office) -> None:
    first = write(atlas, "tom", "\n".join(f"ACTION: Tom – step {n}" for n in range(1, 21)))
    assert "Page 1 of 4" in read(first) and "step 6" in read(first) and "step 7" not in read(first)
    second = press(atlas, "tom", "Next")
    assert "Page 2 of 4" in read(second) and "step 7" in read(second)
    assert "1 accepted" in read(press(atlas, "tom", "Accept", "step 8"))
    assert "Page 2 of 4" in read(dm(atlas, "tom")[-1])
    assert "Page 1 of 4" in read(press(atlas, "tom", "Previous"))
    press(atlas, "tom", "Accept all")
    press(atlas, "tom", "Send")
    assert "A-20" in thread(atlas)
    assert len(dm(atlas, "tom")) == 1


def test_a_concept_waits_in_the_list_for_its_author_and_the_project_manager(atlas: Office) -> None:
    write(atlas, "tom", NOTES)
    [listed] = answers(atlas, "priya", "/minutes list")
    assert "Atlas 23-11-2026" in read(listed) and "draft" in read(listed) and listed.buttons() == []
    [listed] = answers(atlas, "sanne", "/minutes list")
    assert "onderaan in onze directe berichten" in read(atlas.person("sanne").click(listed, "Verder")[0])
    assert "Concept notulen 1" in read(dm(atlas, "sanne")[-1])
    [listed] = answers(atlas, "tom", "/minutes 1")
    atlas.person("tom").click(listed, "Continue")
    former, concept = dm(atlas, "tom")
    assert "goes on below" in read(former) and former.buttons() == []

    press(atlas, "sanne", "Weglaten", "we open the portal")
    assert "1 dropped" in read(dm(atlas, "tom")[-1])
    told = atlas.person("tom").click(concept, "Send")
    assert told == [] and "are sent" in read(dm(atlas, "tom")[-1])
    assert "zijn verspreid" in read(dm(atlas, "sanne")[-1])


def test_guests_and_outsiders_neither_write_nor_read_minutes(atlas: Office) -> None:
    write(atlas, "tom", NOTES)
    press(atlas, "tom", "Send")
    for line in ("/minutes", "/minutes list", "/minutes 1"):
        assert "portal" not in type_in(atlas, "gina", line)
        assert "Guests can't see project data" in type_in(atlas, "gina", line)
    assert atlas.person("gina").modal is None


def test_minutes_of_a_meeting_are_asked_for_after_it_and_close_it(atlas: Office) -> None:
    type_in(atlas, "tom", "/meeting Steering group with @priya @sanne today 14:00 30m")
    atlas.set_clock(datetime(2026, 11, 23, 14, 40))
    tom = atlas.person("tom")
    wanted = [message for message in dm(atlas, "tom") if "minutes" in " ".join(message.buttons()).lower()][-1]
    [label] = [button for button in wanted.buttons() if "minutes" in button.lower()]
    tom.click(wanted, label)
    tom.fill({"notes": NOTES.replace(", Priya", "")})
    assert tom.submit() == {}
    assert "Draft minutes 1 · Steering group" in read(dm(atlas, "tom")[-1])
    again = tom.click(wanted, label)
    assert tom.modal is None and "draft" in read(again[-1])
    press(atlas, "tom", "Send")
    headline = next(post for post in posts(atlas) if "Minutes 1" in read(post))
    assert "Not in the list of those present: priya" in read(headline)
    assert "draft" not in type_in(atlas, "priya", "/minutes 1")


def test_typed_before_there_is_a_project_the_notes_wait_for_it(office: Office) -> None:
    sanne = office.person("sanne")
    [offer] = answers(office, "sanne", f"/spil notulen {NOTULEN}", "molen")
    sanne.click(offer, offer.buttons()[0])
    assert sanne.submit() == {}
    assert "Concept notulen 1" in read(dm(office, "sanne")[-1])
