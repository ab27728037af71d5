"""Sentences about the subscription to one's own meetings."""

from datetime import date

from bot.text.formats import near_day
from bot.text.marks import code
from bot.text.speaker import Speaker, said


class MeetingFeedTexts(Speaker):
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
