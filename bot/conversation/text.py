"""Sentences that answer what was said without a slash."""

from collections.abc import Mapping

from bot.action_items.model import Group
from bot.text.marks import bold, channel, code
from bot.text.speaker import Speaker


class TalkingTexts(Speaker):
    def greeting(self, name: str, own: Mapping[Group, int]) -> str:
        """`own`: how many open items of theirs there are, by how urgent they are."""
        told = (
            (Group.overdue, self.say(en="late", nl="te laat")),
            (Group.today, self.say(en="today", nl="vandaag")),
            (Group.this_week, self.say(en="this week", nl="deze week")),
            (Group.later, self.say(en="later", nl="later")),
            (Group.no_date, self.say(en="without a date", nl="zonder datum")),
        )
        counts = " · ".join(f"{own[group]} {words}" for group, words in told if own.get(group))
        waiting = f"*{counts}*" if counts else self.say(en="Nothing waits for you", nl="Er wacht niets op je")
        return self.say(
            en=f"Hello {bold(name)}! {waiting}. What would you like to do?",
            nl=f"Hallo {bold(name)}! {waiting}. Wat wil je doen?",
        )

    def greeting_add(self) -> str:
        return self.say(en="Add an action item", nl="Actiepunt toevoegen")

    def greeting_plan(self) -> str:
        return self.say(en="Plan a meeting", nl="Overleg plannen")

    def greeting_list(self) -> str:
        return self.say(en="My list", nl="Mijn lijst")

    def greeting_hint(self) -> str:
        typed = self.say(
            en=("action @name what by when", "meeting title with @name friday 14:00", "done", "help"),
            nl=(
                "actie @naam wat uiterlijk wanneer",
                "overleg titel met @naam vrijdag 14:00",
                "gereed",
                "hulp",
            ),
        )
        return self.say(en="Or type: ", nl="Of typ: ") + " · ".join(map(code, typed))

    def said_form(self) -> str:
        return self.say(en="That goes in a form.", nl="Daar is een formulier voor.")

    def said_open(self) -> str:
        return self.say(en="Open the form", nl="Open het formulier")

    def said_example(self) -> str:
        return self.say(
            en="action update the risk log @colleague friday",
            nl="actie werk de risicolog bij @collega vrijdag",
        )

    def said_unclear(self, example: str) -> str:
        return self.say(
            en=f"I do not know what to do with that. Say for example {code(example)}.",
            nl=f"Ik weet niet wat ik daarmee moet doen. Zeg bijvoorbeeld {code(example)}.",
        )

    def said_which_project(self) -> str:
        return self.say(en="For which project is that?", nl="Voor welk project is dat?")

    def said_in(self, channel_id: str) -> str:
        return f"In {channel(channel_id)}:"

    def said_done_in(self, channel_id: str) -> str:
        return self.say(en=f"Done, in {channel(channel_id)}.", nl=f"Gedaan, in {channel(channel_id)}.")
