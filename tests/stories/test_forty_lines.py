"""Forty pasted lines: gone through, raised with one press, told in one message each, taken back as one."""

import re

from bot.sandbox import Message
from tests.kit.office import Office
from tests.kit.story import (
    answers,
    cards,
    dm,
    form,
    last_whisper,
    posts,
    read,
    replies,
    type_in,
    whispers,
)

TEXTS = [f"{verb} {what}" for verb in ("check", "order", "write", "test", "plan") for what in "abcdefgh"]
FORTY = "\n".join(
    f"- @{who} {text} part by Friday" for who, text in zip(["tom", "priya"] * 20, TEXTS, strict=True)
)
MANY = re.compile(r"\d action items|\d actiepunten|added action items")
VEERTIG = "\n".join(
    f"{number}. {who}: regel deel {text.split()[1]} van {text.split()[0]} - vrijdag"
    for number, (who, text) in enumerate(zip(["joost", "sanne"] * 20, TEXTS, strict=True), start=1)
)


def paste(office: Office, name: str, lines: str, channel: str = "atlas") -> str:
    """What the form that opens shows."""
    office.person(name).command(f"/action {lines}", channel)
    return form(office, name)


def test_who_has_one_of_the_lines_is_asked_as_for_any_and_the_first_message_says_who_writes(
    atlas: Office,
) -> None:
    paste(atlas, "tom", "- @priya test a by Friday\n- @sanne test b by Friday\n- @sanne test c by Friday")
    assert atlas.person("tom").submit() == {}
    [one], [two] = dm(atlas, "priya"), dm(atlas, "sanne")
    assert read(one).startswith("tom asks you: test a") and one.buttons()[0] == "I'll do it"
    assert "tom vraagt je om 2 actiepunten" in read(two)
    assert "I'm Spil" in read(one) and "Ik ben Spil" in read(two)
    atlas.person("priya").click(one, "I'll do it")
    assert read(dm(atlas, "priya")[0]).startswith("You're on it: test a")
    type_in(atlas, "tom", "/action undo")
    assert len(dm(atlas, "priya")) == 1


def test_forty_lines_become_forty_items_with_one_message_each_and_go_back_as_one(atlas: Office) -> None:
    sanne, tom, priya = atlas.person("sanne"), atlas.person("tom"), atlas.person("priya")
    shown = paste(atlas, "tom", FORTY)
    assert "40 of 40 lines become action items" in shown and "Add 40 action items" in shown
    assert "40 · plan h part\\npriya · Fri 27 Nov (wk 48)" in shown
    assert cards(atlas) == []

    tom.choose(tom.modal, "action_items.line_tick", [], "line_3")
    assert "Add 39 action items" in form(atlas, "tom")
    tom.choose(tom.modal, "action_items.line_tick", [], "line_7")
    assert tom.submit() == {}
    [head] = posted(atlas)
    assert read(head).startswith("tom added 38 action items · priya 20, tom 18 · Fri 27 Nov")
    [listed] = replies(atlas, head)
    assert "check a part · tom · Fri 27 Nov · A-1" in read(listed)
    assert "plan h part · priya · Fri 27 Nov · A-38" in read(listed)
    assert "Added: 38 action items (A-1 – A-38). Left out: line 3, 7" in last_whisper(atlas, "tom")
    [mine] = dm(atlas, "priya")
    assert "tom asks you for 20 action items" in read(mine) and "and 15 more" in read(mine)
    assert mine.buttons()[:2] == ["I'll do these", "Go through them"]
    assert dm(atlas, "tom") == [] and dm(atlas, "sanne") == []

    priya.click(mine, "Go through them")
    everything = dm(atlas, "priya")[-1]
    assert everything.buttons().count("Done") == 20
    priya.click(everything, "Done", "A-38")
    [head] = posted(atlas)
    assert "1 done" in read(head) and "✓ plan h part" in read(replies(atlas, head)[0])
    mine, everything = dm(atlas, "priya")
    assert "1 done" in read(mine)
    assert "✓ plan h part" in read(everything) and everything.buttons().count("Done") == 19
    priya.choose(everything, "action_items.card_of", "plan f part · A-36")
    assert "plan f part" in read(dm(atlas, "priya")[-1])

    sanne.command("/action give 36 @sanne", "atlas")
    assert "plan f part · is now with sanne · A-36" in read(dm(atlas, "priya")[1])
    [head] = posted(atlas)
    assert "plan f part · sanne" in read(replies(atlas, head)[0]) and "priya 19, tom 18, sanne 1" in read(
        head
    )


def posted(office: Office, channel: str = "atlas") -> list[Message]:
    """What stands in the channel itself about items added together."""
    return [each for each in posts(office, channel) if not each.is_reply and MANY.search(read(each))]


def test_their_owner_takes_all_of_them_on_with_one_press(atlas: Office) -> None:
    priya = atlas.person("priya")
    paste(atlas, "tom", FORTY)
    assert atlas.person("tom").submit() == {}
    [mine] = dm(atlas, "priya")
    priya.click(mine, "I'll do these")
    [mine] = dm(atlas, "priya")
    assert "You'll do these" in read(mine) and "I'll do these" not in mine.buttons()
    assert "accepted" in type_in(atlas, "tom", "/action history 2")
    assert "Undone: 20 action items" in type_in(atlas, "priya", "/action undo")
    assert "I'll do these" in dm(atlas, "priya")[0].buttons()


def test_what_nobody_has_is_given_to_one_person_and_back(atlas: Office) -> None:
    sanne = atlas.person("sanne")
    paste(atlas, "tom", "- @tom write the plan\n- call the supplier by Friday\n- order chairs by 10 December")
    assert atlas.person("tom").submit() == {}
    [head] = posted(atlas)
    assert "tom added 3 action items · tom 1, 2 without an owner · 27 Nov – 10 Dec" in read(head)
    sanne.choose(head, "Who takes these 2?", "priya")
    given = whispers(atlas, "sanne")[-1]
    assert "Overgedragen aan priya: 2 actiepunten." in read(given)
    [head] = posted(atlas)
    assert "priya 2, tom 1" in read(head) and "without" not in read(head)
    assert any("gave you 2 action items" in read(each) for each in dm(atlas, "priya"))
    sanne.click(given, "Ongedaan maken")
    assert "2 without an owner" in read(posted(atlas)[0])

    sanne.click(posted(atlas)[0], "Show all")
    shown = whispers(atlas, "sanne")[-1]
    assert "3 actiepunten · alle · samen toegevoegd" in read(shown) and "order chairs" in read(shown)


def test_the_whole_of_it_is_taken_back_with_one_press(atlas: Office) -> None:
    tom = atlas.person("tom")
    paste(atlas, "tom", FORTY)
    assert tom.submit() == {}
    atlas.settle()
    [confirmed] = whispers(atlas, "tom")
    tom.click(confirmed, "Undo")
    [head] = posted(atlas)
    assert read(head) == "tom added action items and took them back" and not head.buttons()
    assert read(replies(atlas, head)[0]).count("✗ ") == 40
    [mine] = dm(atlas, "priya")
    assert (
        "None of the action items that tom added for you is yours any more" in read(mine)
        and not mine.buttons()[:-1]
    )


def test_veertig_regels_in_het_nederlands(molen: Office) -> None:
    sanne, joost = molen.person("sanne"), molen.person("joost")
    sanne.command(f"/spil actie {VEERTIG}", "molen")
    shown = form(molen, "sanne")
    assert "40 van 40 regels worden actiepunten" in shown and "Voeg 40 actiepunten toe" in shown
    assert "1 · regel deel a van check\\njoost · vr 27 nov (wk 48)" in shown
    assert sanne.submit() == {}
    [head] = posted(molen, "molen")
    assert read(head).startswith("sanne voegde 40 actiepunten toe · joost 20, sanne 20 · vr 27 nov")
    assert "regel deel a van check · joost · vr 27 nov · A-1" in read(replies(molen, head)[0])
    assert "Toegevoegd: 40 actiepunten (A-1 – A-40)." in last_whisper(molen, "sanne", "molen")
    [his] = dm(molen, "joost")
    assert "sanne vraagt je om 20 actiepunten" in read(his)
    assert his.buttons()[:2] == ["Pak ik op", "Loop ze door"]
    joost.click(his, "Pak ik op")
    assert "Jij pakt deze op" in read(dm(molen, "joost")[0])


def test_in_het_nederlands_pakt_iemand_wat_niemand_heeft(molen: Office) -> None:
    sanne = molen.person("sanne")
    sanne.command("/spil actie - bel de verhuizer\n- bestel dozen uiterlijk vrijdag", "molen")
    assert sanne.submit() == {}
    [head] = posted(molen, "molen")
    assert "sanne voegde 2 actiepunten toe · 2 zonder actiehouder · vr 27 nov" in read(head)
    sanne.choose(head, "Wie pakt deze 2?", "joost")
    assert "Overgedragen aan joost: 2 actiepunten." in last_whisper(molen, "sanne", "molen")
    assert "joost 2" in read(posted(molen, "molen")[0])


UNCLEAR = """\
Actions of Monday:
- @nobody call the supplier by Friday
- @tom @priya test the build by Friday
- order chairs
- @gina clean up 20-11-2026
- @tom book the room by 03/04
- [x] Tom: done before
- update the risk log
    with what Priya found
- Priya: write the plan
- priya: Write plan
"""


def test_what_is_not_clear_is_said_line_by_line_and_chosen_in_place(atlas: Office) -> None:
    tom = atlas.person("tom")
    tom.command("/action @priya write the plan by Friday", "atlas")
    shown = paste(atlas, "tom", UNCLEAR)
    for said in (
        "1 · Actions of Monday:\\nNot ticked: a heading",
        "⚠ I don't know “nobody”",
        "more than one person: choose one owner",
        "4 · order chairs\\n⚠ nobody yet · no date",
        "“gina” is a guest",
        "Fri 20 Nov (wk 47) has passed",
        "⚠ the date can be read in more than one way",
        "7 · done before\\ntom · no date\\nNot ticked: ticked off already",
        "8 · update the risk log with what Priya found",
        "Not ticked: looks like",
        "6 of 10 lines become action items",
        "In 6 of them something is missing or not clear",
    ):
        assert said in shown, said
    tom.choose(tom.modal, "action_items.line_owner/2", "priya")
    tom.choose(tom.modal, "action_items.line_due/4", "2026-12-01")
    tom.click(tom.modal, "Thu 4 Mar 2027")
    assert "priya · Fri 27 Nov" in form(atlas, "tom") and "I don't know" not in form(atlas, "tom")
    tom.choose(tom.modal, "action_items.line_owner/4", "gina")
    assert "is a guest" in form(atlas, "tom")
    tom.close_modal()

    tom.choose(tom.modal, "Change a line", "8")
    tom.fill({"text": "update the whole risk log", "owner": "tom", "due": "2026-11-01"})
    assert "has passed" in tom.submit()["due"]
    tom.fill({"due": "2026-11-30"})
    assert tom.submit() == {}
    assert "8 · update the whole risk log\\ntom · Mon 30 Nov (wk 49)" in form(atlas, "tom")
    tom.choose(tom.modal, "Change a line", "10")
    tom.click(tom.modal, "Back")
    assert "Add 6 action items" in form(atlas, "tom")
    tom.close_modal()
    assert len(cards(atlas)) == 1


def test_what_many_lines_lack_is_chosen_for_all_of_them(atlas: Office) -> None:
    tom = atlas.person("tom")
    paste(
        atlas, "tom", "- @priya write the plan\n- call the supplier\n- order chairs by Friday\n- [x] book it"
    )
    tom.choose(tom.modal, "One owner for the 2 without", "sanne")
    tom.choose(tom.modal, "One date for the 2 without", "2026-12-01")
    shown = form(atlas, "tom")
    for said in (
        "1 · write the plan\\npriya · Tue 1 Dec",
        "2 · call the supplier\\nsanne · Tue 1 Dec",
        "3 · order chairs\\nsanne · Fri 27 Nov",
        "4 · book it\\nnobody yet · no date",
    ):
        assert said in shown, said
    assert "⚠" not in shown and "for the" not in shown


def test_closed_it_waits_and_is_raised_or_thrown_away_once(atlas: Office) -> None:
    tom = atlas.person("tom")
    paste(atlas, "tom", "- write the plan by Friday\n- call the supplier")
    tom.choose(tom.modal, "action_items.line_tick", [], "line_1")
    tom.close_modal()
    tom.command("/action lines", "atlas")
    assert "1 of 2 lines becomes an action item" in form(atlas, "tom")
    tom.choose(tom.modal, "action_items.line_tick", [], "line_2")
    assert "Nothing is ticked" in form(atlas, "tom")
    assert tom.submit() == {} and "Nothing is ticked" in form(atlas, "tom")
    tom.click(tom.modal, "Throw away")
    assert "Thrown away. Nothing was added." in form(atlas, "tom")
    tom.close_modal()
    [said] = answers(atlas, "tom", "/spil actie regels")
    assert "No lines of yours wait here" in read(said)
    assert cards(atlas) == []


def test_more_lines_than_a_form_holds_come_in_pages(atlas: Office) -> None:
    tom = atlas.person("tom")
    paste(atlas, "tom", "\n".join(f"- {text}" for text in [*TEXTS, *(f"deliver {t}" for t in TEXTS)]))
    tom.choose(tom.modal, "action_items.line_tick", [], "line_2")
    tom.click(tom.modal, "Next")
    assert "Page 2 of 2" in form(atlas, "tom") and "Add 79 action items" in form(atlas, "tom")
    tom.choose(tom.modal, "action_items.line_tick", [], "line_80")
    assert tom.submit() == {}
    [head] = posted(atlas)
    assert read(head).startswith("tom added 78 action items · 78 without an owner")
    assert [read(page).count("A-") for page in replies(atlas, head)] == [50, 28]


def test_pasted_before_there_is_a_project_nothing_is_lost(office: Office) -> None:
    tom = office.person("tom")
    [offer] = answers(office, "tom", f"/action {FORTY}")
    tom.click(offer, "Set up the project")
    assert tom.submit() == {}
    assert "40 of 40 lines become action items" in form(office, "tom")
    assert tom.submit() == {}
    assert len(posted(office)) == 1
