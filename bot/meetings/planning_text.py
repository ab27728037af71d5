"""Sentences about planning a meeting or a series, why that cannot be, and the calendar that shows them."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Literal

from bot.core.calendar import local
from bot.core.language import Language
from bot.meetings import errors
from bot.meetings.model import Meeting, Sketch
from bot.meetings.text import title, when
from bot.text.formats import city, counted, length, near_day, near_moment
from bot.text.sentences import Refusals, Speaker, bold, code, esc, mention, said, shortened

REFUSALS = Refusals()
REFUSALS[errors.Unplaced] = lambda say, it: say(
    en=f"I can't place “{shortened(it.words)}”.", nl=f"Ik kan “{shortened(it.words)}” niet plaatsen."
)
REFUSALS[errors.NoTitle] = lambda say, _: say(
    en="Say what the meeting is about.", nl="Zeg waar het overleg over gaat."
)
REFUSALS[errors.NobodyElse] = lambda say, _: say(
    en="Say who should come besides you: type @ and choose a colleague. I don't invite anybody by myself.",
    nl="Zeg wie er naast jou bij moet zijn: typ @ en kies een collega. Uit mezelf nodig ik niemand uit.",
)
REFUSALS[errors.Unnamed] = lambda say, it: say(
    en=f"I can't invite {bold(it.words)} as a whole: type @ and choose each colleague.",
    nl=f"Ik kan {bold(it.words)} niet in één keer uitnodigen: typ @ en kies elke collega.",
)
REFUSALS[errors.NoDay] = lambda say, _: say(
    en="Say on which day: `tomorrow`, `friday` or `in 2 weeks`.",
    nl="Zeg op welke dag: `morgen`, `vrijdag` of `over 2 weken`.",
)
REFUSALS[errors.NoTime] = lambda say, it: say(
    en=(f"{code(it.typed)} isn't a time. " if it.typed else "") + "Say at what time it starts: `14:00`.",
    nl=(f"{code(it.typed)} is geen kloktijd. " if it.typed else "") + "Zeg hoe laat het begint: `14:00`.",
)
REFUSALS[errors.RuleStays] = lambda say, _: say(
    en="Give one day and time: this meeting doesn't repeat. To have it repeat, plan a series.",
    nl="Geef één dag en tijd: dit overleg komt niet terug. Plan een reeks als het moet herhalen.",
)
REFUSALS[errors.OddLength] = lambda say, it: say(
    en=f"A meeting takes {it.shortest} minutes to {it.longest // 60} hours.",
    nl=f"Een overleg duurt {it.shortest} minuten tot {it.longest // 60} uur.",
)
REFUSALS[errors.NotOrganiser] = lambda say, it: say(
    en=f"Only {mention(it.organiser)}, who organises it, and the project manager can do that.",
    nl=f"Dat kan alleen {mention(it.organiser)}, die het organiseert, of de projectmanager.",
)
REFUSALS[errors.NotAsked] = lambda say, it: say(
    en=f"You're not invited to {it.named}, so it doesn't need your answer.",
    nl=f"Je bent niet uitgenodigd voor {it.named}, dus je hoeft niet te antwoorden.",
)
REFUSALS[errors.MeetingOver] = lambda say, it: say(
    en=f"Meeting {it.number} is {'cancelled' if it.cancelled else 'over'}; nothing about it can change.",
    nl=f"Overleg {it.number} {'gaat niet door' if it.cancelled else 'is voorbij'}; "
    "er valt niets meer aan te wijzigen.",
)


class MeetingPlanningTexts(Speaker):
    meeting_plan_it = said(en="Plan it", nl="Plannen")
    meeting_open_form = said(en="Fill in the form", nl="Vul het formulier in")
    meeting_none_next = said(
        en="No meetings ahead, in any of your projects.",
        nl="Je hebt geen overleg in het vooruitzicht, in geen van je projecten.",
    )
    meeting_next_of_others = said(
        en="You're not invited to any meeting ahead. The next in your projects:",
        nl="Je bent voor geen komend overleg uitgenodigd. Het eerstvolgende in je projecten:",
    )
    meeting_move = said(en="Move", nl="Verzetten")

    def meeting_incomplete(self, *, new: bool) -> str:
        return self.say(
            en="Not planned yet:" if new else "Nothing is changed yet:",
            nl="Nog niet gepland:" if new else "Er is nog niets gewijzigd:",
        )

    def meeting_almost(self, sketch: Sketch, names: Sequence[str], today: date, rest: str) -> str:
        """All that was read of a typed line, and the words that have no place in it."""
        people = _listed([*map(esc, names)], self.say(en="and", nl="en"))
        at = near_moment(datetime.combine(sketch.day or today, sketch.at or time()), today, self.language)
        where = shortened(sketch.place)
        parts = (bold(sketch.title), people, f"*{at}*", length(sketch.minutes, self.language), where)
        read = ", ".join(filter(None, parts))
        return self.say(
            en=f"Almost. I read: {read}. I can't place “{shortened(rest)}”.",
            nl=f"Bijna. Ik lees: {read}. “{shortened(rest)}” kan ik niet plaatsen.",
        )

    def meeting_which(self, phrase: str, *, only: bool = False) -> str:
        """`only`: it can mean one moment, or none."""
        if only:
            return self.say(
                en=f"Does {code(phrase)} mean the moment below? Then press it.",
                nl=f"Bedoel je met {code(phrase)} het moment hieronder? Druk er dan op.",
            )
        return self.say(
            en=f"{code(phrase)} can be more than one moment. Which do you mean?",
            nl=f"{code(phrase)} kan meer dan één moment zijn. Welk bedoel je?",
        )

    def meeting_clock_change(self, meeting: Meeting, change: Literal["skipped", "doubled"]) -> str:
        told = f"{title(meeting)}, {when(meeting, meeting.zone, meeting.day, self.language)}"
        if change == "skipped":
            return self.say(
                en=f"The clock goes forward then and skips the time that you gave. It's now {told}.",
                nl=f"De klok gaat dan vooruit en slaat deze tijd over. Het wordt {told}.",
            )
        return self.say(
            en=f"The clock goes back then, so this time comes twice; the first is meant: {told}.",
            nl=f"De klok gaat dan terug, dus deze tijd komt twee keer; de eerste is bedoeld: {told}.",
        )

    def meeting_zone_hint(self, zone: str) -> str:
        return self.say(en=f"{city(zone, Language.en)} time", nl=f"Tijd in {city(zone, Language.nl)}")

    def meeting_cancel_sure(self, meeting: Meeting) -> str:
        named, others = title(meeting), len(meeting.people) - 1
        hear = counted(others, "other hears", "others hear"), counted(others, "ander hoort", "anderen horen")
        return self.say(
            en=f"{named} won't take place then, and {hear[0]} it at once.",
            nl=f"{named} gaat dan niet door, en {hear[1]} het meteen.",
        )

    meeting_this_and_later = said(en="This and all later", nl="Deze en alle latere")
    meeting_later_alike = said(en="Later ones too", nl="Ook alle latere")
    meeting_skip = said(en="Skip it", nl="Sla over")

    def meeting_roles(self, chair: str, minute_taker: str) -> str:
        """Names, empty for nobody."""
        parts = (
            self.say(en=f"chair: {esc(chair)}", nl=f"voorzitter: {esc(chair)}") if chair else "",
            self.say(en=f"minutes: {esc(minute_taker)}", nl=f"notulist: {esc(minute_taker)}")
            if minute_taker
            else "",
        )
        return " · ".join(filter(None, parts))

    def meeting_cancel_which(self, meeting: Meeting) -> str:
        on = near_day(meeting.day, meeting.day, self.language)
        return self.say(
            en=f"{title(meeting)} on {on} is one of a series. Which won't take place?",
            nl=f"{title(meeting)} op {on} is er een van een reeks. Welke gaat niet door?",
        )

    def meeting_only_this(self, meeting: Meeting) -> str:
        on = near_day(meeting.day, meeting.day, self.language)
        return self.say(en=f"Only {on}", nl=f"Alleen {on}")

    def meeting_series_ended(self, series: Meeting, zone: str, today: date) -> str:
        """What is left of it."""
        if series.cancelled:
            return self.say(
                en=f"{title(series)}: all that were to come are cancelled.",
                nl=f"{title(series)}: alle komende keren zijn afgezegd.",
            )
        return self.meeting_stands(series, zone, today)

    def meeting_stands(self, meeting: Meeting, zone: str, today: date, *, changed: bool = True) -> str:
        """To who planned it, changed it, or tried to."""
        told, there = f"*{when(meeting, zone, today, self.language)}*", city(zone, self.language)
        if changed and meeting.version == 1:
            named = f"{title(meeting)}, {told}"
            return self.say(en=f"Planned: {named} ({there} time).", nl=f"Gepland: {named} (tijd in {there}).")
        return self.say(
            en=f"{title(meeting)} is {'now ' * changed}{told} ({there} time).",
            nl=f"{title(meeting)} is {'nu ' * changed}{told} (tijd in {there}).",
        )

    def meeting_on_holiday(self, meeting: Meeting, zone: str, today: date) -> str:
        """To who organises the series."""
        on = near_day(local(meeting.starts_at, zone).date(), today, self.language)
        return self.say(
            en=f"{title(meeting)} falls on *{on}*, a public holiday.",
            nl=f"{title(meeting)} valt op *{on}*, een feestdag.",
        )

    feed_name = said(en="Meetings (Spil)", nl="Overleggen (Spil)")
    """Of the calendar."""
    feed_how = said(
        en="Google: Other calendars, +, From URL · Outlook: Add calendar, Subscribe from web · "
        "Apple: File, New Calendar Subscription",
        nl="Google: Andere agenda's, +, Via URL · Outlook: Agenda toevoegen, Abonneren via internet · "
        "Apple: Archief, Nieuw agenda-abonnement",
    )
    feed_doubles = said(
        en="Invitations by e-mail would stand there twice: turn them off with /spil reminders.",
        nl="Uitnodigingen per e-mail staan er dan dubbel in: zet ze uit met /spil herinneringen.",
    )
    feed_off = said(
        en="Off: the address of your meetings leads nowhere any more.",
        nl="Uit: het adres van je overleggen werkt niet meer.",
    )
    feed_impossible = said(
        en="Your calendar could follow your meetings, but Spil has no address on the web yet. "
        "The person who runs it here must set SPIL_PUBLIC_URL first.",
        nl="Je agenda kan je overleggen volgen, maar Spil heeft nog geen adres op het web. "
        "Wie het hier beheert, moet eerst SPIL_PUBLIC_URL instellen.",
    )
    feed_offered = said(
        en="Your own calendar can show your meetings, and follow each change of them.",
        nl="Je eigen agenda kan je overleggen tonen, en elke wijziging ervan volgen.",
    )
    feed_subscribe = said(en="Show them in my calendar", nl="Toon ze in mijn agenda")
    feed_new_address = said(en="New address", nl="Nieuw adres")
    feed_turn_off = said(en="Turn off", nl="Uitzetten")

    def feed_address(self, address: str, *, again: bool) -> str:
        """`again`: it takes the place of an earlier one."""
        told = self.say(
            en="This address puts your meetings into your calendar, and keeps them right there:",
            nl="Dit adres zet je overleggen in je agenda en houdt ze daar bij:",
        )
        old = self.say(en=" The old one has stopped working.", nl=" Het oude werkt niet meer.")
        keep = self.say(
            en="Copy it now, I show it only once. It shows your meetings to anyone, so keep it to yourself.",
            nl="Kopieer het nu, ik toon het maar één keer. Wie het heeft, ziet je overleggen: houd het voor "
            "jezelf.",
        )
        return f"{told}\n{code(address)}\n{keep}{old if again else ''}"

    def feed_stands(self, since: date, today: date) -> str:
        on = near_day(since, today, self.language)
        return self.say(
            en=f"Your calendar has followed your meetings since {on}. I keep no copy of the address: if it's "
            "lost, ask for a new one, and the old one stops working.",
            nl=f"Je agenda volgt je overleggen sinds {on}. Ik bewaar het adres niet: is het zoek, vraag dan "
            "een nieuw aan, en het oude werkt niet meer.",
        )


def _listed(names: list[str], joined_by: str) -> str:
    """Priya, Sanne and Tom"""
    return f" {joined_by} ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
