"""Sentences about minutes after they are sent: corrections, adoption, files, search, and being in time."""

from collections.abc import Sequence
from datetime import date

from bot.minutes.document import Format
from bot.minutes.model import Minutes
from bot.minutes.parts import Amendment
from bot.text.formats import counted, due_from, near_day
from bot.text.sentences import Speaker, bold, code, esc, said, shortened


class SentMinutesTexts(Speaker):
    def minutes_amendment(self, it: Amendment, names: Sequence[str]) -> str:
        """What it makes of the minutes; `names`: of who were there."""
        wrong, right, text = (shortened(each) for each in (it.wrong, it.right, it.text))
        now = self.say(en=f"“{wrong}” is now “{right}”", nl=f"“{wrong}” is nu “{right}”")
        gone = self.say(en=f"“{wrong}” is left out", nl=f"“{wrong}” vervalt")
        record = self.say(en=f"{it.record} now reads “{text}”", nl=f"{it.record} luidt nu “{text}”")
        who = esc(", ".join(names)) or self.say(en="nobody named", nl="niemand genoemd")
        there = self.say(en=f"present: {who}", nl=f"aanwezig: {who}")
        told = (
            (now if right else gone) if wrong else "",
            record if it.record else "",
            there if it.attendees is not None else "",
            shortened(it.remark),
        )
        return "; ".join(filter(None, told))

    def minutes_corrected(self, what: str, author: str, day: date, today: date) -> str:
        on = near_day(day, today, self.language)
        return self.say(
            en=f"*corrected* by {esc(author)}, {on}: {what}",
            nl=f"*verbeterd* door {esc(author)}, {on}: {what}",
        )

    def minutes_corrected_before(self, count: int) -> str:
        return self.say(
            en=f"and {counted(count, 'earlier correction', 'earlier corrections')}",
            nl=f"en {counted(count, 'eerdere verbetering', 'eerdere verbeteringen')}",
        )

    def minutes_adopted(self, day: date, today: date) -> str:
        on = near_day(day, today, self.language)
        return self.say(en=f"✓ adopted, {on}", nl=f"✓ vastgesteld, {on}")

    minutes_correct = said(en="Correct", nl="Verbeteren")
    minutes_adopt = said(en="Adopt", nl="Vaststellen")

    minutes_with_corrections = said(en="With corrections", nl="Met verbeteringen")

    def minutes_to_adopt(self, minutes: Minutes, today: date) -> str:
        """After the next meeting, to who is asked for notes."""
        on = near_day(minutes.held_on, today, self.language)
        return self.say(
            en=f"Were the minutes of {on} (N-{minutes.number}) adopted?",
            nl=f"Zijn de notulen van {on} (N-{minutes.number}) vastgesteld?",
        )

    def minutes_adopted_last_time(self, minutes: Minutes, today: date) -> str:
        on = near_day(minutes.held_on, today, self.language)
        return self.say(en=f"✓ minutes of {on} adopted", nl=f"✓ notulen van {on} vastgesteld")

    def minutes_on_agenda(self, minutes: Minutes, today: date) -> str:
        on = near_day(minutes.held_on, today, self.language)
        return self.say(
            en=f"Agenda: minutes of {on} (N-{minutes.number})",
            nl=f"Agenda: notulen van {on} (N-{minutes.number})",
        )

    def minutes_correct_intro(self, *, decides: bool) -> str:
        if decides:
            return self.say(
                en="What stands in the channel changes too, and says who did it.",
                nl="Wat in het kanaal staat verandert mee, met jouw naam erbij.",
            )
        return self.say(
            en="Who wrote the minutes decides whether it's taken over.",
            nl="Wie de notulen maakte, beslist of het wordt overgenomen.",
        )

    def minutes_correct_fields(self) -> tuple[str, str, str, str, str, str]:
        """Labels, in the order of the form."""
        return self.say(
            en=(
                "A decision or action that reads otherwise",
                "What it should say",
                "Words in the notes that are wrong",
                "What should stand there",
                "Who were there",
                "Something else",
            ),
            nl=(
                "Een besluit of actie die anders luidt",
                "Wat er moet staan",
                "Woorden in de aantekeningen die fout zijn",
                "Wat daar moet staan",
                "Wie erbij waren",
                "Iets anders",
            ),
        )

    def minutes_are_corrected(self, minutes: Minutes, what: str) -> str:
        title = bold(minutes.title)
        return self.say(en=f"Corrected in {title}: {what}", nl=f"Verbeterd in {title}: {what}")

    def minutes_remark_is_with(self, author: str, what: str) -> str:
        return self.say(
            en=f"I've put it to {esc(author)}: {what}", nl=f"Ik heb het aan {esc(author)} voorgelegd: {what}"
        )

    def minutes_remark(self, minutes: Minutes, who: str, what: str) -> str:
        title = bold(minutes.title)
        return self.say(
            en=f"{bold(who)} proposes a correction to the minutes of {title}:\n> {what}",
            nl=f"{bold(who)} stelt een verbetering voor in de notulen van {title}:\n> {what}",
        )

    def minutes_remark_answered(self, minutes: Minutes, who: str, *, taken: bool) -> str:
        title = bold(minutes.title)
        if taken:
            return self.say(
                en=f"✓ {esc(who)}'s correction is in the minutes of {title}.",
                nl=f"✓ De verbetering van {esc(who)} staat in de notulen van {title}.",
            )
        return self.say(
            en=f"{esc(who)}'s correction to {title} is left out.",
            nl=f"De verbetering van {esc(who)} in {title} is niet overgenomen.",
        )

    minutes_remark_buttons = said(en=("Take it over", "Leave it out"), nl=("Overnemen", "Niet overnemen"))

    def minutes_for_readers(self, minutes: Minutes) -> str:
        title = bold(minutes.title)
        return self.say(en=f"Confidential, for you: {title}", nl=f"Vertrouwelijk, voor jou: {title}")

    def minutes_confidential(
        self, lines: Sequence[tuple[int, int]], readers: Sequence[str], unknown: Sequence[str]
    ) -> str:
        """On the concept: what stays out of the minutes; `lines`: of each topic first and last."""
        topics = len(lines)
        who = esc(", ".join(readers)) or self.say(en="you", nl="jou")
        lost = esc(", ".join(unknown))
        en = f"{counted(topics, 'confidential topic', 'confidential topics')}: for {who} alone. "
        nl = (
            f"{counted(topics, 'vertrouwelijk onderwerp', 'vertrouwelijke onderwerpen')}: alleen voor {who}. "
        )
        where = ", ".join(f"{first}–{last}" for first, last in lines)
        en += f"Its decisions and actions stay there as text; I create none. Lines {where} of the notes."
        nl += "Besluiten en acties daarin blijven tekst; ik maak ze niet aan. "
        nl += f"Regels {where} van de aantekeningen."
        return self.say(
            en=f"{en} I don't know {lost}." if lost else en, nl=f"{nl} {lost} ken ik niet." if lost else nl
        )

    def minutes_hidden(self, topics: int) -> str:
        return self.say(
            en=counted(topics, "confidential topic", "confidential topics"),
            nl=counted(topics, "vertrouwelijk onderwerp", "vertrouwelijke onderwerpen"),
        )

    minutes_file_menu = said(en="As a file", nl="Als bestand")

    def minutes_file_of(self, kind: Format) -> str:
        word = self.say(en="Word file", nl="Word-bestand")
        return {Format.docx: word, Format.pdf: self.say(en="PDF", nl="PDF"), Format.md: "Markdown"}[kind]

    def minutes_file_coming(self, minutes: Minutes, kind: Format) -> str:
        title, name = bold(minutes.title), self.minutes_file_of(kind)
        return self.say(
            en=f"I'm sending you the minutes of {title} ({name}) in a direct message.",
            nl=f"Ik stuur je de notulen van {title} ({name}) in een direct bericht.",
        )

    def minutes_no_pdf(self, number: int) -> str:
        en, nl = f"/spil minutes file {number} docx", f"/spil notulen bestand {number} docx"
        return self.say(
            en=f"I can't make PDFs here: who runs me can add `spil[documents]`. Word works: {code(en)}.",
            nl="Pdf's maak ik hier niet: wie mij beheert, kan `spil[documents]` toevoegen. Word kan wel: "
            f"{code(nl)}.",
        )

    def minutes_found_title(self, words: str, total: int) -> str:
        return self.say(
            en=f"*{counted(total, 'set of minutes', 'sets of minutes')} with “{esc(words)}”*",
            nl=f"*{counted(total, 'set notulen', 'sets notulen')} met “{esc(words)}”*",
        )

    def minutes_found_none(self, words: str) -> str:
        return self.say(
            en=f"No minutes that you can see mention “{esc(words)}”.",
            nl=f"In geen notulen die je kunt zien staat “{esc(words)}”.",
        )

    def minutes_found_line(self, minutes: Minutes, project: str, line: str, today: date) -> str:
        on = near_day(minutes.held_on, today, self.language)
        about = f"{bold(minutes.title)} · {on} · {esc(project)} · N-{minutes.number}"
        return f"{about}\n> {shortened(line)}"

    def minutes_due_soon(self, title: str, actions: date, minutes: date, today: date) -> str:
        """In the morning, to who is asked for notes: by which days the action list and the minutes are."""
        first, last = (due_from(day, today, self.language) for day in (actions, minutes))
        if actions < today:
            return self.say(
                en=f"{bold(title)}: the minutes are due {last}",
                nl=f"{bold(title)}: de notulen moeten er {last} zijn",
            )
        return self.say(
            en=f"{bold(title)}: the action list is due {first}, the minutes {last}",
            nl=f"{bold(title)}: de actielijst moet er {first} zijn, de notulen {last}",
        )

    def minutes_late(self, title: str, held_on: date, writer: str, due: date, today: date) -> str:
        """To the project manager, once."""
        on, by = (near_day(day, today, self.language) for day in (held_on, due))
        return self.say(
            en=f"The minutes of {bold(title)} ({on}) are late: they were due {by}. "
            f"I asked {esc(writer)} for the notes.",
            nl=f"De notulen van {bold(title)} ({on}) zijn te laat: ze moesten er {by} zijn. "
            f"Ik vroeg {esc(writer)} om de aantekeningen.",
        )

    def minutes_on_time(self, on_time: int, due: int, since: date, today: date) -> str:
        day = near_day(since, today, self.language)
        return self.say(
            en=f"Minutes on time: {on_time} of {due} since {day}",
            nl=f"Notulen op tijd: {on_time} van {due} sinds {day}",
        )

    def minutes_file_title(self, minutes: Minutes) -> str:
        return self.say(en=f"{minutes.title} · minutes", nl=f"{minutes.title} · notulen")

    minutes_file_facts = said(
        en=("Date", "Present", "Absent", "Written by", "State"),
        nl=("Datum", "Aanwezig", "Afwezig", "Gemaakt door", "Status"),
    )

    minutes_file_headings = said(
        en=("Decisions", "Action items", "Corrections", "Notes"),
        nl=("Besluiten", "Actiepunten", "Verbeteringen", "Aantekeningen"),
    )

    def minutes_file_columns(self) -> tuple[str, ...]:
        """Of the action items."""
        return self.say(
            en=("Owner", "Action", "Due", "Number"), nl=("Actiehouder", "Actie", "Uiterlijk", "Nummer")
        )
