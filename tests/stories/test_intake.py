"""Notes that come from Slack itself: a thread, lines typed along in a meeting, notes of other tools."""

from datetime import datetime

from bot.sandbox import actions
from bot.sandbox.state import Message
from handlers.slack.client import PAGE
from tests.kit.office import Office
from tests.kit.story import answer, dm, last_whisper, meetings, read, type_in, words

HUDDLE = b"""<h1>Huddle</h1><h2>Besluiten</h2><ul><li><p>we verhuizen op 12 december</p></li></ul>
<h2>Actiepunten</h2><ul><li class="checked">klaar</li><li>Joost: bel de verhuizer (vrijdag)</li></ul>"""
SHORTCUT = "Minutes from this thread"
CALL = b"WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v Tom>I'll call the bank by Friday.\n"


def say_all(office: Office, root: Message, lines: tuple[tuple[str, str], ...]) -> list[Message]:
    said = [office.person(who).say(text, root.channel, root.ts) for who, text in lines]
    office.settle()
    return said


def test_a_thread_is_made_into_minutes_for_who_asks_and_the_same_thread_is_the_same_draft(
    atlas: Office,
) -> None:
    tom = atlas.person("tom")
    root = tom.say(
        "DECISION: we go live in January", "atlas", files={"more.txt": b"ACTION: Sanne - buy paint"}
    )
    lines = say_all(atlas, root, (("priya", "I'll send the report by Friday"), ("sanne", "Thanks all")))
    tom.message_shortcut(lines[0], SHORTCUT)
    atlas.settle()
    assert "I'm reading the thread" in last_whisper(atlas, "tom")
    concept = read(dm(atlas, "tom")[-1])
    assert "1 decision, 2 actions found" in concept and "priya · send the report · Fri 27 Nov" in concept
    assert "sanne · buy paint" in concept
    atlas.set_clock(datetime(2026, 11, 23, 9, 5))
    tom.message_shortcut(root, SHORTCUT)
    atlas.settle()
    assert "N-1" in read(dm(atlas, "tom")[-1]) and "goes on below" in read(dm(atlas, "tom")[-2])

    atlas.person("priya").edit(lines[0], "ACTION: Tom to send the report")
    atlas.person("sanne").delete(lines[1])
    atlas.set_clock(datetime(2026, 11, 23, 9, 10))
    tom.message_shortcut(root, SHORTCUT)
    atlas.settle()
    concept = read(dm(atlas, "tom")[-1])
    assert "N-2" in concept and "tom · send the report · no date" in concept
    assert dm(atlas, "priya") == []


def test_what_cannot_be_minutes_is_said(office: Office) -> None:
    tom, slack = office.person("tom"), office.slack
    slack.add_user("sven", team="T0ELSEWHERE")
    slack.add_member("atlas", "sven")
    root = office.person("sven").say("I'll pay", "atlas")
    tom.message_shortcut(root, SHORTCUT)
    office.settle()
    assert "no project" in last_whisper(office, "tom")
    office.project("atlas")
    office.set_clock(datetime(2026, 11, 23, 9, 5))
    tom.message_shortcut(root, SHORTCUT)
    office.settle()
    assert "I find nothing for minutes in that thread" in last_whisper(office, "tom")
    for number in range(PAGE + 1):
        actions.post(slack.ws, root.channel, tom.id, f"ACTION: Tom - job {number}", thread_ts=root.ts)
    office.set_clock(datetime(2026, 11, 23, 9, 10))
    tom.message_shortcut(root, SHORTCUT)
    office.settle()
    said = last_whisper(office, "tom")
    assert "Not in the draft of the thread: 1 message of people from other organisations." in said
    assert "200 actions found" in read(dm(office, "tom")[-1])


def test_typed_along_in_the_thread_of_a_meeting(atlas: Office) -> None:
    tom, priya = atlas.person("tom"), atlas.person("priya")
    type_in(atlas, "tom", "/meeting Sprint review with @priya today 14:00 45m")
    [card] = meetings(atlas)
    early = priya.say("ACTION: Tom to bring cake", "atlas", card.ts)
    atlas.set_clock(datetime(2026, 11, 23, 14, 5))
    said = say_all(
        atlas,
        card,
        (
            ("priya", "TOPIC: the portal"),
            ("priya", "Decision - we open it in Februari"),
            ("tom", "s/Februari/January/"),
            ("tom", "shall we have a break?"),
            ("tom", "action: Priya to call the supplier by Friday"),
            ("priya", "PARK: the new logo"),
            ("priya", "present+"),
            ("tom", "ACTION"),
            ("tom", "s/nowhere/x/"),
            ("priya", "> Action, Tom: buy paint"),
        ),
    )
    unheard = [each.text for each in said if not each.reactions]
    assert unheard == ["shall we have a break?", "ACTION", "s/nowhere/x/"]
    assert not early.reactions and len(dm(atlas, "tom")) == 1
    priya.delete(said[5])
    atlas.set_clock(datetime(2026, 11, 23, 14, 46))
    atlas.settle()
    asked = dm(atlas, "tom")[-1]
    assert read(asked).startswith("Sprint review is over. 7 lines were typed along in its thread.")
    assert asked.buttons() == ["Draft from the thread", "Paste notes", "No notes this time"]
    tom.click(asked, "Draft from the thread")
    atlas.settle()
    concept = read(dm(atlas, "tom")[-1])
    assert concept.startswith("Sprint review: 1 decision, 2 actions found")
    assert "tom · buy paint" in concept
    assert "we open it in January" in concept and "priya · call the supplier · Fri 27 Nov" in concept
    assert "cake" not in concept


def test_in_dutch_typed_along(molen: Office) -> None:
    type_in(molen, "sanne", "/spil overleg Verhuizing met @joost vandaag 14:00 45m", "molen")
    [card] = meetings(molen, "molen")
    molen.set_clock(datetime(2026, 11, 23, 14, 5))
    said = say_all(
        molen,
        card,
        (
            ("sanne", "#undo"),
            ("joost", "BESLUIT: we verhuizen op 12 december"),
            ("sanne", "actie: Joost belt de verhuizer vrijdag"),
            ("sanne", "actie: Joost belt de bakker"),
            ("sanne", "#undo"),
            ("joost", "Ristico: de lift is kapot"),
        ),
    )
    assert [each.text for each in said if not each.reactions] == ["#undo"]
    molen.set_clock(datetime(2026, 11, 23, 14, 46))
    molen.settle()
    asked = dm(molen, "sanne")[-1]
    assert read(asked).startswith("Verhuizing is voorbij. In de thread zijn 5 regels meegetypt.")
    molen.person("sanne").click(asked, "Concept uit de thread")
    molen.settle()
    concept = read(dm(molen, "sanne")[-1])
    assert concept.startswith("Verhuizing: 1 besluit, 1 actie gevonden") and "bakker" not in concept


def test_notes_that_somebody_shares_are_asked_about_once(atlas: Office) -> None:
    tom, priya = atlas.person("tom"), atlas.person("priya")
    type_in(atlas, "tom", "/meeting Sprint review with @priya today 14:00 45m")
    atlas.set_clock(datetime(2026, 11, 23, 14, 30))
    quiet = len(dm(atlas, "tom"))
    priya.say("", "atlas", files={"budget.txt": b"ACTION: Tom - pay", "release notes.md": b"x"})
    atlas.settle()
    assert len(dm(atlas, "tom")) == quiet
    priya.say("", "atlas", files={"review.vtt": CALL})
    atlas.settle()
    asked = dm(atlas, "tom")[-1]
    assert "priya shared review.vtt in #atlas. Shall I draft minutes from these notes?" in read(asked)
    assert asked.buttons() == ["Draft them", "No, not from files here"] and dm(atlas, "priya")[-1:] != [asked]
    tom.click(asked, "Draft them")
    atlas.settle()
    assert "I'm reading review.vtt, and I'll send you the draft." in read(dm(atlas, "tom")[-2])
    concept = read(dm(atlas, "tom")[-1])
    assert (
        concept.startswith("Sprint review: 1 action found") and "tom · call the bank · Fri 27 Nov" in concept
    )


def test_of_what_a_guest_shares_the_project_manager_is_asked(atlas: Office) -> None:
    atlas.prefers("sanne")
    atlas.person("gina").say("", "atlas", files={"review.vtt": CALL})
    atlas.settle()
    asked = dm(atlas, "sanne")[-1]
    assert "gina deelde review.vtt in #atlas. Zal ik van deze aantekeningen" in read(asked)
    assert dm(atlas, "gina") == []
    atlas.person("sanne").click(asked, "Maak concept")
    atlas.settle()
    assert "1 actie gevonden" in read(dm(atlas, "sanne")[-1])


def test_in_dutch_a_huddle_is_asked_about_until_somebody_says_no(molen: Office) -> None:
    sanne, notes = molen.person("sanne"), {"Huddle notes 23 november.canvas": HUDDLE}
    type_in(molen, "sanne", "/spil overleg Verhuizing met @joost vandaag 9:30 45m", "molen")
    molen.set_clock(datetime(2026, 11, 23, 9, 45))
    molen.person("joost").say("", "molen", files=notes)
    molen.settle()
    asked = dm(molen, "sanne")[-1]
    assert "Huddle notes 23 november staat in #molen. Zal ik van deze aantekeningen" in read(asked)
    sanne.click(asked, "Maak concept")
    molen.settle()
    assert "1 besluit, 1 actie gevonden" in read(dm(molen, "sanne")[-1])
    assert "joost · bel de verhuizer · vr 27 nov" in read(dm(molen, "sanne")[-1])
    molen.person("joost").say("", "molen", files={"Huddle notes 2.canvas": HUDDLE})
    molen.settle()
    assert "Zal ik" not in read(dm(molen, "sanne")[-1])  # of that meeting there are minutes

    molen.set_clock(datetime(2026, 11, 23, 12))
    molen.person("joost").say("", "molen", files={"Huddle notes 3.canvas": HUDDLE})
    molen.settle()
    joost = molen.person("joost")
    asked = dm(molen, "joost")[-1]
    joost.click(asked, "Nee, hier niet bij huddles")
    molen.settle()
    assert "niet meer naar huddle-aantekeningen" in read(dm(molen, "joost")[-1])
    before = len(dm(molen, "joost"))
    joost.say("", "molen", files={"Huddle notes 4.canvas": HUDDLE})
    molen.settle()
    assert len(dm(molen, "joost")) == before
    summary = answer(molen, "joost", "/spil project", "molen")
    assert "Bied aan notulen te maken van: gedeelde aantekeningen en transcripties" in read(summary)
    joost.click(summary, "Wijzigen")
    joost.fill({"notes_asked": ["aantekeningen van huddles"]})
    assert joost.submit() == {}
    joost.say("", "molen", files={"Huddle notes 5.canvas": HUDDLE})
    molen.settle()
    assert "Huddle notes 5" in read(dm(molen, "joost")[-1])


def test_a_shared_file_that_is_gone_closed_or_too_large_is_said_to_be(atlas: Office) -> None:
    tom, ws = atlas.person("tom"), atlas.slack.ws
    sent = [
        tom.say("", "atlas", files={f"meeting notes {each}.txt": b"a" * size})
        for each, size in enumerate((9, 9, 10_000_001), 1)
    ]
    atlas.settle()
    gone, closed, large = dm(atlas, "tom")[-3:]
    assert "You shared meeting notes 1.txt in #atlas." in read(gone)
    ws.files[sent[0].files[0]].deleted = True
    tom.click(gone, "Draft them")
    tom.click(large, "Draft them")
    atlas.settle()
    assert ws.app is not None
    ws.app.scopes.remove("files:read")
    tom.click(closed, "Draft them")
    said = "\n".join(words(dm(atlas, "tom")[3:]))
    assert "I can't open meeting notes 1.txt: it's deleted, or not shared in this project's channel" in said
    assert "Slack doesn't let me open meeting notes 2.txt: I lack `files:read`." in said
    assert "meeting notes 3.txt is larger than 10 MB" in said


def test_a_file_is_read_by_its_address_where_it_was_shared_in_the_channel(atlas: Office) -> None:
    tom = atlas.person("tom")
    [shared] = tom.say("", "atlas", files={"budget.txt": b"ACTION: Tom - pay the bill - Friday"}).files
    [other] = atlas.person("sanne").say("", "molen", files={"secret.txt": b"ACTION: Tom - know it"}).files
    for file, name in ((shared, "budget.txt"), (other, "secret.txt")):
        said = type_in(atlas, "tom", f"/minutes https://local.slack.com/files/U0000000002/{file}/{name}")
        assert f"I'm reading {name}" in said
    atlas.settle()
    assert [each for each in words(dm(atlas, "tom")) if "tom · pay the bill · Fri 27 Nov" in each]
    assert "I can't open secret.txt" in last_whisper(atlas, "tom")
    assert "know it" not in "".join(words(dm(atlas, "tom")))
    [canvas] = tom.say("", "atlas", files={"Review.canvas": HUDDLE}).files
    assert f"I'm reading {canvas}" in type_in(atlas, "tom", f"/minutes https://x.slack.com/docs/T1/{canvas}")
    atlas.settle()
    assert [each for each in words(dm(atlas, "tom")) if "Review: 1 decision" in each]
