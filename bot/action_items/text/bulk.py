"""Sentences about several action items at once, and about what was taken back."""

from bot.action_items.text.cards import action_items
from bot.text.marks import channel, esc
from bot.text.speaker import Speaker


class BulkTexts(Speaker):
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
