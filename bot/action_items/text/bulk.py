"""Sentences about several action items at once, and about what was taken back."""

from collections.abc import Sequence
from itertools import groupby

from bot.action_items.model import Status
from bot.action_items.text.cards import STATUSES, action_items
from bot.core.errors import AlreadyDone, AlreadySo, Rejected, UnknownNumber
from bot.text.marks import channel, esc
from bot.text.speaker import Speaker


def spans(numbers: Sequence[int]) -> str:
    """A-3, A-5–A-7"""
    runs = [
        [number for _, number in run]
        for _, run in groupby(enumerate(sorted(numbers)), key=lambda each: each[1] - each[0])
    ]
    return ", ".join(f"A-{run[0]}" if len(run) == 1 else f"A-{run[0]}–A-{run[-1]}" for run in runs)


class BulkTexts(Speaker):
    def bulk_changed(self, verb: str, count: int) -> str:
        """`verb` is one of bot.action_items.bulk."""
        became = self.say(
            en={
                "done": "done",
                "reopen": "reopened",
                "drop": "dropped",
                "due": "with a new date",
                "give": "with another owner",
            },
            nl={
                "done": "gereed",
                "reopen": "heropend",
                "drop": "vervallen",
                "due": "met een nieuwe datum",
                "give": "met een andere actiehouder",
            },
        )
        return f"*{action_items(count, self.language)} {became[verb]}*"

    def bulk_refused(self) -> str:
        return self.say(en="*Not changed*", nl="*Niet gewijzigd*")

    def bulk_reason(self, numbers: Sequence[int], reason: Rejected, sentence: str) -> str:
        """`sentence`: what is said of the reason elsewhere."""
        one = len(numbers) == 1
        match reason:
            case UnknownNumber():
                why = self.say(
                    en="there is none with this number" if one else "there are none with these numbers",
                    nl="dat nummer is er niet" if one else "die nummers zijn er niet",
                )
            case AlreadyDone(what=what):
                verb = self.say(en="is" if one else "are", nl="is al" if one else "zijn al")
                why = f"{verb} {STATUSES[self.language][Status(what)]}" + self.say(en=" already", nl="")
            case AlreadySo():
                why = self.say(en="was" if one else "were", nl="was" if one else "waren")
                why += self.say(en=" so already", nl=" al zo")
            case _:
                why = sentence
        return f"• {spans(numbers)}: {why}"

    def taken_back(self, count: int) -> str:
        items = "" if count == 1 else f", {action_items(count, self.language)}"
        return self.say(en=f"*Taken back{items}*", nl=f"*Ongedaan gemaakt{items}*")

    def taken_back_before(self) -> str:
        return self.say(en="That was taken back already.", nl="Dat was al ongedaan gemaakt.")

    def given_together(self, who: str, count: int, project_channel: str) -> str:
        here, items = channel(project_channel), action_items(count, self.language)
        if count == 0:
            return self.say(
                en=f"The action items in {here} that stood here are not yours any more.",
                nl=f"De actiepunten in {here} die hier stonden, zijn niet meer van jou.",
            )
        return self.say(
            en=f"*{esc(who)}* gave you {items} in {here}. Each has its card in this thread.",
            nl=f"*{esc(who)}* gaf je {items} in {here}. Elk heeft zijn kaart in deze thread.",
        )
