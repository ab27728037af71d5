"""Sentences about linked calendars. Of an address only the host is shown."""

from datetime import date, datetime, timedelta

from bot.availability.model import CalendarGone, NoCalendarAddress, PasswordMissing, TooManyCalendars
from bot.availability.reading import Problem
from bot.core.language import Both
from bot.text.formats import clock_time, counted, near_day, near_moment, weekday
from bot.text.sentences import Refusals, Speaker, bold, code, esc, said

REFUSALS = Refusals()
REFUSALS[NoCalendarAddress] = lambda say, it: say(
    en=(f"Type a calendar's address behind {code(it.command)}. It" if it.command else "A calendar's address")
    + f" begins with {code('https://')} or {code('webcal://')}. Copy it from your calendar's settings.",
    nl=(f"Typ achter {code(it.command)} het adres van een agenda. Dat" if it.command else "Een agenda-adres")
    + f" begint met {code('https://')} of {code('webcal://')}. Kopieer het uit de instellingen van "
    "je agenda.",
)
REFUSALS[PasswordMissing] = lambda say, _: say(
    en="A user name and its password go together. For a private address leave both empty.",
    nl="Een gebruikersnaam en het wachtwoord horen bij elkaar. Laat bij een privé-adres beide leeg.",
)
REFUSALS[TooManyCalendars] = lambda say, it: say(
    en=f"You can link {it.most} calendars at most. Remove one first.",
    nl=f"Je kunt hoogstens {it.most} agenda’s koppelen. Verwijder er eerst een.",
)
REFUSALS[CalendarGone] = lambda say, _: say(
    en="That calendar isn't linked any more.", nl="Die agenda is niet meer gekoppeld."
)

WRONG = {
    Problem.certificate: Both(
        "its server can't prove who it is (its certificate isn't valid)",
        "de server kan niet bewijzen wie hij is (het certificaat is niet geldig)",
    ),
    Problem.cut_off: Both("it broke off halfway", "hij brak halverwege af"),
    Problem.empty: Both("there's nothing at that address", "er staat niets op dat adres"),
    Problem.fault: Both(
        "something went wrong on my side; my administrator finds it in my log",
        "er ging bij mij iets mis; mijn beheerder vindt het in mijn log",
    ),
    Problem.no_calendars: Both("that account has no calendars", "dat account heeft geen agenda’s"),
    Problem.no_host: Both("there's no server of that name", "er is geen server met die naam"),
    Problem.not_a_calendar: Both(
        "what's at that address isn't a calendar", "wat op dat adres staat is geen agenda"
    ),
    Problem.not_found: Both("the server says it isn't there", "de server zegt dat hij er niet is"),
    Problem.not_https: Both(
        "its address doesn't begin with https, so anybody on the way could read it",
        "het adres begint niet met https, dus iedereen onderweg zou kunnen meelezen",
    ),
    Problem.page: Both(
        "at that address is a web page, such as a login, not a calendar",
        "op dat adres staat een webpagina, zoals een inlogscherm, en geen agenda",
    ),
    Problem.private: Both(
        "it's in a private network, where I only go if my administrator allows its name",
        "hij staat in een privénetwerk, en daar kom ik alleen als mijn beheerder de naam toestaat",
    ),
    Problem.redirects: Both(
        "its server sends me on from one address to the next",
        "de server stuurt me van het ene adres naar het andere",
    ),
    Problem.refused: Both(
        "the server refuses the user name or the password",
        "de server weigert de gebruikersnaam of het wachtwoord",
    ),
    Problem.server: Both("its server has a fault of its own", "de server heeft zelf een storing"),
    Problem.slow: Both("it took longer than 10 seconds", "het duurde langer dan 10 seconden"),
    Problem.too_large: Both("it's too big: at most 8 MB", "hij is te groot: hoogstens 8 MB"),
    Problem.unreachable: Both("I can't reach its server", "ik kan de server niet bereiken"),
}
"""The end of a sentence about a calendar."""
PASSES = (Problem.slow, Problem.server, Problem.unreachable, Problem.cut_off, Problem.fault)
"""What may be over the next time."""
MISTYPED = (
    Problem.not_found,
    Problem.page,
    Problem.not_a_calendar,
    Problem.empty,
    Problem.no_host,
    Problem.not_https,
    Problem.redirects,
)
"""What another address may mend."""


class AvailabilityTexts(Speaker):
    calendars_title = said(en="Your linked calendars", nl="Je gekoppelde agenda’s")
    calendars_none = said(
        en="*No calendar linked yet.* Link yours, and nobody plans a meeting when you're busy.",
        nl="*Nog geen agenda gekoppeld.* Koppel de jouwe, dan plant niemand iets als je niet kunt.",
    )
    calendar_privacy = said(
        en="I read only when you're busy, never what it's about. Nobody sees your address.",
        nl="Ik lees alleen wanneer je bezet bent, nooit waarvoor. Niemand ziet je adres.",
    )
    calendar_gone = said(en="This calendar isn't linked any more.", nl="Deze agenda is niet meer gekoppeld.")
    calendar_home = said(
        en="Link your calendar, and nobody plans a meeting when you're busy.",
        nl="Koppel je agenda, dan plant niemand een overleg als je bezet bent.",
    )
    calendar_link = said(en="Link a calendar", nl="Agenda koppelen")
    calendar_link_anew = said(en="Link it anew", nl="Opnieuw koppelen")
    calendar_try_again = said(en="Change the address", nl="Adres aanpassen")
    calendar_remove = said(en="Remove", nl="Verwijderen")
    calendar_form_where = said(
        en="*Where's the address?*\n"
        "• Google: Settings › your calendar › Integrate calendar › _Secret address in iCal format_\n"
        "• Outlook: Settings › Calendar › Shared calendars › Publish a calendar › _ICS_\n"
        "• Nextcloud: your account as below, or ⋯ beside the calendar › _Copy private link_",
        nl="*Waar vind je het adres?*\n"
        "• Google: Instellingen › je agenda › Agenda integreren › _Privéadres in iCal-indeling_\n"
        "• Outlook: Instellingen › Agenda › Gedeelde agenda’s › Een agenda publiceren › _ICS_\n"
        "• Nextcloud: je account zoals hieronder, of ⋯ naast de agenda › _Privélink kopiëren_",
    )
    """Where three programs keep the private address."""
    calendar_form_address = said(en="Address", nl="Adres")
    calendar_form_address_hint = said(
        en="Begins with https:// or webcal://. Anybody who has it can read your calendar; I tell nobody.",
        nl="Begint met https:// of webcal://. Wie het heeft kan je agenda lezen; ik vertel het niemand.",
    )
    calendar_form_account = said(en="User name", nl="Gebruikersnaam")
    calendar_form_account_hint = said(
        en="Only for a CalDAV account, such as Nextcloud's or Fastmail's.",
        nl="Alleen voor een CalDAV-account, zoals van Nextcloud of Fastmail.",
    )
    calendar_form_password = said(en="Password", nl="Wachtwoord")

    def calendar_wrong(self, problem: Problem) -> str:
        return WRONG[problem].in_language(self.language)

    def calendar_read(self, host: str, ago: timedelta, times: int, unread: int) -> str:
        """How long `ago`; `times` that they are busy soon; events `unread`."""
        return f"{bold(host)}\n{self._ago(ago)}; {self.calendar_busy(times)}" + self._unread(unread)

    def calendar_failing(self, host: str, problem: Problem, since: datetime, today: date) -> str:
        """`since`: on the reader's clock."""
        at = (
            near_moment(since, today, self.language)
            if abs((today - since.date()).days) > 6
            else (f"{weekday(since.date(), self.language)} {clock_time(since, self.language)}")
        )
        wrong = self.calendar_wrong(problem)
        return self.say(
            en=f"{bold(host)}\ncan't be read since {at}: {wrong}",
            nl=f"{bold(host)}\nis sinds {at} niet te lezen: {wrong}",
        )

    def calendar_waits(self, host: str) -> str:
        return self.say(
            en=f"I'm reading your calendar at {bold(host)}…", nl=f"Ik lees je agenda op {bold(host)}…"
        )

    def calendar_tried(self, host: str) -> str:
        """Where others are too."""
        return self.say(
            en=f"I'm reading your calendar at {bold(host)}, and tell you in person how it goes.",
            nl=f"Ik lees je agenda op {bold(host)}, en vertel je persoonlijk hoe het gaat.",
        )

    def calendar_linked(self, host: str, times: int, unread: int) -> str:
        return self.say(
            en=f"Linked: {bold(host)}, {self.calendar_busy(times)}.",
            nl=f"Gekoppeld: {bold(host)}, {self.calendar_busy(times)}.",
        ) + self._unread(unread)

    def calendar_not_linked(self, host: str, problem: Problem) -> str:
        """What is wrong, and what to do."""
        wrong, hint = self.calendar_wrong(problem), self._hint(problem)
        return self.say(
            en=f"I can't read your calendar at {bold(host)}: {wrong}.{hint}",
            nl=f"Ik kan je agenda op {bold(host)} niet lezen: {wrong}.{hint}",
        )

    def calendar_dead(self, host: str, problem: Problem, last: date, today: date) -> str:
        """`last`: the day on which it was read."""
        day, wrong = near_day(last, today, self.language), self.calendar_wrong(problem)
        return self.say(
            en=f"I can't read your calendar at {bold(host)} any more, since {day}: {wrong}. "
            "Until you link it anew, others can't see when you're free.",
            nl=f"Ik kan je agenda op {bold(host)} sinds {day} niet meer lezen: {wrong}. "
            "Tot je hem opnieuw koppelt, ziet niemand wanneer je vrij bent.",
        )

    def calendar_alive(self, host: str, times: int) -> str:
        return self.say(
            en=f"I can read your calendar at {bold(host)} again: {self.calendar_busy(times)}.",
            nl=f"Ik kan je agenda op {bold(host)} weer lezen: {self.calendar_busy(times)}.",
        )

    def calendar_removed(self, host: str) -> str:
        return self.say(
            en=f"Removed: {bold(host)}. I forgot its address and when you're busy.",
            nl=f"Verwijderd: {bold(host)}. Ik ben het adres vergeten, en wanneer je bezet bent.",
        )

    def calendar_stale(self, name: str, since: date, today: date) -> str:
        """To somebody who plans with `name`."""
        day = near_day(since, today, self.language)
        return self.say(
            en=f"I haven't been able to read {esc(name)}'s calendar since {day}.",
            nl=f"De agenda van {esc(name)} kan ik sinds {day} niet lezen.",
        )

    def calendar_busy(self, times: int) -> str:
        often_en = f"busy {counted(times, 'time', 'times')}" if times else "never busy"
        often_nl = f"{times} keer bezet" if times else "nooit bezet"
        return self.say(en=f"{often_en} in the coming 4 weeks", nl=f"{often_nl} in de komende 4 weken")

    def calendar_remove_sure(self, host: str) -> str:
        """Of a question without marks."""
        return self.say(
            en=f"I'll forget the address at {host} and when you're busy.",
            nl=f"Ik vergeet het adres op {host} en wanneer je bezet bent.",
        )

    def calendar_form_password_hint(self, *, kept: bool) -> str:
        """`kept`: there is one already."""
        kept_en = "Leave it empty to keep the one you gave. " if kept else ""
        kept_nl = "Laat het leeg om het vorige te houden. " if kept else ""
        return self.say(
            en=f"{kept_en}Best an app password that you make for me: Slack shows what you type here.",
            nl=f"{kept_nl}Liefst een app-wachtwoord dat je voor mij maakt: Slack toont wat je hier typt.",
        )

    def _ago(self, ago: timedelta) -> str:
        minutes = int(ago.total_seconds()) // 60
        if minutes < 2:
            return self.say(en="read just now", nl="zojuist gelezen")
        if minutes < 60:
            return self.say(en=f"read {minutes} minutes ago", nl=f"{minutes} minuten geleden gelezen")
        hours = minutes // 60
        return self.say(en=f"read {counted(hours, 'hour', 'hours')} ago", nl=f"{hours} uur geleden gelezen")

    def _unread(self, unread: int) -> str:
        if not unread:
            return ""
        return self.say(
            en=f" I couldn't read the time of {counted(unread, 'event', 'events')}.",
            nl=f" Van {counted(unread, 'afspraak', 'afspraken')} kon ik de tijd niet lezen.",
        )

    def _hint(self, problem: Problem) -> str:
        """What to do; nothing where only somebody else can."""
        if problem in PASSES:
            return self.say(en=" I'll keep trying.", nl=" Ik blijf het proberen.")
        if problem is Problem.refused:
            return self.say(en=" Please check them.", nl=" Kijk die nog eens na.")
        if problem in MISTYPED:
            return self.say(
                en=" Copy the address once more from your calendar's settings.",
                nl=" Kopieer het adres nog eens uit de instellingen van je agenda.",
            )
        return ""
