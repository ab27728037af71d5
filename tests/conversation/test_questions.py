"""Which command answers what people ask in their own words."""

from bot.runtime.wiring import open_registry
from handlers.conversation.spoken import command_for, finished
from handlers.help.questions import asked

ANSWERED = {
    "action mine": (
        *("What do I have to do?", "wat moet ik nog doen?", "my tasks", "what's left for me?", "m'n lijst"),
        *("Wat moet ik nog?", "wat heb ik nog openstaan", "wa mot ik nog doen", "moet ik vandaag nog iets?"),
        *("ff kijken wat ik nog moet doen", "Kun je me laten zien wat ik moet doen?"),
    ),
    "action list verhuisdozen": ("Wie doet de verhuisdozen?", "wie regelt de verhuisdozen"),
    "action list risk log": ("who's doing the risk log?", "who is working on the risk log"),
    "action list": (
        "wie doet wat?",
        "what is left to do",
        "acties",
        "Show me the actions",
        "list all action items",
    ),
    "action list mine te laat": ("Ben ik ergens te laat mee?",),
    "action 1": ("wat is A-1?", "Hoe staat het met A-1", "is A-1 done?"),
    "minutes find lift": ("wat is er afgesproken over de lift?", "what did we agree on the lift"),
    "action list mine": (
        "what do I have to do before Friday",
        "Wat moet ik nog doen voor vrijdag?",
        "mijn acties",
    ),
    "action list mine this week": ("what must I do this week", "what do I have to do this week?"),
    "action list te laat": ("Wat is er te laat?", "is er nog iets te laat?", "laat zien wat te laat is"),
    "action list overdue": ("what's overdue",),
    "action list today": ("What is due today?",),
    "action list <@U12>": ("what does <@U12> have to do",),
    "decision list go live": ("Who decided to go live?", "what did we decide about the go live"),
    "decision list verhuizing": ("wat hebben we besloten over de verhuizing",),
    "decision list last week": ("What was decided last week?",),
    "decision list": ("decisions", "besluiten", "wat is er besloten?", "welke besluiten zijn er genomen?"),
    "minutes list": ("last minutes", "laatste notulen", "send me the minutes"),
    "minutes find supplier": ("what do the minutes say about the supplier?",),
    "meeting next": ("when is our next meeting", "Wanneer is de volgende vergadering?", "volgende overleg"),
    "meeting list this week": ("which meetings do I have this week",),
    "meeting list sprint review": ("When is the sprint review?",),
    "away who who is away next week": ("Who is away next week?",),
    "away who wie is er vandaag niet": ("wie is er vandaag niet?",),
    "away who is tom here next week": ("is Tom here next week?",),
    "action list joost": ("Wat moet Joost nog doen?", "wat doet Joost"),
    "digest how is the project doing": ("How is the project doing?",),
    "digest hoe staat het": ("Hoe staat het?",),
    "digest wat is de status": ("Wat is de status?",),
    "digest hoe staat het ervoor sinds maandag": ("hoe staat het ervoor sinds maandag?",),
    "digest what changed this week": ("what changed this week?",),
    "reminders ": ("my settings", "stop", "zet dit uit", "I want fewer messages"),
    "action list priya": ("what is Priya working on?",),
    "away tomorrow": ("I won't be in tomorrow", "I'm off tomorrow"),
    "away today": ("I'm ill", "ik ben ziek"),
    "away next week": ("I'm on holiday next week",),
    "away 21 dec t/m 3 jan": ("op vakantie 21 dec t/m 3 jan", "Ik ben 21 dec t/m 3 jan vrij"),
    "away list": ("ik ben weer beter", "I'm back!"),
    "away who is joost er vrijdag": ("is Joost er vrijdag?",),
    "decision list verhuizen": ("Waarom verhuizen we?",),
    "away morgen": ("morgen ben ik er niet", "Ik ben morgen vrij", "ben er morgen niet"),
}


def test_a_question_is_answered_by_the_command_for_it() -> None:
    commands = open_registry().subcommands
    for answer, questions in ANSWERED.items():
        for question in questions:
            assert " ".join(asked(question, commands) or ()) == answer, question


def test_what_is_no_question_or_of_nothing_we_keep_is_left_alone() -> None:
    commands = open_registry().subcommands
    for text in (
        "how much budget is left?",
        "hoeveel budget is er nog",
        "what about the painter on Friday?",
        "call the bank about the late payment",
        "we decided to open the windows at the next meeting with the supplier",
        "move the meeting to Thursday",
        "I'm out of milk",
        "is the report out of scope?",
        "12 boxes are missing",
        "",
    ):
        assert asked(text, commands) is None, text


def test_a_wish_is_done_by_the_command_for_it() -> None:
    for said, meant in (
        ("done with 1", ("action", "done 1")),
        ("klaar met A-1.", ("action", "done A-1")),
        ("1 and 2 are done", ("action", "done 1 and 2")),
        ("Can you mark 3 as done please?", ("action", "done 3")),
        ("please add an action for priya: call Bob by friday", ("action", "@priya call Bob by friday")),
        ("maak een actie: bel Bob", ("action", "bel Bob")),
        ("remind <@U1> to call Bob", ("action", "<@U1> call Bob")),
        ("remind me to call Bob", ("action", "@me call Bob")),
        ("Herinner mij eraan om Bob te bellen", ("action", "@mij Bob bellen")),
        ("herinner joost aan de huur", ("action", "@joost de huur")),
        ("voeg een actie toe voor joost: bel Bob", ("action", "@joost bel Bob")),
        ("plan a meeting with priya tomorrow at 10", ("meeting", "with priya tomorrow at 10")),
        ("schedule a call with priya tomorrow", ("meeting", "call with priya tomorrow")),
        ("plan een overleg over het budget vrijdag 10u", ("meeting", "het budget vrijdag 10u")),
        ("How do I add a meeting?", ("spil", "help meeting")),
        ("hoe kan ik mijn herinneringen uitzetten?", ("spil", "help reminders")),
        *(
            (text, None)
            for text in ("make a task list", "plan the release", "how is it going?", "the plan", "")
        ),
    ):
        assert command_for(said) == meant, said
    for said in (
        "I finished the plan",
        "I'm done with the plan",
        "the plan is done",
        "ik ben klaar met the plan",
    ):
        assert finished(said) == "the plan", said
    assert [finished(said) for said in ("is the plan done", "call Jan", "what is done")] == ["", "", ""]
