"""Sentences to a project manager about somebody who left, and what they owned."""

from datetime import date

from bot.action_items.model import ActionItem, Status
from bot.core.language import Language
from bot.text.formats import due_from
from bot.text.sentences import Speaker, bold, channel, esc, said


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
                told = f"{bold(name)} has left the workspace and still owns {items} in {here}"
            else:
                told = f"{bold(name)} has left {here} and still owns {items} there"
            return f"{told}. Who takes {them} over?"
        items, them = ("1 open actiepunt", "dat") if count == 1 else (f"{count} open actiepunten", "die")
        here = channel(project_channel)
        if gone:
            told = f"{bold(name)} is weg uit de workspace en heeft nog {items} in {here}"
        else:
            told = f"{bold(name)} is weg uit {here} en heeft daar nog {items}"
        return f"{told}. Wie neemt {them} over?"

    def leaver_settled(self, name: str, project_channel: str) -> str:
        return self.say(
            en=f"All that {bold(name)} left in {channel(project_channel)} is taken care of.",
            nl=f"Alles wat {bold(name)} achterliet in {channel(project_channel)} is geregeld.",
        )

    def leaver_back(self, name: str, project_channel: str) -> str:
        here = channel(project_channel)
        return self.say(
            en=f"{bold(name)} is back in {here}, and keeps what nobody took over.",
            nl=f"{bold(name)} is terug in {here}, en houdt wat niemand overnam.",
        )

    def leaver_item(self, item: ActionItem, today: date) -> str:
        none = self.say(en="no date", nl="geen datum")
        due = due_from(item.due, today, self.language) if item.due else none
        return f"{esc(item.text)} · {due} · A-{item.number}"

    def leaver_became(self, item: ActionItem, owner: str) -> str:
        """`owner`: a name; empty for nobody."""
        if item.open:
            became = self.say(en=f"now with {esc(owner) or 'nobody'}", nl=f"nu bij {esc(owner) or 'niemand'}")
        elif item.status == Status.done:
            became = self.say(en="done", nl="gereed")
        else:
            became = self.say(en="dropped", nl="vervallen")
        return f"{esc(item.text)} · {became} · A-{item.number}"

    def leaver_more(self, count: int) -> str:
        return self.say(
            en=f"and {count} more: “{self.leaver_give_all()}” moves these too",
            nl=f"en nog {count}: “{self.leaver_give_all()}” neemt die ook mee",
        )

    leaver_new_owner = said(en="New owner", nl="Nieuwe actiehouder")
    leaver_give_all = said(en="Give all to", nl="Geef alles aan")

    def leaver_no_manager(self, name: str) -> str:
        return self.say(
            en=f"{esc(name)} managed the project: type `/spil project` to choose somebody else.",
            nl=f"{esc(name)} leidde het project: typ `/spil project` om iemand anders te kiezen.",
        )
