"""Minutes from pasted notes to what everybody reads, as the people of an office see them."""

from bot.sandbox.state import Message
from tests.stories.office import Office
from tests.stories.test_action_items import atlas, dm, molen, read, type_in

__all__ = ["atlas", "molen"]

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


def press(office: Office, who: str, label: str, block: str | None = None) -> Message:
    """A button of the concept that stands last with `who`; the concept after it."""
    office.person(who).click(dm(office, who)[-1], label, block)
    return dm(office, who)[-1]


def posts(office: Office, channel: str = "atlas") -> list[Message]:
    office.settle()
    return [
        m for m in office.slack.history(channel) if m.user == office.slack.bot_user_id and not m.ephemeral_to
    ]


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
    assert "D-1 · we open the portal in January" in below
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
    assert "D-1 · we verhuizen op 12 december" in thread(molen, "molen")
    assert "A-1 · bel de verhuizer · joost · vr 27-11-2026" in thread(molen, "molen")
    assert "verspreid" in type_in(molen, "joost", "/spil notulen lijst", "molen")
    assert "D-1 · we verhuizen" in type_in(molen, "joost", "/spil notulen 1", "molen")
    assert "niemand hoort iets" in type_in(molen, "joost", "/spil notulen hulp", "molen")
