"""Minutes by their number: found, edited, taken back and taken along, as the people of an office do it."""

from tests.kit.office import Office
from tests.kit.story import Wire, answers, dm, form, posts, read, type_in
from tests.stories.test_minutes import NOTES, NOTULEN, SEND, press, write


def test_they_are_found_by_filters_in_words_and_of_a_concept_only_that_it_is_there(atlas: Office) -> None:
    assert "No minutes yet. Paste notes" in type_in(atlas, "tom", "/minutes list")
    for title in ("Steering", "Sprint review"):
        atlas.person("tom").command(f"/minutes {title}", "atlas")
        atlas.person("tom").fill({"notes": f"{NOTES}\n{title}"})
        atlas.person("tom").submit()
    press(atlas, "tom", SEND)
    listed = type_in(atlas, "priya", "/minutes list")
    assert "Atlas · 2 sets of minutes" in listed and "November 2026" in listed
    assert "Steering · Mon 23 Nov · draft · tom · N-1" in listed
    assert "1 set of minutes · draft" in type_in(atlas, "priya", "/minutes list drafts")
    assert "Sprint review · Mon 23 Nov · sent · tom · N-2" in type_in(
        atlas, "priya", "/minutes list sent by @tom this week"
    )
    assert "No minutes found: by priya" in type_in(atlas, "priya", "/minutes list mine").replace("*", "")
    assert "Did you mean `/minutes list drafts`" in type_in(atlas, "priya", "/minutes list darfts")
    assert "No minutes match “portal”." in type_in(atlas, "priya", "/minutes list portal")

    card = answers(atlas, "priya", "/minutes N-1")[0]
    assert "portal" not in read(card) and card.buttons() == []
    for line in ("history 1", "edit 1", "discard 1", "accept 1"):
        assert "who writes these minutes" in type_in(atlas, "priya", f"/minutes {line}")
    assert "portal" in type_in(atlas, "priya", "/minutes 2")
    assert "who writes these minutes" in type_in(atlas, "priya", "/minutes history 2")  # of what was left out
    assert "There's no N-9" in type_in(atlas, "priya", "/minutes history 9")
    assert "Did you mean `/minutes discard 1`" in type_in(atlas, "tom", "/minutes dicsard 1")

    assert "minutes of Atlas is on its way" in type_in(atlas, "priya", "/minutes export csv")
    assert "Minutes Atlas: 2 sets of minutes, as you asked." in read(dm(atlas, "priya")[-1])
    [sent] = [file for message in atlas.person("priya").dm() for file in message.files]
    content = atlas.slack.ws.files[sent].content.decode("utf-8-sig")
    assert "N-1" in content and "Sprint review" in content and "portal" not in content


def test_each_step_of_the_review_is_told_in_the_history_and_taken_back_as_one(atlas: Office) -> None:
    write(atlas, "tom", NOTES)
    press(atlas, "tom", "Leave out", "send the drawings")
    assert "2 ready to send · 1 left out" in type_in(atlas, "tom", "/minutes accept 1")
    assert "N-1: was so already" in type_in(atlas, "tom", "/minutes accept 1 9")
    history = type_in(atlas, "tom", "/minutes history 1")
    for step in (
        "tom wrote them: title “Atlas meeting”",
        "Spil read the notes: title “Atlas meeting” → “Steering group”",
        "tom left a proposal out: proposals “send the drawings” (left out, Fri 4 Dec",
        "tom accepted all that was clear: proposals “we open the portal",
    ):
        assert step in history

    taken = type_in(atlas, "tom", "/minutes undo")
    assert "Undone: " in taken and "“call the supplier” (open, tom, Fri 27 Nov" in taken
    assert "1 decision, 1 action found, 1 left out" in read(dm(atlas, "tom")[-1])
    tom, wire = atlas.person("tom"), Wire(atlas.slack)
    tom.overflow(dm(atlas, "tom")[-1], "Undo", "Edit list")
    wire.pressed_again()
    assert "1 decision, 2 actions found" in read(dm(atlas, "tom")[-1])
    assert "taken back" in type_in(atlas, "tom", "/minutes history 1")
    assert "niets van jou" in type_in(atlas, "sanne", "/minutes undo 1")

    tom.overflow(dm(atlas, "tom")[-1], "Discard", "Edit list")
    assert "is discarded. Type /spil minutes undo 1" in read(dm(atlas, "tom")[-1]).replace("`", "")
    assert "N-1" not in type_in(atlas, "tom", "/minutes list")
    assert "discarded · tom" in type_in(atlas, "tom", "/minutes list discarded")
    assert "brings them back" in type_in(atlas, "tom", "/minutes accept 1")
    assert "Undone: N-1 is draft again." in type_in(atlas, "tom", "/minutes undo 1")
    press(atlas, "tom", SEND)
    assert "are sent. To correct them" in type_in(atlas, "tom", "/minutes undo")
    assert "are sent. To correct them" in type_in(atlas, "tom", "/minutes edit 1")
    assert "B-1" in type_in(atlas, "tom", "/decision list")
    assert "Undone: 1 decision, 1 action item" in type_in(
        atlas, "tom", "/action undo"
    )  # all that the sending made, as one act
    assert "B-1" not in type_in(atlas, "tom", "/decision list")


def test_two_who_edit_the_title_or_a_proposal_at_once_see_what_the_other_changed(atlas: Office) -> None:
    concept = write(atlas, "tom", NOTES)
    tom, sanne = atlas.person("tom"), atlas.person("sanne")
    sanne.command("/spil notulen wijzig 1", "atlas")
    tom.overflow(concept, "Edit", "Edit list")
    tom.fill({"title": "Board", "held_on": "2026-11-30"})
    assert "still to come" in tom.submit()["held_on"]
    tom.fill({"held_on": "2026-11-20"})
    assert tom.submit() == {}
    assert "Board: 1 decision" in read(dm(atlas, "tom")[-1])
    sanne.fill({"title": "Stuurgroep"})
    sanne.submit()
    assert "tom wijzigde dit" in form(atlas, "sanne") and "Board" in form(atlas, "sanne")
    assert sanne.submit() == {}
    concept = dm(atlas, "tom")[-1]
    assert "Stuurgroep: 1 decision" in read(concept) and "Fri 20 Nov" in read(concept)

    [card] = answers(atlas, "sanne", "/minutes 1")
    sanne.click(card, "Verder")
    own = dm(atlas, "sanne")[-1]
    tom.overflow(concept, "Edit", "send the drawings")
    sanne.overflow(own, "Wijzigen", "send the drawings")
    tom.fill({"text": "send all drawings"})
    assert tom.submit() == {}
    sanne.fill({"owner": "priya"})
    sanne.submit()
    assert "tom wijzigde dit" in form(atlas, "sanne") and "send all drawings" in form(atlas, "sanne")
    assert sanne.submit() == {}
    words = read(dm(atlas, "tom")[-1])
    assert "3. priya · send all drawings" in words


def test_notulen_op_nummer_in_het_nederlands(molen: Office) -> None:
    write(molen, "joost", NOTULEN, "molen", "/spil notulen")
    help_ = type_in(molen, "joost", "/spil notulen hulp", "molen")
    assert "niemand hoort iets" in help_ and "gooit een concept weg" in help_
    listed = type_in(molen, "sanne", "/spil notulen lijst concepten van @joost", "molen")
    assert "Molen · 1 set notulen · concept · door joost" in listed
    assert "Overleg verhuizing · ma 23 nov · concept · joost · N-1" in listed
    assert "2 klaar om te verspreiden" in type_in(molen, "joost", "/spil notulen overnemen 1", "molen")
    history = type_in(molen, "sanne", "/spil notulen historie 1", "molen")
    assert "joost nam alles over wat duidelijk was: voorstellen “we verhuizen" in history
    assert "(overgenomen, joost, vr 27 nov" in history
    assert "Teruggedraaid: " in type_in(molen, "joost", "/spil notulen ongedaan maken", "molen")
    assert "Weggegooid: Overleg" in type_in(molen, "joost", "/spil notulen weggooien 1", "molen")
    assert "weggegooid · joost" in type_in(molen, "joost", "/spil notulen lijst alle", "molen")
    assert len(posts(molen, "molen")) == 0
