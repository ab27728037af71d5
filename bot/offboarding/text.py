"""Sentences to a project manager about somebody who left, and what they owned."""

from bot.action_items.model import ActionItem, Status
from bot.action_items.text.cards import about, due_day
from bot.core.language import Language
from bot.text.marks import bold, channel, esc
from bot.text.speaker import Speaker


class LeaverTexts(Speaker):
    """`name`: who left."""

    def leaver_asks(self, name: str, project_channel: str, count: int, *, gone: bool) -> str:
        """`gone`: from the workspace altogether."""
        if self.language == Language.en:
            items, them = (
                ("1 open action item", "it") if count == 1 else (f"{count} open action items", "them")
            )
            here = channel(project_channel)
            if gone:
                told = f"{bold(name)} is not in this workspace any more and still owns {items} in {here}"
            else:
                told = f"{bold(name)} has left {here} and still owns {items} there"
            return f"{told}. Who takes {them} over?"
        items, them = ("1 open actiepunt", "dat") if count == 1 else (f"{count} open actiepunten", "die")
        here = channel(project_channel)
        if gone:
            told = f"{bold(name)} is weg uit deze workspace en heeft nog {items} in {here}"
        else:
            told = f"{bold(name)} is weg uit {here} en heeft daar nog {items}"
        return f"{told}. Wie neemt {them} over?"

    def leaver_settled(self, name: str, project_channel: str) -> str:
        return self.say(
            en=f"Nothing of {bold(name)}, who left {channel(project_channel)}, is open any more.",
            nl=f"Van {bold(name)}, die weg is uit {channel(project_channel)}, staat niets meer open.",
        )

    def leaver_back(self, name: str, project_channel: str) -> str:
        here = channel(project_channel)
        return self.say(
            en=f"{bold(name)} is back in {here}: what nobody took over stays where it was.",
            nl=f"{bold(name)} is terug in {here}: wat niemand overnam, blijft zoals het was.",
        )

    def leaver_item(self, item: ActionItem) -> str:
        return f"{about(item)} · {due_day(item, self.language)}"

    def leaver_became(self, item: ActionItem, owner: str) -> str:
        """`owner`: a name; empty for nobody."""
        if item.open:
            became = self.say(en=f"now with {esc(owner) or 'nobody'}", nl=f"nu bij {esc(owner) or 'niemand'}")
        elif item.status == Status.done:
            became = self.say(en="done", nl="gereed")
        else:
            became = self.say(en="dropped", nl="vervallen")
        return f"{about(item)} · {became}"

    def leaver_more(self, count: int) -> str:
        return self.say(
            en=f"and {count} more, which “{self.leaver_give_all()}” gives along",
            nl=f"en nog {count}, die met “{self.leaver_give_all()}” meegaan",
        )

    def leaver_new_owner(self) -> str:
        return self.say(en="New owner", nl="Nieuwe actiehouder")

    def leaver_give_all(self) -> str:
        return self.say(en="Give all to", nl="Geef alles aan")

    def leaver_no_manager(self, name: str) -> str:
        return self.say(
            en=f"{esc(name)} was the project manager: name another with `/spil project`.",
            nl=f"{esc(name)} was de projectmanager: wijs een ander aan met `/spil project`.",
        )
