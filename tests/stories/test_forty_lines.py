"""Forty pasted lines: gone through, raised with one press, told in one message each, taken back as one."""

from tests.kit.office import Office
from tests.kit.story import answers, cards, dm, form, last_whisper, read, whispers

TEXTS = [f"{verb} {what}" for verb in ("check", "order", "write", "test", "plan") for what in "abcdefgh"]
FORTY = "\n".join(
    f"- @{who} {text} part by Friday" for who, text in zip(["tom", "priya"] * 20, TEXTS, strict=True)
)
VEERTIG = "\n".join(
    f"{number}. {who}: regel deel {text.split()[1]} van {text.split()[0]} - vrijdag"
    for number, (who, text) in enumerate(zip(["joost", "sanne"] * 20, TEXTS, strict=True), start=1)
)


def paste(office: Office, name: str, lines: str, channel: str = "atlas") -> str:
    """What the form that opens shows."""
    office.person(name).command(f"/action {lines}", channel)
    return form(office, name)


def test_forty_lines_become_forty_items_with_one_message_each_and_go_back_as_one(atlas: Office) -> None:
    sanne, tom = atlas.person("sanne"), atlas.person("tom")
    shown = paste(atlas, "tom", FORTY)
    assert "40 of 40 lines become action items" in shown and "Raise 40 action items" in shown
    assert "40 · plan h part\\npriya · Fri 27-11-2026 (wk 48)" in shown
    assert cards(atlas) == []

    tom.choose(tom.modal, "action_items.line_tick", [], "line_3")
    assert "Raise 39 action items" in form(atlas, "tom")
    tom.choose(tom.modal, "action_items.line_tick", [], "line_7")
    assert tom.submit() == {}
    [message] = cards(atlas)
    assert read(message).startswith("38 action items · raised by tom")
    assert "A-1 · check a part · tom · Fri 27-11-2026 (wk 48)" in read(message)
    assert "A-38 · plan h part · priya" in read(message)
    assert "A-1 – A-38: 38 action items raised. Left out: line 3, 7" in last_whisper(atlas, "tom")
    [mine] = dm(atlas, "priya")
    assert (
        "tom raised 20 action items of yours in #atlas" in read(mine) and mine.buttons().count("Done") == 20
    )
    assert dm(atlas, "tom") == [] and dm(atlas, "sanne") == []

    atlas.person("priya").click(mine, "Done", "A-38")
    assert "✓ A-38" in read(cards(atlas)[0])
    [mine] = dm(atlas, "priya")
    assert "✓ A-38" in read(mine) and mine.buttons().count("Done") == 19
    atlas.person("priya").choose(mine, "action_items.card_of", "A-36 · plan f part")
    card = dm(atlas, "priya")[-1]
    assert "plan f part" in read(card) and "Accept" in card.buttons()

    sanne.command("/action give 36 @sanne", "atlas")
    assert "A-36 · plan f part · is now with sanne" in read(dm(atlas, "priya")[0])
    assert len(cards(atlas)) == 1 and "plan f part · sanne" in read(cards(atlas)[0])


def test_the_whole_of_it_is_taken_back_with_one_press(atlas: Office) -> None:
    tom = atlas.person("tom")
    paste(atlas, "tom", FORTY)
    assert tom.submit() == {}
    atlas.settle()
    [confirmed] = whispers(atlas, "tom")
    tom.click(confirmed, "Undo")
    [message] = cards(atlas)
    assert read(message).startswith("40 action items · raised by tom and taken back")
    assert read(message).count("✗ A-") == 40
    [mine] = dm(atlas, "priya")
    assert "nothing is yours any more" in read(mine) and "Done" not in mine.buttons()


def test_veertig_regels_in_het_nederlands(molen: Office) -> None:
    sanne = molen.person("sanne")
    sanne.command(f"/spil actie {VEERTIG}", "molen")
    shown = form(molen, "sanne")
    assert "40 van 40 regels worden actiepunten" in shown and "Breng 40 actiepunten in" in shown
    assert "1 · regel deel a van check\\njoost · vr 27-11-2026 (wk 48)" in shown
    assert sanne.submit() == {}
    [message] = cards(molen, "molen")
    assert read(message).startswith("40 actiepunten · ingebracht door sanne")
    assert "A-1 – A-40: 40 actiepunten ingebracht." in last_whisper(molen, "sanne", "molen")
    [his] = dm(molen, "joost")
    assert "sanne heeft 20 actiepunten voor je ingebracht in #molen" in read(his)
    assert his.buttons().count("Gereed") == 20


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
        "⚠ I do not know “nobody”",
        "more than one person: choose one owner",
        "4 · order chairs\\n⚠ nobody yet · no date",
        "“gina” is a guest",
        "Fri 20-11-2026 (wk 47) is in the past",
        "⚠ the date can be read in more than one way",
        "7 · done before\\ntom · no date\\nNot ticked: ticked off already",
        "8 · update the risk log with what Priya found",
        "Not ticked: looks like A-1 · write the plan · priya",
        "6 of 10 lines become action items",
        "In 6 of them something is missing or not clear",
    ):
        assert said in shown, said
    tom.choose(tom.modal, "action_items.line_owner/2", "priya")
    tom.choose(tom.modal, "action_items.line_due/4", "2026-12-01")
    tom.click(tom.modal, "Thu 04-03-2027 (wk 9)")
    assert "priya · Fri 27-11-2026" in form(atlas, "tom") and "I do not know" not in form(atlas, "tom")
    tom.choose(tom.modal, "action_items.line_owner/4", "gina")
    assert "is a guest" in form(atlas, "tom")
    tom.close_modal()

    tom.choose(tom.modal, "Change a line", "8")
    tom.fill({"text": "update the whole risk log", "owner": "tom", "due": "2026-11-01"})
    assert "has passed" in tom.submit()["due"]
    tom.fill({"due": "2026-11-30"})
    assert tom.submit() == {}
    assert "8 · update the whole risk log\\ntom · Mon 30-11-2026 (wk 49)" in form(atlas, "tom")
    tom.choose(tom.modal, "Change a line", "10")
    tom.click(tom.modal, "Back")
    assert "Raise 6 action items" in form(atlas, "tom")
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
        "1 · write the plan\\npriya · Tue 01-12-2026",
        "2 · call the supplier\\nsanne · Tue 01-12-2026",
        "3 · order chairs\\nsanne · Fri 27-11-2026",
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
    assert "Thrown away. Nothing was raised." in form(atlas, "tom")
    tom.close_modal()
    [said] = answers(atlas, "tom", "/spil actie regels")
    assert "No lines of yours wait here" in read(said)
    assert cards(atlas) == []


def test_more_lines_than_a_form_holds_come_in_pages(atlas: Office) -> None:
    tom = atlas.person("tom")
    paste(atlas, "tom", "\n".join(f"- {text}" for text in [*TEXTS, *(f"deliver {t}" for t in TEXTS)]))
    tom.choose(tom.modal, "action_items.line_tick", [], "line_2")
    tom.click(tom.modal, "Next")
    assert "Page 2 of 2" in form(atlas, "tom") and "Raise 79 action items" in form(atlas, "tom")
    tom.choose(tom.modal, "action_items.line_tick", [], "line_80")
    assert tom.submit() == {}
    [message] = cards(atlas)
    assert read(message).startswith("78 action items") and "and 38 more" in read(message)
    assert "Who takes what has no owner yet? Type for example `/spil action give 1" in read(message)


def test_pasted_before_there_is_a_project_nothing_is_lost(office: Office) -> None:
    tom = office.person("tom")
    [offer] = answers(office, "tom", f"/action {FORTY}")
    tom.click(offer, "Set up the project")
    assert tom.submit() == {}
    assert "40 of 40 lines become action items" in form(office, "tom")
    assert tom.submit() == {}
    assert len(cards(office)) == 1
