"""What somebody undertakes in the middle of a sentence, in the words of clubs and committees, and what only
looks like it. All invented."""

import pytest

from bot.minutes.extraction.extract import draft

PEOPLE = "Present: Ann Bell, Bo Ek, Cy Dean\n\n"


@pytest.mark.parametrize(
    ("notes", "owner", "text"),
    [
        ("Most hinges are fine, but Bo agreed to oil the oldest one.", "Bo", "oil the oldest one"),
        ("Still no answer from the mason, CD to chase him.", "CD", "chase him"),
        ("Gate – nearly ready. Bo to paint it.", "Bo", "Gate – nearly ready – paint it"),
        ("New hinges Bo to ask the smith.", "Bo", "ask the smith"),
        ("Lamps: broken again? - Bo to order new ones", "Bo", "order new ones"),
        ("The next fair (Bo will talk to the school)", "Bo", "talk to the school"),
        ("Bo takes the action item to write to the donors.", "Bo", "write to the donors"),
        ("The letter is ready, Bo took an action to post it today.", "Bo", "post it"),
        ("Bo and Cy will be working on the rota.", "Bo and Cy", "be working on the rota"),
        ("Bo will get some prices for the lamps.", "Bo", "get some prices for the lamps"),
        ("Bo needs to renew the licence.", "Bo", "renew the licence"),
        ("Bo would look for a mason.", "Bo", "look for a mason"),
        ("Bo will kindly move the bench.", "Bo", "move the bench"),
        ("Recording clerk will include the graph.", "Recording clerk", "include the graph"),
        ("The committee will ask the school for its hall.", "The committee", "ask the school for its hall"),
        ("Bo has seen the hall. He will book it soon.", "Bo", "Bo has seen the hall – book it soon"),
        ("Bo heeft de zaal gezien. Hij zal de beheerder bellen.", "Bo", "de beheerder bellen"),
        ("It was agreed that Bo will draft a reply to the Y.M.C.A. about the hall.", "Bo",
         "draft a reply to the Y.M.C.A. about the hall"),
        ("## Agenda\n- The gate was bought, Bo will paint it red", "Bo", "paint it red"),
        ("New lamps to be bought - CD", "CD", "New lamps to be bought"),
        ("The path must be swept [CD]", "CD", "The path must be swept"),
        ("De zaal moet leeg (CD)", "CD", "De zaal moet leeg"),
        ("A text for the site – Bo to do", "Bo", "A text for the site"),
        ("Bo, can you book the hall?", "Bo", "book the hall"),
        ("Could you please book the hall, Bo?", "Bo", "book the hall"),
        ("Bo should check the lamps.", "Bo", "check the lamps"),
        ("Bo mentioned that he would check the lamps.", "Bo", "check the lamps"),
        ("Bo offered to be in charge of the tea.", "Bo", "be in charge of the tea"),
        ("Di Fox has kindly offered to sew the flags.", "Di Fox", "sew the flags"),
        ("Fees by bank – Di Fox to add it to the form.", "Di Fox", "add it to the form"),
        ("The forum in May: Bo, Cy and Ann to represent us.", "Bo, Cy and Ann", "represent us"),
        ("Tea for the fair, Bo and Cy have offered to help.", "Bo and Cy", "Tea for the fair – help"),
        ("Bo is happy to share the key.", "Bo", "share the key"),
    ],
)  # fmt: skip
def test_a_person_who_is_known_undertakes_it_anywhere_in_a_sentence(
    notes: str, owner: str, text: str
) -> None:
    assert [(item.owner, item.text) for item in draft(PEOPLE + notes).actions] == [(owner, text)]


def test_letters_that_are_a_word_too_are_somebody_in_capitals() -> None:
    notes = "Present: Al Stone, Bo Ek\n\nGate – AS to ask the smith. As to the lamps, nothing is known."
    assert [(item.owner, item.text) for item in draft(notes).actions] == [("AS", "ask the smith")]


def test_an_item_with_its_own_owner_is_not_whose_list_stands_above_it() -> None:
    notes = (
        "Present: Ann Bell, Bo Ek, Cy Dam\n\nActions\n\n- **Ann:**\n\n  - Call the printer.\n\n"
        "- **Bo, Cy:** Book the hall.\n\n- **Cy:** Make the page.\n"
    )
    assert [(item.owner, item.text) for item in draft(notes).actions] == [
        ("Ann", "Call the printer"),
        ("Bo, Cy", "Book the hall"),
        ("Cy", "Make the page"),
    ]


def test_two_tasks_that_somebody_is_given_make_a_person_of_them() -> None:
    notes = "- Zed to ask the school\n- Lamps – Zed will check the wires\n- Rain to hold the fair up"
    assert [(item.owner, item.text) for item in draft(notes).actions] == [
        ("Zed", "ask the school"),
        ("Zed", "check the wires"),
    ]


@pytest.mark.parametrize(
    "notes",
    [
        "If Bo will come, the fair can go on.",
        "There was a letter from Bo to members.",
        "A hall with room for Bo to look around in was found.",
        "Somebody should sweep the path, and Bo offered to do that.",
        "Bo would like a red gate.",
        "Bo will probably paint the gate.",
        "The gate is hard to open. It will rust.",
        "The gate is cold, he said (CD)",
        "Bo, can you explain the figures?",
        "Somebody should sweep the path.",
        "Bo suggest we leave the gate open",
        "- Point to keep in mind the lamps",
        "AOB  Need to find out about the keys",
    ],
)
def test_what_tells_of_somebody_gives_no_task(notes: str) -> None:
    assert [item.text for item in draft(PEOPLE + notes).actions] == []


@pytest.mark.parametrize(
    ("notes", "text"),
    [
        ("Looked at it and discussed.\n\nDiscussed and decided not to hold a fair.", "not to hold a fair"),
        ("The group votes in favour to test the new rota.", "test the new rota"),
        ("Bo moved for $90 to buy lamps. Cy seconded. Motion carried unanimously.", "$90 to buy lamps"),
        ("MOTION: Bo made a motion to hire a mason. It is needed. Cy seconded. The motion passed.",
         "hire a mason. It is needed"),
        ("Motion: that the lease ends in May. Moved Bo, seconded Cy. Unanimously passed.",
         "that the lease ends in May"),
        ("- Lamps - approved", "Lamps"),
        ("- Agree on a date for the next fair - Agreed to hold it in May", "hold it in May"),
        ("Fire Policy Approved", "Fire Policy"),
        ("A fair in the first week of May was agreed.", "A fair in the first week of May was agreed"),
        ("It was suggested that the path be swept. This was agreed.",
         "the path be swept"),
        ("## Topics\n- It was decided that the gate stays shut", "the gate stays shut"),
    ],
)  # fmt: skip
def test_a_decision_is_read_from_what_a_group_did(notes: str, text: str) -> None:
    assert [item.text for item in draft(PEOPLE + notes).decisions] == [text]


def test_a_list_stands_below_what_says_that_it_was_decided() -> None:
    english = "- It was decided that:\n  - the gate stays shut\n  - the lamps go\n\n"
    notes = f"{english}Besloten is dat:\n- de hal dicht gaat"
    decided = [item.text for item in draft(PEOPLE + notes).decisions]
    assert decided == ["the gate stays shut", "the lamps go", "de hal dicht gaat"]


@pytest.mark.parametrize(
    "notes", ["Due to Bo being elected as president the seat is free.", "Bo: agreed.", "Not agreed to go on."]
)
def test_what_was_decided_elsewhere_is_no_decision(notes: str) -> None:
    assert [item.text for item in draft(PEOPLE + notes).decisions] == []


@pytest.mark.parametrize(
    ("notes", "present"),
    [
        ("# Present\n\nzolder, Demo, Rex_it, Monk, Elf, Tove\n\n# Notes\n", None),
        (
            "Board present: Ann Bell, President, Bo and Cy Ek, co-Treasurers.\n",
            ["Ann Bell", "Bo Ek", "Cy Ek"],
        ),
        (
            "Minutes of Meeting\nAnn Bell Bo Ek Cy Dean Dora Fox\n1. Apologies\nApologies from Ed Gil\n",
            ["Ann Bell", "Bo Ek", "Cy Dean", "Dora Fox"],
        ),
        ("Our New Club House Needs Paint From Somebody Soon\n1. Apologies\nApologies from Ed Gil\n", []),
        ("Attendees: Six owners were in attendance.\n", []),
        (
            "Present; Mr Al Bell (Chairman), Mrs Bea Ek (Treasurer) Mrs Cy Dean, Mr D Fox & Mr E Gil.\n",
            ["Al Bell", "Bea Ek", "Cy Dean", "D Fox", "E Gil"],
        ),
        (
            "| Init | Name | Present | Apologies |\n| - | - | - | - |\n| AB | Ann Bell | | \\+ |\n"
            "| BE | Bo Ek | \\+ | |\n| CD | Cy Dean | \\+ | |\n",
            ["Bo Ek", "Cy Dean"],
        ),
        (
            "Present:     Ann Bell\n             Bo Ek\n             Cy Dean\n\nGate\n",
            ["Ann Bell", "Bo Ek", "Cy Dean"],
        ),
        (
            "Present: Ann Bell, Bo Ek, Cy\nDean, Di Fox\n\n1. The gate was mended.",
            ["Ann Bell", "Bo Ek", "Cy Dean", "Di Fox"],
        ),
        (
            "Aanwezig: Ans Bol, Bo de Ek, Cor\nDam, Els Fok\n\n1. De poort is gemaakt.",
            ["Ans Bol", "Bo de Ek", "Cor Dam", "Els Fok"],
        ),
    ],
)
def test_nicks_are_people_and_offices_and_numbers_are_not(notes: str, present: list[str] | None) -> None:
    read = draft(notes)
    assert list(read.attendees) == (present if present is not None else notes.split("\n")[2].split(", "))
    assert read.actions == ()


def test_what_a_bot_summed_up_keeps_its_verb_and_loses_its_stamp() -> None:
    log = "* ACTION: @ann Book the hall (@bo:host.im, 14:11:34)\n* ACTION: rosa will call Bo (bo, 14:12:01)"
    found = [(item.owner, item.text, item.due) for item in draft(log).actions]
    assert found == [("@ann", "Book the hall", None), ("rosa", "call Bo", None)]


UNDERTAKEN = [
    ("Ann told of the poll. She will bring its results.", "Ann: bring its results"),
    ("Hall poll: Ann told of it. She will bring the results.", "Ann: bring the results"),
    ("Ann has paid the hall; she will mail the key.", "Ann: mail the key"),
    ("Ann belde de drukker; zij zal de offerte opvragen.", "Ann: de offerte opvragen"),
    ("Ann Lee, our auditor, will pay these bills.", "Ann Lee: pay these bills"),
    ("All team members will e-mail Bo.", "All team members: e-mail Bo"),
    ("All to think of a name.", "All: think of a name"),
    ("Ann now to request a key.", "Ann: request a key"),
    ("Ann and Bo to serve two-year terms.", ""),
    ("Cy opened by asking Ann to update the group.", ""),
    ("Next steps – after the fair\n1. Call the yard\n2. Get all of our groups going – Ann will call Bo",
     "None: Call the yard|Ann: Get all of our groups going – Ann will call Bo"),
    ("3.2 Hall\nAction points:\nAnn to call the yard.\n3.3 Fair\nIt is in May.", "Ann: call the yard"),
    ("| Task | Res(1) | Due |\n|---|---|---|\n| Buy a mop | Ann | 5 May |", "Ann: Buy a mop"),
    ("| Decision/Action | By |\n|---|---|\n| Agreed to shut the gate | |\n| Call Bo | Ann |", "Ann: Call Bo"),
    ("Decisions and actions:\n- The gate is shut\n- Ann to call Bo", "Ann: call Bo"),
    ("Action items:\n1. Ann to call the yard. 2. Bo will mail it. 3. Ann to buy tea.",
     "Ann: call the yard|Bo: mail it|Ann: buy tea"),
    ("Acties: 1) Ann belt de drukker 2) Bo mailt de lijst", "Ann: belt de drukker|Bo: mailt de lijst"),
    ("Di will call the yard and Ed offered to make cards.", "Di: call the yard|Ed: make cards"),
    ("Member Lee will attend in May, and Member Ek will attend in June.",
     "Lee: attend in May|Ek: attend in June"),
    ("Ann has seen the hall. She will book it.", "Ann: Ann has seen the hall – book it"),
    ("Di will continue as treasurer and Ed as editor.", ""),
    ("All delegates present agreed to sell tickets.", "All delegates present: sell tickets"),
    ("Each team will write a report.", "Each team: write a report"),
    ("The list is to be put on the site / Bo", "Bo: The list is to be put on the site"),
    ("The list is on the site / Bo", ""),
    ("The hall is cold. It was agreed to buy a heater. (Action: Treasurer)", "Treasurer: buy a heater"),
    ("We need to ask Cy for paint. (Action: Ann) The gate should be red. (Action: Hall Captain).",
     "Ann: We need to ask Cy for paint|Hall Captain: The gate should be red"),
    ("It is cold. (Action: Ann) Call the yard.", "Ann: Call the yard"),
    ("Action points\nAnn to buy a book.\n- Fair\nThe fair was fine.\n- Fence", "Ann: buy a book"),
    ("Actions\nAnn to buy a book.\n- Bo: call Cy", "Ann: buy a book|Bo: call Cy"),
    ("Ann told of the poll. She will reply to the town.", "Ann: reply to the town"),
    ("Ann is busy with the books, but she still needs to remove the twins.", "Ann: remove the twins"),
    ("The raffle was fine, DK agreed to ask the shops for more.", "DK: ask the shops for more"),
    ("Di asked for a key. The key is old, Di will ask for one more. We met Di.", "Di: ask for one more"),
    ("- 1. Ann to buy paint. ⓓⓞⓝⓔ\n- 2. Bo to call Cy. done\n- 3. Bo to mow the lawn.", "Bo: mow the lawn"),
    ("The gate at the back is old. Ann to follow up.", "Ann: The gate at the back is old – follow up"),
    ("We spoke of a fee for the fair. Ann will run this by Cy.",
     "Ann: We spoke of a fee for the fair – run this by Cy"),
    ("5 May: the fair on the green, Bo to follow up", "Bo: 5 May: the fair on the green – follow up"),
    ("Ann to follow up.", "Ann: follow up"),
    ("Action for Ann to read the plan. Bo notes that it is long.", "Ann: read the plan"),
    ("We need 1. paint for it and 2. a new brush", ""),
    ("@ann: Will also mail the report\n@bo: good\n@ann: and so on\n@bo: yes", "@ann: mail the report"),
]  # fmt: skip


def test_who_undertakes_what_in_more_shapes() -> None:
    for notes, found in UNDERTAKEN:
        items = draft(f"Present: Ann Lee, Bo Ek\n\n{notes}").actions
        assert "|".join(f"{item.owner}: {item.text}" for item in items) == found, notes
    initials = draft("Present: Eric Nash, Bo Ek\n\nEN agreed to put it on the list.").actions
    assert [(item.owner, item.text) for item in initials] == [("EN", "put it on the list")]


def test_a_day_in_numbers_is_read_as_the_notes_write_days_also_behind_its_weekday() -> None:
    for held, due in (("October 1, 2026", "Monday 10/5"), ("1 October 2026", "Monday 5/10")):
        found = draft(f"Minutes of {held}\nPresent: Ann, Bo\n\nActions\n- Ann to call Cy by {due}").actions
        assert [str(item.day) for item in found] == ["2026-10-05"], held


@pytest.mark.parametrize(
    ("said", "owner", "task"),
    [
        ("Bo will chair the next meeting.", "Bo", "chair the next meeting"),
        ("ACTION: Bo to organise the next meeting.", "Bo", "organise the next meeting"),
        ("Actie: Bo bereidt de volgende vergadering voor.", "Bo", "bereidt de volgende vergadering voor"),
        ("Bo'll mail the vendor.", "Bo", "mail the vendor"),
        ("Bo has taken the task of mailing the vendor.", "Bo", "mailing the vendor"),
        ("The vendor should be mailed by Bo.", "Bo", "The vendor should be mailed"),
        ("- Mail the vendor: Bo", "Bo", "Mail the vendor"),
        ("- Leverancier mailen: Bo", "Bo", "Leverancier mailen"),
    ],
)
def test_what_the_work_is_about_stays_in_it(said: str, owner: str, task: str) -> None:
    found = draft(f"# 2026-05-12\n\nPresent: Ann Lee, Bo Ek\n\n{said}")
    assert [(item.owner, item.text, item.due) for item in found.actions] == [(owner, task, None)]
