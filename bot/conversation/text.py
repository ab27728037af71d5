"""Sentences that answer what was said without a slash."""

from bot.text.marks import channel, code
from bot.text.speaker import Speaker


class TalkingTexts(Speaker):
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
