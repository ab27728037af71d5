"""Sentences about several action items at once, and about what was taken back."""

from collections.abc import Sequence
from itertools import groupby

from bot.action_items.model import Status
from bot.core.errors import AlreadyDone, AlreadySo, Rejected, UnknownNumber
from bot.core.language import Language
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
        if self.language == Language.en:
            items = "1 action item" if count == 1 else f"{count} action items"
            return {
                "done": f"*{items} done*",
                "reopen": f"*{items} reopened*",
                "drop": f"*{items} dropped*",
                "due": f"*{items} with a new date*",
                "give": f"*{items} with another owner*",
            }[verb]
        items = "1 actiepunt" if count == 1 else f"{count} actiepunten"
        return {
            "done": f"*{items} gereed*",
            "reopen": f"*{items} heropend*",
            "drop": f"*{items} vervallen*",
            "due": f"*{items} met een nieuwe datum*",
            "give": f"*{items} met een andere actiehouder*",
        }[verb]

    def bulk_refused(self) -> str:
        return self.say(en="*Not changed*", nl="*Niet gewijzigd*")

    def bulk_reason(self, numbers: Sequence[int], reason: Rejected, sentence: str) -> str:
        """`sentence`: what is said of the reason elsewhere."""
        if self.language == Language.en:
            several = len(numbers) > 1
            match reason:
                case UnknownNumber():
                    why = "there are none with these numbers" if several else "there is none with this number"
                case AlreadyDone(what=what):
                    states = {Status.done: "done", Status.cancelled: "dropped", Status.open: "open"}
                    why = f"{'are' if several else 'is'} {states[Status(what)]} already"
                case AlreadySo():
                    why = "were so already" if several else "was so already"
                case _:
                    why = sentence
            return f"• {spans(numbers)}: {why}"
        several = len(numbers) > 1
        match reason:
            case UnknownNumber():
                why = "die nummers zijn er niet" if several else "dat nummer is er niet"
            case AlreadyDone(what=what):
                states = {Status.done: "gereed", Status.cancelled: "vervallen", Status.open: "open"}
                why = f"{'zijn' if several else 'is'} al {states[Status(what)]}"
            case AlreadySo():
                why = "waren al zo" if several else "was al zo"
            case _:
                why = sentence
        return f"• {spans(numbers)}: {why}"

    def taken_back(self, count: int) -> str:
        return self.say(
            en="*Taken back*" if count == 1 else f"*Taken back, {count} action items*",
            nl="*Ongedaan gemaakt*" if count == 1 else f"*Ongedaan gemaakt, {count} actiepunten*",
        )

    def taken_back_before(self) -> str:
        return self.say(en="That was taken back already.", nl="Dat was al ongedaan gemaakt.")

    def given_together(self, who: str, count: int, project_channel: str) -> str:
        if self.language == Language.en:
            here = channel(project_channel)
            if count == 0:
                return f"The action items in {here} that stood here are not yours any more."
            items = "1 action item" if count == 1 else f"{count} action items"
            return f"*{esc(who)}* gave you {items} in {here}. Each has its card in this thread."
        here = channel(project_channel)
        if count == 0:
            return f"De actiepunten in {here} die hier stonden, zijn niet meer van jou."
        items = "1 actiepunt" if count == 1 else f"{count} actiepunten"
        return f"*{esc(who)}* gaf je {items} in {here}. Elk heeft zijn kaart in deze thread."
