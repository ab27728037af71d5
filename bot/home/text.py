"""Sentences of Home."""

from collections.abc import Mapping
from datetime import date

from bot.action_items.model import ActionItem, Group
from bot.core.calendar import local
from bot.core.language import Language
from bot.home.overview import Standing
from bot.text.formats import clock_time, due_from
from bot.text.sentences import Speaker, bold, channel, code, esc, said


def counts(own: Mapping[Group, int], language: Language) -> str:
    """2 late · 1 today · 3 this week; empty for none"""
    say = Speaker(language).say
    told = {
        Group.overdue: say(en="late", nl="te laat"),
        Group.today: say(en="today", nl="vandaag"),
        Group.this_week: say(en="this week", nl="deze week"),
        Group.later: say(en="later", nl="later"),
        Group.no_date: say(en="without a date", nl="zonder datum"),
    }
    return " · ".join(f"{own[group]} {words}" for group, words in told.items() if own.get(group))


class HomeTexts(Speaker):
    home_new = said(en="New action item", nl="Nieuw actiepunt")
    home_settings = said(en="Settings", nl="Instellingen")
    my_action_items = said(en="My action items", nl="Mijn actiepunten")
    my_meetings = said(en="My meetings", nl="Mijn overleggen")
    my_week = said(en="My coming week", nl="Mijn komende week")
    home_no_project = said(
        en=f"You're in no project yet. Type {code('/invite @Spil')} in a channel, and then "
        f"{code('/spil project')}.",
        nl=f"Je zit nog in geen project. Typ {code('/invite @Spil')} in een kanaal, en dan "
        f"{code('/spil project')}.",
    )
    no_action_items = said(en="You have no open action items.", nl="Je hebt geen open actiepunten.")
    no_meetings = said(en="You have no meetings ahead.", nl="Je hebt geen overleggen gepland.")
    home_answers = said(en="Waiting for my answer", nl="Wacht op mijn antwoord")
    home_waiting = said(en="Others wait for me", nl="Anderen wachten op mij")
    home_added = said(en="Added by me, and late", nl="Door mij toegevoegd, en te laat")
    home_projects = said(en="My projects", nl="Mijn projecten")
    home_open_list = said(en="Open list", nl="Open de lijst")

    def home_counts(self, own: Mapping[Group, int]) -> str:
        """How many open items of theirs there are, by how urgent they are."""
        none = self.say(en="Nothing to do right now", nl="Niets te doen op dit moment")
        return bold(counts(own, self.language) or none)

    def home_row(self, item: ActionItem, today: date, project_channel: str) -> str:
        return self._row(item, today, "", project_channel)

    def home_more(self, count: int) -> str:
        return self.say(
            en=f"and {count} more: type {code('/spil action list mine')} in the project's channel",
            nl=f"en nog {count}: typ {code('/spil actie lijst mijn')} in het projectkanaal",
        )

    def home_awaited(self, item: ActionItem, owner: str, project_channel: str) -> str:
        """`item` waits for one of theirs; an empty `owner` is nobody."""
        who = esc(owner or item.outside or "") or self.say(en="nobody yet", nl="nog niemand")
        waits = self.say(en="waits for your", nl="wacht op jouw")
        return f"{esc(item.text)} · {who} · {waits} A-{item.waits_for} · {channel(project_channel)}"

    def home_added_row(self, item: ActionItem, today: date, owner: str, project_channel: str) -> str:
        """An empty `owner` is nobody."""
        who = owner or item.outside or self.say(en="nobody yet", nl="nog niemand")
        return self._row(item, today, who, project_channel)

    def home_added_more(self, count: int) -> str:
        typed = self.say(en="/spil action list late added by me", nl="/spil actie lijst te laat van mij")
        return self.say(en=f"and {count} more: type {code(typed)}", nl=f"en nog {count}: typ {code(typed)}")

    def home_project(self, standing: Standing, today: date, zone: str) -> str:
        """Atlas: 7 late, 2 without an owner, next Sprint review Wed 2 Dec 10:00; on the clock of `zone`."""
        late, nobody, meeting = standing.late, standing.without_owner, standing.next
        told = [
            self.say(en=f"{late} late", nl=f"{late} te laat") if late else "",
            self.say(en=f"{nobody} without an owner", nl=f"{nobody} zonder actiehouder") if nobody else "",
        ]
        if meeting is not None:
            starts = local(meeting.starts_at, zone)
            day = due_from(max(starts.date(), today), today, self.language)
            at = clock_time(starts, self.language)
            told.append(self.say(en="next", nl="volgende:") + f" {esc(meeting.title)} {day} {at}")
        nothing = self.say(en="nothing late", nl="niets te laat")
        return f"{bold(standing.project.name)}: {', '.join(filter(None, told)) or nothing}"

    def _row(self, item: ActionItem, today: date, who: str, project_channel: str) -> str:
        """Escaped here: what people wrote, and names."""
        parts = (
            esc(item.text),
            esc(who),
            due_from(item.due, today, self.language) if item.due else "",
            self.say(en="waiting", nl="wacht") if item.waiting else "",
            channel(project_channel),
        )
        return " · ".join(filter(None, parts))
