"""Help, told by example."""

from typing import NamedTuple

from bot.text.marks import bold, code
from bot.text.speaker import Speaker


class Explained(NamedTuple):
    what: str
    examples: tuple[str, ...]


class HelpTexts(Speaker):
    _explained_en = {
        "action": Explained(
            "Action items: one owner, a date, and a reminder in time.",
            ("@colleague update the risk log by Friday", "list", "done 12"),
        ),
        "meeting": Explained(
            "Meetings: invitations, who comes, a file for calendars and a reminder in time.",
            ("Sprint review with @colleague friday 14:00 45m", "list", "move 3 friday 15:00"),
        ),
        "minutes": Explained(
            "Minutes: paste your notes, and I find decisions and action items in them.",
            ("list", "history 3"),
        ),
        "decision": Explained(
            "Decisions: what holds, who decided it and why; who must know is told in person.",
            ("we go live in May because it is ready, inform @colleague", "list", "replace 3 by 7"),
        ),
        "digest": Explained("The digest: what changed, what is late, what comes next.", ()),
        "project": Explained("This channel's project: name, people, language, hours, digest.", ()),
        "reminders": Explained(
            "How and when I remind you: how much, on which days, at what time.", ("light", "standard")
        ),
        "planned": Explained("All that I will send you in the next 7 days, and why.", ()),
        "away": Explained(
            "When you are away, and who is asked instead. Type it anywhere.",
            ("22 dec – 2 jan, deputy @colleague", "tomorrow"),
        ),
    }
    _explained_nl = {
        "action": Explained(
            "Actiepunten: één actiehouder, een streefdatum en op tijd een herinnering.",
            ("@collega werk de risicolog bij voor vrijdag", "lijst", "gereed 12"),
        ),
        "meeting": Explained(
            "Overleggen: uitnodigen, wie er komt, een agendabestand en op tijd een herinnering.",
            ("Sprintreview met @collega vrijdag 14:00 45 minuten", "lijst", "verzet 3 vrijdag 15:00"),
        ),
        "minutes": Explained(
            "Notulen: plak je aantekeningen, dan vind ik er de besluiten en actiepunten in.",
            ("lijst", "historie 3"),
        ),
        "decision": Explained(
            "Besluiten: wat geldt, wie het besloot en waarom; wie het moet weten, hoort het persoonlijk.",
            ("we gaan in mei live omdat het klaar is, informeer @collega", "lijst", "vervang 3 door 7"),
        ),
        "digest": Explained("Het overzicht: wat veranderde, wat te laat is, wat eraan komt.", ()),
        "project": Explained("Het project van dit kanaal: naam, mensen, taal, werktijd, weekoverzicht.", ()),
        "reminders": Explained(
            "Hoe en wanneer ik je herinner: hoeveel, op welke dagen, hoe laat.", ("licht", "standaard")
        ),
        "planned": Explained("Alles wat ik je de komende 7 dagen stuur, en waarom.", ()),
        "away": Explained(
            "Wanneer je afwezig bent, en wie je vervangt. Typ het waar je wilt.",
            ("22 dec t/m 2 jan, vervanger @collega", "morgen"),
        ),
    }

    def help_title(self) -> str:
        return self.say(en="What I do", nl="Wat ik doe")

    def help_intro(self) -> str:
        return self.say(
            en=(
                "Type these in your project's channel, say them to @Spil in a thread, or write them to me. "
                "English and Dutch words both work everywhere."
            ),
            nl=(
                "Typ dit in het kanaal van je project, zeg het in een thread tegen @Spil of schrijf "
                "het aan mij. "
                "Nederlandse en Engelse woorden werken overal."
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

    def hello(self, name: str) -> str:
        return self.say(
            en=(
                f"Hello {bold(name)}! I work in your project's channel: I keep action items, meetings, "
                "minutes "
                f"and decisions there. Invite me with {code('/invite @Spil')}, type {code('/spil project')}. "
                f"{code('/spil help')} shows all that I do, and what waits for you stands in my Home tab."
            ),
            nl=(
                f"Hallo {bold(name)}! Ik werk in het kanaal van je project: ik houd er actiepunten, "
                "overleggen, "
                f"notulen en besluiten bij. Nodig me uit met {code('/invite @Spil')} en typ dan "
                f"{code('/spil project')}. {code('/spil hulp')} toont alles wat ik doe, en wat op jou wacht "
                "staat in mijn tabblad Home."
            ),
        )
