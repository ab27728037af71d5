"""What people typed wrong, and what they read then: what was understood, and the way on."""

from tests.kit.office import Office
from tests.kit.story import cards, dm, form, meetings, posts, read, read_all, replies, type_in


def test_a_name_that_nobody_has_is_said_back_with_the_near_one(atlas: Office) -> None:
    atlas.project("molen", language="nl")
    for line, told in (
        ("/meeting Sync with priyaa friday 10:00", "I don't know priyaa. Did you mean `@priya`?"),
        ("/meeting Sync with pria, sanne friday 10:00", "I don't know pria. Did you mean `@priya`?"),
        ("/meeting Sync with priya and Bob friday 10:00", "I don't know Bob. Type @ and choose"),
        ("/meeting Sync with @pria friday 10:00", "I don't know pria. Did you mean `@priya`?"),
        ("/meeting Sync with xavier friday 10:00", "I don't know xavier. Type @ and choose"),
        ("/meeting Sync with priya and the team friday 10:00", "I can't invite the team as a whole:"),
        ("/meeting Sync @here friday 10:00", "I can't invite @here as a whole:"),
        ("/action @pria call the bank", "I don't know pria. Did you mean `@priya`?"),
        ("/spil away next week, deputy pria", "I don't know pria. Did you mean `@priya`?"),
    ):
        assert told in type_in(atlas, "tom", line), line
    asked = "/spil overleg Kwartaal met joost en karel vrijdag 10:00"
    assert "Ik ken karel niet. Typ @" in type_in(atlas, "sanne", asked, "molen")
    assert "joost krijgt wat dan af moet" in type_in(
        atlas, "sanne", "/spil afwezig volgende week vervanger joost", "molen"
    )
    for line in ("Sync with @xavier friday", "Sync met priyaa friday"):
        [question] = atlas.person("tom").command(f"/meeting {line}", "atlas")
        atlas.person("tom").click(question, "Fill in the form")
        assert "'initial_value': 'Sync'" in form(atlas, "tom"), line
        atlas.person("tom").close_modal()
    assert meetings(atlas) == cards(atlas) == meetings(atlas, "molen") == []

    for title in ("Sync with priya and me", "Talk with customers @priya", "Sync with priya, on"):
        type_in(atlas, "tom", f"/meeting {title} friday 10:00")
    planned = read_all(meetings(atlas))
    assert planned.count("No answer yet (1): priya") == 3
    titles = [read(each).partition("\n")[0] for each in meetings(atlas)]
    assert titles == ["Sync", "Talk with customers", "Sync"]


def test_what_is_so_already_is_said_without_an_undo(atlas: Office) -> None:
    type_in(atlas, "tom", "/meeting Sync with @priya friday 10:00")
    type_in(atlas, "tom", "/decision we doen het, want I want the best")
    type_in(atlas, "tom", "/decision we go live because I want it")
    assert "we go live\nBecause I want it" in read_all(posts(atlas))
    assert "we doen het\nBecause I want the best" in read_all(posts(atlas))
    type_in(atlas, "tom", "/decision withdraw 1")
    atlas.advance(minutes=10)
    for line, told in (
        ("/meeting move 1 friday 10:00", "M-1 was like that already. Sync is Fri 27 Nov, 10:00–11:00"),
        ("/decision withdraw 1", "(B-1) is withdrawn already."),
        ("/action mine", "You have no open action items."),
        ("/action list @sanne", "sanne has no open action items."),
        ("/spil lst", "Did you mean `/spil list`?"),
        ("/spil dnoe 3", "Did you mean `/spil done 3`?"),
    ):
        said = type_in(atlas, "tom", line)
        assert told in said and "Undo" not in said, line


def test_what_is_copied_along_is_read_as_what_it_is(atlas: Office) -> None:
    type_in(atlas, "tom", "/action list @sanne")  # who was mentioned is known by name
    type_in(atlas, "tom", "/action - call the bank")
    assert read(cards(atlas)[-1]).startswith("call the bank\n")
    asked = type_in(atlas, "tom", "/action call the bank by friday")
    assert asked.startswith("Not added yet: “call the bank by friday” looks like\ncall the bank")
    type_in(atlas, "tom", "/action Sanne;mail the supplier;14-12-2026")
    assert read(cards(atlas)[-1]).startswith("mail the supplier\n")
    assert "sanne · Mon 14 Dec" in read(cards(atlas)[-1])
    type_in(atlas, "tom", "/action Sanne;order cake;14-12-2026\nPriya;write the plan;15-12-2026")
    preview = form(atlas, "tom")
    assert "order cake\\nsanne · Mon 14 Dec" in preview and "write the plan\\npriya · Tue 15 Dec" in preview


def test_minutes_without_a_title_say_their_day_once_and_come_as_a_file(atlas: Office) -> None:
    notes = "Present: Tom\nApologies: Sanne\nRESOLVED: go live in May"
    type_in(atlas, "tom", f"/minutes {notes}")
    [concept] = dm(atlas, "tom")
    assert read(concept).startswith("Atlas meeting: 1 decision found\nMon 23 Nov")
    atlas.person("tom").click(concept, "Send with this one")
    atlas.settle()
    [headline] = [each for each in posts(atlas) if not each.is_reply]
    assert "Mon 23 Nov · tom · without sanne" in read(headline)
    assert "By topic" not in read_all(replies(atlas, headline))
    assert "I'm sending you the minutes of Atlas meeting (PDF)" in type_in(atlas, "tom", "/minutes pdf 1")
    assert "(Word file)" in type_in(atlas, "tom", "/minutes word 1")


def test_a_verb_before_a_title_asks_about_what_has_it(atlas: Office) -> None:
    type_in(atlas, "tom", "/meeting Sync with @priya friday 10:00")
    for line in ("/meeting cancel Sync", "/meeting move Sync to thursday 11:00"):
        assert type_in(atlas, "tom", line).startswith("Did you mean M-1 Sync?\n"), line
    type_in(atlas, "tom", "/meeting Sync with @sanne friday 15:00")
    several = type_in(atlas, "tom", "/meeting cancel Sync")
    assert several.startswith("Atlas · 2 meetings · ahead · with “sync”") and "Plan “cancel Sync”" in several
    assert len(meetings(atlas)) == 2


def test_what_no_word_does_to_a_record_asks_before_it_adds_anything(atlas: Office) -> None:
    type_in(atlas, "tom", "/action @priya write the plan by friday")
    type_in(atlas, "tom", "/meeting Sync with @priya friday 10:00")
    for line, told in (
        ("/action rename 1 write the big plan", "Did you mean A-1 write the plan?\nOpen it"),
        ("/action 1 is for tom", "Did you mean A-1 write the plan?"),
        ("/action 1 @tom", "Did you mean A-1 write the plan?"),
        ("/action friday", "Type what it's about behind `/action`."),
        ("/action ???", "Type what it's about behind `/action`."),
        ("/action done the plan", "Did you mean A-1 write the plan?\nDone\nOpen it"),
        ("/action drop M-1", "Sync\nFri 27 Nov"),  # shown: nobody drops a meeting
        ("/meeting add @tom to 1", "Did you mean M-1 Sync?"),
        ("/meeting cancel 1 because priya is ill", "Type it like this: `/meeting cancel 1`."),
        ("/action list priya", "priya · 1 open"),
        ("/action list unassigned", "No open action items"),
    ):
        assert type_in(atlas, "tom", line).startswith(told) or f" {told}" in type_in(atlas, "tom", line), line
    assert len(cards(atlas)) == len(meetings(atlas)) == 1
    type_in(atlas, "tom", "/decision we go live in May")
    assert type_in(atlas, "tom", "/decision We go live in  May").startswith(
        "B-1 says that already: we go live"
    )
    for typed, name in (("settings", "Atlas"), ("rename it to Zeus", "Zeus"), ("Zeus", "Zeus")):
        type_in(atlas, "sanne", f"/project {typed}")
        assert f"'initial_value': '{name}'" in form(atlas, "sanne"), typed
        atlas.person("sanne").close_modal()
    for line in ("update 2 reports", "me: water the plants", "@priya to call the bank"):
        type_in(atlas, "tom", f"/action {line}")
    assert "\ntom · no date yet · A-3" in read(cards(atlas)[-2])
    assert read(cards(atlas)[-1]).startswith("call the bank\n")
