"""Sentences about what waits for somebody's morning."""

from datetime import datetime

from bot.core.calendar import local
from bot.text.formats import city, clock_time, weekday
from bot.text.marks import esc
from bot.text.speaker import Speaker, said


def _joined(names: list[str], word: str) -> str:
    return f" {word} ".join(filter(None, (", ".join(names[:-1]), names[-1])))


class QuietHoursTexts(Speaker):
    def held_until(self, names: list[str], at: datetime, zone: str, own_zone: str) -> str:
        """To who did it: their news waits for the morning of who gets it, at `at` in their zone."""
        here = local(at, zone)
        when = f"{weekday(here.date(), self.language)} {clock_time(here, self.language)}"
        elsewhere = local(at, own_zone).replace(tzinfo=None) != here.replace(tzinfo=None)
        place = (
            self.say(en=f" ({city(zone, self.language)} time)", nl=f" (tijd in {city(zone, self.language)})")
            if elsewhere
            else ""
        )
        who = [esc(name) for name in names]
        return self.say(
            en=f"{_joined(who, 'and')} {'gets' if len(who) == 1 else 'get'} this on {when}{place}.",
            nl=f"{_joined(who, 'en')} {'krijgt' if len(who) == 1 else 'krijgen'} dit {when}{place}.",
        )

    send_now = said(en="Send now", nl="Nu sturen")

    def sent_now(self, names: list[str]) -> str:
        who = [esc(name) for name in names]
        return self.say(en=f"Sent to {_joined(who, 'and')}.", nl=f"Gestuurd aan {_joined(who, 'en')}.")

    sent_already = said(en="That was sent already.", nl="Dat is al gestuurd.")
