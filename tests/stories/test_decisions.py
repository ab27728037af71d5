"""Decisions, from the line that records one to the digest that tells of it, as people see them."""

from bot.sandbox.state import Message
from tests.kit.office import Office
from tests.kit.story import answers, dm, posts, read, type_in
from tests.stories.test_minutes import NOTES, SEND, press, write

GO_LIVE = (
    "/decision we go live on 1 December because the supplier is ready, rejected: in spring, "
    "inform @priya @tom"
)


def cards(office: Office, channel: str = "atlas") -> list[str]:
    return [read(post) for post in posts(office, channel) if "B-" in post.words()]


def test_a_decision_is_recorded_with_why_and_what_was_rejected_and_told_once_to_who_must_know(
    atlas: Office,
) -> None:
    assert type_in(atlas, "sanne", GO_LIVE) == ""
    [card] = cards(atlas)
    assert card.startswith("we go live on 1 December\n") and "told: priya, tom · B-1" in card
    assert "Because the supplier is ready" in card and "Rejected: in spring" in card
    assert "decided by sanne, Mon 23 Nov" in card and "told: priya, tom" in card
    for name in ("priya", "tom"):
        [told] = dm(atlas, name)
        assert "sanne wants you to know what was decided in #atlas:" in read(told)
        assert "we go live on 1 December" in read(told)

    post = posts(atlas)[-1]
    sanne = atlas.person("sanne")
    sanne.click(post, "Edit")
    sanne.fill({"text": "we go live on 8 December"})
    assert sanne.submit() == {}
    assert "we go live on 8 December" in cards(atlas)[0]
    [told] = dm(atlas, "tom")
    assert "8 December" in read(told)


def test_what_it_replaces_and_what_no_longer_holds_can_be_found_and_taken_back(atlas: Office) -> None:
    for what in ("we use the old hall", "we meet on Mondays because all are there", "we paint it blue"):
        type_in(atlas, "sanne", f"/decision {what}")
    type_in(atlas, "tom", "/decision replace 1 by we use the new hall because the old one leaks")
    assert [card.partition("\n")[0] for card in cards(atlas)] == [
        "↻ ~we use the old hall~",
        "we meet on Mondays",
        "we paint it blue",
        "we use the new hall",
    ]
    assert "replaced by B-4" in cards(atlas)[0]
    assert "replaced by B-4 already. Choose that one" in type_in(atlas, "tom", "/decision replace 1 by 2")
    assert "can't replace itself" in type_in(atlas, "tom", "/decision replace 2 by 2")

    listed = type_in(atlas, "tom", "/decision list")
    assert "Atlas · 3 decisions" in listed and "November 2026" in listed and "old hall" not in listed
    assert "1 decision · replaced" in type_in(atlas, "tom", "/decision list replaced")
    assert "2 decisions · all · with “hall”" in type_in(atlas, "tom", "/decision list all hall")
    assert "decided by tom" in type_in(atlas, "tom", "/decision list mine this week")
    assert "No decisions found" in type_in(atlas, "tom", "/decision list last month")
    assert "decisions of Atlas is on its way" in type_in(atlas, "tom", "/decision export xlsx")
    assert "Decisions Atlas: 4 decisions, as you asked." in read(dm(atlas, "tom")[-1])
    assert "Did you mean `/decision list withdrawn`" in type_in(atlas, "tom", "/decision list withdrwan")

    [answer] = answers(atlas, "priya", "/decision withdraw 2 3 99")
    assert "Withdrawn: 2 decisions" in read(answer) and "B-99:" in read(answer)
    atlas.person("priya").click(answer, "Undo")
    assert "✗" not in "".join(cards(atlas))
    history = type_in(atlas, "priya", "/decision history 2")
    assert "priya withdrew it · taken back" in history.replace("_", "")

    assert "Undone: 2 decisions" in type_in(atlas, "tom", "/decision undo")
    assert [card[0] for card in cards(atlas)] == ["w", "w", "w", "✗"]
    assert "there's no decision 99" in type_in(atlas, "tom", "/decision 99").lower()
    assert "we use the old hall" in type_in(atlas, "tom", "/decision 1")


def test_two_who_edit_at_once_both_see_what_the_other_changed(atlas: Office) -> None:
    type_in(atlas, "sanne", "/decision we go live in spring")
    sanne, tom = atlas.person("sanne"), atlas.person("tom")
    post = posts(atlas)[-1]
    tom.click(post, "Edit")
    sanne.click(post, "Edit")
    sanne.fill({"because": "the rain"})
    assert sanne.submit() == {}
    tom.fill({"text": "we go live in summer"})
    tom.submit()
    assert "*sanne* changed this" in str(tom.modal) and "the rain" in str(tom.modal)
    assert tom.submit() == {}
    assert cards(atlas)[0].startswith("we go live in summer\nBecause the rain")


def headline(office: Office) -> Message:
    """The minutes in the channel."""
    return next(post for post in posts(office) if "· minutes" in read(post))


def test_minutes_make_decisions_that_stand_in_their_list_and_the_digest_tells(atlas: Office) -> None:
    write(atlas, "tom", NOTES)
    press(atlas, "tom", SEND)
    assert "• we open the portal in January (B-1)" in read(headline(atlas))
    assert "1 decision" in type_in(atlas, "priya", "/decision list")
    card = type_in(atlas, "priya", "/decision 1")
    assert "decided on Mon 23 Nov" in card and "line 6 of minutes 1" in card
    type_in(atlas, "priya", "/decision withdraw 1")
    assert "• ✗ we open the portal in January (B-1) · withdrawn" in read(headline(atlas))
    type_in(atlas, "priya", "/decision undo")
    type_in(atlas, "sanne", "/decision we hire a painter")
    told = type_in(atlas, "priya", "/digest")
    assert "Decided\n• we open the portal in January (B-1)\n• we hire a painter (B-2)" in told
    assert told.count("we hire a painter") == 1


def test_besluiten_in_het_nederlands(molen: Office) -> None:
    type_in(
        molen,
        "joost",
        "/spil besluit we verhuizen op 12 december omdat het pand klaar is, informeer @sanne",
        "molen",
    )
    [card] = cards(molen, "molen")
    assert card.startswith("we verhuizen op 12 december\nOmdat het pand klaar is")
    assert "besloten door joost, ma 23 nov" in card and "verteld aan: sanne" in card
    assert "joost wil dat je weet wat in #molen is besloten:" in read(dm(molen, "sanne")[0])
    type_in(molen, "joost", "/spil besluit vervang 1 door we verhuizen op 19 december", "molen")
    assert "vervangen door B-2" in cards(molen, "molen")[0]
    assert "1 besluit" in type_in(molen, "joost", "/spil besluit lijst geldig deze week", "molen")
    assert "legt er een vast" in type_in(molen, "joost", "/spil besluit hulp", "molen")
    assert "verving het" in type_in(molen, "joost", "/spil besluit historie 1", "molen")
    assert "Teruggedraaid: 2 besluiten" in type_in(molen, "joost", "/spil besluit ongedaan", "molen")


def test_home_shows_what_was_decided_lately(atlas: Office) -> None:
    type_in(atlas, "sanne", "/decision we go live in spring")
    priya = atlas.person("priya")
    priya.open_home()
    assert "Decided lately" in str(priya.home) and "we go live in spring" in str(priya.home)
    assert str(priya.home).count("B-1") == 1


def test_an_empty_list_says_what_to_type_and_a_slip_is_guessed(atlas: Office) -> None:
    assert "No decisions yet. Record one: `/decision we go live" in type_in(atlas, "tom", "/decision list")
    assert "Did you mean `/decision withdraw 1`" in type_in(atlas, "tom", "/decision withdrwa 1")
    assert "There's no decision 7" in type_in(atlas, "tom", "/decision withdraw 7")
    assert "Type what it's about behind `/decision`" in type_in(atlas, "tom", "/decision , inform @priya")
    tom = atlas.person("tom")
    tom.command("/decision", "atlas")
    assert tom.modal is not None
    tom.fill({"text": "we paint it red", "inform": ["priya"]})
    assert tom.submit() == {}
    assert "we paint it red" in cards(atlas)[0] and len(dm(atlas, "priya")) == 1
