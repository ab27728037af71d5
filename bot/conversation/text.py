"""Sentences that answer what was said without a slash."""

from collections.abc import Mapping

from bot.action_items.model import Group
from bot.home.text import counts
from bot.text.sentences import Speaker, bold, channel, code, esc, said, shortened


class TalkingTexts(Speaker):
    def greeting(self, name: str, own: Mapping[Group, int]) -> str:
        """`own`: how many open items of theirs there are, by how urgent they are."""
        nothing = self.say(en="You have nothing to do", nl="Je hebt niets te doen")
        told = counts(own, self.language)
        waiting = bold(told) if told else nothing
        return self.say(
            en=f"Hello {bold(name)}! {waiting}. What would you like to do?",
            nl=f"Hallo {bold(name)}! {waiting}. Wat wil je doen?",
        )

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

    said_form = said(en="There's a form for that.", nl="Daar is een formulier voor.")
    said_open = said(en="Open the form", nl="Open het formulier")
    said_welcome = said(en="You're welcome!", nl="Graag gedaan!")

    said_about = said(en="Do you mean this?", nl="Bedoel je dit?")
    said_nothing = said(
        en=f"OK. {code('undo')} takes back your last change.",
        nl=f"Oké. {code('ongedaan')} draait je laatste wijziging terug.",
    )

    def said_nothing_like(self, words: str) -> str:
        like = esc(shortened(words))
        return self.say(
            en=f"I find no open action item or meeting like “{like}”. {code('action list')} "
            "shows what is open.",
            nl=f"Ik vind geen open actiepunt of overleg als “{like}”. {code('actie lijst')} "
            "toont wat er openstaat.",
        )

    said_by_button = said(
        en="To which question? Press the button under it.",
        nl="Op welke vraag? Druk op de knop eronder.",
    )
    said_example = said(
        en="action update the risk log @colleague friday",
        nl="actie werk de risicolog bij @collega vrijdag",
    )

    def said_unclear(self, example: str) -> str:
        return self.say(
            en=f"I don't know what to do with that. Say for example {code(example)}.",
            nl=f"Ik weet niet wat ik daarmee moet doen. Zeg bijvoorbeeld {code(example)}.",
        )

    said_unanswered = said(
        en="I can't answer that: I keep action items, meetings, decisions, minutes and who's away. Ask for "
        "example `what's late?`, `when is the next meeting?` or `who is away next week?`.",
        nl="Daar weet ik geen antwoord op: ik houd actiepunten, overleggen, besluiten, notulen en "
        "afwezigheid bij. Vraag bijvoorbeeld `wat is te laat?`, `wanneer is het volgende overleg?` of "
        "`wie is er volgende week weg?`.",
    )
    said_which_project = said(en="For which project is that?", nl="Voor welk project is dat?")

    def said_in(self, channel_id: str) -> str:
        return f"In {channel(channel_id)}:"

    def said_done_in(self, channel_id: str) -> str:
        return self.say(en=f"Done, in {channel(channel_id)}.", nl=f"Gedaan, in {channel(channel_id)}.")
