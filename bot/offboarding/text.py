"""Sentences to a project manager about somebody who left, and what they owned."""

from bot.action_items.model import ActionItem, Status
from bot.core.language import Language
from bot.text.formats import day
from bot.text.marks import bold, channel, esc
from bot.text.speaker import Speaker


def _title(item: ActionItem) -> str:
    return f"*A-{item.number}* · {esc(item.text)}"


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
        if self.language == Language.en:
            stays = "what nobody took over stays where it was"
            return f"{bold(name)} is back in {channel(project_channel)}: {stays}."
        stays = "wat niemand overnam, blijft zoals het was"
        return f"{bold(name)} is terug in {channel(project_channel)}: {stays}."

    def leaver_item(self, item: ActionItem) -> str:
        return self.say(
            en=f"{_title(item)} · {day(item.due, Language.en) if item.due else 'no date'}",
            nl=f"{_title(item)} · {day(item.due, Language.nl) if item.due else 'geen datum'}",
        )

    def leaver_became(self, item: ActionItem, owner: str) -> str:
        """`owner`: a name; empty for nobody."""
        if self.language == Language.en:
            if item.open:
                return f"{_title(item)} · now with {esc(owner) or 'nobody'}"
            return f"{_title(item)} · {'done' if item.status == Status.done else 'cancelled'}"
        if item.open:
            return f"{_title(item)} · nu bij {esc(owner) or 'niemand'}"
        return f"{_title(item)} · {'gereed' if item.status == Status.done else 'vervallen'}"

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
