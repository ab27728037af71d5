"""What is said to the bot by name, in a thread, or in person."""

from tests.kit.office import Office
from tests.kit.story import dm, items, read, read_all, replies, told, whispers, whispers_in


def test_said_in_a_thread_it_is_raised_there_and_done_there(molen: Office) -> None:
    sanne, joost = molen.person("sanne"), molen.person("joost")
    root = joost.say("De dozen zijn op", "molen")
    said = sanne.say("@spil actie: bestel nieuwe dozen @joost vrijdag", "molen", thread_ts=root.ts)
    assert items(molen, "molen") == []
    [card] = [each for each in replies(molen, root) if "A-1" in each.words()]
    assert "bestel nieuwe dozen" in read(card) and "joost · " in read(card)
    assert "vr 27 nov" in read(card) and "gemaakt uit dit bericht" in read(card)
    assert len(dm(molen, "joost")) == 1

    sanne.edit(said, "@spil actie: bestel twintig nieuwe dozen @joost vrijdag")
    assert "Er staat nu: bestel twintig nieuwe dozen" in read(dm(molen, "joost")[-1])
    joost.say("@spil gereed 1", "molen", thread_ts=root.ts)
    assert "Gereed: bestel nieuwe dozen (A-1)." in told(whispers_in(molen, root, "joost"))
    sanne.say("@spil actie lijst", "molen", thread_ts=root.ts)
    assert "Geen open actiepunten" in told(whispers_in(molen, root, "sanne"))
    sanne.say("@spil actie: bel de verhuizer @joost en @sanne vrijdag", "molen", thread_ts=root.ts)
    assert "één actiehouder" in told(whispers_in(molen, root, "sanne"))
    sanne.say("@spil gereed 99", "molen", thread_ts=root.ts)
    assert "geen actiepunt 99" in told(whispers_in(molen, root, "sanne"))


def test_a_mention_that_needs_a_form_gets_a_button_and_one_that_is_unclear_a_sentence(atlas: Office) -> None:
    tom = atlas.person("tom")
    root = tom.say("We need a plan", "atlas")
    tom.say("@spil action", "atlas", thread_ts=root.ts)
    [button] = whispers_in(atlas, root, "tom")
    for _ in range(2):
        tom.click(button, "Open the form")
        tom.close_modal()
    tom.click(button, "Open the form")
    tom.fill({"What must be done": "write the plan"})
    assert tom.submit() == {}
    assert items(atlas) == [] and "write the plan" in read_all(replies(atlas, root))
    tom.say("@spil the painter comes on Friday", "atlas", thread_ts=root.ts)
    example = "Say for example `@Spil action update the risk log @colleague friday`"
    assert example in read(whispers_in(atlas, root, "tom")[-1])
    tom.say("@spil what about the painter on Friday?", "atlas", thread_ts=root.ts)
    unclear = whispers_in(atlas, root, "tom")[-1]
    assert "I can't answer that: I keep action items" in read(unclear)
    tom.click(unclear, "Make an action item")
    assert "what about the painter" in str(tom.modal) and "2026-11-27" in str(tom.modal)
    assert tom.submit() == {}
    assert "A-2" in read_all(replies(atlas, root))


def test_a_name_alone_greets_and_questions_are_answered(atlas: Office) -> None:
    tom = atlas.person("tom")
    tom.command("/action @tom write the plan by friday", "atlas")
    tom.say("@spil", "atlas")
    assert read(whispers(atlas, "tom")[-1]).startswith("Hello tom! 1 this week. What would you like to do?")
    tom.say("@spil what's open?", "atlas")
    assert "Atlas · 1 open" in read(whispers(atlas, "tom")[-1])
    tom.say_dm("@spil")
    assert read(dm(atlas, "tom")[-1]).startswith("Hello tom! 1 this week.")
    tom.say_dm("What do I have to do?")
    assert "tom · 1 open" in read(dm(atlas, "tom")[-1]) and "write the plan" in read(dm(atlas, "tom")[-1])


def test_without_a_project_what_was_said_waits_for_it(office: Office) -> None:
    tom = office.person("tom")
    said = tom.say("@spil action write the plan @priya friday", "atlas")
    office.settle()
    [offer] = whispers(office, "tom")
    tom.click(offer, "Set up the project")
    assert tom.submit() == {}
    assert "write the plan" in read_all(replies(office, said)) and "priya · " in read_all(
        replies(office, said)
    )


def test_written_in_person_it_goes_to_the_only_project_or_one_that_is_asked_for(molen: Office) -> None:
    joost, sanne = molen.person("joost"), molen.person("sanne")
    joost.command("/spil actie hulp", "molen")
    joost.say_dm("actie @sanne bel de verhuizer vrijdag")
    answer = dm(molen, "joost")[-1]
    assert "In #molen:" in read(answer) and "bel de verhuizer · sanne" in read(answer)
    assert "A-1" in read_all(items(molen, "molen"))

    molen.project("atlas")
    sanne.command("/spil actie hulp", "atlas")
    for _ in range(2):
        sanne.say_dm("actie @sanne schrijf het plan vrijdag")
        question = dm(molen, "sanne")[-1]
        assert "Voor welk project" in read(question) and "schrijf het plan" in read(question)
        sanne.choose(question, question.blocks[-1]["elements"][0]["action_id"], "Atlas")
        molen.settle()
    assert "schrijf het plan" in read_all(items(molen))
    assert "schrijf het plan" not in read_all(items(molen, "molen"))

    sanne.say_dm("hulp")
    assert "Wat wil je doen?" in read_all(dm(molen, "sanne"))
    sanne.say_dm("kun je de schilder bellen")
    [unclear] = [each for each in dm(molen, "sanne") if "Zeg bijvoorbeeld" in read(each)]
    sanne.click(unclear, "Maak er een actiepunt van")
    assert "kun je de schilder bellen" in str(sanne.modal)
    sanne.fill({"Project": "Molen"})
    assert sanne.submit() == {}
    assert "kun je de schilder bellen" in read_all(items(molen, "molen"))


def test_asked_in_own_words_it_answers_or_says_what_it_knows(atlas: Office) -> None:
    tom, priya = atlas.person("tom"), atlas.person("priya")
    tom.command("/action @priya write the plan by friday", "atlas")
    tom.command("/decision go live on 1 December", "atlas")
    tom.command("/spil away 30 nov - 4 dec, deputy @priya", "atlas")
    tom.command("/meeting Steering group with @sanne friday 10:00", "atlas")
    atlas.settle()
    for question, answer in (
        ("what do I have to do before friday?", "write the plan"),
        ("who decided to go live?", "go live on 1 December · tom"),
        ("who is away next week?", "Away Mon 30 Nov – Sun 6 Dec\n• tom · Mon 30 Nov – Fri 4 Dec"),
        (
            "when is the next meeting?",
            "You're not invited to any meeting ahead. The next in your projects:\n",
        ),
        ("is anyone away?", "Away Mon 23 Nov – Sun 6 Dec\n• tom"),
        ("who is away tomorrow?", "Nobody in your projects is away Tue 24 Nov"),
        ("how much budget is left?", "I keep action items, meetings, decisions, minutes and who's away."),
        ("I'm on holiday on 7 December", "You're away Mon 7 Dec."),
    ):
        priya.say_dm(question)
        assert answer in read(dm(atlas, "priya")[-1]), question
    assert "`away Mon 7 Dec, deputy @colleague`" in read(dm(atlas, "priya")[-1])
    priya.say_dm("away Mon 7 Dec, deputy @tom")
    assert "tom gets what falls due" in read(dm(atlas, "priya")[-1])
    tom.command("/spil decisions", "atlas")
    assert "Atlas · 1 decision" in read(whispers(atlas, "tom")[-1])


def test_what_is_said_of_a_record_by_its_words_is_offered(atlas: Office) -> None:
    tom = atlas.person("tom")
    tom.command("/action @tom write the plan by friday", "atlas")
    tom.command("/meeting Planning with @sanne friday 14:00", "atlas")
    for line, answer in (
        ("I finished the budget", "I find no open action item or meeting like “the budget”."),
        ("yes", "To which question? Press the button under it."),
        ("cancel M-1", "Cancelled: Planning (M-1)."),
        ("undo", "M-1 is no longer cancelled."),
        ("cancel the meeting", "Did you mean M-1 Planning?\nCancel meeting\nOpen it"),
        ("I finished the plan", "Did you mean A-1 write the plan?\nDone\nOpen it"),
    ):
        tom.say_dm(line)
        assert answer in read(dm(atlas, "tom")[-1]), line
    tom.click(dm(atlas, "tom")[-1], "Done")
    assert read(dm(atlas, "tom")[-1]).startswith("Done: write the plan (A-1).")
    before = len(dm(atlas, "tom"))
    tom.say_dm("ok :+1:")
    assert len(dm(atlas, "tom")) == before


def test_what_is_ones_own_is_shown_of_all_projects_without_asking_which(atlas: Office) -> None:
    atlas.project("molen", language="nl")
    sanne = atlas.person("sanne")
    sanne.command("/action @sanne write the plan by friday", "atlas")
    sanne.command("/spil actie @sanne bel Jan uiterlijk vrijdag", "molen")
    sanne.say_dm("wat moet ik nog?")
    told = read(dm(atlas, "sanne")[-1])
    assert "write the plan" in told and "bel Jan" in told
