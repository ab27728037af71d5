"""Sentences about documents with notes that people send."""

from datetime import date

from babel.numbers import format_decimal

from bot.text.formats import counted, near_day
from bot.text.marks import bold
from bot.text.speaker import Speaker


class DocumentTexts(Speaker):
    def document_found(self, name: str, lines: int) -> str:
        """`name`: empty for what was pasted."""
        en, nl = counted(lines, "line", "lines"), counted(lines, "regel", "regels")
        read = self.say(
            en=f"I've read {bold(name)}: {en}." if name else f"These look like notes: {en}.",
            nl=f"Ik heb {bold(name)} gelezen: {nl}." if name else f"Dit lijken aantekeningen: {nl}.",
        )
        return self.say(
            en=f"{read} Shall I draft minutes from {'it' if name else 'them'}? "
            "Nobody else hears of it before you send them.",
            nl=f"{read} Zal ik er notulen van maken? Niemand anders hoort iets voordat je ze verspreidt.",
        )

    def document_draft(self) -> str:
        return self.say(en="Draft minutes", nl="Maak notulen")

    def document_of_which(self) -> str:
        """In an empty menu."""
        return self.say(en="Of which meeting?", nl="Van welk overleg?")

    def document_meeting(self, title: str, day: date, today: date, project: str) -> str:
        return f"{title} · {near_day(day, today, self.language)} · {project}"

    def document_other(self, project: str) -> str:
        return self.say(en=f"Another meeting · {project}", nl=f"Een ander overleg · {project}")

    def document_too_large(self, name: str, megabytes: int) -> str:
        return self.say(
            en=f"{bold(name)} is larger than {megabytes} MB. Send the text alone.",
            nl=f"{bold(name)} is groter dan {megabytes} MB. Stuur alleen de tekst.",
        )

    def document_too_long(self, name: str, letters: int, most: int) -> str:
        long, limit = (format_decimal(each, locale=self.language) for each in (letters, most))
        return self.say(
            en=f"{bold(name)} has {long} characters, and I take at most {limit} at once. Send it in parts.",
            nl=f"{bold(name)} heeft {long} tekens, en ik neem er hoogstens {limit} tegelijk. "
            "Stuur het in delen.",
        )

    def document_empty(self, name: str) -> str:
        return self.say(
            en=f"I find no text in {bold(name)}; is it a scan? Paste the text behind `/minutes`.",
            nl=f"Ik vind geen tekst in {bold(name)}; is het een scan? Plak de tekst achter `/notulen`.",
        )

    def document_unread(self, name: str) -> str:
        return self.say(
            en=f"I can't read {bold(name)}. I take text (.txt, .md), Word (.docx), PDF and subtitles of a "
            "call (.vtt, .srt), if they're whole and have no password.",
            nl=f"Ik kan {bold(name)} niet lezen. Ik neem tekst (.txt, .md), Word (.docx), pdf en ondertitels "
            "van een gesprek (.vtt, .srt), als die heel zijn en zonder wachtwoord.",
        )
