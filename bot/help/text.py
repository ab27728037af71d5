"""Help, told by example."""

from typing import NamedTuple

from bot.text.sentences import Speaker, bold, code, said


class Explained(NamedTuple):
    what: str
    examples: tuple[str, ...]


class HelpTexts(Speaker):
    _explained_en = {
        "action": Explained(
            "Action items: who does what by when, with a reminder in time.",
            ("@colleague update the risk log by Friday", "list", "done 12"),
        ),
        "meeting": Explained(
            "Meetings: invitations, who comes, a calendar file and a reminder in time.",
            ("Sprint review with @colleague friday 14:00 45m", "list", "move 3 friday 15:00"),
        ),
        "poll": Explained(
            "Date polls: each says when they can, and the best moment is planned.",
            ("Sprint review with @colleague 45m: tue 10:00, wed 14:00", "list", "extend 3 tuesday"),
        ),
        "minutes": Explained(
            "Minutes: paste your notes, and I pick out decisions and actions.",
            ("list", "history 3"),
        ),
        "decision": Explained(
            "Decisions: what you decided and why. I tell whoever should know.",
            ("we go live in May because it is ready, inform @colleague", "list", "replace 3 by 7"),
        ),
        "digest": Explained(
            "The digest: what changed, what's late and what's next.", ("since monday", "last month")
        ),
        "project": Explained("This channel's project and its settings.", ()),
        "reminders": Explained("How and when I remind you.", ("light", "standard")),
        "planned": Explained("What I'll send you in the next 7 days, and why.", ()),
        "away": Explained(
            "When you're away, and who stands in. Type it anywhere.",
            ("22 dec – 2 jan, deputy @colleague", "tomorrow"),
        ),
        "calendar": Explained("Your calendar: I see when you're busy, and it shows your meetings.", ()),
    }
    _explained_nl = {
        "action": Explained(
            "Actiepunten: wie doet wat wanneer, met op tijd een herinnering.",
            ("@collega werk de risicolog bij voor vrijdag", "lijst", "gereed 12"),
        ),
        "meeting": Explained(
            "Overleggen: uitnodigen, wie er komt, een agendabestand en op tijd een herinnering.",
            ("Sprintreview met @collega vrijdag 14:00 45 minuten", "lijst", "verzet 3 vrijdag 15:00"),
        ),
        "poll": Explained(
            "Peilingen: iedereen geeft aan wanneer het kan, en het beste moment wordt gepland.",
            ("Sprintreview met @collega 45 minuten: di 10:00, wo 14:00", "lijst", "verleng 3 dinsdag"),
        ),
        "minutes": Explained(
            "Notulen: plak je aantekeningen, dan haal ik de besluiten en acties eruit.",
            ("lijst", "historie 3"),
        ),
        "decision": Explained(
            "Besluiten: wat je besloot en waarom. Wie het moet weten, hoort het van mij.",
            ("we gaan in mei live omdat het klaar is, informeer @collega", "lijst", "vervang 3 door 7"),
        ),
        "digest": Explained(
            "Het overzicht: wat er is veranderd, wat te laat is en wat eraan komt.",
            ("sinds maandag", "vorige maand"),
        ),
        "project": Explained("Het project van dit kanaal en de instellingen.", ()),
        "reminders": Explained("Hoe en wanneer ik je herinner.", ("licht", "standaard")),
        "planned": Explained("Wat ik je de komende 7 dagen stuur, en waarom.", ()),
        "away": Explained(
            "Wanneer je afwezig bent, en wie je vervangt. Typ het waar je wilt.",
            ("22 dec t/m 2 jan, vervanger @collega", "morgen"),
        ),
        "calendar": Explained("Je agenda: ik zie wanneer je bezet bent, en hij toont je overleggen.", ()),
    }

    help_title = said(en="All commands", nl="Alle commando’s")
    help_question = said(en="What would you like to do?", nl="Wat wil je doen?")
    help_add = said(en="Add an action item", nl="Actiepunt toevoegen")
    help_add_first = said(en="Add the first action item", nl="Eerste actiepunt toevoegen")
    """In a project that has none yet."""
    help_plan = said(en="Plan a meeting", nl="Overleg plannen")
    help_paste = said(en="Paste notes", nl="Aantekeningen plakken")
    help_list = said(en="My list", nl="Mijn lijst")

    def help_typed(self, action: str, meeting: str, away: str) -> str:
        """What can be typed behind the names of three commands."""
        typed = self.say(
            en=(
                f"{action} @name what by when",
                f"{meeting} title with @name friday 14:00",
                f"{away} 22 dec – 2 jan",
            ),
            nl=(
                f"{action} @naam wat uiterlijk wanneer",
                f"{meeting} titel met @naam vrijdag 14:00",
                f"{away} 22 dec t/m 2 jan",
            ),
        )
        return "\n".join((self.say(en="Or type:", nl="Of typ:"), *map(code, typed)))

    help_everything = said(en="Everything at once", nl="Alles bij elkaar")
    help_intro = said(
        en=(
            "Type these in your project's channel, or say them to @Spil in a thread or in person. "
            "English and Dutch words both work."
        ),
        nl=(
            "Typ dit in het kanaal van je project, of zeg het tegen @Spil in een thread of persoonlijk. "
            "Nederlandse en Engelse woorden werken allebei."
        ),
    )

    def help_what(self, word: str) -> str:
        """The purpose of a command; `word` is its English name, as "action". Empty for an unknown one."""
        return self.say(
            en=self._explained_en[word].what if word in self._explained_en else "",
            nl=self._explained_nl[word].what if word in self._explained_nl else "",
        )

    def help_examples(self, word: str) -> tuple[str, ...]:
        """Examples of what to type behind its name."""
        return self.say(
            en=self._explained_en[word].examples if word in self._explained_en else (),
            nl=self._explained_nl[word].examples if word in self._explained_nl else (),
        )

    def help_ways(self, ways: list[str]) -> str:
        """All names of one command, as in `/actie` or `/spil actie`."""
        return self.say(en=" or ".join(map(code, ways)), nl=" of ".join(map(code, ways)))

    def help_shortcuts(self, names: list[str]) -> str:
        return self.say(
            en=f"From a message, under ⋮: {', '.join(map(bold, names))}",
            nl=f"Bij een bericht, onder ⋮: {', '.join(map(bold, names))}",
        )

    def hello_guest(self, name: str) -> str:
        return self.say(
            en=f"Hello {bold(name)}! I'm Spil. I keep track of what a project agrees. "
            "Guests can't see project data here. Ask a member of the team.",
            nl=f"Hallo {bold(name)}! Ik ben Spil en houd bij wat een project afspreekt. "
            "Gasten zien hier geen projectgegevens. Vraag het een lid van het team.",
        )

    def hello(self, name: str) -> str:
        """To who is in no project."""
        return self.say(
            en=(
                f"Hello {bold(name)}! I'm Spil. I keep track of what a project agrees, in its channel. "
                f"To begin, type {code('/invite @Spil')} there, and then {code('/spil project')}."
            ),
            nl=(
                f"Hallo {bold(name)}! Ik ben Spil. Ik houd bij wat een project afspreekt, in het kanaal. "
                f"Typ daar {code('/invite @Spil')} en dan {code('/spil project')} om te beginnen."
            ),
        )
