"""Date polls from first to last, as the people of an office see them."""

from datetime import datetime

import pytest

from bot.sandbox import Message
from tests.kit.office import Office
from tests.kit.story import Wire, dm, dm_texts, meetings, mornings, posts, read, type_in, whispers

ASK = "/meeting poll Sprint review with @tom @priya 45m: thu 10:00, thu 14:00, fri 15:00"


def card(office: Office, channel: str = "atlas") -> str:
    [found] = [each for each in posts(office, channel) if "P-1" in each.words()]
    return read(found)


def asked(office: Office, who: str) -> Message:
    """The one message in which this person is asked."""
    [found] = [each for each in dm(office, who) if "P-1" in read(each)]
    return found


def say(office: Office, who: str, *given: str) -> None:
    """Of the moments in order; what they said before shows on its button."""
    for place, word in enumerate(given):
        found = asked(office, who)
        rows = [block for block in found.blocks if block["type"] == "actions"]
        button = next(each for each in rows[place]["elements"] if each["text"]["text"].endswith(word))
        office.person(who).click(found, button["action_id"], rows[place]["block_id"])
    office.settle()


def test_one_is_silent_is_reminded_alone_and_the_meeting_is_planned(atlas: Office) -> None:
    assert type_in(atlas, "sanne", ASK) == ""
    assert card(atlas).splitlines()[:4] == [
        "Sprint review",
        "• Thu 26 Nov, 10:00–10:45",
        "• Thu 26 Nov, 14:00–14:45",
        "• Fri 27 Nov, 15:00–15:45",
    ]
    assert "No answer yet (2): tom, priya" in card(atlas)
    assert "answer by Wed 25 Nov 17:00 (Amsterdam time) · from sanne · P-1" in card(atlas)
    his, hers = asked(atlas, "tom"), asked(atlas, "priya")
    assert read(his).splitlines()[0] == "sanne asks when you can: Sprint review"
    assert "answer by Wed 25 Nov 16:00 · 45 min · times in London · #atlas · P-1" in read(his)
    assert "Thu 26 Nov, 09:00–09:45" in read(his) and "Thu 26 Nov, 14:30–15:15" in read(hers)
    assert his.buttons()[:3] == ["Yes", "If need be", "No"] and dm(atlas, "sanne") == []

    say(atlas, "tom", "Yes", "If need be", "No")
    assert "Thu 26 Nov, 09:00–09:45 · yes" in read(asked(atlas, "tom"))
    assert "✓ If need be" in asked(atlas, "tom").buttons()
    atlas.advance(seconds=5)
    assert "• Thu 26 Nov, 10:00–10:45 · 1 yes\n" in card(atlas)
    assert "• Thu 26 Nov, 14:00–14:45 · 0 yes, 1 if need be\n" in card(atlas)
    assert "• Fri 27 Nov, 15:00–15:45 · 0 yes · 1 no: tom" in card(atlas)
    assert "No answer yet (1): priya" in card(atlas)

    atlas.set_clock(datetime(2026, 11, 25, 8))
    assert any("sanne still needs your answer by today 21:30" in each for each in dm_texts(atlas, "priya"))
    atlas.set_clock(datetime(2026, 11, 25, 13, 1))
    reminders = [each for each in dm_texts(atlas, "priya") if "still needs" in each]
    assert len(reminders) == 2 and not any("still needs" in each for each in dm_texts(atlas, "tom"))

    atlas.set_clock(datetime(2026, 11, 25, 17, 1))
    [told] = [each for each in dm(atlas, "sanne") if "De tijd is om" in read(each)]
    assert "Nog geen antwoord (1): priya" in read(told)
    sanne = atlas.person("sanne")
    [doubt] = sanne.click(told, "Plan do 26 nov 10:00")
    assert read(doubt).splitlines()[0] == "priya antwoordde niet op do 26 nov 10:00. Toch plannen?"
    assert meetings(atlas) == []
    sanne.click(doubt, "Plannen")
    atlas.settle()
    assert any("Gepland: do 26 nov, 10:00–10:45 (M-1)" in read(each) for each in sanne.dm())
    assert "✓ Sprint review\nPlanned: Thu 26 Nov, 10:00–10:45 (M-1)" in card(atlas)
    [meeting] = [each for each in meetings(atlas) if "P-1" not in each.words()]
    assert "Yes (2): sanne, tom" in read(meeting) and "No answer yet (1): priya" in read(meeting)
    texts = dm_texts(atlas, "tom")
    assert any(
        "✓ Sprint review is on Thu 26 Nov, 09:00–09:45. You said yes to this time." in each for each in texts
    )
    assert any("invites you: Sprint review" in each and "Your answer: yes" in each for each in texts)
    assert not any("Answer" in each.buttons() for each in dm(atlas, "priya"))


def test_in_dutch_from_word_to_meeting(molen: Office) -> None:
    line = "/spil overleg peiling Voortgang met @joost 30 minuten: do 10:00 of vr 14u"
    assert type_in(molen, "sanne", line, "molen") == ""
    shown = card(molen, "molen")
    assert "• do 26 nov, 10:00–10:30\n• vr 27 nov, 14:00–14:30" in shown
    assert "Nog geen antwoord (1): joost" in shown
    assert "antwoord uiterlijk wo 25 nov 17:00 (tijd in Amsterdam) · van sanne" in shown
    assert "sanne vraagt wanneer je kunt: Voortgang" in read(asked(molen, "joost"))
    say(molen, "joost", "Nee", "Ja")
    [all_in] = [each for each in dm(molen, "sanne") if "Iedereen heeft geantwoord" in read(each)]
    assert all_in.buttons()[0] == "Plan vr 27 nov 14:00"
    [doubt] = molen.person("sanne").choose(all_in, "Kies een moment", "do 26 nov 10:00")
    assert read(doubt).splitlines()[0] == "joost zei nee op do 26 nov 10:00. Toch plannen?"
    molen.person("sanne").click(doubt, "Andere optie")
    [other] = whispers(molen, "sanne", "molen") or [all_in]
    molen.person("sanne").click(other, "Plan vr 27 nov 14:00")
    assert "✓ Voortgang is op vr 27 nov, 14:00–14:30. Je zei ja op dit moment." in "\n".join(
        dm_texts(molen, "joost")
    )
    assert "1 peiling" in type_in(molen, "joost", "/spil overleg peilingen gekozen", "molen")
    assert "Er loopt geen peiling" in type_in(molen, "joost", "/spil overleg peilingen", "molen")


def test_what_cannot_be_read_is_said_and_nothing_typed_is_lost(atlas: Office) -> None:
    sanne = atlas.person("tom")
    [told] = sanne.command("/meeting poll Retro with @priya 30m: thu 10:00, someday soon, fri", "atlas")
    assert "Not asked yet:" in read(told) and "I can't read `someday soon`, `fri`" in read(told)
    sanne.click(told, "Fill in the form")
    assert sanne.modal is not None
    fields = {block["block_id"]: block["element"] for block in sanne.modal["blocks"]}
    assert fields["times"]["initial_value"] == "thu 10:00, someday soon, fri"
    assert fields["title"]["initial_value"] == "Retro"
    sanne.fill({"times": "thu 10:00, 11:00\nfri 10:00-10:45", "until": "2026-11-24", "place": "Room 2"})
    assert sanne.submit() == {}
    shown = card(atlas)
    assert "• Thu 26 Nov, 10:00–10:30\n• Thu 26 Nov, 11:00–11:30" in shown
    assert "• Fri 27 Nov, 10:00–10:45" in shown and "Room 2" in shown
    assert "answer by tomorrow 18:00" in shown  # 17:00 in London, where Tom is


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Retro with @priya: thu 10:00", "at least two moments"),
        ("Retro with @priya: 2026-11-20 10:00, fri 10:00", "has passed"),
        ("Retro: thu 10:00, fri 10:00", "who should come"),
        ("Retro with @gina: thu 10:00, fri 10:00", "guest"),
        ("with @priya: thu 10:00, fri 10:00", "what the meeting is about"),
    ],
)
def test_what_is_wrong_is_said(atlas: Office, line: str, said: str) -> None:
    assert said in type_in(atlas, "tom", f"/meeting poll {line}")
    assert posts(atlas) == []


def test_alone_it_opens_the_form(atlas: Office) -> None:
    tom = atlas.person("tom")
    tom.command("/meeting poll", "atlas")
    tom.fill(
        {"title": "Retro", "people": ["priya"], "optional": ["sanne"], "times": "thu 10:00 or fri 10:00"}
    )
    assert tom.submit() == {}
    assert "No answer yet (2): priya, sanne" in card(atlas)


@pytest.mark.parametrize(
    "line",
    ["Retro of 2026 with @priya thu 10:00 or fri 11:00", "Retro of 2026 met @priya do 10u of vr 11u"],
)
def test_without_a_sign_the_first_moment_is_found_in_the_line(atlas: Office, line: str) -> None:
    assert type_in(atlas, "tom", f"/meeting poll {line}") == ""
    assert "Retro of 2026\n• Thu 26 Nov, 10:00–11:00\n• Fri 27 Nov, 11:00–12:00" in card(atlas)


def test_one_that_is_asked_already_is_asked_again_on_purpose_alone(atlas: Office) -> None:
    """And a weekday that is today's may be today: the moment after it says so."""
    line = "/spil poll Team lunch with @priya monday 12:00, tuesday 12:00"
    assert type_in(atlas, "tom", line) == ""
    assert "Team lunch\n• Mon 23 Nov, 12:00–13:00\n• Tue 24 Nov" in card(atlas)
    for _ in range(2):
        asked = whispers(atlas, "tom")[-1] if type_in(atlas, "tom", line) else None
        assert asked and "P-1 says that already: Team lunch." in read(asked), "typed twice"
    atlas.person("tom").click(asked, "polls.add")
    assert len([each for each in posts(atlas) if "Team lunch" in read(each)]) == 2


def test_a_voter_proposes_another_moment_and_the_organiser_adds_it(atlas: Office) -> None:
    atlas.advance(hours=1)
    type_in(atlas, "tom", ASK.replace("@tom", "@sanne"))
    say(atlas, "priya", "No", "No", "No")
    priya = atlas.person("priya")
    priya.click(asked(atlas, "priya"), "Another time")
    priya.fill({"day": "2026-11-27", "at": "15:30"})
    assert priya.submit() == {}
    assert "You proposed: Fri 27 Nov 15:30" in read(asked(atlas, "priya"))
    [offer] = [each for each in dm(atlas, "tom") if "proposes" in read(each)]
    assert read(offer).splitlines()[0] == "priya proposes Fri 27 Nov, 10:00–10:45 for Sprint review."
    say(atlas, "sanne", "Ja", "Ja", "Ja")
    atlas.person("tom").click(offer, "Add it")
    atlas.settle()
    assert "✓ Added to Sprint review: Fri 27 Nov, 10:00–10:45" in dm_texts(atlas, "tom")
    assert "vr 27 nov, 11:00–11:45" in read(asked(atlas, "sanne"))
    assert len(dm(atlas, "sanne")) == 1
    assert "• Fri 27 Nov, 11:00–11:45 · 1 yes" in card(atlas)
    atlas.set_clock(datetime(2026, 11, 24, 9))
    assert any("kan nu ook vr 27 nov, 11:00" in read(each) for each in mornings(atlas, "sanne"))


PROPOSALS = {
    "atlas": (
        ("tom", "priya", ASK.replace("@tom", "@sanne"), "/meeting poll"),
        ("Another time", "That moment is in the poll already.", "You proposed: Fri 27 Nov 11:00"),
        ("proposes", "Not now", "Left out of Sprint review.", "Add it", "Fri 27 Nov, 07:30–08:15 · 1 yes"),
        (
            "Only @tom",
            "cancel 1",
            "Cancelled: Sprint review",
            "tom stopped asking",
            "undo",
            "P-1 is open again",
        ),
    ),
    "molen": (
        (
            "sanne",
            "joost",
            "/spil overleg peiling Sprintreview met @joost 45m: do 14:30, vr 15:00",
            "/spil overleg peiling",
        ),
        ("Ander moment", "Dat moment staat al in de peiling.", "Jouw voorstel: vr 27 nov 11:00"),
        (
            "stelt",
            "Nu niet",
            "Niet toegevoegd aan Sprintreview.",
            "Toevoegen",
            "vr 27 nov, 12:00–12:45 · 1 ja",
        ),
        (
            "Dat kan alleen @sanne",
            "annuleer 1",
            "Ingetrokken: Sprintreview",
            "sanne vraagt het niet meer",
            "ongedaan",
            "P-1 staat weer open",
        ),
    ),
}


@pytest.mark.parametrize("channel", ["atlas", "molen"])
def test_a_proposal_is_left_out_another_added_and_the_poll_cancelled_and_taken_back(
    channel: str, request: pytest.FixtureRequest
) -> None:
    office: Office = request.getfixturevalue(channel)
    (organiser, voter, line, poll), (other, there, mine), proposal, cancelling = PROPOSALS[channel]
    proposes, not_now, left_out, add, shown = proposal
    only, cancel, told, stopped, undo, back = cancelling
    type_in(office, organiser, line, channel)
    who = office.person(voter)

    def propose(day: str, at: str) -> dict[str, str]:
        who.click(asked(office, voter), other)
        who.fill({"day": day, "at": at})
        return who.submit()

    assert there in str(propose("2026-11-26", "14:30"))
    who.fill({"day": "2026-11-27", "at": "11:00"})
    assert who.submit() == {} and mine in read(asked(office, voter))
    [offer] = [each for each in dm(office, organiser) if proposes in read(each)]
    office.person(organiser).click(offer, not_now)
    office.settle()
    assert left_out in dm_texts(office, organiser) and mine not in read(asked(office, voter))
    assert propose("2026-11-27", "12:00") == {}
    [offer] = [each for each in dm(office, organiser) if proposes in read(each)]
    office.person(organiser).click(offer, add)
    office.settle()
    office.advance(seconds=5)
    assert shown in card(office, channel)

    assert only in type_in(office, voter, f"{poll} {cancel}", channel)
    assert told in type_in(office, organiser, f"{poll} {cancel}", channel)
    assert "✗ ~" in card(office, channel)
    assert any(stopped in each for each in dm_texts(office, voter))
    assert back in type_in(office, organiser, f"{poll} {undo}", channel)
    assert len(asked(office, voter).buttons()) > 3 and len(dm(office, voter)) == 1


def test_another_deadline_moves_the_reminders(atlas: Office) -> None:
    type_in(atlas, "sanne", ASK)
    told = type_in(atlas, "sanne", "/meeting poll extend 1 thursday 12:00")
    assert "Antwoorden kan tot do 26 nov: Sprint review (P-1)" in told
    assert "answer by Thu 26 Nov 12:00" in card(atlas)
    assert "voor het laatste moment" in type_in(atlas, "sanne", "/meeting poll extend 1 2026-12-20")
    assert "Ik zie geen datum" in type_in(atlas, "sanne", "/meeting poll extend 1 whenever it suits")
    atlas.set_clock(datetime(2026, 11, 25, 17, 1))
    assert not any("De tijd is om" in each for each in dm_texts(atlas, "sanne"))
    atlas.set_clock(datetime(2026, 11, 26, 12, 1))
    assert any("De tijd is om" in each for each in dm_texts(atlas, "sanne"))


def test_a_poll_that_nobody_chooses_in_is_said_once_more_and_ends(atlas: Office) -> None:
    type_in(atlas, "tom", ASK.replace("@tom", "@sanne").replace("fri 15:00", "2026-12-10 15:00"))
    atlas.set_clock(datetime(2026, 11, 25, 18, 1))
    atlas.set_clock(datetime(2026, 11, 26, 18, 1))
    assert any("still has no moment" in each for each in dm_texts(atlas, "tom"))
    atlas.set_clock(datetime(2026, 11, 30, 18, 1))
    assert "✗ ~Sprint review~\nended without a choice" in card(atlas)
    assert not any("Plan" in each.buttons() for each in dm(atlas, "tom"))


def test_a_choice_pressed_twice_plans_one_meeting_and_can_be_taken_back(atlas: Office) -> None:
    wire = Wire(atlas.slack)
    type_in(atlas, "sanne", ASK)
    say(atlas, "tom", "Yes", "Yes", "Yes")
    say(atlas, "priya", "Yes", "Yes", "Yes")
    [told] = dm(atlas, "sanne")
    sanne = atlas.person("sanne")
    sanne.click(told, "Plan do 26 nov 10:00")
    wire.again()
    wire.pressed_again()
    assert len([each for each in meetings(atlas) if "P-1" not in each.words()]) == 1
    answer = [each for each in sanne.sees("atlas") + sanne.dm() if "Ongedaan maken" in each.buttons()][-1]
    sanne.click(answer, "Ongedaan maken")
    atlas.settle()
    assert "No answer" not in card(atlas) and "Everybody answered" in card(atlas)
    assert any("✗ ~Sprint review~" in read(each) for each in meetings(atlas))


def test_only_who_is_asked_answers(atlas: Office) -> None:
    type_in(atlas, "sanne", "/meeting poll Retro with @tom: thu 10:00, fri 10:00")
    [found] = posts(atlas)
    [refused] = atlas.person("priya").click(found, "Answer")
    assert "doesn't need your answer" in read(refused)
    atlas.person("tom").click(found, "Answer")
    atlas.person("tom").fill({"1": "Yes", "2": "No"})
    assert atlas.person("tom").submit() == {}
    atlas.advance(seconds=5)
    assert "Everybody answered" in card(atlas)


def test_who_left_is_not_waited_for(atlas: Office) -> None:
    type_in(atlas, "sanne", ASK)
    say(atlas, "tom", "Yes", "Yes", "Yes")
    atlas.happens(lambda: atlas.slack.remove_member("atlas", "priya"))
    atlas.advance(seconds=6)
    assert "Everybody answered" in card(atlas)
    assert any("Iedereen heeft geantwoord" in each for each in dm_texts(atlas, "sanne"))
    assert "Sprint review" in type_in(atlas, "sanne", "/meeting polls")
    assert "priya" not in type_in(atlas, "sanne", "/meeting poll 1")
